"""Words with a fixed list of values: what a page is for, how accessible the site is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Purpose(TextChoices):
    """Pages that other pages must be able to find, whatever an editor calls them."""

    HOW = "HOW", _("How it works")
    AGENCIES = "AGENCIES", _("For agencies and employers")
    CONTACT = "CONTACT", pgettext_lazy("page", "Contact")
    ABOUT = "ABOUT", _("About the grouping")
    LEGAL = "LEGAL", _("Legal notice")
    COOKIES = "COOKIES", "Cookies"  # the same word in both languages


class Conformity(TextChoices):
    """The three answers of the RGAA. Without an audit of the site the only lawful one is the first."""

    NONE = "NONE", pgettext_lazy("accessibility", "not compliant")
    PARTIAL = "PARTIAL", pgettext_lazy("accessibility", "partially compliant")
    FULL = "FULL", pgettext_lazy("accessibility", "fully compliant")
