from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from training.domain import progress
from training.domain.queries.placement import shown_for
from training.enums import ON_THE_REGISTER, Moment
from training.forms.progress import LevelsForm
from training.models import Enrolment, Session
from training.views.access import teaching_only


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def levels(request: HttpRequest, pk: int) -> HttpResponse:
    """The five skills of one person: at entry, midway, at the end (`?moment=`)."""
    enrolment = find(request, pk)
    profile = progress.profile(enrolment)
    moment = chosen_moment(request.GET.get("moment"), profile)
    form = LevelsForm(request.POST or None, enrolment=enrolment, moment=moment)
    if request.method == "POST" and form.is_valid() and form.save(by=request.user):
        messages.success(
            request, _("The levels of %(name)s are saved.") % {"name": enrolment.person.full_name}
        )
        return where_next(enrolment, moment) if "next" in request.POST else back_to_group(enrolment)
    context = {"enrolment": enrolment, "profile": profile, "moment": moment, "form": form, "moments": Moment}
    context["placement"] = shown_for(enrolment.person.user_id)
    return render(request, "training/progress/levels.html", context)


def find(request: HttpRequest, pk: int) -> Enrolment:
    """Somebody on the register of one of her own sessions; 404 for everybody else."""
    people = Enrolment.objects.filter(status__in=ON_THE_REGISTER)
    if not request.user.runs_the_office:
        people = people.filter(session__in=Session.objects.taught_by(request.user).values("pk"))
    return get_object_or_404(people.select_related("person", "session__course"), pk=pk)


def chosen_moment(wanted: str | None, profile: progress.Profile) -> Moment:
    """What was asked for; else the entry as long as it is empty, then the end."""
    if wanted in Moment.values:
        return Moment(wanted)
    return Moment.EXIT if any(one.entry for one in profile.skills) else Moment.ENTRY


def back_to_group(enrolment: Enrolment) -> HttpResponseRedirect:
    address = reverse("group", args=[enrolment.session.code])
    return HttpResponseRedirect(f"{address}#person-{enrolment.pk}")


def where_next(enrolment: Enrolment, moment: Moment) -> HttpResponse:
    """The next person of the group, in the order of the board; the board after the last one."""
    group = Enrolment.objects.filter(session=enrolment.session, status__in=ON_THE_REGISTER)
    names = list(group.order_by("person__name_key", "pk").values_list("pk", flat=True))
    later = names[names.index(enrolment.pk) + 1 :]
    if not later:
        return back_to_group(enrolment)
    return HttpResponseRedirect(reverse("levels", args=[later[0]]) + f"?moment={moment}")
