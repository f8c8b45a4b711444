"""What the rules make of comments: texts, names, places in a thread, how often somebody may."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wireroom.engine.talk.blocks import find_blocks, quote
from wireroom.engine.talk.cleaning import clean_text
from wireroom.engine.talk.limits import Past, find_wait, is_trusted
from wireroom.engine.talk.names import clean_name, is_name, is_reserved, name_skeleton
from wireroom.engine.talk.paths import DEEPEST_SHOWN, LONGEST_PATH, path_below, shown_depth

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
ODD = st.text(
    alphabet=st.sampled_from("a b>\n\r\t\u0301\u0300\u202e\u2066\u0000\ue000\ud800é.)(hts:/")
)


@settings(max_examples=60)
@given(st.one_of(ODD, st.text()))
@example("a\u0000\u0301" + "\u0316" * 9)
def test_cleaning_is_done_once_and_for_all(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert unicodedata.normalize("NFC", clean) == clean
    assert "\n\n\n" not in clean
    assert all(sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs") for sign in clean)


@pytest.mark.parametrize(
    "text", ["\u200b", "\u3164 \u115f", "\u2800\u2800", "\u00a0\u2060\n", "\u0301\ufe0f", "\u202e"]
)
def test_what_nobody_sees_is_nothing(text: str) -> None:
    assert clean_text(text) == ""
    assert clean_text(f"{text}أ").endswith("أ")


@settings(max_examples=60)
@given(st.one_of(ODD, st.text(), st.from_regex(r"(see \(?https?://[a-z.()\[\]/]{0,9}[,.)]* ?)+")))
def test_blocks_lose_no_word(text: str) -> None:
    text = clean_text(text)
    shown = "".join(
        piece.text for block in find_blocks(text) for line in block.lines for piece in line
    )
    assert "".join(shown.replace(">", "").split()) == "".join(text.replace(">", "").split())
    links = [
        p for block in find_blocks(text) for line in block.lines for p in line if p.kind == "link"
    ]
    assert all(link.text.lower().startswith(("http://", "https://")) for link in links)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(see https://harbour.example/a).", "https://harbour.example/a"),
        ("https://harbour.example/a_(b)", "https://harbour.example/a_(b)"),
        ("انظر https://harbour.example/خبر، ثم", "https://harbour.example/خبر"),
        ("HTTPS://Harbour.example", "HTTPS://Harbour.example"),
        ("https://harbour.example/\u202egnp.exe", "https://harbour.example/"),
        ("https://[ is none", None), ("xhttps://harbour.example", None), ("javascript:x", None),
        ("https://", None), ("ftp://harbour.example", None),
    ],
)  # fmt: skip
def test_addresses_end_where_they_end(text: str, address: str | None) -> None:
    found = [
        p.text
        for block in find_blocks(text)
        for line in block.lines
        for p in line
        if p.kind == "link"
    ]
    assert found == ([address] if address else [])


def test_quotes_are_told_from_answers() -> None:
    text = quote("One line\n\nand another") + "So it is"
    assert [(block.is_quote, len(block.lines)) for block in find_blocks(text)] == [
        (True, 2),
        (False, 1),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilsa", "ILSA"), ("Ilsa", "l1sa"), ("Ilsa", "Ïlsá"), ("Ilsa", "Ｉｌｓａ"),
        ("Ilsa", "I l.s-a"),
        ("Omar", "Оmаr"), ("Omar", "0mar"), ("أحمد", "احمد"), ("أحمد", "اَحْمَد"), ("فاطمة", "فاطمه"),
    ],
)  # fmt: skip
def test_names_that_look_alike_are_one(one: str, other: str) -> None:
    assert name_skeleton(one) == name_skeleton(other)


def test_names_that_differ_are_two() -> None:
    names = ["Ilsa", "Elsa", "Omar", "Oma", "Amir", "أحمد", "حامد", "Ольга", "李明"]
    assert len({name_skeleton(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a",
        "12",
        "a" * 41,
        "\u202easlI",
        "Il\u200bsa",
        "<b>Ilsa",
        "x@y.example",
        "Il/sa",
        "😀😀",
        "\u3164\u3164",
        "\u115f\u1160",
        "\uffa0\uffa0",
        "Ilsa\u3164",
    ],
)
def test_what_is_no_name(name: str) -> None:
    assert not is_name(clean_name(name))


@pytest.mark.parametrize(
    "name",
    [
        "Wireroom",
        "The Editor",
        "Adm1n",
        "Мoderator",
        "المُشرف",
        "ed itor",
        "a\u0327dmin Bob",
        "e\u0323\u0302ditor Ilsa",
        "a.d-m.i-n Bob",
    ],
)
def test_names_that_speak_for_the_newsroom(name: str) -> None:
    assert is_reserved(clean_name(name))
    assert not is_reserved("Edita Stafford")


@settings(max_examples=30)
@given(st.lists(st.integers(min_value=0, max_value=30), max_size=60))
def test_threads_read_from_top_to_bottom(answers: list[int]) -> None:
    """Every comment comes after what it answers, and nothing strange between root and reply."""
    paths: list[str] = []
    for number, told in enumerate(answers, start=1):
        parent = paths[told - 1] if 0 < told <= len(paths) else ""
        path = path_below(parent, number)
        assert path > parent
        assert len(path) <= LONGEST_PATH
        assert shown_depth(path) == (min(shown_depth(parent) + 1, DEEPEST_SHOWN) if parent else 0)
        assert path[:15] == (parent[:15] if parent else path)
        paths.append(path)
    assert len(set(paths)) == len(paths)


@settings(max_examples=40)
@given(
    st.lists(st.integers(min_value=0, max_value=86_000), max_size=70), st.booleans(), st.booleans()
)
def test_after_the_wait_one_may(ages: list[int], is_new: bool, is_slow: bool) -> None:
    times = sorted((NOW - timedelta(seconds=age) for age in ages), reverse=True)
    joined = NOW - timedelta(hours=1 if is_new else 99)
    last = times[0] if times else None
    past = Past(joined_at=joined, commented_at=times, last_here=last)
    wait = find_wait(past, now=NOW, is_slow=is_slow)
    assert find_wait(past, now=NOW + max(wait, timedelta(0)), is_slow=is_slow) <= timedelta(0)
    free = Past(joined_at=NOW - timedelta(hours=99), commented_at=times)
    assert find_wait(free, now=NOW) <= max(wait, timedelta(0))


def test_who_is_trusted() -> None:
    week = NOW - timedelta(days=8)
    assert is_trusted(week, shown=3, removed=0, now=NOW)
    assert not is_trusted(NOW - timedelta(days=2), shown=30, removed=0, now=NOW)
    assert not is_trusted(week, shown=2, removed=0, now=NOW)
    assert not is_trusted(week, shown=9, removed=2, now=NOW)
