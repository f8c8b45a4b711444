"""Whom a report says it has something from, in several languages."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.copies.attributions import find_sources, names_outlet
from wireroom.engine.copies.lineage import compare
from wireroom.engine.types import ArticleText


@pytest.mark.parametrize(
    ("body", "outlet"),
    [
        ("The port is shut, according to Belta.", "Belta"),
        ("The port captain told AFP that it was over.", "AFP"),
        ("She said so on Monday, quoted by TASS.", "TASS"),
        ("Harbour Post reported that the port would open.", "Harbour Post"),
        ("The port is shut, the Harbour Post newspaper said, citing Tidewire.", "Tidewire"),
        ("نقلت وكالة رويترز عن القبطان قوله إن الميناء مغلق.", "Reuters"),
        ("وفق ما ذكرت وكالة الأنباء السعودية، أغلق الميناء.", "SPA"),
        ("وقال القبطان في تصريح لوكالة فرانس برس إن الميناء مغلق.", "AFP"),
        ("وقالت المتحدثة لرويترز إن الميناء مغلق.", "Reuters"),
        ("ونقلت صحيفة المرفأ عن شهود أن الميناء مغلق.", "المرفأ"),
        ("الميناء مغلق نقلًا عن الأناضول.", "Anadolu"),
        ("Selon l’AFP, le port est fermé.", "AFP"),
        ("El puerto está cerrado, según la agencia EFE.", "EFE"),
        ("Der Hafen ist zu, sagte der Kapitän. Laut Nachrichtenagentur dpa bleibt er es.", "dpa"),
        ("Порт закрыт, сообщает ТАСС.", "TASS"),
    ],
)
def test_a_source_is_found_by_the_words_around_it(body: str, outlet: str) -> None:
    assert names_outlet(body, outlet, own="Far Post")
    assert not names_outlet(body, outlet, own=outlet)


@pytest.mark.parametrize(
    "body",
    [
        "Tidewire’s editor was seen at the port. Tidewire is owned by a bank.",
        "The captain told the Tidewire crew’s neighbour. Nobody reported it.",
        "شوهد محرر تايدواير في الميناء.",
        "",
    ],
)
def test_a_name_alone_is_no_source(body: str) -> None:
    assert not names_outlet(body, "Tidewire Post", own="Far Post")


def test_several_sources_come_in_the_order_they_were_asked_for() -> None:
    body = "The port is shut, Tidewire reported, citing TASS."
    assert find_sources(body, ("TASS", "AFP", "Tidewire"), own="Far Post") == ("TASS", "Tidewire")


@pytest.mark.parametrize(
    "said", ["It is over, the captain told Outlet a.", "وقال القبطان لـOutlet a إن الأمر انتهى."]
)
def test_a_chain_tells_the_direction_where_times_do_not(said: str) -> None:
    wire = " ".join(f"word{number}" for number in range(80))
    one = ArticleText(id="1", title="", body=wire, outlet="Outlet a")
    pair = compare(one, ArticleText(id="2", title="", body=f"{wire}. {said}", outlet="Outlet b"))
    assert pair is not None
    assert pair.direction == "a>b"
    assert pair.why.endswith("Outlet b names Outlet a as where it has it from")


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_searched(body: str, outlet: str, own: str) -> None:
    assert names_outlet(body, outlet, own=own) in (True, False)


def test_a_long_hostile_body_is_searched_at_once() -> None:
    body = "قال " * 30_000 + "according to the the the " * 30_000 + "Tidewire"
    began = time.process_time()
    names_outlet(body, "Tidewire", own="Far Post")
    assert time.process_time() - began < 2
