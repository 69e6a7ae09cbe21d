"""What is read from files."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportKind(TextChoices):
    """What a file of the back office brings in, a line each."""

    SESSIONS = "SESSIONS", _("Sessions")
    HALF_DAYS = "HALF_DAYS", _("Half-days")
    PEOPLE = "PEOPLE", _("People")
    ENROLMENTS = "ENROLMENTS", _("Enrolments")


class ImportStatus(TextChoices):
    UPLOADED = "UPLOADED", pgettext_lazy("import", "Columns to be confirmed")
    CHECKING = "CHECKING", pgettext_lazy("import", "Being checked")
    CHECKED = "CHECKED", pgettext_lazy("import", "To be looked over")
    WRITING = "WRITING", pgettext_lazy("import", "Being written")
    DONE = "DONE", pgettext_lazy("import", "Done")


class ImportOutcome(TextChoices):
    """What a line does."""

    NEW = "NEW", pgettext_lazy("line of an import", "New")
    CHANGED = "CHANGED", pgettext_lazy("line of an import", "Changes what is there")
    SAME = "SAME", pgettext_lazy("line of an import", "There already")
