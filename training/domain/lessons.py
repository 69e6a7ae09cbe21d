"""What was worked on in a lesson, and which half-days nobody may miss."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain.permissions import can_plan, can_take_register, insist
from training.enums import HalfDayPurpose
from training.exceptions import Refusal
from training.models import CanDo, HalfDay, LessonNote, MandatoryHalfDay, Session

LONGEST_NOTE = 300


@transaction.atomic
def note(*, half_day: HalfDay, by: User, text: str = "", can_dos: Iterable[CanDo] = ()) -> LessonNote | None:
    """The trainer writes what the group worked on, once the lesson has begun; written again it is mended.

    Empty words and no statement take the note away. About the group, so not frozen with the register.
    """
    insist(can_take_register(by, half_day))
    if timezone.now() < half_day.starts_at or half_day.cancelled_at:
        raise Refusal(_("This lesson has not begun."), code="not_begun")
    if len(text) > LONGEST_NOTE:
        raise Refusal(_("At most 300 characters."), code="text")
    can_dos = list(can_dos)
    HalfDay.objects.select_for_update(of=("self",), no_key=True).get(pk=half_day.pk)
    if not text.strip() and not can_dos:
        LessonNote.objects.filter(half_day=half_day).delete()
        return None
    facts = {"text": text.strip(), "written_by": by, "written_at": timezone.now()}
    written, _created = LessonNote.objects.update_or_create(half_day=half_day, defaults=facts)
    written.can_dos.set(can_dos)
    return written


@transaction.atomic
def set_mandatory(*, session: Session, purposes: Mapping[int, str], by: User) -> None:
    """Which half-days the certificate asks for: by id of the half-day, with what each is for ("" for none).

    Not one whose register is closed: what a certificate needs is known before the lesson.
    """
    insist(can_plan(by))
    half_days = session.half_days.held().select_for_update(of=("self",), no_key=True)
    for half_day in half_days.select_related("mandatory").order_by("pk"):
        purpose = purposes.get(half_day.pk, purpose_of(half_day))
        if purpose == purpose_of(half_day):
            continue
        if half_day.is_closed:
            raise Refusal(_("This register is closed: nothing in it changes any more."), code="closed")
        if purpose:
            facts = {"purpose": HalfDayPurpose(purpose)}
            MandatoryHalfDay.objects.update_or_create(half_day=half_day, defaults=facts)
        else:
            MandatoryHalfDay.objects.filter(half_day=half_day).delete()


def purpose_of(half_day: HalfDay) -> str:
    """Needs `mandatory` loaded."""
    found = getattr(half_day, "mandatory", None)
    return found.purpose if found else ""
