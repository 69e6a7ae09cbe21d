"""The machine of the press: WeasyPrint, set once per process and template. Only `documents.press` starts it.

Fonts, style sheets, drawings and standing pages are kept; printings of one process wait for each other,
because they share them.
"""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from functools import partial
from threading import Lock

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from weasyprint import Attachment
from weasyprint.urls import FatalURLFetchingError

from documents import proofreading, standing
from documents.exceptions import PressFault, PressRefusal
from documents.finishing import finisher
from documents.press import Enclosed
from documents.sheets import SHEETS, Sheet
from documents.typesetting import ARCHIVAL, laid_out, languages_of, type_of

logger = logging.getLogger(__name__)
one_at_a_time = Lock()


def run(
    template: str,
    facts,
    *,
    language: str,
    attachments: Sequence[Enclosed],
    room: int = 0,
    whole: bool = False,
) -> tuple[bytes, int]:
    """The bytes, with `room` of them kept free for a seal, and the number of pages. `whole`: without
    standing type.

    Raises PressRefusal and PressFault, see `press.print_document`.
    """
    sheet = SHEETS[template]
    proofreading.refuse_gaps(facts)
    proofreading.refuse_unprintable(facts)
    with one_at_a_time, _garbage_left_lying(), override(language):
        try:
            if sheet.stands and not whole:
                return _standing(sheet, facts, language=language, attachments=attachments, room=room)
            return _whole(sheet, facts, language=language, attachments=attachments, room=room)
        except FatalURLFetchingError as fault:  # not an Exception: nothing else would stop it
            raise PressFault(str(fault)) from fault


@contextmanager
def _garbage_left_lying() -> Iterator[None]:
    """Until the page is printed. A layout makes a hundred thousand objects that are needed to its end, and
    Python would look through them again and again.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _pages(sheet: Sheet, facts, *, language: str) -> Iterator[str]:
    """The page as HTML, in one density after the other."""
    scene = sheet.scene(facts, language=language) | {"facts": facts, "language": language}
    for density in sheet.densities(facts):
        yield render_to_string(f"documents/{sheet.pair(facts)}/page.html", scene | {"density": density})


def _standing(
    sheet: Sheet, facts, *, language: str, attachments: Sequence[Enclosed], room: int
) -> tuple[bytes, int]:
    """The first density that fits, from standing type; as a whole when such a page cannot stand."""
    kept = type_of(sheet.pair(facts))
    names = [(each.name, each.relationship) for each in attachments]
    enclose = partial(_enclosed, attachments, facts)
    try:
        for page in _pages(sheet, facts, language=language):
            setting = standing.setting(page, kept, names=names, enclose=enclose, room=room)
            if setting.pages <= sheet.pages:
                return setting.printed([each.content for each in attachments]), setting.pages
    except standing.Unfit:
        logger.error("the page of a %s cannot stand: it is printed as a whole", sheet.name)
    return _whole(sheet, facts, language=language, attachments=attachments, room=room)


def _whole(
    sheet: Sheet, facts, *, language: str, attachments: Sequence[Enclosed], room: int
) -> tuple[bytes, int]:
    """The first density that fits, every part of it laid out for this document."""
    kept = type_of(sheet.pair(facts))
    for source in _pages(sheet, facts, language=language):
        page = standing.page_of(standing.Copy.of(source), kept)
        document = laid_out(page, kept)
        if sheet.pages is None or len(document.pages) <= sheet.pages:
            finish = finisher(section_languages=languages_of(page), room=room)
            pdf = document.write_pdf(finisher=finish, attachments=_enclosed(attachments, facts), **ARCHIVAL)
            return pdf, len(document.pages)
    raise PressRefusal(
        _(
            "The texts are too long for the page. Shorten the can-do statements or the titles, or let fewer "
            "people sign."
        )
    )


def forget() -> None:
    type_of.cache_clear()
    standing.forget()


def _enclosed(attachments: Sequence[Enclosed], facts) -> list[Attachment]:
    moment = datetime.combine(facts.dated, time(), tzinfo=UTC)
    return [
        Attachment(
            string=each.content,
            name=each.name,
            relationship=each.relationship,
            created=moment,
            modified=moment,
        )
        for each in attachments
    ]
