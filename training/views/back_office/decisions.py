"""Go or no-go: a session runs, comes later, joins another one or is cancelled; each after a preview."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from training.domain import deciding, planning, words
from training.domain.queries.told import Told, who_is_told
from training.forms.decisions import JoinForm, PostponeForm, ReasonForm, RunForm, in_words
from training.views.back_office.new_session import timetable
from training.views.back_office.previewed import Previewed
from training.views.back_office.sessions import SessionQuestion


class Decision(SessionQuestion, Previewed):
    def told(self, facts: dict) -> Told:
        return who_is_told(self.session)


class RunSession(Decision):
    page_title = gettext_lazy("Let the session run?")
    header_icon = "check"
    label = gettext_lazy("Confirm that it runs")
    done = gettext_lazy("Confirmed. People with a place and the trainers are told.")
    letter = gettext_lazy("The course takes place")

    def ask(self) -> forms.Form:
        return RunForm(self.data())

    def do(self, facts: dict) -> None:
        deciding.confirm_to_run(session=self.session, by=self.request.user, **facts)


class PostponeSession(Decision):
    page_title = gettext_lazy("Postpone the session?")
    header_icon = "calendar-alt"
    label = gettext_lazy("Postpone")
    done = gettext_lazy("Postponed. Everybody is told and may withdraw.")
    letter = gettext_lazy("The course begins later")

    def ask(self) -> forms.Form:
        return PostponeForm(self.data())

    def do(self, facts: dict) -> None:
        deciding.postpone(session=self.session, by=self.request.user, **facts)

    def summary(self, facts: dict) -> list[str]:
        plan = self.found(facts).plan
        days = {
            "before": words.day(self.session.first_day),
            "after": words.day(plan.first_day),
            "closing": words.day(
                self.session.enrolment_closes_on + (plan.first_day - self.session.first_day)
            ),
        }
        return [
            _("The course begins on %(after)s instead of %(before)s.") % days,
            _("Enrolment closes on %(closing)s.") % days,
        ]

    def dates(self, facts: dict) -> dict:
        return timetable(self.found(facts), {})

    def found(self, facts: dict) -> planning.Draft:
        return deciding.dates_from(facts["starts_on"], session=self.session)


class JoinSession(Decision):
    page_title = gettext_lazy("Join this group to another one?")
    header_icon = "group"
    label = gettext_lazy("Join the groups")
    done = gettext_lazy("Everybody has gone over, with their file. This session is cancelled.")
    letter = gettext_lazy("You go to another session")

    def ask(self) -> forms.Form:
        return JoinForm(self.data(), others=deciding.others_to_join(self.session))

    def do(self, facts: dict) -> None:
        deciding.join(session=self.session, by=self.request.user, **facts)

    def summary(self, facts: dict) -> list[str]:
        there = facts["into"]
        left = there.seats_left - self.session.enrolments.seated().count()
        after = ngettext("%(left)d place is left there.", "%(left)d places are left there.", left)
        return [
            _("The group goes over to %(session)s.") % {"session": in_words(there)},
            after % {"left": left},
            _("This session is then cancelled."),
        ]

    def get_context_data(self, **kwargs) -> dict:
        nowhere = (
            ""
            if deciding.others_to_join(self.session).exists()
            else _(
                "No other session of this course has places for the whole group. "
                "Let this one run, postpone it or cancel it; or plan another session first."
            )
        )
        return super().get_context_data(**{"why_not": nowhere} | kwargs)


class CancelSession(Decision):
    page_title = gettext_lazy("Cancel the session?")
    header_icon = "cross"
    label = gettext_lazy("Cancel the session")
    done = gettext_lazy("The session is cancelled. Its room and its trainers are free again.")
    letter = gettext_lazy("A course is cancelled")

    def ask(self) -> forms.Form:
        return ReasonForm(self.data())

    def do(self, facts: dict) -> None:
        deciding.cancel(session=self.session, by=self.request.user, **facts)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(takes_away=True, **kwargs)
