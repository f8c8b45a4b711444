"""Errors that readers reported, as editors go through them."""

import re

import pytest
from django.utils import timezone
from tests.web.newsroom import make_article, make_outlet
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
