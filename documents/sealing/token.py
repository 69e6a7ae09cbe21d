"""A key that never leaves its token (a smart card, an HSM): found and used through PKCS#11.

The address is that of RFC 7512: `pkcs11:token=…;object=…?module-path=/…/lib.so`. The PIN stands beside it,
never in it: addresses are shown in logs. A token is opened by the process that signs, in the process that
signs: a session does not survive a fork.
"""

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, unquote_to_bytes

import pkcs11
from pkcs11 import Attribute, KeyType, Mechanism, ObjectClass, TokenFlag
from pkcs11.exceptions import PKCS11Error
from pyhanko.keys import load_certs_from_pemder
from pyhanko.sign.pkcs11 import PKCS11Signer

from documents.exceptions import TokenFault

HASHES_ITSELF = {KeyType.EC: Mechanism.ECDSA_SHA256, KeyType.RSA: Mechanism.SHA256_RSA_PKCS}


@dataclass(frozen=True)
class Address:
    module: str  # the library that speaks to the token
    token: str = ""  # label; empty: whichever is there
    serial: str = ""
    label: str = ""  # of the key and its certificate
    id: bytes = b""


def parse(uri: str) -> Address:
    """Raises TokenFault for what is no address of a key."""
    scheme, _colon, rest = uri.partition(":")
    path, _mark, query = rest.partition("?")
    parts = dict(part.partition("=")[::2] for part in path.split(";") if part)
    asked = dict(parse_qsl(query))
    if "pin-value" in asked or "pin-source" in asked:
        raise TokenFault("the PIN stands in SEAL_PASSWORD, not in SEAL_PKCS11")
    unknown = sorted({*parts} - {"token", "serial", "object", "id", "type"} | {*asked} - {"module-path"})
    if scheme != "pkcs11" or unknown:
        raise TokenFault("SEAL_PKCS11 reads pkcs11:token=LABEL;object=LABEL?module-path=/PATH/TO/LIBRARY.so")
    if not asked.get("module-path") or not (parts.get("object") or parts.get("id")):
        raise TokenFault("SEAL_PKCS11 names a module-path and the object (or id) of the key")
    return Address(
        module=asked["module-path"],
        token=unquote(parts.get("token", "")),
        serial=unquote(parts.get("serial", "")),
        label=unquote(parts.get("object", "")),
        id=unquote_to_bytes(parts.get("id", "")),
    )


class TokenSigner(PKCS11Signer):
    """pyHanko's, which says in words when the token went away under way."""

    module = ""

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        try:
            return await super().async_sign_raw(data, digest_algorithm, dry_run)
        except PKCS11Error as fault:
            raise _told(fault) from fault

    def leave(self) -> None:
        _leave(self.module)


def signer(uri: str, *, pin: str, certificates: str) -> TokenSigner:
    """Logged in, with key and certificates found. `certificates`: a file with its own first, or empty: those
    on the token. Raises TokenFault, and then nothing is left open.
    """
    address = parse(uri)
    try:
        found = _found(address, _opened(address, pin), certificates)
    except (TokenFault, PKCS11Error, OSError, ValueError) as fault:
        _leave(address.module)
        raise _told(fault) from fault
    found.module = address.module
    return found


def _leave(module: str) -> None:
    """Logs out and lets go of the library, so that the process may fork and a token be found again."""
    with suppress(PKCS11Error):
        pkcs11.lib(module).finalize()
        pkcs11.unload(module)


def _opened(address: Address, pin: str) -> pkcs11.Session:
    token = _token(address)
    # A third wrong PIN locks most tokens for good, and whatever runs the signer starts it again and again.
    if token.flags & (TokenFlag.USER_PIN_FINAL_TRY | TokenFlag.USER_PIN_LOCKED):
        raise TokenFault(
            f"the token {token.label!r} has one try of its PIN left, or none: it is not tried here. "
            "Log in once with the token's own tool, put the right PIN into SEAL_PASSWORD, then start again"
        )
    try:
        return token.open(user_pin=pin or None)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange) as fault:
        raise TokenFault(f"the token {token.label!r} refuses the PIN in SEAL_PASSWORD") from fault


def _token(address: Address) -> pkcs11.Token:
    try:
        tokens = [slot.get_token() for slot in pkcs11.lib(address.module).get_slots(token_present=True)]
    except (PKCS11Error, RuntimeError, OSError) as fault:
        raise TokenFault(f"the library {address.module} cannot be used ({_told(fault)})") from fault
    fits = [
        each
        for each in tokens
        if each.flags & TokenFlag.TOKEN_INITIALIZED
        and address.token in ("", each.label)
        and address.serial in ("", each.serial.decode(errors="replace").strip())
    ]
    if len(fits) != 1:
        seen = ", ".join(sorted(repr(each.label) for each in tokens if each.label)) or "none"
        raise TokenFault(f"{len(fits)} tokens are what SEAL_PKCS11 names, one is needed; there are: {seen}")
    return fits[0]


def _found(address: Address, session: pkcs11.Session, certificates: str) -> TokenSigner:
    chain = list(load_certs_from_pemder([certificates])) if certificates else []
    key = _key(address, session)
    found = TokenSigner(
        session,
        signing_cert=chain[0] if chain else None,
        ca_chain=chain[1:],
        key_label=address.label or None,
        key_id=address.id or None,
        other_certs_to_pull=() if chain else None,
        use_raw_mechanism=HASHES_ITSELF[key] not in session.token.slot.get_mechanisms(),
    )
    if found.signing_cert is None:
        raise TokenFault("no certificate of the seal: put it on the token or name it in SEAL_CERTIFICATE")
    return found


def _key(address: Address, session: pkcs11.Session) -> KeyType:
    """Of which kind the key is, so that one that is missing or of another kind is said at once."""
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY}
    wanted |= {Attribute.LABEL: address.label} if address.label else {}
    wanted |= {Attribute.ID: address.id} if address.id else {}
    kinds = [each[Attribute.KEY_TYPE] for each in session.get_objects(wanted)]
    if len(kinds) != 1:
        raise TokenFault(f"{len(kinds)} keys on the token are what SEAL_PKCS11 names, one is needed")
    if kinds[0] not in HASHES_ITSELF:
        raise TokenFault("the key of the seal must be of an elliptic curve or RSA: readers know no other")
    return kinds[0]


def _told(fault: Exception) -> TokenFault:
    """Many faults of PKCS#11 have no words of their own, only a name."""
    return fault if isinstance(fault, TokenFault) else TokenFault(str(fault) or type(fault).__name__)
