"""The words of a frame that name a party, and whether they are those of another frame."""

from collections.abc import Iterable, Sequence
from typing import Final

from wireroom.engine.insight.verify import words_en
from wireroom.engine.insight.verify.aliases import Aliases
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.roles import keys_in_place
from wireroom.engine.insight.verify.tokens import Token
from wireroom.engine.insight.verify.vocabulary_en import stem
from wireroom.engine.insight.verify.word_table import words_in

_ANYBODY: Final = frozenset(
    stem(word)
    for word in words_in(
        """
        people person man woman official one company firm team group body authority member thing
        client defendant suspect victim organisation club agency pair couple
        """
    )
)


def keys_of_words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(key for token in tokens for key in keys_in_place(token))


def own_keys(token: Token) -> frozenset[str]:
    """Return the keys that a word must be found by: a name's are no synonyms."""
    if token.is_number or not token.is_name:
        return keys_in_place(token)
    return frozenset(key for key in token.keys if key[0] not in "#^")


def names_among(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.is_name and not (t.is_number or is_day(t))]


def head_of(tokens: Sequence[Token]) -> list[Token]:
    """Return the words that name a party: its last run of names, or its last noun."""
    content = [token for token in tokens if token.is_content and not is_day(token)]
    if not content or tokens[0].word in words_en.HEADLESS:
        return []
    last = content[-1]
    if not last.is_name:
        return [] if _is_anybody(last) else [last]
    run: list[Token] = []
    for token in reversed(content):
        if not token.is_name or token.clause != last.clause:
            break
        run.append(token)
    return run


def _is_anybody(token: Token) -> bool:
    return _is_plain(token) or not token.keys.isdisjoint(_ANYBODY)


def _is_plain(token: Token) -> bool:
    return token.word in words_en.PLAIN


def up_to_preposition(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.word in words_en.PREPOSITIONS:
            break
        kept.append(token)
    return kept


def meets(ours: Iterable[Token], theirs: Iterable[Token], aliases: Aliases) -> bool:
    keys = keys_of_words(theirs)
    keys |= aliases.of(keys)
    return any(own_keys(token) & keys for token in ours)


def is_speech(verb: Token) -> bool:
    return not verb.keys.isdisjoint(("^say", "say"))
