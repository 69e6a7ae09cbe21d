"""A signature as it was drawn, on a page."""

from django import template

from training.domain import pen
from training.exceptions import Refusal

register = template.Library()


@register.filter
def pen_path(written: str) -> str:
    """The strokes as an SVG path; nothing when they cannot be read: such a drawing is kept, and refused."""
    try:
        return pen.path(written)
    except Refusal:
        return ""
