"""One word for one thing (docs/glossary.md), and type set as French and Dutch readers expect it."""

import ast
import json
import re
from pathlib import Path

import polib
import pytest
from django.utils import translation

from accounts.domain import writing
from accounts.domain.letters import every_letter
from documents import towns
from training.domain import sayings
from training.enums import RefusalReason

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("fr", "nl")
SPOKEN = ("cms/content", "config/demo")  # the modules whose texts people read

# What is rejected, and the word to write.
REJECTED = {
    "nl": {
        r"getuigschrift": "attest, opleidingsattest",
        r"\bcursus": "opleiding",
        r"\bdocent|\bleraar|\bleerkracht": "lesgever",
        r"\bleerling|\bstudent\b|\bdeelnemer": "cursist",
        r"\bmiddag|’s morgens|\bochtend": "voormiddag, namiddag",
        r"\brooster\b|lesrooster|tijdschema": "uurrooster",
        r"\buitzendbureau|interimkantoor": "uitzendkantoor",
        r"\bCEFR\b|\bCECRL\b": "ERK",
        r"\bDunkerque\b(?!-Côte| \(|,? ?$)": "Duinkerke",
        r"[Ss]uccesvol|\bgelieve\b|\bmet succes\b": "say what happened",
    },
    "fr": {
        r"\bcertificats?\b(?! Qualiopi| de réalisation)": "attestation",
        r"\bcompétences?\b": "activité langagière",
        r"\bregistres?\b": "feuille d’émargement",
        r"clôtur": "clore",
        r"avec succès|[Vv]euillez|\bmerci de\b": "a verb, and what happened",
        r"\w·\w": "no middle dot",
        r"\bVeurne\b|\bIeper\b": "Furnes, Ypres",
        r"\b[Tt](u|es|on|oi|e)\b|\b[Tt]’(?!il)\w": "vous",
    },
}
# The space before these, and inside guillemets, must not break; the apostrophe is curled.
TYPE = {"fr": r"(?<! ) [;:!?»]|« |\w'\w", "nl": r"\w'\w|[‘][^’]*[’]"}

# How Dutch speaks to people, and where: in every letter u, whoever reads it; on the pages, see the glossary.
JE = re.compile(r"\b(je|jij|jou|jouwe?|jezelf|jullie)\b", re.IGNORECASE)
U = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
LETTERS = ("/emails", "emails/")
PAGES_WITH_U = (
    "/back_office",
    "training/referrals/",
    "views/referrals.py",
    "forms/referral.py",
    "forms/queue.py",
    "forms/new_session.py",
    "forms/conditions.py",
    "wagtail_hooks.py",
    "agency_home.html",
    "colleagues",
    "certificates/views/verify.py",
    "certificates/views/answer.py",
    "certificates/forms/verify.py",
    "templates/certificates/a",
    "templates/certificates/code_form.html",
    "templates/certificates/file_",
    "templates/certificates/identity.html",
    "templates/certificates/name_check.html",
    "templates/certificates/ver",
)
PAGES_WITH_JE = (
    "certificates/holder/",
    "certificates/views/holder.py",
    "training/learner/",
    "training/enrolment/",
    "training/placement/",
    "training/waiting/",
    "training/interest/",
    "training/calendar/",
    "training/trainer/",
    "training/register/",
    "training/signing/",
    "training/progress/",
    "views/learner.py",
    "views/enrolment.py",
    "forms/enrolment.py",
    "forms/answer.py",
    "templates/account/",
    "templates/mfa/",
)

# Why a request cannot go on is read by the person, the office, a prescriber and who brings a file in.
READ_BY_ANYBODY = ("domain/conditions.py", "domain/requests.py", "domain/enrolment.py", "domain/progress.py")
YOU = {"fr": re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE), "nl": U}


def said_in(places: tuple[str, ...], language: str = "nl"):
    """Every text of the catalogues that is said in one of these places, with where."""
    for path in sorted(ROOT.glob(f"**/locale/{language}/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)) if ".venv" not in path.parts else ():
            found = [place for place, _line in entry.occurrences if any(one in place for one in places)]
            for text in [entry.msgstr, *entry.msgstr_plural.values()] if found else ():
                yield found[0], text


def catalogues(language: str):
    for path in sorted(ROOT.glob(f"**/locale/{language}/LC_MESSAGES/django.po")):
        if ".venv" not in path.parts:
            for entry in polib.pofile(str(path)):
                for text in [entry.msgstr, *entry.msgstr_plural.values()]:
                    yield f"{path.relative_to(ROOT)}: {entry.msgid[:50]!r}", text


def written(language: str):
    """Texts of the site's first pages and of the demo school: a dict FR or NL, a key in _fr or _nl."""
    for folder in SPOKEN:
        for path in sorted((ROOT / folder).glob("*.py")):
            tree = ast.parse(path.read_text())
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == language.upper():
                    yield from ((f"{path.name}", text) for text in strings(node.value))
                if isinstance(node, ast.Dict):
                    for key, value in zip(node.keys, node.values, strict=True):
                        if str(getattr(key, "value", "")).endswith(f"_{language}"):
                            yield from ((f"{path.name}", text) for text in strings(value))


def strings(node: ast.AST):
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rejected_word_is_written(language):
    said = [*catalogues(language), *written(language)]
    wrong = [
        f"{where}: {text!r} → {better}"
        for where, text in said
        for pattern, better in REJECTED[language].items()
        if re.search(pattern, text)
    ]
    assert len(said) > 1000
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_typeset(language):
    wrong = [f"{where}: {text!r}" for where, text in catalogues(language) if re.search(TYPE[language], text)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("letter", every_letter(), ids=lambda one: one.slug())
def test_a_letter_says_u_in_dutch_and_vous_in_french(letter):
    with translation.override("nl"):
        dutch = writing.write(letter, letter.sample(), first_name="Lina")
    with translation.override("fr"):
        french = writing.write(letter, letter.sample(), first_name="Lina")
    assert not JE.findall(dutch.subject + dutch.text + dutch.html)
    assert not re.findall(r"\b(tu|toi|te|tes)\b", french.subject + french.text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("places", "wrong", "least"),
    [(LETTERS, JE, 150), (PAGES_WITH_U, JE, 500), (PAGES_WITH_JE, U, 300)],
    ids=["letters", "pages with u", "pages with je"],
)
def test_each_place_speaks_to_its_reader_in_one_way(places, wrong, least):
    said = list(said_in(places))
    assert len(said) > least
    assert [(where, text) for where, text in said if wrong.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stops_a_request_is_said_of_the_facts_and_not_to_the_person(language):
    said = list(said_in(READ_BY_ANYBODY, language))
    assert len(said) > 40
    assert [one for one in said if YOU[language].search(one[1]) or JE.search(one[1])] == []


@pytest.mark.parametrize("reason", RefusalReason)
def test_what_stands_in_a_letter_and_on_a_page_addresses_nobody_in_dutch(reason):
    with translation.override("nl"):
        said = sayings.why_refused(reason)
    assert said
    assert not JE.search(said)
    assert not U.search(said)


def test_the_house_rules_are_a_paper():
    said = json.loads((ROOT / "training/reference/internal_rules.json").read_text())["nl"]
    assert any(U.search(one) for one in said)
    assert not [one for one in said if JE.search(one)]


def test_a_town_has_one_row_and_each_of_its_names_leads_there():
    names = [name.casefold() for row in towns.NAMES for name in {*row[:3], *row[3]}]
    assert len(names) == len(set(names))
    assert towns.in_dutch("Dunkerque") == "Duinkerke"
    assert towns.in_french("Veurne") == towns.in_french("furnes") == "Furnes"
    assert towns.in_dutch("Wormhout") == "Wormhout"
