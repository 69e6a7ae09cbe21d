"""The machine of the press: WeasyPrint, set once per process and template. Only `documents.press` starts it.

Fonts, style sheets and drawings are read once; printings of one process wait for each other, because they
share them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cache
from threading import Lock

from django.template.loader import get_template, render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from weasyprint import CSS, HTML, Attachment, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from documents import health, proofreading
from documents.addresses import PER_PERSON
from documents.artwork import PaintedOnce
from documents.exceptions import PressFault, PressRefusal
from documents.fetcher import OwnFiles
from documents.finishing import finisher
from documents.press import Enclosed
from documents.sheets import SHEETS, Sheet

ARCHIVAL = {"pdf_variant": "pdf/a-3a", "output_intent": "--press"}  # the colour profile of press.css
STYLES = "documents/parts/press.css"
one_at_a_time = Lock()


@dataclass
class Type:
    """What is set once for a template and used for every printing: fonts, styles, colours, drawings."""

    fetcher: OwnFiles = field(default_factory=OwnFiles)
    fonts: FontConfiguration = field(default_factory=FontConfiguration)  # each new one leaks 0.2 MiB
    styles: list[CSS] = field(default_factory=list)
    profiles: dict = field(default_factory=dict)
    drawings: dict = field(default_factory=dict)


def run(
    template: str, facts, *, language: str, attachments: Sequence[Enclosed], room: int = 0
) -> tuple[bytes, int]:
    """The bytes, with `room` of them kept free for a seal, and the number of pages.

    Raises PressRefusal and PressFault, see `press.print_document`.
    """
    sheet = SHEETS[template]
    proofreading.refuse_gaps(facts)
    proofreading.refuse_unprintable(facts)
    with one_at_a_time, override(language):
        try:
            document, languages = _laid_out(sheet, facts, language=language)
            pdf = document.write_pdf(
                finisher=finisher(section_languages=languages, room=room),
                **ARCHIVAL,
                attachments=[_attachment(each, dated=facts.dated) for each in attachments],
            )
        except FatalURLFetchingError as fault:  # not an Exception: nothing else would stop it
            raise PressFault(str(fault)) from fault
    return pdf, len(document.pages)


def _laid_out(sheet: Sheet, facts, *, language: str) -> tuple[Document, list[str]]:
    """The first of the sheet's densities that fits its pages."""
    kept = _type(sheet.name)
    scene = sheet.scene(facts, language=language) | {"facts": facts, "language": language}
    for density in sheet.densities(facts):
        page = HTML(
            string=render_to_string(f"documents/{sheet.name}/page.html", scene | {"density": density}),
            url_fetcher=kept.fetcher,
        )
        document = _rendered(page, kept)
        if sheet.pages is None or len(document.pages) <= sheet.pages:
            return document, [each.get("lang") for each in page.etree_element.iter("section")]
    raise PressRefusal(_("The texts are too long for the page. Shorten the can-do statements or the titles."))


def _rendered(page: HTML, kept: Type) -> Document:
    """Lay the page out. One that brought new drawings is laid out again with their painted form, so that
    the first document of a process has the same bytes as the thousandth.
    """
    drawings = dict(kept.drawings)
    document = page.render(
        font_config=kept.fonts,
        stylesheets=kept.styles,
        color_profiles=kept.profiles,
        cache=drawings,
        **ARCHIVAL,
    )
    fresh = {url for url in drawings.keys() - kept.drawings.keys() if not url.startswith(PER_PERSON)}
    if not fresh:
        return document
    kept.drawings.update({url: PaintedOnce(drawings[url]) for url in fresh})
    return _rendered(page, kept)


@cache
def _type(name: str) -> Type:
    """Read fonts and styles of a template, once per process. Raises PressFault when a library is missing."""
    health.refuse_to_start()
    kept = Type()
    for path in (STYLES, f"documents/{name}/page.css"):
        source = get_template(path).template.source
        kept.styles.append(
            CSS(
                string=source,
                url_fetcher=kept.fetcher,
                font_config=kept.fonts,
                color_profiles=kept.profiles,
            )
        )
    return kept


def forget() -> None:
    _type.cache_clear()


def _attachment(enclosed: Enclosed, *, dated) -> Attachment:
    moment = datetime.combine(dated, time(), tzinfo=UTC)
    return Attachment(
        string=enclosed.content,
        name=enclosed.name,
        relationship=enclosed.relationship,
        created=moment,
        modified=moment,
    )
