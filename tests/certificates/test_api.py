"""The interface for software: the same answers, by a key, described by a document that is kept."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from accounts.domain import roles
from accounts.enums import OrganisationKind, Role
from certificates import tasks
from certificates.domain import api_keys, issuing
from certificates.enums import Answer, RevocationReason
from certificates.exceptions import Refusal
from certificates.models import ApiKey, Verification
from certificates.views import limits
from certificates.views.api import doors
from tests.certificates.school import account, organisation, replace, revoke

pytestmark = pytest.mark.usefixtures("fast_press")

JSON, PROBLEM = "application/json", "application/problem+json"


def make(agency, member, **facts):
    wanted = {"label": "ERP", "ends_on": timezone.localdate() + timedelta(days=30), "by": member} | facts
    return api_keys.make(organisation=agency, **wanted)


@pytest.fixture
def made(agency, member):
    return make(agency, member)


@pytest.fixture
def text(made):
    return made[1]


def post(client, text, body, language="nl", **more):
    content = body if isinstance(body, bytes | str) else json.dumps(body)
    headers = {"authorization": f"Bearer {text}", "accept-language": language}
    return client.post(
        reverse("api_verifications"), content, headers=headers, **{"content_type": JSON} | more
    )


def get(client, text, code, language="nl"):
    headers = {"authorization": f"Bearer {text}", "accept-language": language}
    return client.get(reverse("api_certificate", args=[code]), headers=headers)


def described(client, language="en") -> dict:
    return client.get(reverse("api_document"), headers={"accept-language": language}).json()


def insist_on_schema(client, response, name) -> dict:
    """The answer is what the document says of it."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": described(client)["components"]}
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(response.json())
    return response.json()


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_document_is_openapi(client, db, language):
    document = described(client, language)
    assert document["openapi"] == "3.1.0"
    validate(document)
    assert set(document["paths"]) == {"/api/v1/verifications", "/api/v1/certificates/{code}"}


def test_the_document_is_in_the_readers_language(client, db):
    titles = {described(client, language)["info"]["title"] for language in ("fr", "nl", "en")}
    assert len(titles) == 3


def test_each_answer(client, school, certificate, text):
    revoked, replaced = (
        issuing.issue(enrolment=each, by=school.coordinator) for each in school.enrolments[1:]
    )
    revoke(revoked, school.coordinator, RevocationReason.FRAUD)
    replace(replaced, school.coordinator, RevocationReason.ERROR_IN_DATA)
    wanted = [certificate.grouped_code, revoked.code, replaced.code, "0" * 12, "nothing\0\ud800"]
    response = post(client, text, {"items": [{"code": code, "family_name": "BENALI"} for code in wanted]})
    assert response.status_code == 200
    items = insist_on_schema(client, response, "Answers")["items"]
    assert [one["code"] for one in items] == wanted
    assert [one["answer"] for one in items] == ["VALID", "REVOKED", "REPLACED", "UNKNOWN", "UNKNOWN"]
    assert [one["same_family_name"] for one in items] == [True, False, False, None, None]
    assert [len(one["levels"]) for one in items] == [5, 0, 0, 0, 0]
    assert (items[0]["words"], items[0]["minutes_followed"]) == ("Geldig", 720)
    assert items[3] | {"code": ""} == items[4] | {"code": ""}  # unknown and no code: one answer
    assert "Benali" not in response.content.decode()
    assert (
        Verification.objects.filter(answer=Answer.VALID, certificate=certificate, language="nl").count() == 1
    )
    assert Verification.objects.count() == 5


@pytest.mark.parametrize(("language", "words"), [("fr", "Valide"), ("nl", "Geldig"), ("en", "Valid")])
def test_one_code_in_three_languages(client, certificate, text, language, words):
    response = get(client, text, certificate.grouped_code.lower(), language)
    assert response["Content-Language"] == language
    assert "no-store" in response["Cache-Control"]
    assert insist_on_schema(client, response, "Answer")["words"] == words


def test_what_is_no_code_looks_like_one_that_nobody_has(client, text, django_assert_num_queries):
    get(client, text, "x")  # the day of the key is noted once
    for code in ("0" * 12, "x", "é" * 40):
        with django_assert_num_queries(3):  # the key, the certificate, and that it was asked for
            found = insist_on_schema(client, get(client, text, code), "Answer")
        assert (found["answer"], found["address"]) == ("UNKNOWN", None)


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ("{", 400, None),
        (b"\xff", 400, None),
        ("[" * 100_000, 400, None),
        ('{"items": ' + "1" * 5000 + "}", 400, None),
        ("[]", 422, "/items"),
        ({"items": []}, 422, "/items"),
        ({"items": [{"code": "x"}] * 201}, 422, "/items"),
        ({"items": ["x"]}, 422, "/items/0"),
        ({"items": [{}]}, 422, "/items/0"),
        ({"items": [{"code": 7}]}, 422, "/items/0/code"),
        ({"items": [{"code": "x" * 501}]}, 422, "/items/0/code"),
        ({"items": [{"code": "x", "family_name": None}]}, 422, "/items/0/family_name"),
        ({"items": [{"code": "x", "name": "y"}]}, 422, "/items/0"),
        ({"items": [{"code": "7K3M9XQ24BTD"}, {"code": "7k3m-9xq2-4btd"}]}, 422, "/items/1/code"),
        ("x" * 200_001, 413, None),
    ],
)
def test_what_cannot_be_read_says_where_and_what(client, text, body, status, pointer):
    response = post(client, text, body)
    assert (response.status_code, response["Content-Type"]) == (status, PROBLEM)
    problem = insist_on_schema(client, response, "Problem")
    assert problem["status"] == status
    assert [one["pointer"] for one in problem.get("errors", [])] == ([pointer] if pointer else [])


def test_other_types_and_methods(client, text):
    other = post(client, text, "code=1", content_type="application/x-www-form-urlencoded")
    assert other.status_code == 415
    wrong = client.get(reverse("api_verifications"))
    assert (wrong.status_code, wrong["Allow"]) == (405, "POST")
    insist_on_schema(client, wrong, "Problem")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)
items = st.fixed_dictionaries({"code": st.text() | anything}, optional={"family_name": st.text() | anything})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.fixed_dictionaries({"items": st.lists(items, max_size=4) | anything}) | anything)
def test_no_body_breaks_it(client, text, monkeypatch, body):
    monkeypatch.setattr(doors, "PER_KEY", 10**6)
    monkeypatch.setattr(doors, "PER_NETWORK", 10**6)
    monkeypatch.setattr(limits, "PER_CODE", 10**6)
    response = post(client, text, json.dumps(body))
    assert response.status_code in (200, 422)
    Draft202012Validator({"type": "object"}).validate(response.json())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=300))  # without a body, Django's client sends no type either
def test_no_bytes_break_it(client, text, monkeypatch, content):
    monkeypatch.setattr(doors, "PER_KEY", 10**6)
    monkeypatch.setattr(doors, "PER_NETWORK", 10**6)
    assert post(client, text, content).status_code in (400, 422)


def test_only_a_key_that_opens(client, agency, member, made, certificate):
    key, text = made
    assert get(client, text, certificate.code).status_code == 200
    for wrong in ("", "x", text + "x", key.secret_sha256):
        response = get(client, wrong, certificate.code)
        assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")
        insist_on_schema(client, response, "Problem")
    agency.verified_at = None
    agency.save()
    assert get(client, text, certificate.code).status_code == 401
    agency.verified_at = timezone.now()
    agency.save()
    ApiKey.objects.update(ends_on=timezone.localdate())
    assert get(client, text, certificate.code).status_code == 401
    ApiKey.objects.update(ends_on=timezone.localdate() + timedelta(days=1))
    api_keys.revoke(key=key, by=member)
    assert get(client, text, certificate.code).status_code == 401


@pytest.mark.parametrize("limit", [(doors, "PER_NETWORK"), (doors, "PER_KEY"), (limits, "PER_CODE")])
def test_too_many_say_when_to_come_back(client, text, certificate, monkeypatch, limit):
    monkeypatch.setattr(*limit, 1)
    assert get(client, text, certificate.code).status_code == 200
    response = get(client, text, certificate.code)
    assert (response.status_code, response["Retry-After"]) == (429, "60")
    insist_on_schema(client, response, "Problem")
    assert Verification.objects.count() == 1


def test_a_key_is_kept_as_its_hash_and_notes_its_day(client, made, certificate):
    key, text = made
    assert text not in str(ApiKey.objects.values().get())
    assert key.last_used_on is None
    get(client, text, certificate.code)
    key.refresh_from_db()
    assert key.last_used_on == timezone.localdate()
    tasks.note_key_used(key.pk)
    tasks.note_key_used(key.pk)


def test_who_makes_and_revokes(school, agency, member, made):
    for stranger in (school.trainer, account("x@example.org", "X", "Y")):
        with pytest.raises(Refusal):
            make(agency, stranger)
        with pytest.raises(Refusal):
            api_keys.revoke(key=made[0], by=stranger)
    make(agency, school.coordinator)
    revoked = api_keys.revoke(key=made[0], by=school.coordinator)
    assert api_keys.revoke(key=revoked, by=member).revoked_by == school.coordinator


@pytest.mark.parametrize("days", [0, 400])
def test_a_key_ends_within_a_year(agency, member, days):
    with pytest.raises(Refusal):
        make(agency, member, ends_on=timezone.localdate() + timedelta(days=days))


def test_no_more_than_ten(agency, member):
    for _ in range(api_keys.MOST):
        make(agency, member)
    with pytest.raises(Refusal):
        make(agency, member)


@pytest.mark.parametrize(
    "wrong",
    [{"secret_sha256": "plain"}, {"label": ""}, {"revoked_at": timezone.now()}],
    ids=["secret", "label", "revoked by nobody"],
)
def test_the_database_has_the_last_word(made, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ApiKey.objects.update(**wrong)


def test_ended_keys_are_forgotten_after_a_year(agency, member):
    kept, ended, revoked = (make(agency, member)[0] for _ in range(3))
    long_ago = timezone.now() - timedelta(days=366)
    ApiKey.objects.filter(pk=ended.pk).update(ends_on=long_ago)
    ApiKey.objects.filter(pk=revoked.pk).update(revoked_at=long_ago, revoked_by=member)
    tasks.forget()
    assert list(ApiKey.objects.all()) == [kept]


def test_a_member_makes_reads_once_and_revokes(client, agency, member):
    client.force_login(member)
    facts = {"organisation": agency.pk, "label": "ERP", "ends_on": timezone.localdate() + timedelta(days=9)}
    html = client.post(reverse("api_keys"), facts).content.decode()
    text = html.split(api_keys.PREFIX)[1].split("<")[0]
    assert api_keys.find(api_keys.PREFIX + text)
    again = client.get(reverse("api_keys")).content.decode()
    assert text not in again
    assert "ERP" in again
    address = reverse("api_key_revoke", args=[ApiKey.objects.get().pk])
    assert "ERP" in client.get(address).content.decode()
    assert api_keys.find(api_keys.PREFIX + text)
    assert client.post(address).status_code == 302
    assert api_keys.find(api_keys.PREFIX + text) is None


def test_what_is_wrong_with_a_key_stands_beside_its_field(client, agency, member):
    client.force_login(member)
    facts = {"organisation": agency.pk, "label": "ERP", "ends_on": timezone.localdate() + timedelta(days=900)}
    html = client.post(reverse("api_keys"), facts).content.decode()
    assert "binnen een jaar" in html
    assert 'value="ERP"' in html
    assert not ApiKey.objects.exists()


def test_keys_of_others_do_not_exist(client, made, school):
    other = organisation(OrganisationKind.AGENCY, "Interim Zuid", verified_at=timezone.now())
    stranger = account("zuid@example.org", "Z", "Uid")
    roles.grant(user=stranger, organisation=other, role=Role.AGENCY_MEMBER, by=None)
    client.force_login(stranger)
    assert "ERP" not in client.get(reverse("api_keys")).content.decode()
    assert client.post(reverse("api_key_revoke", args=[made[0].pk])).status_code == 404
    client.force_login(school.coordinator)
    assert "ERP" in client.get(reverse("api_keys")).content.decode()


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_page_for_people_says_what_the_document_says(client, db, language):
    html = client.get(reverse("api"), headers={"accept-language": language}).content.decode()
    document = described(client, language)
    for path, methods in document["paths"].items():
        assert path in html
        for operation in methods.values():
            assert operation["summary"] in html
    for name in document["components"]["schemas"]["Answer"]["properties"]:
        assert f"<code>{name}</code>" in html
    assert html.count("curl ") == 2
