"""A model's server that a page named is asked where its name leads now, if that may be asked."""

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.adapters.model_server import Does, ModelServer, model_server

from wireroom.adapters.ai.endpoint import Endpoint, exceptions_for
from wireroom.adapters.ai.reach import check_reach
from wireroom.adapters.ai.writer import OpenAIWriter
from wireroom.engine.writing import Failure, Feature, Unwritten, WriteRequest, Written

NAME = "models.example"
REQUEST = WriteRequest(
    feature=Feature.TRY, prompt="p-1", system="Say a word.", material="BEGIN", most_tokens=50,
    schema={"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]},
)  # fmt: skip


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server(lambda _: Does(json.dumps({"word": "ferry"}))) as running:
        yield running


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the name leads to, look-up after look-up; the last answer stays."""
    told: list[str] = []
    look_up = socket.getaddrinfo

    def turning(host: Any, port: Any, *args: Any, **options: Any) -> Any:
        if host != NAME:
            return look_up(host, port, *args, **options)
        return look_up(told.pop(0) if len(told) > 1 else told[0], port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", turning)
    return told


def named(server: ModelServer) -> tuple[str, str]:
    """Return the server's address by its name, and its place."""
    place = f"{NAME}:{urlsplit(server.url).port}"
    return f"http://{place}/v1", place


def ask(url: str, allow: tuple[str, ...] | None) -> Written | Unwritten:
    return OpenAIWriter(Endpoint(url=url, model="tiny", timeout_s=20, allow=allow)).write(REQUEST)


def test_a_name_that_changes_its_answer_after_it_was_kept_leads_nowhere(
    server: ModelServer, answers: list[str]
) -> None:
    answers += ["93.184.216.34", "127.0.0.1"]
    url = f"http://{NAME}:8080/v1"
    assert check_reach(url, allow=()) == url
    reply = ask(named(server)[0], ())
    assert isinstance(reply, Unwritten)
    assert reply.failure is Failure.UNREACHABLE
    assert "127.0.0.1 is not on the public internet" in reply.why
    assert server.asked == []


def test_one_inside_among_several_answers_is_enough_to_refuse(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = int(urlsplit(server.url).port or 0)
    both = [(2, 1, 6, "", (one, here)) for one in ("127.0.0.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: both)
    assert isinstance(ask(named(server)[0], (f"127.0.0.1:{here}",)), Unwritten)
    assert server.asked == []


def test_names_that_the_host_allows_and_this_machine_are_reached(
    server: ModelServer, answers: list[str]
) -> None:
    answers += ["127.0.0.1"]
    url, place = named(server)
    assert isinstance(ask(url, (place,)), Written)
    assert isinstance(ask(url, ("127.0.0.0/8",)), Written)
    assert isinstance(ask(server.url, exceptions_for(server.url, ())), Written)
    on_localhost = server.url.replace("127.0.0.1", "localhost")  # answers at one of two addresses
    assert isinstance(ask(on_localhost, exceptions_for(on_localhost, ())), Written)
    assert isinstance(ask(url, None), Written)


@pytest.mark.parametrize("url", ["http://10.0.0.7/v1", f"http://{NAME}/v1", "http://[::2"])
def test_this_machine_is_meant_where_it_is_named_alone(url: str) -> None:
    assert exceptions_for(url, ("10.0.0.0/8",)) == ("10.0.0.0/8",)
