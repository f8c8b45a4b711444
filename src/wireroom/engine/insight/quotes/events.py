"""Who says something in a sentence, and where: verbs of saying with subject and addressee."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.quotes.cue_tables import CUES, FIRM_PHRASES, SOURCE_PHRASES
from wireroom.engine.insight.quotes.mentions import (
    Mention,
    looks_like_name,
    name_run_right,
    phrase_left,
    phrase_right,
    without_titles,
)
from wireroom.engine.insight.quotes.people_tables import BODY_NOUNS, PERSON_ROLES
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.word_tables import (
    BETWEEN,
    DETERMINERS,
    NP_ENDS,
    PASSIVE,
)

_NEGATIONS: Final = frozenset("not never neither nor to".split())
_CLITICS: Final = ("-t-il", "-t-elle", "-il", "-elle", "-t-on", "-ils", "-elles")
_AFTER_SUBJECT: Final = frozenset(
    "in of at on during to after as who from with for while when told that before by adding".split()
)
_CLOSING: Final = frozenset(".,;:!?—–-…،")
_AND: Final = frozenset({"and", "but", "or", "et", "y", "und", "e"})
_FEWEST_STEM: Final = 4  # letters of an Arabic verb under its conjunction


@dataclass(slots=True)
class Event:
    """A verb (or phrase) of saying at tokens `first` to `last`, and who says it.

    `side` is where the subject stands: L before, R after. `begins` and `ends` bound verb,
    subject and addressee together. `wants_subject` marks a verb that leans on an earlier one
    ("adding"). `via` are those who report the saying.
    """

    first: int
    last: int
    manner: str
    subject: Mention | None = None
    side: str = "L"
    begins: int = 0
    ends: int = 0
    wants_subject: bool = False
    addressee: Mention | None = None
    via: list[Mention] = field(default_factory=list)
    silent: bool = False


@cache
def cue_words(lang: str) -> dict[str, str]:
    """Return every cue of a language with its manner."""
    return {
        word: manner
        for manner, listed in CUES.get(lang, CUES["en"]).items()
        for word in listed.split()
    }


@cache
def _phrases(lang: str) -> dict[str, list[list[str]]]:
    by_first: dict[str, list[list[str]]] = {}
    for phrase in SOURCE_PHRASES.get(lang, ()):
        parts = phrase.split()
        by_first.setdefault(parts[0], []).append(parts)
    return by_first


def find_events(tokens: Sequence[Token], lang: str) -> list[Event]:
    """Return the events of a sentence in reading order."""
    cues, phrases = cue_words(lang), _phrases(lang)
    found: list[Event] = []
    for place, token in enumerate(tokens):
        if token.kind != WORD:
            continue
        manner = cues.get(token.lower) or _bent(token.lower, lang, cues)
        if manner:
            event = _verb_event(tokens, place, manner, lang, found)
            if event is not None:
                found.append(event)
        elif (word := _unjoined(token.lower, lang)) in phrases:
            event = _phrase_event(tokens, place, phrases[word], lang)
            if event is not None:
                found.append(event)
    return _with_reporters(tokens, _with_quoted(tokens, found, lang))


def _bent(word: str, lang: str, cues: dict[str, str]) -> str | None:
    """Return the manner of a cue written with a conjunction (Arabic) or a pronoun (French)."""
    if lang == "ar" and word[0] in "وف" and len(word) >= _FEWEST_STEM:
        return cues.get(word[1:])
    if lang == "fr" and "-" in word:
        for ending in _CLITICS:
            if word.endswith(ending):
                return cues.get(word.removesuffix(ending))
    return None


def _unjoined(word: str, lang: str) -> str:
    """Return an Arabic word without the conjunction written on to it."""
    return word[1:] if lang == "ar" and word[0] == "و" and word[1:2] not in ("ف", "") else word


def _verb_event(
    tokens: Sequence[Token], place: int, manner: str, lang: str, found: list[Event]
) -> Event | None:
    event = Event(place, place, manner, begins=place, ends=place)
    if lang == "en":
        if _is_not_said(tokens, place):
            asked = tokens[place].lower in ("asked", "told") and tokens[place - 1].lower in PASSIVE
            return event if asked else None
        if tokens[place].lower.endswith("ing") and not _is_progressive(tokens, place):
            event.wants_subject = True
            event.subject = _leaned_on(tokens, place, found, lang)
            return _with_addressee(tokens, event, lang)
    _find_subject(tokens, event, found, lang)
    if event.subject is None and found and place == found[-1].ends + 1:
        return None
    return _with_addressee(tokens, event, lang)


def _is_not_said(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an English form is passive, denied or no verb of the sentence's."""
    word, before = tokens[place].lower, tokens[place - 1].lower if place else ""
    earlier = tokens[place - 2].lower if place > 1 else ""
    if before in PASSIVE or (earlier in PASSIVE and before.endswith("ly")):
        return not word.endswith("ing") and word != "quoted"
    if before in _NEGATIONS or before.endswith(("n't", "n’t")):
        return True
    noun_like = word in {"claims", "reports", "comments", "warns", "shares", "details", "calls",
                         "estimates", "hopes", "demands", "requests", "quotes", "notes", "states",
                         "posted", "hints", "counters", "promises", "pledges"}  # fmt: skip
    nouns_before = DETERMINERS["en"] | NP_ENDS
    if noun_like and (before in nouns_before or earlier in DETERMINERS["en"] or not place):
        return True
    return before in {"the", "a", "an", "as"} and not word.endswith("ing")


def _is_progressive(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].lower in PASSIVE | {"is", "keep", "kept"}


def _leaned_on(
    tokens: Sequence[Token], place: int, found: list[Event], lang: str
) -> Mention | None:
    """Return the subject that a participle shares with the verb before it."""
    for event in reversed(found):
        if event.subject is not None and event.manner != "source":
            return event.subject
    return leading_mention(tokens, place, lang)


def leading_mention(tokens: Sequence[Token], high: int, lang: str) -> Mention | None:
    """Return who the sentence's first noun phrase names, before token `high`."""
    for place in range(min(high, len(tokens))):
        token = tokens[place]
        if token.kind == QUOTED:
            return None
        if token.kind == WORD and looks_like_name(token.text):
            last = name_run_right(tokens, place, high)
            named, title = without_titles(tokens, place, last, lang)
            if not tokens[last].text.endswith(("'s", "’s")):
                return Mention(named, last, "name", last, title)
            continue
        if token.kind == WORD and token.lower not in NP_ENDS and not token.lower.endswith("ing"):
            mention = phrase_right(tokens, place, lang)
            if mention is not None and mention.kind != "phrase":
                return mention
            if mention is not None:
                known = tokens[mention.last].lower in PERSON_ROLES | BODY_NOUNS
                return mention if known else None
    return None


def _find_subject(tokens: Sequence[Token], event: Event, found: list[Event], lang: str) -> None:
    word = tokens[event.first].lower
    if lang == "fr" and word.endswith(_CLITICS):
        event.subject = Mention(event.first, event.first, "pronoun", event.first)
        event.side = "R"
        return
    if lang == "ar":
        if not _set_right(event, phrase_right(tokens, event.last + 1, lang)):
            event.subject = _arabic_topic(tokens, event.first)
        return
    before = event.first - 1
    skipped = BETWEEN.get(lang, frozenset())
    while before >= 0 and tokens[before].kind == WORD and (
        tokens[before].lower in skipped or tokens[before].lower.endswith("ly")
    ):
        before -= 1
    if before > 1 and tokens[before].kind == WORD and tokens[before].lower in {"who", "qui"}:
        before -= 2 if tokens[before - 1].kind == POINT else 1
        event.subject = phrase_left(tokens, before, lang)
        return
    if before >= 0 and tokens[before].lower in _AND:
        event.subject = _leaned_on(tokens, before, found, lang)
        return
    at_start = before < 0 or tokens[before].kind == QUOTED or tokens[before].text in ",—–-:;."
    subject = None
    if before >= 0 and tokens[before].text in ",—–)":
        subject = _apposed(tokens, before, lang)
    if at_start and _may_invert(tokens, event, before):
        inverted = _inverted(tokens, event, lang)
        better = inverted is not None and (inverted.kind == "name" or subject is None)
        if (subject is None or subject.kind != "name" or better) and _set_right(event, inverted):
            return
    if before < 0 or tokens[before].kind == QUOTED:
        return
    if tokens[before].kind == WORD:
        subject = phrase_left(tokens, before, lang, _after_quote(tokens, before))
    if subject is not None:
        event.subject, event.begins = subject, min(subject.reach, subject.first)


def _arabic_topic(tokens: Sequence[Token], verb: int) -> Mention | None:
    """Return X of "as for X, he called ..." and of a subject right before its verb."""
    if tokens[0].lower in ("أما", "وأما"):
        last = 1
        while last < verb and tokens[last].kind == WORD:
            last += 1
        return Mention(1, last - 1, "name", last - 1) if last > 1 else None
    return None


def _set_right(event: Event, subject: Mention | None) -> bool:
    if subject is None:
        return False
    event.subject, event.side, event.ends = subject, "R", max(subject.reach, subject.last)
    return True


def _inverted(tokens: Sequence[Token], event: Event, lang: str) -> Mention | None:
    """Return the subject after its verb, if what follows it leaves it no other verb."""
    start = event.last + 1
    while start < len(tokens) and tokens[start].lower.endswith("ly"):
        start += 1
    subject = phrase_right(tokens, start, lang)
    if subject is None:
        return None
    after = max(subject.reach, subject.last) + 1
    closed = after >= len(tokens) or tokens[after].text in _CLOSING
    if after < len(tokens) and tokens[after].kind == QUOTED:
        closed = subject.kind != "phrase"
    if lang != "en":
        return subject if closed or tokens[after].kind == WORD else None
    if subject.kind == "phrase" and not _is_somebody(tokens, subject):
        return None
    return subject if closed or tokens[after].lower in _AFTER_SUBJECT else None


def _may_invert(tokens: Sequence[Token], event: Event, before: int) -> bool:
    """Tell whether a verb's subject can follow it; "told reporters" has its object there."""
    if event.manner not in ("tell", "urge", "call"):
        return True
    while before >= 0 and tokens[before].text in _CLOSING:
        before -= 1
    return before >= 0 and tokens[before].kind == QUOTED


def _is_somebody(tokens: Sequence[Token], phrase: Mention) -> bool:
    last = tokens[phrase.last].lower
    return (
        tokens[phrase.first].lower in DETERMINERS["en"]
        or last in PERSON_ROLES | BODY_NOUNS
        or last.endswith("s")
    )


def _after_quote(tokens: Sequence[Token], place: int) -> int:
    while place > 0 and tokens[place - 1].kind != QUOTED:
        place -= 1
    return place


def _apposed(tokens: Sequence[Token], comma: int, lang: str) -> Mention | None:
    """Return the subject before what stands between commas: "X, a teacher, said"."""
    low, end, tries = _after_quote(tokens, comma), comma, 0
    whole = phrase_left(tokens, comma - 1, lang, low) if comma > low else None
    while tries < 3:
        start = end - 1
        while start > low and tokens[start].text not in ",—–(":
            start -= 1
        if start <= low or tokens[start].text not in ",—–(":
            break
        head = phrase_left(tokens, start - 1, lang, low)
        if whole is not None and whole.kind == "name" and whole.first == start + 1:
            if head is None or head.kind != "name" or whole.last > whole.first:
                return replace(whole, reach=head.reach if head else whole.reach)
        if head is not None and (head.kind != "phrase" or tries == 2 or _is_aside(tokens, start)):
            return head
        end, tries = start, tries + 1
    return None


def _is_aside(tokens: Sequence[Token], comma: int) -> bool:
    after = tokens[comma + 1].lower
    return after in DETERMINERS["en"] or after in {"who", "which"} or after[0].isdigit()


def _phrase_event(
    tokens: Sequence[Token], place: int, phrases: list[list[str]], lang: str
) -> Event | None:
    for parts in phrases:
        end = place + len(parts)
        if [_unjoined(token.lower, lang) for token in tokens[place:end]] != parts:
            continue
        firm = " ".join(parts) in FIRM_PHRASES
        if not firm and not _near_quote(tokens, place):
            return None
        subject = phrase_right(tokens, end, lang)
        if subject is None:
            return None
        event = Event(place, end - 1, "source", subject, "R", place, max(subject.reach, subject.last))
        return event
    return None


def _near_quote(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a weak source phrase ("so X", "pour X") comes right after a quote."""
    before = place - 1
    while before >= 0 and tokens[before].kind == POINT:
        before -= 1
    return before >= 0 and tokens[before].kind == QUOTED


def _with_addressee(tokens: Sequence[Token], event: Event, lang: str) -> Event:
    """Find whom it is said to: "told reporters", "said to him"."""
    place = event.ends + 1
    if lang != "en" or place >= len(tokens):
        return event
    if event.manner in ("tell", "urge"):
        event.addressee = _object(tokens, event.last + 1, lang) if event.side == "L" else None
    elif tokens[place].lower == "to" and event.manner in ("say", "that"):
        event.addressee = _object(tokens, place + 1, lang)
    if event.addressee is not None:
        event.ends = max(event.ends, event.addressee.last)
    return event


def _object(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
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
        return Mention(found.first, min(last, found.last), "phrase", min(last, found.last))
    return found


def _with_quoted(tokens: Sequence[Token], found: list[Event], lang: str) -> list[Event]:
    """Turn "B quoted X as telling Y" into X telling Y, via B."""
    result: list[Event] = []
    skip_to = -1
    for event in found:
        if event.first <= skip_to:
            continue
        if event.manner == "quote" and lang == "en":
            spoken = _quoted(tokens, event, lang)
            if spoken is None:
                continue
            event, skip_to = spoken, spoken.ends
        result.append(event)
    return result


def _with_reporters(tokens: Sequence[Token], events: list[Event]) -> list[Event]:
    """Note who reports a saying: "It said Adel said ...", "Adel said ..., according to it"."""
    for earlier, later in pairwise(events):
        start = earlier.ends + 1
        if start < len(tokens) and tokens[start].lower == "that":
            start += 1
        nested = later.side == "L" and later.begins == start and not later.wants_subject
        if nested and earlier.subject is not None and later.subject is not None:
            later.via = [*later.via, earlier.subject, *earlier.via]
            earlier.silent = True
    sources = [event for event in events if event.manner == "source" and event.subject]
    for event in events:
        if sources and event.manner != "source" and event.subject is not None:
            event.via = [*event.via, *(each.subject for each in sources if each.subject)]
    return events


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
                made.addressee = _object(tokens, place + 1, lang)
                made.ends = made.addressee.last if made.addressee else place
        place += 1
    made.via = [reporter] if reporter is not None else []
    return made


def _target(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    if place < len(tokens) and tokens[place].lower in {"him", "her", "them"}:
        return Mention(place, place, "pronoun", place)
    return phrase_right(tokens, place, lang)
