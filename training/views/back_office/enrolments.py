"""Enrolments and half-days in the back office: looked at here, changed only by their verbs."""

from accounts.views.back_office import OfficeIndex, OfficeInspect
from training.domain import hours, rates, requests, sayings, seats
from training.domain.conditions import Lack
from training.domain.moves import ALLOWED_FROM
from training.domain.queries import absences, papers, standing
from training.domain.queries.placement import shown_for
from training.domain.standing import CORRECTIONS
from training.domain.transferring import history
from training.models import Enrolment
from training.views.back_office.deeds import deeds_for


class EnrolmentIndex(OfficeIndex):
    related = ("person__user", "session", "referred_by")
    key_fields = ("person__name_key",)


class EnrolmentPage(OfficeInspect):
    related = ("person__user", "session", "referred_by", "transferred_from__session")

    def get_page_title(self) -> str:
        return self.object.person.full_name

    def get_page_subtitle(self) -> str:
        return self.object.session.code

    def get_context_data(self, **kwargs) -> dict:
        lacks = self.lacks()
        return super().get_context_data(
            deeds=deeds_for(self.object, by=self.request.user, lacks=bool(lacks)),
            lacks=lacks,
            availability=requests.availability_words(self.object),
            events=history(self.object),
            went_to=Enrolment.objects.filter(transferred_from=self.object).select_related("session").first(),
            before=sayings.before_in_words(hours.earlier([self.object])[self.object.pk]),
            followed=hours.followed(self.object) if self.object.entered_at else None,
            rates=rates.of(self.object) if self.object.entered_at else None,
            position=seats.position(self.object),
            attachments=self.object.attachments.all(),
            absences=absences.page(self.object),
            contacts=self.object.contacts.select_related("by"),
            alerts=self.object.alerts.select_related("half_day"),
            papers=papers.of_enrolment(self.object),
            placement=shown_for(self.object.person.user_id),
            here=self.request.path,
            **kwargs,
        )

    def lacks(self) -> list[Lack]:
        """Which conditions are missing, while it matters."""
        return standing.lacks(self.object) if self.object.status in ALLOWED_FROM["waive"] else []


class HalfDayIndex(OfficeIndex):
    related = ("session", "room", "trainer")


class HalfDayPage(OfficeInspect):
    related = ("session", "room", "trainer", "closed_by")

    def get_context_data(self, **kwargs) -> dict:
        marks = self.object.marks.select_related("enrolment__person", "absence_code", "half_day")
        marks = marks.prefetch_related(CORRECTIONS).order_by("enrolment__person__name_key", "pk")
        return super().get_context_data(marks=marks, **kwargs)
