"""Outlets have a category for the catalogue, feeds the time when they last brought news."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0029_addresses")]

    operations = [
        migrations.AddField(
            model_name="outlet",
            name="category",
            field=models.CharField(
                choices=[
                    ("general", "General"),
                    ("business", "Business"),
                    ("science", "Science"),
                    ("technology", "Technology"),
                    ("culture", "Culture"),
                    ("sport", "Sport"),
                ],
                default="general",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="feed",
            name="news_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
