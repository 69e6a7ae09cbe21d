"""The code of a half-day on paper: a short signed address without anybody's name (decision 0103).

`HTTPS://…/P/<signature><number>`, in capitals alone: a square code of capitals is smaller. The signature
keeps a sheet that was drawn by hand from being filed; it opens nothing, whoever follows it signs in first.
"""

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from training.models import HalfDay

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no letter is taken for a number
SALT = "training.paper_codes"
SIGNS = 8  # characters of five bits
PATH = "/P/"


def address(half_day: HalfDay) -> str:
    """What the square code of this half-day says."""
    return f"{settings.SITE_URL}{PATH}{code(half_day)}".upper()


def code(half_day: HalfDay) -> str:
    return _signature(half_day.pk, settings.SECRET_KEY) + _written(half_day.pk)


def find(text: str) -> HalfDay | None:
    """The half-day of an address or a bare code; None for anything that we did not print."""
    found = text.upper().rpartition(PATH)[2].strip()
    signature, number = found[:SIGNS], found[SIGNS:]
    if not number or set(number) - set(ALPHABET):
        return None
    pk = _read(number)
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(constant_time_compare(signature, _signature(pk, key)) for key in keys):
        return None
    return HalfDay.objects.select_related("session").filter(pk=pk).first()


def _signature(pk: int, key: str) -> str:
    digest = salted_hmac(SALT, str(pk), secret=key, algorithm="sha256").digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:SIGNS])


def _written(number: int) -> str:
    number, last = divmod(number, len(ALPHABET))
    return (_written(number) if number else "") + ALPHABET[last]


def _read(text: str) -> int:
    number = 0
    for character in text:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    return number
