"""English adjectives that tell what somebody thinks: "she is confident that it holds"."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.quotes.clauses import starts_clause
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.sentences import LOWER_OF, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.subjects import find_subject
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import PRONOUNS

MINDS: Final = word_list(
    "adamant afraid angry certain concerned confident convinced critical disappointed doubtful "
    "fearful frustrated glad hopeful insistent optimistic pessimistic proud sceptical skeptical "
    "sorry sure surprised unconvinced unsure wary worried"
)
_BEING: Final = word_list("is are was were be been remain remains remained")
_ABOUT: Final = frozenset({"about", "of", "over", "at", "by"})
_CONTRACTED: Final = ("'s", "’s", "'re", "’re", "'m", "’m")
_DEGREES: Final = 2  # words between "is" and its adjective: "still very"


def find_adjective_cues(tokens: Sequence[Token], found: Sequence[Event]) -> Iterator[Event]:
    """Yield the events of adjectives that "that" follows, or words of which some are marked."""
    if MINDS.isdisjoint(map(LOWER_OF, tokens)):
        return
    places = [at for at, token in enumerate(tokens[:-1]) if token.lower in MINDS]
    quotes = any(token.kind == QUOTED for token in tokens)
    taken = {event.last for event in found}
    for place in places:
        after = tokens[place + 1].lower
        if place in taken:
            continue
        told = after == "that" or starts_clause(tokens, place + 1)
        event = _event(tokens, place, found) if told or (quotes and after in _ABOUT) else None
        if event is not None:
            yield event


def _event(tokens: Sequence[Token], place: int, found: Sequence[Event]) -> Event | None:
    for verb in range(place - 1, max(-1, place - _DEGREES - 2), -1):
        if tokens[verb].kind != WORD:
            return None
        event = Event(verb, place, "that", begins=verb, ends=place)
        if tokens[verb].lower.endswith(_CONTRACTED):
            event.subject = _contracted(tokens, verb)
            return event if event.subject is not None else None
        if tokens[verb].lower in _BEING:
            find_subject(tokens, event, list(found), "en")
            return event if _is_minded(tokens, event, found) else None
    return None


def _contracted(tokens: Sequence[Token], place: int) -> Mention | None:
    """Return "he" of "he's"."""
    kind = PRONOUNS["en"].get(tokens[place].lower.replace("’", "'").split("'", 1)[0])
    return Mention(place, place, "pronoun", place) if kind in ("m", "f", "p") else None


def _is_minded(tokens: Sequence[Token], event: Event, found: Sequence[Event]) -> bool:
    """Tell who thinks from "it is sure that", and from "said he was sure", which is said."""
    subject = event.subject
    if subject is None or event.side != "L" or tokens[subject.first].lower == "it":
        return False
    return all(other.ends not in (event.begins - 1, event.begins - 2) for other in found)
