from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import FranceTravailMissing, Language
from accounts.models.commune import Commune
from accounts.rules import age_on, sort_key

NO_DATE = date(1900, 1, 1)  # of a file that was merged: its own is gone


class PersonQuerySet(models.QuerySet):
    def alive(self) -> "PersonQuerySet":
        """Not merged into another file."""
        return self.filter(merged_into=None)

    def visible_to(self, user) -> "PersonQuerySet":
        """One's own file; the office sees all. Higher floors reach people through enrolments."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self.alive()
        return self.filter(user=user)


class Person(models.Model):
    """A learner's file, with or without an account.

    Personal data: names, birth date, commune, telephone, France Travail identifier or the reason why there
    is none. Never: social security number, nationality, health (domain report, 6.1). Kept 24 months after
    the last activity when no course was followed, else as long as the audit file of the course requires.
    A file that was merged keeps nothing but the way to the file it went into, and goes with it.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="person"
    )
    given_name = models.CharField(_("given name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=100)
    birth_date = models.DateField(_("birth date"))
    commune = models.ForeignKey(
        Commune, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    france_travail_identifier = models.CharField(_("France Travail identifier"), max_length=11, blank=True)
    france_travail_missing = models.CharField(
        _("reason why there is no identifier"),
        max_length=20,
        choices=FranceTravailMissing.choices,
        blank=True,
    )
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.FRENCH
    )
    name_key = models.CharField(max_length=210, db_index=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )
    merged_at = models.DateTimeField(_("merged at"), null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(france_travail_identifier="") | models.Q(france_travail_missing=""),
                name="person_identifier_or_reason",
                violation_error_message=_("Give the identifier or the reason why there is none, not both."),
            ),
            models.CheckConstraint(
                condition=models.Q(france_travail_identifier="")
                | models.Q(france_travail_identifier__regex=r"^([0-9]{7}[0-9A-Z]|[0-9]{11})$"),
                name="person_identifier_format",
                violation_error_message=_("A France Travail identifier has 8 characters or 11 digits."),
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into=None, merged_at=None)
                | models.Q(
                    merged_into__isnull=False,
                    merged_at__isnull=False,
                    user=None,
                    given_name="",
                    family_name="",
                    birth_date=NO_DATE,
                    commune=None,
                    phone="",
                    france_travail_identifier="",
                    france_travail_missing="",
                ),
                name="person_merged_is_empty",
                violation_error_message=_("A file that was merged holds nothing about the person."),
            ),
        ]
        indexes = [models.Index(fields=["france_travail_identifier", "birth_date"], name="person_duplicates")]

    def __str__(self) -> str:
        return self.full_name

    def save(self, **kwargs) -> None:
        self.name_key = sort_key(self.family_name, self.given_name)
        super().save(**kwargs)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    def age_on(self, day) -> int:
        return age_on(self.birth_date, day)
