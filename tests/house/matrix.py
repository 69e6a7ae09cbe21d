"""The addresses of the project, each with a thing of the demo school to try it on, for each role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from accounts.domain import roles, sameness, stopping
from accounts.enums import Role
from accounts.models import Membership, Message, Organisation, Person, User
from certificates.domain import api_keys, sharing, status, templates
from certificates.enums import AttestationKind
from certificates.models import (
    Attestation,
    Certificate,
    IssueBatch,
    Issuer,
    RevocationRequest,
    TemplateProof,
)
from config.demo.story import picture
from documents import logos
from tests.browser import addresses
from tests.documents.logo_builders import logo, written
from training.domain import announcing, feeds, paper_codes, proofs
from training.domain.interest import SESSION_OPEN
from training.models import (
    AbsenceCode,
    Alert,
    Amendment,
    Attachment,
    Attendance,
    CanDo,
    Contact,
    Course,
    Enrolment,
    Import,
    InternalRules,
    MonthlyStatement,
    Occupation,
    PaperSheet,
    PlacementItem,
    Referral,
    Reservation,
    Room,
    Session,
    Unavailability,
)

ROLES = {
    "anonymous": None,
    "learner": addresses.GRADUATE,
    "other-learner": addresses.LEARNER,
    "trainer": addresses.TRAINER,
    "other-trainer": addresses.OTHER_TRAINER,
    "prescriber": addresses.PRESCRIBER,
    "agency": addresses.AGENCY,
    "editor": addresses.EDITOR,
    "coordinator": addresses.COORDINATOR,
    "administrator": addresses.ADMINISTRATOR,
}
FIXED = {
    "en/<path:rest>": "/en/page/",
    "admin/login/": "/admin/login/",
    "fr/_util/login/": "/fr/_util/login/",
    "wagtail_serve": "/fr/",
    "wagtaildocs_serve": "/documents/1/nothing.pdf",
    "wagtaildocs_authenticate_with_password": "/documents/authenticate_with_password/1/",
    "wagtailcore_authenticate_with_password": "/fr/_util/authenticate_with_password/1/1/",
}
OURS = ("accounts", "training", "certificates", "cms", "config", "allauth")
LETTER = "training-emails-offer"
LETTER_DEEDS = ("preview", "change", "reset")
OFFICE = "_office:"  # our own lists in the back office end like this


@dataclass(frozen=True)
class Address:
    """`name` with its namespaces; `route` as it is written in the address books; `module` of its view."""

    name: str
    route: str
    module: str

    @property
    def is_ours(self) -> bool:
        """Everything but Wagtail's own back office."""
        ours = self.module.split(".")[0] in OURS or OFFICE in self.name
        return ours or not self.route.startswith("admin/")

    @property
    def room(self) -> str:
        """Of Wagtail's own back office: the first part of its address."""
        return self.route.split("/")[1]


def addresses_of(resolver: URLResolver, route: str = "", spaces: tuple[str, ...] = ()) -> Iterator[Address]:
    for one in resolver.url_patterns:
        full = route + str(one.pattern)
        if isinstance(one, URLPattern):
            name = ":".join((*spaces, one.name or full))
            yield Address(name, full, one.callback.__module__)
        else:
            yield from addresses_of(one, full, (*spaces, one.namespace) if one.namespace else spaces)


def every_address() -> list[Address]:
    return list(addresses_of(get_resolver()))


def way_in() -> list[Address]:
    """The first address that needs no thing of each room that Wagtail brings along."""
    rooms: dict[str, Address] = {}
    for one in every_address():
        if not one.is_ours and not re.search("[<(]", one.route):
            rooms.setdefault(one.room, one)
    return list(rooms.values())


class Things:
    """What the addresses are tried on: the learner's own enrolment, the trainer's own lesson, and so on."""

    def __init__(self) -> None:
        running = Session.objects.get(code=addresses.RUNNING)
        learner = Person.objects.get(user__email=addresses.GRADUATE)
        follower = Enrolment.objects.get(session=running, person__user__email=addresses.LEARNER)
        place = Enrolment.objects.get(session__code=addresses.FULL, person=learner)
        lesson = running.half_days.held().filter(closed_at=None).order_by("date").first()
        corrected = Amendment.objects.exclude(document="").order_by("pk")[0]
        certificate = Certificate.objects.get(enrolment__person=learner)
        link = sharing.make(
            certificate=certificate,
            by=learner.user,
            ends_on=timezone.localdate() + timedelta(days=30),
            includes_file=True,
        )
        asked = RevocationRequest.objects.waiting().get()
        agency = Organisation.objects.get(memberships__user__email=addresses.AGENCY)
        manager = Membership.objects.get(user__email=addresses.AGENCY)
        year = timezone.localdate() + timedelta(days=360)
        opening, _text = api_keys.make(organisation=agency, label="ERP", ends_on=year, by=manager.user)
        away = Unavailability.objects.get(trainer__email=addresses.TRAINER)
        alike = sameness.pairs(User.objects.get(email=addresses.COORDINATOR))[0]
        twice = {"one": alike.one.pk, "other": alike.other.pk}
        kept = Reservation.objects.order_by("pk")[0]
        colleague = roles.grant(
            user=User.objects.get(email=addresses.NEWCOMER),
            organisation=agency,
            role=Role.AGENCY_MEMBER,
            by=manager.user,
        )
        code, day = AbsenceCode.objects.get(code="J_SICK"), lesson.date
        facts = {"enrolment": follower, "absence_code": code, "by": follower.person.user}
        proof = proofs.give(first_day=day, last_day=day, content=picture(), **facts)
        [announced] = announcing.announce(half_days=announcing.lessons_to_come(follower)[-1:], **facts)
        statement = MonthlyStatement.objects.exclude(document=None).get(enrolment__person=learner)
        attestation = Attestation.objects.get(enrolment__person=learner, kind=AttestationKind.REALISATION)
        draft = templates.begin_version(paper="certificate", provider=None, by=None)
        drawn = written(logo())
        preview = TemplateProof.objects.create(
            version=draft,
            sample="ordinary",
            design_sha256=draft.design_sha256,
            asked_at=timezone.now(),
            made_at=timezone.now(),
            pdf=b"%PDF-",
            picture=drawn,
        )
        month = f"{lesson.date:%Y-%m}"
        self.arguments: dict[str, dict] = {
            "absences": {"pk": follower.pk},
            "absence_take_back": {"pk": announced.pk},
            "proofs": {"pk": follower.pk},
            "proof_file": {"pk": proof.pk},
            "proof_take_back": {"pk": proof.pk},
            "contacts": {"pk": follower.pk},
            "proofs_office:waive": {"pk": first(Attendance)},
            "proofs_office:unjustified": {"pk": first(Attendance)},
            "sheets": {"code": addresses.RUNNING},
            "sheet_file": {"code": addresses.RUNNING, "kind": "blank", "name": lesson.date.isoformat()},
            "sheet_print": {"code": addresses.RUNNING, "kind": "blank", "name": lesson.date.isoformat()},
            "paper_sheet_file": {"pk": first(PaperSheet)},
            "paper_sheet_half_days": {"pk": first(PaperSheet)},
            "paper_code": {"code": paper_codes.code(lesson)},
            "statement_file": {"pk": statement.pk},
            "sessions_office:statements": {"pk": running.pk, "month": month},
            "sessions_office:statements_table": {"pk": running.pk, "month": month},
            "sessions_office:certify_again": {"pk": statement.pk},
            "sessions_office:print_statement_again": {"pk": statement.pk},
            "sessions_office:session_file": {"pk": running.pk, "file": 0},
            "language_profile": {"pk": follower.pk},
            "attestation_file": {"pk": attestation.pk},
            "issuing_office:order_again": {"pk": attestation.pk},
            "templates_office:template": {"pk": draft.template_id},
            **{f"templates_office:{name}": {"pk": preview.pk} for name in ("proof_picture", "proof_file")},
            "templates_office:logo": {"sha256": logos.keep(drawn)},
            "templates_office:compare": {"pk": draft.pk, "other": draft.pk},
            "enrol_start": {"code": addresses.OPEN},
            "enrol_step": {"code": addresses.OPEN, "step": "identity"},
            "enrol_sent": {"code": addresses.FULL},
            "group": {"code": addresses.RUNNING},
            "tell_me": {"code": running.course.code},
            "stop_letter": {"token": token_of(learner.user)},
            "levels": {"pk": follower.pk},
            "ticks": {"pk": follower.pk},
            "external_certificate": {"pk": follower.pk},
            "lesson_note": {"pk": lesson.pk},
            "my_sign": {"pk": lesson.pk},
            "my_sign_code": {"pk": lesson.pk, "code": "K7M4PX"},
            "register_sign": {"pk": lesson.pk, "enrolment": follower.pk},
            "register_correct": {"pk": corrected.mark.half_day_id, "enrolment": corrected.mark.enrolment_id},
            "correction_file": {"pk": corrected.pk},
            "refer_person": {"code": addresses.OPEN},
            "referral_sent": {"pk": first(Referral)},
            "trainer_absence_remove": {"pk": away.pk},
            "certificate_file": {"pk": certificate.pk},
            "my_certificate": {"pk": certificate.pk},
            "share": {"pk": certificate.pk},
            "shared": {"token": link.token},
            "shared_file": {"token": link.token},
            "share_withdraw": {"pk": link.link.pk},
            "credential_file": {"pk": certificate.pk},
            "status_list": {"name": status.sign(certificate.status_list).name},
            "verify_code": {"text": certificate.code},
            "api_certificate": {"code": certificate.code},
            "api_key_revoke": {"pk": opening.pk},
            "colleagues": {"pk": manager.pk},
            "colleague_end": {"pk": manager.pk, "membership": colleague.pk},
            "attachment_file": {"pk": first(Attachment)},
            "attachment_take_back": {"pk": first(Attachment)},
            "papers_open": {"pk": place.deliveries.get().pk},
            "papers_file": {"pk": place.deliveries.get().pk},
            "enrolments_office:hand_over": {"pk": place.deliveries.get().pk},
            "placement_clip": {"code": "lis-pre-1"},
            "picture": {"name": "nothing.png"},
            "offer": {"token": "nothing"},
            "calendar_feed": {"token": feeds.token(feeds.make(user=follower.person.user))},
            "sessions_office:waiting_release": {"pk": kept.session_id, "reservation": kept.pk},
            "duplicates_office:pair": twice,
            "duplicates_office:different": twice,
            "sessions_office:waiting_priority_drop": {"pk": running.pk, "rule": 0},
            "enrolments_office:deed": {"pk": follower.pk, "verb": "exit_early"},
            "issuing_office:order": {"pk": first(IssueBatch)},
            **{f"certificates_office:{name}": {"pk": asked.pk} for name in ("confirm", "decline")},
            "accounts_office:end": {"pk": colleague.pk},
            "imports_office:template": {"kind": "PEOPLE", "form": "csv"},
            "letters_office:letter": {"slug": LETTER},
            **{f"letters_office:{name}": {"slug": LETTER, "language": "nl"} for name in LETTER_DEEDS},
        }
        self.keys = {
            "my_": place.pk,
            "register": lesson.pk,
            "issuing_office": Session.objects.get(code=addresses.FINISHED).pk,
            "certificates_office": certificate.pk,
            "issuers_office": first(Issuer),
            "templates_office": draft.pk,
            "sessions_office": running.pk,
            "enrolments_office": follower.pk,
            "half_days_office": lesson.pk,
            "imports_office": first(Import),
            "courses_office": first(Course),
            "internal_rules_office": first(InternalRules),
            "rooms_office": first(Room),
            "occupations_office": first(Occupation),
            "can_dos_office": first(CanDo),
            "placement_items_office": first(PlacementItem),
            "absence_codes_office": first(AbsenceCode),
            "proofs_office": proof.pk,
            "alerts_office": first(Alert),
            "contacts_office": first(Contact),
            "messages_office": first(Message),
            "people_office": learner.pk,
            "timelines_office": learner.pk,
            "accounts_office": manager.user_id,
            "organisations_office": agency.pk,
        }

    def path(self, address: Address) -> str:
        if address.name in FIXED:
            return FIXED[address.name]
        if not address.is_ours:
            return "/" + address.route.replace("^", "").replace("$", "")
        return reverse(address.name, kwargs=self.arguments.get(address.name) or self._key(address))

    def _key(self, address: Address) -> dict[str, int]:
        if "<int:pk>" not in address.route:
            return {}
        return {"pk": next(pk for start, pk in self.keys.items() if address.name.startswith(start))}


def token_of(user: User) -> str:
    return stopping.link(user=user, kind=SESSION_OPEN).rstrip("/").rpartition("/")[2]


def first(model) -> int:
    return model.objects.order_by("pk").values_list("pk", flat=True)[0]


def answer(client: Client, method: str, path: str) -> str:
    """What a visitor meets: a status, or where they are sent: `login`, `office`, elsewhere `→`."""
    response: HttpResponse = client.get(path) if method == "GET" else client.post(path)
    response.close()
    if response.status_code not in (301, 302):
        return str(response.status_code)
    if response.url.startswith((reverse("account_login"), reverse("wagtailadmin_login"))):
        return "login"
    return "office" if response.url == reverse("wagtailadmin_home") else "→"
