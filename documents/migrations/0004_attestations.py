from django.db import migrations, models

KINDS = [
    ("CERTIFICATE", "Certificate"),
    ("ATTENDANCE_SHEET", "Attendance sheet"),
    ("WELCOME_PACK", "Welcome pack"),
    ("STATEMENT", "Statement"),
    ("REALISATION", "Certificate of completed hours"),
    ("ATTENDANCE", "Attendance attestation"),
    ("PROFILE", "Language profile"),
]


class Migration(migrations.Migration):

    dependencies = [("documents", "0003_certificats_de_realisation")]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20, verbose_name="kind"),
        ),
    ]
