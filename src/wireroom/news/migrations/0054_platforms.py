from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0050_differing_marked")]
    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("platform__isnull", False)),
                fields=["platform", "-sort_at"],
                name="article_by_platform",
            ),
        ),
    ]
