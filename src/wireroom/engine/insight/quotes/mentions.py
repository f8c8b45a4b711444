"""Somebody as a sentence names them, and what is a title and what the name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from wireroom.engine.insight.quotes.given_names import GIVEN, MEN, WOMEN
from wireroom.engine.insight.quotes.people_tables import (
    BODY_NOUNS,
    GERMAN_ROLE,
    ORG_WORDS,
    PARTISANS,
    TITLES,
)
from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import PARTICLES

MentionKind = Literal["name", "pronoun", "phrase"]
LONGEST_PHRASE: Final = 8  # words
# French pronouns written on to their verb.
CLITICS: Final = ("-t-il", "-t-elle", "-il", "-elle", "-t-on", "-ils", "-elles")
# What joins two names to one subject.
JOINING: Final = frozenset({"and", "et", "y", "und", "e", "и"})
# What a Russian office is of ends so, and a patronymic so.
_GENITIVE: Final = frozenset("аяиыейго")
_PATRONYMICS: Final = ("вич", "вна", "ична")
# German women's offices end in "-in"; shorter words that do are as often names ("Kathrin").
_SHORTEST_IN: Final = 8
SOME: Final = word_list("some others many several both few one another most")


class Mention(NamedTuple):
    """Somebody as a sentence names them: token range, and whether it is a name or a pronoun.

    `reach` is where the whole noun phrase begins (or ends, right of its verb), with titles and
    modifiers that are no part of the name.
    """

    first: int
    last: int
    kind: MentionKind
    reach: int
    titled: str = ""


@lru_cache(maxsize=1 << 14)
def is_role(word: str, lang: str) -> bool:
    """Tell whether a word before a name says what somebody is: "Major-Gen", "presidents"."""
    lower = word.lower().rstrip(".").removesuffix("-elect").removesuffix("-designate")
    lower = lower.rsplit(" ", 1)[-1]  # "Under Secretary" is one
    if lower in TITLES or lower.removesuffix("s") in TITLES or lower.rsplit("-", 1)[-1] in TITLES:
        return True
    return lang == "de" and lower.endswith(GERMAN_ROLE)


def without_titles(tokens: Sequence[Token], first: int, last: int, lang: str) -> tuple[int, str]:
    """Return where the name proper begins in a run, and the title before it."""
    if first == last:
        return first, _title_before(tokens, first, lang)
    first += _is_partisan(tokens, first, last)
    is_body = tokens[last].lower in BODY_NOUNS  # "the Justice Department"
    for place in range(last - 1 - is_body, first - 1, -1):
        token = tokens[place]
        initial = place > first and len(token.text) == 1  # "Omar M. Quill" is no "M. Quill"
        if token.kind == WORD and not initial and is_role(token.text, lang):
            start = place + 1
            while start < last and tokens[start].kind != WORD:
                start += 1
            if last - start >= 2 and is_given(tokens[last - 1]) and _is_other(tokens[last - 2]):
                start = last - 1  # "Chief Anchor George Adel"
            return start, token.lower
    if last - first >= 2 and _is_office(tokens, first, last, lang):
        return max(first + 1, last - 1) if lang == "ru" else first + 1, tokens[first].lower
    led = first > 0 and tokens[first - 1].lower in ("der", "die")
    if lang == "de" and last - first >= 2 and led and is_given(tokens[first + 1]):
        return first + 1, tokens[first].lower  # "die Köchin Anna Quill"
    told = first > 0 and tokens[first - 1].text.islower() and is_role(tokens[first - 1].text, lang)
    other = last - first >= 2 and is_given(tokens[last - 1]) and _is_other(tokens[last - 2])
    if other and not told:  # "spokesman Farid Aziz Adel" has three names
        return last - 1, ""
    return first, _title_before(tokens, first, lang)


def _title_before(tokens: Sequence[Token], first: int, lang: str) -> str:
    is_titled = first > 0 and is_role(tokens[first - 1].text, lang)
    return tokens[first - 1].lower if is_titled else ""


def _is_partisan(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "Republican Adel" from "Republican Party" and "Republican National Committee"."""
    return (
        first < last
        and tokens[first].lower in PARTISANS
        and all(
            token.lower.removesuffix("s") not in ORG_WORDS for token in tokens[first + 1 : last + 1]
        )
    )


def _is_office(tokens: Sequence[Token], first: int, last: int, lang: str) -> bool:
    """Tell "Port-Vorsteherin Ada Quill" and, after "президент", "Норландии Ада Квилл"."""
    opening = tokens[first].text
    if lang == "de":
        before, joined, noun = opening.rpartition("-")
        follows = tokens[first + 1].text[:1].isupper() and before.lower() not in GIVEN
        return follows and bool(joined) and _is_german_office(noun, tokens[first + 1])
    if lang == "ru" and first > 0:
        own = tokens[last - 1].lower.endswith(_PATRONYMICS)
        led = is_role(tokens[first - 1].text, lang)
        return led and not own and opening[-1].lower() in _GENITIVE
    return False


def _is_german_office(noun: str, follows: Token) -> bool:
    """Tell whether a noun joined by a hyphen is an office, and no second given name.

    "Hafenwartin" by its ending, "Spitzenkandidat" by the given name behind it; "Jo-Anne Morbach"
    has neither.
    """
    if not noun[:1].isupper() or noun.lower() in GIVEN:
        return False
    is_hers = len(noun) >= _SHORTEST_IN and noun.endswith("in")
    return is_role(noun, "de") or is_hers or is_given(follows)


def _is_other(token: Token) -> bool:
    """Tell whether a word before a given name is no other given name or initial."""
    joined = token.lower in PARTICLES
    return token.kind == WORD and len(token.text) > 2 and not is_given(token) and not joined


def is_given(token: Token) -> bool:
    """Tell a given name."""
    return token.lower in MEN or token.lower in WOMEN


def uncontracted(word: str) -> str:
    """Return "he" of "he'd" and "we" of "we've"."""
    if word.endswith(("'d", "’d", "'s", "’s")):
        return word[:-2]
    return word[:-3] if word.endswith(("'ve", "’ve", "'re", "’re", "'ll", "’ll")) else word
