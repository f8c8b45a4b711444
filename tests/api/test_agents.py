"""An agent finds the tools, calls them, and is told in words what went wrong."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.web.newsroom import make_article, make_outlet, make_story

pytestmark = pytest.mark.django_db


def send(client: Client, message: object, **headers: str) -> Any:
    raw = message if isinstance(message, str) else json.dumps(message)
    answer = client.post("/api/mcp", raw, content_type="application/json", headers=headers)
    assert not answer.cookies
    return answer


def call(client: Client, method: str, **params: Any) -> Any:
    message = {"jsonrpc": "2.0", "id": 7, "method": method, "params": params}
    told = send(client, message).json()
    assert (told["jsonrpc"], told["id"]) == ("2.0", 7)
    return told


def test_an_agent_begins_finds_tools_and_reads_a_story(client: Client) -> None:
    article = make_article(make_outlet("Tidewire"), "Ferry sinks off Ostvik")
    story = make_story([article])
    begun = call(client, "initialize", protocolVersion="2025-06-18", capabilities={})["result"]
    assert begun["protocolVersion"] == "2025-06-18"
    assert "tools" in begun["capabilities"]
    done = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    assert send(client, done).status_code == 202
    tools = {one["name"]: one for one in call(client, "tools/list")["result"]["tools"]}
    assert {"front", "story", "new", "quotes", "ask", "article", "search", "wrap_up"} <= set(tools)
    assert tools["story"]["inputSchema"]["required"] == ["story_id"]
    assert all(one["description"] for one in tools.values())
    front = call(client, "tools/call", name="front", arguments={})["result"]
    number = front["structuredContent"]["stories"][0]["id"]
    assert number == story.pk
    told = call(client, "tools/call", name="story", arguments={"story_id": number})["result"]
    assert told["structuredContent"]["headline"] == "Ferry sinks off Ostvik"
    assert json.loads(told["content"][0]["text"]) == told["structuredContent"]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("{", -32700), ("[]", -32600), ({"id": 1}, -32600), ("[" * 50_000, -32700),
        ("x" * 70_000, -32600), ({"id": {}, "method": "ping"}, -32600),
        ({"id": 1, "method": "resources/list"}, -32601),
        ({"id": 1, "method": "tools/call", "params": {"name": "drop"}}, -32602),
        ({"id": 1, "method": "tools/call", "params": [1]}, -32602),
        ({"id": 1, "method": "tools/call", "params": {"name": "story"}}, -32602),
        ({"id": 1, "method": "tools/call",
          "params": {"name": "outlet", "arguments": {"slug": "../front"}}}, -32602),
        ({"id": 1, "method": "ping"}, 0),
    ],
)  # fmt: skip
def test_messages_that_make_no_sense_are_refused(
    client: Client, message: object, code: int
) -> None:
    told = send(client, message).json()
    assert told.get("error", {}).get("code", 0) == code


def test_what_the_service_refuses_is_told_as_the_tools_trouble(client: Client) -> None:
    for arguments in ({"story_id": 99}, {"story_id": "{0.real}"}, {"story_id": "x"}):
        told = call(client, "tools/call", name="story", arguments=arguments)
        assert told.get("error") or told["result"]["isError"]


def test_a_foreign_page_may_not_ask_a_newsroom_at_home(client: Client) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    assert send(client, ping, Origin="https://evil.example").status_code == 403
    assert send(client, ping, Origin="http://testserver").status_code == 200
    assert client.get("/api/mcp").status_code == 405
