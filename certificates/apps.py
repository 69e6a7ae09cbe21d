from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "certificates"
    verbose_name = _("Certificates")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import certificates.emails
        import certificates.receivers  # noqa: F401
        from certificates.domain.queries.papers import certificates_of
        from certificates.domain.queries.story import certificates_in_time
        from training.domain.queries import timeline
        from training.domain.queries.learner import document_sources

        document_sources.append(certificates_of)
        timeline.sources.append(certificates_in_time)
