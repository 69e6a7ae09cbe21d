"""The time-stamp service (RFC 3161): asked while one person's transaction waits, so never for long."""

import asyncio
import time

from asn1crypto.cms import ContentInfo
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

PATIENCE = 3  # seconds for one answer, from looking up the name to its last byte
REST = 300  # seconds: a service that failed is not asked again before
ROOM = 12_288  # bytes of an answer; services send 3 to 8 KiB


class Clock(HTTPTimeStamper):
    """One service. When it failed it rests, so that a cohort does not wait for it person by person."""

    def __init__(self, url: str) -> None:
        super().__init__(url, timeout=PATIENCE)
        self.rests_until = 0.0

    @property
    def rests(self) -> bool:
        return time.monotonic() < self.rests_until

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> ContentInfo:
        """Looked at before it is put into a seal, where a wrong one would stay for ever. Raises
        TimestampRequestError, whatever the service did, and rests.
        """
        try:
            asked = super().async_timestamp(message_digest, md_algorithm)
            token = await asyncio.wait_for(asked, PATIENCE)
            await _hold(token, message_digest, md_algorithm)
        except Exception as fault:  # what a stranger sends can break a parser anywhere
            self.rest()
            raise TimestampRequestError(f"{type(fault).__name__}: {fault}") from fault
        return token

    def rest(self) -> None:
        self.rests_until = time.monotonic() + REST


async def _hold(token: ContentInfo, digest: bytes, algorithm: str) -> None:
    """Its signature holds, it is about this digest, and there is room for it. Whose it is, readers judge."""

    def expected(name: str) -> bytes:
        return digest if name == algorithm else b""

    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    found = await validate_tst_signed_data(token["content"], nobody, expected)
    if not (found["intact"] and found["valid"]):
        raise TimestampRequestError("its answer is not a time-stamp of what was asked")
    if len(token.dump()) > ROOM:
        raise TimestampRequestError("its answer is too long")
