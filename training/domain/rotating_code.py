"""The code on the trainer's screen by which people sign on their own telephones (docs/decisions/0105).

A new one every 30 seconds, taken while it is shown and while the next one is: 60 seconds from the first
moment it could be read, by the clock of the server. Nothing is stored: the code follows from the secret of
the installation, the half-day and the time, and whoever knows many codes knows no other. Pure but for the
secret.
"""

from datetime import datetime

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from training.domain.paper_codes import ALPHABET
from training.models import HalfDay

SALT = "training.rotating_code"
STEP = 30  # seconds a code is shown
LENGTH = 6  # characters of five bits: a thousand million codes
ALIKE = str.maketrans("OIL", "011")  # what Crockford's alphabet reads for letters that it lacks


def shown(half_day: HalfDay, at: datetime) -> str:
    """What the screen shows at this moment."""
    return _code(half_day, _step(at))


def seconds_left(at: datetime) -> int:
    """Until the next code: 30 … 1."""
    return STEP - int(at.timestamp()) % STEP


def is_taken(half_day: HalfDay, typed: str, at: datetime) -> bool:
    """Whether this was on the screen of this half-day during the last 60 seconds, however it is typed."""
    text, step = plain(typed), _step(at)
    now, before = (constant_time_compare(text, _code(half_day, one)) for one in (step, step - 1))
    return now or before


def plain(typed: str) -> str:
    """Without spaces and hyphens, in capitals, with the digits that look like the letters."""
    return "".join(one for one in typed.upper() if one.isalnum()).translate(ALIKE)


def _step(at: datetime) -> int:
    return int(at.timestamp()) // STEP


def _code(half_day: HalfDay, step: int) -> str:
    digest = salted_hmac(
        SALT, f"{half_day.uid}:{step}", secret=settings.SECRET_KEY, algorithm="sha256"
    ).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:LENGTH])
