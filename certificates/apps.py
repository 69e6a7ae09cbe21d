from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "certificates"
    verbose_name = _("Certificates")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import certificates.checks
        import certificates.emails
        import certificates.receivers  # noqa: F401
        from certificates.domain.queries.attestations import (
            attestations_in_time,
            attestations_of,
            papers_of,
            way_to,
        )
        from certificates.domain.queries.language_profile import way_to as way_to_profile
        from certificates.domain.queries.papers import certificates_of
        from certificates.domain.queries.story import certificates_in_time
        from training.domain import session_files
        from training.domain.queries import register_papers, timeline, ways
        from training.domain.queries.learner import document_sources
        from training.views import shell

        document_sources += [certificates_of, attestations_of]
        session_files.sources.append(papers_of)
        register_papers.more_links.append(way_to)
        ways.from_levels.append(way_to_profile)
        timeline.sources += [certificates_in_time, attestations_in_time]
        shell.kits.append(
            shell.Kit(
                paths=("/v/", "/V/"),
                page="verify_no_network",
                files=tuple(f"certificates/{name}" for name in ("verify.css", "compact.js", "no-network.js")),
                fresh=("issuer",),
            )
        )
