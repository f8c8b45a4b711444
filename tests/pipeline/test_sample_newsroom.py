"""The whole path against the sample's own truth: from polls over HTTP to stories."""

from collections import Counter
from itertools import combinations
from typing import Any

import pytest
from tests.pipeline.conftest import Calm
from tests.pipeline.press import Press

from wireroom.sample.truth import build_truth

LIMIT_S = 900.0  # what ends a wait for nothing
pytestmark = pytest.mark.slow


def _main_articles(press: Press) -> dict[str, dict[str, Any]]:
    """Return the main article of every page that a feed announces, by the report's key."""
    pages = build_truth(press.site)["pages"]
    return {p["key"]: p["articles"][0] for p in pages if p["articles"] and p["listed"]}


def _found_by_headline(state: dict[str, Any]) -> dict[tuple[str, str, str], dict[str, Any]]:
    return {(a["page_of"], a["outlet"], a["headline"]): a for a in state["reports"]}


def test_the_sample_comes_out_as_it_was_written(calm: Calm) -> None:
    state = calm.state
    truth = build_truth(calm.press.site)
    _check_pages(state, truth)
    _check_articles(state, calm.press)
    _check_stories(state, truth)
    _check_lineage(state, truth, calm.press)
    _check_events(state, truth)
    _check_translations(state, truth, calm.press)


def _check_pages(state: dict[str, Any], truth: dict[str, Any]) -> None:
    health = {url: reason for url, reason, _ in state["pages"]}
    kinds = {page["url"]: page["kind"] for page in truth["pages"] if page["listed"]}
    read = {kind: {health.get(u) for u, k in kinds.items() if k == kind} for kind in kinds.values()}
    assert read["article"] <= {"article"}
    assert read["paywall"] == {"paywall"}
    assert read["video"] == {"video_only"}
    assert read["empty"] == {"empty"}
    assert read["gone"] == {"gone"}


def _check_articles(state: dict[str, Any], press: Press) -> None:
    found = _found_by_headline(state)
    wrong = []
    for key, expected in _main_articles(press).items():
        page_of = key.split("/")[0]
        article = found.get((page_of, expected["outlet"], expected["headline"]))
        if article is None:
            wrong.append(f"{key}: no such headline")
            continue
        wrong += [
            f"{key}: {field} {article[field]!r}, not {value!r}"
            for field, value in _told(expected).items()
            if article[field] != value
        ]
    assert not wrong


def _told(expected: dict[str, Any]) -> dict[str, Any]:
    """What every layout prints; credits and datelines are measured in test_sample_layouts."""
    return {
        "first_words": expected["first_words"],
        "last_words": expected["last_words"],
        "paragraphs": expected["paragraphs"],
        "lang": expected["lang"],
    }


def _check_stories(state: dict[str, Any], truth: dict[str, Any]) -> None:
    """Articles of one event stand together, and no two events do: false merges cost more."""
    event_of = {
        article["headline"]: event
        for page in truth["pages"]
        for article in page["articles"]
        if (event := article["event"])
    }
    together: Counter[bool] = Counter()
    for members in state["stories"]:
        events = [event_of[h] for m in members if (h := _headline(m)) in event_of]
        together.update(a == b for a, b in combinations(events, 2))
    precision = together[True] / together.total()
    assert precision >= 0.95


def _check_events(state: dict[str, Any], truth: dict[str, Any]) -> None:
    """What the sample tells in English and in Arabic is found to be one event, and nothing else."""
    articles = [article for page in truth["pages"] for article in page["articles"]]
    event_of = {article["headline"]: article["event"] for article in articles}
    langs: dict[str, set[str]] = {}
    for article in articles:
        langs.setdefault(article["event"], set()).add(article["lang"])
    told = [[event_of[headline] for _, headline in members] for members in state["events"]]
    assert all(len(set(events)) == 1 for events in told)
    in_both = {event for event, spoken in langs.items() if event and len(spoken) > 1}
    assert len(in_both) >= 7
    assert len({events[0] for events in told}) >= len(in_both) - 1


def _headline(name: str) -> str:
    return name.split(": ", 1)[1].rsplit(" (", 1)[0]


def _check_lineage(state: dict[str, Any], truth: dict[str, Any], press: Press) -> None:
    mains = _main_articles(press)
    found = {frozenset((_headline(a), _headline(b))) for a, b, _, _ in state["copies"]}
    expected = [
        frozenset((mains[link["of"]]["headline"], mains[link["carrier"]]["headline"]))
        for link in truth["lineage"]
        if link["of"] in mains and link["carrier"] in mains
    ]
    hits = sum(pair in found or len(pair) == 1 for pair in expected)
    assert hits / len(expected) >= 0.95


def _check_translations(state: dict[str, Any], truth: dict[str, Any], press: Press) -> None:
    """What is carried in another language is found, and nothing else is taken for it."""
    articles = [article for page in truth["pages"] for article in page["articles"]]
    lang_of = {article["headline"]: article["lang"] for article in articles}
    mains = _main_articles(press)
    expected = {
        frozenset((mains[link["of"]]["headline"], mains[link["carrier"]]["headline"]))
        for link in truth["translations"]
    }
    copies = {frozenset((_headline(a), _headline(b))) for a, b, _, _ in state["copies"]}
    abroad = {pair for pair in copies if len({lang_of[headline] for headline in pair}) > 1}
    assert abroad == expected


def test_a_correction_becomes_a_second_revision(calm: Calm, press: Press) -> None:
    """The desk that was at rest goes on: the one test that changes it."""
    before, desk = calm.state, calm.desk
    press.correct()
    desk.poll_again()
    desk.start()
    desk.wait_until_quiet(limit_s=LIMIT_S)
    after = desk.end_state()
    desk.stop()
    corrected = [p["corrected"] for p in build_truth(press.site)["pages"] if p["corrected"]]
    assert corrected
    assert all(number == 1 for _, number, _ in before["revisions"])
    revised = {_headline(name) for name, number, _ in after["revisions"] if number == 2}
    assert {state["headline"] for state in corrected} <= revised
    assert len(after["articles"]) == len(before["articles"])
