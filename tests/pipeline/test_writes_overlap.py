"""Calls to a model that end after their story changed: what becomes of each, and what it cost."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from pytest_django import Settings
from tests.pipeline.model_desk import ModelDesk, written
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.adapters.ai.points import PointsReply
from wireroom.engine.writing import Failure, Price, Spent, Unwritten, Written
from wireroom.news.models import Article, ModelAnswer, ModelDay, ModelServer, Story, Writing
from wireroom.news.services.writings import REST, SETTLE, ask_for_writings
from wireroom.pipeline.coordinator import Coordinator

pytestmark = pytest.mark.django_db

QUAY = (
    "A crane fell onto the quay of Port Ellery on Monday. "
    "Dock warden Runa Vasker said nobody stood beneath it. "
    "The crane, which was forty years old, was to be scrapped in spring. "
    "Two coasters wait in the roads until the quay is cleared."
)


@dataclass(slots=True)
class Waits(Executor):
    """An executor whose calls end when a test says so; it refuses from one call on, if told."""

    calls: list[Future[Any]] = field(default_factory=list)
    refuses_from: int = 1000

    def submit(self, *_: object, **__: object) -> Future[Any]:
        if len(self.calls) >= self.refuses_from:
            raise RuntimeError("no room")
        future: Future[Any] = Future()
        self.calls.append(future)
        return future


@dataclass(slots=True)
class Turned:
    """A desk whose stage a real coordinator turns, and the calls that it made."""

    desk: ModelDesk
    executor: Waits
    coordinator: Coordinator

    @property
    def calls(self) -> list[Future[Any]]:
        return self.executor.calls

    def pass_time(self, after: timedelta) -> None:
        self.desk.now += after

    def turn(self) -> None:
        self.coordinator._turn_safely()

    def change(self, story: Story) -> None:
        """Let a story's report be revised, and its brief be made anew."""
        for article in Article.objects.filter(membership__story=story):
            revise(article)
        ask_for_writings([story.pk], now=self.desk.now)


def revise(article: Article) -> None:
    revision = article.revisions.get(number=article.revision_count)
    body = f"{revision.body} A tug stood by from then on."
    article.revisions.filter(pk=revision.pk).update(body=body)


@pytest.fixture
def turned(settings: Settings) -> Turned:
    executor = Waits()
    desk = ModelDesk("http://192.0.2.7/v1", executor=executor, price=Price(1.0, 1.0))
    settings.AI = desk.settings
    return Turned(desk, executor, Coordinator([desk.stage()], clock=lambda: desk.now))


@pytest.fixture
def story(turned: Turned) -> Story:
    made = crane("Quay Courier")
    turned.desk.brief(made)
    turned.pass_time(timedelta(minutes=1))
    return made


def crane(name: str) -> Story:
    outlet = make_outlet(name, policy="full")
    return make_story([make_article(outlet, f"Crane falls, {name}", body=f"{QUAY} So {name}.")])


def says(point: str, *, sentence: int = 1) -> PointsReply:
    answer = {"points": [{"text": point, "sentences": [sentence]}]}
    return PointsReply(Written(answer=answer, model="tiny", spent=Spent(1, 100, 10)))


def due(story: Story) -> datetime:
    at = Writing.objects.get(story=story).due_at
    assert at is not None
    return at


def test_a_call_that_fails_after_its_story_changed_stops_no_coordinator(
    turned: Turned, story: Story
) -> None:
    turned.turn()
    turned.change(story)
    turned.calls[0].set_exception(TimeoutError())
    turned.turn()
    day = ModelDay.objects.get()
    assert day.failures == {"timeout": 1}
    assert day.calls == 1
    turned.desk.now = due(story)
    turned.turn()
    assert len(turned.calls) == 2


def test_a_story_has_one_call_under_way_at_a_time(turned: Turned, story: Story) -> None:
    turned.turn()
    leased_until = due(story)
    turned.change(story)
    assert due(story) >= leased_until
    turned.pass_time(timedelta(minutes=2))
    turned.turn()
    assert len(turned.calls) == 1
    turned.desk.now = due(story)
    turned.turn()  # its call hangs on: it is looked at again
    assert len(turned.calls) == 1
    assert due(story) == turned.desk.now + SETTLE


def test_an_answer_is_never_kept_as_that_of_the_next_request(turned: Turned, story: Story) -> None:
    turned.turn()
    turned.change(story)
    Writing.objects.update(due_at=turned.desk.now)  # whatever makes it due early
    turned.turn()
    turned.calls[0].set_result(says("Of the first."))
    turned.turn()
    kept = ModelAnswer.objects.get()
    turned.desk.now = due(story)
    turned.turn()
    turned.calls[1].set_result(says("Of the second."))
    turned.turn()
    ModelAnswer.objects.exclude(pk=kept.pk).get(answer__points__0__text="Of the second.")
    assert kept.answer["points"][0]["text"] == "Of the first."
    day = ModelDay.objects.get()
    assert (day.calls, day.tokens, day.micros) == (2, 220, 220)
    assert written(story) == []  # neither stands in the report


def test_a_story_that_changes_in_every_call_rests_between_them(
    turned: Turned, story: Story
) -> None:
    started = turned.desk.now
    for _ in range(120):  # every half minute for an hour
        turned.turn()
        turned.pass_time(timedelta(seconds=30))
        turned.change(story)
        for call in turned.calls:
            if not call.done():
                call.set_result(says("Of then."))
    assert len(turned.calls) <= (turned.desk.now - started) / REST + 1
    assert ModelDay.objects.get().calls >= 5


def test_a_call_that_gave_nothing_has_its_rest_too(turned: Turned, story: Story) -> None:
    turned.turn()
    asked = turned.desk.now
    nonsense = Unwritten(failure=Failure.NONSENSE, why="prose", spent=Spent(1, 10, 10))
    turned.calls[0].set_result(PointsReply(nonsense))
    turned.turn()
    turned.change(story)
    assert due(story) == asked + REST


def test_of_a_repair_that_timed_out_all_that_was_reserved_is_spent(
    turned: Turned, story: Story
) -> None:
    turned.turn()
    reserved = ModelDay.objects.get().tokens
    late = Unwritten(failure=Failure.TIMEOUT, why="late", spent=Spent(2, 10, 10))
    turned.calls[0].set_result(PointsReply(late))
    turned.turn()
    assert ModelDay.objects.get().tokens == reserved > 20


def test_where_one_cannot_be_begun_those_before_it_are_asked_once(turned: Turned) -> None:
    stories = [crane(name) for name in ("Roads Herald", "Slip Gazette", "Mole Mail")]
    turned.desk.brief(*stories)
    turned.pass_time(timedelta(minutes=1))
    turned.executor.refuses_from = 2
    turned.turn()
    assert len(turned.calls) == 2
    assert Writing.objects.filter(lease="").count() == 1
    for call in turned.calls:
        call.set_result(says("The crane was old."))
    turned.turn()
    assert not Writing.objects.exclude(lease="").exists()
    assert ModelAnswer.objects.count() == 2


def test_what_cannot_be_judged_is_paid_for(
    turned: Turned, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ValueError("no such article")

    monkeypatch.setattr("wireroom.pipeline.write.keep_judged", breaks_once(breaks))
    turned.turn()
    turned.calls[0].set_result(says("The crane was old."))
    turned.turn()
    day = ModelDay.objects.get()
    assert (day.calls, day.failures) == (1, {"crashed": 1})


def breaks_once(breaks: Callable[..., None]) -> Callable[..., dict[str, Any]]:
    broken: list[bool] = []

    def keep(*given: object) -> dict[str, Any]:
        if not broken:
            broken.append(True)
            breaks(*given)
        return {}

    return keep


def test_a_server_with_a_long_name_is_counted(settings: Settings) -> None:
    executor = Waits()
    desk = ModelDesk(f"http://192.0.2.7/{'v' * 600}", executor=executor)
    settings.AI = desk.settings
    coordinator = Coordinator([desk.stage()], clock=lambda: desk.now)
    desk.brief(crane("Quay Courier"))
    desk.now += timedelta(minutes=1)
    coordinator.turn()
    (call,) = executor.calls
    call.set_result(says("The crane was old."))
    coordinator.turn()
    assert len(ModelServer.objects.get().name) == 500
