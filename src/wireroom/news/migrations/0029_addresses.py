"""Articles that have an address are identified by address_key, whatever form it has."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import urlsplit

from django.db import migrations

_TOGETHER = 2_000
# What address_key and url_identity were when this was written: they may change, what a database
# was brought to may not.
_FOR_DEVICES: Final = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_ENDING: Final = re.compile(r"\.amp(?=\.html?$|$)")
_INDEX: Final = re.compile(r"(?:index|default)\.(?:html?|php|aspx?)")
_AMP_QUERY: Final = frozenset({"amp", "amp=1", "amp=true", "outputtype=amp", "output=amp"})


def _url_identity(url: str) -> str:
    key = _address_key(url).encode("utf-8", "replace")
    return f"u:{blake2b(key, digest_size=16).hexdigest()}"


def _address_key(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc
    while (bare := _FOR_DEVICES.sub("", host)) != host:
        host = bare
    asked = [pair for pair in parts.query.split("&") if pair.lower() not in _AMP_QUERY]
    query = "?" + "&".join(asked) if any(asked) else ""
    mark = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}{_plain_path(parts.path)}{query}{mark}"


def _plain_path(path: str) -> str:
    segments = [part for part in path.split("/") if part]
    while segments:
        last = segments[-1]
        if _INDEX.fullmatch(last) or (len(segments) > 1 and last.lower() == "amp"):
            segments.pop()
        elif len(segments) > 1 and segments[0].lower() == "amp":
            segments.pop(0)
        elif (plain := _AMP_ENDING.sub("", last)) not in (last, ""):
            segments[-1] = plain
        else:
            break
    return "/" + "/".join(segments)


def _batches(model: Any) -> Iterator[list[tuple[int, str, str]]]:
    last = 0
    rows = model.objects.filter(identity__startswith="u:").exclude(url="").order_by("pk")
    while batch := list(
        rows.filter(pk__gt=last).values_list("pk", "url", "identity")[:_TOGETHER]
    ):
        yield batch
        last = batch[-1][0]


def identify_anew(apps: Any, schema_editor: Any) -> None:
    """Where two rows are one article by now, the first keeps the identity, both keep their marks."""
    model = apps.get_model("news", "Article")
    taken: set[str] = set()
    with schema_editor.connection.cursor() as cursor:
        for batch in _batches(model):
            changed = []
            for pk, url, before in batch:
                identity = _url_identity(url)
                if identity != before and identity not in taken:
                    changed.append((identity, pk))
                taken.add(identity)
            cursor.executemany("UPDATE news_article SET identity = %s WHERE id = %s", changed)


class Migration(migrations.Migration):
    dependencies = [("news", "0028_polling")]  # noqa: RUF012 - Django's own form
    operations = [  # noqa: RUF012
        migrations.RunPython(identify_anew, migrations.RunPython.noop)
    ]
