"""Who may do the office's work on this floor."""

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from training.domain.permissions import insist


def may(user: User) -> Verdict:
    if user.runs_the_office:
        return YES
    return Verdict(False, _("Only a coordinator or an administrator does this."))


def refuse_stranger(user: User) -> None:
    """Raises Refusal."""
    insist(may(user))
