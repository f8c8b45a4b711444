"""Briefs of a database of before say whether their reports differ, as the migration marks them."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.briefs import as_columns
from wireroom.news.models import Brief

_MIGRATION = import_module("wireroom.news.migrations.0050_differing_marked")


def _told(*kinds: str) -> dict[str, Any]:
    return {"points": [], "differences": [{"kind": kind, "values": []} for kind in kinds]}


@pytest.mark.django_db
def test_old_briefs_are_marked_as_new_ones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = make_outlet("Tidewire")
    contents = [_told("update", "sources"), _told("update"), {}, _told("contradiction"), _told()]
    briefs = [
        Brief.objects.create(story=make_story([make_article(outlet, f"Ferry {n}")]), content=kept)
        for n, kept in enumerate(contents)
    ]
    monkeypatch.setattr(_MIGRATION, "_A_PORTION", 2)

    _MIGRATION.mark_differing(apps, connection.schema_editor())

    differs = dict(Brief.objects.values_list("pk", "differs"))
    assert [differs[row.pk] for row in briefs] == [as_columns(kept)["differs"] for kept in contents]
    assert sum(differs.values()) == 2
