"""Push messages: only their browser reads them, and none leads past the guard."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adapters.push_service import Browser, push_service

from wireroom.adapters.push.lock import MOST_BYTES, decode, encode, lock, read_keys
from wireroom.adapters.push.service import Message, Outcome, check_endpoint, send_all
from wireroom.adapters.push.vapid import Sender
from wireroom.engine.errors import BadInput

pytestmark = pytest.mark.once
NOW = datetime(2026, 11, 30, 5, tzinfo=UTC)
SENDER = Sender(4711, contact="mailto:desk@tidewire.example")
BROWSER = Browser()


def hand_in(endpoints: Sequence[str], allow: Sequence[str]) -> list[Outcome]:
    messages = [
        Message(endpoint=one, content=b'{"title": "Ferry"}', topic="story-1", **BROWSER.keys)
        for one in endpoints
    ]
    answers = asyncio.run(send_all(messages, SENDER, allow=allow, now=NOW))
    return [answer.outcome for answer in answers]


@given(st.binary(max_size=MOST_BYTES).filter(lambda one: not one.endswith(b"\0")))
@settings(max_examples=25, deadline=None)
def test_what_is_locked_is_read_by_its_browser(message: bytes) -> None:
    body = lock(message, read_keys(**BROWSER.keys))
    assert BROWSER.read(body) == message
    assert len(body) <= 4096


def test_the_example_of_the_standard_is_read() -> None:
    # RFC 8291, 5: the receiver's side of it, which the tests of locking rest on.
    browser = Browser(
        int.from_bytes(decode("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"), "big"),
        decode("BTBZMqHH6r4Tts7J_aSIgg"),
    )
    body = decode(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
    assert browser.read(body) == b"When I grow up, I want to be a watermelon"


def test_outcomes_are_told_and_no_redirect_is_followed() -> None:
    with push_service() as service:
        service.statuses = {
            "gone": 410, "lost": 404, "busy": 429, "moved": 307, "forged": 403, "ill": 502,
        }  # fmt: skip
        names = ("fine", "gone", "lost", "busy", "moved", "forged", "ill")
        outcomes = hand_in([service.endpoint(name) for name in names], [service.allow])
        paths = {path for path, _body, _claims in service.taken}
        claims = service.taken[0][2]
    gone, server = Outcome.GONE, Outcome.SERVER
    others = [Outcome.BUSY, server, Outcome.REFUSED, server]
    assert outcomes == [Outcome.TAKEN, gone, gone, *others]
    assert paths == set(names)
    assert claims["aud"] == f"http://{service.allow}"
    assert NOW.timestamp() < claims["exp"] <= NOW.timestamp() + 86_400


def test_nothing_inside_is_reached() -> None:
    with push_service() as service:
        inside = [service.endpoint("x"), f"https://127.0.0.1:{service.port}/x", "https://[::1]/"]
        assert hand_in(inside, []) == [Outcome.REFUSED, Outcome.UNREACHABLE, Outcome.UNREACHABLE]
        assert not service.taken


@pytest.mark.parametrize(
    "endpoint", ["", "http://push.example/1", "ftp://push.example/", "https://a:b@push.example/"]
)
def test_bad_addresses_are_refused(endpoint: str) -> None:
    with pytest.raises(BadInput):
        check_endpoint(endpoint, allow=[])


@pytest.mark.parametrize(
    "keys",
    [("", ""), (encode(b"\x04" + bytes(64)), BROWSER.keys["auth"]), (BROWSER.keys["p256dh"], "AA"),
     ("é" * 20, "é")],
)  # fmt: skip
def test_bad_keys_are_refused(keys: tuple[str, str]) -> None:
    with pytest.raises(BadInput):
        read_keys(*keys)
