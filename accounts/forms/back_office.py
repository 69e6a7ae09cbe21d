"""Forms of the back office for accounts, roles, organisations and people's files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.domain import invitations, people
from accounts.enums import MEMBERSHIP_ROLES
from accounts.forms.commune import PlaceForm
from accounts.forms.office import OfficeForm, OfficeModelForm
from accounts.forms.person import FILE, LatinNames
from accounts.models import Membership, Organisation, Person, User
from accounts.rules import clean_france_travail_identifier

ROLES = [(role.value, role.label) for role in MEMBERSHIP_ROLES]


class RoleForm(OfficeForm):
    """A role in an organisation. Which ones fit, and who may give them, the verb says."""

    organisation = forms.ModelChoiceField(Organisation.objects.all(), label=_("Organisation"))
    role = forms.ChoiceField(choices=ROLES, label=_("Role"))
    manager = forms.BooleanField(required=False, label=_("May invite colleagues"))


class InviteForm(OfficeModelForm):
    """Opens an account and gives it its first role; the person gets a letter and chooses the password."""

    organisation = forms.ModelChoiceField(Organisation.objects.all(), label=_("Organisation"))
    role = forms.ChoiceField(choices=ROLES, label=_("Role"))
    manager = forms.BooleanField(required=False, label=_("May invite colleagues"))

    class Meta:
        model = User
        fields = ["email", "first_name", "last_name", "language"]

    def _get_validation_exclusions(self) -> set[str]:
        """An address that has an account gets the role: nothing is opened twice, so "taken" is no error."""
        return super()._get_validation_exclusions() | {"email"}

    def invite(self, *, by: User) -> Membership:
        return invitations.invite(by=by, **self.cleaned_data)


class AccountForm(OfficeModelForm):
    """What the office may change of somebody's account. The address and the password are theirs."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "language", "is_active"]

    def change(self, *, by: User) -> User:
        return people.change_account(user=self.instance, by=by, **self.cleaned_data)


class PersonForm(LatinNames, PlaceForm, OfficeModelForm):
    """A learner's file: the commune by name or postcode, the identifier by the rules or why there is none."""

    place = forms.CharField(
        label=_("Commune"),
        help_text=PlaceForm.base_fields["place"].help_text,
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    class Meta:
        model = Person
        fields = FILE

    def clean_france_travail_identifier(self) -> str:
        typed = self.cleaned_data["france_travail_identifier"]
        if not typed:
            return ""
        if (identifier := clean_france_travail_identifier(typed)) is None:
            raise forms.ValidationError(_("A France Travail identifier has 8 characters or 11 digits."))
        return identifier
