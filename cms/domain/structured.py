"""The course as search engines read it: schema.org Course and CourseInstance, as JSON-LD."""

import json

from django.utils.html import _json_script_escapes
from django.utils.safestring import SafeString, mark_safe

from cms.domain.links import absolute
from cms.domain.offer import Offered
from training.enums import Level, Modality, SessionPhase
from training.models import Course, Session

MODES = {Modality.ON_SITE: "Onsite", Modality.REMOTE: "Online", Modality.WORKPLACE: "Onsite"}
AVAILABILITY = {
    SessionPhase.OPEN: "https://schema.org/InStock",
    SessionPhase.FULL: "https://schema.org/BackOrder",
    SessionPhase.ANNOUNCED: "https://schema.org/PreOrder",
}


def course(course: Course, *, url: str, operator: str, offered: list[Offered]) -> dict:
    return {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": course.title,
        "description": course.summary,
        "url": absolute(url),
        "courseCode": course.code,
        "educationalLevel": f"CEFR {Level(course.target_level).short}",
        "about": {"@type": "Language", "name": "Nederlands", "alternateName": "nl"},
        "teaches": course.objectives,
        "provider": {"@type": "Organization", "name": operator, "url": absolute("/")},
        "offers": offer(course),
        "hasCourseInstance": [instance(one) for one in offered],
    }


def offer(course: Course) -> dict:
    free = {"category": "Free"} if not course.price_cents else {}
    return {"@type": "Offer", "price": f"{course.price_cents / 100:.2f}", "priceCurrency": "EUR", **free}


def instance(offered: Offered) -> dict:
    session = offered.session
    facts = {
        "@type": "CourseInstance",
        "name": session.title,
        "url": absolute(offered.url),
        "courseMode": MODES[session.modality],
        "startDate": session.first_day.isoformat(),
        "endDate": session.last_day.isoformat(),
        "courseWorkload": f"PT{session.course.minutes // 60}H{session.course.minutes % 60}M",
        "maximumAttendeeCapacity": session.capacity,
        "remainingAttendeeCapacity": session.seats_left,
        "inLanguage": "nl",
        "organizer": {"@type": "Organization", "name": session.provider.name},
    }
    if offered.phase in AVAILABILITY:
        facts["offers"] = offer(session.course) | {"availability": AVAILABILITY[offered.phase]}
    if session.room:
        facts["location"] = place(session)
    return facts


def place(session: Session) -> dict:
    room = session.room
    address = {"streetAddress": room.address, "addressLocality": room.town, "addressCountry": room.country}
    return {
        "@type": "Place",
        "name": room.building or room.name,
        "address": {"@type": "PostalAddress", **address},
    }


def as_script(facts: dict) -> SafeString:
    """For a `<script type="application/ld+json">`: data, never executed; it cannot close its element."""
    return mark_safe(json.dumps(facts, ensure_ascii=False).translate(_json_script_escapes))
