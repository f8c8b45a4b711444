"""What of a sentence belongs to one of its quantities: neighbours, periods, names, places."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.classes import state_of
from wireroom.engine.insight.differences.figure import Keys
from wireroom.engine.insight.differences.keys import keys_for
from wireroom.engine.insight.differences.quantities import Quantity
from wireroom.engine.insight.differences.report import Measure
from wireroom.engine.insight.differences.saying import is_of_saying
from wireroom.engine.insight.verify import words_ar
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.text.dates.mention import DateMention, Precision

_NEAR: Final = 9  # tokens on each side that may say what a figure is of
_RECENT: Final = 7  # days; a day further back is another time
_LONG_AGO: Final = 35  # days since a period ended after which it is no news of its own
_LONGEST_NAME: Final = 3  # tokens of a place after its preposition
_GENERIC: Final = wording.GENERIC_NAMES
_DAYS: Final = frozenset((Precision.DAY, Precision.HOUR))


def segment_of(tokens: Sequence[Token], quantities: Sequence[Quantity], place: int) -> list[Token]:
    """Return the content words around a quantity, up to its neighbours."""
    own = quantities[place]
    low = quantities[place - 1].last if place else 0
    later = quantities[place + 1 :]
    if later and _is_share_of(tokens, own, later[0]):
        later = later[1:]
    high = later[0].first if later else len(tokens)
    if own.first and tokens[own.first - 1].word in wording.JOINTS:
        low = own.first
    before = tokens[max(low, own.first - _NEAR) : own.first]
    after = takewhile(_goes_on, tokens[own.last : min(high, own.last + _NEAR)])
    return [t for t in (*before, *after) if t.is_content]


def _goes_on(token: Token) -> bool:
    """Whether the clause goes on: "8 percent lower, after the carmaker said ..." does not."""
    return token.word not in wording.NEW_CLAUSE


def scope_of(reading: Reading, quantities: Sequence[Quantity], place: int) -> list[Token]:
    """Return the words that may say of a quantity that it is past, whole or feared.

    Before it all since its neighbour or a semicolon, after it its own clause.
    """
    tokens, own = reading.tokens, quantities[place]
    low = quantities[place - 1].last if place else 0
    high = quantities[place + 1].first if place + 1 < len(quantities) else len(tokens)
    parted = reading.text.rfind(";", 0, own.start)
    clause = tokens[own.last - 1].clause
    before = [t for t in tokens[low : own.first] if t.start > parted]
    return [*before, *(t for t in tokens[own.last : high] if t.clause == clause)]


def _is_share_of(tokens: Sequence[Token], own: Quantity, whole: Quantity) -> bool:
    """Whether the next number is the whole of a share: "55 percent of the 3.4 million"."""
    between = {token.word for token in tokens[own.last : whole.first]}
    return (
        own.measure is Measure.PERCENT and bool(between) and between <= {"of", "the", "its", "من"}
    )


def periods_of(
    tokens: Sequence[Token],
    taken: Sequence[tuple[int, int]],
    times: Sequence[DateMention],
    quantities: Sequence[Quantity],
    place: int,
    today: date | None,
) -> Keys:
    """Return the periods a figure is of: those that open its sentence, and the nearest to it."""
    found: set[str] = set()
    for (start, _), time in zip(taken, times, strict=True):
        if time.precision in _DAYS and not _is_long_ago(time, today):
            continue
        opens = start < quantities[0].start
        if opens or _nearest(tokens, quantities, start) is quantities[place]:
            found.add(f"{time.first}/{time.last}")
    return frozenset(found)


def _nearest(tokens: Sequence[Token], quantities: Sequence[Quantity], start: int) -> Quantity:
    """Return the quantity nearest to a place, one of the same clause before all others."""
    clause = next((token.clause for token in tokens if token.end > start), 0)

    def distance(quantity: Quantity) -> tuple[bool, int]:
        is_elsewhere = tokens[quantity.first].clause != clause
        return is_elsewhere, min(abs(quantity.start - start), abs(quantity.end - start))

    return min(quantities, key=distance)


def days_of(
    tokens: Sequence[Token], taken: Sequence[tuple[int, int]], times: Sequence[DateMention]
) -> Keys:
    """Return the days that a sentence tells of, but for those of somebody's saying it."""
    found: set[str] = set()
    for (start, end), time in zip(taken, times, strict=True):
        inside = [place for place, t in enumerate(tokens) if t.start < end and t.end > start]
        if inside and time.precision in _DAYS and not is_of_saying(tokens, inside[0], inside[-1]):
            found.add(time.first.isoformat())
    return frozenset(found)


def _is_long_ago(time: DateMention, today: date | None) -> bool:
    return today is not None and abs((today - time.last).days) > _RECENT


def is_old(period: str, today: date | None) -> bool:
    return today is not None and (today - date.fromisoformat(period.split("/")[1])).days > _LONG_AGO


def names_of(tokens: Sequence[Token], segment: Sequence[Token]) -> Keys:
    """Return the names of a segment; a lone capital that opens the sentence may be none."""
    opening = tokens[0] if len(tokens) > 1 and not tokens[1].is_name else None
    return frozenset(t.word for t in segment if t.is_name and t is not opening) - _GENERIC


def places_of(tokens: Sequence[Token], segment: Sequence[Token], *, is_distance: bool) -> Keys:
    """Return the capitalised words after "in", "near" and their like in the segment.

    Of a distance also those after "of": "60 miles north of Lohm".
    """
    inside = set(map(id, segment))
    found: set[str] = set()
    for place, token in enumerate(tokens):
        if token.word not in wording.PLACE_WORDS and not (is_distance and token.word == "of"):
            continue
        for name in tokens[place + 1 : place + 1 + _LONGEST_NAME]:
            if name.is_name and id(name) in inside:
                found.add(name.word)
            elif name.word not in {"the", "a", "an"}:
                break
    return frozenset(found | _arabic_places(tokens, inside)) - _GENERIC


def _arabic_places(tokens: Sequence[Token], inside: set[int]) -> set[str]:
    """Return the words after "في" and its like that are no words of any table: names, mostly."""
    found: set[str] = set()
    for place, token in enumerate(tokens[:-1]):
        if token.word not in wording.ARABIC_PLACE_WORDS:
            continue
        is_kind = tokens[place + 1].word in wording.ARABIC_PLACE_KINDS
        name = tokens[min(place + 1 + is_kind, len(tokens) - 1)]
        if id(name) in inside and (is_kind or _is_no_common_word(name)):
            found.add(name.word)
    return found


def _is_no_common_word(token: Token) -> bool:
    keys = keys_for(token.word)
    is_known = any(key[0] in "#=~" for key in keys) or token.word in words_ar.PLAIN
    return is_arabic(token.word) and not is_known and not state_of(token.word)


def _is_year_before(word: str, today: date | None) -> bool:
    is_year = len(word) == len("2026") and word.isdecimal() and word[:2] in {"19", "20"}
    return is_year and today is not None and int(word) < today.year


def is_past(words: Sequence[str], today: date | None) -> bool:
    if any(word in wording.PAST or _is_year_before(word, today) for word in words):
        return True
    return any(
        word == "last" and words[place + 1] not in wording.LAST_NOW
        for place, word in enumerate(words[:-1])
    )


def is_of_whole(words: Sequence[str]) -> bool:
    """Whether words say that a figure is of a whole country, or of all together."""
    if any(word in wording.WHOLE for word in words):
        return True
    return any(
        word in wording.WHOLE_OF and not wording.COUNTRY.isdisjoint(words[place + 1 : place + 3])
        for place, word in enumerate(words)
    )
