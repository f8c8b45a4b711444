"""A try of the host's model: one word asked of it, counted like every other call."""

import time
from dataclasses import dataclass

from django.db import transaction

from wireroom.adapters.ai.endpoint import Endpoint
from wireroom.adapters.ai.way import read_way
from wireroom.adapters.ai.writer import OpenAIWriter
from wireroom.engine.insight.written.prompts import read_prompt
from wireroom.engine.writing import Feature, Price, Unwritten, WriteRequest, Written
from wireroom.news.services.servers import note_reply, way_of
from wireroom.news.services.spending import Cost, settle
from wireroom.pipeline.coordinator import utc_now


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a try, and how long it took."""

    reply: Written | Unwritten
    took_s: float


def try_model(endpoint: Endpoint, price: Price) -> Trial:
    """Ask the server for one word, and count it."""
    writer = OpenAIWriter(endpoint, read_way(way_of(endpoint.name)))
    began = time.monotonic()
    reply = writer.write(_trial())
    took_s = time.monotonic() - began
    failure = "" if isinstance(reply, Written) else reply.failure.value
    spent = Cost(reply.spent.tokens, price.micros(reply.spent))
    now = utc_now()
    with transaction.atomic():
        settle(
            Feature.TRY, day=now.date(), reserved=Cost(), spent=spent,
            calls=reply.spent.calls, failure=failure,
        )  # fmt: skip
        note_reply(endpoint.name, reply, now=now)
    return Trial(reply, took_s)


def _trial() -> WriteRequest:
    word = {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]}
    return WriteRequest(
        feature=Feature.TRY,
        prompt="try-1",
        system=read_prompt("try-1"),
        material="BEGIN WORD\nwireroom\nEND WORD",
        schema={**word, "additionalProperties": False},
        most_tokens=200,
    )
