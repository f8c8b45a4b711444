"""Whether the quotes of a claim stand letter for letter inside quote marks of what it cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.text.words import fold

# Longest stretch looked at for the closing mark; no alternative can cross another's opening.
_QUOTE: Final = re.compile(
    r"“([^“”]{1,1500})”|«([^«»]{1,1500})»|„([^„“”]{1,1500})[“”]|\"([^\"]{1,1500})\""
    r"|(?:(?<=\s)|(?<=\A)|(?<=[(:,]))['‘](?=\w)((?:[^'‘’\n]|['’](?=\w)){1,1500})['’](?!\w)"
)
_EDGES: Final = " .,;:!?…،؛؟-"
_NAME_WORDS: Final = 3
_CUES: Final = frozenset(
    """said says say saying told tell tells added adds asked asks warned warns wrote writes called
    calls insisted recalled replied explained described argued shouted remarked noted stated
    according joked admitted promised declared announced concluded
    قال قالت وقال وقالت قالوا يقول تقول اضاف اضافت واضاف واضافت اكد اكدت واكد واكدت اوضح اوضحت واوضح
    واوضحت ذكر ذكرت وذكر وذكرت صرح صرحت تابع تابعت وتابع وتابعت كتب كتبت وكتب وكتبت روي روت وروت وروي
    حذر حذرت وحذر وحذرت سال سالت وسال وسالت قايلا قايله مضيفا مضيفه محذرا محذره موكدا موكده وختم ختم
    وختمت علق علقت وعلق وعلقت مكتفيا بالقول قوله قولها وصف وصفت وصرح وصرحت ليضيف بقوله بقولها""".split()
)
_TO_HEARER: Final = frozenset(("told", "tell", "tells", "asked", "asks", "to"))
_PRONOUNS: Final = frozenset(("he", "she", "they", "it"))
_ZONE: Final = 12  # words either side of a cue in which its speaker stands
_TITLES: Final = frozenset("mr mrs ms dr the sir prof السيد السيده الدكتور الدكتوره".split())


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quote marks: folded, and their half-open place with the marks."""

    folded: str
    shown: str
    start: int
    end: int


def find_quotes(text: str) -> list[Quote]:
    """Return the quotes of a text in reading order, marks of any style."""
    quotes = []
    for match in _QUOTE.finditer(text):
        inner = next(group for group in match.groups() if group is not None)
        quotes.append(Quote(_flat(inner), inner, *match.span()))
    return quotes


def _flat(text: str) -> str:
    return " ".join(fold(text).replace('"', "").split()).strip(_EDGES)


def check_quotes(
    claim: Reading, quotes: Sequence[Quote], passages: Sequence[Passage], speaker: str | None
) -> list[Finding]:
    """Find quotes of the claim that nobody cited says in these letters, or that another says."""
    findings: list[Finding] = []
    for quote in quotes:
        place = _find(quote, passages)
        if place is None:
            if not _is_name(quote, claim, passages):
                findings.append(Finding(Reason.QUOTE, quote.shown[:80]))
            continue
        passage, start = place
        if not _speaks(claim, quote, passage, start, speaker):
            findings.append(Finding(Reason.SPEAKER, speaker or quote.shown[:80]))
    return findings


def _find(quote: Quote, passages: Sequence[Passage]) -> tuple[Passage, Quote] | None:
    pattern = f" {quote.folded} "
    for passage in passages:
        for there in find_quotes(passage.reading.text):
            if pattern in f" {_unmarked(there.folded)} " or quote.folded == there.folded:
                return passage, there
            if quote.folded and _unmarked(quote.folded) != "" and _stands_in(quote, there):
                return passage, there
    return None


def _stands_in(quote: Quote, there: Quote) -> bool:
    at = there.folded.find(quote.folded)
    if at < 0:
        return False
    end = at + len(quote.folded)
    before, after = there.folded[at - 1 : at] if at else " ", there.folded[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _unmarked(folded: str) -> str:
    return folded


def _is_name(quote: Quote, claim: Reading, passages: Sequence[Passage]) -> bool:
    """Whether the marks only set off a title or a ship's name that stands there without them."""
    words = quote.shown.split()
    if not words or len(words) > _NAME_WORDS or not all(word[0].isupper() for word in words):
        return False
    return any(quote.folded in _flat(passage.reading.text) for passage in passages)


def _speaks(
    claim: Reading, quote: Quote, passage: Passage, there: Quote, speaker: str | None
) -> bool:
    named = _named_speaker(claim, quote) if speaker is None else _keys_of(speaker)
    if not named:
        return True
    zone = _speakers(passage, there)
    return zone is None or named <= zone or bool(named & zone and speaker is None)


def _keys_of(speaker: str) -> frozenset[str]:
    return frozenset(word for word in _flat(speaker).split() if word not in _TITLES)


def _named_speaker(claim: Reading, quote: Quote) -> frozenset[str]:
    """Return the names that the claim's own words put beside the quote's cue."""
    sentence = _sentence_at(claim, quote.start)
    outside = _outside(claim, sentence, find_quotes(claim.text))
    if not any(token.word in _CUES for token in outside):
        return frozenset()
    zone = _zone(outside)
    return frozenset(token.word for token in zone if token.is_name or _opens_as_name(token, zone))


def _opens_as_name(token: Token, zone: Sequence[Token]) -> bool:
    """Whether a capital that opens the sentence is a name: a content word before its cue."""
    return token is zone[0] and token.is_content and token.word not in _CUES


def _sentence_at(reading: Reading, place: int) -> int:
    for number, (start, end) in enumerate(reading.sentences):
        if start <= place < end:
            return number
    return max(0, len(reading.sentences) - 1)


def _outside(reading: Reading, sentence: int, quotes: Sequence[Quote]) -> list[Token]:
    return [
        token
        for token in reading.of_sentence(sentence)
        if not any(quote.start <= token.start < quote.end for quote in quotes if " " in quote.folded)
    ]


def _zone(outside: Sequence[Token]) -> list[Token]:
    """Return the words that may name the speaker: near the cue, and not its hearer."""
    cues = [place for place, token in enumerate(outside) if token.word in _CUES]
    if not cues:
        return []
    cue = cues[-1]
    after = list(outside[cue + 1 : cue + 1 + _ZONE])
    if outside[cue].word in _TO_HEARER:
        after = []
    before = [] if is_arabic(outside[cue].word) and after else outside[max(0, cue - _ZONE) : cue]
    return [*before, outside[cue], *after]


def _speakers(passage: Passage, there: Quote) -> frozenset[str] | None:
    """Return the words near the cue of a cited quote, going back where it has only a pronoun."""
    reading = passage.reading
    quotes = find_quotes(reading.text)
    for number in range(_sentence_at(reading, there.start), -1, -1):
        zone = _zone(_outside(reading, number, quotes))
        names = frozenset(t.word for t in zone if t.word not in _CUES and (t.is_content))
        if names and not (_is_pronoun_led(zone) and number):
            return names
    return frozenset()


def _is_pronoun_led(zone: Sequence[Token]) -> bool:
    return any(token.word in _PRONOUNS for token in zone) and not any(t.is_name for t in zone)
