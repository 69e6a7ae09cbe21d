"""How Dutch is measured: levels, skills, who says so, tests."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(TextChoices):
    """CEFR levels in order, with the half-steps used here (a half is about 60 hours)."""

    A0 = "A0", _("A0 – complete beginner")
    PRE_A1 = "PRE_A1", "Pre-A1"
    A1_1 = "A1.1", "A1.1"
    A1_2 = "A1.2", "A1.2"
    A1 = "A1", "A1"
    A2_1 = "A2.1", "A2.1"
    A2_2 = "A2.2", "A2.2"
    A2 = "A2", "A2"
    A2_PLUS = "A2+", "A2+"
    B1_1 = "B1.1", "B1.1"
    B1_2 = "B1.2", "B1.2"
    B1 = "B1", "B1"
    B1_PLUS = "B1+", "B1+"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def steps_to(self, other: "Level") -> int:
        """How many whole levels lie between this one and a higher one, at least one; 0 when it is reached."""
        if self.rank >= other.rank:
            return 0
        return max(1, sum(1 for one in WHOLE_LEVELS if self.rank < one.rank <= other.rank))

    @property
    def short(self) -> str:
        """What fits on a stair: 'A0', 'Pre-A1', 'A1.1'…"""
        return "A0" if self is Level.A0 else str(self.label)


WHOLE_LEVELS = (
    Level.PRE_A1,
    Level.A1,
    Level.A2,
    Level.B1,
    Level.B2,
    Level.C1,
    Level.C2,
)


class Skill(TextChoices):
    LISTENING = "LIS", pgettext_lazy("language skill", "Listening")
    READING = "REA", pgettext_lazy("language skill", "Reading")
    INTERACTION = "SPI", pgettext_lazy("language skill", "Spoken interaction")
    PRODUCTION = "SPP", pgettext_lazy("language skill", "Spoken production")
    WRITING = "WRI", pgettext_lazy("language skill", "Writing")


class LevelSource(TextChoices):
    SELF = "SELF", pgettext_lazy("source of a level", "Self-assessment")
    PLACEMENT_TEST = "PLACEMENT_TEST", pgettext_lazy("source of a level", "Placement test")
    TRAINER = "TRAINER", pgettext_lazy("source of a level", "Trainer")
    EXTERNAL_EXAM = "EXTERNAL_EXAM", pgettext_lazy("source of a level", "External exam")


class Moment(TextChoices):
    ENTRY = "ENTRY", pgettext_lazy("moment of an assessment", "At entry")
    MIDWAY = "MIDWAY", pgettext_lazy("moment of an assessment", "Midway")
    EXIT = "EXIT", pgettext_lazy("moment of an assessment", "At the end")


class PlacementPart(TextChoices):
    """The parts of the placement test in their order; the first five carry the codes of the skills."""

    READING = "REA", pgettext_lazy("language skill", "Reading")
    LISTENING = "LIS", pgettext_lazy("language skill", "Listening")
    WRITING = "WRI", pgettext_lazy("language skill", "Writing")
    INTERACTION = "SPI", pgettext_lazy("language skill", "Spoken interaction")
    PRODUCTION = "SPP", pgettext_lazy("language skill", "Spoken production")
    REGIONAL = "WVL", pgettext_lazy("part of the placement test", "West Flemish")

    @property
    def is_tested(self) -> bool:
        """Answered right or wrong; the spoken skills are rated by the person."""
        return self in (PlacementPart.READING, PlacementPart.LISTENING, PlacementPart.WRITING)

    @property
    def is_rated(self) -> bool:
        return self in (PlacementPart.INTERACTION, PlacementPart.PRODUCTION)


WITH_OPTIONS = (
    PlacementPart.READING,
    PlacementPart.LISTENING,
    PlacementPart.WRITING,
    PlacementPart.REGIONAL,
)
WITH_CLIP = (PlacementPart.LISTENING, PlacementPart.REGIONAL)


class UnderstandsRegional(TextChoices):
    """Who understands the language of the region on the shop floor: beside the CEFR, never part of it."""

    YES = "YES", pgettext_lazy("understands West Flemish", "Yes")
    PARTLY = "PARTLY", pgettext_lazy("understands West Flemish", "Partly")
    NO = "NO", pgettext_lazy("understands West Flemish", "No")


class CanDoAnswer(IntegerChoices):
    """How far somebody can do what a statement says; the number is its points."""

    NOT_YET = 0, pgettext_lazy("can-do", "Not yet")
    WITH_HELP = 1, pgettext_lazy("can-do", "With help")
    YES = 2, pgettext_lazy("can-do", "Yes")


class ExamKind(TextChoices):
    """Where a certificate of Dutch comes from that is not ours (domain report, 2.3)."""

    CNAVT = "CNAVT", "CNaVT"
    NT2 = "NT2", "Staatsexamen NT2"
    CVO = "CVO", pgettext_lazy("exam", "Certificate of an adult education centre (CVO, Ligo)")
    INTEGRATION = "AGII", pgettext_lazy("exam", "Test of the Agency for Integration")
    OTHER = "OTHER", pgettext_lazy("exam", "Other")
