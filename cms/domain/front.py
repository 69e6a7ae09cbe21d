"""What the front page shows of the facts: what begins next, where, and a few true figures."""

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cms.domain import cards
from cms.domain.filters import Chosen
from cms.domain.offer import Offered, Shelved
from documents.towns import town_name

SHOWN = 4


def next_cards(offered: list[Offered]) -> list[cards.Card]:
    """The first sessions with places left; those with a waiting list only when nothing else is left."""
    free = [one for one in offered if one.has_places]
    return [cards.card(one) for one in (free or offered)[:SHOWN]]


def towns(offered: list[Offered], *, catalogue_url: str, chosen: str = "") -> list[dict]:
    """The towns where a course begins, each a link to the catalogue."""
    counts = Counter(one.town for one in offered if one.town)
    rooms = {one.town: one.session.room for one in offered if one.town}
    return [
        {
            "name": town,
            "url": Chosen({}).url(catalogue_url, town=town),
            "active": town == chosen,
            "count": counts[town],
            "lat": rooms[town].latitude,
            "lon": rooms[town].longitude,
        }
        for town in sorted(counts, key=town_name)
    ]


def sectors(shelved: Iterable[Shelved], *, catalogue_url: str) -> list[dict]:
    """The branches of work we teach for, each a link to the catalogue."""
    taught = {one.course.sector for one in shelved if not one.course.retired_on}
    return [
        {"code": one.code, "name": one.name, "url": Chosen({}).url(catalogue_url, sector=one.code)}
        for one in sorted(taught, key=lambda sector: (sector.order, sector.code))
    ]


def figures(offered: list[Offered], *, members: int) -> list[dict]:
    """Counted now, never typed."""
    left = sum(one.session.seats_left for one in offered if one.has_places)
    places = len({one.town for one in offered if one.town})
    return [
        {"value": pgettext("price", "0 €"), "label": _("to pay: public bodies pay for you")},
        {"value": left, "label": ngettext("place left today", "places left today", left)},
        {"value": places, "label": ngettext("town with a course soon", "towns with a course soon", places)},
        {
            "value": members,
            "label": ngettext(
                "public body, French or Belgian", "public bodies, French and Belgian, work together", members
            ),
        },
    ]
