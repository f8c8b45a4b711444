"""Briefs in the midst of change: what is shown rests on the latest text, whoever files when."""

import random
from datetime import timedelta
from typing import Any

import pytest
from tests.pipeline.test_brief import revise, stage
from tests.web.newsroom import make_article, make_copy, make_outlet, make_story

from wireroom.engine.insight.story_brief import StoryBrief
from wireroom.news.models import Article, Brief, ErrorState, Outlet, Revision, Story
from wireroom.news.queries.brief import ShownBrief, keep_first, show_brief
from wireroom.news.queries.cited import Cited, Citing
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.rows import read_row
from wireroom.news.services.briefs import ask_for_briefs
from wireroom.news.services.errors import Noted, decide_error, file_error
from wireroom.news.services.leases import LeaseLost
from wireroom.pipeline.brief import Brief as BriefStage
from wireroom.pipeline.coordinator import utc_now

pytestmark = pytest.mark.django_db

_DAYS = ("Monday", "Tuesday", "Wednesday")
_PLACES = ("Ostvik", "Sandrey", "Port Emsa")


def told(toll: int, *, day: str = "Monday", place: str = "Ostvik") -> str:
    return (
        f"At least {toll} people died on {day} when the ferry Heron sank off {place}, the"
        " coastguard said.\n\n“We searched until the light was gone and found nobody else,” said"
        f" Ilsa Corran, who leads the coastguard of {place}.\n\nSome {toll * 9} others were"
        " brought ashore by fishing boats before noon, the district council said."
    )


def newest(story: Story) -> ShownBrief:
    """Return what the story's page shows now."""
    row = read_row("SELECT content FROM news_brief WHERE story_id = %s", (story.pk,))
    kept = keep_first(row[0] if row else "")
    return show_brief(kept, Citing(read_reports(set(kept.cited()))))


def cited(shown: ShownBrief) -> list[Cited]:
    pieces: tuple[Any, ...] = (*shown.points, *shown.news, *shown.quotes, *shown.timeline)
    values = [value for one in shown.differences for value in one.values]
    return [one.cited for one in (*pieces, *values)]


def make_brief(story: Story) -> None:
    now = utc_now() - timedelta(minutes=1)
    ask_for_briefs([story.pk], now=now)
    Brief.objects.filter(story=story).update(due_at=now)
    turn = stage()
    file(turn, begin(turn))


def begin(turn: BriefStage) -> list[tuple[Brief, StoryBrief]]:
    now = utc_now()
    rows = turn.claim(now=now, limit=10)
    done = [future.result() for future in turn.start(rows, now=now)]
    return list(zip(rows, done, strict=True))


def file(turn: BriefStage, made: list[tuple[Brief, StoryBrief]]) -> None:
    try:
        turn.file(made, now=utc_now())
    except LeaseLost:
        return


@pytest.fixture
def outlets() -> list[Outlet]:
    return [make_outlet(name, policy="full") for name in ("Tidewire", "Ledger", "Norfa Post")]


def test_a_revision_is_marked_with_the_words_before_it(outlets: list[Outlet]) -> None:
    article = make_article(outlets[0], "Ferry sinks", body=told(9))
    story = make_story([article])
    make_brief(story)
    assert not any(one.change for one in cited(newest(story)))
    revise(article, told(12))
    make_brief(story)
    first = newest(story).points[0].cited
    assert "12 people died" in first.text
    assert first.change is not None
    assert first.change.why == "revised"
    assert "9 people died" in first.change.was
    make_brief(story)
    assert newest(story).points[0].cited.change == first.change


def test_a_withdrawn_report_is_told_without_its_words(outlets: list[Outlet]) -> None:
    articles = [
        make_article(outlets[0], "Ferry sinks off Ostvik", body=told(9), hours=5),
        make_article(outlets[1], "Ferry sinks off Sandrey", body=told(7, place="Sandrey")),
    ]
    story = make_story(articles)
    make_brief(story)
    Article.objects.filter(pk=articles[0].pk).update(spiked_at=utc_now())
    make_brief(story)
    shown = newest(story)
    marks = [*shown.gone, *(one.change for one in cited(shown) if one.change)]
    assert {mark.why for mark in marks} == {"withdrawn"}
    assert all(mark.report is None and mark.was == "" for mark in marks)
    assert len(shown.gone) <= 1
    assert all(one.report.id == articles[1].pk for one in cited(shown))


def test_another_report_is_no_change(outlets: list[Outlet]) -> None:
    story = make_story([make_article(outlets[0], "Ferry sinks", body=told(9), hours=5)])
    make_brief(story)
    later = make_article(outlets[1], "More dead", body=told(14, day="Tuesday"), hours=1)
    story.memberships.create(article=later, assigned_at=later.sort_at)
    make_brief(story)
    shown = newest(story)
    assert not shown.gone
    assert not any(one.change for one in cited(shown))


def test_marks_of_many_revisions_are_bounded(outlets: list[Outlet]) -> None:
    article = make_article(outlets[0], "Ferry sinks", body=told(9))
    story = make_story([article])
    for number in range(8):
        place, day = _PLACES[number % 3], _DAYS[number % 3]
        revise(article, told(number + 10, day=day, place=place) if number % 2 else "Rain.")
        article.refresh_from_db()
        make_brief(story)
    assert 0 < len(Brief.objects.get(story=story).content["gone"]) <= 12


def test_what_editors_hid_stays_hidden_through_revisions_and_rebuilds(
    outlets: list[Outlet],
) -> None:
    article = make_article(outlets[0], "Ferry sinks", body=told(9))
    story = make_story([article])
    make_brief(story)
    wrong = newest(story).points[0].cited
    error = file_error(noted(wrong), sender="k", now=utc_now())
    turn = stage()
    now = utc_now()
    ask_for_briefs([story.pk], now=now)
    Brief.objects.filter(story=story).update(due_at=now)
    in_flight = begin(turn)
    decide_error(error.pk, ErrorState.AGREED, by="Desk", now=utc_now())
    assert wrong.text not in [one.text for one in cited(newest(story))]
    file(turn, in_flight)
    assert wrong.text not in [one.text for one in cited(newest(story))]
    revise(article, "The port is quiet.\n\n" + told(9))
    make_brief(story)
    shown = newest(story)
    assert shown.quotes
    assert wrong.text not in [one.text for one in cited(shown)]
    decide_error(error.pk, ErrorState.DECLINED, by="Desk", now=utc_now())
    make_brief(story)
    assert wrong.text in [one.text for one in cited(newest(story))]


def noted(wrong: Cited) -> Noted:
    return Noted(
        article=wrong.report.id, revision=wrong.report.revision_count, start=wrong.start,
        end=wrong.end, room="points", shown=wrong.text,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_what_is_shown_is_always_what_the_latest_revision_says(
    seed: int, outlets: list[Outlet]
) -> None:
    """Two coordinators make briefs while reports are revised, withdrawn and given back."""
    chance = random.Random(seed)
    articles = [
        make_article(outlet, f"Ferry sinks, {outlet.name}", body=told(7 + n, place=_PLACES[n]))
        for n, outlet in enumerate(outlets)
    ]
    story = make_story(articles)
    turns = [stage(), stage()]
    begun: list[list[tuple[Brief, StoryBrief]]] = [[], []]
    for _ in range(24):
        deed, article = chance.randrange(6), chance.choice(articles)
        if deed == 0:
            article.refresh_from_db()
            revise(article, told(chance.randrange(2, 90), day=chance.choice(_DAYS)))
            ask_for_briefs([story.pk], now=utc_now() - timedelta(minutes=1))
        elif deed == 1:
            spiked = None if chance.random() < 0.5 else utc_now()
            Article.objects.filter(pk=article.pk).update(spiked_at=spiked)
            ask_for_briefs([story.pk], now=utc_now() - timedelta(minutes=1))
        else:
            which = chance.randrange(2)
            if begun[which]:
                file(turns[which], begun[which])
                begun[which] = []
            else:
                begun[which] = begin(turns[which])
        stands_as_shown(story)
    make_brief(story)
    stands_as_shown(story)
    readable = Article.objects.filter(spiked_at=None, membership__story=story)
    assert bool(cited(newest(story))) == readable.exists()


def stands_as_shown(story: Story) -> None:
    for one in cited(newest(story)):
        article = Article.objects.get(pk=one.report.id)
        assert article.spiked_at is None
        latest = Revision.objects.get(article=article, number=article.revision_count)
        assert latest.body[one.start : one.end] == one.text


def test_copies_of_a_text_put_right_do_not_disagree_with_it(outlets: list[Outlet]) -> None:
    first, now = (told(toll).removeprefix("At least ") for toll in (9, 7))
    origin, *copies = [make_article(one, "Ferry sinks", body=first) for one in outlets]
    story = make_story([origin, *copies])
    for copy in copies:
        make_copy(origin, copy)
    revise(origin, now)
    make_brief(story)
    dead = next(one for one in newest(story).differences if one.about == "dead")
    assert dead.kind == "update"
    said = [value.cited.text[value.start : value.end] for value in dead.values]
    assert said == ["9", "7"]
    assert [value.is_latest for value in dead.values] == [False, True]
    assert dead.values[-1].at == origin.revisions.get(number=2).seen_at
