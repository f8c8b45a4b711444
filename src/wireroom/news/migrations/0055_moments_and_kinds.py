from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_KINDS = ("feeds", "pages", "robots", "terms", "pictures", "hubs")
_FEED = models.ForeignKey(
    db_index=False,
    on_delete=django.db.models.deletion.CASCADE,
    related_name="entries",
    to="news.feed",
)


def drop_index_of_feeds(apps: Any, editor: Any) -> None:
    """Drop the index on the feed alone: altering the column would copy the table on SQLite."""
    table = apps.get_model("news", "Entry")._meta.db_table
    with editor.connection.cursor() as cursor:
        found = editor.connection.introspection.get_constraints(cursor, table)
    for name, one in found.items():
        if one["columns"] == ["feed_id"] and one["index"] and not one["unique"]:
            editor.execute(f"DROP INDEX {editor.quote_name(name)}")


class Migration(migrations.Migration):
    dependencies = [("news", "0053_silence_letters")]
    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["feed", "published_at"], name="entry_by_moment"),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunPython(drop_index_of_feeds, migrations.RunPython.noop)
            ],
            state_operations=[migrations.AlterField("entry", "feed", _FEED)],
        ),
        *(
            migrations.AddField(
                model_name="hosthour",
                name=kind,
                field=models.PositiveIntegerField(default=0),
            )
            for kind in _KINDS
        ),
    ]
