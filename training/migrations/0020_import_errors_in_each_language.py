from django.db import migrations


def in_the_language_of_the_file(apps, schema_editor) -> None:
    """A sentence that was kept in one language becomes language → sentence. A day's lines at most."""
    rows = apps.get_model("training", "ImportRow").objects.exclude(errors={}).select_related("source")
    for row in rows.iterator():
        row.errors = {
            name: said if isinstance(said, dict) else {row.source.language: said}
            for name, said in row.errors.items()
        }
        row.save(update_fields=["errors"])


class Migration(migrations.Migration):
    dependencies = [("training", "0019_referrals")]
    operations = [migrations.RunPython(in_the_language_of_the_file, migrations.RunPython.noop, elidable=True)]
