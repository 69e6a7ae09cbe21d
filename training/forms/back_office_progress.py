"""Forms of the back office for the end of a course and for half-days nobody may miss."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.days import said
from accounts.forms.office import OfficeForm
from training.domain import ending
from training.domain.lessons import purpose_of
from training.enums import HalfDayPurpose
from training.models import HalfDay


class EndForm(OfficeForm):
    """One choice for each person of the group, filled in with what is proposed."""

    def __init__(self, *args, proposals: list[ending.Proposal], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        for one in proposals:
            self.fields[str(one.enrolment.pk)] = forms.ChoiceField(
                label=one.enrolment.person.full_name,
                choices=ending.choices(),
                initial=one.choice,
                required=False,
            )

    @property
    def rows(self) -> list[tuple[ending.Proposal, forms.BoundField]]:
        return [(one, self[str(one.enrolment.pk)]) for one in self.proposals]

    def chosen(self) -> dict[int, str]:
        return {int(name): choice for name, choice in self.cleaned_data.items()}


class MandatoryForm(OfficeForm):
    """For each half-day that is not closed: may it be missed, and if not, what is it for?"""

    def __init__(self, *args, half_days: list[HalfDay], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for half_day in half_days:
            self.fields[str(half_day.pk)] = forms.ChoiceField(
                label=f"{said(half_day.date, 'l j F')}, {half_day.get_part_display()}",
                choices=[("", _("not mandatory")), *HalfDayPurpose.choices],
                initial=purpose_of(half_day),
                required=False,
            )

    def purposes(self) -> dict[int, str]:
        return {int(name): purpose for name, purpose in self.cleaned_data.items()}
