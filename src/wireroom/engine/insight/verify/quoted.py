"""Whether the quotes of a claim stand letter for letter inside quote marks of what it cites."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.verify.aliases import Aliases, aliases_of
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import is_arabic, keys_of
from wireroom.engine.insight.verify.marks import Quote, find_quotes, flat
from wireroom.engine.insight.verify.speakers import claimed_speaker, is_spoken_by, words_of
from wireroom.engine.insight.verify.tokens import Reading, Token

_NAME_WORDS: Final = 3
_CUES: Final = frozenset(
    [
        "said",
        "says",
        "say",
        "saying",
        "told",
        "tell",
        "tells",
        "added",
        "adds",
        "asked",
        "asks",
        "warned",
        "warns",
        "wrote",
        "writes",
        "called",
        "calls",
        "insisted",
        "recalled",
        "replied",
        "explained",
        "described",
        "argued",
        "shouted",
        "remarked",
        "noted",
        "stated",
        "according",
        "joked",
        "admitted",
        "promised",
        "declared",
        "announced",
        "concluded",
        "قال",
        "قالت",
        "وقال",
        "وقالت",
        "قالوا",
        "يقول",
        "تقول",
        "اضاف",
        "اضافت",
        "واضاف",
        "واضافت",
        "اكد",
        "اكدت",
        "واكد",
        "واكدت",
        "اوضح",
        "اوضحت",
        "واوضح",
        "واوضحت",
        "ذكر",
        "ذكرت",
        "وذكر",
        "وذكرت",
        "صرح",
        "صرحت",
        "تابع",
        "تابعت",
        "وتابع",
        "وتابعت",
        "كتب",
        "كتبت",
        "وكتب",
        "وكتبت",
        "روي",
        "روت",
        "وروت",
        "وروي",
        "حذر",
        "حذرت",
        "وحذر",
        "وحذرت",
        "سال",
        "سالت",
        "وسال",
        "وسالت",
        "قايلا",
        "قايله",
        "مضيفا",
        "مضيفه",
        "محذرا",
        "محذره",
        "موكدا",
        "موكده",
        "وختم",
        "ختم",
        "وختمت",
        "علق",
        "علقت",
        "وعلق",
        "وعلقت",
        "مكتفيا",
        "بالقول",
        "قوله",
        "قولها",
        "وصف",
        "وصفت",
        "وصرح",
        "وصرحت",
        "ليضيف",
        "بقوله",
        "بقولها",
    ]
)
_TO_HEARER: Final = frozenset(("told", "tell", "tells", "asked", "asks", "to"))
_PRONOUNS: Final = frozenset(("he", "she", "they", "it"))
_NOT: Final = tuple(
    [word] for word in ("not", "never", "no", "لا", "لم", "لن", "ليس", "ليست", "غير")
)
_ZONE: Final = 12  # words either side of a cue in which its speaker stands


def check_quotes(
    claim: Reading, quotes: Sequence[Quote], passages: Sequence[Passage], speaker: str | None
) -> list[Finding]:
    """Find quotes of the claim that nobody cited says in these letters, or that another says."""
    findings: list[Finding] = []
    aliases = aliases_of(passages) if quotes else Aliases(())
    for quote in quotes:
        place = _find(quote, passages)
        if place is None:
            if not _is_name(quote, claim, passages):
                findings.append(Finding(Reason.QUOTE, quote.shown[:80]))
            continue
        passage, start = place
        named = words_of(speaker) if speaker else claimed_speaker(claim.text, quote)
        spoken = is_spoken_by(named, passage, start, aliases)
        if spoken is None:
            spoken = _speaks(claim, quote, passage, start, speaker)
        if not spoken:
            findings.append(Finding(Reason.SPEAKER, speaker or quote.shown[:80]))
    return findings


def _find(quote: Quote, passages: Sequence[Passage]) -> tuple[Passage, Quote] | None:
    for passage in passages:
        for there in find_quotes(passage.reading.text):
            if quote.folded and _stands_in(quote, there):
                return passage, there
    return None


def _stands_in(quote: Quote, there: Quote) -> bool:
    at = there.folded.find(quote.folded)
    if at < 0:
        return False
    end = at + len(quote.folded)
    before, after = there.folded[at - 1 : at] if at else " ", there.folded[end : end + 1]
    if there.folded[:at].split()[-1:] in _NOT:
        return False  # "full but not foolish" does not call anything foolish
    return not before.isalnum() and not after.isalnum()


def _is_name(quote: Quote, claim: Reading, passages: Sequence[Passage]) -> bool:
    """Whether the marks only set off a title or a ship's name that stands there without them."""
    words = quote.shown.split()
    if not words or len(words) > _NAME_WORDS or not all(word[0].isupper() for word in words):
        return False
    return any(quote.folded in flat(passage.reading.text) for passage in passages)


def _speaks(
    claim: Reading, quote: Quote, passage: Passage, there: Quote, speaker: str | None
) -> bool:
    named = _named_speaker(claim, quote) if speaker is None else words_of(speaker)
    if not named:
        return True
    zone = _speakers(passage.reading, there)
    known = frozenset(key for token in zone for key in keys_of(_bare(token.word)))
    held = [word for word in named if keys_of(word) & known]
    if speaker is None and not is_arabic(next(iter(named))):
        return bool(held)
    return len(held) == len(named)


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _named_speaker(claim: Reading, quote: Quote) -> frozenset[str]:
    """Return the names that the claim's own words put beside the quote's cue."""
    zone = [token for number in _sentences_of(claim, quote) for token in _zone(claim, number)]
    if zone and any(is_arabic(token.word) for token in zone):
        return frozenset(token.word for token in zone if token.is_content and not is_cue(token))
    names = frozenset(_bare(token.word) for token in zone[1:] if token.is_name)
    opening = [token for token in zone[:1] if token.is_content and not is_cue(token)]
    return names or frozenset(_bare(token.word) for token in opening)


def is_cue(token: Token) -> bool:
    """Whether the word says that somebody speaks."""
    return token.word in _CUES


def _sentences_of(reading: Reading, quote: Quote) -> range:
    return range(_sentence_at(reading, quote.start), _sentence_at(reading, quote.end - 1) + 1)


def _sentence_at(reading: Reading, place: int) -> int:
    for number, (start, end) in enumerate(reading.sentences):
        if start <= place < end:
            return number
    return max(0, len(reading.sentences) - 1)


def _outside(reading: Reading, sentence: int) -> list[Token]:
    return [token for token in reading.of_sentence(sentence) if not reading.is_quoted(token)]


def _zone(reading: Reading, sentence: int) -> list[Token]:
    """Return the words that may name the speaker: near the cue, and not its hearer."""
    outside = _outside(reading, sentence)
    cues = [place for place, token in enumerate(outside) if is_cue(token)]
    if not cues:
        return []
    cue = cues[-1]
    after = [token for token in outside[cue + 1 : cue + 1 + _ZONE] if not token.is_number]
    arabic = is_arabic(outside[cue].word)
    if arabic:
        return _arabic_subject(after)
    if outside[cue].word in _TO_HEARER:
        after = []
    return [*outside[max(0, cue - _ZONE) : cue], outside[cue], *after]


def _arabic_subject(after: Sequence[Token]) -> list[Token]:
    """Return what follows an Arabic cue up to "that" or a preposition: its subject."""
    subject: list[Token] = []
    for token in after:
        if token.word in {"ان", "انه", "انها", "انهم"}:
            break
        subject.append(token)
    return subject


def _speakers(reading: Reading, there: Quote) -> list[Token]:
    """Return the words near the cue of a cited quote, going back where it has only a pronoun."""
    own = _sentences_of(reading, there)
    zone = [token for number in own for token in _zone(reading, number)]
    if any(token.is_content and not is_cue(token) for token in zone) and not _leans(zone):
        return zone
    for number in range(own[0] - 1, -1, -1):
        before = list(_subject(_outside(reading, number)))
        if any(token.is_name or is_arabic(token.word) for token in before):
            return before
    return []


def _subject(outside: Sequence[Token]) -> Sequence[Token]:
    """Return the words before the first cue where a name is among them, else all."""
    for place, token in enumerate(outside):
        if is_cue(token) and any(before.is_name for before in outside[:place]):
            return outside[:place]
    return outside


def _leans(zone: Sequence[Token]) -> bool:
    return any(token.word in _PRONOUNS for token in zone) and not any(t.is_name for t in zone)
