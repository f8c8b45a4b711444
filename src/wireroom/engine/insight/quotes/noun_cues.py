"""English cues that are no finite verbs: "Quill's claim that", "tried to suggest that"."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.sentences import LOWER_OF, WORD, Token
from wireroom.engine.insight.quotes.shared_subjects import leaned_on
from wireroom.engine.insight.quotes.subjects import find_subject
from wireroom.engine.insight.quotes.word_list import word_list

_NOUNS: Final = word_list(
    "announcement allegation allegations claim claims testimony statement warning suggestion "
    "assertion argument admission accusation accusations prediction insistence contention belief "
    "conclusion promise pledge threat fear fears concern concerns hope hopes complaint complaints"
)
_OWNERS: Final = frozenset({"his", "her", "their"})
_INFINITIVES: Final = word_list(
    "say argue suggest claim insist warn explain complain predict allege acknowledge announce "
    "declare stress testify believe think admit confirm deny concede reveal note emphasize add "
    "write conclude indicate"
)
# What one does to say something; who declines, fails or hopes to say it says nothing.
_UNDERTAKING: Final = word_list(
    "tried tries trying sought seeks went goes on continued began used seems seemed appears "
    "appeared continues came"
)
THAT: Final = "that"
_VIEWS: Final = frozenset({"view", "opinion"})
# What one does with a claim or a fear to say it.
_VOICING: Final = word_list(
    "express expresses expressed expressing voice voices voiced voicing "
    "share shares shared repeat repeats repeated repeating issue issues issued issuing "
    "make makes made making air airs aired reiterate reiterates reiterated gave give gives"
)
_VOICED: Final = _NOUNS | word_list(
    "doubt doubts confidence optimism worry worries suspicion suspicions alarm regret opinion view "
    "frustration disappointment"
)
_VERBS: Final = word_list("is was has had would will could can may made led came says said")
_BETWEEN: Final = 4  # tokens from "voiced" to the "fears" that are voiced
# Whom these lead to say something says it: "led Adel to claim that".
_CAUSING: Final = word_list(
    "allowed led prompted caused moved compelled forced allows leads leading"
)


def find_noun_cues(tokens: Sequence[Token], found: Sequence[Event]) -> Iterator[Event]:
    """Yield the events of nouns, infinitives and views that a clause with "that" follows."""
    if THAT not in map(LOWER_OF, tokens):
        return
    thats = [at for at, token in enumerate(tokens[:-1]) if token.lower == THAT and at > 1]
    if not thats:
        return
    taken = {event.first for event in found}
    for that in thats:
        place = that - 1
        if place in taken or _is_relative(tokens[that + 1]):
            continue
        event = _event(tokens, place, found)
        if event is not None:
            yield event


def _is_relative(after: Token) -> bool:
    """Tell "a statement that appeared" from "a statement that it leaks"."""
    return after.text.islower() and (after.lower.endswith("ed") or after.lower in _VERBS)


def _event(tokens: Sequence[Token], place: int, found: Sequence[Event]) -> Event | None:
    word, before = tokens[place].lower, tokens[place - 1].lower
    if word in _INFINITIVES and before == "to" and (led := _led(tokens, place - 2)) is not None:
        return Event(place, place, "that", led, begins=led.reach, ends=place)
    voiced = _voiced(tokens, place, found) if word in _VOICED else None
    if voiced is not None or word in _NOUNS:
        return voiced or _owned(tokens, place)
    undertaken = word in _INFINITIVES and before == "to" and _is_undertaken(tokens, place - 2)
    viewed = word in _VIEWS and before == "the" and tokens[place - 2].lower == "of"
    return _leaning(tokens, place, found) if undertaken or viewed else None


def _voiced(tokens: Sequence[Token], noun: int, found: Sequence[Event]) -> Event | None:
    """Return the event of "officials voiced fears that it leaks"."""
    low = max(0, noun - _BETWEEN)
    verb = next((at for at in range(noun - 1, low - 1, -1) if tokens[at].lower in _VOICING), None)
    if verb is None or any(token.kind != WORD for token in tokens[verb:noun]):
        return None
    known = next((event.subject for event in found if event.last == verb), None)
    probe = Event(verb, verb, "that", known, begins=verb, ends=noun)
    if known is None:
        find_subject(tokens, probe, list(found), "en")
    if probe.subject is None or probe.side != "L":
        return None
    return Event(noun, noun, "that", probe.subject, begins=verb, ends=noun)


def _led(tokens: Sequence[Token], last: int) -> Mention | None:
    """Return Adel of "led Adel to claim"."""
    if last < 1 or not tokens[last].is_name:
        return None
    first = name_run_left(tokens, last)
    if not first or tokens[first - 1].lower not in _CAUSING:
        return None
    named, title = without_titles(tokens, first, last, "en")
    return Mention(named, last, "name", first, title)


def _owned(tokens: Sequence[Token], noun: int) -> Event | None:
    """Return the event of "Quill's claim": where it leads its sentence, more follows the clause."""
    owner = tokens[noun - 1]
    if owner.lower in _OWNERS:
        first, subject = noun - 1, Mention(noun - 1, noun - 1, "pronoun", noun - 1)
    elif owner.text.endswith(POSSESSIVE) and looks_like_name(owner.text):
        first = name_run_left(tokens, noun - 1)
        named, title = without_titles(tokens, first, noun - 1, "en")
        subject = Mention(named, noun - 1, "name", first, title)
    else:
        return None
    leads = all(token.kind != WORD for token in tokens[:first])
    return Event(noun, noun, "that", subject, begins=first, ends=noun, silent=leads)


def _is_undertaken(tokens: Sequence[Token], before: int) -> bool:
    return before >= 0 and tokens[before].lower in _UNDERTAKING


def _leaning(tokens: Sequence[Token], place: int, found: Sequence[Event]) -> Event | None:
    subject = leaned_on(tokens, place, [event for event in found if event.first < place], "en")
    if subject is None:
        return None
    return Event(place, place, "that", subject, begins=place, ends=place, wants_subject=True)
