"""The papers beside the certificate form a chain of their issuer; those that were made are linked in the order
in which they were made. A version was made in the moment in which it replaced the one before.
"""

import hashlib
from datetime import UTC

import django.db.models.deletion
import rfc8785
from django.db import migrations, models

from certificates.models.attestation import AttestationStays

SHA256 = r"^[0-9a-f]{64}$"
GUARD = AttestationStays(
    name="attestation_ordered_stays",
    violation_error_message="What was ordered never changes: make a new version.",
)


def link_what_was_made(apps, schema_editor) -> None:
    Attestation = apps.get_model("certificates", "Attestation")
    Issuer = apps.get_model("certificates", "Issuer")
    for paper in Attestation.objects.iterator(chunk_size=200):
        paper.facts_sha256 = _sha256_of(paper.facts)
        paper.save(update_fields=["facts_sha256"])
    issuers = {issuer.provider_id: issuer for issuer in Issuer.objects.all()}
    made = Attestation.objects.exclude(document=None).select_related("document", "enrolment__session__provider")
    for paper in sorted(made, key=lambda one: (_made_at(one), one.pk)):
        provider = paper.enrolment.session.provider
        if provider.pk not in issuers:
            raise RuntimeError(
                f"Provider {provider.pk} has papers and nobody is named to sign them: add an issuer first, with "
                "the version that ran until now."
            )
        _link(paper, issuers[provider.pk])
    for issuer in issuers.values():
        issuer.save(update_fields=["attested", "last_attested_sha256"])


def _made_at(paper):
    before = type(paper).objects.filter(
        enrolment=paper.enrolment_id, kind=paper.kind, number__lt=paper.number, replaced_at__isnull=False
    )
    replaced = before.order_by("-number").values_list("replaced_at", flat=True).first()
    return replaced or paper.document.created_at


def _link(paper, issuer) -> None:
    paper.issuer, paper.place = issuer, issuer.attested + 1
    paper.previous_sha256, paper.made_at = issuer.last_attested_sha256, _made_at(paper)
    paper.record_sha256 = _sha256_of(_record(paper))
    paper.save(update_fields=["issuer", "place", "previous_sha256", "made_at", "record_sha256"])
    issuer.attested, issuer.last_attested_sha256 = paper.place, paper.record_sha256


def _record(paper) -> dict:
    """What `certificates.domain.records` says of a paper, as it was when this was written."""
    return {
        "issuer": paper.issuer_id,
        "place": paper.place,
        "previous": paper.previous_sha256,
        "kind": paper.kind,
        "reference": str(paper.reference),
        "enrolment": paper.enrolment_id,
        "number": paper.number,
        "reason": paper.reason,
        "facts": paper.facts_sha256,
        "document": paper.document.sha256,
        "ordered_at": _moment(paper.ordered_at),
        "ordered_by": paper.ordered_by_id,
        "made_at": _moment(paper.made_at),
    }


def _moment(at) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _sha256_of(fact) -> str:
    return hashlib.sha256(rfc8785.dumps(fact)).hexdigest()


def check(name: str, condition: models.Q, message: str) -> migrations.AddConstraint:
    constraint = models.CheckConstraint(condition=condition, name=name, violation_error_message=message)
    return migrations.AddConstraint(model_name="attestation", constraint=constraint)


def unique(name: str, fields: list[str], message: str) -> migrations.AddConstraint:
    constraint = models.UniqueConstraint(fields=fields, name=name, violation_error_message=message)
    return migrations.AddConstraint(model_name="attestation", constraint=constraint)


class Migration(migrations.Migration):
    dependencies = [("certificates", "0011_templates")]

    operations = [
        migrations.RemoveConstraint(model_name="attestation", name="attestation_ordered_stays"),
        migrations.AddField(
            model_name="issuer",
            name="attested",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="other papers made"),
        ),
        migrations.AddField(
            model_name="issuer",
            name="last_attested_sha256",
            field=models.CharField(blank=True, default="", editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="attestation",
            name="facts_sha256",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="attestation",
            name="made_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="made at"),
        ),
        migrations.AddField(
            model_name="attestation",
            name="issuer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attestations",
                to="certificates.issuer",
                verbose_name="issuer",
            ),
        ),
        migrations.AddField(
            model_name="attestation",
            name="place",
            field=models.PositiveIntegerField(
                blank=True, null=True, verbose_name="number in the chain of its issuer"
            ),
        ),
        migrations.AddField(
            model_name="attestation",
            name="previous_sha256",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="attestation",
            name="record_sha256",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(link_what_was_made, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        unique(
            "attestation_place_once", ["issuer", "place"], "Each paper of an issuer has its own number."
        ),
        unique(
            "attestation_chain_has_no_fork",
            ["issuer", "previous_sha256"],
            "Each paper of an issuer follows another one.",
        ),
        check(
            "attestation_made_is_in_the_chain",
            (
                models.Q(document__isnull=False)
                & models.Q(
                    issuer__isnull=False, place__isnull=False, record_sha256__regex=SHA256, made_at__isnull=False
                )
            )
            | (
                models.Q(document=None)
                & models.Q(issuer=None, place=None, previous_sha256="", record_sha256="", made_at=None)
            ),
            "A paper that was made has its place in the chain of its issuer.",
        ),
        check(
            "attestation_follows_another",
            models.Q(place=None)
            | models.Q(place=1, previous_sha256="")
            | models.Q(place__gt=1, previous_sha256__regex=SHA256),
            "Each paper of an issuer follows another one.",
        ),
        check(
            "attestation_facts_have_a_hash",
            models.Q(facts_sha256__regex=SHA256),
            "The frozen facts have a hash.",
        ),
        migrations.AddConstraint(model_name="attestation", constraint=GUARD),
    ]
