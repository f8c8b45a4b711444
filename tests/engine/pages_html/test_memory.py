"""An outlet's memory: what its pages repeat goes, what an article says stays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.html import ReadPage
from wireroom.engine.pages.memory import FORMAT, MOST_KEYS, MOST_PAGES, Memory
from wireroom.engine.pages.read import read_with_memory
from wireroom.engine.pages.recall import DISTRUSTED
from wireroom.engine.pages.shown import MOST_BLOCKS, Shown
from wireroom.engine.types import Document

OFFER = "Every weekday before breakfast our harbour desk sends three letters to its readers."
ARABIC_OFFER = "تصلكم نشرة الميناء كل صباح قبل الفطور برسائل قصيرة من محررينا في المدينة."
NAMES = ["Aldern", "Brisk", "Corve", "Dunmar", "Estel", "Fennick"]
NAMES += ["Garrow", "Hollin", "Iverne", "Jasker", "Kelmo", "Lorwen"]
DEEDS = ["opened", "closed", "rebuilt", "painted", "measured"]
DEEDS += ["sold", "lost", "found", "flooded", "repaired"]


def _paragraphs(number: int, count: int = 6) -> list[str]:
    name, deed = NAMES[number % len(NAMES)], DEEDS[number % len(DEEDS)]
    return [
        f"In {name} the council {deed} bridge {line} of district {'abcdefghij'[line]}"
        f"{chr(97 + number % 26)}{chr(97 + number // 26)}, and {NAMES[(number + line) % 12]} said "
        f"that the {DEEDS[(number * 3 + line) % 10]} works would go on until the autumn storms."
        for line in range(count)
    ]


def _page(number: int, offer: str = OFFER, *, title: str = "", texts: list[str] | None = None,
          look: str = "") -> bytes:  # fmt: skip
    name = title or f"{NAMES[number % 12]} bridge {DEEDS[number % 10]} {chr(97 + number)}"
    rows = [f"<p>{text}</p>" for text in texts or _paragraphs(number)]
    rows.insert(len(rows) - 1, f"<p{look}>{offer}</p>" if offer else "")
    body = "".join(rows)
    return (
        f"<html><head><title>{name}</title></head><body><article><h1>{name}</h1>"
        f'<div class="story-body">{body}</div></article></body></html>'
    ).encode()


def _read(raw: bytes, memory: Memory, number: int = 0) -> ReadPage:
    url = f"https://harbour.example/{number}"
    return read_with_memory(Document(name="page", raw=raw, url=url), memory)


def _learn(memory: Memory, raw: bytes, number: int) -> Memory:
    shown = _read(raw, memory, number).shown
    assert shown is not None
    return memory.learn(Shown.unpack(shown.pack()))


def _taught(count: int, offer: str = OFFER) -> Memory:
    memory = Memory()
    for number in range(1, count + 1):
        memory = _learn(memory, _page(number, offer), number)
    return memory


def test_an_offer_under_every_article_goes_and_the_article_stays() -> None:
    page = _page(30)
    assert OFFER in _read(page, Memory(), 30).articles[0].paragraphs
    read = _read(page, _taught(4), 30)
    assert list(read.articles[0].paragraphs) == _paragraphs(30)
    assert read.left_out == (OFFER,)


def test_two_pages_teach_nothing_of_a_place_where_every_article_has_its_text() -> None:
    assert OFFER in _read(_page(30), _taught(2), 30).articles[0].paragraphs


def test_an_arabic_offer_goes_whatever_digits_it_holds() -> None:
    memory = Memory()
    for number in range(1, 6):
        offer = f"{ARABIC_OFFER} العدد {'٠١٢٣٤٥٦٧٨٩'[number]}٧"
        memory = _learn(memory, _page(number, offer), number)
    offer = f"{ARABIC_OFFER} العدد ٩٤"
    assert offer not in _read(_page(30, offer), memory, 30).articles[0].paragraphs


def test_an_article_read_again_and_again_is_learnt_once() -> None:
    page = _page(7, "")
    memory = Memory()
    for number in range(12):  # at another address each time
        memory = _learn(memory, page, number)
    assert memory.learnt == 1
    assert list(_read(page, memory, 99).articles[0].paragraphs) == _paragraphs(7)


def test_copies_and_revisions_under_other_headlines_teach_nothing() -> None:
    memory = _taught(4)
    for number in range(40, 50):
        texts = [*_paragraphs(9), *_paragraphs(number, 2)]
        memory = _learn(memory, _page(number, "", title=f"Live {NAMES[number % 12]}",
                                      texts=texts), number)  # fmt: skip
    assert memory.learnt == 5
    read = _read(_page(60, "", texts=_paragraphs(9)), memory, 60).articles[0]
    assert list(read.paragraphs) == _paragraphs(9)


def test_background_that_a_few_follow_ups_share_stays() -> None:
    memory = _taught(12)
    shared = _paragraphs(50, 1)
    for number in range(13, 17):
        memory = _learn(memory, _page(number, "", texts=[*_paragraphs(number), *shared]), number)
    texts = [*_paragraphs(30), *shared]
    read = _read(_page(30, "", texts=texts), memory, 30).articles[0]
    assert shared[0] in read.paragraphs


def test_a_text_that_is_nearly_all_known_is_kept_with_a_warning() -> None:
    offers = [f"{OFFER[:-1]} {NAMES[n]} and {DEEDS[n]} hours later." for n in range(6)]
    memory = Memory()
    for number in range(1, 6):
        memory = _learn(memory, _page(number, "", texts=[*_paragraphs(number, 9), *offers]), number)
    read = _read(_page(30, "", texts=[_paragraphs(30)[0], *offers, _paragraphs(30)[1]]), memory, 30)
    article = read.articles[0]
    assert set(offers) <= set(article.paragraphs)
    assert DISTRUSTED in article.warnings


def test_what_no_late_page_showed_is_forgotten() -> None:
    memory = _taught(5)
    for number in range(100, 100 + MOST_PAGES):
        memory = _learn(memory, _page(number, "", title=f"Tram {number} {'x' * (number - 99)}"),
                        number)  # fmt: skip
    assert OFFER in _read(_page(30), memory, 30).articles[0].paragraphs


def test_bytes_of_another_version_and_damaged_ones_count_as_none() -> None:
    packed = _taught(5).pack()
    other = packed[:2] + bytes([FORMAT + 1]) + packed[3:]
    for damaged in (other, packed[:-1], b"", b"wm", packed[:2] + b"\xff" * 40):
        assert Memory.unpack(damaged).learnt == 0
    assert Memory.unpack(packed).learnt == 5


def test_a_page_of_thousands_of_blocks_brings_a_bounded_number_of_keys() -> None:
    lines = (f"Line {'ab' * (n % 50)} {n:x}" for n in range(9000))
    raw = _page(3, "", texts=[*_paragraphs(3), *lines])
    shown = _read(raw, Memory(), 3).shown
    assert shown is None or len(shown.keys) <= MOST_BLOCKS


@given(st.lists(st.tuples(st.integers(1, 40), st.sets(st.integers(1, 400), max_size=120)),
                max_size=60))  # fmt: skip
def test_a_memory_is_bounded_and_comes_back_as_it_was(pages: list[tuple[int, set[int]]]) -> None:
    memory = Memory()
    for number, keys in pages:
        sketch = np.array([number * 1000 + n for n in range(5)], np.uint32)
        memory = memory.learn(Shown(number, number, sketch, np.array(sorted(keys), np.uint64)))
    assert len(memory.pages) <= MOST_PAGES
    assert len(memory.keys) <= MOST_KEYS
    again = Memory.unpack(memory.pack())
    assert again.learnt == memory.learnt
    assert (again.keys == memory.keys).all()
    assert (again.masks == memory.masks).all()
    assert (np.diff(memory.keys.astype(np.int64)) > 0).all()


def test_the_oldest_of_what_was_met_once_goes_first() -> None:
    memory = Memory()
    for number in range(1, 40):
        own = [number * 10_000 + n for n in range(100)]
        keys = np.array([5, 6, *own], np.uint64)
        sketch = np.array([number * 100 + n for n in range(5)], np.uint32)
        memory = memory.learn(Shown(number, 0, sketch, keys))
    assert len(memory.keys) == MOST_KEYS
    assert memory.masks_of(np.array([5, 6, 39 * 10_000], np.uint64)).all()
    assert not memory.masks_of(np.array([10_000], np.uint64)).any()
    assert len(memory.pack()) <= 32_000
