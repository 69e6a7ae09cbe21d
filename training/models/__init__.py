from training.models.attendance import AbsenceCode, Attendance
from training.models.course import CanDo, Course, Occupation, Sector
from training.models.enrolment import Enrolment, EnrolmentEvent
from training.models.progress import Assessment
from training.models.session import HalfDay, Room, Session, SkippedDay

__all__ = [
    "AbsenceCode",
    "Assessment",
    "Attendance",
    "CanDo",
    "Course",
    "Enrolment",
    "EnrolmentEvent",
    "HalfDay",
    "Occupation",
    "Room",
    "Sector",
    "Session",
    "SkippedDay",
]
