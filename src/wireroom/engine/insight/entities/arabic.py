"""Names in Arabic text, where no capital tells them: titles, heads of bodies, known places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from wireroom.engine.insight.entities.arabic_tables import (
    BODIES,
    GIVEN_ARABIC,
    NO_PART,
    ORG_HEADS,
    PLACE_CUES,
    PLACE_HEADS,
    PLACE_NOUNS,
    ROLES,
)
from wireroom.engine.insight.entities.entity import Kind
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.stories.arabic_common import ARABIC_COMMON
from wireroom.engine.stories.skeleton import skeleton
from wireroom.engine.text.words import fold

_WORD: Final = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+|[^\W_]+|\S")
_CLITIC: Final = re.compile(r"[وفبلك](?=[\u0621-\u064a]{3})|وب(?=[\u0621-\u064a]{3})")
_LARGE: Final = 300_000  # people; the name of a smaller town may be any word
_LONGEST: Final = 4  # words of a name behind its first
_FEWEST_SIGNS: Final = 4  # consonants by which a foreign given name is known


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written; `end` is exclusive."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class ArabicName:
    """A name found: its class, where it stands, and how sure that is, 0 to 1."""

    kind: Kind
    start: int
    end: int
    confidence: float


def find_arabic_names(text: str) -> list[ArabicName]:
    """Return the names of a text in reading order; none overlaps another."""
    tokens = [Token(match[0], *match.span()) for match in _WORD.finditer(text)]
    found: list[ArabicName] = []
    place = 0
    while place < len(tokens):
        name = _name_at(tokens, place) if tokens[place].is_word else None
        if name is None:
            place += 1
            continue
        found.append(name)
        while place < len(tokens) and tokens[place].start < name.end:
            place += 1
    return _with_surnames(tokens, found, text)


def _name_at(tokens: Sequence[Token], place: int) -> ArabicName | None:
    for cut in _cuts(tokens[place].text):
        for reader in (_known_body, _known_place, _person, _body, _told_place):
            if name := reader(tokens, place, cut):
                return name
    return None


def _cuts(word: str) -> Iterator[int]:
    """Yield how many letters at the front may be "and", "in", "for": first none."""
    yield 0
    if match := _CLITIC.match(word):
        yield match.end()


def _run(tokens: Sequence[Token], place: int, cut: int, length: int) -> str | None:
    """Return words from `place` on, if as many stand there with no mark between."""
    part = tokens[place : place + length]
    if len(part) < length or not all(token.is_word for token in part):
        return None
    return " ".join([part[0].text[cut:], *[token.text for token in part[1:]]])


def _named(
    kind: Kind, tokens: Sequence[Token], place: int, cut: int, last: int, sure: float
) -> ArabicName:
    return ArabicName(kind, tokens[place].start + cut, tokens[last].end, sure)


def _known_body(tokens: Sequence[Token], place: int, cut: int) -> ArabicName | None:
    for length in range(_LONGEST, 0, -1):
        text = _run(tokens, place, cut, length)
        if text and fold(text) in BODIES and not (length == 1 and len(text) < 4):
            return _named(Kind.ORGANISATION, tokens, place, cut, place + length - 1, 0.9)
    return None


def _known_place(tokens: Sequence[Token], place: int, cut: int) -> ArabicName | None:
    before = tokens[place - 1].text.removeprefix("و") if place else ""
    for length in (3, 2, 1):
        text = _run(tokens, place, cut, length)
        if not text or len(text) < 3 or (length == 1 and _is_common(text)):
            continue
        places = find_places(text, "ar")
        has_cue = before in PLACE_CUES or tokens[place].text[:cut] in ("ب", "وب")
        if places and (not places[0].is_city or has_cue or places[0].population >= _LARGE):
            sure = 0.95 if not places[0].is_city else 0.8
            return _named(Kind.PLACE, tokens, place, cut, place + length - 1, sure)
    return None


def _told_place(tokens: Sequence[Token], place: int, cut: int) -> ArabicName | None:
    """Read "the town of X", with X in no table."""
    if cut or not place or tokens[place - 1].text.lstrip("وب") not in PLACE_NOUNS:
        return None
    word = tokens[place].text
    if _is_common(word) or word in PLACE_NOUNS or not word[0].isalpha() or word.endswith("ية"):
        return None
    is_head = word in PLACE_HEADS and _run(tokens, place, 0, 2)
    pair = _run(tokens, place, 0, 2) if word.startswith("السيد") else None
    return _named(Kind.PLACE, tokens, place, 0, place + bool(is_head or pair), 0.6)


def _person(tokens: Sequence[Token], place: int, cut: int) -> ArabicName | None:
    """Read a given name with what follows, or a name behind a title."""
    word = tokens[place].text[cut:]
    titled = _is_titled(tokens, place)
    if not (_is_given(word) or (titled and _is_given_abroad(word))):
        return None
    last = place
    while last + 1 < len(tokens) and last - place < _LONGEST - 1:
        after = tokens[last + 1]
        joins = _is_given(after.text) or after.text in ("بن", "آل", "ال", "الدين", "الله")
        if not after.is_word or not after.text[0].isalpha() or _is_common(after.text):
            break
        if not joins and last > place and not _is_joint(tokens[last].text):
            break
        last += 1
    if last == place and not titled:
        return None
    return _named(Kind.PERSON, tokens, place, cut, last, 0.85 if titled else 0.7)


def _is_joint(word: str) -> bool:
    """Tell whether a name goes on behind a word: "Ahmed Ali" may, "bin" must."""
    return _is_given(word) or word in ("بن", "آل", "ال", "عبد", "أبو", "ابو")


def _is_titled(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a role stands before, with at most three words of what it is of."""
    for back in range(1, min(5, place + 1)):
        before = tokens[place - back].text
        if before.removeprefix("و") in ROLES or before in ROLES:
            return True
        if not before.startswith(("ال", "لل", "باسم")) and not find_places(before, "ar"):
            return False
    return False


def _body(tokens: Sequence[Token], place: int, cut: int) -> ArabicName | None:
    """Read a head like "ministry" with the words that say which."""
    word = tokens[place].text[cut:]
    definite = word.startswith("ال") and _bare(word) in _bare_heads()
    if not definite and word not in ORG_HEADS:
        return None
    last = place
    while last + 1 < len(tokens) and last - place < _LONGEST:
        after = tokens[last + 1].text
        if not tokens[last + 1].is_word or _is_common(after):
            break
        is_of = after.startswith("ل") and len(after) > 3 and last + 2 < len(tokens)
        goes_on = after.startswith("ال") or (is_of and tokens[last + 2].text.startswith("ال"))
        if not goes_on and (definite or last > place):
            break
        last += 1
    if last == place:
        return None
    return _named(Kind.ORGANISATION, tokens, place, cut, last, 0.6)


def _bare(word: str) -> str:
    return word.removeprefix("ال")


@cache
def _bare_heads() -> frozenset[str]:
    return frozenset({"ائتلاف", "مرصد", "اتحاد", "تحالف", "مجلس", "هيئة", "حزب", "محكمة", "جامعة"})


def _is_common(word: str) -> bool:
    return word in NO_PART or fold(word) in ARABIC_COMMON or fold(word.removeprefix("و")) in {"قال"}


def _is_given(word: str) -> bool:
    return word in GIVEN_ARABIC


@cache
def _signs_abroad() -> frozenset[str]:
    found = {skeleton(name) for name in GIVEN}
    return frozenset(each for each in found if len(each) >= _FEWEST_SIGNS)


def _is_given_abroad(word: str) -> bool:
    """Tell whether a word sounds like a given name of another script."""
    return not word.startswith("ال") and skeleton(word) in _signs_abroad()


def _with_surnames(tokens: Sequence[Token], found: list[ArabicName], text: str) -> list[ArabicName]:
    """Add where a person's last name, or a body's first word, stands alone later."""
    known: dict[str, ArabicName] = {}
    for name in found:
        parts = text[name.start : name.end].split()
        if name.kind is Kind.PERSON and len(parts) > 1 and len(parts[-1]) > 3:
            known.setdefault(parts[-1], name)
        if (
            name.kind is Kind.ORGANISATION
            and _bare(parts[0]) in _bare_heads()
            and parts[0][:2] == "ال"
        ):
            known.setdefault(parts[0], name)
    taken = {at for name in found for at in range(name.start, name.end)}
    added = []
    for token in tokens:
        for cut in _cuts(token.text):
            whole = known.get(token.text[cut:])
            if whole and token.start not in taken and token.start + cut > whole.start:
                added.append(ArabicName(whole.kind, token.start + cut, token.end, 0.6))
                break
    return sorted([*found, *added], key=lambda each: each.start)
