from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.enums import MEMBERSHIP_ROLES, Country, OrganisationKind, Role
from accounts.validators import (
    validate_activity_number,
    validate_enterprise_number,
    validate_siret,
)


class OrganisationQuerySet(models.QuerySet):
    def members(self) -> "OrganisationQuerySet":
        return self.filter(kind=OrganisationKind.MEMBER_AUTHORITY)

    def providers(self) -> "OrganisationQuerySet":
        return self.filter(kind__in=[OrganisationKind.PROVIDER, OrganisationKind.OPERATOR])

    def visible_to(self, user) -> "OrganisationQuerySet":
        """The office sees all; anybody else the organisations they belong to."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        return self.filter(pk__in=user.memberships.active().values("organisation"))

    def with_members_in_role(self, user, role: str) -> "OrganisationQuerySet":
        """Those that `user` acts for in this role today."""
        return self.filter(pk__in=user.memberships.active().filter(role=role).values("organisation"))


class Organisation(models.Model):
    """A body we work with: the operator, its members, providers, prescribers, agencies, partners.

    Personal data: none (contact details are those of the organisation). Kept while we work together.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    name_fr = models.CharField(_("name (French)"), max_length=200)
    name_nl = models.CharField(_("name (Dutch)"), max_length=200)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    town = models.CharField(_("town"), max_length=100, blank=True)
    address = models.TextField(_("address"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    website = models.URLField(_("website"), blank=True)
    siret = models.CharField("SIRET", max_length=14, blank=True, validators=[validate_siret])
    enterprise_number = models.CharField(
        _("company number (Belgium)"), max_length=10, blank=True, validators=[validate_enterprise_number]
    )
    activity_number = models.CharField(
        _("activity declaration number (NDA)"),
        max_length=11,
        blank=True,
        validators=[validate_activity_number],
    )
    activity_region = models.CharField(_("region of the prefect"), max_length=60, blank=True)
    qualiopi_valid_until = models.DateField(_("Qualiopi certificate valid until"), null=True, blank=True)
    recognition_number = models.CharField(_("recognition number"), max_length=40, blank=True)
    recognition_verified_on = models.DateField(_("recognition checked on"), null=True, blank=True)
    recognition_expires_on = models.DateField(_("recognition expires on"), null=True, blank=True)
    recognised_for_construction = models.BooleanField(_("recognised for construction"), default=False)
    recognised_in_general = models.BooleanField(_("recognised in general"), default=False)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    valid_from = models.DateField(_("with us since"), null=True, blank=True)
    valid_to = models.DateField(_("with us until"), null=True, blank=True)
    needs_confirmation = models.BooleanField(
        _("name to be confirmed by the operator"), default=False, help_text=_("Shown as such to editors.")
    )

    name = InLanguage("name")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["kind", "name_fr"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name_fr"],
                name="organisation_name_once_per_kind",
                violation_error_message=_("There is already an organisation of this kind with this name."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="organisation_ends_after_start",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet):
    def active(self, at=None) -> "MembershipQuerySet":
        """Open on that day. `ended_on` is the first day without the role, so that ending works at once."""
        day = at or timezone.localdate()
        return self.filter(started_on__lte=day).exclude(ended_on__lte=day)


class Membership(models.Model):
    """That an account acts for an organisation, in a role, from one day until `ended_on` (not included).

    Written only through `accounts.domain.roles`.

    Personal data: the link between a person and an employer. Kept 5 years after its end (audit of access).
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("organisation")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("account"),
    )
    role = models.CharField(
        _("role"), max_length=20, choices=[(role.value, role.label) for role in MEMBERSHIP_ROLES]
    )
    is_manager = models.BooleanField(_("may invite colleagues"), default=False)
    started_on = models.DateField(_("from"), default=timezone.localdate)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user", "role"],
                condition=models.Q(ended_on__isnull=True),
                name="membership_once",
                violation_error_message=_("This account already has this role in this organisation."),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True) | models.Q(ended_on__gte=models.F("started_on")),
                name="membership_ends_after_start",
                violation_error_message=_("The last day comes before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {Role(self.role).label} – {self.organisation}"

    def is_active_on(self, day) -> bool:
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)
