import django.db.models.deletion
from django.db import migrations, models

from wireroom.adapters import search_postgres


def index_spans(_apps, editor):
    """Have PostgreSQL's index know when reports are of; SQLite's reads them in order."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP INDEX IF EXISTS news_search_terms")
        editor.execute(search_postgres.CREATE_INDEX)


class Migration(migrations.Migration):
    dependencies = [("news", "0047_held_pages")]
    operations = [
        migrations.RunPython(index_spans, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="page",
            index=models.Index(fields=["outlet", "id"], name="page_of_outlet"),
        ),
        migrations.AlterField(
            model_name="page",
            name="outlet",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pages",
                to="news.outlet",
            ),
        ),
    ]
