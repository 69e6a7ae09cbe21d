import django.contrib.postgres.functions
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from certificates.models.attestation import AttestationStays

KINDS = [
    ("REALISATION", "Certificate of completed hours"),
    ("ATTENDANCE", "Attendance attestation"),
    ("PROFILE", "Language profile"),
]
GONE = (
    "realisation_one_standing",
    "realisation_number_once",
    "realisation_new_version_has_a_reason",
    "realisation_issued_stays",
)
MADE = models.Q(document__isnull=False)


class Migration(migrations.Migration):
    """The certificats de réalisation become one kind of several papers; what was issued is kept as it is."""

    dependencies = [
        ("certificates", "0009_api_keys"),
        ("documents", "0004_attestations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *(migrations.RemoveConstraint(model_name="realisation", name=name) for name in GONE),
        migrations.RenameModel("Realisation", "Attestation"),
        migrations.RenameField("attestation", "issued_at", "ordered_at"),
        migrations.RenameField("attestation", "issued_by", "ordered_by"),
        migrations.AlterModelOptions(
            name="attestation",
            options={
                "ordering": ["enrolment", "kind", "number"],
                "verbose_name": "attestation",
                "verbose_name_plural": "attestations",
            },
        ),
        migrations.AddField(
            model_name="attestation",
            name="kind",
            field=models.CharField(
                choices=KINDS, default="REALISATION", max_length=20, verbose_name="kind"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="attestation",
            name="trouble_fr",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="why it could not be made (French)"
            ),
        ),
        migrations.AddField(
            model_name="attestation",
            name="trouble_nl",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="why it could not be made (Dutch)"
            ),
        ),
        migrations.AddField(
            model_name="attestation",
            name="reference",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                editable=False,
                unique=True,
                verbose_name="reference",
            ),
        ),
        migrations.AlterField(
            model_name="attestation",
            name="ordered_at",
            field=models.DateTimeField(verbose_name="ordered at"),
        ),
        migrations.AlterField(
            model_name="attestation",
            name="ordered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ordered by",
            ),
        ),
        migrations.AlterField(
            model_name="attestation",
            name="enrolment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attestations",
                to="training.enrolment",
                verbose_name="enrolment",
            ),
        ),
        migrations.AlterField(
            model_name="attestation",
            name="document",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attestation",
                to="documents.document",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=models.UniqueConstraint(
                fields=["enrolment", "kind"],
                condition=MADE & models.Q(replaced_at=None),
                name="attestation_one_standing",
                violation_error_message="This person already has this paper.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=models.UniqueConstraint(
                fields=["enrolment", "kind"],
                condition=models.Q(document=None),
                name="attestation_one_under_way",
                violation_error_message="This paper is being made already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=models.UniqueConstraint(
                fields=["enrolment", "kind", "number"],
                name="attestation_number_once",
                violation_error_message="This version exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=models.CheckConstraint(
                condition=models.Q(number=1, reason="")
                | models.Q(kind="PROFILE", number__gt=1)
                | (models.Q(number__gt=1) & ~models.Q(reason="")),
                name="attestation_new_version_has_a_reason",
                violation_error_message="A new version has a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=models.CheckConstraint(
                condition=models.Q(replaced_at=None) | MADE,
                name="attestation_replaced_was_made",
                violation_error_message="Only a paper that was made is replaced.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=models.CheckConstraint(
                condition=models.Q(trouble_fr="", trouble_nl="")
                | (~models.Q(trouble_fr="") & ~models.Q(trouble_nl="") & ~MADE),
                name="attestation_trouble_in_both_languages",
                violation_error_message="Why a paper was not made is said in both languages.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attestation",
            constraint=AttestationStays(
                name="attestation_ordered_stays",
                violation_error_message="What was ordered never changes: make a new version.",
            ),
        ),
    ]
