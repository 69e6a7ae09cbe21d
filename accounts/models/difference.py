from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.person import Person


class Difference(models.Model):
    """Somebody looked: these two files, which look alike, are of two people. They are not proposed again.

    Personal data: that two people look alike in our files. Kept as long as both files.
    """

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("two people who look alike")
        verbose_name_plural = _("people who look alike")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                name="difference_once",
                violation_error_message=_("It is noted already that these are two people."),
            ),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")),
                name="difference_in_order",
                violation_error_message=_("The older file comes first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"
