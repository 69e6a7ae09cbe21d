from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.models.course import Course


class Interest(models.Model):
    """Somebody wants to hear when a session of this course opens.

    Personal data: who is interested in what. Kept until the person takes it back, or with the account.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="interests")
    course = models.ForeignKey(
        Course, on_delete=models.CASCADE, related_name="interests", verbose_name=_("course")
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("interest in a course")
        verbose_name_plural = _("interests in courses")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "course"],
                name="interest_once",
                violation_error_message=_("You are on this list already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.course)
