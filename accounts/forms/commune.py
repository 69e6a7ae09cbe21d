"""Which commune somebody lives in, found by its name or its postcode. Works without a script."""

import re

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.domain.reference import search_key
from accounts.models import Commune

NAMES_SHOWN = 15
POSTCODE_SHOWN = 60  # no postcode of the region is shared by more
PLACE_AND_POSTCODE = re.compile(r"^(?P<name>\D+?)\s*\(?(?P<postcode>\d{5})\)?$")


class PlaceForm(forms.ModelForm):
    """`place` is typed; when several communes fit, the page comes back with `commune` to choose from.

    For models with a `commune`. An empty place, where the form allows it, empties the commune.
    """

    place = forms.CharField(
        label=_("Commune where you live"),
        help_text=_("Its name or its postcode, for example Bergues or 59380"),
        max_length=100,
        error_messages={"required": _("Type the name or the postcode of your commune.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    commune = forms.ChoiceField(
        label=_("Which one?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Several communes are called like this. Choose yours.")
        ),
    )
    limit = NAMES_SHOWN

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        known: Commune | None = self.instance.commune
        if known is not None:
            self.initial["place"] = str(known)
        self.found = self._find(self.data.get(self.add_prefix("place"), "") if self.is_bound else "")
        self.fields["commune"].choices = [(one.code, str(one)) for one in self.found]
        if len(self.found) < 2 or self.too_many:
            del self.fields["commune"]

    @property
    def too_many(self) -> bool:
        return len(self.found) > self.limit

    def _find(self, typed: str) -> list[Commune]:
        """Communes of this name or postcode; the one of exactly this name when there is just one."""
        name, postcode = typed.strip(), ""
        if both := PLACE_AND_POSTCODE.match(name):
            name, postcode = both["name"], both["postcode"]
        if not name:
            return []
        found: QuerySet[Commune] = Commune.objects.matching(name)
        if postcode:
            found = found.filter(postcodes__contains=[postcode])
        self.limit = POSTCODE_SHOWN if name.isdigit() else NAMES_SHOWN
        communes = list(found[: self.limit + 1])
        exact = [one for one in communes if one.search_key == search_key(name)]
        return exact if len(exact) == 1 else communes

    def clean(self) -> dict:
        facts = super().clean()
        if "place" in facts:
            self._clean_commune(facts)
        return facts

    def _clean_commune(self, facts: dict) -> None:
        code = facts.pop("commune", "")
        chosen = [one for one in self.found if len(self.found) == 1 or one.code == code]
        if chosen:
            facts["commune"] = chosen[0]
        elif not facts["place"]:
            facts["commune"] = None
        elif not self.found:
            self.add_error("place", _("We know no commune of Hauts-de-France by this name or postcode."))
        elif self.too_many:
            self.add_error(
                "place", _("Many communes begin like this. Type more of the name, or the postcode.")
            )
