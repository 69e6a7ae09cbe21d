"""Signing up, and starting again with another address: where somebody was heading is never lost."""

from urllib.parse import urlencode

from allauth.account.views import SignupView
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

HEADING_FOR = "sign_up_heading_for"


class SignUp(SignupView):
    def form_valid(self, form) -> HttpResponse:
        """Kept for a known and an unknown address alike: the answer must not tell them apart."""
        self.request.session[HEADING_FOR] = self.get_next_url() or ""
        return super().form_valid(form)


@login_not_required
@require_POST
def start_again(request: HttpRequest) -> HttpResponse:
    """Forgets the address that was typed, not the page somebody wanted to go to."""
    heading_for = request.session.get(HEADING_FOR, "")
    logout(request)
    query = f"?{urlencode({'next': heading_for})}" if heading_for else ""
    return HttpResponseRedirect(reverse("account_signup") + query)
