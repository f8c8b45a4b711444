"""Whether the names of a claim stand where its other words stand, not beside them in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic
from wireroom.engine.insight.verify.naming import is_given, is_named, is_surname
from wireroom.engine.insight.verify.quoted import is_cue
from wireroom.engine.insight.verify.roles import keys_in_place
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.word_table import words_in

# What opens a clause with a subject of its own.
_CONTRASTING: Final = words_in("while whereas بينما فيما")
_ENOUGH: Final = 2  # words that a cited clause must share to tell the same


_Run = frozenset[str]  # the keys of the words of one name


@dataclass(frozen=True, slots=True)
class _Clause:
    """A cited clause: its keys, its names, and the keys of names before it in its sentence."""

    keys: frozenset[str]
    names: tuple[_Run, ...]
    before: frozenset[str]


def check_attachment(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find a name of the claim where the cited clause that tells the rest has another name."""
    cited = [clause for passage in passages for clause in _clauses(passage.reading)]
    for own in _by_clause(claim):
        free = [token for token in own if not claim.is_quoted(token)]
        if not any(is_cue(token) for token in own) and (found := _misplaced(free, cited)):
            return [Finding(Reason.ROLES, found)]
    return []


def _misplaced(own: Sequence[Token], cited: Sequence[_Clause]) -> str:
    """Return a name that stands with other words where it is cited, and another with its own."""
    names = _names(own)
    ours = frozenset().union(*names)
    rest = [
        token
        for token in own
        if (token.is_content or token.is_number) and not (is_day(token) or _name_keys(token) & ours)
    ]
    scores = [sum(1 for t in rest if keys_in_place(t) & clause.keys) for clause in cited]
    most = max(scores, default=0)
    if most < _ENOUGH or not names:
        return ""
    best = [clause for clause, score in zip(cited, scores, strict=True) if score == most]
    known = frozenset().union(*(name for clause in cited for name in clause.names))
    held = frozenset().union(*(name | clause.before for clause in best for name in clause.names))
    has_others = all(any(not name & ours for name in clause.names) for clause in best)
    lost = [name for name in names if name & known and not name & held]
    return min(lost[0]) if lost and has_others else ""


def _names(tokens: Sequence[Token]) -> tuple[_Run, ...]:
    """Return the names among the tokens; Arabic ones only where a given name is in them."""
    runs: list[list[Token]] = []
    last = -2
    for place, token in enumerate(tokens):
        is_name = is_named(token) or (place > 0 and is_surname(token, tokens[place - 1]))
        if not is_name or (place == 0 and _is_capital_alone(tokens)):
            continue
        if place != last + 1:
            runs.append([])
        runs[-1].append(token)
        last = place
    kept = [run for run in runs if not is_arabic(run[0].word) or any(map(is_given, run))]
    return tuple(frozenset(key for token in run for key in _name_keys(token)) for run in kept)


def _is_capital_alone(tokens: Sequence[Token]) -> bool:
    """Whether the first word may have its capital from opening the sentence: "Tropical storm"."""
    after = tokens[1] if len(tokens) > 1 else None
    return after is not None and after.is_content and not after.is_name


def _name_keys(token: Token) -> frozenset[str]:
    if is_arabic(token.word):
        return frozenset(bare_forms(token.word))
    return frozenset(key for key in token.keys if key[0] not in "#^")


@lru_cache(maxsize=64)
def _clauses(reading: Reading) -> tuple[_Clause, ...]:
    return tuple(_find_clauses(reading))


def _find_clauses(reading: Reading) -> Iterator[_Clause]:
    before: frozenset[str] = frozenset()
    sentence = -1
    for own in _by_clause(reading):
        if own[0].sentence != sentence or own[0].word in _CONTRASTING:
            before, sentence = frozenset(), own[0].sentence
        free = [token for token in own if not reading.is_quoted(token)]
        names = _names(free)
        yield _Clause(frozenset(key for t in free for key in keys_in_place(t)), names, before)
        before = before.union(*names)


def _by_clause(reading: Reading) -> Iterator[list[Token]]:
    own: list[Token] = []
    for token in reading.tokens:
        if own and (token.clause, token.sentence) != (own[-1].clause, own[-1].sentence):
            yield own
            own = []
        own.append(token)
    if own:
        yield own
