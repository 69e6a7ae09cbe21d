"""The field's lists: levels, skills, parts of the day, states of an enrolment and their groups."""

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


class DayPart(TextChoices):
    MORNING = "AM", pgettext_lazy("part of the day", "Morning")
    AFTERNOON = "PM", pgettext_lazy("part of the day", "Afternoon")
    EVENING = "EVE", pgettext_lazy("part of the day", "Evening")


class Modality(TextChoices):
    ON_SITE = "ON_SITE", pgettext_lazy("modality", "On site")
    REMOTE = "REMOTE", pgettext_lazy("modality", "Remote")
    WORKPLACE = "WORKPLACE", pgettext_lazy("modality", "At the workplace")


class Rhythm(TextChoices):
    FULL_TIME = "FULL_TIME", pgettext_lazy("rhythm", "Whole days")
    PART_TIME = "PART_TIME", pgettext_lazy("rhythm", "Half-days")
    EVENING = "EVENING", pgettext_lazy("rhythm", "Evenings")


class EnrolmentStatus(TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("enrolment", "Being filled in")
    SUBMITTED = "SUBMITTED", pgettext_lazy("enrolment", "Received")
    INTERVIEW = "INTERVIEW", pgettext_lazy("enrolment", "Interview")
    WAITLISTED = "WAITLISTED", pgettext_lazy("enrolment", "On the waiting list")
    OFFERED = "OFFERED", pgettext_lazy("enrolment", "Place offered")
    CONFIRMED = "CONFIRMED", pgettext_lazy("enrolment", "Confirmed")
    ENTERED = "ENTERED", pgettext_lazy("enrolment", "In training")
    COMPLETED = "COMPLETED", pgettext_lazy("enrolment", "Completed")
    EXITED = "EXITED", pgettext_lazy("enrolment", "Left before the end")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("enrolment", "Withdrawn")
    TRANSFERRED = "MOVED", pgettext_lazy("enrolment", "Went to another session")
    REFUSED = "REFUSED", pgettext_lazy("enrolment", "Refused")
    NO_SHOW = "NO_SHOW", pgettext_lazy("enrolment", "Did not come")


S = EnrolmentStatus
ACTIVE = (S.DRAFT, S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED, S.ENTERED, S.COMPLETED)
SEATED = (S.OFFERED, S.CONFIRMED, S.ENTERED, S.COMPLETED)  # these hold a chair
WAITING = (S.WAITLISTED,)
UNDECIDED = (S.SUBMITTED, S.INTERVIEW)  # the office has the word
ATTENDING = (S.CONFIRMED, S.ENTERED)  # these come to every half-day from now on
ON_THE_REGISTER = (S.CONFIRMED, S.ENTERED, S.COMPLETED, S.EXITED)
FOLLOWED = (S.ENTERED, S.COMPLETED, S.EXITED)
ENDED = (S.COMPLETED, S.EXITED, S.WITHDRAWN, S.TRANSFERRED, S.REFUSED, S.NO_SHOW)


class ExitReason(TextChoices):
    """Why somebody left before the end (domain report, 1.6). A job in Flanders is a success."""

    LEFT_FOR_JOB_BE_TEMP = "LEFT_FOR_JOB_BE_TEMP", _("Found work in Flanders through a temp agency")
    LEFT_FOR_JOB_BE_DIRECT = "LEFT_FOR_JOB_BE_DIRECT", _("Found work in Flanders with an employer")
    LEFT_FOR_JOB_FR = "LEFT_FOR_JOB_FR", _("Found work in France")
    OTHER_TRAINING = "OTHER_TRAINING", _("Follows another training")
    HEALTH = "HEALTH", _("Health")
    TRANSPORT = "TRANSPORT", _("Transport")
    FAMILY = "FAMILY", _("Family")
    LEVEL_MISMATCH = "LEVEL_MISMATCH", _("The level did not fit")
    EXCLUDED = "EXCLUDED", _("Excluded")
    NO_NEWS = "NO_NEWS", _("No news")
    OTHER = "OTHER", pgettext_lazy("exit reason", "Other reason")


EXITS_FOR_WORK = (
    ExitReason.LEFT_FOR_JOB_BE_TEMP,
    ExitReason.LEFT_FOR_JOB_BE_DIRECT,
    ExitReason.LEFT_FOR_JOB_FR,
)


PRIVATE_EXITS = (ExitReason.HEALTH, ExitReason.FAMILY)  # nobody outside the school reads these


class Territory(TextChoices):
    """Where people live for whom a session is meant (reference/territories.json)."""

    DUNKIRK = "CUD", _("the urban community of Dunkirk")
    HAUTS_DE_FLANDRE = "CCHF", _("the Hauts de Flandre")
    NORD = "NORD", _("the department of Nord")
    PAS_DE_CALAIS = "PDC", _("the department of Pas-de-Calais")


class RefusalReason(TextChoices):
    LEVEL_TOO_LOW = "LEVEL_TOO_LOW", _("The starting level is not reached yet")
    LEVEL_TOO_HIGH = "LEVEL_TOO_HIGH", _("The person already has the target level")
    NOT_ELIGIBLE = "NOT_ELIGIBLE", _("The conditions of this session are not met")
    NOT_AVAILABLE = "NOT_AVAILABLE", _("Not available at the hours of the session")
    NO_ANSWER = "NO_ANSWER", _("No answer to our messages")
    OTHER = "OTHER", pgettext_lazy("refusal reason", "Other reason")


class EventReason(TextChoices):
    """What happened, where the diary needs more than the new state."""

    OFFER_DECLINED = "OFFER_DECLINED", _("The place offered was declined")
    OFFER_EXPIRED = "OFFER_EXPIRED", _("The place offered was not answered in time")
    CAME_OVER = "CAME_OVER", _("Came over from another session")
    PASSED_PAIR = "PASSED_PAIR", _("Passed over: two places are needed, one was free")
    PASSED_KEPT = "PASSED_KEPT", _("Passed over: the free place is kept for people of a partner")
    PASSED_RULES = "PASSED_RULES", _("Passed over: a condition of the session is not met")
    PASSED_OFFICE = "PASSED_OFFICE", _("Passed over: the coordination gave the place to somebody else")
    PAIRED = "PAIRED", _("Comes together with somebody")
    UNPAIRED = "UNPAIRED", _("Comes alone again")
    ASKED = "ASKED", _("Asked for any session that fits")
    OFFERED = "OFFERED", _("A place was offered")
    CONDITIONS = "CONDITIONS", _("A condition of the session is not met: the coordination decides")
    MERGED = "MERGED", _("Came from another file of the same person")
    MORE_ASKED = "MORE_ASKED", _("The coordination asked for more")
    MORE_GIVEN = "MORE_GIVEN", _("The person answered")
    WAIVED = "WAIVED", _("The coordination set the conditions aside")
    REFERRED = "REFERRED", _("Referred, with the agreement of the person")
    CALLED = "CALLED", _("The person was called")


class AgreedHow(TextChoices):
    """How a person said yes to being referred."""

    IN_PERSON = "IN_PERSON", pgettext_lazy("agreement", "Face to face")
    PHONE = "PHONE", pgettext_lazy("agreement", "By telephone")
    WRITING = "WRITING", pgettext_lazy("agreement", "In writing")


class OpenRequestEnd(TextChoices):
    SERVED = "SERVED", pgettext_lazy("request for any session", "Found a place")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("request for any session", "Withdrawn")
    NO_ANSWER = "NO_ANSWER", pgettext_lazy("request for any session", "An offer was not answered")


class Inquiry(TextChoices):
    """Whether something was asked of the person before the office decides on their request."""

    ASKED = "ASKED", pgettext_lazy("enrolment", "Waits for an answer of the person")
    ANSWERED = "ANSWERED", pgettext_lazy("enrolment", "The person has answered")


class Near(IntegerChoices):
    """How far somebody comes, in kilometres as the crow flies."""

    TEN = 10, _("Up to 10 km from my commune")
    TWENTY = 20, _("Up to 20 km from my commune")
    THIRTY = 30, _("Up to 30 km from my commune")


class Misfit(TextChoices):
    """In which respect a session does not fit a request for any session."""

    TOO_HIGH = "TOO_HIGH", _("starts at a higher level")
    TOO_LOW = "TOO_LOW", _("teaches what the person knows already")
    TOWN = "TOWN", _("is in another town")
    RHYTHM = "RHYTHM", _("has another rhythm")
    TOO_EARLY = "TOO_EARLY", _("begins too early")
    DECISION = "DECISION", _("the coordination decides on each request there")


class SchoolCalendar(TextChoices):
    """Whose school holidays a session keeps free."""

    FRANCE_B = "FR_B", _("France, zone B")
    FLANDERS = "BE_NL", _("Flanders")


class SkipKind(TextChoices):
    """Why the planner left a half-day out; a public holiday may be put back with a reason."""

    PUBLIC_HOLIDAY = "PUBLIC_HOLIDAY", _("Public holiday")
    SCHOOL_HOLIDAY = "SCHOOL_HOLIDAY", _("School holidays")
    CLOSURE = "CLOSURE", _("The provider is closed")
    TRAINER_AWAY = "TRAINER_AWAY", _("The trainer is away")
    TRAINER_TEACHES = "TRAINER_TEACHES", _("The trainer teaches elsewhere")
    ROOM_TAKEN = "ROOM_TAKEN", _("The room is taken")


class SessionEventKind(TextChoices):
    """What was decided about a session: a line of its diary each."""

    ALERTED = "ALERTED", pgettext_lazy("session event", "Group too small: the coordination was told")
    CONFIRMED = "CONFIRMED", pgettext_lazy("session event", "Confirmed to run")
    POSTPONED = "POSTPONED", pgettext_lazy("session event", "Postponed")
    MERGED = "MERGED", pgettext_lazy("session event", "Joined to another session")
    CANCELLED = "CANCELLED", pgettext_lazy("session event", "Cancelled")


class SessionPhase(TextChoices):
    """Where a session stands: computed from dates and facts, never stored."""

    DRAFT = "DRAFT", pgettext_lazy("session", "In preparation")
    ANNOUNCED = "ANNOUNCED", pgettext_lazy("session", "Announced")
    OPEN = "OPEN", pgettext_lazy("session", "Open for enrolment")
    FULL = "FULL", pgettext_lazy("session", "Full – waiting list")
    CLOSED = "CLOSED", pgettext_lazy("session", "Enrolment closed")
    CONFIRMED = "CONFIRMED", pgettext_lazy("session", "Confirmed to run")
    RUNNING = "RUNNING", pgettext_lazy("session", "Running")
    FINISHED = "FINISHED", pgettext_lazy("session", "Finished")
    CANCELLED = "CANCELLED", pgettext_lazy("session", "Cancelled")

    @property
    def rank(self) -> int:
        """In the order of time: a session only moves to a higher rank (FULL and OPEN may alternate)."""
        return list(type(self)).index(self)

    @property
    def takes_requests(self) -> bool:
        """Whether somebody may enrol: for a chair, or for the waiting list."""
        return self in (SessionPhase.OPEN, SessionPhase.FULL)


class Channel(TextChoices):
    """How papers reach a person."""

    ONLINE = "ONLINE", pgettext_lazy("delivery", "On line")
    PAPER = "PAPER", pgettext_lazy("delivery", "On paper, by hand")
    LETTER = "LETTER", pgettext_lazy("delivery", "By letter")


class AttachmentKind(TextChoices):
    """What a person may add to a request; nothing else is asked for (L6353-9)."""

    CV = "CV", pgettext_lazy("file", "CV")
    STATUS_PROOF = "STATUS_PROOF", pgettext_lazy("file", "Proof of status")


class ScanState(TextChoices):
    """What the virus scanner said of a file."""

    NONE = "NONE", pgettext_lazy("virus scan", "not scanned: no scanner is set")
    WAITING = "WAITING", pgettext_lazy("virus scan", "waits for the virus scan")
    CLEAN = "CLEAN", pgettext_lazy("virus scan", "clean")
    INFECTED = "INFECTED", pgettext_lazy("virus scan", "a virus was found: the file is deleted")


class KairosStep(TextChoices):
    """What is entered in France Travail's portal for a person, and that somebody was warned of a gap."""

    AIS = "AIS", pgettext_lazy("KAIROS", "AIS: certificate of enrolment entered")
    AIS_VALIDATED = "AIS_VALID", pgettext_lazy("KAIROS", "AIS validated by France Travail")
    AES = "AES", pgettext_lazy("KAIROS", "AES: certificate of entry entered (within 72 hours)")
    END = "END", pgettext_lazy("KAIROS", "End of the course entered")
    ALARM = "ALARM", pgettext_lazy("KAIROS", "The coordination was warned")


KAIROS_STEPS = (KairosStep.AIS, KairosStep.AIS_VALIDATED, KairosStep.AES, KairosStep.END)


class ChangeKind(TextChoices):
    """What happened to a half-day after the timetable was written."""

    ADDED = "ADDED", pgettext_lazy("half-day", "Added")
    MOVED = "MOVED", pgettext_lazy("half-day", "Moved")
    CANCELLED = "CANCELLED", pgettext_lazy("half-day", "Cancelled")


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


class ImportKind(TextChoices):
    """What a file of the back office brings in, a line each."""

    SESSIONS = "SESSIONS", _("Sessions")
    HALF_DAYS = "HALF_DAYS", _("Half-days")
    PEOPLE = "PEOPLE", _("People")
    ENROLMENTS = "ENROLMENTS", _("Enrolments")


class ImportStatus(TextChoices):
    UPLOADED = "UPLOADED", pgettext_lazy("import", "Columns to be confirmed")
    CHECKING = "CHECKING", pgettext_lazy("import", "Being checked")
    CHECKED = "CHECKED", pgettext_lazy("import", "To be looked over")
    WRITING = "WRITING", pgettext_lazy("import", "Being written")
    DONE = "DONE", pgettext_lazy("import", "Done")


class ImportOutcome(TextChoices):
    """What a line does."""

    NEW = "NEW", pgettext_lazy("line of an import", "New")
    CHANGED = "CHANGED", pgettext_lazy("line of an import", "Changes what is there")
    SAME = "SAME", pgettext_lazy("line of an import", "There already")


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


class HalfDayPurpose(TextChoices):
    """Why nobody may miss a half-day: the certificate asks for it."""

    EXAM = "EXAM", pgettext_lazy("half-day", "Assessment")
    AGENCY_VISIT = "AGENCY", pgettext_lazy("half-day", "Meeting with temp agencies")
    COMPANY_VISIT = "COMPANY", pgettext_lazy("half-day", "Company visit")
    SAFETY = "SAFETY", pgettext_lazy("half-day", "Safety training")


class Outcome(TextChoices):
    """How a course ended for somebody, as the office counts it (domain report, 1.6)."""

    COMPLETED = "COMPLETED", pgettext_lazy("outcome of a course", "Followed to the end")
    WORK_FLANDERS = "WORK_FLANDERS", pgettext_lazy("outcome of a course", "Left for work in Flanders")
    WORK_FRANCE = "WORK_FRANCE", pgettext_lazy("outcome of a course", "Left for work in France")
    OTHER_TRAINING = "OTHER_TRAINING", pgettext_lazy("outcome of a course", "Went on to another training")
    STOPPED = "STOPPED", pgettext_lazy("outcome of a course", "Stopped before the end")
    NEVER_CAME = "NEVER_CAME", pgettext_lazy("outcome of a course", "Never came")


SUCCESSES = (Outcome.COMPLETED, Outcome.WORK_FLANDERS, Outcome.WORK_FRANCE)


class NoteKind(TextChoices):
    """What somebody notes about a person on a register."""

    MARK = "MARK", pgettext_lazy("change on a register", "Mark")
    SIGNATURE = "SIGNATURE", pgettext_lazy("change on a register", "Signature")


class ChangeOutcome(TextChoices):
    """What became of something noted on a register."""

    APPLIED = "APPLIED", pgettext_lazy("change on a register", "Noted")
    ALREADY = "ALREADY", pgettext_lazy("change on a register", "Stood there already")
    CONFLICT = "CONFLICT", pgettext_lazy("change on a register", "Somebody else noted something else")
    REFUSED = "REFUSED", pgettext_lazy("change on a register", "Refused")
    HOLDS = "HOLDS", pgettext_lazy("change on a register", "Somebody decided: this holds")
    SET_ASIDE = "SET_ASIDE", pgettext_lazy("change on a register", "Somebody decided: this does not hold")


class ChangeRefusal(TextChoices):
    """Why something noted without network could not be written any more; the codes are those of refusals."""

    CLOSED = "closed", _("The register was closed before this arrived.")
    CANCELLED = "cancelled", _("This half-day was cancelled.")
    NOT_ON_REGISTER = "not_on_register", _("This person is not on the register of this half-day.")
    NOT_ALLOWED = "not_allowed", _("Somebody else takes this register now.")
    TOO_EARLY = "too_early", _("The register was not open yet.")
    TOO_LATE = "too_late", _("The minutes are more than the half-day has.")
    LATE = "late", _("This signature arrived too long after the lesson. A correction can follow.")
    CHANGED = "changed", _("The lesson was changed after this was signed. Let the person sign again.")
    NAME = "name", _("The name that was typed is somebody else’s.")
    DRAWING = "drawing", _("The drawing is empty or cannot be read.")
    OTHER = "other", _("It does not fit this register.")


class PayEffect(TextChoices):
    """What an absence does to the pay of somebody in training (domain report, 1.6; R6341-45)."""

    NONE = "NONE", pgettext_lazy("effect on pay", "No effect")
    DEDUCTED = "DEDUCTED", pgettext_lazy("effect on pay", "Deduction in proportion to the hours (R6341-45)")
    REPLACED = "REPLACED", pgettext_lazy("effect on pay", "The health insurance pays instead")
    ENDS = "ENDS", pgettext_lazy("effect on pay", "The pay ends on this day")


class ProofState(TextChoices):
    WAITING = "WAITING", pgettext_lazy("proof", "To be looked at")
    ACCEPTED = "ACCEPTED", pgettext_lazy("proof", "Accepted")
    REFUSED = "REFUSED", pgettext_lazy("proof", "Refused")


class ProofRefusal(TextChoices):
    """Why a proof is refused: from this list, so that nobody writes down what is on it."""

    UNREADABLE = "UNREADABLE", pgettext_lazy("proof", "It cannot be read")
    WRONG_DATES = "WRONG_DATES", pgettext_lazy("proof", "It is about other days")
    OTHER_PERSON = "OTHER_PERSON", pgettext_lazy("proof", "Your name is not on it")
    NO_PROOF = "NO_PROOF", pgettext_lazy("proof", "It does not prove this absence")
    MEDICAL = "MEDICAL", pgettext_lazy("proof", "It says why you were ill: send it without that part")


class AlertKind(TextChoices):
    UNJUSTIFIED = "UNJUSTIFIED", pgettext_lazy("alert", "Unjustified half-days in a row")
    LOW_RATE = "LOW_RATE", pgettext_lazy("alert", "Presence under the threshold")
    REGISTER_LATE = "REGISTER_LATE", pgettext_lazy("alert", "Register not closed after the lesson")
    REGISTER_MISSING = "REG_MISSING", pgettext_lazy("alert", "Register still not closed the next morning")


ABOUT_SOMEBODY = (AlertKind.UNJUSTIFIED, AlertKind.LOW_RATE)  # the others are about a register


class Audience(TextChoices):
    """Who can hear of an alert."""

    LEARNER = "LEARNER", pgettext_lazy("who is told", "The learner")
    TRAINER = "TRAINER", pgettext_lazy("who is told", "The trainer")
    COORDINATOR = "COORDINATOR", pgettext_lazy("who is told", "The coordination")
    PRESCRIBER = "PRESCRIBER", pgettext_lazy("who is told", "The prescriber who referred the person")


class ContactChannel(TextChoices):
    TELEPHONE = "TELEPHONE", pgettext_lazy("contact", "Telephone")
    MAIL = "MAIL", pgettext_lazy("contact", "E-mail or letter")
    MESSAGE = "MESSAGE", pgettext_lazy("contact", "Text message")
    VISIT = "VISIT", pgettext_lazy("contact", "Visit")


class ContactDirection(TextChoices):
    OUTWARDS = "OUT", pgettext_lazy("contact", "We contacted the person")
    INWARDS = "IN", pgettext_lazy("contact", "The person contacted us")
    UNREACHED = "UNREACHED", pgettext_lazy("contact", "We tried: nobody answered")


class Signing(TextChoices):
    """How the half-days of a session are signed by the people in the room."""

    SCREEN = "SCREEN", pgettext_lazy("signing", "On screen: the trainer's tablet or their own telephone")
    PAPER = "PAPER", pgettext_lazy("signing", "On paper: a sheet that is filed afterwards")


class SignatureMethod(TextChoices):
    """How one signature was given."""

    DRAWN = "DRAWN", pgettext_lazy("signature", "drawn on the trainer's tablet")
    TYPED = "TYPED", pgettext_lazy("signature", "name typed on the trainer's tablet")
    PHONE = "PHONE", pgettext_lazy("signature", "on one's own telephone")


ON_THE_TABLET = (SignatureMethod.DRAWN, SignatureMethod.TYPED)


class LinkKind(TextChoices):
    """What a link of a session's chain says."""

    SIGNED = "SIGNED", pgettext_lazy("link of the chain", "signature of a learner")
    VOIDED = "VOIDED", pgettext_lazy("link of the chain", "signature that no longer counts")
    CLOSED = "CLOSED", pgettext_lazy("link of the chain", "closed and countersigned")
    AMENDED = "AMENDED", pgettext_lazy("link of the chain", "correction after closing")
    SHEET = "SHEET", pgettext_lazy("link of the chain", "paper sheet filed")
