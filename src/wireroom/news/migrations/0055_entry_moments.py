from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0053_silence_letters")]
    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["feed", "published_at"], name="entry_by_moment"),
        ),
    ]
