"""Bodies in Arabic text: known ones, a head like "ministry" with its words, names in quotes."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from wireroom.engine.insight.entities.arabic_tables import (
    BARE_HEADS,
    BODIES,
    NO_ADJECTIVES,
    ORG_HEADS,
    QUOTED_HEADS,
    SURE_HEADS,
    WORKS,
)
from wireroom.engine.insight.entities.arabic_tokens import Tokens, is_verbal
from wireroom.engine.insight.entities.arabic_words import (
    folded,
    is_common_arabic,
    is_given_arabic,
    is_name_like,
)
from wireroom.engine.text.words import fold

_LONGEST: Final = 5  # words of a name with its head
_QUOTED: Final = 4  # words of a name in quote marks; a sentence has more
_KNOWN, _SURELY_HEADED, _HEADED, _IN_QUOTES = (
    0.9,
    0.8,
    0.6,
    0.8,
)  # how sure each way is: by judgement


@cache
def _known_heads() -> frozenset[str]:
    return frozenset(body.split()[0] for body in BODIES)


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, ORG_HEADS))


@cache
def _sure_heads() -> frozenset[str]:
    """Heads that are seldom said of any but one body: "ministry", not "committee"."""
    return frozenset(map(fold, SURE_HEADS))


@cache
def _bare_heads() -> frozenset[str]:
    """Heads that with "the" and an adjective are a body: "the National Bank"."""
    return frozenset(map(fold, BARE_HEADS))


def known_body(tokens: Tokens, place: int, cut: int) -> tuple[int, float] | None:
    """Return (last, how sure) of a body that everybody knows."""
    if folded(tokens.word(place)[cut:]) not in _known_heads():
        return None
    for length in range(_LONGEST, 0, -1):
        text = tokens.run(place, cut, length)
        if text and fold(text) in BODIES and not (length == 1 and len(text) < 4):
            return place + length - 1, _KNOWN
    return None


def headed_body(
    tokens: Tokens, place: int, cut: int, places: dict[str, float]
) -> tuple[int, float] | None:
    """Return (last, how sure) of a head like "ministry" with the words that say which."""
    key = folded(tokens.word(place)[cut:])
    if key.startswith("ال"):
        if key.removeprefix("ال") not in _bare_heads():
            return None
        last = _adjectives(tokens, place)
    elif key in _heads():
        last = _what_of(tokens, place, places)
    else:
        return None
    if last == place:
        return None
    is_sure = key.removeprefix("ال") in _sure_heads()
    return last, _SURELY_HEADED if is_sure else _HEADED


def _adjectives(tokens: Tokens, place: int) -> int:
    """Return the last of the words with "the" behind a place: adjectives, "for the ..."."""
    last = place
    while last - place < _LONGEST - 1:
        after = tokens.word(last + 1)
        is_article = after.startswith(("ال", "لل")) and not _ends_name(after)
        is_purpose = (
            after.startswith("ل")
            and len(after) > 3
            and not after.endswith(("ه", "ها", "هم"))
            and tokens.word(last + 2).startswith("ال")
            and is_common_arabic(after[1:])
        )
        is_own = (
            last > place
            and not _ends_name(after)
            and after.startswith("ال")
            and is_name_like(after.removeprefix("ال"))
        )
        if not (is_article or is_purpose or is_own):
            break
        last += 2 if is_purpose else 1
    return last


def _ends_name(word: str) -> bool:
    """Tell whether a word with "the" is no part of a body's name: "the current", "Tuesday"."""
    return folded(word) in _NO_ADJECTIVES


def _what_of(tokens: Tokens, place: int, places: dict[str, float]) -> int:
    """Return the last word of what a head is of: "of Health", "of Consumer Protection", a town."""
    after = tokens.word(place + 1)
    for length in (3, 2, 1):
        if folded(tokens.run(place + 1, 0, length)) in places:
            return place + length
    if not after or _ends_name(after):
        return place
    if after.startswith(("ال", "لل")):
        return _adjectives(tokens, place)
    is_own = is_name_like(after) and not is_given_arabic(after) and after[0] not in "وف"
    if is_own and not is_verbal(tokens, place + 1):
        behind = tokens.word(place + 2)
        if is_name_like(behind) and behind[0] not in "وفبلك" and not is_verbal(tokens, place + 2):
            return place + 2 - (is_given_arabic(behind) or tokens.word(place + 3)[:2] == "ال")
        is_more = behind.startswith("لل") or (behind[:2] == "ال" and not is_common_arabic(behind))
        return place + 1 + is_more
    second = tokens.word(place + 2)
    if (
        second.startswith("ال")
        and not _ends_name(second)
        and not after.startswith(("ي", "ت", "و", "ب"))
    ):
        return _adjectives(tokens, place + 1)
    if second.startswith("ال") and is_common_arabic(after) and len(after) > 4 and after[0] == "ت":
        return _adjectives(tokens, place + 1)
    return place


_NO_ADJECTIVES: Final = frozenset(map(fold, NO_ADJECTIVES))


def quoted_bodies(tokens: Tokens) -> Iterator[tuple[int, int, float]]:
    """Yield (first, last, how sure) of names in quote marks that the words before call a body's."""
    known: set[str] = set()
    spans = list(_quoted(tokens))
    for first, last in spans:
        if _is_body(tokens, first - 1):
            known.add(folded(tokens.run(first, 0, last - first + 1)))
    for first, last in spans:
        if folded(tokens.run(first, 0, last - first + 1)) in known:
            yield first, last, _IN_QUOTES


def _quoted(tokens: Tokens) -> Iterator[tuple[int, int]]:
    marks = [place for place, token in enumerate(tokens.all) if token.text in '«“"']
    for mark in marks:
        for length in range(1, _QUOTED + 1):
            end = mark + length + 1
            if end < len(tokens.all) and tokens.all[end].text in '»”"':
                if tokens.run(mark + 1, 0, length):
                    yield mark + 1, mark + length
                break


def _is_body(tokens: Tokens, mark: int) -> bool:
    """Tell whether the words before a quote mark call what is quoted a body."""
    before = tokens.word(mark - 1)
    if before in ("ل", "ـ"):
        return True  # said to the paper
    if before in WORKS or not before:
        return False
    owner = tokens.word(mark - 2) if before.startswith("ال") else before
    keys = {folded(before), folded(before[1:]), folded(owner), folded(owner[1:])}
    keys |= {key.removeprefix("ال") for key in keys}
    return bool(keys & _quoting_heads())


@cache
def _quoting_heads() -> frozenset[str]:
    return frozenset(map(fold, QUOTED_HEADS | frozenset(("مراسل", "مراسلة", "فريق", "صحفيي"))))
