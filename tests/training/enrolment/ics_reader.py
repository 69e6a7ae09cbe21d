"""A small reader of RFC 5545, not the library that writes the files; dateutil reads the time zone."""

import re
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from dateutil.tz import tzical


@dataclass(frozen=True)
class ReadEvent:
    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    location: str
    status: str


def read(content: bytes) -> list[ReadEvent]:
    text = content.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), "a line is not folded"
    unfolded = re.sub(r"\r\n[ \t]", "", text)
    zones = tzical(StringIO("\n".join(re.findall(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE", unfolded, re.DOTALL))))
    bodies = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", unfolded, re.DOTALL)
    return [_event(body, zones) for body in bodies]


def _event(body: str, zones: tzical) -> ReadEvent:
    found = {}
    for line in body.strip().split("\r\n"):
        name, value = line.split(":", 1)
        name, *parameters = name.split(";")
        found[name] = (value, dict(one.split("=") for one in parameters))

    def moment(name: str) -> datetime:
        value, parameters = found[name]
        return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=zones.get(parameters["TZID"]))

    def words(name: str) -> str:
        return found[name][0].replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n")

    return ReadEvent(
        uid=words("UID"),
        sequence=int(found["SEQUENCE"][0]),
        start=moment("DTSTART"),
        end=moment("DTEND"),
        summary=words("SUMMARY"),
        location=words("LOCATION"),
        status=words("STATUS"),
    )
