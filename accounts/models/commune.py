from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.rules import sort_key


class CommuneQuerySet(models.QuerySet):
    def matching(self, text: str) -> "CommuneQuerySet":
        """Communes whose name begins with `text` or that have this postcode, by name."""
        wanted = text.strip()
        if wanted.isdigit():
            return self.filter(postcodes__contains=[wanted])
        return self.filter(
            search_key__startswith=sort_key(wanted.replace("-", " ").replace("'", " ").replace("’", " "))
        )


class Commune(models.Model):
    """A French commune with its official INSEE code. Reference data, no personal data."""

    code = models.CharField(_("INSEE code"), max_length=5, primary_key=True)
    name = models.CharField(_("name"), max_length=100)
    postcodes = models.JSONField(_("postcodes"), default=list)
    department = models.CharField(_("department"), max_length=3)
    search_key = models.CharField(max_length=100, db_index=True, editable=False)

    objects = CommuneQuerySet.as_manager()

    class Meta:
        verbose_name = _("commune")
        verbose_name_plural = _("communes")
        ordering = ["search_key", "code"]

    def __str__(self) -> str:
        return f"{self.name} ({self.postcodes[0]})" if self.postcodes else self.name
