"""What stands before the views: language, browser, the door of the back office, the second step."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts import devices


class PersonsLanguage:
    """Who is signed in reads the pages without a language in their address in their own.

    The cookie follows the last tree that was read, which an editor changes all day long.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not translation.get_language_from_path(request.path_info) and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)


class BoundSession:
    """A session that turns up in another browser than the one it began in is ended (docs/decisions/0105).

    Whoever holds a copy of the cookie is a stranger from here on; so is the owner, who signs in again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if devices.is_elsewhere(request):
            logout(request)
            sentence = _("This sign-in was begun in another browser, so we ended it. Sign in again.")
            messages.warning(request, sentence)
        return self.get_response(request)


class BackOfficeDoor:
    """Who is signed in without a role in the office gets the 403 page at /admin/.

    Wagtail would send them to the sign-in page, which sends a signed-in person back: a loop.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied


class RequireSecondStep:
    """Roles in `SECOND_FACTOR_REQUIRED_FOR` set up the second step before they see anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        required = settings.SECOND_FACTOR_REQUIRED_FOR
        if not required or not request.user.is_authenticated or not request.user.has_role(*required):
            return None
        if request.path.startswith(reverse("account_profile")) or is_mfa_enabled(request.user):
            return None
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
