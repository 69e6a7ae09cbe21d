from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.enums import DocumentKind


def archive() -> Storage:
    """Where documents are kept: a folder, or an object store that several machines share."""
    return storages["documents"]


class Document(models.Model):
    """One printed file, kept byte for byte with its fingerprint. Written once, never changed; deleted only by
    `store.discard`, when nothing refers to it any more.

    Personal data: none in the row (`title` names the kind of document, nobody's name); the file itself
    has what was printed. Kept as long as the record that refers to it.
    """

    kind = models.CharField(pgettext_lazy("document", "kind"), max_length=20, choices=DocumentKind.choices)
    language = models.CharField(pgettext_lazy("document", "language"), max_length=2)
    title = models.CharField(pgettext_lazy("document", "title"), max_length=200)
    file = models.FileField(pgettext_lazy("document", "file"), storage=archive, max_length=120)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    pages = models.PositiveSmallIntegerField(pgettext_lazy("document", "pages"))
    created_at = models.DateTimeField(_("printed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "kind"],
                name="document_once",
                violation_error_message=_("This document is already kept."),
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="document_has_a_fingerprint",
                violation_error_message=_("A document has its SHA-256."),
            ),
            models.CheckConstraint(
                condition=models.Q(size__gt=0, pages__gt=0),
                name="document_is_not_empty",
                violation_error_message=_("A document is not empty."),
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=["fr", "nl"]),
                name="document_language_is_ours",
                violation_error_message=_("A document is in French or in Dutch."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.sha256[:12]})"
