from datetime import timedelta

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


RECENT = timedelta(days=30)  # what fronts show; of an archive all would take hours


def publish_again(apps, schema_editor):
    """Count anew who tells what was told lately: editions of countries are ranked by it."""
    idle = apps.get_model("news", "Story").objects.filter(rank__isnull=False, due_at__isnull=True)
    idle = idle.filter(last_at__gt=timezone.now() - RECENT)
    idle.filter(dead_at__isnull=True).update(step="publish", due_at=timezone.now(), lease="")


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0040_listings'),
    ]

    operations = [
        migrations.CreateModel(
            name='LocalRank',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('country', models.CharField(max_length=2)),
                ('lang', models.CharField(max_length=35)),
                ('rank', models.FloatField()),
                ('told', models.PositiveIntegerField(default=0)),
                ('happens', models.BooleanField(default=False)),
                ('story', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.story')),
            ],
            options={
                'indexes': [models.Index(fields=['country', 'lang', '-rank', 'story'], name='local_front')],
                'constraints': [models.UniqueConstraint(fields=('story', 'country'), name='local_rank_once')],
            },
        ),
        migrations.RunPython(publish_again, migrations.RunPython.noop),
    ]
