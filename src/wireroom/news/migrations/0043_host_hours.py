"""What hosts were asked by the hour, and an index of feeds that were given up."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0042_transcripts")]
    operations = [
        migrations.CreateModel(
            name="HostHour",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("host", models.CharField(max_length=300)),
                ("hour", models.PositiveIntegerField()),
                ("asked", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("hour", "host"), name="host_hour_once")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="feed",
            index=models.Index(
                condition=models.Q(("dead_at__isnull", False)),
                fields=["dead_at"],
                name="feed_dead",
            ),
        ),
    ]
