"""Every letter is a class: what it is called, who gets it, its words, the gaps in them, a sample.

Classes live in each app's `emails` and register here. The words of a class are those of the catalogues; the
office may put others in their place, per language (`accounts.domain.wording`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


@dataclass(frozen=True)
class Gap:
    """A named place in the words, filled when the letter is written.

    `label` and `sample` are what the office sees. `is_needed`: the letter makes no sense without it.
    `is_private`: personal data, never in a subject.
    """

    label: Words
    sample: Words
    is_needed: bool = True
    is_private: bool = False


@dataclass(frozen=True)
class Filled:
    """What a letter is filled with. `url`: where the button leads. `facts`: a table. `code`: shown large.

    A paragraph whose gap has nothing to say is left out.
    """

    values: dict[str, Words] = field(default_factory=dict)
    url: str = ""
    facts: list[tuple[Words, Words]] = field(default_factory=list)
    files: list[tuple[str, bytes, str]] = field(default_factory=list)
    code: str = ""


class Letter:
    """One kind of letter. Never made: it is described by its attributes, and `fill` finds its facts."""

    kind: str = ""
    name: Words = ""
    to: Words = ""
    is_service: bool = True  # False: the reader may stop it
    greets: bool = True
    subject: Words = ""
    heading: Words = ""  # the subject when empty
    body: tuple[Words, ...] = ()
    button: Words = ""
    closing: tuple[Words, ...] = ()
    why: Words = _("You receive this message because you have an account with Grenstaal.")
    gaps: dict[str, Gap] = {}
    sample_code: str = ""

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        """The facts behind the ids of a message, in the active language; None: nothing is left to tell."""
        raise NotImplementedError

    @classmethod
    def sample(cls) -> Filled:
        """For the preview: nobody's data."""
        values = {name: gap.sample for name, gap in cls.gaps.items()}
        return Filled(values=values, url=settings.SITE_URL, facts=cls.sample_facts(), code=cls.sample_code)

    @classmethod
    def sample_facts(cls) -> list[tuple[Words, Words]]:
        return []

    @classmethod
    def slug(cls) -> str:
        """Its name in an address of the back office."""
        return cls.kind.replace("/", "-")


_letters: dict[str, type[Letter]] = {}


def register(letter: type[Letter]) -> type[Letter]:
    """A class decorator. The kind is what stands in `Message.template`."""
    _letters[letter.kind] = letter
    return letter


def find(kind: str) -> type[Letter]:
    """A KeyError names a letter nobody has written."""
    return _letters[kind]


def every_letter() -> list[type[Letter]]:
    """In the order in which they were registered: account, course, certificate."""
    return list(_letters.values())


def by_slug(slug: str) -> type[Letter] | None:
    return next((one for one in _letters.values() if one.slug() == slug), None)


def called(kind: str) -> Words:
    """What the office calls a letter of this kind; an old one that exists no longer keeps its kind."""
    return _letters[kind].name if kind in _letters else kind


def plain(text: Words) -> str:
    """The words in the active language, gaps as the office writes them: {course}."""
    return PLACEHOLDER.sub(lambda found: "{" + (found[1] or found[2]) + "}", str(text))


def gaps_in(text: str) -> Iterator[str]:
    return (found[2] for found in PLACEHOLDER.finditer(text) if found[2])


def filled_in(text: str, values: dict[str, Words]) -> str:
    """The words with their gaps filled; empty when a gap has nothing to say."""
    if any(not str(values.get(name, "")) for name in gaps_in(text)):
        return ""
    return PLACEHOLDER.sub(lambda found: str(values[found[2]]) if found[2] else found[0], text)
