import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0043_host_hours'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='story',
            index=models.Index(fields=['storyline', '-last_at'], name='story_of_line'),
        ),
        migrations.AlterField(
            model_name='story',
            name='storyline',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stories', to='news.storyline'),
        ),
    ]
