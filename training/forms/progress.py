from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from training.domain import evaluating, external, progress
from training.domain.evaluating import Judgement
from training.enums import ExamKind, Level, Moment, Skill
from training.exceptions import Refusal
from training.models import Enrolment, EvaluationDraft

UNKNOWN = "-"  # a choice like the others: five times "(optional)" helps nobody
LEVELS = [(UNKNOWN, pgettext_lazy("level", "not measured")), *Level.choices]


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def words(label: str) -> forms.CharField:
    """A comment in one language."""
    return forms.CharField(
        label=label,
        max_length=progress.LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@dataclass(frozen=True)
class SkillFields:
    """One skill of the form, for the template."""

    name: str
    level: forms.BoundField
    french: forms.BoundField
    dutch: forms.BoundField

    @property
    def is_open(self) -> bool:
        """Whether the words are shown at once: something stands there, or is wrong."""
        return any(one.value() or one.errors for one in (self.french, self.dutch))


class LevelsForm(forms.Form):
    """The five skills of one person at one moment. What is left empty or unchanged is not recorded again."""

    def __init__(self, *args, enrolment: Enrolment, moment: Moment, **kwargs) -> None:
        self.enrolment, self.moment = enrolment, moment
        self.known = {one.skill: one.at(moment) for one in progress.profile(enrolment).skills}
        self.spoken = evaluating.spoken(enrolment, moment)
        self.draft = EvaluationDraft.objects.filter(enrolment=enrolment, moment=moment).first()
        super().__init__(*args, initial=self._initial(), **kwargs)
        for skill in Skill:
            self.fields[skill.value] = forms.ChoiceField(label=_("Level"), choices=LEVELS)
            self.fields[f"{skill}_fr"] = words(_("In French, for the learner"))
            self.fields[f"{skill}_nl"] = words(_("In Dutch, for partners"))
        self.fields["assessed_on"] = forms.DateField(label=_("Day of the assessment"), widget=Day())

    def _initial(self) -> dict:
        initial: dict = {"assessed_on": timezone.localdate()}
        for skill, level in self.known.items():
            said = self.spoken.get(skill)
            initial |= {
                skill.value: level or UNKNOWN,
                f"{skill}_fr": said.comment_fr if said else "",
                f"{skill}_nl": said.comment_nl if said else "",
            }
        return initial | (self.draft.typed if self.draft else {})

    @property
    def skills(self) -> Iterator[SkillFields]:
        for skill in Skill:
            fields = (self[skill.value], self[f"{skill}_fr"], self[f"{skill}_nl"])
            yield SkillFields(str(skill.label), *fields)

    def clean(self) -> dict:
        if self.errors:
            return self.cleaned_data
        for skill in Skill:
            wordy = self.cleaned_data[f"{skill}_fr"] or self.cleaned_data[f"{skill}_nl"]
            if wordy and self.cleaned_data[skill.value] == UNKNOWN:
                self.add_error(skill.value, _("Choose the level the comment is about."))
        if not self.errors and not self.news():
            self.add_error(None, _("Choose or change at least one level."))
        return self.cleaned_data

    def news(self) -> dict[Skill, Judgement]:
        """What is new: another level, or other words about the same one."""
        return {skill: said for skill in Skill if (said := self._said(skill)) and self._is_new(skill, said)}

    def _said(self, skill: Skill) -> Judgement | None:
        level = self.cleaned_data[skill.value]
        if level == UNKNOWN:
            return None
        return Judgement(
            Level(level), self.cleaned_data[f"{skill}_fr"].strip(), self.cleaned_data[f"{skill}_nl"].strip()
        )

    def _is_new(self, skill: Skill, said: Judgement) -> bool:
        before = self.spoken.get(skill)
        words_before = (before.comment_fr, before.comment_nl) if before else ("", "")
        return said.level != self.known[skill] or (said.french, said.dutch) != words_before

    def save(self, *, by: User) -> bool:
        """Records the levels, all or none; False with the refusal beside its field."""
        try:
            evaluating.evaluate(
                enrolment=self.enrolment,
                moment=self.moment,
                judgements=self.news(),
                by=by,
                assessed_on=self.cleaned_data["assessed_on"],
            )
        except Refusal as refusal:
            self.add_error(self._field_of(refusal), refusal.sentence)
            return False
        return True

    def _field_of(self, refusal: Refusal) -> str | None:
        """Where it is said. A departure from the placement test is explained at its skill."""
        if refusal.code == "future":
            return "assessed_on"
        if refusal.code == "comment":
            return f"{next(iter(self.news()))}_fr"
        return refusal.code if refusal.code in self.fields else None

    def keep_draft(self, *, by: User) -> None:
        """As it was typed, right or wrong."""
        typed = {name: self.data.get(name, "") for name in self.fields if name != "assessed_on"}
        evaluating.keep_draft(enrolment=self.enrolment, moment=self.moment, typed=typed, by=by)


class ExternalCertificateForm(forms.Form):
    """A paper that was shown: what stands on it. The paper itself is not kept."""

    kind = forms.ChoiceField(label=_("Where it comes from"), choices=ExamKind.choices)
    profile = forms.CharField(
        label=_("Profile"),
        max_length=60,
        required=False,
        help_text=_("As it stands there: INFO, FORM, PROF…"),
    )
    level = forms.ChoiceField(
        label=_("Level"), choices=[("", "–"), *(one for one in Level.choices if one[0] != Level.A0)]
    )
    skills = forms.MultipleChoiceField(
        label=_("Skills that were examined"), choices=Skill.choices, widget=forms.CheckboxSelectMultiple
    )
    dated = forms.DateField(label=_("Date on the paper"), widget=Day())
    number = forms.CharField(label=_("Number"), max_length=60, required=False)

    def save(self, *, enrolment: Enrolment, by: User) -> bool:
        try:
            external.note(enrolment=enrolment, by=by, **self.cleaned_data)
        except Refusal as refusal:
            self.add_error({"future": "dated", "skills": "skills"}.get(refusal.code), refusal.sentence)
            return False
        return True
