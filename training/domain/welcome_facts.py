"""What a welcome pack says, gathered from the course, the session and the rules, in both languages."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from accounts.enums import Language, OrganisationKind
from accounts.models import Organisation
from documents.facts import Article, FundingStatement, Lesson, Place, WelcomeFacts
from training.domain import words
from training.models import Delivery, HalfDay, InternalRules, Room, Session

TIMETABLE = ("first_day", "last_day", "minutes_planned", "weekly", "places", "lessons", "trainers")
PROGRAMME = ("audience", "prerequisites", "methods", "evaluation", "accessibility", "access_delay")


def gather(session: Session, rules: InternalRules) -> dict[str, dict]:
    """The session's part of `WelcomeFacts` for each language, as JSON keeps it. Nobody's personal part."""
    half_days = list(session.half_days.held().select_related("room", "trainer"))
    trainers = [one.get_full_name() for one in session.trainers.order_by("last_name", "pk")]
    operator = Organisation.objects.filter(kind=OrganisationKind.OPERATOR).order_by("pk").first()
    found = {}
    for language in Language.values:
        with override(language):
            found[language] = _in_one_language(session, rules, half_days, trainers, operator)
    return found


def of(delivery: Delivery) -> WelcomeFacts:
    """The whole, with the person's part. Raises ValueError for facts of an older form."""
    person = delivery.enrolment.person
    own = {
        "number": delivery.pack.number,
        "holder_name": person.full_name,
        "identifier": person.france_travail_identifier,
        "page_url": settings.SITE_URL + reverse("my_enrolment", args=[delivery.enrolment_id]),
        "delivered_on": timezone.localdate(delivery.delivered_at).isoformat(),
    }
    return WelcomeFacts.from_json(delivery.pack.facts[delivery.language] | own)


def differ_beyond_dates(before: dict[str, dict], after: dict[str, dict]) -> bool:
    """Something else than the timetable changed: a changed timetable has a letter of its own."""
    return any(
        before[language].get(name) != value
        for language, facts in after.items()
        for name, value in facts.items()
        if name not in TIMETABLE
    )


def _in_one_language(
    session: Session,
    rules: InternalRules,
    half_days: list[HalfDay],
    trainers: list[str],
    operator: Organisation | None,
) -> dict[str, Any]:
    """Made as whole facts, checked and written the one way; the person's part is left out."""
    course, provider = session.course, session.provider
    taught = [one.trainer.get_full_name() for one in half_days if one.trainer]
    facts = WelcomeFacts(
        **dict.fromkeys(("holder_name", "identifier", "page_url"), ""),
        number=0,
        delivered_on=session.first_day,
        title=session.title,
        session_code=session.code,
        provider_name=provider.name,
        provider_nda=provider.activity_number,
        provider_siret=provider.siret,
        provider_region=provider.activity_region,
        provider_contact=_contact(provider),
        operator_name=operator.name if operator else "",
        operator_contact=_contact(operator) if operator else (),
        first_day=session.first_day,
        last_day=session.last_day,
        minutes_planned=sum(one.minutes for one in half_days),
        weekly=tuple(words.weekly(half_days)),
        trainers=tuple(dict.fromkeys([*trainers, *taught])),
        places=tuple(_place(room) for room in dict.fromkeys(one.room for one in half_days) if room),
        price_cents=course.price_cents,
        objectives=tuple(course.objectives),
        updated_on=course.updated_on,
        lessons=tuple(_lesson(one) for one in half_days),
        rules_number=rules.number,
        rules_since=rules.valid_from,
        articles=articles(rules.text),
        funding=FundingStatement(),
        **{name: getattr(course, name) for name in PROGRAMME},
    ).to_json()
    for name in ("number", "holder_name", "identifier", "page_url", "delivered_on"):
        del facts[name]
    return facts


def articles(text: str) -> tuple[Article, ...]:
    """Headings begin with `#`; each line under one is a paragraph."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found, heading = [], ""
    for is_heading, group in groupby(lines, key=lambda line: line.startswith("#")):
        if is_heading:
            heading = " – ".join(line.lstrip("# ") for line in group)
        else:
            found.append(Article(heading=heading, paragraphs=tuple(group)))
            heading = ""
    return tuple(found)


def _contact(organisation: Organisation) -> tuple[str, ...]:
    return tuple(
        line for line in (organisation.address, organisation.phone, organisation.email) if line.strip()
    )


def _place(room: Room) -> Place:
    name = ", ".join(part for part in (room.name, room.building) if part)
    address = room.address if room.town in room.address else f"{room.address}, {room.town}"
    return Place(name=name, address=address, access=room.access)


def _lesson(one: HalfDay) -> Lesson:
    return Lesson(
        day=one.date,
        hours=words.span(one.start_time, one.end_time),
        place=str(one.room or one.get_modality_display()),
        trainer=one.trainer.get_full_name() if one.trainer else "",
    )
