from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class DocumentKind(TextChoices):
    """What lies in the archive."""

    CERTIFICATE = "CERTIFICATE", pgettext_lazy("document", "Certificate")
    ATTENDANCE_SHEET = "ATTENDANCE_SHEET", pgettext_lazy("document", "Attendance sheet")
    WELCOME_PACK = "WELCOME_PACK", pgettext_lazy("document", "Welcome pack")
    STATEMENT = "STATEMENT", pgettext_lazy("document", "Statement")
    REALISATION = "REALISATION", pgettext_lazy("document", "Certificate of completed hours")
    ATTENDANCE = "ATTENDANCE", pgettext_lazy("document", "Attendance attestation")
    PROFILE = "PROFILE", pgettext_lazy("document", "Language profile")
