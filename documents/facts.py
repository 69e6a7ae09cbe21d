"""What a document says, frozen: typed values that never change and that JSON can keep for ever.

`to_json()` gives a plain dictionary (ISO dates, whole numbers, no floats); `from_json()` gives the same
facts back. Strings are in Unicode NFC from the start, so equal names are equal bytes. Each field carries
the label under which a person is told that it is missing.
"""

from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Self, get_args, get_origin, get_type_hints
from unicodedata import normalize

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def fact(label, *, optional: bool = False, **options) -> Any:
    """A field with the words for it; an `optional` one may stay empty."""
    return field(metadata={"label": label, "optional": optional}, **options)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The base of everything the press prints."""

    def __post_init__(self) -> None:
        for each in fields(self):
            object.__setattr__(self, each.name, _in_nfc(getattr(self, each.name)))

    def to_json(self) -> dict[str, Any]:
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Raises ValueError for a missing or unknown field, another version or a wrong type."""
        hints = get_type_hints(cls)
        if unknown := data.keys() - hints.keys():
            raise ValueError(f"{cls.__name__}: unknown {', '.join(sorted(unknown))}")
        if missing := hints.keys() - data.keys():
            raise ValueError(f"{cls.__name__}: no {', '.join(sorted(missing))}")
        if "version" in hints and data["version"] != cls.version:
            raise ValueError(f"{cls.__name__}: version {data['version']!r} is not {cls.version}")
        return cls(**{name: _typed(hint, data[name]) for name, hint in hints.items()})


@dataclass(frozen=True, kw_only=True)
class SkillResult(Facts):
    """The level in one of the five skills (LIS REA SPI SPP WRI), before and after."""

    skill: str = fact(_("skill"))
    entry: str | None = fact(_("level at entry"), optional=True)
    exit: str = fact(_("level at the end"))
    assessed_on: date = fact(_("date of the assessment"))
    assessor_name: str = fact(_("name of the assessor"))


@dataclass(frozen=True, kw_only=True)
class CanDo(Facts):
    """One thing the holder can do in Dutch at work."""

    fr: str = fact(_("can-do statement"))
    nl: str = fact(_("can-do statement"))


@dataclass(frozen=True, kw_only=True)
class FundingFacts(Facts):
    """The statement beside the European emblem, in full, and the programme."""

    statement_fr: str = fact(_("statement of the funding"))
    statement_nl: str = fact(_("statement of the funding"))
    programme: str = fact(_("funding programme"))


@dataclass(frozen=True, kw_only=True)
class CertificateFacts(Facts):
    """All that an end-of-training certificate says. Duration is in minutes, exactly.

    Personal data: the holder's name, levels and hours; the names of assessors and signatory.
    """

    version: int = 1
    code: str = fact(_("verification code"))
    verify_url: str = fact(_("verification address"))
    kind: str = fact(_("kind of certificate"))
    holder_given_name: str = fact(_("given name"), optional=True)
    holder_family_name: str = fact(_("family name"))
    course_code: str = fact(_("code of the course"))
    title_fr: str = fact(_("title of the course"))
    title_nl: str = fact(_("title of the course"))
    sector_code: str = fact(_("code of the sector"), optional=True)
    session_code: str = fact(_("code of the session"))
    provider_name: str = fact(_("name of the training provider"))
    provider_nda: str = fact(_("activity declaration number"))
    provider_siret: str = fact("SIRET", optional=True)
    provider_region: str = fact(_("region of the training provider"))
    operator_name_fr: str = fact(_("name of the operator"))
    operator_name_nl: str = fact(_("name of the operator"))
    first_day: date = fact(_("first day"))
    last_day: date = fact(_("last day"))
    minutes_planned: int = fact(_("hours planned"))
    minutes_followed: int = fact(_("hours followed"))
    levels: tuple[SkillResult, ...] = fact(_("levels"))
    objectives_fr: tuple[str, ...] = fact(_("objectives"), optional=True, default=())
    objectives_nl: tuple[str, ...] = fact(_("objectives"), optional=True, default=())
    can_do: tuple[CanDo, ...] = fact(_("can-do statements"))
    signatory_name: str = fact(_("name of the signatory"))
    signatory_role_fr: str = fact(_("role of the signatory"))
    signatory_role_nl: str = fact(_("role of the signatory"))
    place: str = fact(_("place of signature"))
    issued_on: date = fact(pgettext_lazy("certificate", "date of issue"))
    funding: FundingFacts = fact(_("funding"))
    replaces_code: str | None = fact(_("code of the replaced certificate"), optional=True, default=None)

    @property
    def holder_name(self) -> str:
        return f"{self.holder_given_name} {self.holder_family_name}".strip()

    @property
    def dated(self) -> date:
        """The day the document bears: its metadata never shows the day of printing."""
        return self.issued_on


def _in_nfc(value: Any) -> Any:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list | tuple):
        return tuple(_in_nfc(each) for each in value)
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _typed(hint: Any, value: Any) -> Any:
    if get_origin(hint) is UnionType:
        (kind,) = [each for each in get_args(hint) if each is not NoneType]
        return None if value is None else _typed(kind, value)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint):
        return hint.from_json(value)
    if hint is date:
        return date.fromisoformat(value)
    if type(value) is not hint:
        raise ValueError(f"{value!r} is not {hint.__name__}")
    return value
