"""English cues that are no finite verbs: "Quill's claim that", "tried to suggest that"."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, looks_like_name, name_run_left
from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.shared_subjects import leaned_on
from wireroom.engine.insight.quotes.word_list import word_list

_NOUNS: Final = word_list(
    "announcement allegation allegations claim claims testimony statement warning suggestion "
    "assertion argument admission accusation accusations prediction insistence contention"
)
_OWNERS: Final = frozenset({"his", "her", "their"})
_INFINITIVES: Final = word_list(
    "say argue suggest claim insist warn explain complain predict allege acknowledge announce "
    "declare stress testify"
)
# What one does to say something; who declines, fails or hopes to say it says nothing.
_UNDERTAKING: Final = word_list("tried tries trying sought seeks went goes on continued began used")
_VIEWS: Final = frozenset({"view", "opinion"})


def find_noun_cues(tokens: Sequence[Token], found: Sequence[Event]) -> Iterator[Event]:
    """Yield the events of nouns, infinitives and views that a clause with "that" follows."""
    taken = {event.first for event in found}
    for that in range(2, len(tokens) - 1):
        place = that - 1
        if tokens[that].lower != "that" or place in taken:
            continue
        event = _event(tokens, place, found)
        if event is not None:
            yield event


def _event(tokens: Sequence[Token], place: int, found: Sequence[Event]) -> Event | None:
    word, before = tokens[place].lower, tokens[place - 1].lower
    if word in _NOUNS:
        return _owned(tokens, place)
    undertaken = word in _INFINITIVES and before == "to" and _is_undertaken(tokens, place - 2)
    viewed = word in _VIEWS and before == "the" and tokens[place - 2].lower == "of"
    return _leaning(tokens, place, found) if undertaken or viewed else None


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
