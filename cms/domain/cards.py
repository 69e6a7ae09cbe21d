"""A session in a few words: dates, hours, town, places left. What the component `session_card` shows."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accounts.days import said
from cms.domain.offer import Offered
from documents.towns import town_name
from training.domain import words
from training.enums import Modality, SessionPhase
from training.models import Session

FEW = 3


@dataclass(frozen=True)
class State:
    """A word, and how it is drawn (see components/state.html)."""

    word: str
    kind: str = "info"
    icon: str = ""


@dataclass(frozen=True)
class Card:
    date: date
    title: str
    href: str
    state: State
    facts: list[dict[str, str]] = field(default_factory=list)
    extra: str = ""


def card(offered: Offered) -> Card:
    """Among other courses: the title is that of the course."""
    session = offered.session
    return _card(
        offered, title=session.title, facts=[{"icon": "map-pin", "text": place(session)}, *facts(session)]
    )


def card_of_course(offered: Offered) -> Card:
    """On the course's own page: what tells its sessions apart is the place."""
    return _card(offered, title=place(offered.session), facts=facts(offered.session))


def _card(offered: Offered, *, title: str, facts: list[dict[str, str]]) -> Card:
    session = offered.session
    return Card(
        date=session.first_day,
        title=title,
        href=offered.url,
        state=state(offered),
        facts=facts,
        extra=queue(session) if offered.phase == SessionPhase.FULL else "",
    )


def facts(session: Session) -> list[dict[str, str]]:
    return [
        {"icon": "calendar-days", "text": period(session)},
        {
            "icon": "evening" if session.rhythm == "EVENING" else "clock",
            "text": f"{words.duration(session.course.minutes)}, {session.get_rhythm_display().lower()}",
        },
    ]


def place(session: Session) -> str:
    """The town, and "online" when one need not come."""
    if session.modality == Modality.REMOTE or not session.room:
        return session.get_modality_display()
    return town_name(session.room.town)


def period(session: Session) -> str:
    """'until 18 December 2026': the first day stands beside it, large."""
    return _("until %(day)s") % {"day": said(session.last_day)}


def state(offered: Offered) -> State:
    session, phase = offered.session, offered.phase
    if phase == SessionPhase.OPEN:
        return places(session.seats_left)
    if phase == SessionPhase.ANNOUNCED:
        day = said(session.enrolment_opens_on, "j F")
        return State(_("Enrolment opens on %(day)s") % {"day": day}, icon="bell")
    kinds = {
        SessionPhase.FULL: ("warning", "hourglass"),
        SessionPhase.CONFIRMED: ("done", "circle-check"),
        SessionPhase.RUNNING: ("info", "circle-dot"),
        SessionPhase.CANCELLED: ("problem", "ban"),
    }
    kind, icon = kinds.get(phase, ("quiet", "lock"))
    return State(str(SessionPhase(phase).label), kind=kind, icon=icon)


def places(left: int) -> State:
    word = ngettext("%(number)d place left", "%(number)d places left", left) % {"number": left}
    if left <= FEW:
        return State(word, kind="warning", icon="hourglass")
    return State(word, kind="done")


def queue(session: Session) -> str:
    """How many wait already: it is fair to know before one joins."""
    waiting = session.waiting_count
    if not waiting:
        return _("Nobody is waiting yet: you would be the first.")
    return ngettext("%(number)d person is waiting.", "%(number)d people are waiting.", waiting) % {
        "number": waiting
    }


def price(cents: int) -> str:
    """'0 €, nothing to pay', '12,50 €'."""
    if not cents:
        return pgettext("price", "0 €, nothing to pay")
    return pgettext("price", "%(euros)s €") % {"euros": f"{cents / 100:.2f}".replace(".", ",")}
