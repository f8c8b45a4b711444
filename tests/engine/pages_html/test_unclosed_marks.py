"""Marks that nobody closes: a page of them is read in even time, all others as they stand."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.intake import take_in
from wireroom.engine.pages.unclosed_marks import cut_unclosed
from wireroom.engine.types import Document

PROSE = "The ferry company of Port Varda said on Monday that it would run night boats from April."


def tamed(text: str) -> str:
    signs = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    return cut_unclosed(text, signs, np.flatnonzero(signs[:-1] == ord("<")))


def nodes_of(page: str) -> int:
    """Count what the parser makes of a page that went through the gate."""
    text, _kind = take_in(Document(name="page.html", raw=page.encode()))
    root = LexborHTMLParser(text).root
    assert root is not None
    return sum(1 for _ in root.traverse(include_text=True))


def fonts(size: int) -> str:
    return "".join(f"<font color=c{n}>" for n in range(size)) + "<p>x" * size


def letters(size: int) -> str:
    return "".join(f"<b x{n}></s>" for n in range(size)) + "<div>x</div>" * size


def hidden(size: int) -> str:
    """Closing tags of other names, and of longer ones, close nothing."""
    names = ("strong", "font", "code", "em")
    wrong = ("strox", "fontx", "cod", "embed")
    opened = "".join(
        f"<{names[n % 4]} x{n}></{wrong[n % 4]}></{names[(n + 1) % 4]} >" for n in range(size)
    )
    return opened + "<p>x" * size


@pytest.mark.parametrize("page", [fonts, letters, hidden])
def test_a_tree_grows_no_faster_than_its_page(page: Callable[[int], str]) -> None:

    small, large = (nodes_of(f"<html><body><p>{PROSE}{page(size)}") for size in (500, 2_000))
    assert large < 5 * small + 150_000


def test_a_link_of_100_kb_is_not_written_again_in_each_paragraph() -> None:
    page = f"<html><body><p>{PROSE}<a href='/{'x' * 100_000}'>" + "<p>x" * 4_000
    text, _kind = take_in(Document(name="page.html", raw=page.encode()))
    assert len(LexborHTMLParser(text).html or "") < 400_000


def test_pages_as_people_write_them_stand_as_they_are() -> None:
    page = (f"<p><b>{PROSE}</b> <a href=/x>{PROSE}</a><i>{PROSE}" * 50 + "<p>x</p>" * 500) * 3
    assert tamed(page) is page
    scripts = "<script>" + "if (a<b) x='<font c1>';" * 3_000 + "</script>" + "<p>x" * 3_000
    assert tamed(scripts) == scripts


def test_what_is_cut_is_marks_and_no_word() -> None:
    cut = tamed(f"<p>{PROSE}{fonts(800)}<script>s='<font a>'</script><P>é end</P>")
    assert "<font color" not in cut
    assert "<script>s='<font a>'</script>" in cut
    assert cut.count("<p>x") == 800
    assert PROSE in cut
    assert cut.endswith("<P>é end</P>")


@given(st.text(alphabet="<>/abip sfontr='é\n", max_size=400))
def test_short_pages_of_any_kind_stand_as_they_are(text: str) -> None:
    assert tamed(text) == text
