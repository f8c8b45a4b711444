from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0048_latest_by_index")]
    operations = [
        migrations.AddField(
            model_name="brief", name="differs", field=models.BooleanField(default=False)
        ),
        migrations.AddIndex(
            model_name="brief",
            index=models.Index(
                condition=models.Q(("differs", True)),
                fields=["story", "differs"],
                name="brief_differs",
            ),
        ),
    ]
