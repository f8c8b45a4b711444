from django.db import migrations

from wireroom.adapters import search_postgres


def index_spans(_apps, editor):
    """Have PostgreSQL's index know when reports are of; SQLite's reads them in order."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP INDEX IF EXISTS news_search_terms")
        editor.execute(search_postgres.CREATE_INDEX)


class Migration(migrations.Migration):
    dependencies = [("news", "0046_headlines_signed")]
    operations = [migrations.RunPython(index_spans, migrations.RunPython.noop)]
