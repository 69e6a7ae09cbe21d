"""Letters about a timetable that changes, to the group, to the trainers and to whoever referred somebody."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.domain.letters import Filled, Gap, Letter, register
from accounts.models import User
from training.domain import telling
from training.domain.queries import agenda
from training.domain.queries.changes import Line, lines
from training.domain.queries.told import HAVE_A_CHAIR, HOPE_FOR_IT
from training.emails import about_sessions as about
from training.enums import ChangeKind
from training.models import Enrolment, Session, TimetableChange

PUT_RIGHT = gettext_lazy("Open the attached file: it puts your calendar right.")
TAKE_OUT = gettext_lazy("Open the attached file: it takes the lessons out of your calendar.")
REASON = Gap(gettext_lazy("why the session is cancelled"), sample=gettext_lazy("Too few people enrolled."))


def _what(found: list[Line]) -> str:
    kinds = {line.kind for line in found}
    if len(kinds) > 1:
        return _("Your timetable changes")
    return {
        ChangeKind.MOVED: ngettext("A half-day changes", "Several half-days change", len(found)),
        ChangeKind.CANCELLED: ngettext(
            "A half-day is cancelled", "Several half-days are cancelled", len(found)
        ),
        ChangeKind.ADDED: ngettext("A half-day is added", "Several half-days are added", len(found)),
    }[kinds.pop()]


def _sample_what() -> str:
    return ngettext("A half-day is cancelled", "Several half-days are cancelled", 1)


class ChangeLetter(Letter):
    """What changed, a line each, with the entries of the calendar."""

    gaps = {
        "course": about.COURSE,
        "what": Gap(gettext_lazy("what happened: moved, added, cancelled"), sample=lazy(_sample_what, str)()),
    }
    subject = "{what}"
    body = (gettext_lazy("The timetable of “%(course)s” changes:"),)
    button = gettext_lazy("See my timetable")
    closing = (PUT_RIGHT,)

    @classmethod
    def changes(
        cls, session: Session, change_ids: list[int], page: str, reader: User | None = None
    ) -> Filled | None:
        found = lines(change_ids)
        if not found or session.cancelled_at:
            return None
        return Filled(
            values={"course": session.title, "what": _what(found)},
            url=page,
            facts=[(line.kind.label, line.words) for line in found],
            files=agenda.updates(session, [line.half_day for line in found], url=page, reader=reader),
        )

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return [(ChangeKind.CANCELLED.label, about.sample_lesson())]


@register
class Timetable(ChangeLetter):
    kind = telling.TIMETABLE
    name = gettext_lazy("Half-day moved, added or cancelled")
    to = gettext_lazy("Learners with a place; changes within two minutes make one letter")
    why = about.WHY_ENROLLED

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        enrolment = Enrolment.objects.select_related("session").get(pk=ids["enrolment"])
        if enrolment.status not in HAVE_A_CHAIR:
            return None
        found = cls.changes(enrolment.session, ids["items"], about.page("my_enrolment", enrolment.pk))
        if found and _has_lapsed(enrolment, ids["items"]):
            said = _("For the lesson that moved, it no longer counts. Announce it again if you cannot come.")
            found.facts.append((_("Your announced absence"), said))
        return found


def _has_lapsed(enrolment: Enrolment, change_ids: list[int]) -> bool:
    """Whether the person had announced an absence for a half-day that one of these changes moved."""
    changes = TimetableChange.objects.filter(
        pk__in=change_ids,
        half_day=OuterRef("half_day"),
        at__gt=OuterRef("announced_at"),
        at__lte=OuterRef("withdrawn_at"),
    )
    announced = enrolment.announced_absences.filter(Exists(changes))
    standing = enrolment.announced_absences.standing().filter(half_day=OuterRef("half_day"))
    return announced.exclude(Exists(standing)).exists()


@register
class TrainerTimetable(ChangeLetter):
    kind = telling.TRAINER_TIMETABLE
    name = gettext_lazy("Half-day moved, added or cancelled (trainer)")
    to = gettext_lazy("The trainers of the session and of the half-day, of before and after")
    why = about.WHY_TEACHES

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        session = Session.objects.get(pk=ids["session"])
        reader = User.objects.filter(pk=ids.get("reader")).first()
        return cls.changes(session, ids["items"], about.page("group", session.code), reader)


class CancelledLetter(Letter):
    """A session does not take place, and why."""

    gaps = {"course": about.COURSE, "reason": REASON}
    subject = gettext_lazy("A course is cancelled")

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts()[:1]


@register
class SessionCancelled(CancelledLetter):
    kind = telling.SESSION_CANCELLED
    name = gettext_lazy("Session cancelled")
    to = gettext_lazy("Everybody who had a place or hoped for one")
    why = about.WHY_ENROLLED
    gaps = CancelledLetter.gaps | {
        "calendar": Gap(
            gettext_lazy("what to do with the attached calendar, where there is one"),
            sample=TAKE_OUT,
            is_needed=False,
        )
    }
    body = (
        gettext_lazy("We are sorry: “%(course)s” does not take place."),
        gettext_lazy("Why: %(reason)s"),
        gettext_lazy("You have nothing to do. Other dates may suit you, and we are glad to look with you."),
    )
    button = gettext_lazy("See the other courses")
    closing = ("{calendar}",)

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        enrolment = Enrolment.objects.select_related("session").get(pk=ids["enrolment"])
        if enrolment.status not in (*HAVE_A_CHAIR, *HOPE_FOR_IT):
            return None
        session, has_chair = enrolment.session, enrolment.status in HAVE_A_CHAIR
        page = about.page("my_enrolment", enrolment.pk)
        return Filled(
            values=_why(session) | {"calendar": str(TAKE_OUT) if has_chair else ""},
            url=settings.SITE_URL,
            facts=about.dates(session),
            files=_cancelled_files(session, page) if has_chair else [],
        )


@register
class TrainerCancelled(CancelledLetter):
    kind = telling.TRAINER_CANCELLED
    name = gettext_lazy("Session cancelled (trainer)")
    to = gettext_lazy("The trainers of the session")
    why = about.WHY_TEACHES
    body = (
        gettext_lazy("“%(course)s” does not take place."),
        gettext_lazy("Why: %(reason)s"),
        gettext_lazy("The people of the group have a letter. You are free at these hours."),
    )
    button = gettext_lazy("See my week")
    closing = (TAKE_OUT,)

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        session = Session.objects.get(pk=ids["session"])
        return Filled(
            values=_why(session),
            url=about.page("trainer_today"),
            facts=about.dates(session),
            files=_cancelled_files(session, about.page("group", session.code)),
        )


def _sample_concerned() -> str:
    return _concerned(2)


def _concerned(number: int) -> str:
    sentence = ngettext(
        "%(number)d person whom you referred is concerned.",
        "%(number)d people whom you referred are concerned.",
        number,
    )
    return sentence % {"number": number}


@register
class PrescriberCancelled(CancelledLetter):
    """How many of the people they referred are concerned, never who: names stay behind the sign-in."""

    kind = telling.PRESCRIBER_CANCELLED
    name = gettext_lazy("Session cancelled (prescriber)")
    to = gettext_lazy("Whoever acts for a prescriber that referred somebody to it")
    why = about.WHY_REFERRED
    gaps = CancelledLetter.gaps | {
        "concerned": Gap(gettext_lazy("how many people they referred"), sample=lazy(_sample_concerned, str)())
    }
    body = (
        gettext_lazy("“%(course)s” does not take place."),
        gettext_lazy("Why: %(reason)s"),
        "{concerned}",
    )
    button = gettext_lazy("See the people I referred")

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        session = Session.objects.get(pk=ids["session"])
        concerned = session.enrolments.filter(
            referred_by=ids["organisation"], status__in=(*HAVE_A_CHAIR, *HOPE_FOR_IT)
        )
        return Filled(
            values=_why(session) | {"concerned": _concerned(concerned.count())},
            url=about.page("referrals"),
            facts=about.dates(session),
        )


def _why(session: Session) -> dict[str, str]:
    return {"course": session.title, "reason": session.cancel_reason}


def _cancelled_files(session: Session, page: str) -> list[tuple[str, bytes, str]]:
    gone = session.half_days.filter(cancelled_at__isnull=False).select_related("room")
    return agenda.updates(session, list(gone), url=page)
