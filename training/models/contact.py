from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from training.enums import ON_THE_REGISTER, ContactChannel, ContactDirection
from training.models.enrolment import Enrolment
from training.models.session import Session


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ContactQuerySet":
        """The office all; a trainer those with the people of her groups. Nobody else."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        if not user.has_role(Role.TRAINER):
            return self.none()
        taught = Session.objects.taught_by(user).values("pk")
        return self.filter(enrolment__session__in=taught, enrolment__status__in=ON_THE_REGISTER)

    def to_call_back(self, day) -> "ContactQuerySet":
        """Whose next step is due by that day, and with whom nobody has been in contact since."""
        later = Contact.objects.filter(
            enrolment__person=models.OuterRef("enrolment__person"), pk__gt=models.OuterRef("pk")
        )
        return self.filter(~models.Exists(later), next_on__lte=day)


class Contact(models.Model):
    """That somebody of ours and a person were in touch: when, by which way, about what, what comes next.

    A later contact settles the next step of the one before. Personal data: what was said, in one line,
    without anything about health. Kept with the enrolment and deleted with it.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="contacts", verbose_name=_("enrolment")
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    channel = models.CharField(_("by which way"), max_length=10, choices=ContactChannel.choices)
    direction = models.CharField(_("who contacted whom"), max_length=10, choices=ContactDirection.choices)
    what = models.CharField(_("what was said"), max_length=500, blank=True)
    next_step = models.CharField(_("next step"), max_length=200, blank=True)
    next_on = models.DateField(_("on"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(next_step="", next_on=None)
                | (~models.Q(next_step="") & models.Q(next_on__isnull=False)),
                name="contact_next_step_has_a_day",
                violation_error_message=_("A next step has a day, and a day has a next step."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.at:%Y-%m-%d}"
