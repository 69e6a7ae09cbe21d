"""A certificate as others call WeasyPrint: page and styles parsed, fonts and drawings read for each.

The only place besides the press that knows WeasyPrint, to compare with it.
"""

from django.template.loader import get_template, render_to_string
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

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
    sheet, fetcher, fonts = SHEETS["certificate"], OwnFiles(), FontConfiguration()
    scene = sheet.scene(facts, language="fr") | {"facts": facts, "language": "fr"}
    page = render_to_string("documents/certificate/page.html", scene | {"density": sheet.densities(facts)[0]})
    profiles: dict = {}
    styles = [
        CSS(
            string=get_template(path).template.source,
            url_fetcher=fetcher,
            font_config=fonts,
            color_profiles=profiles,
        )
        for path in (STYLES, "documents/certificate/page.css")
    ]
    document = HTML(string=page, url_fetcher=fetcher)
    return document.write_pdf(stylesheets=styles, font_config=fonts, color_profiles=profiles, **options)
