"""The signature of a credential, against the published test vector of the W3C and against every change."""

import json
import string
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from certificates.domain import linked_data, multikey, proofs

# Vector "eddsa-rdfc-2022" of the W3C Recommendation Data Integrity EdDSA Cryptosuites (15 May 2025).
PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
PRIVATE = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
ALSO = {EXAMPLES: {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}}
ALUMNI = {
    "@context": [linked_data.CREDENTIALS, EXAMPLES],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}
SIGNED_AT = datetime(2023, 2, 24, 23, 36, 38, tzinfo=UTC)
METHOD = f"https://vc.example/issuers/5678#{PUBLIC}"
SIGNATURE = "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9"
KEY = multikey.private_key(PRIVATE)


def signed() -> dict:
    return proofs.sign(ALUMNI, key=KEY, method=METHOD, created=SIGNED_AT, also=ALSO)


def holds(document: dict) -> bool:
    return proofs.holds(document, key=KEY.public_key(), also=ALSO)


def test_the_vector_of_the_w3c_comes_out_to_the_letter():
    assert signed()["proof"]["proofValue"] == SIGNATURE
    assert multikey.public_text(KEY.public_key()) == PUBLIC
    assert multikey.private_text(KEY) == PRIVATE


def test_what_was_signed_holds():
    assert holds(signed())
    assert holds(signed() | {"proof": [signed()["proof"]]})


def places(value, path=()):
    """Every place in a document where a text stands."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from places(each, (*path, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from places(each, (*path, number))
    else:
        yield path


TEXTS = [path for path in places(signed()) if path[0] != "@context"]


@given(st.sampled_from(TEXTS), st.data())
def test_any_other_letter_anywhere_breaks_it(path, data):
    document = deepcopy(signed())
    where = document
    for step in path[:-1]:
        where = where[step]
    text = where[path[-1]]
    position = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from(string.ascii_letters + string.digits))
    assume(letter != text[position])
    where[path[-1]] = text[:position] + letter + text[position + 1 :]
    assert not holds(document)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("description"),
        lambda document: document.update(credentialStatus={"type": "Other"}),
        lambda document: document["credentialSubject"].update(alsoKnownAs="x"),
        lambda document: document["proof"].pop("created"),
        lambda document: document["proof"].update(proofPurpose="authentication"),
        lambda document: document.pop("proof"),
        lambda document: document.update(proof="z21"),
        lambda document: document.update(proof=[]),
        lambda document: document.update(proof=[document["proof"], document["proof"]]),
        lambda document: document.update(proof=[[document["proof"]]]),
    ],
)
def test_what_is_added_or_left_out_breaks_it(change):
    document = deepcopy(signed())
    change(document)
    assert not holds(document)


def test_another_key_does_not_hold():
    other = multikey.private_key(multikey.encode(multikey.PRIVATE + bytes(range(32))))
    assert not proofs.holds(signed(), key=other.public_key(), also=ALSO)


def test_a_name_no_context_knows_is_refused_when_it_would_be_signed():
    unknown = ALUMNI | {"@context": [linked_data.CREDENTIALS]}
    with pytest.raises(linked_data.UnknownContext):
        proofs.sign(unknown, key=KEY, method=METHOD, created=SIGNED_AT)


def test_a_context_that_is_not_on_the_shelf_is_not_fetched():
    with pytest.raises(linked_data.UnknownContext):
        linked_data.canonical(ALUMNI | {"@context": ["https://example.org/context"]})


def test_the_shelf_holds_what_was_pinned(monkeypatch, tmp_path):
    for name, _sha256 in linked_data.PINNED.values():
        context = json.loads((linked_data.SHELF / name).read_text())
        (tmp_path / name).write_text(json.dumps(context | {"changed": True}))
    monkeypatch.setattr(linked_data, "SHELF", tmp_path)
    linked_data.contexts.cache_clear()
    with pytest.raises(linked_data.UnknownContext):
        linked_data.contexts()
    linked_data.contexts.cache_clear()


@pytest.mark.parametrize("text", ["", "z", "zzz", "u6Mk", PUBLIC[:-1], PRIVATE, "z0OIl"])
def test_what_is_no_public_key_is_refused(text):
    with pytest.raises(multikey.NotAKey):
        multikey.public_key(text)
