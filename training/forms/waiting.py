"""Forms of the waiting list: what suits a person, and the code of who comes along."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.towns import town_name
from training.enums import Level, Near, Rhythm
from training.models import OpenRequest, Room, Session

LEVELS = [
    (Level.A0, _("None, or a few words")),
    (Level.A1, _("A little: I can introduce myself (A1)")),
    (Level.A2, _("Simple talk about everyday things (A2)")),
    (Level.B1, _("I manage in most situations (B1)")),
]


WISHES = ("level", "towns", "within_km", "rhythms", "not_before")


class OpenRequestForm(forms.Form):
    """Everything that is not ticked means "any": a short list of wishes is a long wait."""

    level = forms.ChoiceField(
        label=_("How much Dutch do you know today?"),
        widget=forms.RadioSelect,
        choices=LEVELS,
        error_messages={"required": _("Choose one of the answers.")},
    )
    towns = forms.MultipleChoiceField(
        label=_("Where can you come?"),
        help_text=_("Tick nothing if every town suits you, or if you choose a distance below."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    within_km = forms.TypedChoiceField(
        label=_("Or everywhere near you?"),
        help_text=_("As the crow flies, from the middle of your commune. By road it is farther."),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("No, only what is ticked")), *Near.choices],
    )
    rhythms = forms.MultipleChoiceField(
        label=_("When can you come?"),
        help_text=_("Tick nothing if every rhythm suits you."),
        required=False,
        choices=Rhythm.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    not_before = forms.DateField(
        label=_("From which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day."), "invalid": _("Choose a day.")},
    )
    privacy = forms.BooleanField(
        label=_("I have read how my data are used"),
        error_messages={"required": _("Read how your data are used, then tick the box.")},
    )

    def __init__(self, *args, request: OpenRequest | None, **kwargs) -> None:
        known = {"not_before": timezone.localdate()}
        if request is not None:
            known = {name: getattr(request, name) for name in WISHES}
        super().__init__(*args, initial=known, **kwargs)
        coming = Session.objects.published().alive().upcoming().values("room")
        towns = Room.objects.filter(pk__in=coming).order_by("town").values_list("town", flat=True).distinct()
        kept = set(towns) | set(known.get("towns", ()))
        self.fields["towns"].choices = [(town, town_name(town)) for town in sorted(kept, key=town_name)]

    def facts(self) -> dict:
        return {name: self.cleaned_data[name] for name in WISHES}


class JoinForm(forms.Form):
    code = forms.CharField(
        max_length=20, label=pgettext_lazy("of a pair", "The code of the other person"), strip=True
    )
