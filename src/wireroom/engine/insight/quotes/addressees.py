"""Whom it is said to: "told reporters", "said to him"."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.name_runs import name_run_right
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.phrases_right import phrase_right
from wireroom.engine.insight.quotes.sentences import Token
from wireroom.engine.insight.quotes.wishes import EXPECTED
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS

# After these "to" opens what one is to do.
_TO_DO: Final = EXPECTED | {"agreed", "agrees"}
# Second nouns of those to whom things are said.
_GATHERINGS: Final = word_list(
    "conference agency briefing channel programme program service station hearing committee "
    "meeting website site show outlet magazine newspaper paper panel inquiry council court rally "
    "podcast broadcaster portal audience crowd summit forum assembly board commission"
)


def with_addressee(tokens: Sequence[Token], event: Event, lang: str) -> Event:
    """Find whom it is said to: "told reporters", "said to him"."""
    place = event.ends + 1
    if lang != "en" or place >= len(tokens):
        return event
    if event.manner in ("tell", "urge"):
        event.addressee = told(tokens, event.last + 1, lang) if event.side == "L" else None
    elif (
        tokens[place].lower == "to"
        and event.manner in ("say", "that")
        and tokens[event.last].lower not in _TO_DO
    ):
        event.addressee = told(tokens, place + 1, lang)
    if event.addressee is not None:
        event.ends = max(event.ends, event.addressee.last)
    return event


def _whole(tokens: Sequence[Token], last: int) -> int:
    """Return where "The Harbour Ledger" and "a news conference" end, of which `last` is a word."""
    if looks_like_name(tokens[last].text):
        return name_run_right(tokens, last, len(tokens))
    while last + 1 < len(tokens) and tokens[last + 1].lower in _GATHERINGS:
        last += 1
    return last


def told(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    """Return whom the words at a token name as told."""
    if place < len(tokens) and tokens[place].lower in {"him", "her", "them", "us", "me"}:
        return Mention(place, place, "pronoun", place)
    found = phrase_right(tokens, place, lang)
    if found is None:
        return None
    if found.kind == "phrase":
        last = found.first
        while last < found.last and tokens[last].lower in DETERMINERS.get(lang, ()):
            last += 1
        if tokens[last + 1 : last + 2] and tokens[last].lower.endswith(("ing", "ian", "ous", "al")):
            last += 1
        last = _whole(tokens, min(last, found.last))
        return Mention(found.first, last, "phrase", last)
    return found
