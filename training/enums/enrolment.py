"""From a request to the end of a course: states, reasons, channels."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class Outcome(TextChoices):
    """How a course ended for somebody, as the office counts it (domain report, 1.6)."""

    COMPLETED = "COMPLETED", pgettext_lazy("outcome of a course", "Followed to the end")
    WORK_FLANDERS = "WORK_FLANDERS", pgettext_lazy("outcome of a course", "Left for work in Flanders")
    WORK_FRANCE = "WORK_FRANCE", pgettext_lazy("outcome of a course", "Left for work in France")
    OTHER_TRAINING = "OTHER_TRAINING", pgettext_lazy("outcome of a course", "Went on to another training")
    STOPPED = "STOPPED", pgettext_lazy("outcome of a course", "Stopped before the end")
    NEVER_CAME = "NEVER_CAME", pgettext_lazy("outcome of a course", "Never came")


SUCCESSES = (Outcome.COMPLETED, Outcome.WORK_FLANDERS, Outcome.WORK_FRANCE)
