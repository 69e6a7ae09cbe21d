"""What standards publish as examples: keys, bytes and signatures, held against what we implement of them.

The W3C's suite of RDF Dataset Canonicalization comes with no package of PyPI or npm; examples of the
Recommendation are here, and the published quads of the cryptosuite by their hashes.
"""

import json
import struct

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.domain import linked_data, multikey, proofs, status
from tests.certificates.test_proofs import ALSO, ALUMNI, KEY, METHOD, PUBLIC, SIGNED_AT
from training.domain import chain


def signed_bytes(document: dict, *, method: str, also: dict) -> str:
    terms = proofs.SUITE | {"created": proofs.instant(SIGNED_AT), "verificationMethod": method}
    return proofs._signed_bytes(document, terms, also).hex()


# Data Integrity EdDSA Cryptosuites, W3C Recommendation of 15 May 2025, appendix B, and the files TestVectors/
# eddsa-rdfc-2022 of its repository: the two hashes that are signed, proof first, and the signature.


def test_the_alumni_credential_is_hashed_as_published():
    terms = "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0"
    document = "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    assert signed_bytes(ALUMNI, method=METHOD, also=ALSO)[64:] == document
    assert signed_bytes(ALUMNI, method=f"did:key:{PUBLIC}#{PUBLIC}", also=ALSO) == terms + document


CITIZENSHIP = "https://w3id.org/citizenship/v4rc1"
OWN, SCHEMA = "https://w3id.org/citizenship#", "https://schema.org/"
A_DAY = "http://www.w3.org/2001/XMLSchema#dateTime"
WORDS = {
    CITIZENSHIP: {
        "@context": {
            name: home + name
            for home, names in (
                (SCHEMA, ("Person", "additionalName", "familyName", "givenName", "gender", "identifier")),
                (
                    OWN,
                    (
                        "EmploymentAuthorizationDocumentCredential",
                        "EmploymentAuthorizationDocument",
                        "EmployablePerson",
                        "birthCountry",
                        "lprCategory",
                        "lprNumber",
                    ),
                ),
            )
            for name in names
        }
        | {
            "image": {"@id": f"{SCHEMA}image", "@type": "@id"},
            "birthDate": {"@id": f"{SCHEMA}birthDate", "@type": A_DAY},
            "residentSince": {"@id": f"{OWN}residentSince", "@type": A_DAY},
            "employmentAuthorizationDocument": {
                "@id": f"{OWN}employmentAuthorizationDocument",
                "@type": "@id",
            },
        }
    }
}
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVQIW2N"
EMPLOYMENT = {
    "@context": [linked_data.CREDENTIALS, CITIZENSHIP],
    "type": ["VerifiableCredential", "EmploymentAuthorizationDocumentCredential"],
    "issuer": {
        "id": "did:key:zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76",
        "image": f"{PIXEL}gUPr/HwADaAIhG61j/AAAAABJRU5ErkJggg==",
    },
    "credentialSubject": {
        "type": ["Person", "EmployablePerson"],
        "givenName": "JOHN",
        "additionalName": "JACOB",
        "familyName": "SMITH",
        "image": f"{PIXEL}g+M/wHwAEAQH/7yMK/gAAAABJRU5ErkJggg==",
        "gender": "Male",
        "residentSince": "2015-01-01",
        "birthCountry": "Bahamas",
        "birthDate": "1999-07-17",
        "employmentAuthorizationDocument": {
            "type": "EmploymentAuthorizationDocument",
            "identifier": "83627465",
            "lprCategory": "C09",
            "lprNumber": "999-999-999",
        },
    },
    "name": "Employment Authorization Document",
    "validFrom": "2019-12-03T00:00:00Z",
    "validUntil": "2029-12-03T00:00:00Z",
}


@pytest.mark.parametrize(
    ("description", "document", "signature"),
    [
        (
            "Example Country Employment Authorization Document.",
            None,  # not in the repository
            "fd390da7cb1fb09628217967dd67b0cbcc8fd00a9eb4f7cc90561b0695380b60"
            "3d856b9663b53c69e78f4004b67e2d1b06a8dd00e424e779ff52203767f0840e",
        ),
        (
            "Example Employment Authorization Document.",
            "03f59e5b04ab575b1172cb684f22eede72f0e9033e0b5c67d0e2506768d6ce11",
            "20b1a944960b75ca69ba070af4820de6e6acae1afe827d8c566c0f7b932d1bd3"
            "abde3222b3095088051439a8b4e7a5356c7ba6d246774f875ebb6ddee1577003",
        ),
    ],
)
def test_the_employment_authorization_comes_out_to_the_letter(description, document, signature):
    """In both texts that were published; the words of its context are given by its published quads."""
    unsigned, method = EMPLOYMENT | {"description": description}, f"did:key:{PUBLIC}#{PUBLIC}"
    signed = proofs.sign(unsigned, key=KEY, method=method, created=SIGNED_AT, also=WORDS)
    assert multikey.decode(signed["proof"]["proofValue"]).hex() == signature
    if document:
        assert signed_bytes(unsigned, method=method, also=WORDS)[64:] == document
    assert proofs.holds(signed, key=KEY.public_key(), also=WORDS)


# RDF Dataset Canonicalization (RDFC-1.0), W3C Recommendation of 21 May 2024: its examples of unique and of
# shared hashes, and canonical N-Quads for what may stand in a text (the press refuses other controls).

HOME = "http://example.com/#"


def quads(*lines: str) -> str:
    """`p`, `q` … below the home of the examples, `_:` as they are."""
    words = (
        [each if each.startswith(("_:", '"')) else f"<{HOME}{each}>" for each in line.split()]
        for line in lines
    )
    return "".join(f"{' '.join(each)} .\n" for each in words)


def test_nodes_with_hashes_of_their_own_are_named_in_their_order():
    known = {
        "@id": f"{HOME}p",
        f"{HOME}q": {"@id": "_:e0", f"{HOME}s": {"@id": f"{HOME}u"}},
        f"{HOME}r": {"@id": "_:e1", f"{HOME}t": {"@id": f"{HOME}u"}},
    }
    written = quads("p q _:c14n0", "p r _:c14n1", "_:c14n0 s u", "_:c14n1 t u")
    assert linked_data.canonical(known).decode() == written


def test_nodes_that_share_a_hash_are_told_apart_by_their_neighbours():
    known = {
        "@id": f"{HOME}p",
        f"{HOME}q": [
            {"@id": "_:e0", f"{HOME}p": {"@id": "_:e2", f"{HOME}r": {"@id": "_:e3"}}},
            {"@id": "_:e1", f"{HOME}p": {"@id": "_:e3"}},
        ],
    }
    written = quads(
        "p q _:c14n2", "p q _:c14n3", "_:c14n0 r _:c14n1", "_:c14n2 p _:c14n1", "_:c14n3 p _:c14n0"
    )
    assert linked_data.canonical(known).decode() == written


def test_a_text_is_escaped_as_the_standard_says():
    text = 'a "b" \\c\td\ne\rf é ∞ 🌃'
    written = linked_data.canonical({"@id": f"{HOME}p", f"{HOME}q": text}).decode()
    assert written == f'<{HOME}p> <{HOME}q> "a \\"b\\" \\\\c\\td\\ne\\rf é ∞ 🌃" .\n'


# Bitstring Status List 1.0, W3C Recommendation of 15 May 2025: the list of its examples, sections 3.2, 3.3.

EXAMPLE_LIST = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"


def test_the_list_of_the_w3c_is_read_as_the_empty_one():
    assert not any(status.is_set(EXAMPLE_LIST, index) for index in range(0, status.SIZE, 97))
    assert not status.is_set(EXAMPLE_LIST, status.SIZE - 1)
    with pytest.raises(ValueError, match="no such place"):
        status.is_set(EXAMPLE_LIST, status.SIZE)


def test_a_list_is_16_kilobytes_with_the_first_place_leftmost():
    packed = status.encoded([0, 9, status.SIZE - 1])
    assert packed.startswith("uH4sI")  # multibase u, then gzip
    assert "=" not in packed
    bits = status.unpacked(packed)
    assert len(bits) == 16 * 1024
    assert (bits[0], bits[1], bits[-1]) == (0b1000_0000, 0b0100_0000, 0b0000_0001)
    assert sum(bits) == 0b1000_0000 + 0b0100_0000 + 0b0000_0001


# Controlled Identifiers 1.0, W3C Recommendation of 15 May 2025, section 2.2.2: Multikey.


def test_the_multikey_of_the_w3c_is_an_ed25519_key():
    text = "z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu"
    assert multikey.public_text(multikey.public_key(text)) == text
    assert multikey.decode(text)[:2] == b"\xed\x01"


def test_a_multikey_of_another_curve_is_refused():
    with pytest.raises(multikey.NotAKey):
        multikey.public_key("zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76")


# RFC 8032, section 7.1: secret key, public key, message, signature.


@pytest.mark.parametrize(
    ("secret", "public", "message", "signature"),
    [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ],
)
def test_ed25519_through_our_texts_of_keys(secret, public, message, signature):
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
    again = multikey.private_key(multikey.private_text(key))
    assert again.sign(bytes.fromhex(message)).hex() == signature
    read = multikey.public_key(multikey.public_text(again.public_key()))
    assert read.public_bytes_raw().hex() == public


# RFC 8785: appendix B (numbers, by their IEEE 754 bits), section 3.2.3 (members in order of UTF-16).


@pytest.mark.parametrize(
    ("bits", "text"),
    [
        ("0000000000000000", "0"),
        ("8000000000000000", "0"),
        ("0000000000000001", "5e-324"),
        ("8000000000000001", "-5e-324"),
        ("7fefffffffffffff", "1.7976931348623157e+308"),
        ("4340000000000000", "9007199254740992"),
        ("c340000000000000", "-9007199254740992"),
        ("4430000000000000", "295147905179352830000"),
        ("44b52d02c7e14af5", "9.999999999999997e+22"),
        ("44b52d02c7e14af6", "1e+23"),
        ("44b52d02c7e14af7", "1.0000000000000001e+23"),
        ("444b1ae4d6e2ef4e", "999999999999999700000"),
        ("444b1ae4d6e2ef4f", "999999999999999900000"),
        ("444b1ae4d6e2ef50", "1e+21"),
        ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
        ("3eb0c6f7a0b5ed8d", "0.000001"),
        ("41b3de4355555553", "333333333.3333332"),
        ("41b3de4355555554", "333333333.33333325"),
        ("41b3de4355555555", "333333333.3333333"),
        ("41b3de4355555556", "333333333.3333334"),
        ("41b3de4355555557", "333333333.33333343"),
        ("becbf647612f3696", "-0.0000033333333333333333"),
        ("43143ff3c1cb0959", "1424953923781206.2"),
    ],
)
def test_a_number_is_written_as_the_standard_says(bits, text):
    (number,) = struct.unpack(">d", bytes.fromhex(bits))
    assert chain.canonical(number) == text


@pytest.mark.parametrize("bits", ["7fffffffffffffff", "7ff0000000000000"])
def test_what_is_no_number_is_refused(bits):
    (number,) = struct.unpack(">d", bytes.fromhex(bits))
    with pytest.raises(rfc8785.CanonicalizationError):
        chain.canonical(number)


def test_members_stand_in_the_order_of_utf_16():
    names = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = chain.canonical(dict.fromkeys(names, ""))
    order = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert [*json.loads(written)] == order


def test_texts_and_numbers_are_written_as_in_the_example():
    """Section 3.2.2, with its hexadecimal form of section 3.2.4."""
    example = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    assert chain.canonical(example) == (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
