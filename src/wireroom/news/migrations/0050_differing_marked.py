from django.db import migrations

_A_PORTION = 2_000
_AT_ODDS = "('contradiction', 'sources')"
# How many tables of a content are of such a kind; one statement a portion, on either database.
_TABLES = {
    "sqlite": """SELECT 1 FROM json_each(news_brief.content, '$.differences') AS one
        WHERE json_extract(one.value, '$.kind') IN {kinds}""",
    "postgresql": """SELECT 1 FROM jsonb_array_elements(
            CASE WHEN jsonb_typeof(news_brief.content -> 'differences') = 'array'
            THEN news_brief.content -> 'differences' ELSE '[]'::jsonb END) AS one
        WHERE one ->> 'kind' IN {kinds}""",
}
_NEXT = "SELECT id FROM news_brief WHERE id >= %s ORDER BY id LIMIT 1 OFFSET %s"


def mark_differing(_apps, editor):
    """Say of the briefs that stand already whether their reports differ, a portion at a time."""
    tables = _TABLES[editor.connection.vendor].format(kinds=_AT_ODDS)
    mark = f"""UPDATE news_brief SET differs = TRUE
        WHERE id >= %s AND id < %s AND EXISTS ({tables})"""
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT min(id), max(id) FROM news_brief")
        start, last = cursor.fetchone()
        while start is not None:
            cursor.execute(_NEXT, (start, _A_PORTION))
            row = cursor.fetchone()
            cursor.execute(mark, (start, row[0] if row else last + 1))
            start = row[0] if row else None


class Migration(migrations.Migration):
    atomic = False  # each portion by itself: another start goes on
    dependencies = [("news", "0049_differing_briefs")]
    operations = [migrations.RunPython(mark_differing, migrations.RunPython.noop)]
