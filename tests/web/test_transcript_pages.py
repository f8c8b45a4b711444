"""A report from a recording says that its text is a transcript, and whose, where any is shown."""

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]

MARK = {"en": "Transcript, as given by <bdi", "ar": "نص التسجيل كما ورد من <bdi"}


@pytest.mark.parametrize("edition", ["en", "ar"])
@pytest.mark.parametrize(
    ("policy", "shown", "is_transcript"),
    [("full", True, True), ("excerpt", True, True), ("headline", False, True),
     ("full", False, False)],
)  # fmt: skip
def test_a_transcript_is_marked_where_its_words_are_shown(
    client: Client, edition: str, policy: str, *, shown: bool, is_transcript: bool
) -> None:
    outlet = make_outlet("Tide Radio", policy=policy)
    article = make_article(
        outlet, "The Harbour Hour", body=f"Ada: {words(200)}", is_transcript=is_transcript
    )
    page = client.get(f"/{edition}/article/{article.pk}/").content.decode()
    assert (MARK[edition] in page) is shown
    assert ("Ada: word0" in page) is (policy != "headline")
    assert ("word199" in page) is (policy == "full")
