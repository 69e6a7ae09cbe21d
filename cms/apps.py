from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Public site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms import receivers
        from cms.views import doors, pages, routes  # noqa: F401  they register themselves

        receivers.connect()
        doors.open_to_everybody()
