"""Where an agency starts: check a certificate, see what we know of the agency."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.enums import Role
from accounts.models import Organisation


@require_safe
def agency_home(request: HttpRequest) -> HttpResponse:
    agencies = Organisation.objects.with_members_in_role(request.user, Role.AGENCY_MEMBER)
    if not agencies:
        raise Http404
    return render(request, "accounts/agency_home.html", {"agencies": agencies})
