"""How a server wants to be asked: found out by asking, and remembered by its name."""

from dataclasses import dataclass, replace
from typing import Any, Final

from wireroom.engine.writing import WriteRequest

SCHEMA: Final = "json_schema"
OBJECT: Final = "json_object"
TEXT: Final = "text"
_NEXT_FORM: Final = {SCHEMA: OBJECT, OBJECT: TEXT}
# What servers call the most tokens of an answer: newer models of one maker know the second alone.
_LIMITS: Final = ("max_tokens", "max_completion_tokens")


@dataclass(frozen=True, slots=True)
class Way:
    """The form that is asked for, and which options the server takes."""

    form: str = SCHEMA
    limit: str = _LIMITS[0]
    has_temperature: bool = True

    def __str__(self) -> str:
        return f"{self.form} {self.limit}{' temperature' if self.has_temperature else ''}"

    def options(self, request: WriteRequest) -> dict[str, Any]:
        """Return the options of a call."""
        options: dict[str, Any] = {self.limit: request.most_tokens}
        if self.has_temperature:
            options["temperature"] = 0
        if self.form == OBJECT:
            options["response_format"] = {"type": OBJECT}
        if self.form == SCHEMA:
            schema = {"name": request.feature.value, "strict": True, "schema": request.schema}
            options["response_format"] = {"type": SCHEMA, "json_schema": schema}
        return options

    def after_refusal(self, said: str) -> "Way | None":
        """Return the way to try next, by what the server said of this one; None after the last."""
        if self.has_temperature and "temperature" in said:
            return replace(self, has_temperature=False)
        if self.limit == _LIMITS[0] and any(limit in said for limit in _LIMITS):
            return replace(self, limit=_LIMITS[1])
        following = _NEXT_FORM.get(self.form)
        return replace(self, form=following) if following else None


def read_way(name: str) -> Way:
    """Return the way that str() named; the first one where the name says nothing."""
    words = name.split()
    if not words or words[0] not in (SCHEMA, OBJECT, TEXT):
        return Way()
    limit = _LIMITS[1] if _LIMITS[1] in words else _LIMITS[0]
    return Way(words[0], limit, "temperature" in words)
