"""Alerts in the back office: what was noticed, who was told; and who hears of what in a session."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from accounts.models import Message
from accounts.views.back_office import LOOK, OfficeIndex, OfficeInspect, OfficeViewSet, text
from training.domain import alert_rules
from training.enums import AlertKind
from training.forms.alert_rules import AlertRulesForm
from training.models import Alert
from training.views.back_office.days import moment
from training.views.back_office.sessions import SessionQuestion


class AlertFilters(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(choices=AlertKind.choices, label=gettext_lazy("Alert"))

    class Meta:
        model = Alert
        fields: list[str] = []


class AlertIndex(OfficeIndex):
    related = ("enrolment__person", "half_day__session")
    prefetched = ("told__user",)
    key_fields = ("enrolment__person__name_key",)


class AlertPage(OfficeInspect):
    related = ("enrolment__person", "half_day__session")

    def get_page_title(self) -> str:
        return self.object.get_kind_display()

    def get_page_subtitle(self) -> str:
        about = self.object.enrolment
        return about.person.full_name if about else self.object.half_day.session.code

    def get_context_data(self, **kwargs) -> dict:
        told = self.object.told.select_related("user").order_by("pk")
        letters = Message.objects.in_bulk(
            [f"alert-{self.object.pk}-{one.user_id}" for one in told], field_name="dedupe_key"
        )
        rows = [(one, letters.get(f"alert-{self.object.pk}-{one.user_id}")) for one in told]
        return super().get_context_data(told=rows, **kwargs)


def hearers(alert: Alert) -> str:
    return ", ".join(str(one.user) for one in alert.told.all()) or "–"


class AlertViewSet(OfficeViewSet):
    """What the sweeper noticed, to be looked at: nothing here is changed by hand."""

    model = Alert
    name = "alerts_office"
    url_prefix = "alerts"
    icon = "warning"
    menu_label = pgettext_lazy("menu", "Alerts")
    title_label = gettext_lazy("Alert")
    title_sort = "kind"
    may = LOOK
    index_view_class = AlertIndex
    inspect_view_class = AlertPage
    inspect_template_name = "training/back_office/alert.html"
    list_display = [
        text("kind", gettext_lazy("Alert"), "get_kind_display", "kind"),
        text("person", gettext_lazy("Person"), lambda one: one.enrolment.person if one.enrolment else "–"),
        text("session", gettext_lazy("Session"), "half_day.session.code", "half_day__session__code"),
        text("raised_at", gettext_lazy("Raised on"), lambda one: moment(one.raised_at), "raised_at"),
        text(
            "told",
            gettext_lazy("Told"),
            hearers,
        ),
    ]
    ordering = ["-raised_at", "-pk"]
    filterset_class = AlertFilters
    search_fields = ["enrolment__person__name_key", "half_day__session__code"]
    list_export = [
        "get_kind_display",
        "half_day.session.code",
        "enrolment.person",
        "percent",
        "raised_at",
    ]
    export_headings = {
        "get_kind_display": gettext_lazy("Alert"),
        "half_day.session.code": gettext_lazy("Session"),
        "enrolment.person": gettext_lazy("Person"),
    }
    export_filename = "alerts"


class SetAlertRules(SessionQuestion):
    page_title = gettext_lazy("Who hears of alerts")
    header_icon = "warning"
    label = pgettext_lazy("verb", "Save")
    done = gettext_lazy("Saved. It holds from the next alert on.")

    def ask(self) -> forms.Form:
        return AlertRulesForm(self.data(), rules=alert_rules.rules_of(self.session))

    def do(self, facts: dict) -> None:
        alert_rules.set_rules(session=self.session, by=self.request.user, rules=facts)
