from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.enums import Country
from documents.towns import town_name


class Room(models.Model):
    """A place where half-days happen. No personal data."""

    name = models.CharField(_("name"), max_length=100)
    building = models.CharField(_("building"), max_length=150, blank=True)
    address = models.CharField(_("address"), max_length=200)
    town = models.CharField(_("town"), max_length=100)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    capacity = models.PositiveSmallIntegerField(_("capacity"))
    access_fr = models.TextField(_("how to get there and access notes (French)"), blank=True)
    access_nl = models.TextField(_("how to get there and access notes (Dutch)"), blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)

    access = InLanguage("access")

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["town", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["town", "building", "name"],
                name="room_once",
                violation_error_message=_("This room exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity__gt=0),
                name="room_has_chairs",
                violation_error_message=_("A room has at least one chair."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {town_name(self.town)}"
