from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from certificates.domain.revoking import REASONS
from certificates.enums import RevocationReason, Wish


def reasons(allowed: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(reason, RevocationReason(reason).label) for reason in allowed]


class RevokeForm(OfficeForm):
    reason = forms.ChoiceField(
        label=_("Reason"),
        help_text=_("It stays inside: the public page shows only that it was revoked, and when."),
        choices=reasons(REASONS[Wish.REVOKE]),
        error_messages={"required": _("Choose a reason from the list.")},
        widget=forms.RadioSelect,
    )


class ReplaceForm(RevokeForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = reasons(REASONS[Wish.REPLACE])
