import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0003_structure'),
    ]

    operations = [
        migrations.CreateModel(
            name='OutletMemory',
            fields=[
                ('outlet', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='memory', serialize=False, to='news.outlet')),
                ('version', models.PositiveSmallIntegerField()),
                ('packed', models.BinaryField()),
                ('learnt', models.PositiveIntegerField(default=0)),
                ('updated_at', models.DateTimeField()),
            ],
        ),
    ]
