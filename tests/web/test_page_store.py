"""The store of kept pages: bounded by bytes, and one makes what many ask for."""

from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event
from time import sleep
from typing import Any

import pytest
from django.http import HttpResponse

from wireroom.news.queries.database_state import DatabaseState
from wireroom.web.kept_pages import KeptPages

AT_REST = DatabaseState(0, "at rest")


def page(text: str, **headers: str) -> HttpResponse:
    return HttpResponse(text, headers={"Cache-Control": "public, max-age=30", **headers})


def ask(
    pages: KeptPages,
    key: str,
    make: Callable[[], HttpResponse],
    state: Callable[[], DatabaseState | None] = lambda: AT_REST,
) -> str:
    shown = pages.show(key, minute=1, state=state, rows=lambda: None, make=lambda _: make())
    return shown.content.decode()


def test_the_longest_unasked_page_is_forgotten_first() -> None:
    pages, made = KeptPages(most_bytes=250), list[str]()

    def make(key: str) -> HttpResponse:
        made.append(key)
        return page(key * 100)

    for key in "abacab":  # with c, b is the one that was not asked for
        ask(pages, key, lambda key=key: make(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    ask(pages, "d", lambda: page("d" * 251))
    assert ask(pages, "d", lambda: page("made")) == "made"


@pytest.mark.parametrize(
    "answer",
    [
        page("a reader's own", Vary="Cookie"),
        HttpResponse("of nobody's business"),
        HttpResponse("gone", status=410, headers={"Cache-Control": "public"}),
    ],
    ids=["told apart", "private", "gone"],
)
def test_what_not_everybody_gets_alike_is_made_each_time(answer: HttpResponse) -> None:
    pages = KeptPages(most_bytes=1000)
    assert ask(pages, "a", lambda: answer) == answer.content.decode()
    assert ask(pages, "a", lambda: page("made")) == "made"


def test_where_no_state_is_told_nothing_is_kept() -> None:
    pages = KeptPages(most_bytes=1000)
    ask(pages, "a", lambda: page("before"), lambda: None)
    assert ask(pages, "a", lambda: page("after"), lambda: None) == "after"
    assert ask(pages, "a", lambda: page("told")) == "told"


def test_the_same_page_is_right_for_all_who_were_told_of_their_own_state() -> None:
    pages, made = KeptPages(most_bytes=1000), list[int]()

    def make() -> HttpResponse:
        made.append(len(made))
        return page("same")

    states = [DatabaseState(number, "seen") for number in (1, 2)]
    for state in states * 2:
        ask(pages, "a", make, lambda state=state: state)  # type: ignore[misc]
    assert len(made) == 2


class _Sought(KeptPages):
    """A store that counts how often somebody looked whether it has a page."""

    sought = 0

    def _find(self, key: Hashable, minute: int) -> Any:
        self.sought += 1
        return super()._find(key, minute)


def test_one_makes_what_others_ask_for_meanwhile_and_nobody_gets_an_earlier_page() -> None:
    """While somebody writes all the time, those who wait share the page that is begun next."""
    pages, written, begun = _Sought(most_bytes=1000), count(), Event()
    made = list[int]()

    def make() -> HttpResponse:
        made.append(next(written))
        begun.set()
        for _ in range(60_000):
            if pages.sought >= 6:  # twice by who makes it, once by each of the others
                break
            sleep(0.001)
        return page(str(made[-1]))

    def always_another() -> DatabaseState:
        return DatabaseState(0, next(written))

    with ThreadPoolExecutor(5) as pool:
        first = pool.submit(ask, pages, "a", make, always_another)
        begun.wait()
        others = [pool.submit(ask, pages, "a", make, always_another) for _ in range(4)]
    assert len(made) == 2
    assert first.result() == str(made[0])
    assert {one.result() for one in others} == {str(made[1])}
