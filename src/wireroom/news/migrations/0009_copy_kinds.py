"""Copies by their kind, and whom a report cites."""

from django.db import migrations, models


def tell_kinds(apps, schema_editor):
    """Read the kind of what was filed before from its reason; a confidence was not kept."""
    copies = apps.get_model("news", "Copy").objects
    copies.filter(why__startswith="same copy").update(kind="whole")
    copies.filter(why__startswith="same copy", why__contains=", lightly edited;").update(
        kind="edited"
    )
    copies.filter(why__startswith="cut").update(kind="cut")


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0008_story_lineage"),
    ]

    operations = [
        migrations.AddField(
            model_name="copy",
            name="kind",
            field=models.CharField(default="passages", max_length=10),
        ),
        migrations.AddField(
            model_name="copy",
            name="confidence",
            field=models.FloatField(default=0.0),
        ),
        migrations.AddField(
            model_name="articleprints",
            name="attributions",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.RunPython(tell_kinds, migrations.RunPython.noop),
    ]
