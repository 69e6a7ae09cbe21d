from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.template.loader import get_template

from documents import fonts, health
from documents.sheets import SHEETS

FUNDING_BLOCK = '"documents/parts/funding.html"'


@register(Tags.compatibility)
def printing_library(app_configs, **kwargs) -> list[CheckMessage]:
    """A printing worker does not start without harfbuzz-subset (Celery runs the checks when it starts)."""
    if health.can_subset_fonts():
        return []
    return [
        Error(
            "The press needs the library harfbuzz-subset: without it a page takes a second.",
            hint=health.REMEDY,
            id="documents.E001",
        )
    ]


@register(Tags.security)
def a_seal_that_opens(app_configs, **kwargs) -> list[CheckMessage]:
    """A signer whose key is named and cannot be used does not start: Celery runs the checks first."""
    if not (settings.IS_SIGNER and _names_a_key()):
        return []
    from documents.sealing import stamp  # pyHanko, for the one process that needs it

    why = stamp.why_not()
    hint = "docs/operations.md, The signer."
    return [Error(f"The seal cannot be used: {why}.", hint=hint, id="documents.E003")] if why else []


@register(Tags.security)
def a_seal_that_counts(app_configs, **kwargs) -> list[CheckMessage]:
    """Of the signer of a real installation; in a demo every seal is one to try with."""
    is_ours = settings.IS_SIGNER and not _names_a_key()
    if settings.MODE != "production" or not is_ours:
        return []
    return [
        Warning(
            "Certificates are sealed with a TEST certificate of this installation, worth nothing in court.",
            hint="Name a bought one (SEAL_PKCS11 or SEAL_PKCS12): docs/operations.md, The signer.",
            id="documents.W003",
        )
    ]


def _names_a_key() -> bool:
    return bool(settings.SEAL_PKCS11 or settings.SEAL_PKCS12 or settings.SEAL_KEY)


@register(Tags.files)
def fonts_of_the_press(app_configs, **kwargs) -> list[CheckMessage]:
    if not fonts.missing() or getattr(settings, "PRESS_FONT_BUILDER", None):
        return []
    return [
        Warning(
            f"The press has no fonts in {settings.PRESS_FONT_DIR}: {', '.join(fonts.missing())}.",
            hint="Run: python config/fonts.py",
            id="documents.W001",
        )
    ]


@register(Tags.templates)
def every_document_names_its_funding(app_configs, **kwargs) -> list[CheckMessage]:
    """The European emblem and statement stand on every document for participants (2021/1060, art. 50)."""
    return [
        Error(f"documents/{pair}/page.html has no funding block.", id="documents.E002")
        for sheet in SHEETS.values()
        for pair in sheet.pairs
        if FUNDING_BLOCK not in get_template(f"documents/{pair}/page.html").template.source
    ]
