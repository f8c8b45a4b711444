"""Speakers whom no verb of saying names: "Adel was blunt: “It leaks.”", "Adel shrugs. “No.”"."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.quotes.cast import Cast, mention_text
from wireroom.engine.insight.quotes.mentions import Mention, is_role, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left, name_run_right
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.phrases_right import phrase_right
from wireroom.engine.insight.quotes.salience import INSIDE, weight_of
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, PRONOUNS

_BESIDE: Final = 1.0  # weight of a mention that leads no clause
_WORDS_OF: Final = word_list("tweet post letter statement message note email reply response memo")
_ROLE_WORDS: Final = 4  # of a role with its article
_DESCRIBED: Final = 8  # tokens from a name to the role behind its comma
_FEWEST_TOLD: Final = 3  # tokens: the comma, an article and the role
_FIRST_WORDS: Final = 10  # tokens in which a sentence's subject stands


def introducer(cast: Cast, tokens: Sequence[Token], at: int) -> Mention | None:
    """Return who leads the clause that a colon closes before the marked words at `at`."""
    low = max((place + 1 for place in range(at) if tokens[place].kind == QUOTED), default=0)
    owner = _owner(cast, tokens, low, at)
    if owner is not None:
        return owner
    if low < at - 1 and looks_like_name(tokens[low].text):
        last = name_run_right(tokens, low, at)
        if last == at - 2:  # "Quill: “It leaks.”"
            named, title = without_titles(tokens, low, last, cast.lang)
            return Mention(named, last, "name", last, title)
    found = list(_leading(cast, tokens, low, at))
    return found[-1] if found else None


def _owner(cast: Cast, tokens: Sequence[Token], low: int, at: int) -> Mention | None:
    """Return whose words they are: "Quill's letter, dated May, reads:", "a note from Quill:"."""
    for place in range(low, at):
        if tokens[place].lower not in _WORDS_OF or not place:
            continue
        before = tokens[place - 1]
        if before.text.endswith(POSSESSIVE) and looks_like_name(before.text):
            first = name_run_left(tokens, place - 1, low)
            named, title = without_titles(tokens, first, place - 1, cast.lang)
            return Mention(named, place - 1, "name", first, title)
        if tokens[place + 1].lower in ("from", "by"):
            return phrase_right(tokens, place + 2, cast.lang)
    return None


def signer(tokens: Sequence[Token], at: int, lang: str) -> Mention | None:
    """Return who signs a quote that is a sentence of its own: “It leaks.” — Mayor Quill."""
    first, last = at + 2, len(tokens) - 1
    while last > first and tokens[last].kind == POINT:
        last -= 1
    if at or first > last or tokens[at + 1].text not in "—–-" or tokens[first].kind != WORD:
        return None
    comma = next((place for place in range(first, last) if tokens[place].text == ","), last + 1)
    if name_run_right(tokens, first, comma) != comma - 1 or not looks_like_name(tokens[first].text):
        return None
    named, title = without_titles(tokens, first, comma - 1, lang)
    return Mention(named, comma - 1, "name", comma - 1, title)


def lead_of(cast: Cast, tokens: Sequence[Token]) -> Mention | None:
    """Return who leads a sentence, where it is somebody known or a pronoun."""
    high = min(len(tokens), _FIRST_WORDS)
    role = _leading_role(cast, tokens)
    return role or next(
        (each for each in _leading(cast, tokens, 0, high) if each.first < high), None
    )


def _leading_role(cast: Cast, tokens: Sequence[Token]) -> Mention | None:
    """Return "the president" of a sentence that it opens."""
    if not tokens or tokens[0].lower not in DETERMINERS.get(cast.lang, ()):
        return None
    for place in range(1, min(len(tokens) - 1, _ROLE_WORDS)):
        ends = not tokens[place + 1].is_name
        if is_role(tokens[place].text, cast.lang) and ends:
            return Mention(0, place, "phrase", 0)
    return None


def _leading(cast: Cast, tokens: Sequence[Token], low: int, high: int) -> Iterator[Mention]:
    pronouns = PRONOUNS.get(cast.lang, {})
    place = low
    while place < high:
        token = tokens[place]
        if token.kind != WORD:
            place += 1
        elif pronouns.get(token.lower) in ("m", "f") and _opens(cast, tokens, place):
            yield Mention(place, place, "pronoun", place)
            place += 1
        elif token.is_name:
            last = name_run_right(tokens, place, high)
            found = _person(cast, tokens, place, last)
            if found is not None:
                yield found
            place = last + 1
        else:
            place += 1


def _opens(cast: Cast, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a pronoun leads its clause; a German one may stand behind its verb."""
    before = tokens[place - 1] if place else None
    return before is None or before.kind == POINT or cast.lang == "de" or before.lower in _JOINS


_JOINS: Final = frozenset(
    {"and", "but", "yet", "then", "still", "as", "while", "et", "mais", "y", "pero", "e"}
)


def _is_modifier(token: Token, lang: str) -> bool:
    return token.lower in DETERMINERS.get(lang, ()) or is_role(token.text, lang)


def _person(cast: Cast, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
    weight = weight_of(tokens, first, cast.lang)
    inverted = cast.lang == "de" and weight > INSIDE  # "gibt Präsidentin Quill vor"
    if tokens[last].text.endswith(POSSESSIVE) or not (weight > _BESIDE or inverted):
        return None
    before = tokens[first - 1] if first else None
    apart = before is None or before.kind == POINT or before.lower in _JOINS
    if not (apart or inverted) and before is not None and not _is_modifier(before, cast.lang):
        return None  # "the case Ada Quill"
    named, title = without_titles(tokens, first, last, cast.lang)
    mention = Mention(named, last, "name", last, title)
    full = cast.fullest(mention_text(mention, tokens))
    told = title or cast.gender(full) or full in cast.genders
    return mention if told or (last > named and _is_described(cast, tokens, last)) else None


def _is_described(cast: Cast, tokens: Sequence[Token], last: int) -> bool:
    """Tell a person by what follows the name: "Ada Quill, the port's director,"."""
    near = tokens[last + 1 : last + _DESCRIBED]
    if len(near) < _FEWEST_TOLD or near[0].text != ",":
        return False
    led = near[1].lower in DETERMINERS.get(cast.lang, ())
    return led and any(is_role(token.text, cast.lang) for token in near[2:])
