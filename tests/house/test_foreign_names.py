"""Nobody reads of a person whom they may not see: every address, every thing, for each role.

The walk knows people by marks that occur nowhere else: each family name, given name, telephone number and
birth date of the demo school is made unique first. Who may see whom is written here anew from the plan, not
read from the querysets that are on trial.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from accounts.models import Membership, Person, User
from certificates.models import Certificate
from cms.models import ContactSettings
from tests.browser import addresses
from tests.documents import paper
from tests.house.matrix import OFFICE, ROLES, Things, every_address
from training.models import Assessment, Enrolment, HalfDay, Session

WATCHED = [
    "anonymous",
    "learner",
    "other-learner",
    "trainer",
    "other-trainer",
    "prescriber",
    "agency",
    "editor",
]
NAMES = ("family", "given", "printed")


@dataclass(frozen=True)
class Somebody:
    """A person, or an account without a file: kind of mark → the ways it is written."""

    who: str
    marks: dict[str, list[str]]

    def told_by(self, text: str) -> set[str]:
        return {kind for kind, writings in self.marks.items() if any(one.lower() in text for one in writings)}


def mark_everybody() -> dict[str, Somebody]:
    """By e-mail address."""
    return {user.email: marked(user) for user in User.objects.select_related("person").order_by("pk")}


def marked(user: User) -> Somebody:
    printed = [user.get_full_name()]
    user.first_name, user.last_name = f"Gg{user.pk:05}", f"Ff{user.pk:05}"
    user.save(update_fields=["first_name", "last_name"])
    marks = {
        "given": [user.first_name],
        "family": [user.last_name],
        "printed": printed,
        "email": [user.email],
    }
    if person := getattr(user, "person", None):
        marks |= marked_file(person, user)
    return Somebody(user.email, marks)


def marked_file(person: Person, user: User) -> dict[str, list[str]]:
    number = f"{600_000_000 + person.pk * 7919:09}"
    person.given_name, person.family_name, person.phone = user.first_name, user.last_name, f"+33{number}"
    person.birth_date = date(1930, 1, 1) + timedelta(days=person.pk)  # nothing else is so long ago
    person.save()
    grouped = " ".join(re.findall("..", f"0{number}"))
    return {"phone": [number, grouped], "birth date": list(writings(person.birth_date))}


def writings(day: date) -> Iterable[str]:
    yield day.isoformat()
    yield from (day.strftime("%d/%m/%Y"), day.strftime("%d-%m-%Y"), f"{day.day}/{day.month}/{day.year}")
    for language in ("fr", "nl"):
        with translation.override(language):
            yield date_format(day, "j F Y")


def may_read(email: str | None, people: dict[str, Somebody]) -> dict[str, set[str]]:
    """E-mail address → kinds of marks, for this account. Nothing about who is not in it."""
    if email is None:
        return {}
    allowed: dict[str, set[str]] = {}

    def add(emails: Iterable[str], *kinds: str) -> None:
        for one in emails:
            allowed.setdefault(one, set()).update(kinds)

    add([email], *people[email].marks)
    own = Session.objects.filter(enrolments__person__user__email=email)
    add(User.objects.filter(half_days__session__in=own).values_list("email", flat=True), *NAMES)
    taught = Session.objects.filter(trainers__email=email)
    followed = Enrolment.objects.filter(session__in=taught)
    add(followed.values_list("person__user__email", flat=True), *NAMES, "phone")  # whom she rings up
    assessors = Assessment.objects.filter(enrolment__in=followed).values("assessor")
    judged = User.objects.filter(pk__in=assessors)  # who found a level signs for it
    add(judged.values_list("email", flat=True), *NAMES)
    add(User.objects.filter(half_days__session__in=taught).values_list("email", flat=True), *NAMES)
    homes = Membership.objects.filter(user__email=email)
    referred = Enrolment.objects.filter(referred_by__in=homes.values("organisation"))
    add(referred.values_list("person__user__email", flat=True), *NAMES)
    colleagues = Membership.objects.filter(
        organisation__in=homes.filter(is_manager=True).values("organisation"), role__in=homes.values("role")
    )
    add(colleagues.values_list("user__email", flat=True), *NAMES, "email")
    return allowed


class Walk:
    """Every address with every thing that an address of this kind can be asked about."""

    def __init__(self) -> None:
        self.things = Things()
        enrolments = one_of_each(Enrolment.objects.order_by("pk"), "session_id", "status", "referred_by_id")
        half_days = one_of_each(HalfDay.objects.order_by("pk"), "session_id", "trainer_id")
        self.all = {
            "my_": enrolments,
            "levels": enrolments,
            "register": half_days,
            "certificate_file": Certificate.objects.values_list("pk", flat=True),
            "colleagues": Membership.objects.values_list("pk", flat=True),
        }
        self.codes = list(Session.objects.values_list("code", flat=True))

    def paths(self, role: str) -> list[str]:
        """The public pages are the same for everybody: one role reads them all."""
        found = [path for one in every_address() if one.is_ours for path in self.paths_of(one)]
        found += [f"/v/{one.code}" for one in addresses.certificates().values()]
        return found + self.public() if role == "anonymous" else found

    def public(self) -> list[str]:
        pages = [page for language in ("fr", "nl") for page in addresses.page_types(language)]
        return pages + [addresses.session(code, "fr") for code in self.codes]

    def paths_of(self, address) -> Iterable[str]:
        if address.name in ("group", "enrol_start", "enrol_sent"):
            return [reverse(address.name, args=[code]) for code in self.codes]
        pks = next((pks for start, pks in self.all.items() if address.name.startswith(start)), None)
        if pks is not None and address.route.count("<") == 1 and "<int:pk>" in address.route:
            return [reverse(address.name, args=[pk]) for pk in pks]
        path = self.things.path(address)
        is_list = OFFICE in address.name and address.name.endswith(":index")
        return [path, f"{path}?export=csv", f"{path}?export=xlsx"] if is_list else [path]


def on_paper(certificate: Certificate, people: dict[str, Somebody]) -> set[str]:
    """Whose name stands on it: who shows a code shows the paper with its holder and who signed it."""
    names = {certificate.holder_name, certificate.facts["signatory_name"]}
    return {one.who for one in people.values() if names & set(one.marks["printed"])}


def papers_of(people: dict[str, Somebody]) -> dict[str, set[str]]:
    """Addresses that show a certificate → whose names stand on it."""
    found = {}
    for one in Certificate.objects.order_by("pk"):
        shown = on_paper(one, people)
        found |= {f"/v/{one.code}": shown, reverse("certificate_file", args=[one.pk]): shown}
    return found


def one_of_each(rows, *fields: str) -> list[int]:
    kinds = {tuple(getattr(row, field) for field in fields): row.pk for row in rows}
    return list(kinds.values())


def words_in(file: bytes) -> str:
    """Of a file in an archive: a certificate, or a sheet of a workbook."""
    return paper.words(file) if file.startswith(b"%PDF") else file.decode("utf-8", "replace")


def words_of(response: HttpResponse) -> str:
    """All text of an answer, whatever its kind; lower case."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.get("Content-Type", "").split(";")[0]
    if kind == "application/pdf":
        return paper.words(body).lower()
    if kind == "text/calendar":
        return body.decode().replace("\r\n ", "").lower()
    if body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
        return " ".join(map(words_in, parts)).lower()
    return " ".join(unescape(body.decode("utf-8", "replace")).split()).lower()


@pytest.mark.parametrize("role", WATCHED)
def test_no_foreign_name(demo_school, role):
    walk = Walk()  # before names are changed: among the addresses is one of two files with the same name
    people = mark_everybody()
    paths, allowed = walk.paths(role), may_read(ROLES[role], people)
    papers = papers_of(people)
    client = Client()
    if email := ROLES[role]:
        client.force_login(User.objects.get(email=email))
    contacts = {one for one in vars(ContactSettings.load()).values() if isinstance(one, str)}
    told, opened = [], 0
    for path in dict.fromkeys(paths):
        with transaction.atomic():
            response = client.get(path)
            transaction.set_rollback(True)
        if response.status_code != 200:
            continue
        opened += 1
        text = words_of(response)
        for one in people.values():
            shown = one.told_by(text) - allowed.get(one.who, set())
            if one.who in papers.get(path, ()) or contacts & set(one.marks["printed"]):
                shown -= {"printed"}
            told += [f"{path} tells the {kind} of {one.who}" for kind in sorted(shown)]
    assert told == [], "\n".join(told)
    assert opened > 15


def test_the_walk_would_find_a_name(demo_school):
    """The same walk as the coordinator, who sees everybody: each kind of mark turns up."""
    people = mark_everybody()
    client = Client()
    client.force_login(User.objects.get(email=addresses.COORDINATOR))
    follower = people[addresses.GRADUATE]
    page = reverse("people_office:index")
    listed = words_of(client.get(f"{page}?export=csv"))
    assert follower.told_by(listed) >= {"family", "given", "birth date", "phone"}
    assert follower.told_by(words_of(client.get(f"{page}?export=xlsx"))) >= {"family", "given"}
    paper_of = Certificate.objects.get(enrolment__person__user__email=addresses.GRADUATE)
    assert "printed" in follower.told_by(
        words_of(client.get(reverse("certificate_file", args=[paper_of.pk])))
    )
