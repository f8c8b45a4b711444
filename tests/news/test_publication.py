"""The publication policy: what it lets through, whatever the text."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.types import Correction, FactBox
from wireroom.news.live import EntryPlace, LiveBlog
from wireroom.news.publication import (
    PLAIN_LINK,
    Level,
    Policy,
    Withheld,
    checked_link,
    count_words,
    cut_words,
    public_image,
    public_link,
    read_policy,
    show,
    shows_image,
)

BODY = "One two three four five.\n\nSix seven eight nine ten.\n\nEleven twelve."
TEXTS = st.text(alphabet="ab ا\n\u3042 \u2028é", max_size=80)


def policy(level: str, words: int = 8) -> Policy:
    return read_policy(level, words, images=True)


def test_headline_policy_shows_nothing_else() -> None:
    shown = show(policy("headline"), health="article", standfirst="A", key_points=("B",), body=BODY)
    assert (shown.standfirst, shown.key_points, shown.paragraphs) == ("", (), ())
    assert shown.withheld is Withheld.POLICY


def test_excerpt_is_cut_after_its_words_across_paragraphs() -> None:
    shown = show(policy("excerpt"), health="article", body=BODY)
    assert shown.paragraphs == ("One two three four five.", "Six seven eight")
    assert shown.withheld is Withheld.EXCERPT


def test_excerpt_spends_words_on_standfirst_and_whole_key_points_first() -> None:
    shown = show(
        policy("excerpt"), health="article", standfirst="In short it is",
        key_points=("First of points", "second point that is too long"), body=BODY,
    )  # fmt: skip
    assert shown.standfirst == "In short it is"
    assert shown.key_points == ("First of points",)
    assert shown.paragraphs == ("One",)


def test_short_report_is_shown_whole_under_excerpt_policy() -> None:
    shown = show(policy("excerpt", 60), health="article", body=BODY)
    assert len(shown.paragraphs) == 3
    assert shown.withheld is Withheld.NOTHING


def test_full_policy_shows_every_paragraph() -> None:
    shown = show(policy("full"), health="article", key_points=("K",), body=BODY)
    assert len(shown.paragraphs) == 3
    assert shown.key_points == ("K",)


HTML = "<h2>One two</h2><p>three four five.</p>"


def test_structure_comes_with_the_full_text_alone() -> None:
    kept = {
        "html": HTML,
        "fact_boxes": (FactBox(title="T", paragraphs=("P",)),),
        "corrections": (Correction(text="C"),),
    }
    for level in ("headline", "excerpt"):
        shown = show(policy(level), health="article", body=BODY, **kept)  # type: ignore[arg-type]
        assert (shown.html, shown.fact_boxes) == ("", ())
        assert not any(note.text for note in shown.corrections)
    shown = show(policy("full"), health="article", body=BODY, **kept)  # type: ignore[arg-type]
    assert shown.html == HTML
    assert shown.fact_boxes
    assert shown.corrections


def test_an_excerpt_says_that_its_report_was_corrected() -> None:
    note = Correction(text="The boat has nine cabins.")
    shown = show(policy("excerpt"), health="article", body=BODY, corrections=(note,))
    assert [(one.kind, one.text) for one in shown.corrections] == [(note.kind, "")]
    hidden = show(policy("headline"), health="article", body=BODY, corrections=(note,))
    assert hidden.corrections == ()


LIVE = (EntryPlace(heading=None, at=datetime(2031, 3, 5, 12, tzinfo=UTC), first=1, end=3),)


def test_a_live_blog_is_shown_in_parts_with_the_full_text_alone() -> None:
    full = show(policy("full"), health="article", body=BODY, live_entries=LIVE)
    assert full.live is not None
    assert [part.number for part in full.live.parts] == [0, 1]
    assert show(policy("headline"), health="article", body=BODY, live_entries=LIVE).live is None
    assert show(policy("full"), health="paywall", body=BODY, live_entries=LIVE).live is None


@pytest.mark.parametrize(
    ("allowed", "withheld"), [(3, Withheld.EXCERPT), (5, Withheld.ENTRIES), (60, Withheld.ENTRIES)]
)
def test_an_excerpt_of_a_live_blog_ends_where_its_entries_begin(
    allowed: int, withheld: Withheld
) -> None:
    shown = show(policy("excerpt", allowed), health="article", body=BODY, live_entries=LIVE)
    assert shown.paragraphs == ("One two three" if allowed == 3 else "One two three four five.",)
    assert shown.live == LiveBlog(count=1, latest_at=LIVE[0].at)
    assert shown.withheld is withheld


@pytest.mark.parametrize("told", ["One two three four five.", "One two three …", "One  two..."])
def test_a_standfirst_with_which_the_text_opens_is_shown_once(told: str) -> None:
    shown = show(policy("full"), health="article", standfirst=told, body=BODY)
    assert shown.standfirst == ""
    assert len(shown.paragraphs) == 3
    other = show(policy("full"), health="article", standfirst="Two three", body=BODY)
    assert other.standfirst == "Two three"


@pytest.mark.parametrize("more", ["<script>x</script>", "<p onclick=x>", "<img src=x onerror=y>"])
def test_kept_markup_that_is_not_clean_is_not_shown(more: str) -> None:
    shown = show(policy("full"), health="article", body=BODY, html=HTML + more)
    assert shown.html == ""
    assert len(shown.paragraphs) == 3


@pytest.mark.parametrize("health", ["paywall", "empty", "video_only", "not_text", ""])
def test_unreadable_pages_show_a_headline_only(health: str) -> None:
    shown = show(policy("full"), health=health, standfirst="S", body=BODY)
    assert shown.paragraphs == ()
    assert shown.standfirst == ""
    assert shown.withheld is Withheld.HEALTH


def test_unknown_level_is_read_as_the_strictest() -> None:
    assert read_policy("everything", -3, images=True) == Policy(
        level=Level.HEADLINE, excerpt_words=0, images=True
    )


@given(TEXTS, st.lists(TEXTS, max_size=3), TEXTS, st.integers(0, 12))
def test_excerpt_never_holds_more_words_than_allowed(
    standfirst: str, points: list[str], body: str, most: int
) -> None:
    shown = show(
        policy("excerpt", most), health="article", standfirst=standfirst,
        key_points=tuple(points), body=body,
    )  # fmt: skip
    total = sum(map(count_words, (shown.standfirst, *shown.key_points, *shown.paragraphs)))
    assert total <= most


@given(st.text(max_size=200), st.integers(0, 30))
def test_cut_text_is_a_beginning_of_the_text(text: str, most: int) -> None:
    cut, is_cut = cut_words(text, most)
    assert text.startswith(cut)
    assert count_words(cut) <= most
    assert is_cut == (count_words(text) > most)


def test_scripts_without_spaces_are_cut_by_letters() -> None:
    assert cut_words("東京で地震がありました", 4) == ("東京で地", True)
    assert cut_words("x" * 500, 2) == ("x" * 80, True)


def test_images_need_the_outlets_leave() -> None:
    assert shows_image(policy("excerpt"), health="article")
    assert not shows_image(policy("headline"), health="article")
    assert not shows_image(policy("full"), health="paywall")
    assert not shows_image(read_policy("full", 1, images=False), health="article")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
        "//example.org/x", "/relative", "http:///nohost", "https://user@example.org/", "ftp://e.x/",
        "https://example.org/\nx", 'https://example.org/"onclick="x', "https://[::1/", "mailto:a@b",
        "https://e.x:99999/", "java\tscript:alert(1)", "https://e.x/\u202egpj.exe", "",
    ],
)  # fmt: skip
def test_unsafe_addresses_become_no_link(url: str) -> None:
    assert public_link(url) == ""


def test_web_addresses_stay_as_they_are() -> None:
    for url in ("https://example.org/a?b=c#d", "http://127.0.0.1:8899/x", "https://مثال.example/أ"):
        assert public_link(url) == url


def test_pictures_load_from_https_or_the_sample_only() -> None:
    assert public_image("https://example.org/a.jpg")
    assert public_image("http://127.0.0.1:8899/a.svg")
    assert not public_image("http://example.org/a.jpg")
    assert not public_image("http://127.0.0.1.example.org/a.jpg")


@given(TEXTS, st.integers(0, 12))
def test_a_cut_keeps_exactly_the_words_that_are_allowed(text: str, most: int) -> None:
    shown, is_cut = cut_words(text, most)
    assert text.startswith(shown)
    assert is_cut == (count_words(text) > most)
    assert count_words(shown) == (most if is_cut else count_words(text))
    assert is_cut or shown == text


def test_a_long_run_without_spaces_is_cut_in_no_time() -> None:
    assert cut_words("x" * 100_000, 40) == ("x" * 1600, True)
    assert cut_words("x" * 1000, 40) == ("x" * 1000, False)


@given(st.from_regex(PLAIN_LINK, fullmatch=True))
def test_what_passes_as_a_plain_link_is_safe_when_taken_apart(url: str) -> None:
    assert checked_link(url) == url
