"""What all forms of the back office have: what was left empty is asked for by its name."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

UNSAID = forms.Field.default_error_messages["required"]


class AsksByName:
    """Stands before the form class. A field that has words of its own keeps them."""

    def full_clean(self) -> None:
        for field in self.fields.values():
            if field.error_messages.get("required") is UNSAID and field.label:
                field.error_messages["required"] = asked_for(field)
        super().full_clean()

    @property
    def needs_something(self) -> bool:
        """Whether a field has the mark, which is then explained above the first."""
        return any(field.required for field in self.fields.values())


def asked_for(field: forms.Field) -> str:
    sentence = _("Choose: “{name}”.") if isinstance(field, forms.ChoiceField) else _("Fill in “{name}”.")
    return format_lazy(sentence, name=field.label)


class OfficeForm(AsksByName, forms.Form):
    """A question before a verb."""


class OfficeModelForm(AsksByName, WagtailAdminModelForm):
    """What is written down as it is typed: lists without a verb."""
