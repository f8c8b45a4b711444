"""The request for key points, and the shape of its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

from wireroom.engine.insight.written.material import Numbered, fence
from wireroom.engine.insight.written.prompts import read_prompt
from wireroom.engine.writing import Feature, WriteRequest

PROMPT: Final = "key_points-1"
# Seven points of fifty words with their numbers, twice over: models that think aloud need more.
_MOST_TOKENS: Final = 1500
MOST_POINTS: Final = 9
_LONGEST_POINT: Final = 600  # characters; what is longer is no point any more

_POINT: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "sentences": {"type": "array", "items": {"type": "integer"}},
    },
    "required": ["text", "sentences"],
    "additionalProperties": False,
}
SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {"points": {"type": "array", "items": _POINT}},
    "required": ["points"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """What a model says, and the numbers of the sentences it says it from."""

    text: str
    sentences: tuple[int, ...]


def request_points(material: Sequence[Numbered]) -> WriteRequest:
    """Return the request for a story's key points."""
    return WriteRequest(
        feature=Feature.KEY_POINTS,
        prompt=PROMPT,
        system=read_prompt(PROMPT),
        material=fence(material),
        schema=SCHEMA,
        most_tokens=_MOST_TOKENS,
    )


def read_points(answer: Mapping[str, Any]) -> tuple[WrittenPoint, ...]:
    """Return the points of an answer of the schema."""
    return tuple(
        WrittenPoint(_as_sentence(one["text"]), tuple(one["sentences"]))
        for one in answer["points"][:MOST_POINTS]
    )


def _as_sentence(text: str) -> str:
    """Return a text in one line, with the full stop that models leave off in lists."""
    line = " ".join(text.split())[:_LONGEST_POINT]
    return f"{line}." if line[-1:].isalnum() else line


def key_of(request: WriteRequest, model: str) -> str:
    """Return under what an answer is kept: another prompt, model or material is another."""
    told = "\0".join((request.prompt, model, request.system, request.material))
    return blake2b(told.encode("utf-8", "replace"), digest_size=16).hexdigest()
