"""The letters about an enrolment: one builder a kind, written in the person's language when they are sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.domain import messages
from accounts.domain.messages import Letter
from training.domain import offer_links, pairing, sayings, seats, words
from training.domain.queries import agenda
from training.enums import SEATED, EventReason
from training.models import Enrolment, EnrolmentEvent, HalfDay

Words = str | Promise
PAPER = "training/emails/letter"


@dataclass(frozen=True)
class News:
    """What a letter says. `facts`: the course in a table. `calendar`: the half-days come with it."""

    subject: Words
    sentences: tuple[Words, ...]
    button: Words
    after: tuple[Words, ...] = ()
    facts: bool = True
    calendar: bool = False
    path: str = ""  # where the button leads, when not to the enrolment
    elsewhere: bool = False  # the button leads to the public site, not to the enrolment


Builder = Callable[[Enrolment, EnrolmentEvent], News]


def news(kind: str) -> Callable[[Builder], Builder]:
    """Registers a kind of letter with the outbox as `training/emails/<kind>`."""

    def register(builder: Builder) -> Builder:
        @messages.letter(f"training/emails/{kind}")
        def build(ids: dict) -> Letter:
            event = EnrolmentEvent.objects.select_related("enrolment__session__room").get(pk=ids["event"])
            return _letter(event.enrolment, builder(event.enrolment, event))

        return builder

    return register


@news("confirmed")
def confirmed(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    return News(
        subject=_("Your place is confirmed"),
        sentences=(_("You have a place in “%(course)s”.") % _course(enrolment), _bring_your_calendar()),
        button=_("See my timetable"),
        after=(_give_back(),),
        calendar=True,
    )


@news("accepted")
def accepted(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    return News(
        subject=_("Your request is accepted"),
        sentences=(
            _("We have read your request: you have a place in “%(course)s”.") % _course(enrolment),
            _bring_your_calendar(),
        ),
        button=_("See my timetable"),
        after=(_give_back(),),
        calendar=True,
    )


@news("received")
def received(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    return News(
        subject=_("We have received your request"),
        sentences=(
            _("Your request for “%(course)s” has arrived.") % _course(enrolment),
            _("Somebody reads it and answers you by e-mail. You have nothing to do until then."),
        ),
        button=_("See my request"),
    )


@news("interview")
def interview(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    return News(
        subject=_("We would like to talk with you"),
        sentences=(
            _("Before we answer your request for “%(course)s”, we would like to meet you.")
            % _course(enrolment),
            _("It is a talk, not an exam: we look together which course suits you."),
            event.note or _("We call you or write to you to choose a moment."),
        ),
        button=_("See my request"),
    )


@news("waiting")
def waiting(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    place = seats.position(enrolment)
    number = _("You are number %(number)d on the waiting list.") % {"number": place} if place else ""
    return News(
        subject=_("You are on the waiting list"),
        sentences=(
            _("All places in “%(course)s” are taken.") % _course(enrolment),
            *filter(None, [number]),
            _("When a place comes free for you, we write to you at once and keep it for you for a while."),
        ),
        button=_("See my place on the list"),
    )


@news("offer")
def offer(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    until = {"moment": words.moment(enrolment.offered_until)} if enrolment.offered_until else None
    return News(
        subject=_("A place is free for you"),
        sentences=(
            _("A place in “%(course)s” has come free.") % _course(enrolment),
            *([_("We keep it for you until %(moment)s.") % until] if until else []),
            *([_together()] if pairing.companion(enrolment) else []),
        ),
        button=_("Answer now"),
        path=reverse("offer", args=[offer_links.token(event)]),
        after=(_("Without your answer, it goes to the next person on the list."),),
    )


@news("expired")
def expired(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    return News(
        subject=_("The place went to the next person"),
        sentences=(
            _("We kept a place in “%(course)s” for you, and had no answer in time.") % _course(enrolment),
            _("It has gone to the next person, and you are no longer on the list."),
            _("Still interested? Enrol again, or look at the other dates."),
        ),
        button=_("See the dates"),
        facts=False,
        elsewhere=True,
    )


@news("withdrawn")
def withdrawn(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    declined = event.reason == EventReason.OFFER_DECLINED
    sentence = _("You left the place in “%(course)s” to the next person.") if declined else _gone()
    return News(
        subject=_("You are no longer enrolled"),
        sentences=(
            sentence % _course(enrolment),
            _("You may come back whenever you like: there are other dates."),
        ),
        button=_("See the dates"),
        facts=False,
        elsewhere=True,
    )


@news("transferred")
def transferred(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    has_place, place = enrolment.status in SEATED, seats.position(enrolment)
    return News(
        subject=_("You go to another session"),
        sentences=(
            _("We have moved your enrolment to “%(course)s”, at the dates below.") % _course(enrolment),
            _("Your request and your levels went with you: there is nothing to fill in again."),
            *([_bring_your_calendar()] if has_place else [sayings.now(enrolment, position=place).title]),
        ),
        button=_("See my timetable") if has_place else _("See my request"),
        after=(_("These dates do not suit you? Call us or write to us."),),
        calendar=has_place,
    )


@news("refused")
def refused(enrolment: Enrolment, event: EnrolmentEvent) -> News:
    return News(
        subject=_("Our answer to your request"),
        sentences=(
            _("We cannot give you a place in “%(course)s”.") % _course(enrolment),
            sayings.why_refused(enrolment.refusal_reason),
            _("Do you see it differently? Call us or write to us: we look at it again with you."),
        ),
        button=_("See the other courses"),
        facts=False,
        elsewhere=True,
    )


@messages.letter("training/emails/removal")
def removal(ids: dict) -> Letter:
    """A month before requests that came to nothing are deleted. One letter a person."""
    said = News(
        subject=_("We will soon delete your request"),
        sentences=(
            _("Some time ago you asked for a place in a Dutch course. You did not follow that course."),
            _("We do not keep your data longer than we need it: on %(day)s we delete your request.")
            % {"day": words.day(date.fromisoformat(ids["on"]))},
            _("Would you like to keep it, or to try again? Sign in before that day."),
        ),
        button=_("Sign in"),
        after=(_("Courses that you followed, and certificates, stay."),),
        facts=False,
    )
    context = {"news": said, "facts": [], "url": settings.SITE_URL + reverse("my_home")}
    return Letter(subject=str(said.subject), context=context, template=PAPER)


def _course(enrolment: Enrolment) -> dict[str, str]:
    return {"course": enrolment.session.title}


def _bring_your_calendar() -> str:
    return _("Open the attached calendar: it puts every half-day into your telephone.")


def _give_back() -> str:
    return _(
        "You cannot come after all? Give your place back on your page: somebody else will be glad of it."
    )


def _together() -> str:
    return _("There is one for each of you two: each answers for themselves.")


def _gone() -> str:
    return _("You have left “%(course)s”, as you asked.")


def _letter(enrolment: Enrolment, said: News) -> Letter:
    page = settings.SITE_URL + reverse("my_enrolment", args=[enrolment.pk])
    attachments = []
    if said.calendar:
        attachments = [(agenda.FILE_NAME, agenda.as_ics(enrolment, url=page), agenda.MIME_TYPE)]
    context = {
        "news": said,
        "facts": _facts(enrolment) if said.facts else [],
        "url": settings.SITE_URL + said.path if said.path or said.elsewhere else page,
    }
    return Letter(subject=str(said.subject), context=context, attachments=attachments, template=PAPER)


def _facts(enrolment: Enrolment) -> list[tuple[str, str]]:
    session = enrolment.session
    first: HalfDay | None = session.half_days.held().first()
    facts = [(_("Dates"), words.period(session.first_day, session.last_day))]
    if first is not None:
        lesson = f"{words.day(first.date)}, {words.span(first.start_time, first.end_time)}"
        facts.append((_("First lesson"), lesson))
    if session.room is not None:
        facts.append((_("Place"), f"{session.room.name}, {session.room.address}"))
    return facts
