"""Minutes as people say them."""

from django import template

from training.domain import words

register = template.Library()


@register.filter
def duration(minutes: int) -> str:
    """750 → 12 h 30."""
    return words.duration(minutes)
