"""The size of a file as the help texts say it: thousands of bytes, not 1024."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

register = template.Library()
MILLION = 1_000_000


@register.filter
def file_size(size: int) -> str:
    """340 kB, 2,5 MB; the smallest file has 1 kB."""
    if size < MILLION:
        return _("%(size)s kB") % {"size": number_format(max(1, size // 1000))}
    return _("%(size)s MB") % {"size": number_format(size / MILLION, decimal_pos=1)}
