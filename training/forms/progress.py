from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from training.domain import progress
from training.enums import Level, Moment, Skill
from training.exceptions import Refusal
from training.models import Enrolment

UNKNOWN = "-"  # a choice like the others: five times "(optional)" helps nobody
FIELD_OF_REFUSAL = {"future": "assessed_on", "comment": "comment"}


class LevelsForm(forms.Form):
    """The five skills of one person at one moment. What is left empty or unchanged is not recorded again."""

    def __init__(self, *args, enrolment: Enrolment, moment: Moment, **kwargs) -> None:
        self.enrolment, self.moment = enrolment, moment
        self.known = {one.skill: one.at(moment) for one in progress.profile(enrolment).skills}
        initial = {skill.value: level or UNKNOWN for skill, level in self.known.items()}
        super().__init__(*args, initial=initial | {"assessed_on": timezone.localdate()}, **kwargs)
        for skill in Skill:
            self.fields[skill.value] = forms.ChoiceField(
                label=skill.label, choices=[(UNKNOWN, _("not measured")), *Level.choices]
            )
        self.fields["assessed_on"] = forms.DateField(
            label=_("Day of the assessment"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )
        self.fields["comment"] = forms.CharField(
            label=_("Comment"),
            help_text=_("What helps, what to work on. The learner and the coordination can read it."),
            max_length=progress.LONGEST_COMMENT,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def clean(self) -> dict:
        if not self.errors and not self.news():
            self.add_error(None, _("Choose or change at least one level."))
        return self.cleaned_data

    def news(self) -> dict[Skill, Level]:
        """The levels that are new; all that are given when there is a comment to keep with them."""
        chosen = {skill: self.cleaned_data[skill.value] for skill in Skill}
        keep_all = bool(self.cleaned_data.get("comment"))
        return {
            skill: Level(level)
            for skill, level in chosen.items()
            if level != UNKNOWN and (keep_all or level != self.known[skill])
        }

    def save(self, *, by: User) -> bool:
        """Records the levels, all or none; False with the refusal beside its field."""
        try:
            with transaction.atomic():
                for skill, level in self.news().items():
                    progress.record(
                        enrolment=self.enrolment,
                        moment=self.moment,
                        skill=skill,
                        level=level,
                        by=by,
                        assessed_on=self.cleaned_data["assessed_on"],
                        comment_fr=self.cleaned_data["comment"],
                    )
        except Refusal as refusal:
            self.add_error(FIELD_OF_REFUSAL.get(refusal.code), refusal.sentence)
            return False
        return True
