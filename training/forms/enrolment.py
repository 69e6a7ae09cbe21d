"""The form of an enrolment, one step a page. A mistake is named at its field, and nothing typed is lost."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.enums import FranceTravailMissing
from accounts.forms.commune import PlaceForm
from accounts.forms.person import HOME, IDENTITY, LatinNames
from accounts.models import Person
from accounts.rules import age_on, clean_france_travail_identifier, clean_phone
from training.domain.requests import PRIVACY_VERSION, always_free, is_always_free, old_enough
from training.forms.dates import DateInParts
from training.models import Enrolment, Session

OLDEST = 100
HAS_IT = "YES"


class IdentityForm(LatinNames, forms.ModelForm):
    """Who enrols. Adult on the first day of this session; for any session that is asked with each offer."""

    birth_date = DateInParts(label=_("Birth date"), help_text=_("For example 12 3 1994"))

    class Meta:
        model = Person
        fields = IDENTITY
        labels = {"given_name": _("Given name"), "family_name": _("Family name")}
        help_texts = {"given_name": _("As on your identity card: it will be on your certificate.")}
        widgets = {
            "given_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "family_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }
        error_messages = {
            "given_name": {"required": _("Type your given name.")},
            "family_name": {"required": _("Type your family name.")},
        }

    def __init__(self, *args, session: Session | None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.session = session

    def clean_birth_date(self) -> date:
        day = self.cleaned_data["birth_date"]
        if not 0 <= age_on(day, timezone.localdate()) <= OLDEST:
            raise forms.ValidationError(_("Look again at the year you were born."), code="year")
        if self.session and not (verdict := old_enough(day, self.session.first_day)):
            raise forms.ValidationError(verdict.reason, code="minor")
        return day


class HomeForm(PlaceForm):
    """Where the person lives, their France Travail identifier or why there is none, a telephone number."""

    france_travail_missing = forms.ChoiceField(
        label=_("Do you have a France Travail identifier?"),
        widget=forms.RadioSelect,
        choices=[(HAS_IT, pgettext_lazy("identifier", "Yes")), *FranceTravailMissing.choices],
        error_messages={"required": _("Choose one of the three answers.")},
    )
    france_travail_identifier = forms.CharField(
        label=_("France Travail identifier"),
        help_text=_(
            "If you answered yes: 8 characters or 11 digits, on your letters and on francetravail.fr"
        ),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        help_text=_("Only for news about your course, for example when a lesson is cancelled"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    both_said = _("You typed an identifier and said that you have none. Keep one of the two.")
    none_typed = _("Type your identifier, or choose another answer above.")

    class Meta:
        model = Person
        fields = HOME

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.france_travail_identifier:
            self.initial["france_travail_missing"] = HAS_IT

    def clean(self) -> dict:
        facts = super().clean()
        self._clean_identifier(facts)
        return facts

    def _clean_identifier(self, facts: dict) -> None:
        """The identifier or the reason why there is none, never both; both are kept as they were typed."""
        typed, answer = facts.get("france_travail_identifier", ""), facts.get("france_travail_missing")
        if answer is None:
            return
        has_it = answer == HAS_IT
        facts["france_travail_missing"] = "" if has_it else answer
        facts["france_travail_identifier"] = clean_france_travail_identifier(typed) or ""
        if typed and not has_it:
            self.add_error("france_travail_missing", self.both_said)
        elif has_it and not typed:
            self.add_error("france_travail_identifier", self.none_typed)
        elif has_it and not facts["france_travail_identifier"]:
            sentence = _("This is no identifier of France Travail: it has 8 characters or 11 digits.")
            self.add_error("france_travail_identifier", sentence)

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"].strip()
        if not typed:
            return ""
        if found := clean_phone(typed):
            return found
        sentence = _("Type a French number with 10 digits, or a Belgian one that begins with +32.")
        raise forms.ValidationError(sentence, code="phone")


class AvailabilityForm(forms.ModelForm):
    """When the person can come, and why this course."""

    ALL, PART = "all", "part"
    free = forms.ChoiceField(
        label=_("Can you come to all lessons?"),
        widget=forms.RadioSelect,
        choices=[
            (ALL, pgettext_lazy("availability", "Yes, to all of them")),
            (PART, pgettext_lazy("availability", "No, not to all of them")),
        ],
        error_messages={"required": _("Choose yes or no.")},
    )

    class Meta:
        model = Enrolment
        fields = ["free", "availability", "motivation"]
        labels = {
            "availability": _("When can you not come?"),
            "motivation": _("Why this course?"),
        }
        help_texts = {
            "availability": _(
                "Only if you answered no. For example: not on Tuesday mornings until the end of March"
            ),
            "motivation": _("A sentence is enough: the work you look for, where, what you have done before"),
        }
        widgets = {
            "availability": forms.TextInput,
            "motivation": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        known = self.instance.availability
        if is_always_free(known):
            self.initial |= {"free": self.ALL, "availability": ""}
        elif known:
            self.initial["free"] = self.PART

    def clean(self) -> dict:
        facts = super().clean()
        if facts.get("free") == self.ALL:
            facts["availability"] = always_free()
        elif facts.get("free") == self.PART and not facts.get("availability"):
            self.add_error(
                "availability", _("Say when you cannot come: we look together whether it is a problem.")
            )
        return facts

    def save(self, commit: bool = True) -> Enrolment:
        """Only its own columns: the state may have changed meanwhile."""
        self.instance.save(update_fields=["availability", "motivation"])
        return self.instance


class CheckForm(forms.ModelForm):
    """The last step: the notice was read, the request is sent."""

    privacy = forms.BooleanField(
        label=_("I have read how my data are used"),
        error_messages={"required": _("Read how your data are used, then tick the box.")},
    )

    class Meta:
        model = Enrolment
        fields = ["privacy"]

    def save(self, commit: bool = True) -> Enrolment:
        self.instance.privacy_version, self.instance.privacy_seen_at = PRIVACY_VERSION, timezone.now()
        self.instance.save(update_fields=["privacy_version", "privacy_seen_at"])
        return self.instance
