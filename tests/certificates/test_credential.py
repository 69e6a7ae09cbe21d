"""What a certificate says as a credential, who signs it, and the public list that says it was revoked."""

import io
import json
from datetime import datetime, timedelta

import pikepdf
import pytest
import rfc8785
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from certificates.domain import issuer_document, issuing, keys, multikey, proofs, status
from certificates.enums import KeyState, RevocationReason
from certificates.exceptions import Refusal
from certificates.models import Certificate, IssuerKey, StatusList
from documents import store
from documents.models import archive
from tests.certificates.school import revoke

pytestmark = pytest.mark.django_db


def verified(document: dict, client) -> bool:
    """As a stranger would: the key comes from the issuer's public document."""
    published = client.get(reverse("issuer")).json()
    wanted = proofs.proof_of(document)["verificationMethod"]
    method = next(each for each in published["verificationMethod"] if each["id"] == wanted)
    return proofs.holds(document, key=multikey.public_key(method["publicKeyMultibase"]))


def test_the_credential_says_what_the_page_says(certificate):
    said, facts = certificate.credential, certificate.facts
    subject = said["credentialSubject"]
    assert subject["identifier"][0]["identityHash"] == "Amina Benali"
    values = {each["resultDescription"]: each["value"] for each in subject["result"]}
    names = {each["id"]: each["name"] for each in subject["achievement"]["resultDescription"]}
    read = {names[key]: value for key, value in values.items()}
    assert read["Lire | Lezen"] == next(each["exit"] for each in facts["levels"] if each["skill"] == "REA")
    assert read["Heures suivies | Gevolgde uren"].startswith("12")
    assert said["validFrom"] == proofs.instant(certificate.issued_at)


def test_its_moments_are_moments(certificate):
    """Open Badges 3.0 wants date-time with a zone everywhere, also for the days of the course."""
    subject = certificate.credential["credentialSubject"]
    moments = [
        certificate.credential["validFrom"],
        certificate.credential["awardedDate"],
        subject["activityStartDate"],
        subject["activityEndDate"],
    ]
    for moment in moments:
        assert datetime.fromisoformat(moment).tzinfo is not None, moment
    days = [timezone.localdate(datetime.fromisoformat(moment)).isoformat() for moment in moments[2:]]
    assert days == [certificate.facts["first_day"], certificate.facts["last_day"]]


def test_it_travels_inside_the_file(certificate):
    pdf = pikepdf.open(io.BytesIO(store.read(certificate.document)))
    enclosed = pdf.attachments["credential.json"]
    assert json.loads(enclosed.get_file().read_bytes()) == certificate.credential
    assert enclosed.obj.AFRelationship == "/Data"


def test_a_stranger_can_check_it(certificate, client):
    assert verified(certificate.credential, client)
    changed = json.loads(json.dumps(certificate.credential).replace('"A1"', '"B1"'))
    assert not verified(changed, client)


def test_every_word_is_covered_by_the_signature(certificate):
    """Each text of the credential is in the quads that are signed."""
    quads = proofs.linked_data.canonical(
        {name: value for name, value in certificate.credential.items() if name != "proof"}
    ).decode()

    def texts(value):
        if isinstance(value, dict):
            for name, each in value.items():
                if name not in ("@context", "type", "hashed"):
                    yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)
        else:
            yield value

    unsigned = {name: value for name, value in certificate.credential.items() if name != "proof"}
    for text in texts(unsigned):
        assert json.dumps(text, ensure_ascii=False)[1:-1] in quads


def test_the_issuer_keeps_its_old_keys(certificate, client):
    before = certificate.key
    keys.make_next()
    keys.rotate()
    assert keys.active() != before
    assert verified(certificate.credential, client)
    document = client.get(reverse("did_web")).json()
    assert document["id"].startswith("did:web:")
    assert [each.get("expires") is not None for each in document["verificationMethod"]] == [True, False]


def test_a_key_in_wrong_hands_vouches_for_nothing_since_then(certificate):
    key = certificate.key
    keys.compromise(key=key, since=timezone.now())
    key.refresh_from_db()
    assert key.state == KeyState.COMPROMISED
    assert key.vouches_for(certificate.issued_at)
    assert not key.vouches_for(key.compromised_at + timedelta(seconds=1))
    published = issuer_document.written()["verificationMethod"][0]
    assert published["revoked"] == proofs.instant(key.compromised_at)


def test_without_an_active_key_nothing_is_issued(certificate, school):
    keys.compromise(key=certificate.key, since=timezone.now())
    with pytest.raises(Refusal) as refused:
        issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    assert refused.value.code == "no_key"
    assert Certificate.objects.count() == 1


def test_without_the_file_of_the_key_nothing_is_issued(certificate, school, settings, tmp_path):
    settings.SIGNING_KEYS_DIR = tmp_path
    with pytest.raises(Refusal) as refused:
        issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    assert refused.value.code == "no_key"


def test_the_private_half_is_for_its_owner_alone(certificate, settings):
    (path,) = settings.SIGNING_KEYS_DIR.glob(f"{certificate.key.public_text}.key")
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_command_of_the_keys(db, settings, tmp_path):
    settings.SIGNING_KEYS_DIR = tmp_path
    for deed in ("next", "next", "rotate", "rotate"):
        call_command("issuer_keys", deed, stdout=io.StringIO())
    assert sorted(IssuerKey.objects.values_list("state", flat=True)) == ["ACTIVE", "RETIRED"]
    active = keys.active()
    since = timezone.now().isoformat()
    out = io.StringIO()
    call_command("issuer_keys", "compromise", active.public_text, since=since, stdout=out)
    assert f"{active.public_text} COMPROMISED" in out.getvalue()
    for wrong in ({"since": since}, {"since": "yesterday"}):
        with pytest.raises(CommandError):
            call_command("issuer_keys", "compromise", "nobody", stdout=out, **wrong)


def test_a_revocation_shows_in_the_public_list(
    certificate, school, client, django_capture_on_commit_callbacks
):
    entry = certificate.credential["credentialStatus"]
    index = int(entry["statusListIndex"])
    status.renew()
    address = entry["statusListCredential"].removeprefix("http://localhost:8000")
    before = client.get(address)
    assert before["Access-Control-Allow-Origin"] == "*"
    assert "max-age=3600" in before["Cache-Control"]
    assert verified(json.loads(before.content), client)
    assert not status.is_set(json.loads(before.content)["credentialSubject"]["encodedList"], index)
    with django_capture_on_commit_callbacks(execute=True):
        revoke(certificate, school.coordinator, RevocationReason.FRAUD)
    after = json.loads(client.get(address).content)
    assert verified(after, client)
    assert status.is_set(after["credentialSubject"]["encodedList"], index)
    assert after["credentialSubject"]["encodedList"] == status.encoded([index])


def test_a_list_is_signed_again_each_night_and_not_each_minute(certificate):
    status.renew()
    first = StatusList.objects.get()
    status.renew()
    assert StatusList.objects.get().signed_at == first.signed_at
    StatusList.objects.update(signed_at=timezone.now() - timedelta(hours=21))
    status.renew()
    assert StatusList.objects.get().signed_at > first.signed_at


def test_a_restored_database_gives_no_place_twice(certificate):
    """The sequence went back to its beginning; the archive remembers."""
    taken = (certificate.status_list_id, certificate.status_index)
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('certificates_status_place', 0, false)")
    drawn = {(place.list.pk, place.index) for place in (status.draw() for _ in range(20))}
    assert len(drawn) == 20
    assert taken not in drawn


def test_the_next_list_begins_when_one_is_full(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('certificates_status_place', %s)", [status.SIZE - 2])
    last, first = status.draw(), status.draw()
    assert (last.list.ordinal, first.list.ordinal) == (0, 1)
    assert archive().exists(f"status/{last.list.name}/{last.index}")


def test_the_file_for_wallets_is_for_its_holder(certificate, school, client):
    address = reverse("credential_file", args=[certificate.pk])
    client.force_login(school.enrolments[1].person.user)
    assert client.get(address).status_code == 404
    client.force_login(school.enrolments[0].person.user)
    response = client.get(address)
    assert response.content == rfc8785.dumps(certificate.credential)
    assert certificate.holder_name not in response["Content-Disposition"]


@pytest.mark.parametrize("text", ["", "x", "uAAAA", "uH4sI"])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(ValueError, match=r"no such place|not a list of bits"):
        status.is_set(text, 0)
