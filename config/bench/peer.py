"""A certificate as others call WeasyPrint: page and styles parsed, fonts and drawings read for each.

The only place besides the press that knows WeasyPrint, to compare with it.
"""

from django.template.loader import get_template, render_to_string
from weasyprint import CSS, HTML, Attachment, Document
from weasyprint.text.fonts import FontConfiguration

from documents.exceptions import PressFault
from documents.facts import CertificateFacts
from documents.fetcher import OwnFiles
from documents.sheets import SHEETS
from documents.typesetting import ARCHIVAL, STYLES


def print_archival(facts: CertificateFacts, enclosed: bytes) -> bytes:
    """PDF/A-3a with the file enclosed: the naive way to what the press makes."""
    return _printed(facts, attachments=[Attachment(string=enclosed, name="credential.json")], **ARCHIVAL)


def print_plain(facts: CertificateFacts) -> bytes:
    """As Joanie does: no archival format, nothing enclosed."""
    return _printed(facts)


def _printed(facts: CertificateFacts, **options) -> bytes:
    """The first density that fits on one page, as the press gives it."""
    sheet = SHEETS["certificate"]
    scene = sheet.scene(facts, language="fr") | {"facts": facts, "language": "fr"}
    for density in sheet.densities(facts):
        page = render_to_string(f"documents/{sheet.pair(facts)}/page.html", scene | {"density": density})
        document = _laid_out(page, sheet.pair(facts), options)
        if len(document.pages) == 1:
            return document.write_pdf(**options)
    raise PressFault("these facts do not fit")


def _laid_out(page: str, pair: str, options: dict) -> Document:
    fetcher, fonts, profiles = OwnFiles(), FontConfiguration(), {}
    styles = [
        CSS(
            string=get_template(path).template.source,
            url_fetcher=fetcher,
            font_config=fonts,
            color_profiles=profiles,
        )
        for path in (STYLES, f"documents/{pair}/page.css")
    ]
    whole = HTML(string=page, url_fetcher=fetcher)
    return whole.render(stylesheets=styles, font_config=fonts, color_profiles=profiles, **options)
