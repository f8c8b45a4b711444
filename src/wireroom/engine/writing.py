"""What is asked of a model, what comes back, and what it may cost: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

MILLION: Final = 1_000_000


class Feature(StrEnum):
    """What a model is asked for; each has its budget. The values are stored."""

    KEY_POINTS = "key_points"
    TRY = "try"


class Failure(StrEnum):
    """Why a model wrote nothing. The values are stored: never change one."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    SERVER = "server"
    KEY = "key"
    REFUSED = "refused"
    NONSENSE = "nonsense"
    CUT = "cut"
    CRASHED = "crashed"
    CIRCUIT = "circuit"
    BUDGET = "budget"


# What may be over in a while: the request is worth another try.
PASSING: Final = frozenset(
    (Failure.TIMEOUT, Failure.UNREACHABLE, Failure.BUSY, Failure.SERVER, Failure.CRASHED)
)
# What says something of the server and nothing of the request.
OF_SERVER: Final = PASSING | {Failure.KEY}


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteRequest:
    """One request: `material` is data, fenced; `system` alone says what to do with it.

    `prompt` names the file of `system` with its version. The answer is an object of `schema`.
    """

    feature: Feature
    prompt: str
    system: str
    material: str
    schema: Mapping[str, Any] = field(hash=False)
    most_tokens: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What was sent and received, in calls and tokens."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def tokens(self) -> int:
        """Both ways together."""
        return self.tokens_in + self.tokens_out

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A model's answer, an object of the schema that was asked for; `way` is how it was got."""

    answer: Mapping[str, Any] = field(hash=False)
    model: str
    spent: Spent = Spent()
    way: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwritten:
    """Why there is no answer, in a word that is counted and in words for the host."""

    failure: Failure
    why: str
    spent: Spent = Spent()
    way: str = ""
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, in and out, in the host's currency."""

    tokens_in: float = 0.0
    tokens_out: float = 0.0

    def micros(self, spent: Spent) -> int:
        """Return the cost in millionths, rounded up: a budget is never exceeded by rounding."""
        cost = spent.tokens_in * self.tokens_in + spent.tokens_out * self.tokens_out
        return -int(-cost // 1)


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a feature may spend in a day (UTC); None where nothing holds it."""

    tokens: int | None = None
    micros: int | None = None
