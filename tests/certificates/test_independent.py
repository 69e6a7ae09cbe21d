"""Libraries that nobody here wrote accept what we sign, and refuse what was changed or revoked.

Needs Node and the npm registry once; on a machine without them the test says so and is skipped.
"""

import json
import shutil
import subprocess
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from certificates.domain import issuing, status
from certificates.enums import RevocationReason
from tests.certificates.school import revoke

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent / "independent"
FILES = ("package.json", "verify.mjs")


@pytest.fixture(scope="module")
def verifier() -> Path:
    """The libraries, installed once beside the other things of the suite."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node is not on this machine: nobody else checks our credentials here.")
    home = settings.VAR_DIR / "suite" / "independent"
    home.mkdir(parents=True, exist_ok=True)
    before = (home / "package.json").read_text() if (home / "package.json").exists() else ""
    for name in FILES:
        shutil.copy(HERE / name, home / name)
    if before != (HERE / "package.json").read_text() or not (home / "node_modules").exists():
        install = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(install, cwd=home, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            (home / "package.json").unlink()
            pytest.skip("The npm registry is not reached from here.")
    return home


def published(client, *status_lists: str) -> dict:
    """What stands at our public addresses, by address."""
    found = {settings.SITE_URL + reverse("issuer"): client.get(reverse("issuer")).json()}
    for address in status_lists:
        answer = client.get(address.removeprefix(settings.SITE_URL))
        found[address] = json.loads(answer.content)
    return found


def ask(verifier: Path, credentials: list[dict], published: dict) -> list[dict]:
    asked = json.dumps({"credentials": credentials, "published": published})
    done = subprocess.run(
        ["node", "verify.mjs"],
        cwd=verifier,
        input=asked,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_others_accept_ours_and_refuse_a_changed_one(verifier, school, client):
    first, second = (issuing.issue(enrolment=each, by=school.coordinator) for each in school.enrolments[:2])
    revoke(second, school.coordinator, RevocationReason.FRAUD)
    status.renew()
    genuine = first.credential
    raised, renamed, cut = (deepcopy(genuine) for _ in range(3))
    raised["credentialSubject"]["result"][1]["value"] = "B1"
    renamed["credentialSubject"]["identifier"][0]["identityHash"] = "Somebody Else"
    del cut["credentialSubject"]["result"][0]
    lists = {each.credential["credentialStatus"]["statusListCredential"] for each in (first, second)}
    answers = ask(verifier, [genuine, raised, renamed, cut, second.credential], published(client, *lists))
    assert answers[0] == {"verified": True, "revoked": False, "why": []}
    assert [each["verified"] for each in answers[1:4]] == [False, False, False]
    assert all(any("signature" in why.lower() for why in each["why"]) for each in answers[1:4])
    assert answers[4] == {"verified": True, "revoked": True, "why": []}
