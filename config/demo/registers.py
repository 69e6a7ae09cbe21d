"""The papers of the registers in the demo school: statements, certificates, a sheet that came back."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw

from accounts.models import Person, User
from certificates.domain import attesting
from certificates.enums import AttestationKind
from config.demo.clock import on
from training.domain import paper_sheets, papers_of_register, statements
from training.models import Enrolment, Session

DOTS = 150  # an inch, as a telephone sees a page


def certify_months(*, session: Session, by: User, day: date, printed_for: Person) -> None:
    """The coordinator certified every month but the last, which waits; one person's first is printed."""
    with on(day):
        for month in statements.months(session)[:-1]:
            for one in session.enrolments.filter(marks__half_day__date__month=month.month).distinct():
                statements.certify(enrolment=one, month=month, by=by)
        for one in session.enrolments.filter(person=printed_for):
            statements.print_statement(one.statements.order_by("month")[0].pk)


def attest(*, kind: AttestationKind, enrolments: Sequence[Enrolment], by: User, day: date) -> None:
    """Ordered and made at once: the school is built by the process that signs."""
    with on(day):
        for one in enrolments:
            paper = attesting.order(enrolment=one, kind=kind, by=by)
            attesting.make(paper.pk)


def bring_a_sheet_back(*, session: Session, trainer: User) -> None:
    """The trainer printed the sheet of her last closed lesson, people signed it, and she took a photo."""
    half_day = session.half_days.held().closed().latest("date", "start_time")
    stretch = papers_of_register.stretch(session, half_day.date.isoformat())
    with on(half_day.date + timedelta(days=1), hour=8):
        pdf = papers_of_register.print_sheet(session, stretch, is_filled=False).pdf
        paper_sheets.bring_back(session=session, content=photographed(pdf), by=trainer)


def file_a_packet(*, session: Session, trainer: User, day: date, due: int) -> None:
    """Signed on paper: one scan of the whole packet, filed by hand; the last `due` are still awaited."""
    half_days = list(session.half_days.held().closed().order_by("date", "start_time"))[:-due]
    with on(day):
        scan = packet(f"{session.code}\n{half_days[0].date:%d/%m/%Y} - {half_days[-1].date:%d/%m/%Y}")
        sheet = paper_sheets.bring_back(session=session, content=scan, by=trainer)
        paper_sheets.file_to(sheet=sheet, half_days=half_days, by=trainer)


def packet(title: str) -> bytes:
    """The cover of a packet of sheets: nothing on it can be read by a machine."""
    page, kept = Image.new("RGB", (1240, 1754), "white"), BytesIO()
    ImageDraw.Draw(page).multiline_text((120, 160), f"Feuilles signées\n{title}", fill="black", font_size=48)
    page.save(kept, "JPEG", quality=70)
    return kept.getvalue()


def photographed(pdf: bytes) -> bytes:
    kept = BytesIO()
    document = pypdfium2.PdfDocument(pdf)
    try:
        document[0].render(scale=DOTS / 72).to_pil().convert("RGB").save(kept, "JPEG", quality=70)
    finally:
        document.close()
    return kept.getvalue()
