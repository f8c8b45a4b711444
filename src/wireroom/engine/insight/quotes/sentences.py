"""Words, points and marked stretches of a body, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import Final, NamedTuple

from wireroom.engine.insight.quotes.given_names import GIVEN
from wireroom.engine.insight.quotes.marks import Marked
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import NO_NAMES
from wireroom.engine.text.remembered import remembered

# Vowel signs of Arabic stand inside words, and few writers set them.
_VOWELS: Final = "\u064b-\u065f\u0670"
_REST: Final = rf"[\w{_VOWELS}]*(?:['’‘&\-‑][\w{_VOWELS}]+)*"
# Words of two letters and more come first: most are, and neither initials nor numbers.
_WORDS: Final = (
    rf"(?:Mr|Mrs|Ms|Dr|Messrs)\.(?=\s)|USA T(?:oday|ODAY)(?:['’]s)?|Under Secretary"
    rf"|[^\W\d_]\w{_REST}|(?:[A-Z]-)?(?:[A-Za-z]\.){{2,}}"
    rf"|\d+(?:[.,]\d+)+|\w{_REST}|\n\s*|[^\w\s]"
)
_TOKEN: Final = re.compile(f"({_WORDS})")
# French and Italian write short words on to the next; D'Amico is a name, L'ira is two words.
_ELIDING: Final = re.compile(
    r"((?<!\w)(?:[ldcsnmtj]|[LCSNMTJ]|[Qq]u|[Uu]n|(?:[Dd]e|[Aa]|[Nn]e|[Dd]a|[Ss]u)ll|[Qq]ue(?:st|ll)"
    rf"|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)['’](?=\w)|{_WORDS})"
)
_ELIDES: Final = frozenset({"fr", "it"})
_NO_VOWELS: Final = dict.fromkeys([*range(0x64B, 0x660), 0x670])
_ABBREVIATIONS: Final = word_list(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr no vs co inc corp ltd rev hon maj "
    "adm atty supt insp jan feb aug sept oct nov dec fig bzw ca nr m mme u.s u.k a.m p.m"
)
_MONTHS: Final = word_list(
    "januar februar märz april mai juni juli august september oktober november dezember"
)
_POINTED: Final = word_list("mr. mrs. ms. dr. messrs.")  # the point belongs to the word
_ACRONYMS: Final = frozenset({"WHO", "US", "IT", "UN"})  # which are small words in small letters
# What names and says nothing: party and state behind a name ("(D-N.J.)", ", R-Wis.,", "(R., Ark.)")
# and where it stands in a picture, a handle, a dateline ("ALDERNE, Norland (Norfa) - ").
_STATE: Final = r"[A-Z][A-Za-z.]{1,12}(?:\s[A-Z][a-z.]+)?"
_ASIDE: Final = re.compile(
    rf"\s\((?:[DRI]\.?(?:[-–]|,\s)?(?:{_STATE})?|left|right|pictured|cent(?:re|er)|@\w+(?=\)\s[^A-Z]))\)"
    rf"|,\s[DRI][-–]{_STATE}(?=,\s(?:the|an?|who|one|his|her)\s)|,\s[DRI][-–]{_STATE},(?=\s)"
    r"|^[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,30}(?:,\s[A-Z][\w. ]{1,20})?\s(?:\([^)\n]{1,30}\)\s)?[-–—]{1,2}\s",
    re.MULTILINE,
)
_GIVEN_NAME: Final = 20  # characters before a nickname that are looked at
_LONGEST: Final = 300  # tokens of a sentence; a list without points is cut here

WORD, POINT, QUOTED = "w", "p", "q"
_NO_MARK: Final = -1


class Token(NamedTuple):
    """One word, one punctuation mark or one marked stretch (kind q, `number` its index).

    `is_name` tells a word that is written as a name.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str
    number: int = _NO_MARK
    is_name: bool = False


# For a first look at all tokens of a sentence, without a step of Python for each.
LOWER_OF: Final = itemgetter(Token._fields.index("lower"))
KIND_OF: Final = itemgetter(Token._fields.index("kind"))


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence, and the number of its paragraph."""

    tokens: list[Token]
    paragraph: int
    has_quote: bool = field(default=False)


def find_sentences(body: str, marked: Sequence[Marked], lang: str) -> Iterator[Sentence]:
    """Yield the sentences; a marked stretch is one token of the sentence it stands in."""
    tokens: list[Token] = []
    paragraph, has_quote = 0, False
    kind = before = "n"
    for token in _tokens(body, marked, lang):
        before, kind = kind, token.kind
        if kind == "n":
            if tokens:
                yield Sentence(tokens, paragraph, has_quote)
                tokens, has_quote = [], False
            paragraph += 1
            continue
        # Most tokens follow a word, behind which no sentence ends: looked at before the call.
        may_break = tokens and (before != WORD or len(tokens) >= _LONGEST)
        if may_break and _breaks(tokens, token):
            yield Sentence(tokens, paragraph, has_quote)
            tokens, has_quote = [], False
        tokens.append(token)
        if kind == QUOTED:
            has_quote = True
    if tokens:
        yield Sentence(tokens, paragraph, has_quote)


def _tokens(body: str, marked: Sequence[Marked], lang: str) -> list[Token]:
    place, found = 0, list[Token]()
    for number, each in enumerate(marked):
        found += _without_asides(body, place, each.outer_start, lang)
        text = body[each.start : each.end]
        if not _is_nickname(body, each, text):
            found.append(Token(text, "", each.outer_start, each.outer_end, QUOTED, number))
        place = each.outer_end
    found += _without_asides(body, place, len(body), lang)
    return found


def _is_nickname(body: str, mark: Marked, text: str) -> bool:
    """Tell the Bob of 'Robert "Bob" Quill', which is left out as what stands in brackets is."""
    if not text[:1].isupper() or not text[-1:].isalpha() or text.count(" ") > 1:
        return False
    before = body[max(0, mark.outer_start - _GIVEN_NAME) : mark.outer_start].split()
    named = before and body[mark.outer_start - 1] == " " and before[-1].lower() in GIVEN
    return bool(named) and body[mark.outer_end : mark.outer_end + 2].strip()[:1].isupper()


def _without_asides(body: str, start: int, end: int, lang: str) -> list[Token]:
    """Return the tokens between two offsets, but not "(R-Norland)" behind a name."""
    found: list[Token] = []
    for aside in _ASIDE.finditer(body, start, end):
        found += plain_tokens(body, start, aside.start(), lang)
        start = aside.end()
    found += plain_tokens(body, start, end, lang)
    return found


def plain_tokens(body: str, start: int, end: int, lang: str) -> list[Token]:
    """Return the words and points between two offsets; kind "n" is a paragraph's end."""
    pieces = (_ELIDING if lang in _ELIDES else _TOKEN).split(body[start:end])  # a space, a token
    places = list(accumulate(map(len, pieces), initial=start))
    texts = pieces[1::2]
    new = tuple.__new__  # what Token() and Token._make() call in the end, at a third of the time
    return [
        new(Token, (text, lower, first, last, kind, _NO_MARK, is_name))
        for text, (lower, kind, is_name), first, last in zip(
            texts, map(_read, texts), places[1::2], places[2::2], strict=False
        )
    ]


@remembered(most=1 << 15)  # the commoner words of a day's news
def _read(text: str) -> tuple[str, str, bool]:
    """Return a token in small letters, its kind, and whether it is written as a name."""
    first = text[0]
    kind = WORD if first.isalnum() or first == "_" else "n" if first == "\n" else POINT
    lower = text if text in _ACRONYMS else text.lower()
    lower = lower[:-1] if lower in _POINTED else lower
    if not lower.isascii():
        lower = lower.translate(_NO_VOWELS) or lower
        lower = lower[:-1] + "'" if lower[-1] == "’" and kind == WORD else lower
    return lower, kind, kind == WORD and looks_like_name(text)


def _breaks(tokens: list[Token], following: Token) -> bool:
    """Tell whether a sentence ends between the tokens so far and the next one."""
    last = tokens[-1]
    if len(tokens) >= _LONGEST:
        return True
    if last.kind == WORD:
        return False
    if last.kind == POINT:
        if last.text in "!?؟…。":
            return following.kind == QUOTED or not following.text[0].islower()
        return last.text == "." and _point_ends(tokens, following)
    ending = last.text.rstrip("'’”\"")[-1:]
    if last.kind == QUOTED and ending and ending in ".!?…؟":
        if following.kind == QUOTED:
            return True
        if following.kind == WORD:
            return not following.text[0].islower() and (ending == "." or _is_opening(following))
    return False


def _is_opening(token: Token) -> bool:
    """Tell whether a word after a finished quote opens a new sentence.

    A name may be the quote's speaker ('"Why?" Smith asked'), so only the small words that
    open sentences end it here; what a name does is for the attribution to decide.
    """
    return token.lower in NO_NAMES and token.lower not in {"he", "she", "they", "it"}


def _point_ends(tokens: list[Token], following: Token) -> bool:
    before = tokens[-2] if len(tokens) > 1 else None
    if following.kind == WORD and following.text[0].islower():
        return False
    if before is None or before.end != tokens[-1].start:
        return not (following.text[0].isdigit() and following.start == tokens[-1].end)  # ".45"
    if before.kind == QUOTED or following.kind == POINT:
        return before.kind == QUOTED
    if before.text.isdigit() and len(before.text) <= 2 and following.lower in _MONTHS:
        return False  # "am 3. Januar"
    is_initial = len(before.text) == 1 and before.text.isupper()
    return not (is_initial or before.lower in _ABBREVIATIONS)
