"""One half-day in the back office: added, moved, given to a substitute, cancelled; each after a preview."""

from copy import copy

from django import forms
from django.forms.models import model_to_dict
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from training.domain import planning, words
from training.domain.queries.aftermath import aftermath
from training.domain.queries.free import free_trainers
from training.domain.queries.told import Told, who_hears_of
from training.forms.half_days import AddForm, MoveForm, SubstituteForm
from training.models import HalfDay, Session
from training.views.back_office.previewed import Previewed
from training.views.back_office.sessions import page_of


def described(half_day: HalfDay, facts: dict) -> str:
    """When, where and with whom, with what is about to change."""

    def said(field: str):
        return facts.get(field) or getattr(half_day, field)

    when = f"{words.dated(said('date'))}, {words.span(said('start_time'), said('end_time'))}"
    return ", ".join(str(one) for one in (when, said("room"), said("trainer")) if one)


def changes(half_day: HalfDay, facts: dict) -> dict:
    """What the verb would change: an empty field leaves what is there."""
    return {name: value for name, value in facts.items() if value and value != getattr(half_day, name)}


def changed(half_day: HalfDay, facts: dict) -> HalfDay:
    """As it would stand; not written."""
    after = copy(half_day)
    for name, value in changes(half_day, facts).items():
        setattr(after, name, value)
    return after


class HalfDayQuestion(Previewed):
    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = HalfDay.objects.visible_to(request.user).select_related("session", "trainer", "room")
        self.half_day = get_object_or_404(rows, pk=pk)

    def home(self) -> str:
        return page_of(self.half_day.session_id)

    def get_page_subtitle(self) -> str:
        return f"{self.half_day.session.code}, {words.day(self.half_day.date)}"

    def summary(self, facts: dict) -> list[str]:
        now, then = (described(self.half_day, facts) for facts in ({}, facts))
        sentences = (_("Now: %(lesson)s") % {"lesson": now}, _("Then: %(lesson)s") % {"lesson": then})
        return list(sentences if facts else sentences[:1])

    def told(self, facts: dict) -> Told:
        """Those of after and the trainer of before."""
        if facts and not changes(self.half_day, facts):
            return Told((), (), (), nobody=_("Nobody: it stands like this already."))
        return who_hears_of(changed(self.half_day, facts), before=self.half_day)

    def aftermath(self, facts: dict) -> list[str]:
        after = changed(self.half_day, facts) if facts else None
        return aftermath(self.half_day.session, before=self.half_day, after=after)

    def get_context_data(self, **kwargs) -> dict:
        facts = {"takes_away": False} | kwargs
        return super().get_context_data(**facts, why_not=self.why_not(), label=self.label)

    def why_not(self) -> str:
        if self.half_day.is_closed:
            return _("The register of this half-day is closed: it stays as it was signed.")
        return _("This half-day was cancelled.") if self.half_day.cancelled_at else ""


class MoveHalfDay(HalfDayQuestion):
    page_title = gettext_lazy("Move a half-day")
    header_icon = "calendar-alt"
    label = gettext_lazy("Move")
    done = gettext_lazy("Moved. Calendars hear of it.")
    letter = gettext_lazy("A half-day changes")

    def ask(self) -> forms.Form:
        return MoveForm(self.data(), initial=model_to_dict(self.half_day, fields=MoveForm.base_fields))

    def do(self, facts: dict) -> None:
        planning.move_half_day(half_day=self.half_day, by=self.request.user, **facts)


class Substitute(HalfDayQuestion):
    page_title = gettext_lazy("Who takes this half-day over?")
    header_icon = "user"
    label = gettext_lazy("Give it to this trainer")
    done = gettext_lazy("Noted. The register of this half-day is open to the substitute.")
    letter = gettext_lazy("A half-day changes")

    def ask(self) -> forms.Form:
        return SubstituteForm(self.data(), trainers=free_trainers(self.half_day))

    def do(self, facts: dict) -> None:
        planning.move_half_day(half_day=self.half_day, by=self.request.user, **facts)


class CancelHalfDay(HalfDayQuestion):
    page_title = gettext_lazy("Cancel this half-day?")
    header_icon = "cross"
    label = gettext_lazy("Cancel the half-day")
    done = gettext_lazy("Cancelled. Its hours are no longer planned.")
    letter = gettext_lazy("A half-day is cancelled")

    def ask(self) -> None:
        return None

    def do(self, facts: dict) -> None:
        planning.cancel_half_day(half_day=self.half_day, by=self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(takes_away=True, **kwargs)


class AddHalfDay(Previewed):
    page_title = gettext_lazy("One more half-day")
    header_icon = "plus"
    label = gettext_lazy("Add this half-day")
    done = gettext_lazy("Added. Calendars hear of it.")
    letter = gettext_lazy("A half-day is added")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)

    def ask(self) -> forms.Form:
        usual = {"room": self.session.room_id, "trainer": self.session.trainers.order_by("pk").first()}
        return AddForm(self.data(), initial=usual)

    def do(self, facts: dict) -> None:
        planning.add_half_day(session=self.session, by=self.request.user, **facts)

    def summary(self, facts: dict) -> list[str]:
        return [described(HalfDay(session=self.session), facts)]

    def told(self, facts: dict) -> Told:
        return who_hears_of(self.added(facts))

    def aftermath(self, facts: dict) -> list[str]:
        return aftermath(self.session, before=None, after=self.added(facts))

    def added(self, facts: dict) -> HalfDay:
        return HalfDay(session=self.session, **facts)

    def home(self) -> str:
        return page_of(self.session.pk)

    def get_page_subtitle(self) -> str:
        return self.session.code

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{"takes_away": False, "why_not": ""} | kwargs, label=self.label)
