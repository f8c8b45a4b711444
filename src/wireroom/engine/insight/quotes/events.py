"""Who says something in a sentence, and where: verbs of saying with subject and addressee."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Final

from wireroom.engine.insight.quotes.addressees import with_addressee
from wireroom.engine.insight.quotes.adjective_cues import MINDS, find_adjective_cues
from wireroom.engine.insight.quotes.arabic_subjects import checked
from wireroom.engine.insight.quotes.cue_tables import CUES, FIRM_PHRASES, LEANING, SOURCE_PHRASES
from wireroom.engine.insight.quotes.english_verbs import english_verbs, with_that_only
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.german import is_parted
from wireroom.engine.insight.quotes.german_phrases import SOURCES as GERMAN_SOURCES
from wireroom.engine.insight.quotes.german_phrases import source_event
from wireroom.engine.insight.quotes.mentions import CLITICS, SOME, Mention, without_titles
from wireroom.engine.insight.quotes.name_runs import POSSESSIVE, name_run_left
from wireroom.engine.insight.quotes.name_words import looks_like_name
from wireroom.engine.insight.quotes.noun_cues import THAT, find_noun_cues
from wireroom.engine.insight.quotes.phrases_left import phrase_left
from wireroom.engine.insight.quotes.phrases_right import phrase_right
from wireroom.engine.insight.quotes.reporters import with_quoted, with_reporters
from wireroom.engine.insight.quotes.said import (
    NOUNS_TOO,
    is_imagined,
    is_not_said,
    is_other_doing,
    is_progressive,
    is_said_of,
)
from wireroom.engine.insight.quotes.sentences import LOWER_OF, POINT, QUOTED, WORD, Token
from wireroom.engine.insight.quotes.shared_subjects import leaned_on
from wireroom.engine.insight.quotes.subjects import find_subject
from wireroom.engine.insight.quotes.tags import find_tags
from wireroom.engine.insight.quotes.wishes import EXPECTED, infinitive_after
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, PASSIVE

# How verbs end that share the subject of the verb before: "..., adding that".
_PARTICIPLES: Final = {"en": "ing", "fr": "ant", "es": "ndo", "it": "ndo", "pt": "ndo"}
_AFTER_AGENT: Final = frozenset({"that", "if", "whether", "as", "to", "is", "was", ":"})
_JOINING: Final = frozenset(("ar", "fr"))  # whose cues may be written on to other words
_GOING: Final = frozenset({"went", "goes"})  # "he went on:"
_POINTING: Final = frozenset({"points", "pointing"})  # "he points out that"
# One of them stands in each sentence with an event that is no verb of saying; a marked stretch has
# no small letters.
_RARER: Final = MINDS | {THAT, ""}
_POINTED: Final = frozenset({"out", "to"})  # and not "he pointed reporters to"
_PUTTING: Final = frozenset({"put", "puts"})  # "as he puts it,"
_REFERRING: Final = frozenset({"refers", "referred", "referring"})  # "he referred to it as"
_ITS_END: Final = 2  # tokens: "it" and what closes the clause
_REFERRED: Final = 14  # tokens from "referred to" to its "as"
_FEWEST_STEM: Final = 4  # letters of an Arabic verb under its conjunction


@cache
def cue_words(lang: str) -> dict[str, str]:
    """Return every cue of a language with its manner."""
    listed = listed_cues(lang)
    return english_verbs() | listed if lang == "en" or lang not in CUES else listed


@cache
def listed_cues(lang: str) -> dict[str, str]:
    """Return the cues that the table of a language lists by form."""
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
    lowers = frozenset(map(LOWER_OF, tokens))
    for place in _places(tokens, lowers, lang):
        token = tokens[place]
        manner = cues.get(token.lower) or _bent(token.lower, lang, cues)
        source = (
            source_event(tokens, place) if lang == "de" and token.lower in GERMAN_SOURCES else None
        )
        if source is not None:
            found.append(source)
        elif manner and not _is_no_verb(tokens, place, lang):
            event = _verb_event(tokens, place, manner, lang, found)
            if event is not None:
                found.append(event)
        elif (word := _unjoined(token.lower, lang)) in phrases:
            event = _phrase_event(tokens, place, phrases[word], lang)
            if event is not None:
                found.append(event)
    if lang == "en" and not _RARER.isdisjoint(lowers):
        more = (
            *find_tags(tokens, found),
            *find_noun_cues(tokens, found),
            *find_adjective_cues(tokens, found),
        )
        found = sorted([*found, *more], key=lambda event: event.first)
    return with_reporters(tokens, with_quoted(tokens, found, lang))


def _is_no_verb(tokens: Sequence[Token], place: int, lang: str) -> bool:
    if lang == "de":
        return _is_no_german_verb(tokens, place)
    return lang == "en" and _lacks_that(tokens, place)


def _lacks_that(tokens: Sequence[Token], place: int) -> bool:
    """Tell "assumed the worst" from "assumed that it held"; those of the list stand alone, too."""
    word = tokens[place].lower
    if word in _GOING:
        ahead = tokens[place + 1 : place + 3]
        speaks = len(ahead) > 1 and (ahead[1].text in ":," or ahead[1].kind == QUOTED)
        return not (speaks and ahead[0].lower == "on")
    if word == "reads":  # "Varga's letter reads:" is told by whose it is
        return place + 1 < len(tokens) and tokens[place + 1].text == ":"
    if word in _POINTING:
        return place + 1 >= len(tokens) or tokens[place + 1].lower != "out"
    if word == "pointed":
        return place + 1 >= len(tokens) or tokens[place + 1].lower not in _POINTED
    if word in _PUTTING:
        ahead = tokens[place + 1 : place + 3]
        told = len(ahead) < _ITS_END or ahead[1].kind != WORD
        return not (told and ahead and ahead[0].lower == "it")
    if word in _REFERRING:
        ahead = tokens[place + 1 : place + _REFERRED]
        return not (ahead and ahead[0].lower == "to" and any(each.lower == "as" for each in ahead))
    if word not in with_that_only() or word in listed_cues("en"):
        return False
    if word in EXPECTED and infinitive_after(tokens, place + 1) is not None:
        return False
    return place + 1 >= len(tokens) or tokens[place + 1].lower != "that"


def _is_no_german_verb(tokens: Sequence[Token], place: int) -> bool:
    return (place > 0 and tokens[place].text[0].isupper()) or not is_parted(tokens, place)


def _places(tokens: Sequence[Token], lowers: Set[str], lang: str) -> Iterator[int]:
    """Yield where an event may stand: few words of a language that joins none are cues."""
    known = None if lang in _JOINING else _known(lang)
    if known is not None and known.isdisjoint(lowers):
        return
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
    last = place + (lang == "en" and tokens[place].lower in _GOING | _PUTTING)
    event = Event(place, last, manner, begins=place, ends=last)
    if lang == "en" and _has_agent(tokens, place, manner):
        return _with_agent(tokens, event)
    if lang == "en" and is_not_said(tokens, place):
        asked = tokens[place].lower in ("asked", "told") and tokens[place - 1].lower in PASSIVE
        return event if asked else None
    before = tokens[place - 1].lower if place else ""
    if lang == "fr" and before in DETERMINERS["fr"] - {"l'", "le", "la", "les"} | {"la"}:
        return None  # "à la demande de"
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if (tokens[place].lower, after) == ("adding", "to"):
        return None
    if tokens[place].lower == "reporting" and after != "that":
        return None  # "a reporting station"
    if _is_participle(tokens, place, lang):
        beside = _before_participle(tokens, place, lang)
        if lang == "en" and found and not _is_of_its_own(tokens, beside):
            beside = None  # "Quill wrote a letter to Varga saying ..."
        event.wants_subject = beside is None
        event.subject = beside or leaned_on(tokens, place, found, lang)
        if lang == "ar" and event.subject is not None:
            event.subject = checked(tokens, event.subject)
        return with_addressee(tokens, event, lang)
    if lang == "en" and manner == "call" and is_said_of(tokens, place):
        return None
    find_subject(tokens, event, found, lang)
    if is_other_doing(tokens, event) or (lang == "en" and is_imagined(tokens, event)):
        return None
    if event.subject is None and found and place == found[-1].ends + 1:
        return None
    return with_addressee(tokens, event, lang)


def _has_agent(tokens: Sequence[Token], place: int, manner: str) -> bool:
    """Tell "described by Quill" and "claims by Quill that" from "said by phone"."""
    by = tokens[place + 1 : place + 3]
    if len(by) < 2 or by[0].lower != "by" or manner == "quote":
        return False
    word, after = tokens[place].lower, by[1]
    opens = (
        looks_like_name(after.text) or after.lower in DETERMINERS["en"] or after.lower.endswith("s")
    )
    return opens and not word.endswith("ing") and not (word.endswith("s") and word not in NOUNS_TOO)


def _with_agent(tokens: Sequence[Token], event: Event) -> Event | None:
    """Return the event of "described by Quill as ...", whom the verb's participle names."""
    agent = phrase_right(tokens, event.last + 2, "en")
    if agent is None:
        return None
    event.subject, event.side = agent, "R"
    event.begins, event.ends = event.first, max(agent.reach, agent.last)
    after = tokens[event.ends + 1].lower if event.ends + 1 < len(tokens) else ""
    return event if event.manner == "call" or after in _AFTER_AGENT else None


def _is_participle(tokens: Sequence[Token], place: int, lang: str) -> bool:
    if lang == "ar":
        return tokens[place].lower in LEANING
    ending = _PARTICIPLES.get(lang)
    if ending is None or not tokens[place].lower.endswith(ending):
        return False
    return lang != "en" or not is_progressive(tokens, place)


def _is_of_its_own(tokens: Sequence[Token], beside: Mention | None) -> bool:
    """Tell "with Quill warning of ..." and "some saying ..." from another clause's name."""
    if beside is None or beside.kind == "phrase":
        return beside is not None
    return tokens[beside.reach - 1].lower == "with" or tokens[beside.last + 1].lower == "for"


def _before_participle(tokens: Sequence[Token], place: int, lang: str) -> Mention | None:
    """Return X of "with Minister X warning of ..." and "some" of "protesters, some chanting"."""
    before = tokens[place - 1] if place else None
    if before is not None and before.lower in SOME and place > 1 and lang == "en":
        return Mention(place - 1, place - 1, "phrase", place - 1)
    if lang == "en" and place > 1 and before is not None and before.lower == "for":
        return _blamed(tokens, place - 2)
    led = phrase_left(tokens, place - 1, lang) if lang == "en" and place > 1 else None
    if led is not None and led.reach and tokens[led.reach - 1].lower == "with":
        return led  # "with the ministry saying"
    if before is None or not before.is_name:
        return None
    first = name_run_left(tokens, place - 1)
    named, title = without_titles(tokens, first, place - 1, lang)
    if named == place - 1 and not title and first > 0:
        return None
    return Mention(named, place - 1, "name", first, title)


def _blamed(tokens: Sequence[Token], last: int) -> Mention | None:
    """Return Varga of "Quill slammed Varga for saying", who says it."""
    if not tokens[last].is_name or tokens[last].text.endswith(POSSESSIVE):
        return None
    first = name_run_left(tokens, last)
    named, title = without_titles(tokens, first, last, "en")
    return Mention(named, last, "name", first, title)


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
        if subject is not None and lang == "ar":
            subject = checked(tokens, subject)
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
