"""Who reports a saying: "B quoted X as telling Y", "It said Adel said", "..., Norfa reported"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.quotes.addressees import told
from wireroom.engine.insight.quotes.arabic_subjects import checked
from wireroom.engine.insight.quotes.arabic_tables import NOUN_OF_SAYING
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.phrases_right import phrase_right
from wireroom.engine.insight.quotes.sentences import WORD, Token
from wireroom.engine.insight.quotes.word_tables import PASSIVE

_NEAR: Final = 6  # tokens from a speaker to "his saying": what describes them between commas
_LONGEST_CHAIN: Final = 3  # who said that who said; what is longer is no report


def with_quoted(tokens: Sequence[Token], found: list[Event], lang: str) -> list[Event]:
    """Turn "B quoted X as telling Y" into X telling Y, via B."""
    result: list[Event] = []
    skip_to = -1
    for event in found:
        if event.first <= skip_to:
            continue
        if event.manner == "quote":
            spoken = (_quoted if lang == "en" else _quoted_arabic)(tokens, event, lang)
            if spoken is None:
                continue
            event, skip_to = spoken, spoken.ends
        result.append(event)
    return result


def with_reporters(tokens: Sequence[Token], events: list[Event]) -> list[Event]:
    """Note who reports a saying: "It said Adel said ...", "Adel said ..., according to it"."""
    for earlier, later in pairwise(events):
        start = earlier.ends + 1
        if start < len(tokens) and tokens[start].lower == "that":
            start += 1
        nested = later.side == "L" and later.begins == start and not later.wants_subject
        if nested and earlier.subject is not None and later.subject is not None:
            later.via = [*later.via, earlier.subject, *earlier.via][:_LONGEST_CHAIN]
            earlier.outer = True
    _add_last_reporter(tokens, events)
    sources = [event for event in events if event.manner == "source" and event.subject]
    for event in events:
        if sources and event.manner != "source" and event.subject is not None:
            event.via = [*event.via, *(each.subject for each in sources if each.subject)]
    return events


def _add_last_reporter(tokens: Sequence[Token], events: list[Event]) -> None:
    """Note Norfa in "Adel said he would go, Norfa reported"."""
    if len(events) < 2:
        return
    last, reporter = events[-1], events[-1].subject
    is_report = tokens[last.first].lower in ("reported", "reports") and last.side == "L"
    at_end = all(token.kind != WORD for token in tokens[last.ends + 1 :])
    if is_report and at_end and reporter is not None and tokens[last.begins - 1].text == ",":
        for event in events[:-1]:
            event.via = [*event.via, reporter]
        last.silent = True


def _quoted(tokens: Sequence[Token], event: Event, lang: str) -> Event | None:
    passive = event.first > 0 and tokens[event.first - 1].lower in PASSIVE
    speaker = event.subject if passive else _target(tokens, event.last + 1, lang)
    if speaker is None:
        return None
    end = event.last if passive else max(speaker.last, speaker.reach)
    made = replace(event, subject=speaker, ends=end, manner="say", addressee=None)
    reporter = None if passive else event.subject
    place = end + 1
    while place < min(len(tokens), end + 12) and tokens[place].kind == WORD:
        lower = tokens[place].lower
        if lower == "by" and passive:
            reporter = phrase_right(tokens, place + 1, lang)
        elif lower in {"saying", "telling", "stating", "declaring"}:
            made.ends = place
            if lower == "telling":
                made.addressee = told(tokens, place + 1, lang)
                made.ends = made.addressee.last if made.addressee else place
        place += 1
    if not tokens[event.first].lower.startswith("quot") and made.ends == end:
        return None  # "cited safety concerns"
    made.via = [reporter] if reporter is not None else []
    return made


def _quoted_arabic(tokens: Sequence[Token], event: Event, lang: str) -> Event | None:
    """Turn "the agency relayed from X his saying that ..." into X saying, via the agency."""
    high = min(len(tokens), event.last + 10)
    place = next((at for at in range(event.last, high) if tokens[at].lower == "عن"), None)
    speaker = phrase_right(tokens, place + 1, lang) if place is not None else None
    if speaker is None:
        return None
    reach = range(speaker.first, min(len(tokens), speaker.last + _NEAR))
    saying = next((at for at in reach if tokens[at].lower in NOUN_OF_SAYING), None)
    end = speaker.last if saying is None else saying
    whole = checked(tokens, speaker)
    if whole is None:
        return replace(event, subject=None, manner="tell")
    made = replace(event, subject=whole, ends=end, side="R", manner="that", addressee=None)
    made.via = [event.subject] if event.subject is not None else []
    return made


def _target(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    if place < len(tokens) and tokens[place].lower in {"him", "her", "them"}:
        return Mention(place, place, "pronoun", place)
    return phrase_right(tokens, place, lang)
