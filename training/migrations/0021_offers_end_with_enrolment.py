from django.db import migrations, models
from django.db.models import F, Q


def end_with_enrolment(apps, schema_editor) -> None:
    """A later day never had an effect: no place is offered once enrolment is closed."""
    late = apps.get_model("training", "Session").objects.filter(offers_until__gt=F("enrolment_closes_on"))
    late.update(offers_until=F("enrolment_closes_on"))


class Migration(migrations.Migration):
    dependencies = [("training", "0020_import_errors_in_each_language")]
    operations = [
        migrations.RunPython(end_with_enrolment, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=Q(offers_until=None) | Q(offers_until__lte=F("enrolment_closes_on")),
                name="session_offers_end_with_enrolment",
                violation_error_message="The last day for offers comes after the end of enrolment.",
            ),
        ),
    ]
