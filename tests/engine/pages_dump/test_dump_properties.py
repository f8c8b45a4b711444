"""What holds for every dump: nothing invented, nothing shared, furniture leaves bodies alone."""

import json
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.dump import read_dump
from wireroom.engine.types import Article, Document

CASES = Path(__file__).parent / "cases"
READABLE = [
    path.with_suffix(".txt")
    for path in sorted(CASES.glob("*.json"))
    if "articles" in json.loads(path.read_text("utf-8"))
]
CAPTURED = datetime(2025, 8, 21, 6, tzinfo=UTC)
FURNITURE = [
    "Subscribe to our newsletter",
    "Share this article",
    "Facebook Twitter WhatsApp",
    "Advertisement",
    "5 min read",
    "We use cookies to improve your experience on our site.",
    "إعلان",
    "شارك الخبر",
    "اشترك في نشرتنا البريدية",
    "تابعنا على تلغرام",
    "Follow us on Telegram",
]
PIECES = st.sampled_from(
    [
        "Port Alderne reopens main quay after dredging",
        "The harbor reopened on Tuesday after nine days of dredging, the port said.",
        "استأنف ميناء الألدرن العمل على رصيفه الرئيسي يوم الثلاثاء بعد أعمال التعميق.",
        "ميناء الألدرن يستأنف العمل بعد أعمال التعميق",
        "Tidewire3 hours ago",
        "منذ ساعتين",
        "Tidewire",
        "- a point of note",
        "https://coast.press/ab1",
        "Related Articles",
        "مقالات ذات صلة",
        "Comments (2)",
        "Share",
        "",
    ]
)


def _read(text: str) -> tuple[Article, ...]:
    try:
        return read_dump(text, Document(name="d.txt", raw=b"", captured_at=CAPTURED))
    except UnreadablePage:
        return ()


def _folded(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("\n".join) | st.text(max_size=300))
def test_bodies_are_pieces_of_the_dump_in_order(text: str) -> None:
    left = _folded(text)
    for article in _read(text):
        assert article.paragraphs
        for paragraph in article.paragraphs:
            assert _folded(paragraph) in left


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), PIECES), max_size=20))
def test_no_line_belongs_to_two_articles(pieces: list[tuple[int, str]]) -> None:
    text = "\n".join(f"{piece} {place}" for place, (_kind, piece) in enumerate(pieces))
    paragraphs = [paragraph for article in _read(text) for paragraph in article.paragraphs]
    assert len(paragraphs) == len(set(paragraphs))


def _borders(lines: list[str], articles: tuple[Article, ...]) -> list[int]:
    """Return the places between lines that are not inside one article's body."""
    owners = [
        next(
            (a.position for a in articles if len(line) > 8 and _folded(line)[-30:] in a.body), None
        )
        for line in lines
    ]
    inside = {at for at in range(1, len(lines)) if _same_body(owners, at)}
    return [at for at in range(len(lines) + 1) if at not in inside]


def _same_body(owners: list[int | None], at: int) -> bool:
    above = next((owner for owner in reversed(owners[:at]) if owner is not None), None)
    below = next((owner for owner in owners[at:] if owner is not None), None)
    return above is not None and above == below


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_furniture_outside_the_bodies_changes_no_body(path: Path) -> None:
    text = path.read_bytes().decode()
    articles = _read(text)
    bodies = [article.paragraphs for article in articles]
    lines = text.splitlines()
    for count, place in enumerate(_borders(lines, articles)):
        label = FURNITURE[count % len(FURNITURE)]
        changed = "\n".join([*lines[:place], label, *lines[place:]])
        assert [article.paragraphs for article in _read(changed)] == bodies, (place, label)


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_line_ends_and_margins_do_not_matter(path: Path) -> None:
    text = path.read_bytes().decode().replace("\r\n", "\n")
    plain = [(a.title, a.paragraphs, a.outlet) for a in _read(text)]
    for changed in (text.replace("\n", "\r\n"), text.replace("\n", "  \n"), "\ufeff" + text):
        assert [(a.title, a.paragraphs, a.outlet) for a in _read(changed)] == plain


@pytest.mark.parametrize(
    "text", ["", " \n\n", "x", "\ud800", "a" * 200_000, "\n".join("ab" * 5_000)]
)
def test_texts_without_a_report_are_unreadable(text: str) -> None:
    with pytest.raises(UnreadablePage):
        read_dump(text, Document(name="d.txt", raw=b""))


@pytest.mark.parametrize("piece", ["[a](http://", "![", "**a ", "1 ", " \t", "#a", "(a", "منذ "])
def test_long_hostile_lines_take_no_time_to_speak_of(piece: str) -> None:
    before = process_time()
    _read("# x\n**a**\n" + piece * 100_000)
    assert process_time() - before < 5  # linear: some tenths; quadratic: hours
