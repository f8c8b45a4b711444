from django.db import migrations, models

_KINDS = ("feeds", "pages", "robots", "terms", "pictures", "hubs")


class Migration(migrations.Migration):
    dependencies = [("news", "0053_silence_letters")]
    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["feed", "published_at"], name="entry_by_moment"),
        ),
        *(
            migrations.AddField(
                model_name="hosthour",
                name=kind,
                field=models.PositiveIntegerField(default=0),
            )
            for kind in _KINDS
        ),
    ]
