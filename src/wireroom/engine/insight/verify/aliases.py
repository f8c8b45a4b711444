"""Which words of a text stand for the same person or thing: a name, its titles, its apposition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.grammar_en import Part, parts_of
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token, read

_INTRODUCES: Final = 4000  # characters of an article that say who people are
_NO_TITLE: Final = frozenset((Part.VERB, Part.AUX, Part.SUB, Part.CONJ, Part.TO, Part.PRON))
_LONGEST_APPOSITION: Final = 8  # words; what is longer tells more than who somebody is


@dataclass(frozen=True, slots=True)
class Aliases:
    """Sets of words, each of one person or thing: their stems, and all their keys."""

    groups: tuple["_Group", ...]

    def of(self, keys: frozenset[str]) -> frozenset[str]:
        """Return the keys of whomever the given keys stand for: the name of a title, and back.

        Only a word itself leads to its bearer: a chief is no president because both are heads.
        """
        found = [group.titles for group in self.groups if group.name_ends & keys]
        found += [group.names for group in self.groups if group.title_stems & keys]
        return frozenset().union(*found)


@dataclass(frozen=True, slots=True)
class _Group:
    """The keys of a name, the stem of its last word, and those of what is set beside it."""

    names: frozenset[str]
    name_ends: frozenset[str]
    titles: frozenset[str]
    title_stems: frozenset[str]


def aliases_of(passages: Sequence[Passage]) -> Aliases:
    """Return the aliases that the passages set beside names."""
    groups = [group for passage in passages for group in _groups(passage.reading)]
    return Aliases(tuple(dict.fromkeys(groups)))


def check_titles(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find names of the claim beside a title that the passages set beside another name alone."""
    cited = [group for passage in passages for group in _groups(passage.reading)]
    known = _stems(_keys(token for passage in passages for token in passage.reading.tokens))
    for ours in _groups(claim):
        alike = [group for group in cited if group.title_stems & ours.title_stems]
        is_other = alike and not any(group.name_ends & ours.name_ends for group in alike)
        if is_other and ours.name_ends & known and not _bears(ours, passages):
            return [Finding(Reason.ROLES, " ".join(sorted(ours.name_ends)))]
    return []


def _bears(ours: _Group, passages: Sequence[Passage]) -> bool:
    """Whether the opening of an article, where people are introduced, gives a name that title."""
    return any(
        group.name_ends & ours.name_ends and group.title_stems & ours.title_stems
        for passage in passages
        for group in _groups(read(passage.article.text[:_INTRODUCES], is_cited=True))
    )


@lru_cache(maxsize=64)
def _groups(reading: Reading) -> tuple[_Group, ...]:
    return tuple(_find_groups(reading))


def _find_groups(reading: Reading) -> Iterable[_Group]:
    for number in range(len(reading.sentences)):
        tokens = [token for token in reading.of_sentence(number) if not reading.is_quoted(token)]
        if not tokens or is_arabic(tokens[0].word):
            continue
        parts = parts_of(tokens)
        for start, end in _name_runs(tokens, parts):
            words = [*_titles(tokens, parts, start), *_apposed(tokens, parts, start, end)]
            names = [token for token in tokens[start:end] if not token.word.endswith("'s")]
            if words and names:
                titles = _keys(words)
                yield _Group(_keys(names), _stems(names[-1].keys), titles, _stems(titles))


def _keys(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(key for token in tokens for key in token.keys)


def _stems(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if key[0] not in "#^")


def _name_runs(tokens: Sequence[Token], parts: Sequence[Part]) -> Iterable[tuple[int, int]]:
    place = 0
    while place < len(tokens):
        end = place
        while (
            end < len(tokens)
            and (
                parts[end] is Part.NAME
                or (end > place and tokens[end].word in {"-", "–"} and parts[end - 1] is Part.NAME)
            )
            and tokens[end].clause == tokens[place].clause
        ):
            end += 1
        if end > place:
            yield place, end
        place = max(end, place + 1)


def _titles(tokens: Sequence[Token], parts: Sequence[Part], start: int) -> list[Token]:
    """Return the lower-case nouns right before a name: "prime minister Olga Pienaar"."""
    titles: list[Token] = []
    at = start
    while at and parts[at - 1] is Part.WORD and not tokens[at - 1].is_number:
        if tokens[at - 1].clause != tokens[start].clause:
            break
        at -= 1
        titles.append(tokens[at])
    return titles


def _apposed(tokens: Sequence[Token], parts: Sequence[Part], start: int, end: int) -> list[Token]:
    """Return the nouns between commas beside a name: "Gwen Hartley, its leader,"."""
    after = _nouns(tokens, parts, _clause_at(tokens, end, start)) if end < len(tokens) else []
    if not start or tokens[start - 1].clause == tokens[start].clause:
        return after
    before = _clause_at(tokens, start - 1, start)
    said = [at for at in before if parts[at] in _NO_TITLE]
    tail = [at for at in before if not said or at > said[-1]]
    return after + (_nouns(tokens, parts, tail) if len(tail) <= _LONGEST_APPOSITION else [])


def _clause_at(tokens: Sequence[Token], place: int, name: int) -> list[int]:
    """Return the places of the clause beside a name, none where it is the name's own."""
    if tokens[place].clause == tokens[name].clause:
        return []
    return [at for at, token in enumerate(tokens) if token.clause == tokens[place].clause]


def _nouns(tokens: Sequence[Token], parts: Sequence[Part], places: Sequence[int]) -> list[Token]:
    """Return the nouns that open a clause, up to what tells more; none if it has a verb."""
    nouns: list[Token] = []
    for at in places:
        if parts[at] in {Part.PREP, Part.REL}:
            break
        if parts[at] in _NO_TITLE:
            return []
        if parts[at] is Part.NAME and not tokens[at].word.endswith("'s"):
            return []
        if parts[at] is Part.WORD and tokens[at].is_content:
            nouns.append(tokens[at])
    return nouns
