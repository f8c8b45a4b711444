"""Who says something in a sentence, and where: verbs of saying with subject and addressee."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.quotes.cue_tables import CUES, FIRM_PHRASES, LEANING, SOURCE_PHRASES
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.german import is_parted
from wireroom.engine.insight.quotes.german_phrases import SOURCES as GERMAN_SOURCES
from wireroom.engine.insight.quotes.german_phrases import source_event
from wireroom.engine.insight.quotes.mentions import (
    CLITICS,
    SOME,
    Mention,
    phrase_right,
    without_titles,
)
from wireroom.engine.insight.quotes.name_runs import looks_like_name, name_run_left
from wireroom.engine.insight.quotes.noun_cues import find_noun_cues
from wireroom.engine.insight.quotes.sentences import POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.subjects import find_subject, leaned_on
from wireroom.engine.insight.quotes.tags import find_tags
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, NP_ENDS, PASSIVE

_NEGATIONS: Final = word_list("not never neither nor to")
# Verbs of other doings, which tag speech only right beside its marks.
_BESIDE_QUOTES: Final = word_list(
    "began begins continued continues shared concluded concludes observed observes laughed "
    "sighed reasoned interjected posted mentioned mentions compared spoke offered chimed smiled "
    "nodded grinned shrugged chuckled teased reflected reflects relayed pressed fumes vents cries "
    "questioned questions raves guesses claim barked roared"
)
# How verbs end that share the subject of the verb before: "..., adding that".
_PARTICIPLES: Final = {"en": "ing", "fr": "ant", "es": "ndo", "it": "ndo", "pt": "ndo"}
_HIS_SAYING: Final = frozenset({"قوله", "قولها", "قولهم"})
# Verbs whose form is a plural noun, or an adjective.
_NOUNS_TOO: Final = word_list(
    "claims reports comments warns shares details calls call estimates hopes fears demands "
    "requests quotes remarks "
    "notes states posted hints answers tweets counters promises pledges"
)
_OF_NOUNS: Final = frozenset({"about", "over", "among", "by"})  # "fears about it"
_AFTER_AGENT: Final = frozenset({"that", "if", "whether", "as", "to", "is", "was", ":"})
_FINDING: Final = frozenset({"found", "finds"})
_FINDERS: Final = word_list(
    "study survey poll report review investigation inquiry analysis audit researchers scientists "
    "team court jury judge panel commission committee researcher paper authors"
)
_BEFORE_NOUNS: Final = DETERMINERS["en"] | NP_ENDS
_CLAUSE_OPENERS: Final = word_list("that he she it they the his her their there")
_LONGEST_CHAIN: Final = 3  # who said that who said; what is longer is no report
_JOINING: Final = frozenset(("ar", "fr"))  # whose cues may be written on to other words
_FEWEST_STEM: Final = 4  # letters of an Arabic verb under its conjunction


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
    for place in _places(tokens, lang):
        token = tokens[place]
        manner = cues.get(token.lower) or _bent(token.lower, lang, cues)
        source = source_event(tokens, place) if lang == "de" and token.lower in GERMAN_SOURCES else None
        if source is not None:
            found.append(source)
        elif manner and not (lang == "de" and _is_no_german_verb(tokens, place)):
            event = _verb_event(tokens, place, manner, lang, found)
            if event is not None:
                found.append(event)
        elif (word := _unjoined(token.lower, lang)) in phrases:
            event = _phrase_event(tokens, place, phrases[word], lang)
            if event is not None:
                found.append(event)
    if lang == "en":
        more = (*find_tags(tokens, found), *find_noun_cues(tokens, found))
        found = sorted([*found, *more], key=lambda event: event.first)
    return _with_reporters(tokens, _with_quoted(tokens, found, lang))


def _is_no_german_verb(tokens: Sequence[Token], place: int) -> bool:
    return (place > 0 and tokens[place].text[0].isupper()) or not is_parted(tokens, place)


def _places(tokens: Sequence[Token], lang: str) -> Iterator[int]:
    """Yield where an event may stand: few words of a language that joins none are cues."""
    known = None if lang in _JOINING else _known(lang)
    for place, token in enumerate(tokens):
        if (known is None or token.lower in known) and token.kind == WORD:
            yield place


@cache
def _known(lang: str) -> frozenset[str]:
    sources = GERMAN_SOURCES if lang == "de" else frozenset()
    return frozenset((*cue_words(lang), *_phrases(lang), *sources))


def _bent(word: str, lang: str, cues: dict[str, str]) -> str | None:
    """Return the manner of a cue written with a conjunction (Arabic) or a pronoun (French)."""
    if lang == "ar" and word[0] in "وف" and len(word) >= _FEWEST_STEM:
        return cues.get(word[1:])
    if lang == "fr" and "-" in word:
        for ending in CLITICS:
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
    if lang == "en" and _has_agent(tokens, place, manner):
        return _with_agent(tokens, event)
    if lang == "en" and _is_not_said(tokens, place):
        asked = tokens[place].lower in ("asked", "told") and tokens[place - 1].lower in PASSIVE
        return event if asked else None
    before = tokens[place - 1].lower if place else ""
    if lang == "fr" and before in DETERMINERS["fr"] - {"l'", "le", "la", "les"} | {"la"}:
        return None  # "à la demande de"
    if [token.lower for token in tokens[place : place + 2]] == ["adding", "to"]:
        return None
    if _is_participle(tokens, place, lang):
        beside = _before_participle(tokens, place, lang)
        nearer = lang == "en" and bool(found) and beside is not None
        with_ = beside is not None and (
            beside.kind == "phrase" or tokens[beside.reach - 1].lower == "with"
        )
        if nearer and not with_:
            beside = None  # "Quill wrote a letter to Varga saying ..."
        event.wants_subject = beside is None
        event.subject = beside or leaned_on(tokens, place, found, lang)
        return _with_addressee(tokens, event, lang)
    if tokens[place].lower == "reporting" and tokens[place + 1 : place + 2] != []:
        if tokens[place + 1].lower not in ("that", ":"):
            return None  # "a reporting station"
    if lang == "en" and manner == "call" and _is_said_of(tokens, place):
        return None
    find_subject(tokens, event, found, lang)
    if tokens[place].lower in _FINDING and not _is_finder(tokens, event):
        return None
    if tokens[place].lower in _BESIDE_QUOTES and not _is_beside_quote(tokens, event):
        return None
    if event.subject is None and found and place == found[-1].ends + 1:
        return None
    return _with_addressee(tokens, event, lang)


def _has_agent(tokens: Sequence[Token], place: int, manner: str) -> bool:
    """Tell "described by Quill" and "claims by Quill that" from "said by phone"."""
    by = tokens[place + 1 : place + 3]
    if len(by) < 2 or by[0].lower != "by" or manner == "quote":
        return False
    word, after = tokens[place].lower, by[1]
    opens = looks_like_name(after.text) or after.lower in DETERMINERS["en"] or after.lower[-1] == "s"
    return opens and not word.endswith("ing") and not (word.endswith("s") and word not in _NOUNS_TOO)


def _with_agent(tokens: Sequence[Token], event: Event) -> Event | None:
    """Return the event of "described by Quill as ...", whom the verb's participle names."""
    agent = phrase_right(tokens, event.last + 2, "en")
    if agent is None:
        return None
    event.subject, event.side = agent, "R"
    event.begins, event.ends = event.first, max(agent.reach, agent.last)
    after = tokens[event.ends + 1].lower if event.ends + 1 < len(tokens) else ""
    return event if event.manner == "call" or after in _AFTER_AGENT else None


def _is_not_said(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether an English form is passive, denied or no verb of the sentence's."""
    word, before = tokens[place].lower, tokens[place - 1].lower if place else ""
    earlier = tokens[place - 2].lower if place > 1 else ""
    if before in PASSIVE or (earlier in PASSIVE and before.endswith("ly")):
        return not word.endswith("ing") and word != "quoted"
    denied = earlier if before in ("yet", "ever", "even", "publicly") else before
    if denied in _NEGATIONS or denied.endswith(("n't", "n’t")):
        return True
    noun_like = word in _NOUNS_TOO
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    compound = earlier in DETERMINERS["en"] and after != "that"
    owned = before.endswith(("'s", "’s", "s'", "s’"))
    disagrees = word.endswith("s") and before.endswith("s") and tokens[place - 1].text.islower()
    if noun_like and (before in _BEFORE_NOUNS or compound or owned or disagrees or not place):
        return True
    if word == "alleged" and after not in _CLAUSE_OPENERS:
        return True
    if word == "pleaded" and after in ("guilty", "not", "no"):
        return True
    if noun_like and (before.isdigit() or before.endswith("ing") or after in _OF_NOUNS):
        return True
    if before in {"the", "a", "an"}:
        return True
    return before == "as" and not word.endswith("ing")


def _is_participle(tokens: Sequence[Token], place: int, lang: str) -> bool:
    if lang == "ar":
        return tokens[place].lower in LEANING
    ending = _PARTICIPLES.get(lang)
    if ending is None or not tokens[place].lower.endswith(ending):
        return False
    return lang != "en" or not _is_progressive(tokens, place)


def _before_participle(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    """Return X of "with Minister X warning of ..." and "some" of "protesters, some chanting"."""
    before = tokens[place - 1] if place else None
    if before is not None and before.lower in SOME and place > 1 and lang == "en":
        return Mention(place - 1, place - 1, "phrase", place - 1)
    if before is None or before.kind != WORD or not looks_like_name(before.text):
        return None
    first = name_run_left(tokens, place - 1)
    named, title = without_titles(tokens, first, place - 1, lang)
    if named == place - 1 and not title and first > 0:
        return None
    return Mention(named, place - 1, "name", first, title)


def _is_finder(tokens: Sequence[Token], event: Event) -> bool:
    """Tell "the study found it leaks" from "police found it" and "she found that it leaks"."""
    subject = event.subject
    if subject is None or subject.kind != "phrase":
        return False
    after = tokens[event.last + 1].lower if event.last + 1 < len(tokens) else ""
    return after == "that" or tokens[subject.last].lower in _FINDERS


def _is_said_of(tokens: Sequence[Token], place: int) -> bool:
    """Tell "a drink described as ..." from "what Adel described as ..."."""
    follows = place + 1 < len(tokens) and tokens[place + 1].lower == "as"
    return follows and all(token.lower != "what" for token in tokens[max(0, place - 6) : place])


def _is_beside_quote(tokens: Sequence[Token], event: Event) -> bool:
    around = [
        *tokens[max(0, event.begins - 2) : event.begins],
        *tokens[event.ends + 1 : event.ends + 3],
    ]
    return any(token.kind == QUOTED for token in around)


def _is_progressive(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].lower in PASSIVE | {"is", "keep", "kept"}


def _phrase_event(
    tokens: Sequence[Token], place: int, phrases: list[list[str]], lang: str
) -> Event | None:
    for parts in phrases:
        end = place + len(parts)
        if [_unjoined(token.lower, lang) for token in tokens[place:end]] != parts:
            continue
        firm = " ".join(parts) in FIRM_PHRASES or _is_per_somebody(tokens, place)
        opens = place == 0 and end < len(tokens) and looks_like_name(tokens[end].text)
        if not firm and not opens and not _near_quote(tokens, place):
            return None
        subject = phrase_right(tokens, end, lang)
        if subject is None or any(
            token.lower.startswith(("qu'", "qu’"))
            for token in tokens[subject.first : subject.last + 1]
        ):
            return None
        return Event(
            place, end - 1, "source", subject, "R", place, max(subject.reach, subject.last)
        )
    return None


def _is_per_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell ", per the Water Board," from "20 per cent"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    apart = tokens[place].lower == "per" and place > 0 and tokens[place - 1].text == ","
    return apart and after is not None and (after.lower == "the" or looks_like_name(after.text))


def _near_quote(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a weak source phrase ("so X", "pour X") comes right after a quote."""
    before = place - 1
    if tokens[place].lower == "so" and before >= 0 and tokens[before].text == ",":
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if after is not None and after.lower in ("der", "die"):  # "so der Sprecher weiter"
            after = tokens[place + 2] if place + 2 < len(tokens) else None
        return after is not None and looks_like_name(after.text)
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
    elif (
        tokens[place].lower == "to"
        and event.manner in ("say", "that")
        and (tokens[event.last].lower not in ("agreed", "agrees"))
    ):
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
        if event.manner == "quote":
            spoken = (_quoted if lang == "en" else _quoted_arabic)(tokens, event, lang)
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
                made.addressee = _object(tokens, place + 1, lang)
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
    end = speaker.last
    if tokens[end].lower in _HIS_SAYING and end > speaker.first:
        speaker = replace(speaker, last=end - 1, reach=end - 1)
    elif end + 1 < len(tokens) and tokens[end + 1].lower in _HIS_SAYING:
        end += 1
    made = replace(event, subject=speaker, ends=end, side="R", manner="that", addressee=None)
    made.via = [event.subject] if event.subject is not None else []
    return made


def _target(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    if place < len(tokens) and tokens[place].lower in {"him", "her", "them"}:
        return Mention(place, place, "pronoun", place)
    return phrase_right(tokens, place, lang)
