"""Pages that wait behind their hosts, and when each of those has its next turn."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0046_headlines_signed")]
    operations = [
        migrations.CreateModel(
            name="HeldHost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("host", models.CharField(max_length=300, unique=True)),
                ("turn_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="HeldPage",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="held",
                        serialize=False,
                        to="news.page",
                    ),
                ),
                ("host", models.CharField(max_length=300)),
                (
                    "line",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Woken"), (1, "Known"), (2, "New")]
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["host", "line", "page"], name="held_in_order")
                ],
            },
        ),
    ]
