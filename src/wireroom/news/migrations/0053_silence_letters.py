"""The days on which editors were written to of what fell silent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0052_day_budgets")]
    operations = [
        migrations.CreateModel(
            name="SilenceLetter",
            fields=[("day", models.DateField(primary_key=True, serialize=False))],
        ),
    ]
