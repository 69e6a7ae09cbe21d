"""Setting a page with WeasyPrint: what is set once for a template, and one page laid out with it."""

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cache

from django.template.loader import get_template
from weasyprint import CSS, Document
from weasyprint.text.fonts import FontConfiguration

from documents import health, logos
from documents.addresses import LOGO, PER_PERSON, QR, STAIR, address_of_qr
from documents.artwork import PaintedOnce, PrintedLogo, SquareCode
from documents.fetcher import OwnFiles
from documents.pages import Page

ARCHIVAL = {"pdf_variant": "pdf/a-3a", "output_intent": "--press"}  # the colour profile of press.css
STYLES = "documents/parts/press.css"


@dataclass
class Type:
    """What is set once for a template and used for every printing: fonts, styles, colours, drawings."""

    fetcher: OwnFiles = field(default_factory=OwnFiles)
    fonts: FontConfiguration = field(default_factory=FontConfiguration)  # each new one leaks 0.2 MiB
    styles: list[CSS] = field(default_factory=list)
    profiles: dict = field(default_factory=dict)
    drawings: dict = field(default_factory=dict)
    pages: OrderedDict[tuple[str, ...], Page] = field(default_factory=OrderedDict)  # see standing.galleys


@cache
def type_of(pair: str) -> Type:
    """Fonts and styles of a template pair, read once per process. Raises PressFault without a library."""
    health.refuse_to_start()
    kept = Type()
    for path in (STYLES, f"documents/{pair}/page.css"):
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


def laid_out(page: Page, kept: Type) -> Document:
    """Lay the page out. One that brought new drawings is laid out again with their painted form, so that
    the first document of a process has the same bytes as the thousandth.
    """
    drawings = kept.drawings | _square_codes(page)
    document = page.lay_out(kept, {"cache": drawings, **ARCHIVAL})
    named = {key for key in drawings if key.startswith("press:")}  # beside the bytes of logos
    fresh = {url for url in named - kept.drawings.keys() if not url.startswith(PER_PERSON)}
    if not fresh:
        return document
    kept.drawings.update({url: _painted(url, drawings[url]) for url in fresh})
    page.tree = None  # its boxes hold the drawings as they came
    return laid_out(page, kept)


def _painted(url: str, image) -> PaintedOnce | PrintedLogo:
    if url.startswith(LOGO):
        return PrintedLogo(logos.read(url.removeprefix(LOGO)))
    return PaintedOnce(image, lettered=url.startswith(STAIR))


def _square_codes(page: Page) -> dict[str, SquareCode]:
    named = {each.get("src", "") for each in page.etree_element.iter("img")}
    return {url: SquareCode(address_of_qr(url)) for url in named if url.startswith(QR)}


def languages_of(page: Page) -> list[str]:
    """Those of its `<section lang>`, in reading order."""
    return [each.get("lang") for each in page.etree_element.iter("section")]
