"""Who hears of which alert in one session: a row of boxes for each kind."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain.alert_rules import POSSIBLE
from training.enums import AlertKind, Audience

HELP = {
    AlertKind.UNJUSTIFIED: _("Never because of a job interview."),
    AlertKind.LOW_RATE: _("Job interviews are not counted."),
    AlertKind.REGISTER_LATE: _("An hour after the lesson."),
    AlertKind.REGISTER_MISSING: _("From eight o'clock on."),
}


class AlertRulesForm(OfficeForm):
    """Nobody ticked: the alert is listed, and no letter goes."""

    def __init__(self, *args, rules: Mapping[str, tuple[Audience, ...]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for kind in AlertKind:
            self.fields[kind.value] = forms.MultipleChoiceField(
                choices=[(one.value, one.label) for one in POSSIBLE[kind]],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                label=kind.label,
                help_text=HELP[kind],
                initial=[one.value for one in rules[kind]],
            )
