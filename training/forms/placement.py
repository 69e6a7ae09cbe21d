import random

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from training.domain.placement.taking import CAN_DO, Standing
from training.models import CanDo, PlacementAttempt, PlacementItem

UNKNOWN = "unknown"
RATINGS = (
    ("2", pgettext_lazy("I can do this", "Yes")),
    ("1", pgettext_lazy("I can do this", "With help")),
    ("0", pgettext_lazy("I can do this", "Not yet")),
)


def shuffled(seed: int, code: str, number: int) -> list[int]:
    """The order in which an attempt shows the answers of an item: always the same, known to nobody else."""
    return random.Random(f"{seed}:{code}").sample(range(number), number)


class AnswerForm(forms.Form):
    """One question: its options in an order of this attempt's own, and always "I don't know".

    What is posted is a place in that order, so the page does not give the right answer away.
    """

    question = forms.CharField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose an answer. “I don't know” is one too."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )

    def __init__(self, *args, attempt: PlacementAttempt, state: Standing, **kwargs) -> None:
        self.key = state.question.key
        super().__init__(*args, initial={"question": self.key}, **kwargs)
        pk = int(self.key[1:])
        self.is_statement = self.key.startswith(CAN_DO)
        self.thing = (CanDo if self.is_statement else PlacementItem).objects.get(pk=pk)
        unknown = (UNKNOWN, _("I don't know"))
        if self.is_statement:
            self.order, choices = [0, 1, 2], list(RATINGS)
        else:
            options = self.thing.options
            self.order = shuffled(attempt.seed, self.thing.code, len(options))
            choices = [(str(place), options[one]) for place, one in enumerate(self.order)]
        self.fields["choice"].choices = [*choices, unknown]
        self.fields["choice"].label = self.label

    @property
    def label(self) -> str:
        return _("Can you do this in Dutch?") if self.is_statement else self.thing.ask

    @property
    def answer(self) -> int | None:
        """As PlacementAnswer keeps it."""
        place = self.cleaned_data["choice"]
        return None if place == UNKNOWN else self.order[int(place)]
