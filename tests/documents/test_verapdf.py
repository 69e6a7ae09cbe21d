"""Sealed papers are PDF/A-3a and PDF/UA-1 for the checker that archives use."""

from itertools import product

import pytest

from documents import specimen
from documents.press import Enclosed, print_document
from tests.documents import verapdf
from tests.documents.builders import certificate_facts, longest_facts
from tests.documents.designs import design, signatories, twelve
from tests.documents.profile_builders import longest_profile_facts, profile_facts
from tests.documents.register_builders import (
    attendance_facts,
    presence_facts,
    realisation_facts,
    statement_facts,
)

CREDENTIAL = Enclosed(name="credential.json", content=b'{"level": "A1"}')
FLAVOURS = ("3a", "ua1")
PAPERS = (
    "attendance", "certificate-fr", "certificate-nl", "crowded", "crowded-upright", "longest",
    "presence", "presence-designed", "presence-unsealed",
    "profile", "profile-designed", "profile-unsealed",
    "realisation", "specimen", "specimen-upright", "statement",
)  # fmt: skip


def crowded(layout: str):
    said = design(layout=layout, emblem="HEAD", signatories=signatories(12), logos=twelve())
    return certificate_facts(design=said)


def designed(paper: str):
    return design(paper, emblem="HEAD", signatories=signatories(4), logos=twelve(2))


def papers() -> dict[str, bytes]:
    upright = design(layout="UPRIGHT", logos=twelve(1))
    enclosed = {"attachments": [CREDENTIAL], "sealed": True}
    printed = {
        "attendance": print_document("attendance", attendance_facts(days=1, people=6)),
        "certificate-fr": print_document("certificate", certificate_facts(), **enclosed),
        "certificate-nl": print_document("certificate", certificate_facts(), language="nl", **enclosed),
        "crowded": print_document("certificate", crowded("SHORES"), **enclosed),
        "crowded-upright": print_document("certificate", crowded("UPRIGHT"), language="nl", **enclosed),
        "longest": print_document("certificate", longest_facts(), **enclosed),
        "presence": print_document("presence", presence_facts(), sealed=True),
        "presence-unsealed": print_document("presence", presence_facts()),
        "profile": print_document("profile", profile_facts(), sealed=True),
        "profile-unsealed": print_document("profile", longest_profile_facts()),
        "realisation": print_document("realisation", realisation_facts(), sealed=True),
        "specimen": print_document("certificate", specimen.facts("certificate", "scripts", design())),
        "specimen-upright": print_document("certificate", specimen.facts("certificate", "long", upright)),
        "presence-designed": print_document(
            "presence", presence_facts(design=designed("presence")), sealed=True
        ),
        "profile-designed": print_document("profile", specimen.facts("profile", "long", designed("profile"))),
        "statement": print_document("statement", statement_facts()),
    }
    return {name: one.pdf for name, one in printed.items()}


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict[tuple[str, str], str]:
    verapdf.demand()
    broken = print_document("certificate", certificate_facts()).pdf.replace(
        b'pdfaid:part="3"', b'pdfaid:part="1"'
    )
    broken = broken.replace(b'pdfuaid:part="1"', b'pdfuaid:part="7"')
    return verapdf.failures(tmp_path_factory.mktemp("papers"), {**papers(), "broken": broken})


@pytest.mark.parametrize(("flavour", "name"), list(product(FLAVOURS, PAPERS)))
def test_nothing_fails(seen, flavour, name):
    assert seen[flavour, name] == ""


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_it_would_have_been_seen(seen, flavour):
    """A file that says it is another standard is found by the same run."""
    assert seen[flavour, "broken"] != ""
