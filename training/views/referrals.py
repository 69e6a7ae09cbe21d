"""The prescriber's start: the people they referred, how far each has come, and why. No evaluation."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.enums import Role
from accounts.models import Organisation
from training.domain import sayings
from training.enums import EnrolmentStatus
from training.models import Enrolment

PER_PAGE = 50


@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    organisations = list(Organisation.objects.with_members_in_role(request.user, Role.PRESCRIBER))
    if not organisations:
        raise Http404
    referred = Enrolment.objects.visible_to(request.user).filter(referred_by__in=organisations)
    sent = referred.exclude(status=EnrolmentStatus.DRAFT).select_related("person", "session__room")
    page = Paginator(sent.order_by("-submitted_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"enrolment": one, "why": sayings.to_the_prescriber(one)} for one in page.object_list]
    context = {"page": page, "rows": rows, "organisations": organisations}
    return render(request, "training/referrals.html", context)
