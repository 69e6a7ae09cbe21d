"""What stands on every page and is not a page: who pays, and how to reach us."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from accounts.bilingual import InLanguage


@register_setting(icon="globe")
class FundingSettings(BaseGenericSetting):
    """The European co-funding block (Regulation 2021/1060, annex IX).

    The emblem and the sentence beside it are fixed by the regulation, so they are not typed here.
    No personal data.
    """

    programme_fr = models.CharField(_("programme (French)"), max_length=100, blank=True)
    programme_nl = models.CharField(_("programme (Dutch)"), max_length=100, blank=True)
    project_fr = models.TextField(
        _("the project in two sentences (French)"),
        max_length=500,
        blank=True,
        help_text=_("Its aim and results, and the support of the Union: the rules ask for it."),
    )
    project_nl = models.TextField(_("the project in two sentences (Dutch)"), max_length=500, blank=True)

    programme = InLanguage("programme")
    project = InLanguage("project")

    panels = [
        FieldRowPanel([FieldPanel("programme_fr"), FieldPanel("programme_nl")]),
        FieldPanel("project_fr"),
        FieldPanel("project_nl"),
    ]

    class Meta:
        verbose_name = _("European co-funding")


@register_setting(icon="mail")
class ContactSettings(BaseGenericSetting):
    """How to reach the team, the disability contact and the data protection officer.

    Personal data: the names and addresses of those two contacts, public by law. Kept until they leave.
    """

    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    address = models.TextField(_("postal address"), blank=True)
    hours_fr = models.CharField(_("when we answer (French)"), max_length=150, blank=True)
    hours_nl = models.CharField(_("when we answer (Dutch)"), max_length=150, blank=True)
    disability_name = models.CharField(_("name"), max_length=150, blank=True)
    disability_email = models.EmailField(_("e-mail address"), blank=True)
    disability_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    dpo_email = models.EmailField(_("e-mail of the data protection officer"), blank=True)

    hours = InLanguage("hours")

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("hours_fr"), FieldPanel("hours_nl")]),
            ],
            heading=_("The team"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("disability_name"),
                FieldRowPanel([FieldPanel("disability_phone"), FieldPanel("disability_email")]),
            ],
            heading=_("Disability contact"),
        ),
        FieldPanel("dpo_email"),
    ]

    class Meta:
        verbose_name = _("contact details")
