"""Where somebody begins after signing in: at their work, or at their own course."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from accounts.enums import BACK_OFFICE_ROLES, Role
from accounts.models import User

STARTS = (
    ((Role.TRAINER,), "trainer_today"),
    (BACK_OFFICE_ROLES, "wagtailadmin_home"),
    ((Role.AGENCY_MEMBER,), "agency_home"),
    ((Role.PRESCRIBER,), "referrals"),
)


def start_of(user: User) -> str:
    """The name of the first page: of the first role in `STARTS` that is held, else the learner's."""
    return next((name for roles, name in STARTS if user.has_role(*roles)), "my_home")


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return redirect(start_of(request.user))
