"""The host's file of places at the pipeline's start: what is told of it, and what it makes due."""

import logging
from pathlib import Path
from typing import Any

import pytest
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.news.models import ArticleNames, Tagging
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.own_places import take_places

pytestmark = pytest.mark.django_db


def test_a_new_file_has_names_looked_for_again_once(
    tmp_path: Path, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.VAR = tmp_path
    file = tmp_path / "places.csv"
    file.write_text("name,latitude,longitude\nOrme Haven,51,-3\nOrme,x,1\n", "utf-8")
    settings.WIREROOM_PLACES = str(file)
    outlet = make_outlet("Tidewire")
    late, old = (make_article(outlet, f"Of {h}", hours=h) for h in (3.0, 24.0 * 9))
    stories = [make_story([late]), make_story([old])]
    for article in (late, old):
        ArticleNames.objects.create(article=article, revision=1)
    with caplog.at_level(logging.WARNING):
        take_places(now=utc_now())
    assert "line 3: the latitude" in caplog.text
    assert list(ArticleNames.objects.values_list("article", flat=True)) == [old.pk]
    due = Tagging.objects.exclude(due_at=None)
    assert list(due.values_list("story", flat=True)) == [stories[0].pk]
    ArticleNames.objects.create(article=late, revision=1)
    take_places(now=utc_now())
    assert ArticleNames.objects.count() == 2
    settings.WIREROOM_PLACES = ""  # and without one what it explained is looked at again
    assert take_places(now=utc_now()) is None
    assert ArticleNames.objects.count() == 1
