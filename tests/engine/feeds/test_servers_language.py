"""A server's word on a feed's language: believed last, and not against the headlines."""

import pytest

from wireroom.engine.feeds.parse import parse_feed

_HEADLINES = {
    "en": ("The council of the harbour voted for a new ferry", "Storm closes the old bridge"),
    "de": ("Der Rat der Stadt stimmt für die neue Fähre", "Sturm schließt die alte Brücke"),
    "ar": ("مجلس الميناء يصوت لصالح عبارة جديدة", "عاصفة تغلق الجسر القديم"),
}


def feed(lang: str, *, stated: str = "") -> bytes:
    items = "".join(
        f"<item><title>{title}</title><link>https://tide.example/{place}</link></item>"
        for place, title in enumerate(_HEADLINES.get(lang, ()))
    )
    return f"<rss version='2.0'><channel>{stated}{items}</channel></rss>".encode()


@pytest.mark.parametrize(
    ("told", "header", "wanted"),
    [
        ("en", "en-GB", "en-GB"),
        ("de", "de", "de"),
        ("ar", "ar", "ar"),
        ("", "fr", "fr"),  # nothing tells otherwise
        ("ar", "en", None),
        ("de", "en-US", None),
        ("en", "en, fr", None),  # several are for whom it is meant, not what it is in
        ("en", "none of these", None),
        ("en", "", None),
    ],
)
def test_the_header_counts_unless_headlines_say_otherwise(
    told: str, header: str, wanted: str | None
) -> None:
    assert parse_feed(feed(told), content_language=header).lang == wanted


def test_a_feeds_own_word_stands() -> None:
    stated = "<language>fr</language>"
    assert parse_feed(feed("en", stated=stated), content_language="en").lang == "fr"
    assert parse_feed(feed("en")).lang is None
