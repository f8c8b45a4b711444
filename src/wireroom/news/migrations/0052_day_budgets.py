"""What an outlet's hosts may be asked in a day, where the host set another number."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0054_platforms")]
    operations = [
        migrations.AddField(
            model_name="outlet",
            name="day_budget",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
    ]
