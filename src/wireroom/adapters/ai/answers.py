"""From what a model said to the object that was asked for: thinking cut, fences cut, checked."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

# Models think aloud between such marks; some leave the first one to their prompt, and one whose
# answer was cut never comes to the second.
_THOUGHTS: Final = "think|thinking|thought|reasoning|analysis|reflection|scratchpad"
_THOUGHT: Final = re.compile(
    rf"<({_THOUGHTS})\b[^>]*>.*?(?:</\1\s*>|\Z)"
    r"|\[THINK\].*?(?:\[/THINK\]|\Z)"
    r"|<\|channel\|>\s*(?:analysis|commentary)\b.*?(?=<\|channel\|>\s*final|<\|end\|>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_OPEN_BEFORE: Final = re.compile(rf"\A.*</(?:{_THOUGHTS})\s*>", re.DOTALL | re.IGNORECASE)
_LEAK: Final = re.compile(
    rf"</?(?:{_THOUGHTS})\b|<\|[a-z_]+\|>|\[/?(?:THINK|INST)\]", re.IGNORECASE
)
# Answers are a few thousand characters; what is longer is not looked at further.
_LONGEST: Final = 60_000
_MOST_TRIES: Final = 8
_TYPES: Final[Mapping[str, type]] = {"object": dict, "array": list, "string": str, "integer": int}


class NoAnswer(Exception):  # noqa: N818 - reads as what it is
    """What was said is not what was asked for; the message is fit for the model to read."""


def read_answer(said: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the object in what a model said. Raises NoAnswer."""
    text = without_thoughts(said[:_LONGEST])
    fault = "there is no JSON object in it"
    for found in _objects(text):
        fault = find_fault(found, schema)
        if not fault:
            if _LEAK.search(json.dumps(found, ensure_ascii=False)):
                raise NoAnswer("its texts hold marks of the model's own")
            fit: dict[str, Any] = _fit(found, schema)
            return fit
    raise NoAnswer(fault)


def without_thoughts(said: str) -> str:
    """Return what a model said without what it thought aloud."""
    return _OPEN_BEFORE.sub("", _THOUGHT.sub("", said)).strip()


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a text, from its start and from whatever stands before them."""
    decoder, at = json.JSONDecoder(), 0
    for _ in range(_MOST_TRIES):
        at = text.find("{", at)
        if at < 0:
            return
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if isinstance(found, dict):
            yield found


def _fit(value: Any, schema: Mapping[str, Any]) -> Any:
    """Return a sound value without what its schema does not name, and with texts a table holds."""
    if isinstance(value, dict):
        known = schema["properties"]
        return {name: _fit(value[name], known[name]) for name in known if name in value}
    if isinstance(value, list):
        return [_fit(one, schema["items"]) for one in value]
    if isinstance(value, str):  # JSON may spell what no database takes
        return value.encode("utf-8", "replace").decode().replace("\0", "")
    return value


def find_fault(value: Any, schema: Mapping[str, Any], at: str = "the answer") -> str:
    """Return what of a value is not as its schema says; nothing if all is.

    Of JSON Schema it knows what Wireroom asks for: types, properties, required, items.
    """
    wanted = schema["type"]
    if not isinstance(value, _TYPES[wanted]) or (wanted == "integer" and isinstance(value, bool)):
        return f"{at} is not of type {wanted}"
    if isinstance(value, list):
        faults = (
            find_fault(one, schema["items"], f"{at}[{place}]") for place, one in enumerate(value)
        )
        return next(filter(None, faults), "")
    if isinstance(value, dict):
        return _fault_of_object(value, schema, at)
    return ""


def _fault_of_object(value: dict[str, Any], schema: Mapping[str, Any], at: str) -> str:
    missing = [name for name in schema["required"] if name not in value]
    if missing:
        return f"{at} has no {missing[0]}"
    known = schema["properties"]
    faults = (
        find_fault(value[name], known[name], f"{at}.{name}") for name in known if name in value
    )
    return next(filter(None, faults), "")
