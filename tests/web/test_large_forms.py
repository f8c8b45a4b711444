"""Forms that hold far too much: what is typed is kept, or a page says how to go on."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from tests.web.talking_room import browser_of, make_person, make_talked

from wireroom.talk.models import Comment

pytestmark = pytest.mark.django_db
# A million letters of two bytes, each of which a browser sends as three.
MEGABYTE = "كلام " * 200_000


def send(text: str) -> tuple[int, str]:
    """Send a comment as a browser sends a form; return the answer's status and page."""
    story, browser = make_talked(), browser_of(make_person())
    answer = browser.post(
        f"/ar/mine/comments/write/{story.pk}/",
        urlencode({"text": text, "name": "Ilsa", "form": "0" * 32, "do": "send"}),
        content_type="application/x-www-form-urlencoded",
    )
    assert not Comment.objects.exists()
    return answer.status_code, answer.content.decode()


@pytest.fixture(autouse=True)
def _comments_are_on(settings: Any) -> None:
    settings.WIREROOM_COMMENTS = True


def test_a_megabyte_of_arabic_is_refused_and_kept() -> None:
    status, page = send(MEGABYTE)
    assert status == 413
    typed = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    assert typed
    assert unescape(typed[1]) == MEGABYTE


def test_what_is_larger_than_is_read_gets_a_page_that_says_so() -> None:
    status, page = send(2 * MEGABYTE)
    assert status == 413
    assert 'dir="rtl"' in page
    assert "لم يضع شيء مما كتبته" in page
    assert "<h1>" in page
