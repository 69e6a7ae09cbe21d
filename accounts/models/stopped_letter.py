from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StoppedLetter(models.Model):
    """Somebody does not want this kind of letter. Only for letters that are not needed.

    Personal data: who wants what. Kept while the account is.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="stopped_letters"
    )
    kind = models.CharField(_("letter"), max_length=100)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("stopped letter")
        verbose_name_plural = _("stopped letters")
        ordering = ["user", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"],
                name="stopped_letter_once",
                violation_error_message=_("This letter is stopped already."),
            )
        ]

    def __str__(self) -> str:
        return self.kind
