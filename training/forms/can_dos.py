"""Ticking can-do statements: one skill on a page, three answers to each statement."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from training.domain import can_dos
from training.domain.can_dos import Ladder, Rung
from training.enums import CanDoAnswer, LevelSource
from training.exceptions import Refusal
from training.models import CanDo, Enrolment, LessonNote


class TicksForm(forms.Form):
    """Of one skill, as the trainer sees it or as the person does. What is left open is not written."""

    def __init__(self, *args, ladder: Ladder, source: str, **kwargs) -> None:
        self.ladder, self.source = ladder, source
        super().__init__(*args, **kwargs)
        for rung in ladder.rungs:
            if source == LevelSource.TRAINER:
                self.fields[f"all-{rung.level.rank}"] = forms.BooleanField(
                    required=False, label=_("Everything at this level that is open: yes")
                )
            for one in rung.statements:
                said = one.trainer if source == LevelSource.TRAINER else one.own
                self.fields[f"can-{one.can_do.pk}"] = forms.TypedChoiceField(
                    required=False,
                    coerce=int,
                    empty_value=None,
                    label=one.can_do.text,
                    choices=CanDoAnswer.choices,
                    widget=forms.RadioSelect,
                    initial=said,
                )

    @property
    def rungs(self) -> Iterator[tuple[Rung, forms.BoundField | None, list]]:
        """Each level with its "everything" and its statements, for the template."""
        for rung in self.ladder.rungs:
            whole = f"all-{rung.level.rank}"
            statements = [(one, self[f"can-{one.can_do.pk}"]) for one in rung.statements]
            yield rung, self[whole] if whole in self.fields else None, statements

    def answers(self) -> dict[int, int]:
        """By id of the statement; "everything at this level" fills in those without an answer."""
        found = {}
        for rung in self.ladder.rungs:
            whole = self.cleaned_data.get(f"all-{rung.level.rank}")
            for one in rung.statements:
                said = self.cleaned_data.get(f"can-{one.can_do.pk}")
                if said is None and whole:
                    said = CanDoAnswer.YES
                if said is not None:
                    found[one.can_do.pk] = said
        return found

    def save(self, *, enrolment: Enrolment, by: User) -> int | None:
        """How many ticks are new; None with the refusal above the form."""
        try:
            return can_dos.tick(enrolment=enrolment, answers=self.answers(), source=self.source, by=by)
        except Refusal as refusal:
            self.add_error(None, refusal.sentence)
            return None


class LessonNoteForm(forms.ModelForm):
    """What the group worked on."""

    class Meta:
        model = LessonNote
        fields = ["text", "can_dos"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "can_dos": forms.CheckboxSelectMultiple}
        labels = {
            "text": _("What was worked on, in a sentence"),
            "can_dos": _("Which statements it was about"),
        }

    def __init__(self, *args, statements: list[CanDo], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["can_dos"].choices = grouped(statements)

    @property
    def ticked(self) -> set[int]:
        """Which boxes are ticked: as typed, else as written before."""
        values = self["can_dos"].value() or []
        return {int(getattr(one, "pk", one)) for one in values if str(getattr(one, "pk", one)).isdecimal()}


def grouped(statements: list[CanDo]) -> list[tuple[str, list[tuple[int, str]]]]:
    """By level and skill, for the boxes."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in statements:
        name = f"{one.get_level_display()} – {one.get_skill_display()}"
        groups.setdefault(name, []).append((one.pk, one.text))
    return list(groups.items())
