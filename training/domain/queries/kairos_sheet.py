"""The KAIROS sheet of one enrolment: each field as the portal asks for it, and the steps with their ticks.

The portal is French: the labels are in the reader's language, what is copied is in French.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from training.domain import kairos
from training.enums import EXITS_FOR_WORK, KAIROS_STEPS, EnrolmentStatus, KairosStep
from training.models import Enrolment, KairosEntry, Room

S = EnrolmentStatus


@dataclass(frozen=True)
class Field:
    """`value` is what is copied; empty when it is not known."""

    label: str
    value: str


@dataclass(frozen=True)
class Step:
    step: KairosStep
    entry: KairosEntry | None
    is_late: bool = False


@dataclass(frozen=True)
class Sheet:
    enrolment: Enrolment
    person: list[Field]
    course: list[Field]
    way: list[Field]
    steps: list[Step]

    @property
    def is_late(self) -> bool:
        return any(one.is_late for one in self.steps)

    @property
    def groups(self) -> list[tuple[str, list[Field]]]:
        return [(_("The person"), self.person), (_("The course"), self.course), (_("The way"), self.way)]


def sheet(enrolment: Enrolment) -> Sheet:
    """Needs person, session with course, provider and room, and who referred. Dates as in French forms."""
    noted = {one.step: one for one in enrolment.kairos_entries.select_related("by")}
    is_late = kairos.late().filter(pk=enrolment.pk).exists()
    return Sheet(
        enrolment=enrolment,
        person=_person(enrolment),
        course=_course(enrolment),
        way=_way(enrolment),
        steps=[
            Step(KairosStep(step), noted.get(step), is_late and step == KairosStep.AES)
            for step in KAIROS_STEPS
        ],
    )


def _person(enrolment: Enrolment) -> list[Field]:
    person = enrolment.person
    return [
        Field(_("France Travail identifier"), person.france_travail_identifier),
        Field(_("Family name"), person.family_name),
        Field(_("Given name"), person.given_name),
        Field(_("Birth date"), _date(person.birth_date)),
    ]


def _course(enrolment: Enrolment) -> list[Field]:
    session = enrolment.session
    half_days = list(session.half_days.held())
    weeks: dict[tuple[int, int], int] = defaultdict(int)
    for one in half_days:
        weeks[one.date.isocalendar()[:2]] += one.minutes
    return [
        Field(_("Title of the course"), session.title_fr),
        Field(_("Code of the session"), session.code),
        Field(_("Training provider"), session.provider.name_fr),
        Field("SIRET", session.provider.siret),
        Field(_("Activity declaration number"), session.provider.activity_number),
        Field(_("Place"), _place(session.room)),
        Field(_("First day"), _date(session.first_day)),
        Field(_("Last day"), _date(session.last_day)),
        Field(_("Hours in all"), _hours(sum(one.minutes for one in half_days))),
        Field(_("Hours a week"), _hours(kairos.hours_a_week(weeks))),
        Field(_("Rhythm"), _in_french(session.get_rhythm_display)),
        Field(_("Price for the person"), _euros(session.course.price_cents)),
    ]


def _way(enrolment: Enrolment) -> list[Field]:
    ended, reason = _end(enrolment)
    return [
        Field(_("Referred by"), str(enrolment.referred_by or "")),
        Field(_("Place reserved on"), _moment(enrolment.confirmed_at)),
        Field(_("Entered on"), _entry(enrolment)),
        Field(_("Ended on"), _moment(ended)),
        Field(_("Reason of the end"), reason),
        Field(
            _("Left for work"),
            "oui" if enrolment.exit_reason in EXITS_FOR_WORK else "",
        ),
    ]


def _entry(enrolment: Enrolment) -> str:
    """Into this session: who came over in training entered it with the transfer, or on its first day."""
    if not enrolment.entered_at:
        return ""
    days = [timezone.localdate(one) for one in (enrolment.entered_at, enrolment.confirmed_at)]
    return _date(max(*days, enrolment.session.first_day))


def _end(enrolment: Enrolment) -> tuple[datetime | None, str]:
    """When this session was over for the person, and why."""
    if enrolment.status == S.COMPLETED:
        return enrolment.completed_at, _in_french(enrolment.get_status_display)
    if enrolment.status == S.EXITED:
        return enrolment.exited_at, _in_french(enrolment.get_exit_reason_display)
    if enrolment.status == S.TRANSFERRED and enrolment.entered_at:
        return enrolment.transferred_at, _in_french(enrolment.get_status_display)
    return None, ""


def _in_french(say: Callable[[], str]) -> str:
    with translation.override("fr"):
        return say()


def _place(room: Room | None) -> str:
    if room is None:
        return ""
    return room.address if room.town in room.address else f"{room.address}, {room.town}"


def _date(day) -> str:
    return f"{day:%d/%m/%Y}"


def _moment(moment) -> str:
    return _date(timezone.localdate(moment)) if moment else ""


def _euros(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"


def _hours(minutes: int) -> str:
    """'120' or '10,5': the portal counts in decimals."""
    whole, rest = divmod(minutes, 60)
    return f"{whole},{rest * 100 // 60:02d}".rstrip("0") if rest else str(whole)
