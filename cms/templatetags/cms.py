"""What templates of the public site ask for: hours of a half-day, the members of the grouping."""

from itertools import groupby

from django import template

from accounts.enums import Country
from accounts.models import Organisation
from training.domain import words
from training.models import HalfDay

register = template.Library()


@register.simple_tag
def hours_of(half_day: HalfDay) -> str:
    """'9 h – 12 h'."""
    return f"{words.clock(half_day.start_time)} – {words.clock(half_day.end_time)}"


@register.simple_tag
def members_by_country() -> list[dict]:
    """France, then Belgium, each with the names of its members. One query."""
    members = Organisation.objects.members().order_by("-country", "pk")
    return [
        {"country": Country(country).label, "names": [member.name for member in group]}
        for country, group in groupby(members, key=lambda member: member.country)
    ]
