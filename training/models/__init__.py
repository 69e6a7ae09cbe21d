from training.models.alert import Alert, AlertRule, ToldOfAlert
from training.models.amendment import Amendment
from training.models.announced import AnnouncedAbsence
from training.models.attachment import Attachment
from training.models.attendance import AbsenceCode, Attendance
from training.models.audit import RegisterAudit, RegisterFinding
from training.models.calendar_feed import CalendarFeed
from training.models.change import TimetableChange
from training.models.conditions import Conditions, EntryLevel
from training.models.contact import Contact
from training.models.course import Course
from training.models.enrolment import Enrolment, EnrolmentEvent
from training.models.half_day import HalfDay, SkippedDay
from training.models.importing import Import, ImportRow
from training.models.interest import Interest
from training.models.kairos import KairosEntry
from training.models.lesson import LessonNote, MandatoryHalfDay
from training.models.paper_sheet import PaperSheet
from training.models.placement import PlacementAnswer, PlacementAttempt, PlacementItem, PlacementResult
from training.models.printed_sheet import PrintedSheet
from training.models.progress import (
    Assessment,
    CanDoTick,
    ChosenOccupation,
    EvaluationDraft,
    ExternalCertificate,
)
from training.models.proof import AbsenceProof, WaivedProof
from training.models.referral import Referral
from training.models.register_change import RegisterChange
from training.models.room import Room
from training.models.session import Session, SessionEvent
from training.models.session_file import SessionFile
from training.models.signing import ChainLink, Signature, Voiding
from training.models.statement import MonthlyStatement
from training.models.trades import CanDo, Occupation, Sector, VocabularyDomain
from training.models.unavailability import Unavailability
from training.models.waiting import OpenRequest, OpenRequestEvent, Pair, PriorityRule, Reservation
from training.models.welcome import Delivery, InternalRules, WelcomePack

__all__ = [
    "AbsenceCode",
    "AbsenceProof",
    "Alert",
    "AlertRule",
    "Amendment",
    "AnnouncedAbsence",
    "Assessment",
    "Attachment",
    "Attendance",
    "CalendarFeed",
    "CanDo",
    "CanDoTick",
    "ChainLink",
    "ChosenOccupation",
    "Conditions",
    "Contact",
    "Course",
    "Delivery",
    "Enrolment",
    "EnrolmentEvent",
    "EntryLevel",
    "EvaluationDraft",
    "ExternalCertificate",
    "HalfDay",
    "Import",
    "ImportRow",
    "Interest",
    "InternalRules",
    "KairosEntry",
    "LessonNote",
    "MandatoryHalfDay",
    "MonthlyStatement",
    "Occupation",
    "OpenRequest",
    "OpenRequestEvent",
    "Pair",
    "PaperSheet",
    "PlacementAnswer",
    "PlacementAttempt",
    "PlacementItem",
    "PlacementResult",
    "PrintedSheet",
    "PriorityRule",
    "Referral",
    "RegisterAudit",
    "RegisterChange",
    "RegisterFinding",
    "Reservation",
    "Room",
    "Sector",
    "Session",
    "SessionEvent",
    "SessionFile",
    "Signature",
    "SkippedDay",
    "TimetableChange",
    "ToldOfAlert",
    "Unavailability",
    "VocabularyDomain",
    "Voiding",
    "WaivedProof",
    "WelcomePack",
]
