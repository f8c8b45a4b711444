
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('news', '0024_writing_asked'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='thread', serialize=False, to='news.story')),
                ('mode', models.CharField(choices=[('open', 'Open'), ('slow', 'Slow'), ('locked', 'Locked'), ('closed', 'Closed')], default='open', max_length=6)),
                ('why', models.CharField(blank=True, default='', max_length=400)),
                ('shown_count', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Commenter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('skeleton', models.CharField(max_length=800, unique=True)),
                ('made_at', models.DateTimeField()),
                ('shown_count', models.PositiveIntegerField(default=0)),
                ('removed_count', models.PositiveIntegerField(default=0)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='commenter', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=105)),
                ('text', models.TextField()),
                ('lang', models.CharField(blank=True, default='', max_length=35)),
                ('by_desk', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('shown', 'Shown'), ('held', 'Held'), ('removed', 'Removed')], max_length=7)),
                ('removed_for', models.CharField(blank=True, choices=[('insult', 'Insult'), ('threat', 'Threat'), ('hate', 'Hate'), ('harassment', 'Harassment'), ('sexual', 'Sexual'), ('personal', 'Personal'), ('spam', 'Spam'), ('off_topic', 'Off Topic'), ('other', 'Other'), ('own', 'Own'), ('account', 'Account')], default='', max_length=10)),
                ('removed_words', models.CharField(blank=True, default='', max_length=400)),
                ('suggestion', models.CharField(max_length=4)),
                ('scores', models.JSONField(default=dict)),
                ('reasons', models.JSONField(default=list)),
                ('waits', models.BooleanField(default=False)),
                ('flags_count', models.PositiveIntegerField(default=0)),
                ('revision', models.PositiveSmallIntegerField(default=1)),
                ('form', models.CharField(max_length=32)),
                ('made_at', models.DateTimeField()),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='talk.comment')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.story')),
                ('commenter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='comments', to='talk.commenter')),
            ],
        ),
        migrations.CreateModel(
            name='Blocked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('commenter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='talk.commenter')),
            ],
        ),
        migrations.CreateModel(
            name='Ban',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('why', models.CharField(blank=True, default='', max_length=400)),
                ('made_at', models.DateTimeField()),
                ('commenter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='ban', to='talk.commenter')),
            ],
        ),
        migrations.CreateModel(
            name='CommentRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='talk.comment')),
            ],
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[('show', 'Show'), ('remove', 'Remove'), ('ban', 'Ban'), ('mode', 'Mode')], max_length=6)),
                ('reason', models.CharField(blank=True, choices=[('insult', 'Insult'), ('threat', 'Threat'), ('hate', 'Hate'), ('harassment', 'Harassment'), ('sexual', 'Sexual'), ('personal', 'Personal'), ('spam', 'Spam'), ('off_topic', 'Off Topic'), ('other', 'Other'), ('own', 'Own'), ('account', 'Account')], default='', max_length=10)),
                ('words', models.CharField(blank=True, default='', max_length=400)),
                ('told', models.CharField(blank=True, default='', max_length=60)),
                ('was', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='talk.comment')),
                ('commenter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='talk.commenter')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.story')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Flag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('insult', 'Insult'), ('threat', 'Threat'), ('hate', 'Hate'), ('harassment', 'Harassment'), ('sexual', 'Sexual'), ('personal', 'Personal'), ('spam', 'Spam'), ('off_topic', 'Off Topic'), ('other', 'Other'), ('own', 'Own'), ('account', 'Account')], max_length=10)),
                ('words', models.CharField(blank=True, default='', max_length=300)),
                ('made_at', models.DateTimeField()),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='talk.comment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['story', 'path'], name='comment_in_thread'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['story', 'state', '-id'], name='comment_latest'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['commenter', '-made_at'], name='comment_of'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['commenter', 'state'], name='comment_counted'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('waits', True)), fields=['made_at', 'id'], name='comment_waits'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(fields=('commenter', 'form'), name='comment_sent_once'),
        ),
        migrations.AddConstraint(
            model_name='blocked',
            constraint=models.UniqueConstraint(fields=('person', 'commenter'), name='blocked_once'),
        ),
        migrations.AddConstraint(
            model_name='commentrevision',
            constraint=models.UniqueConstraint(fields=('comment', 'number'), name='comment_revision_once'),
        ),
        migrations.AddIndex(
            model_name='flag',
            index=models.Index(fields=['person', '-made_at'], name='flag_of'),
        ),
        migrations.AddConstraint(
            model_name='flag',
            constraint=models.UniqueConstraint(fields=('comment', 'person'), name='flag_once'),
        ),
    ]
