from django.db import migrations

from wireroom.adapters.search_postgres import SIGN_HEADLINES

_A_PORTION = 2_000
_NEXT = "SELECT key FROM news_search WHERE key >= %s ORDER BY key OFFSET %s LIMIT 1"


def sign_headlines(_apps, editor):
    """File what words of headlines are found by, a portion at a time; SQLite has columns."""
    if editor.connection.vendor != "postgresql":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT min(key), max(key) FROM news_search")
        start, last = cursor.fetchone()
        while start is not None:
            cursor.execute(_NEXT, (start, _A_PORTION))
            row = cursor.fetchone()
            cursor.execute(SIGN_HEADLINES, (start, row[0] if row else last + 1))
            start = row[0] if row else None


class Migration(migrations.Migration):
    atomic = False  # each portion by itself: another start goes on
    dependencies = [("news", "0045_detached_names")]
    operations = [migrations.RunPython(sign_headlines, migrations.RunPython.noop)]
