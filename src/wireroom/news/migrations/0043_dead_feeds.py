"""An index of feeds that were given up: whoever counts them looks at no others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0042_transcripts")]
    operations = [
        migrations.AddIndex(
            model_name="feed",
            index=models.Index(
                condition=models.Q(("dead_at__isnull", False)),
                fields=["dead_at"],
                name="feed_dead",
            ),
        ),
    ]
