"""One decision for the requests that were ticked."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.forms.office import OfficeForm
from training.enums import RefusalReason

DECISIONS = [
    ("accept", pgettext_lazy("enrolment, verb", "Accept")),
    ("ask_more", gettext_lazy("Ask for more")),
    ("refuse", pgettext_lazy("enrolment, verb", "Refuse")),
]


class DecideForm(OfficeForm):
    verb = forms.ChoiceField(
        choices=DECISIONS,
        widget=forms.RadioSelect,
        label=gettext_lazy("What do you decide?"),
        error_messages={"required": gettext_lazy("Choose what you decide.")},
    )
    reason = forms.ChoiceField(
        choices=[("", "–"), *RefusalReason.choices],
        required=False,
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("Only to refuse. The person and who referred them read it in plain words."),
    )
    note = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Words for the person"),
        help_text=gettext_lazy("To ask for more: what you need to know. To refuse: what you want to add."),
    )

    def clean(self) -> dict:
        facts = super().clean()
        verb = facts.get("verb")
        if verb == "refuse" and not facts.get("reason"):
            self.add_error("reason", _("Choose a reason."))
        if verb == "ask_more" and not facts.get("note"):
            self.add_error("note", _("Say what you need to know."))
        return facts

    def facts(self) -> dict[str, str]:
        """What the chosen verb takes."""
        wanted = {"accept": (), "ask_more": ("note",), "refuse": ("reason", "note")}
        return {name: self.cleaned_data[name] for name in wanted[self.cleaned_data["verb"]]}
