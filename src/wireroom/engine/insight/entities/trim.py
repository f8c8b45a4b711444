"""Cutting runs of capitals to what the name is: no title, no article, no opening word."""

import re
from collections.abc import Iterator
from typing import Final

from wireroom.engine.insight.entities.beside_tables import PERSON_NOUNS
from wireroom.engine.insight.entities.common import common_words, is_given, never_names
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.insight.entities.reading import Candidate, Reading
from wireroom.engine.insight.entities.romance import ROMANCE, end_of_romance
from wireroom.engine.insight.entities.runs import find_runs
from wireroom.engine.insight.entities.spelled import find_spelled
from wireroom.engine.insight.entities.tables import (
    ADJECTIVES,
    CALENDAR,
    COMMON_LETTERS,
    KNOWN_BODIES,
    KNOWN_PHRASES,
    LONE_BODIES,
    OPENING_WORDS,
    ORG_WORDS,
    TIES,
    TITLE_WORDS,
)
from wireroom.engine.insight.quotes.word_list import word_list

_TITLE_REACH: Final = 5  # words in which the last title of "Former Prime Minister" stands
_PERSON_AND_PLACE: Final = 3  # words beside the first of "Jane Roe West End"
_LINK: Final = 60  # characters of an address that are looked back over
_LINE, _SHORTEST_LINE = 400, 12  # characters looked at; shorter lines may be a body's name
_PLURAL: Final = 5  # letters; "Senators Jane Roe and John Doe"
_ROLE_ENDS: Final = word_list("mp mps mep leader chairman spokesman president chief")
_NO_NAME_ENDS: Final = ("-year-old", "-month-old", "-man", "-woman", "-person", "-time", "-based")
_AGENTS: Final = (
    "counsel",
    "whip",
    "master",
    "keeper",
    "warden",
    "smith",
    "woman",
    "seller",
    "ologist",
)
# Surnames that are titles as well: "Gayle King".
_SURNAMES: Final = word_list("king bishop pope dean judge prince duke baron page star major chef")
_DIGIT: Final = re.compile(r"\d")
_SMALL: Final = re.compile("[a-z]")
_SHOUTED: Final = 5  # letters; longer words in capitals are rarely short for something


def find_candidates(reading: Reading) -> Iterator[Candidate]:
    """Yield what may be names, in reading order, trimmed and cut where two names meet."""
    spelled = list(find_spelled(reading.words))
    taken = {place for first, last in spelled for place in range(first, last + 1)}
    for first, last in spelled:
        yield Candidate(first, last)
    for first, last in find_runs(reading.words, reading.base):
        if first in taken or last in taken or _is_address(reading, first):
            continue
        for start, end in _cut(reading, first, last):
            candidate = _trim(reading, start, end)
            if candidate:
                yield candidate


def _is_address(reading: Reading, first: int) -> bool:
    """Tell whether this is an account, a tag or part of a link: "@JaneRoe", "#Roe", "t.co/Roe"."""
    start = reading.words[first].start
    mark = reading.text[start - 1 : start]
    if mark != "/":
        return mark != "" and mark in "@#"
    return "." in reading.text[max(0, start - _LINK) : start].split()[-1]


def _cut(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run between days, months and the like, and of two names in one."""
    if _is_shouted(reading, first) or (last > first and _is_shouted(reading, last)):
        return
    if first == last:
        if reading.words[first].low not in CALENDAR:
            yield first, last
        return
    start = first
    for place in range(first, last + 1):
        if reading.words[place].low in CALENDAR:
            if start < place:
                yield from _apart(reading, start, place - 1)
            start = place + 1
    if start <= last:
        yield from _apart(reading, start, last)


def _apart(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield two names that stand without a mark between them ("UK Tories"), or the whole."""
    words = reading.words
    if first == last or find_places(_text(reading, first, last), reading.base):
        yield first, last
    elif reading.base == "de" and not any(is_given(w.low, reading.base) for w in words[first:last]):
        yield from _german_parts(reading, first, last)
    elif (end := _country_first(reading, first, last)) is not None:
        yield first, end
        yield end + 1, last
    elif reading.base in ("ru", "uk") and last - first == 2 and words[first].text.isupper():
        yield first, first
        yield first + 1, last
    elif at := _name_after_tie(reading, first, last):
        yield first, at - 2
        yield at, last
    elif last - first >= _PERSON_AND_PLACE and _is_region(reading, last - 1, last):
        yield first, last - 2
        yield last - 1, last
    else:
        yield first, last


def _name_after_tie(reading: Reading, first: int, last: int) -> int | None:
    """Return where a second name starts behind "de": "Bourse de Paris", "Nike de Jane Roe"."""
    words = reading.words
    opens_person = is_given(words[first].low, reading.base)
    if words[first].low in ORG_WORDS:
        return None
    for place in range(first + (3 if opens_person else 2), last + 1):
        if words[place - 1].low not in TIES or not words[place].is_capital:
            continue
        is_name = is_given(words[place].low, reading.base) and place < last
        is_place = not opens_person and find_places(_text(reading, place, last), reading.base)
        if is_name or is_place:
            return place if words[place - 2].is_capital else None
    return None


def _german_parts(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the names among German nouns: "Israels Armee", "Terrororganisation Hamas"."""
    text = _text(reading, first, last).lower()
    known = [
        place
        for place in range(first, last + 1)
        if reading.words[place].low in KNOWN_BODIES or find_places(reading.words[place].text, "de")
    ]
    if text in KNOWN_PHRASES or not known or reading.words[last].low in ORG_WORDS:
        yield first, last
    else:
        yield from ((place, place) for place in known)


def _country_first(reading: Reading, first: int, last: int) -> int | None:
    """Return the end of a country before a person or body: "UK Tories", "Ukraine Jane Roe"."""
    words = reading.words
    for end in range(min(first + 2, last - 1), first - 1, -1):
        if not _is_region(reading, first, end):
            continue
        after = words[end + 1]
        is_short = first == end and words[first].text.replace(".", "").isupper()
        rest = {word.low for word in words[end + 1 : last + 1]}
        is_person = is_given(after.low, reading.base) and not rest & ORG_WORDS
        if is_person or after.low in TITLE_WORDS or after.low in LONE_BODIES:
            return end
        if after.low in ADJECTIVES and end + 1 == last:
            return end  # "Iowa Republican"
        if is_short and (rest & ORG_WORDS):
            return end
    return None


def _is_region(reading: Reading, first: int, last: int) -> bool:
    places = find_places(_text(reading, first, last), reading.base)
    return bool(places) and not places[0].is_city


def _text(reading: Reading, first: int, last: int) -> str:
    return reading.text[reading.words[first].start : reading.words[last].end]


def _is_shouted(reading: Reading, place: int) -> bool:
    """Tell whether a word stands in a line of capitals alone, where they tell nothing."""
    text = reading.words[place].text
    if "a" <= text[-1] <= "z" or _SMALL.search(text):
        return False
    start = reading.text.rfind("\n", 0, reading.words[place].start) + 1
    end = reading.text.find("\n", start)
    line = reading.text[start : end if end >= 0 else len(reading.text)][:_LINE]
    return line.isupper() and " " in line.strip() and len(line) >= _SHORTEST_LINE


def _trim(reading: Reading, first: int, last: int) -> Candidate | None:
    words, opens = reading.words, reading.words[first].opens
    never = never_names(reading.base)
    is_small = reading.base in ROMANCE and end_of_romance(words, first, first) > first
    while (
        last > first
        and not is_small
        and not (words[last].is_capital and not _is_role_end(reading, first, last))
    ):
        last -= 1
    while first <= last and _is_no_start(reading, first, last, never):
        first += 1
    if first > last:
        return None
    first, title = _after_titles(reading, first, last)
    if first > last or all(word.low in TITLE_WORDS for word in words[first : last + 1]):
        return None
    if reading.base == "de":
        first = _german_start(reading, first, last)
    while last - first >= 2 and _is_of_role(reading, first):
        first += 1
    first = _after_role(reading, first, last)
    opens = words[first].opens
    candidate = Candidate(first, last, title or _title_before(reading, first), opens)
    return None if _is_plain(reading, candidate) else candidate


def _is_role_end(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a role ends the run behind a body: "Harbour Party MP"."""
    words = reading.words
    return words[last].low in _ROLE_ENDS and words[last - 1].low in ORG_WORDS and last > first


def _is_no_start(reading: Reading, first: int, last: int, never: frozenset[str]) -> bool:
    """Tell whether a word only opens the run: "The", "Since", "Employee" before a name."""
    word = reading.words[first]
    if not word.is_capital:
        return True
    rest = [each for each in reading.words[first + 1 : last + 1] if each.is_word]
    if rest and word.low.endswith(_NO_NAME_ENDS):
        return True
    if word.low == "the":
        whole = reading.text[word.start : reading.words[last].end].lower()
        return not (whole in KNOWN_PHRASES or (not word.opens and len(rest) > 1))
    if (word.low in never or word.low in OPENING_WORDS) and not is_given(word.low, reading.base):
        return (
            not rest
            or reading.base != "en"
            or (word.opens and not _stands_inside(reading, word.start, last))
        )
    if word.low in ADJECTIVES and rest:
        if reading.text[word.start : reading.words[last].end].lower() in KNOWN_PHRASES:
            return False
        has_org = any(each.low in ORG_WORDS for each in rest)
        return not has_org and not find_places(
            reading.text[word.start : reading.words[last].end], reading.base
        )
    return (
        word.opens
        and bool(rest)
        and word.low in common_words()
        and not is_given(word.low, reading.base)
        and word.low not in TITLE_WORDS
        and not _stands_inside(reading, word.start, last)
        and (
            is_given(rest[0].low, reading.base)
            or (rest[0].low not in common_words() and len(rest) > 1)
        )
        and not any(each.low in ORG_WORDS for each in rest)
        and not find_places(reading.text[word.start : reading.words[last].end], reading.base)
    )


def _stands_inside(reading: Reading, start: int, last: int) -> bool:
    """Tell whether the same words stand inside a sentence elsewhere, all with their capitals."""
    whole = reading.text[start : reading.words[last].end]
    at = reading.text.find(f" {whole}")
    while at > 0:
        if reading.text[at - 1].islower() or reading.text[at - 1] == ",":
            return True
        at = reading.text.find(f" {whole}", at + 1)
    return False


def _after_titles(reading: Reading, first: int, last: int) -> tuple[int, str]:
    """Return where a name starts after its titles, and the last of them."""
    words = reading.words
    found = -1
    for place in range(first, min(last, first + _TITLE_REACH) + 1):
        low = words[place].low
        if "-" in low:
            low = low.removesuffix("-elect").removesuffix("-general").removesuffix("-designate")
        if is_given(low, reading.base) and low not in TITLE_WORDS:
            break
        is_plural = len(low) > _PLURAL and low.removesuffix("s") in TITLE_WORDS
        if low in TITLE_WORDS or is_plural or (low == "m" and reading.base == "fr"):
            found = place
    if (
        found == last > first
        and words[last].low in _SURNAMES
        and words[first].low not in common_words()
        and words[first].low not in TITLE_WORDS
    ):
        return first, ""
    if found < 0:
        return first, ""
    rest = [word for word in words[found + 1 : last + 1] if word.is_word]
    if any(word.low in ORG_WORDS for word in rest) and not is_given(rest[0].low, reading.base):
        return first, ""
    start = found + 1
    while start <= last and not words[start].is_capital:
        start += 1
    return start, words[found].low


def _title_before(reading: Reading, first: int) -> str:
    """Return a title that stands small before the run: "actor Kevin Spacey"."""
    if first == 0:
        return ""
    place = first - 1
    if reading.words[place].text == "." and place:
        place -= 1
    low = reading.words[place].low
    tail = low.rsplit("-", 1)[-1]
    return low if low in TITLE_WORDS or tail in TITLE_WORDS else ""


def _is_of_role(reading: Reading, first: int) -> bool:
    """Tell whether a word before a given name is none: "Secretary of State Jane Roe", "GM Roe"."""
    word, after = reading.words[first], reading.words[first + 1]
    if is_given(word.low, reading.base) or not is_given(after.low, reading.base):
        return False
    return (word.low in common_words() and word.low not in ORG_WORDS) or (
        len(word.text) > 1 and word.text.isupper()
    )


def _after_role(reading: Reading, first: int, last: int) -> int:
    """Return where a person starts behind an unlisted role: "Harbour Master Jane Roe"."""
    words = reading.words
    if is_given(words[first].low, reading.base):
        return first
    for place in range(first + 1, last):
        role = words[place - 1].low
        if is_given(words[place].low, reading.base):
            is_role = role in PERSON_NOUNS or role in TITLE_WORDS or role.endswith(_AGENTS)
            return place if is_role and role not in ORG_WORDS else first
    return first


def _german_start(reading: Reading, first: int, last: int) -> int:
    """German writes all nouns with capitals: a given name behind them opens the person's."""
    if reading.words[first].low in ORG_WORDS:
        return first
    for place in range(first + 1, last):
        if is_given(reading.words[place].low, reading.base) and not is_given(
            reading.words[first].low, reading.base
        ):
            return place
    return first


def _is_plain(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether this is an ordinary word that a sentence opens with, or a heading."""
    words = [w for w in reading.words[candidate.first : candidate.last + 1] if w.is_word]
    lows = [word.low for word in words]
    if all(
        (low in ADJECTIVES and low not in LONE_BODIES)
        or low in TITLE_WORDS
        or (low.removesuffix("s") in ADJECTIVES and low not in LONE_BODIES)
        for low in lows
    ):
        return True
    shouted = [
        word.low
        for word in words
        if word.text.isupper() and len(word.text) > 1 and word.low not in KNOWN_BODIES
    ]
    if any(low in common_words() and (len(shouted) > 1 or len(low) >= _SHOUTED) for low in shouted):
        return True
    if len(words) == 1 and (
        len(lows[0]) == 1 or _DIGIT.search(lows[0]) or lows[0] in COMMON_LETTERS
    ):
        return lows[0] not in KNOWN_BODIES and not find_places(words[0].text, reading.base)
    if len(words) > 1 or candidate.title:
        return False
    if words[0].text.lower() in reading.small and words[0].text[0].isupper():
        return candidate.opens or reading.base != "en" or words[0].low in common_words()
    return candidate.opens and lows[0] in common_words() and words[0].text not in reading.inside
