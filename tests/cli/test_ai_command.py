"""`wireroom ai`: what it costs, how its server is, and what was withheld, for the host."""

import json
from collections.abc import Iterator

import pytest
from pytest_django import Settings
from tests.adapters.model_server import Does, ModelServer, model_server, points
from tests.pipeline.model_desk import ModelDesk
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.adapters.ai.endpoint import AiSettings, Endpoint
from wireroom.cli import OK, SOME_INPUT_FAILED, main
from wireroom.engine.writing import Budget, Feature, Price

pytestmark = pytest.mark.django_db

BODY = "Rain fell on Vellmouth. The ferries lay idle. The council meets on Thursday in the hall."


@pytest.fixture
def server(settings: Settings) -> Iterator[ModelServer]:
    with model_server(lambda _: Does(json.dumps({"word": "wireroom"}))) as running:
        endpoint = Endpoint(url=running.url, model="tiny", timeout_s=20)
        settings.AI = AiSettings(endpoint, dict.fromkeys(Feature, Budget(5000, 500_000)), Price())
        yield running


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["ai", *words])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_off_it_says_how_to_turn_it_on(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.AI = None
    code, told = said(capsys)
    assert code == OK
    assert "WIREROOM_AI=on" in told
    assert said(capsys, "--try")[0] == SOME_INPUT_FAILED


def test_a_try_says_how_the_server_is_asked_and_is_counted(
    capsys: pytest.CaptureFixture[str], server: ModelServer
) -> None:
    code, told = said(capsys, "--try")
    assert code == OK
    assert "answers" in told
    assert "json_schema" in told
    code, told = said(capsys)
    assert "asked as json_schema" in told
    assert "1 calls" in told
    assert "circuit  closed" in told
    assert "of 5,000 tokens" in told


def test_a_try_that_fails_says_what_to_mend(
    capsys: pytest.CaptureFixture[str], server: ModelServer
) -> None:
    server.script = lambda _: Does("who are you", status=401)
    for _ in range(3):
        code, told = said(capsys, "--try")
        assert code == SOME_INPUT_FAILED
        assert "WIREROOM_AI_KEY" in told
    _, told = said(capsys)
    assert "circuit  open until" in told
    assert "key 3" in told


def test_what_was_withheld_is_listed_with_its_reasons(
    capsys: pytest.CaptureFixture[str], server: ModelServer
) -> None:
    lie = "The council meets on Friday in the hall of the old fort."
    server.script = lambda _: Does(points(lie, sentences=[3]))
    desk = ModelDesk(server.url)
    story = make_story([make_article(make_outlet("A", policy="full"), "Rain", body=BODY)])
    desk.brief(story)
    desk.write()
    code, told = said(capsys, "--withheld", "5")
    assert code == OK
    assert f"story {story.pk} (Rain): {lie}" in told
    assert "the day or time is not in the cited passage" in told
