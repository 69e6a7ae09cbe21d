from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.enums import BACK_OFFICE_ROLES, Language, Role


class UserManager(BaseUserManager):
    """Accounts are found by e-mail, whatever its capitals."""

    use_in_migrations = True

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def find_or_create(self, email: str, password: str | None = None, **fields) -> tuple["User", bool]:
        """The account of this address and whether it is new. Of two at once, the database lets one create."""
        known = self.filter(email__iexact=email)
        if user := known.first():
            return user, False
        try:
            with transaction.atomic():
                return self.create_user(email, password, **fields), True
        except IntegrityError:
            if user := known.first():
                return user, False
            raise

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """An account that can sign in, whatever its roles.

    Personal data: e-mail, names, language, last sign-in. Kept while the account is used;
    deleted or anonymised with the person's file (24 months without activity).
    """

    username = None
    email = models.EmailField(_("e-mail address"), unique=True)
    first_name = models.CharField(_("given name"), max_length=100, blank=True)
    last_name = models.CharField(_("family name"), max_length=100, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.FRENCH
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("There is already an account with this e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles this account holds today; read once per request."""
        today = timezone.localdate()
        held = {m.role for m in self.memberships.all() if m.is_active_on(today)}
        if hasattr(self, "person"):
            held.add(Role.LEARNER)
        if self.is_superuser:
            held.add(Role.ADMINISTRATOR)
        return frozenset(held)

    def has_role(self, *roles: str) -> bool:
        return self.is_active and not self.roles.isdisjoint(roles)

    @property
    def runs_the_office(self) -> bool:
        """Coordinators and administrators see every file; editors see pages only."""
        return self.has_role(Role.COORDINATOR, Role.ADMINISTRATOR)

    @property
    def enters_back_office(self) -> bool:
        return self.has_role(*BACK_OFFICE_ROLES)
