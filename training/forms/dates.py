"""A date typed in three short boxes: the quickest way for a birth date on a telephone."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PARTS = (
    ("day", pgettext_lazy("part of a date", "Day"), 2, "bday-day"),
    ("month", pgettext_lazy("part of a date", "Month"), 2, "bday-month"),
    ("year", pgettext_lazy("part of a date", "Year"), 4, "bday-year"),
)


class DateFields(forms.Widget):
    """Day, month and year as the reader types them; what is wrong comes back as it was typed."""

    template_name = "training/enrolment/date_fields.html"
    use_fieldset = True

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else id_

    def value_from_datadict(self, data, files, name: str) -> str:
        typed = {part: data.get(f"{name}_{part}", "").strip() for part, *_rest in PARTS}
        return "-".join([typed["year"], typed["month"], typed["day"]]) if any(typed.values()) else ""

    def value_omitted_from_data(self, data, files, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part, *_rest in PARTS)

    def get_context(self, name: str, value: date | str | None, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        typed = self._typed(value)
        context["widget"]["parts"] = [
            {"name": part, "label": label, "size": size, "autocomplete": autocomplete, "value": typed[part]}
            for part, label, size, autocomplete in PARTS
        ]
        return context

    def _typed(self, value: date | str | None) -> dict[str, str]:
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        year, month, day = [*str(value or "").split("-"), "", "", ""][:3]
        return {"day": day, "month": month, "year": year}


class DateInParts(forms.DateField):
    widget = DateFields
    default_error_messages = {
        "invalid": _("This date does not exist. Type it like this: 12 3 1994."),
        "required": _("Type the day, the month and the year, like this: 12 3 1994."),
    }

    def __init__(self, **options) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **options)
