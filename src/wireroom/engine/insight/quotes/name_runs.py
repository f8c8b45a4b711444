"""Runs of words that are written as one name: capitals, particles, initials."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.people_tables import ORG_WORDS
from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import NO_NAMES, PARTICLES

_OF: Final = frozenset({"of", "for", "on"})  # inside the name of a body
_INSIDE: Final = _OF | {"and"}
_ARTICLES: Final = frozenset({"der", "den", "de", "la", "le", "el", "du", "di", "da", "al"})
_TIES: Final = PARTICLES | _ARTICLES | _OF | {"and"}  # and any single sign
# Written large they are inside a body's name: "Pilots Without Borders".
_WITHIN: Final = frozenset({"Against", "Without", "Beyond", "Within", "Between"})
# All that may stand between two words of a name, which few words behind a name are.
_BETWEEN: Final = PARTICLES | _ARTICLES | _INSIDE | {"the", ".", "&", *map(str.lower, _WITHIN)}
_PLACES: Final = frozenset({"Los", "Las", "El", "La", "Le"})
# Written large they belong to the name before them: inside a sentence a number is written small.
_COUNTS: Final = word_list("one two three four five six seven eight nine ten")
_ON_AIR: Final = frozenset({"channel", "radio", "kanal", "canal"})
# Given names that are small words, too.
_SMALL_GIVEN: Final = frozenset({"will"}) | (GIVEN & NO_NAMES - {"april", "june"})
POSSESSIVE: Final = ("'s", "’s", "‘s", "s’")


def opens_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a name begins at a token, be its first word a verb, too: "said Will Quill"."""
    return tokens[place].is_name or _is_small_given(tokens, place)


def _is_small_given(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Will" before a surname inside a sentence, where only a name has its capital."""
    token = tokens[place]
    verb = not place and token.lower == "will"
    if verb or token.lower not in _SMALL_GIVEN or not token.text[0].isupper():
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is not None and after.is_name


def name_run_left(tokens: Sequence[Token], last: int, low: int = 0) -> int:
    """Return the first token of the run of name words that ends at `last`."""
    first = last
    while first > low:
        before = tokens[first - 1]
        if before.is_name:
            if before.text.endswith(POSSESSIVE):
                break
            first -= 1
        elif before.lower in _SMALL_GIVEN and _is_small_given(tokens, first - 1):
            first -= 1  # "said Will Quill"
        elif before.text in _PLACES and first - 1 > low and tokens[first - 2].kind == WORD:
            first -= 1  # "The Los Angeles Times"
        elif before.lower in _BETWEEN and (
            joined := _joins(tokens, first, low) or _joins_body(tokens, first, low)
        ):
            first -= joined
        else:
            break
    return first


def _joins_body(tokens: Sequence[Token], first: int, low: int) -> int:
    """Return how many tokens before `first` its body's name has: "Department of", "of Arts and"."""
    place = first - 1
    if place > low and tokens[place].lower == "the":
        place -= 1
    if place <= low or tokens[place].lower not in _INSIDE:
        return 0
    head = tokens[place - 1]
    if not head.is_name or head.text.endswith(POSSESSIVE):
        return 0
    if tokens[place].lower != "and":
        is_body = head.lower in ORG_WORDS or head.lower.removesuffix("s") in ORG_WORDS
        return first - place + 1 if is_body else 0
    start = place - 1
    while start - 1 > low and tokens[start - 1].is_name:
        start -= 1
    beyond = _joins_body(tokens, start, low)
    return first - start + beyond if beyond else 0


def _joins(tokens: Sequence[Token], first: int, low: int) -> int:
    """Return how many tokens before `first` go with it: "Robert F. K", "de la", "van der"; or 0."""
    ties = 1
    if (
        first - 2 > low
        and tokens[first - 1].lower in _ARTICLES
        and tokens[first - 2].lower in PARTICLES
    ):
        ties = 2
    place = first - ties - 1
    if place < low or tokens[place].kind != WORD:
        return 0
    before, earlier = tokens[first - 1], tokens[place]
    initial = len(earlier.text) == 1 and earlier.text.isupper()  # "Mary E. Quill"
    if not (initial or looks_like_name(earlier.text)) or earlier.text.endswith(POSSESSIVE):
        return 0
    if before.text == ".":
        return 2 if len(earlier.text) <= 4 and earlier.end == before.start else 0
    is_capital = before.lower in _ARTICLES and before.text[0].isupper()
    is_capital = is_capital or before.text in _WITHIN
    is_tie = before.lower in PARTICLES or before.text == "&" or is_capital or ties == 2
    return ties + 1 if is_tie else 0


def name_run_right(tokens: Sequence[Token], first: int, high: int) -> int:
    """Return the last token of the run of name words that starts at `first`."""
    last = first
    while last + 1 < high and not tokens[last].text.endswith(POSSESSIVE):
        after = tokens[last + 1]
        # Nothing in small letters ends a name: looked at before the call, for most is.
        may_end = after.kind == WORD and not after.text[0].islower()
        if after.is_name or (may_end and _ends_in(tokens, last + 1)):
            last += 1
        elif tied := _tied(tokens, first, last, high):
            last += tied
        else:
            break
    return last


def _ends_in(tokens: Sequence[Token], place: int) -> bool:
    """Tell the ends of "Theresa May", "Channel Six" and "Channel 4", which are no names alone."""
    counts = tokens[place].text[0].isupper() and tokens[place].lower in _COUNTS
    on_air = tokens[place - 1].lower in _ON_AIR and tokens[place].text.isdigit()
    return counts or on_air or _is_may(tokens, place)


def _is_may(tokens: Sequence[Token], place: int) -> bool:
    """Tell the surname of "Theresa May" from the month."""
    return tokens[place].text == "May" and tokens[place - 1].lower in GIVEN


def _tied(tokens: Sequence[Token], first: int, last: int, high: int) -> int:
    """Return how many tokens after `last` a particle or an initial's point ties to it, or 0."""
    after = tokens[last + 1]
    if len(after.text) > 1 and after.lower not in _TIES and after.text not in _WITHIN:
        return 0
    for ahead in (2, 3):
        place = last + ahead
        if place < high and tokens[place].is_name:
            initial = ahead == 3 and tokens[place - 1].text == "." and place - 2 == last + 1
            low = name_run_left(tokens, place, first)
            return ahead if low <= last + (initial and len(tokens[last + 1].text) == 1) else 0
    return 0
