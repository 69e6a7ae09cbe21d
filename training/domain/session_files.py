"""The whole file of a session as one ZIP: every paper, an index, and the SHA-256 of each (decision 0103).

Made by the worker. Equal papers make equal bytes: names are sorted, moments are left out, nothing says when
it was asked for. `sources` is where a floor above adds its papers.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from tempfile import TemporaryFile
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.files.base import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from documents import store
from documents.exceptions import DocumentAltered
from documents.models import archive
from training.domain import amending, csv_text, paper_sheets, papers_of_register, session_index
from training.domain.permissions import insist
from training.domain.session_index import Entry
from training.exceptions import Refusal
from training.models import Amendment, MonthlyStatement, Session, SessionFile
from training.signals import session_file_ordered

logger = logging.getLogger(__name__)
FOLDER = "session-files"
KEPT_FOR = timedelta(days=30)
PATIENCE = timedelta(minutes=10)
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment a ZIP can say: the same for every file
SUMS = "SHA256SUMS"
CORRECTED = ("mark__half_day", "mark__enrolment__person", "old_absence_code", "absence_code", "by")
CORRECTION = (
    "date", "moment", "nom", "avant", "avant_retard", "avant_depart", "apres", "retard", "depart", "motif",
    "auteur", "quand",
)  # fmt: skip
PACKED = (".csv", ".jsonl", ".html", ".css")  # a PDF or a picture gets no smaller


@dataclass(frozen=True)
class Paper:
    """One file of the ZIP. `read` makes or fetches its bytes; `about` says in French what it is."""

    name: str
    about: str
    read: Callable[[], bytes]


# Each takes a session and gives its papers; the names of two sources never meet.
Source = Callable[[Session], list[Paper]]
sources: list[Source] = []


def can_order(user: User) -> Verdict:
    if user.runs_the_office:
        return YES
    return Verdict(False, _("Only the coordination asks for the whole file of a session."))


@transaction.atomic
def order(*, session: Session, by: User) -> SessionFile:
    """Asks the worker for the file. Idempotent while one is being made."""
    insist(can_order(by))
    Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk)
    if being_made := session.files.unmade().first():
        return being_made
    file = SessionFile.objects.create(session=session, ordered_at=timezone.now(), ordered_by=by)
    news = {"file_id": file.pk}
    transaction.on_commit(lambda: session_file_ordered.send_robust(SessionFile, **news))
    return file


def make(file_id: int) -> SessionFile | None:
    """Gathers every paper and keeps the ZIP. Idempotent: of two workers the first who is done keeps its own.

    A paper that cannot be read stops it: a file with a hole looks whole. Its sentence stays with the order.
    """
    file = SessionFile.objects.select_related("session__provider", "ordered_by").filter(pk=file_id).first()
    if file is None or file.made_at or file.trouble:
        return file
    papers = papers_of(file.session)
    SessionFile.objects.filter(pk=file_id).update(total=len(papers), done=0)
    with TemporaryFile() as written:
        try:
            _write(written, papers, session=file.session, tell=_teller(file_id))
        except (Refusal, DocumentAltered, FileNotFoundError) as fault:
            logger.critical("file of session %s: %s", file.session_id, type(fault).__name__)
            return _note_trouble(file_id, fault)
        return _keep(file_id, written)


def papers_of(session: Session) -> list[Paper]:
    """Everything there is, in order of name."""
    found = [
        paper for source in (_sheets, _scans, _statements, _chain, *sources) for paper in source(session)
    ]
    return sorted(found, key=lambda paper: paper.name)


def read(file: SessionFile):
    """The open file, to be streamed. Raises FileNotFoundError when the store has lost it."""
    return archive().open(file.file.name)


def left_behind() -> QuerySet[SessionFile]:
    """Orders that a lost message or a killed worker left: a fresh one is in its first worker's hands."""
    old = timezone.now() - PATIENCE
    return SessionFile.objects.unmade().filter(ordered_at__lt=old).order_by("pk")


def forget() -> int:
    """Copies whose 30 days are over: the row and the bytes. Returns how many."""
    over = list(SessionFile.objects.filter(ordered_at__lt=timezone.now() - KEPT_FOR).order_by("pk"))
    for file in over:
        name = file.file.name
        file.delete()
        if name:
            archive().delete(name)
    return len(over)


# Papers of this floor


def _sheets(session: Session) -> list[Paper]:
    """The filled sheet of each week in which a register is closed."""
    rows = session.half_days.held().select_related("room", "trainer").order_by("date", "start_time", "pk")
    return [
        Paper(
            name=f"emargement/{session.code}-{week.name}.pdf",
            about=f"Feuille d’émargement de la semaine {week.name}",
            read=lambda week=week: papers_of_register.print_sheet(session, week, is_filled=True).pdf,
        )
        for week in papers_of_register.weeks(rows)
        if week.closed
    ]


def _scans(session: Session) -> list[Paper]:
    sheets = session.paper_sheets.served().prefetch_related("half_days").order_by("pk")
    return [
        Paper(
            name=f"papier/{_names(one.half_days.all()) or 'a-classer'}-{one.file_name}",
            about="Feuille signée sur papier, telle qu’elle est revenue",
            read=lambda one=one: paper_sheets.read(one),
        )
        for one in sheets
    ]


def _names(half_days) -> str:
    """'2026-11-24-AM_2026-11-24-PM'; of a whole week only the first and the last."""
    names = sorted(f"{one.date.isoformat()}-{one.part}" for one in half_days)
    return "_".join(dict.fromkeys((names[0], names[-1]))) if names else ""


def _statements(session: Session) -> list[Paper]:
    """Each version that was certified and printed, and their figures as a table."""
    rows = MonthlyStatement.objects.filter(enrolment__session=session).exclude(document=None)
    rows = list(rows.select_related("document", "enrolment__person").order_by("month", "enrolment", "number"))
    papers = [
        Paper(
            name=f"etats-mensuels/{one.month:%Y-%m}-{one.enrolment_id}-v{one.number}.pdf",
            about=_about_statement(one),
            read=lambda one=one: store.read(one.document),
        )
        for one in rows
    ]
    if rows:
        standing = [one for one in rows if one.replaced_at is None]
        table = Paper(
            name="etats-mensuels/etats-mensuels.csv",
            about="États de présence en vigueur, en minutes",
            read=lambda: csv_text.of_statements(standing).encode("utf-8-sig"),
        )
        papers.append(table)
    return papers


def _chain(session: Session) -> list[Paper]:
    """What was frozen, link by link, to be checked without this site; and the documents of corrections."""
    links = list(session.chain.order_by("number"))
    papers = []
    if links:
        lines = "".join(f'{{"hash":"{one.hash}","payload":{one.payload}}}\n' for one in links)
        about = "Chaîne des feuilles d’émargement : hash est le SHA-256 de payload (RFC 8785)"
        papers.append(Paper(name="chaine/chaine.jsonl", about=about, read=lines.encode))
    rows = Amendment.objects.filter(mark__half_day__session=session).order_by("pk")
    papers += [
        Paper(
            name=f"corrections/{one.pk}.{one.media_type.rpartition('/')[2]}",
            about=f"Pièce jointe à une correction du {one.mark.half_day.date:%d/%m/%Y}",
            read=lambda one=one: amending.read_document(one),
        )
        for one in rows.exclude(document="").select_related("mark__half_day")
    ]
    corrections = [_correction(one) for one in rows.select_related(*CORRECTED)]
    if corrections:
        papers.append(
            Paper(
                name="corrections/corrections.csv",
                about="Corrections après la signature : avant, après, motif, auteur",
                read=lambda: csv_text.written(CORRECTION, corrections).encode("utf-8-sig"),
            )
        )
    return papers


def _correction(one: Amendment) -> tuple:
    half_day = one.mark.half_day
    return (
        half_day.date.isoformat(),
        half_day.part,
        one.mark.enrolment.person.full_name,
        one.old_absence_code.code if one.old_absence_code else "PRESENT",
        one.old_minutes_late,
        one.old_minutes_left_early,
        one.absence_code.code if one.absence_code else "PRESENT",
        one.minutes_late,
        one.minutes_left_early,
        one.reason,
        one.by.get_full_name(),
        one.at.isoformat(),
    )


def _about_statement(one: MonthlyStatement) -> str:
    replaced = ", remplacé" if one.replaced_at else ""
    return f"État de présence {one.month:%m/%Y}, {one.enrolment.person}, version {one.number}{replaced}"


# Writing


def _write(written, papers: list[Paper], *, session: Session, tell: Callable[[int], None]) -> None:
    entries: list[Entry] = []
    with ZipFile(written, "w") as whole:
        for number, paper in enumerate(papers, start=1):
            entries.append(_put(whole, paper.name, paper.read(), about=paper.about))
            tell(number)
        entries += [_put(whole, name, text.encode()) for name, text in session_index.files(session, entries)]
        by_name = sorted(entries, key=lambda one: one.name)
        _put(whole, SUMS, "".join(f"{one.sha256}  {one.name}\n" for one in by_name).encode())


def _put(whole: ZipFile, name: str, content: bytes, *, about: str = "") -> Entry:
    entry = ZipInfo(name, date_time=EPOCH)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    packed = ZIP_DEFLATED if name.endswith(PACKED) else ZIP_STORED
    whole.writestr(entry, content, compress_type=packed)
    return Entry(name=name, about=about, sha256=hashlib.sha256(content).hexdigest(), size=len(content))


def _teller(file_id: int) -> Callable[[int], None]:
    return lambda number: SessionFile.objects.filter(pk=file_id).update(done=number)


def _keep(file_id: int, written) -> SessionFile:
    written.seek(0)
    sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    size = written.tell()
    written.seek(0)
    name = archive().save(f"{FOLDER}/{uuid4()}.zip", File(written))
    made = {"file": name, "sha256": sha256, "size": size, "made_at": timezone.now()}
    if not SessionFile.objects.unmade().filter(pk=file_id).update(**made):
        archive().delete(name)
    return SessionFile.objects.get(pk=file_id)


def _note_trouble(file_id: int, fault: Exception) -> SessionFile:
    sentence = str(fault) if isinstance(fault, Refusal) else _("A paper of this session cannot be read.")
    SessionFile.objects.unmade().filter(pk=file_id).update(trouble=sentence[:300])
    return SessionFile.objects.get(pk=file_id)
