from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from cms import presenting
from cms.blocks import PLAIN_FEATURES
from cms.models.base import SitePage
from training.models import Course


class CoursePage(RoutablePageMixin, SitePage):
    """Shows one course in one language. The programme is the course: it is not written twice.

    No enrolment or certificate refers to a page: moving or removing one touches no register.
    No personal data.
    """

    course = models.ForeignKey(
        Course,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("course"),
        help_text=_("Objectives, hours, levels and all the rest of the programme are read from the course."),
    )
    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=PLAIN_FEATURES,
        help_text=_("Optional: a few words before the programme, about this course only."),
    )

    parent_page_types = ["cms.CataloguePage"]
    subpage_types: list[str] = []
    template = "cms/course_page.html"
    read_with = ("course__sector",)
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("course"),
        HelpPanel(
            content=_(
                "The programme, the sessions and the places left come from the course. To change them, "
                "open the course in the menu “Courses”."
            )
        ),
        FieldPanel("introduction"),
    ]

    class Meta:
        verbose_name = _("course page")
        verbose_name_plural = _("course pages")

    def clean(self) -> None:
        super().clean()
        if self.course_id and self._has_twin():
            raise ValidationError({"course": _("This course already has a page in this language.")})

    def _has_twin(self) -> bool:
        twins = (
            type(self).objects.filter(course_id=self.course_id).exclude(translation_key=self.translation_key)
        )
        return twins.exists()

    @property
    def description(self) -> str:
        return self.search_description or self.course.summary

    def searched_texts(self) -> Iterable[str]:
        """The programme in the language of the page, and the names of the trades in both."""
        course = self.course
        with override(self.locale.language_code):
            yield from (self.title, course.title, course.summary, course.code, course.target_level)
            yield from (*course.objectives, course.sector.name, self.introduction)
        for trade in course.occupations.all():
            yield from (trade.name_fr, trade.name_nl, trade.rome_code)

    @path("<slug:code>/")
    def session(self, request: HttpRequest, code: str) -> HttpResponse:
        return presenting.answer("session", self, request, code=code)
