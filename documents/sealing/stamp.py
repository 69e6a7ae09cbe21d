"""The key of the seal and what it makes: only in the process that signs (`settings.IS_SIGNER`).

The key is read once per process: from a token (PKCS#11), a PKCS#12 store or PEM files that the environment
names, or, where it names none, from a certificate that we made ourselves and that says TEST.
"""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from asn1crypto.x509 import Certificate
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from documents.exceptions import PressFault, SealRefusal, TokenFault
from documents.sealing import own_authority, roots
from documents.sealing.awaiting import awaited
from documents.sealing.clock import PATIENCE, REST, ROOM, Clock
from documents.sealing.envelope import HASH, Envelope

logger = logging.getLogger(__name__)
SPARE = 16  # bytes: a signature on P-256 is a few bytes longer than another
TOKEN_TIME = 5  # seconds more than the time-stamp service has: a token signs meanwhile
CANNOT_BE_READ = _("The key of the seal cannot be read. The technical team puts it back.")

_tokens = []  # what is open in this process: one at most


@dataclass(frozen=True)
class Stamp:
    """A key with its certificates; `clock` is the time-stamp service, if there is one."""

    signer: Signer
    envelope: Envelope
    chain: tuple[Certificate, ...]  # its own first, the most trusted last
    clock: Clock | None
    room: int

    def sign(self, digest: bytes) -> bytes:
        """The seal over a SHA-256. Without the word of the time-stamp service when it does not answer: the
        paper is not kept waiting, and its level says B-B. Raises SealRefusal when a token went away: it is
        looked for again at the next call.
        """
        try:
            return self._signed(digest)
        except TokenFault as fault:
            logger.error("the key of the seal cannot be used: %s", fault)
            forget()
            raise SealRefusal(CANNOT_BE_READ) from fault

    def _signed(self, digest: bytes) -> bytes:
        if self.clock is None or self.clock.rests:
            return self.envelope(digest)
        try:
            signing = self.signer.async_sign(digest, HASH, use_pades=True, timestamper=self.clock)
            return awaited(signing, within=PATIENCE + TOKEN_TIME).dump()
        except (OSError, TimeoutError) as error:
            self.clock.rest()
            words = "the time-stamp service did not answer (%s): sealed at level B-B for %d seconds"
            logger.error(words, error, REST)
            return self.envelope(digest)


def the_stamp() -> Stamp:
    """That of this process. Raises SealRefusal where none may be or the key cannot be read."""
    if not settings.IS_SIGNER:
        raise SealRefusal(_("This process may not seal documents: the signing worker does."))
    stamp = _loaded()
    roots.publish(stamp.chain[-1])
    return stamp


@cache
def _loaded() -> Stamp:
    signer = _signer()
    envelope = Envelope(signer)
    url = settings.SEAL_TIME_STAMP_URL
    clock = Clock(url) if url else None
    room = len(envelope(bytes(32))) + SPARE + (ROOM if clock else 0)
    return Stamp(signer=signer, envelope=envelope, chain=_chain(signer), clock=clock, room=room)


def why_not() -> str:
    """Why this process cannot seal, in English for who starts it; empty: it can. Leaves nothing open, because
    the check at start runs before the worker forks.
    """
    try:
        _loaded()
    except (TokenFault, PressFault, SealRefusal) as fault:
        with override("en"):
            return str(fault.__cause__ or fault)
    finally:
        forget()
    return ""


def forget() -> None:
    """Read the key again at the next seal: after another one was put in its place."""
    _loaded.cache_clear()
    while _tokens:
        _tokens.pop().leave()


def _signer() -> Signer:
    signer = _read()
    signer.embed_roots = False
    return signer


def _read() -> Signer:
    password = settings.SEAL_PASSWORD.encode() or None
    if settings.SEAL_PKCS11:
        return _in_token()
    if settings.SEAL_PKCS12:
        signer = SimpleSigner.load_pkcs12(settings.SEAL_PKCS12, passphrase=password)
    elif settings.SEAL_KEY:
        signer = _of_pem_files(password)
    else:
        if settings.MODE == "production":
            logger.warning("no key of a seal is named: papers carry a TEST seal, worth nothing in court")
        signer = own_authority.signer(Path(settings.SIGNING_KEYS_DIR) / "own-seal")
    if signer is None:  # pyHanko says why in the log
        raise SealRefusal(CANNOT_BE_READ)
    return signer


def _in_token() -> Signer:
    from documents.sealing import token  # a library of its own, for whoever has a token

    uri, pin, certificates = settings.SEAL_PKCS11, settings.SEAL_PASSWORD, settings.SEAL_CERTIFICATE
    try:
        _tokens.append(token.signer(uri, pin=pin, certificates=certificates))
    except TokenFault as fault:
        logger.error("the key of the seal cannot be used: %s", fault)
        raise SealRefusal(CANNOT_BE_READ) from fault
    return _tokens[-1]


def _of_pem_files(password: bytes | None) -> SimpleSigner | None:
    try:
        key = load_private_key_from_pemder(settings.SEAL_KEY, passphrase=password)
        own, *above = load_certs_from_pemder([settings.SEAL_CERTIFICATE])
    except (OSError, ValueError, TypeError) as error:
        logger.error("the key of the seal cannot be read: %s", error)
        return None
    return SimpleSigner(own, key, SimpleCertificateStore.from_certs(above))


def _chain(signer: Signer) -> tuple[Certificate, ...]:
    """From the certificate that seals upwards, as far as the store goes."""
    chain = [signer.signing_cert]
    issuers = {each.subject.dump(): each for each in signer.cert_registry}
    while (above := issuers.get(chain[-1].issuer.dump())) and above not in chain:
        chain.append(above)
    return tuple(chain)
