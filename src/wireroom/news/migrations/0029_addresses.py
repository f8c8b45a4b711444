"""Articles that have an address are identified by address_key, whatever form it has."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

from wireroom.news.identity import url_identity

_TOGETHER = 2_000


def _batches(model: Any) -> Iterator[list[Any]]:
    last = 0
    while rows := list(
        model.objects.filter(pk__gt=last, identity__startswith="u:")
        .exclude(url="")
        .order_by("pk")
        .only("pk", "url", "identity")[:_TOGETHER]
    ):
        yield rows
        last = rows[-1].pk


def identify_anew(apps: Any, _schema_editor: Any) -> None:
    """Where two rows are one article by now, the first keeps the identity, both keep their marks."""
    model = apps.get_model("news", "Article")
    taken: set[str] = set()
    for rows in _batches(model):
        changed = []
        for row in rows:
            identity = url_identity(row.url)
            if identity != row.identity and identity not in taken:
                row.identity = identity
                changed.append(row)
            taken.add(identity)
        model.objects.bulk_update(changed, ["identity"])


class Migration(migrations.Migration):
    dependencies = [("news", "0028_polling")]  # noqa: RUF012 - Django's own form
    operations = [  # noqa: RUF012
        migrations.RunPython(identify_anew, migrations.RunPython.noop)
    ]
