"""Long lists at the desk: errors that readers reported, the reports of a story."""

import re

import pytest
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet, make_story
from tests.web.test_desk_pages import at_desk

from wireroom.news.models import ReportedError
from wireroom.people.roles import Role

pytestmark = pytest.mark.django_db


def test_many_errors_are_shown_page_by_page_and_none_is_missed() -> None:
    article = make_article(make_outlet("Tidewire"), "Ferry sinks", body="Nine were saved.")
    ReportedError.objects.bulk_create(
        ReportedError(
            article=article, room="points", revision=1, start=0, end=4, shown=f"Words {n}.",
            key=str(n), made_at=timezone.now(),
        )
        for n in range(130)
    )  # fmt: skip
    desk = at_desk(Role.MODERATOR)
    for start in ("", "?all=1"):
        seen, page = [], start
        for _turn in range(4):
            html = desk.get(f"/en/desk/errors/{page}").content.decode()
            seen += re.findall(r"Words (\d+)\.", html)
            further = re.search(r'rel="next" href="([^"]+)"', html)
            if further is None:
                break
            page = further[1].replace("&amp;", "&")
        assert sorted(map(int, seen)) == list(range(130))
    assert "Words" in desk.get("/en/desk/errors/?after=no").content.decode()


def test_a_story_of_very_many_reports_shows_some_and_all_where_asked() -> None:
    outlet = make_outlet("Tidewire")
    reports = [make_article(outlet, f"Ferry sinks, {n}") for n in range(203)]
    story = make_story(reports)
    desk = at_desk(Role.EDITOR)
    address = f"/en/desk/story/{story.pk}/"
    page = desk.get(address).content.decode()
    assert page.count('name="article"') == 100
    assert "Show all 203 reports" in page
    assert desk.get(f"{address}?all=1").content.decode().count('name="article"') == 203
