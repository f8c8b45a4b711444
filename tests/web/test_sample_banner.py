"""Pages of the sample newsroom say that it is one, those that show little of it, too."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

pytestmark = pytest.mark.django_db
PAGES = (
    "topics/", "gaps/", "search/", "search/?q=ferry", "story/{story}/perspectives/", "about/",
    "app/", "choose-outlets/", "front/2020-02-03/", "wrap-up/2020-02-03/", "outlets/?q=nobody",
    "story/{story}/quotes/", "story/{story}/ask/?q=who",
)  # fmt: skip
BANNER = '<aside class="banner"'


@pytest.mark.parametrize("is_sample", [True, False])
@pytest.mark.parametrize("tail", PAGES)
def test_the_banner_stands_where_the_sample_is_shown(
    client: Client, tail: str, is_sample: bool
) -> None:
    article = make_article(make_outlet("Tidewire", is_sample=is_sample), "The ferry sank")
    page = client.get(f"/en/{tail.format(story=make_story([article]).pk)}")
    assert page.status_code == 200
    assert (BANNER in page.content.decode()) is is_sample
