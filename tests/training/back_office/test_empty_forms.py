"""Every form of the office sent empty, in both languages: marks say what is needed, errors ask by name."""

import html
import re
from importlib import import_module

import pytest
from django import forms
from django.urls import reverse
from django.utils import translation

from accounts.forms.office import AsksByName, OfficeForm
from accounts.models import User
from tests.training.enrolment.builders import an_open_session, in_state, sent
from training.enums import EnrolmentStatus as S

pytestmark = pytest.mark.django_db
OFFICE = (
    "accounts.forms.back_office",
    "accounts.forms.letters",
    "certificates.forms.revoking",
    "training.forms.attachments",
    "training.forms.back_office",
    "training.forms.back_office_waiting",
    "training.forms.conditions",
    "training.forms.decisions",
    "training.forms.half_days",
    "training.forms.importing",
    "training.forms.new_session",
    "training.forms.queue",
)
IN_THE_WEEK = ("_from", "_until")  # one mark for a column of the grid
UNSAID = {"fr": "Ce champ est obligatoire", "nl": "Dit veld is verplicht"}
LISTS = (
    "organisations",
    "courses",
    "rooms",
    "occupations",
    "can_dos",
    "absence_codes",
    "issuers",
    "internal_rules",
    "placement_items",
)


def own_forms():
    for name in OFFICE:
        module = import_module(name)
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, forms.BaseForm) and one.__module__ == name:
                yield one


@pytest.mark.parametrize("form", list(own_forms()), ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_each_form_of_the_office_asks_by_name(form):
    assert issubclass(form, AsksByName)


@pytest.fixture
def pages(coordinator) -> list[str]:
    session, waiting = an_open_session(), an_open_session(needs_decision=True)
    asked, follower = sent(waiting), in_state(S.ENTERED, session)
    deeds = [(asked, verb) for verb in ("refuse", "waive", "ask_more", "invite", "transfer", "note_call")]
    lesson = session.half_days.first().pk
    return [
        *(reverse("enrolments_office:deed", args=[one.pk, verb]) for one, verb in deeds),
        reverse("enrolments_office:deed", args=[follower.pk, "exit_early"]),
        reverse("enrolments_office:attach", args=[asked.pk]),
        *(
            reverse(f"sessions_office:{name}", args=[session.pk])
            for name in ("adjust", "postpone", "join", "run", "cancel", "conditions", "add_half_day")
        ),
        *(
            reverse(f"sessions_office:{name}", args=[session.pk])
            for name in ("waiting_offers", "waiting_keep", "waiting_priority", "waiting_pair")
        ),
        reverse("half_days_office:move", args=[lesson]),
        reverse("half_days_office:substitute", args=[lesson]),
        reverse("sessions_office:add"),
        reverse("decisions_office:index"),
        reverse("imports_office:add"),
        reverse("accounts_office:grant", args=[User.objects.exclude(pk=coordinator.pk).first().pk]),
        reverse("accounts_office:add"),
        *(reverse(f"{name}_office:add") for name in LISTS),
    ]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_sent_empty(pages, office, coordinator, language):
    User.objects.filter(pk=coordinator.pk).update(language=language)
    said = 0
    for page in pages:
        answer = office.post(page, {})
        if answer.status_code == 302 or answer.context.get("why_not"):  # nothing was needed, or nothing asked
            continue
        shown = html.unescape(answer.content.decode())
        assert UNSAID[language] not in shown, page
        form = answer.context.get("role_form") or answer.context["form"]
        needed = [field for field in form.visible_fields() if field.field.required]
        marks = len(re.findall(r'w-required-mark"[^>]*>\*', shown))
        assert marks >= len([field for field in needed if not field.name.endswith(IN_THE_WEEK)]), page
        for field in needed:
            for sentence in field.errors:
                assert html.unescape(sentence) in shown, page
                said += 1
    assert said > 30


def test_the_name_is_in_the_sentence():
    class Question(OfficeForm):
        place = forms.CharField(label="Commune")
        town = forms.ChoiceField(label="Ville", choices=[("", "–")])
        own = forms.CharField(label="x", error_messages={"required": "Dites-le."})

    for language, first, second in (
        (
            "fr",
            "Remplissez «\N{NO-BREAK SPACE}Commune\N{NO-BREAK SPACE}».",
            "Choisissez\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}Ville\N{NO-BREAK SPACE}».",
        ),
        ("nl", "Vul “Commune” in.", "Maak een keuze: “Ville”."),
    ):
        with translation.override(language):
            form = Question({})
            assert [str(form.errors[name][0]) for name in ("place", "town", "own")] == [
                first,
                second,
                "Dites-le.",
            ]
