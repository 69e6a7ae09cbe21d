"""Certificates per second of one core, beside the naive way: everything read and set anew for each."""

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from certificates.models import Certificate
from config.bench.table import Line
from documents import press
from documents.facts import CertificateFacts

PEOPLE = 4
ROUNDS = 3


def run() -> list[Line]:
    """Certificates per CPU second (median of interleaved rounds), and the ratio to the naive way."""
    group = people()
    ways = {"naive: fonts, styles and drawings read for each": naive, "the press": warm}
    seen: dict[str, list[float]] = {name: [] for name in ways}
    warm(group[:1])
    for _ in range(ROUNDS):
        for name, way in ways.items():
            seen[name].append(len(group) / cpu_seconds(way, group))
    floor, *_rest = (median(rates) for rates in seen.values())
    return [
        Line(name, f"{median(rates):.2f}", f"{median(rates) / floor:.2f} of the first")
        for name, rates in seen.items()
    ]


def people() -> list[CertificateFacts]:
    """The same certificate for several people: what changes is what changes in life."""
    facts = CertificateFacts.from_json(Certificate.objects.standing().first().facts)
    return [
        replace(facts, holder_given_name=f"Prénom {number}", code=f"7K3MQ9XD2TF{number}")
        for number in range(PEOPLE)
    ]


def warm(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.print_document("certificate", facts)


def naive(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.forget()
        press.print_document("certificate", facts)


def cpu_seconds(way: Callable, group: list[CertificateFacts]) -> float:
    began = time.process_time()
    way(group)
    return time.process_time() - began
