"""Asking a model: whatever its server does, an answer of the schema or the reason why not."""

import json
from collections.abc import Callable, Iterator

import pytest
from tests.adapters.model_server import Asked, Does, ModelServer, form_of, model_server

from wireroom.adapters.ai.endpoint import Endpoint, check_url
from wireroom.adapters.ai.way import Way, read_way
from wireroom.adapters.ai.writer import OpenAIWriter
from wireroom.engine.errors import BadInput
from wireroom.engine.writing import Failure, Feature, Unwritten, WriteRequest, Written

GOOD = json.dumps({"word": "ferry"})
SCHEMA = {
    "type": "object",
    "properties": {"word": {"type": "string"}},
    "required": ["word"],
    "additionalProperties": False,
}
REQUEST = WriteRequest(
    feature=Feature.TRY, prompt="p-1", system="Say a word.", material="BEGIN", schema=SCHEMA,
    most_tokens=50,
)  # fmt: skip


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server(lambda _: Does(GOOD)) as running:
        yield running


def ask(server: ModelServer, way: str = "", **options: object) -> Written | Unwritten:
    endpoint = Endpoint(url=server.url, model="tiny", key="k", timeout_s=20.0)
    return OpenAIWriter(endpoint, read_way(way)).write(REQUEST)


def failed(reply: Written | Unwritten) -> Failure:
    assert isinstance(reply, Unwritten)
    assert reply.why
    return reply.failure


def test_an_answer_comes_back_with_its_model_and_cost(server: ModelServer) -> None:
    server.script = lambda _: Does(GOOD, usage={"prompt_tokens": 70, "completion_tokens": 5})
    reply = ask(server)
    assert isinstance(reply, Written)
    assert (reply.answer, reply.model) == ({"word": "ferry"}, "tiny")
    assert (reply.spent.calls, reply.spent.tokens_in, reply.spent.tokens_out) == (1, 70, 5)
    assert server.keys == ["Bearer k"]


def test_a_cost_that_is_not_told_is_estimated(server: ModelServer) -> None:
    reply = ask(server)
    assert isinstance(reply, Written)
    assert reply.spent.tokens > 0


def knows_only(form: str) -> Callable[[Asked], Does]:
    def script(asked: Asked) -> Does:
        is_known = form_of(asked) == form
        return Does(GOOD) if is_known else Does("response_format is not supported", status=400)

    return script


@pytest.mark.parametrize(("form", "calls"), [("json_schema", 1), ("json_object", 2), ("text", 3)])
def test_the_way_that_a_server_takes_is_found_and_told(
    server: ModelServer, form: str, calls: int
) -> None:
    server.script = knows_only(form)
    reply = ask(server)
    assert isinstance(reply, Written)
    assert (reply.way.split()[0], reply.spent.calls) == (form, calls)
    again = ask(server, reply.way)
    assert again.spent.calls == 1


def test_a_failure_over_the_form_of_an_answer_is_a_refusal(server: ModelServer) -> None:
    server.script = lambda asked: (
        Does("1 validation error: response_format: Input should be 'text'", status=500)
        if form_of(asked) == "json_schema"
        else Does(GOOD)
    )
    reply = ask(server)
    assert isinstance(reply, Written)
    assert reply.way.startswith("json_object")


@pytest.mark.parametrize("option", ["max_tokens", "temperature"])
def test_an_option_that_a_server_refuses_is_left_out(server: ModelServer, option: str) -> None:
    said = f"Unsupported parameter: '{option}'"
    server.script = lambda asked: Does(said, status=400) if option in asked else Does(GOOD)
    reply = ask(server)
    assert isinstance(reply, Written)
    assert reply.way.startswith("json_schema")
    assert option not in reply.way.split()
    assert "max_completion_tokens" in server.asked[-1] or option != "max_tokens"


@pytest.mark.parametrize(
    "said",
    [
        f'<think>The word is {{"word": "lie"}}.</think>{GOOD}',
        f"I think it is a ferry.</think>\n{GOOD}",
        f"```json\n{GOOD}\n```",
        f"Sure! Here it is: {GOOD} I hope that helps.",
        f'<|channel|>analysis<|message|>{{"word": "lie"}}<|end|><|channel|>final {GOOD}',
    ],
)
def test_thinking_and_talk_around_an_answer_are_cut(server: ModelServer, said: str) -> None:
    server.script = lambda _: Does(said)
    reply = ask(server)
    assert isinstance(reply, Written)
    assert reply.answer == {"word": "ferry"}


@pytest.mark.parametrize(
    "said",
    ["", "no", "[1]", '{"word": 3}', '{"other": ""}', '{"word": "<think>ferry"}', "{" * 9000],
)
def test_nonsense_is_repaired_once(server: ModelServer, said: str) -> None:
    server.script = lambda asked: Does(GOOD if len(asked["messages"]) > 2 else said)
    reply = ask(server)
    assert isinstance(reply, Written)
    assert reply.spent.calls == 2


def test_nonsense_twice_is_no_answer(server: ModelServer) -> None:
    server.script = lambda _: Does("I would rather talk about something else.")
    reply = ask(server)
    assert failed(reply) is Failure.NONSENSE
    assert reply.spent.calls == 2


def test_thinking_without_an_end_is_no_answer(server: ModelServer) -> None:
    server.script = lambda _: Does(f"<think>Let me see: {GOOD}")
    assert failed(ask(server)) is Failure.NONSENSE


def test_an_answer_cut_in_the_middle_is_not_asked_for_again(server: ModelServer) -> None:
    server.script = lambda _: Does('{"word": "fer', finish="length")
    reply = ask(server)
    assert failed(reply) is Failure.CUT
    assert reply.spent.calls == 1


@pytest.mark.parametrize(
    ("does", "failure"),
    [
        (Does("busy", status=429), Failure.BUSY),
        (Does("oh", status=500), Failure.SERVER),
        (Does("who are you", status=401), Failure.KEY),
        (Does("no such model", status=404), Failure.REFUSED),
        (Does("too long", status=400), Failure.REFUSED),
        (Does(raw=b"<html>"), Failure.NONSENSE),
        (Does(raw=b"{}"), Failure.NONSENSE),
        (Does(raw=b'{"choices": null}'), Failure.NONSENSE),
        (Does("", status=302, headers={"location": "http://127.0.0.1:1/"}), Failure.NONSENSE),
    ],
)
def test_a_failure_says_its_kind(server: ModelServer, does: Does, failure: Failure) -> None:
    server.script = lambda _: does
    assert failed(ask(server)) is failure


def test_a_server_that_hangs_is_left_in_time(server: ModelServer) -> None:
    server.script = lambda _: Does(GOOD, wait_s=30)
    endpoint = Endpoint(url=server.url, model="tiny", timeout_s=0.3)
    assert failed(OpenAIWriter(endpoint).write(REQUEST)) is Failure.TIMEOUT


def test_no_server_is_said_to_be_none() -> None:
    endpoint = Endpoint(url="http://127.0.0.1:9/v1", model="tiny", timeout_s=1)
    reply = OpenAIWriter(endpoint).write(REQUEST)
    assert failed(reply) is Failure.UNREACHABLE
    assert isinstance(reply, Unwritten)
    assert "WIREROOM_AI_URL" in reply.why


def test_a_short_failure_is_tried_again_at_once(server: ModelServer) -> None:
    server.script = lambda _: Does(GOOD) if len(server.asked) > 1 else Does("oh", status=503)
    assert isinstance(ask(server), Written)


def test_a_server_may_say_when_to_come_again(server: ModelServer) -> None:
    server.script = lambda _: Does("busy", status=429, headers={"retry-after": "90"})
    reply = ask(server)
    assert isinstance(reply, Unwritten)
    assert reply.retry_after_s == 90


def test_the_key_stands_in_no_log_and_no_reason(server: ModelServer) -> None:
    endpoint = Endpoint(url=server.url, model="tiny", key="secret-key")
    server.script = lambda _: Does("no", status=401)
    reply = OpenAIWriter(endpoint).write(REQUEST)
    assert "secret-key" not in f"{endpoint!r} {endpoint.name} {reply!r}"


@pytest.mark.parametrize("way", [Way(), Way("text", "max_completion_tokens", False)])
def test_a_way_is_read_as_it_is_written(way: Way) -> None:
    assert read_way(str(way)) == way


@pytest.mark.parametrize("url", ["", "localhost:8080", "ftp://a/", "http://", "http://u:p@a/v1"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_AI_URL"):
        check_url(url)
