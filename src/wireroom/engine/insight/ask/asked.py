"""A question as the search sees it: the kind of its answer, and what the answer must be about."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

COUNTS: Final = "#"


class Kind(StrEnum):
    """What an answer must hold."""

    WHO = "who"
    COUNT = "count"
    AMOUNT = "amount"
    MEASURE = "measure"
    MONEY = "money"
    SCORE = "score"
    AGE = "age"
    OFTEN = "often"
    DURATION = "duration"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    SAID = "said"
    NAMED = "named"
    THING = "thing"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Need:
    """A word that an answer must be about, under all its keys; soft ones may be missing, core ones
    must stand in the sentence itself. Those behind "of" say whose an office is. `literal` are
    those keys that no synonym gives.
    `leads` is the kind of a word that counts off what stands after it (">") or before it ("<"), or
    counts what stands right after it (COUNTS).

    `place` is where it stands among the words of the question.
    """

    word: str
    keys: frozenset[str]
    place: int
    is_name: bool = False
    is_of: bool = False
    is_soft: bool = False
    is_core: bool = False
    is_subject: bool = False
    leads: str = ""
    literal: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the search sees it.

    `counted` are the keys of what "how many" counts, `moves` the names that something comes from
    or goes to, with the word that says so, `units` those that measure it (none: any).
    """

    kind: Kind
    needs: tuple[Need, ...]
    counted: frozenset[str] = frozenset()
    is_role: bool = False
    is_arabic: bool = False
    moves: tuple[tuple[str, str], ...] = ()
    units: frozenset[str] = frozenset()
