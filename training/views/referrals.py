"""The prescriber's start: whom they referred, how far each has come and why; and referring somebody."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.enums import Role
from accounts.models import Organisation
from accounts.views.limits import SECONDS, too_often
from training.domain import referring, requests, sayings, seats
from training.domain.queries import referrals as read
from training.domain.queries.enrolments import session_facts
from training.enums import ATTENDING, EnrolmentStatus
from training.exceptions import Refusal
from training.forms.referral import ReferralForm
from training.models import Enrolment, Referral, Session
from training.views.enrolment import facts

PER_PAGE = 50
PER_ACCOUNT = 20  # a minute; also against trying out who is known here


def own_or_404(request: HttpRequest):
    """The organisations the reader refers for; for everybody else these pages do not exist."""
    own = Organisation.objects.with_members_in_role(request.user, Role.PRESCRIBER).order_by("name_fr")
    if not own:
        raise Http404
    return own


@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    organisations = own_or_404(request)
    referred = Enrolment.objects.visible_to(request.user).filter(referred_by__in=organisations)
    sent = referred.exclude(status=EnrolmentStatus.DRAFT).select_related("person", "session__room")
    page = Paginator(sent.order_by("-submitted_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "enrolment": one,
            "state": read.state(one),
            "why": sayings.to_the_prescriber(one),
            "comes": one.status in ATTENDING,
        }
        for one in page.object_list
    ]
    context = {
        "page": page,
        "rows": rows,
        "unlinked": read.unlinked(request.user) if page.number == 1 else [],
        "organisations": organisations,
        "not_yet": read.not_yet(request.user, organisations),
    }
    return render(request, "training/referrals/list.html", context)


@require_safe
def choose_session(request: HttpRequest) -> HttpResponse:
    organisations = own_or_404(request)
    not_yet = read.not_yet(request.user, organisations)
    cards = [] if not_yet else read.open_sessions(request.user)
    return render(request, "training/referrals/choose.html", {"cards": cards, "not_yet": not_yet})


@require_http_methods(["GET", "POST"])
def refer_person(request: HttpRequest, code: str) -> HttpResponse:
    organisations = own_or_404(request)
    shown = seats.with_seats(Session.objects.visible_to(request.user)).select_related("course", "room")
    session = get_object_or_404(shown, code=code)
    verified = organisations.filter(verified_at__isnull=False)
    if not verified or not requests.takes_requests(session):
        return redirect("refer")
    form = ReferralForm(request.POST or None, session=session, organisations=verified)
    if request.method == "POST":
        if too_often({f"refer:{request.user.pk}": PER_ACCOUNT}):
            return _later(request, session, form)
        if form.is_valid() and (sent := _send(request, session, form)):
            return redirect("referral_sent", sent.pk)
    return render(request, "training/referrals/form.html", facts(session, form=form))


def _later(request: HttpRequest, session: Session, form: ReferralForm) -> HttpResponse:
    """Too many in a minute: the form comes back as it was typed."""
    form.add_error(None, _("You sent many forms in a short time. Wait a minute, then send this one again."))
    response = render(request, "training/referrals/form.html", facts(session, form=form), status=429)
    response["Retry-After"] = str(SECONDS)
    return response


def _send(request: HttpRequest, session: Session, form: ReferralForm) -> Referral | None:
    try:
        return referring.send_person(session=session, by=request.user, **form.facts())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


@require_safe
def referral_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer, the same whether or not we knew the person."""
    own = Referral.objects.visible_to(request.user).filter(organisation__in=own_or_404(request))
    referral = get_object_or_404(own.select_related("enrolment__person", "enrolment__session__room"), pk=pk)
    facts = session_facts(referral.enrolment.session)
    context = {"referral": referral, "facts": facts, "stage": read.stage(referral)}
    return render(request, "training/referrals/sent.html", context)
