"""The form of a prescriber: who the person is, and that they agreed. On one page; nothing typed is lost."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.domain.files import Candidate, Identity
from accounts.enums import FranceTravailMissing, Language
from accounts.forms.person import FILE, HOME, IDENTITY, LatinNames
from accounts.models import Organisation, Person
from accounts.rules import age_on
from training.domain.referring import Agreement
from training.domain.requests import old_enough
from training.enums import AgreedHow
from training.forms.dates import DateInParts
from training.forms.enrolment import HAS_IT, OLDEST, HomeForm
from training.models import Session

OFF = {"autocomplete": "off"}  # the browser's own data are those of the prescriber, not of the person


class ReferralForm(LatinNames, HomeForm):
    """Never saved: what was typed goes to the verb, which alone knows whether we know the person."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("For which organisation?"), empty_label=None
    )
    birth_date = DateInParts(label=_("Birth date"), help_text=_("For example 12 3 1994"))
    email = forms.EmailField(
        label=_("E-mail address of the person"),
        help_text=_("We write to them there. No address? Call the coordination: we enrol them together."),
        error_messages={
            "required": _("Type the address of the person. If they have none, call the coordination."),
        },
        widget=forms.EmailInput(attrs=OFF),
    )
    language = forms.ChoiceField(
        label=_("In which language do we write to them?"), choices=Language.choices, widget=forms.RadioSelect
    )
    message = forms.CharField(
        label=_("Message to the coordination"),
        help_text=_("If you wish: the work they look for, what they have done before. Nothing about health."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agreed_how = forms.ChoiceField(
        label=_("How did the person agree?"),
        choices=AgreedHow.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three answers.")},
    )
    agreed_on = forms.DateField(
        label=_("When did they agree?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Say on which day the person agreed.")},
    )
    agreed = forms.BooleanField(
        label=_("The person agrees that I refer them, and knows how Grenstaal uses their data"),
        error_messages={
            "required": _("Ask the person first, then tick the box: without their yes we take nobody.")
        },
    )

    both_said = _("Keep one of the two: the identifier, or that there is none.")
    none_typed = _("Type the identifier, or choose another answer above.")

    field_order = [
        "organisation",
        *IDENTITY,
        "email",
        "language",
        *HOME,
        "message",
        "agreed_how",
        "agreed_on",
        "agreed",
    ]

    class Meta:
        model = Person
        fields = FILE
        labels = {"given_name": _("Given name"), "family_name": _("Family name")}
        help_texts = {"given_name": _("As on the identity card: it will be on the certificate.")}
        widgets = {"given_name": forms.TextInput(attrs=OFF), "family_name": forms.TextInput(attrs=OFF)}
        error_messages = {
            "given_name": {"required": _("Type the given name.")},
            "family_name": {"required": _("Type the family name.")},
        }

    def __init__(self, *args, session: Session, organisations, **kwargs) -> None:
        initial = {"agreed_on": timezone.localdate(), "language": Language.FRENCH}
        super().__init__(*args, initial=initial, **kwargs)
        self.session, self.organisations = session, organisations
        self._say_it_of_somebody_else()
        if len(organisations) == 1:
            del self.fields["organisation"]
        else:
            self.fields["organisation"].queryset = organisations

    def _say_it_of_somebody_else(self) -> None:
        """The fields of the person's own form, in the third person."""
        place = self.fields["place"]
        place.label = _("Commune where the person lives")
        place.error_messages["required"] = _("Type the name or the postcode of the commune.")
        if which := self.fields.get("commune"):
            several = _("Several communes are called like this. Choose one.")
            which.error_messages |= {"required": several, "invalid_choice": several}
        missing = self.fields["france_travail_missing"]
        missing.label = _("Does the person have a France Travail identifier?")
        missing.choices = [
            (HAS_IT, pgettext_lazy("identifier", "Yes")),
            (FranceTravailMissing.FORGOTTEN, _("Yes, but we do not have it here")),
            (FranceTravailMissing.NOT_REGISTERED, _("No, not registered with France Travail")),
        ]
        number = self.fields["france_travail_identifier"]
        number.help_text = _(
            "If you answered yes: 8 characters or 11 digits, on the letters of France Travail"
        )
        self.fields["phone"].help_text = _("If they wish: only for news about the course")
        self.fields["phone"].widget.attrs["autocomplete"] = "off"

    def clean_birth_date(self) -> date:
        day = self.cleaned_data["birth_date"]
        if not 0 <= age_on(day, timezone.localdate()) <= OLDEST:
            raise forms.ValidationError(_("Look again at the year of birth."), code="year")
        if not (verdict := old_enough(day, self.session.first_day)):
            raise forms.ValidationError(verdict.reason, code="minor")
        return day

    def clean_agreed_on(self) -> date:
        day = self.cleaned_data["agreed_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come: when did the person agree?"))
        return day

    def facts(self) -> dict:
        """For `referring.send_person`."""
        data = self.cleaned_data
        identity = Identity(
            **{name: data[name] for name in IDENTITY}, identifier=data["france_travail_identifier"]
        )
        home = {
            name: data[name] for name in ("email", "language", "commune", "phone", "france_travail_missing")
        }
        return {
            "organisation": data.get("organisation") or self.organisations[0],
            "candidate": Candidate(identity=identity, **home),
            "agreement": Agreement(on=data["agreed_on"], how=data["agreed_how"]),
            "message": data["message"],
        }
