"""Everything that happened to one person: enrolments, letters, tests. Floors above add their own lines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import letters
from accounts.enums import LEFT_US, MessageStatus
from accounts.models import Message, Person, User
from training.domain import sayings
from training.models import Contact, Enrolment, EnrolmentEvent, PlacementAttempt


@dataclass(frozen=True)
class Line:
    """What happened. `who` has a name for the office; `said` is the same in words for the person."""

    at: datetime
    what: str
    said: str
    about: str = ""
    who: str = ""
    note: str = ""
    note_said: str = ""


# Each gives the lines of one person in a constant number of queries. An app above registers its own in
# `AppConfig.ready`: sources.append(certificates_in_time)
Source = Callable[[Person], list[Line]]
sources: list[Source] = []


def of(person: Person) -> list[Line]:
    """Newest first."""
    own = (enrolments, messages, tests, merged_files, contacts)
    found = [line for source in (*own, *sources) for line in source(person)]
    return sorted(found, key=lambda line: line.at)[::-1]  # at one moment, the later step stands higher


def for_the_person(user: User) -> list[Line]:
    """Of the account's own person; empty for who has no file."""
    person = Person.objects.filter(user=user).first()
    return of(person) if person else []


def items(lines: list[Line]) -> list[dict]:
    """For components/timeline.html: without names and notes of the office."""
    return [
        {
            "title": line.said,
            "when": timezone.localtime(line.at),
            "when_words": "",
            "text": " – ".join(part for part in (line.about, line.note_said) if part),
            "state": "done",
        }
        for line in lines
    ]


def enrolments(person: Person) -> list[Line]:
    own = Enrolment.objects.filter(person=person).order_by()
    events = EnrolmentEvent.objects.filter(enrolment__in=own).select_related("by", "enrolment__session")
    return [_of_event(event, person) for event in events]


def _of_event(event: EnrolmentEvent, person: Person) -> Line:
    words = [str(event.get_to_status_display()), event.reason_words]
    return Line(
        at=event.at,
        what=" – ".join(part for part in words if part),
        said=sayings.happened(event),
        about=event.enrolment.session.title,
        who=str(event.by) if event.by else _("The system"),
        note=event.note,
        note_said=sayings.who_decided(event, person),
    )


def messages(person: Person) -> list[Line]:
    """Each letter with what became of it: waiting, sent, failed, come back."""
    rows = Message.objects.filter(recipient=person.user_id) if person.user_id else Message.objects.none()
    return [_of_message(one) for one in rows]


def _of_message(one: Message) -> Line:
    letter = {"letter": letters.called(one.template)}
    trouble = str(one.get_trouble_display())
    became = " – ".join(part for part in (str(one.get_status_display()), trouble) if part)
    arrived = one.status in (MessageStatus.SENT, MessageStatus.DROPPED, MessageStatus.QUEUED)
    look = "" if arrived else " " + _("Look whether your e-mail address is right.")
    return Line(
        at=(one.sent_at if one.status in LEFT_US else None) or one.created_at,
        what=_("Letter: %(letter)s") % letter,
        said=_("We wrote to you: %(letter)s") % letter,
        note=became,
        note_said=f"{one.get_status_display()}.{look}",
    )


def merged_files(person: Person) -> list[Line]:
    return [
        Line(
            at=one.merged_at,
            what=_("Another file of this person was joined to this one"),
            said=_("Two files of yours became one"),
        )
        for one in person.merged_from.all()
    ]


def contacts(person: Person) -> list[Line]:
    """Who was in touch with the person; what was said is for the office."""
    rows = Contact.objects.filter(enrolment__person=person).select_related("by", "enrolment__session")
    return [
        Line(
            at=one.at,
            what=f"{one.get_channel_display()} – {one.get_direction_display()}",
            said=_("You and the school were in touch"),
            about=one.enrolment.session.title,
            who=str(one.by) if one.by else _("The system"),
            note=" – ".join(part for part in (one.what, one.next_step) if part),
        )
        for one in rows
    ]


def tests(person: Person) -> list[Line]:
    if not person.user_id:
        return []
    done = PlacementAttempt.objects.finished().filter(user=person.user_id).prefetch_related("results")
    return [
        Line(
            at=one.finished_at,
            what=_("Placement test finished"),
            said=_("You took the placement test"),
            note=", ".join(
                f"{row.get_skill_display()} {row.get_level_display()}" for row in one.results.all()
            ),
        )
        for one in done
    ]
