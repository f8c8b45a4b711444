from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("news", "0015_translated_copies"),
    ]

    operations = [
        migrations.AddField(
            model_name="articleprints",
            name="dense",
            field=models.BinaryField(default=b""),
        ),
    ]
