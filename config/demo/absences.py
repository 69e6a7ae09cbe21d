"""Absences of the running course: announced, proved, noticed, followed up by telephone."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from config.demo.clock import on
from config.demo.story import picture
from training.domain import alerting, announcing, contacts, proofs
from training.enums import ContactChannel, ContactDirection
from training.models import AbsenceCode, Enrolment, HalfDay


def missed(enrolments: Sequence[Enrolment], lessons: Sequence[HalfDay]) -> dict[tuple[int, date], str]:
    """Who was absent from the last lessons: one without a word, twice; one with sick leave."""
    silent, ill = enrolments[6], enrolments[8]
    absent = {(silent.pk, lesson.date): "U_UNJUSTIFIED" for lesson in lessons}
    return absent | {(ill.pk, lessons[-1].date): "J_SICK"}


def follow_up(enrolments: Sequence[Enrolment], *, missed_on: date, by: User, today: date) -> None:
    """This morning: alerts went out, somebody was rung up, a proof came in, two announced an absence."""
    announces, by_telephone, silent, ill = (enrolments[number] for number in (1, 0, 6, 8))
    codes = {code.code: code for code in AbsenceCode.objects.all()}
    with on(today, hour=8):
        alerting.raise_due()
    with on(today, hour=8, minute=20):
        facts = {"channel": ContactChannel.TELEPHONE, "by": by}
        tried = {"direction": ContactDirection.UNREACHED, "next_step": "Rappeler en fin de journée"}
        contacts.note(enrolment=silent, next_on=today, **facts | tried)
        said = "Revient demain, envoie le justificatif par le site."
        contacts.note(enrolment=ill, direction=ContactDirection.INWARDS, what=said, **facts)
    with on(today, hour=9):
        facts = {"absence_code": codes["J_SICK"], "first_day": missed_on, "last_day": missed_on}
        proofs.give(enrolment=ill, content=picture(), by=ill.person.user, **facts)
        lesson = ill.session.half_days.held().filter(date__gt=today).order_by("date", "start_time").first()
        if lesson is not None:
            facts = {"half_days": [lesson], "absence_code": codes["J_INTERVIEW"]}
            announcing.announce(enrolment=announces, by=announces.person.user, **facts)
            facts |= {"absence_code": codes["J_TRANSPORT"]}
            announcing.announce(enrolment=by_telephone, by=by, **facts)
