"""Verbs of any meaning that tag speech by where they stand: “It leaks,” Quill chimed in."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_right
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.people_tables import ACTORS, TELLING
from wireroom.engine.insight.quotes.sentences import KIND_OF, POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_tables import NP_ENDS, PRONOUNS

_VERB_ENDINGS: Final = ("ed", "s", "read")
_ROLES: Final = ACTORS | TELLING


def find_tags(tokens: Sequence[Token], found: Sequence[Event]) -> Iterator[Event]:
    """Yield the English tags of speech among tokens where no verb of saying was found."""
    if QUOTED not in map(KIND_OF, tokens):
        return
    taken = {place for event in found for place in range(event.begins, event.ends + 1)}
    for at, token in enumerate(tokens):
        if token.kind == QUOTED and token.text[-1:] in ",?!":
            event = _tag(tokens, at + 1)
            if event is not None and event.first not in taken:
                yield event


def _tag(tokens: Sequence[Token], start: int) -> Event | None:
    if start + 1 >= len(tokens) or tokens[start].kind != WORD:
        return None
    subject = _who(tokens, start)
    if subject is None:
        return None
    verb = subject.last + 1
    if verb < len(tokens) and tokens[verb].text.endswith("ly") and tokens[verb].text.islower():
        verb += 1  # "he aptly summarizes"
    is_owner = tokens[subject.last].text.endswith(POSSESSIVE)
    if is_owner or verb >= len(tokens) or tokens[verb].kind == POINT:
        return None
    word = tokens[verb].lower
    back = verb + 1 < len(tokens) and tokens[verb + 1].lower == "back"  # "he shot back"
    if not (back or word.endswith(_VERB_ENDINGS)) or word in NP_ENDS or tokens[verb].kind != WORD:
        return None
    return Event(verb, verb, "that", subject, begins=start, ends=verb)


def _who(tokens: Sequence[Token], start: int) -> Mention | None:
    """Return he, a name, "the Daily Post" or "the judge" that begins at a token."""
    token = tokens[start]
    if token.lower in PRONOUNS["en"]:
        reads = start + 1 < len(tokens) and tokens[start + 1].lower in ("read", "reads")
        it = token.lower == "it" and not reads
        return None if it else Mention(start, start, "pronoun", start)
    first = start + (token.lower == "the")
    if looks_like_name(tokens[first].text):
        last = name_run_right(tokens, first, len(tokens))
        named, title = without_titles(tokens, first, last, "en")
        return Mention(named, last, "name", start, title)
    is_known = first > start and tokens[first].lower in _ROLES
    return Mention(start, first, "phrase", start) if is_known else None
