from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import training.emails
        import training.receivers  # noqa: F401
        from training.domain.queries.learner import document_sources
        from training.domain.queries.register_papers import statements_of

        document_sources.append(statements_of)
