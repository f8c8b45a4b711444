"""Find the quotes of an article: marked words first, then reported clauses, top to bottom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wireroom.engine.insight.quotes.arabic_verbs import verb_gender
from wireroom.engine.insight.quotes.assign import Assigned, assign
from wireroom.engine.insight.quotes.cast import Cast, mention_text
from wireroom.engine.insight.quotes.casting import note_quoted_names, read_cast
from wireroom.engine.insight.quotes.cue_tables import SUBJECTLESS
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.events import find_events
from wireroom.engine.insight.quotes.indirect import loose_clauses, reported_clauses
from wireroom.engine.insight.quotes.introduced import introducer, lead_of, signer
from wireroom.engine.insight.quotes.konjunktiv import is_reported
from wireroom.engine.insight.quotes.marks import Marked, find_marked
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.people_tables import AGENCIES
from wireroom.engine.insight.quotes.pulled import with_pulled
from wireroom.engine.insight.quotes.quote import Kind, Quote
from wireroom.engine.insight.quotes.resolve import resolve
from wireroom.engine.insight.quotes.said import SHOWING
from wireroom.engine.insight.quotes.salience import REFERS
from wireroom.engine.insight.quotes.sentences import (
    WORD,
    Sentence,
    Token,
    find_sentences,
    plain_tokens,
)
from wireroom.engine.text.language import language_of

_FULL_NAME = re.compile(r"[A-ZÄÖÜÉ]\w+ [A-ZÄÖÜÉ]\w+")
# Languages that put "says she" inside the marks.
_VERB_INSIDE = frozenset({"fr", "es", "it", "pt", "ru"})
# Characters; a shorter fragment of nobody known is more often a word spoken of than a quote.
_SHORTEST_UNNAMED = 20
_BESIDE = 0.9  # how sure a verb right beside the marks is
# Below this nobody is named: a quote without a speaker is better than one with a wrong one.
SHOWN_FROM = 0.6


@dataclass(slots=True)
class _Source:
    """Who speaks: as the text names them, and resolved."""

    text: str | None = None
    start: int | None = None
    end: int | None = None
    resolved: str | None = None
    sure: float = 0.0
    gender: str = ""  # that an Arabic verb gives its subject


@dataclass(slots=True)
class _Reading:
    """The state while an article is read."""

    body: str
    lang: str
    marked: Sequence[Marked]
    cast: Cast
    quotes: list[Quote] = field(default_factory=list)
    previous: _Source | None = None
    previous_paragraph: int = -1
    open_speech: _Source | None = None
    turns: list[tuple[int, _Source]] = field(default_factory=list)
    lead: _Source | None = None
    lead_paragraph: int = -1
    silent_paragraph: int = -1  # whose last sentence says nothing of anybody's


def find_quotes(body: str, lang: str | None = None) -> list[Quote]:
    """Return the quotes of a body in reading order, without a model.

    `lang` is a BCP 47 tag where it is known; the text is asked first. Direct and mixed quotes
    never overlap. Time is linear in the length of the body.
    """
    return read_quotes(body, lang)[0]


def read_quotes(body: str, lang: str | None = None) -> tuple[list[Quote], Cast]:
    """Return the quotes of a body as `find_quotes` does, with the people of the article."""
    known = language_of(body, stated=lang)[:2]
    marked = find_marked(body)
    sentences = list(find_sentences(body, marked, known))
    cast = read_cast(sentences, known)
    for each in marked:
        if _FULL_NAME.search(body, each.start, each.end):
            note_quoted_names(cast, list(plain_tokens(body, each.start, each.end, known)))
    reading = _Reading(body, known, marked, cast)
    for number, sentence in enumerate(sentences):
        _read(reading, sentence, number)
    quotes = sorted(reading.quotes, key=lambda quote: (quote.start, quote.end))
    return with_pulled(quotes), reading.cast


def _read(reading: _Reading, sentence: Sentence, number: int) -> None:
    events = find_events(sentence.tokens, reading.lang)
    speaks = bool(events) or sentence.has_quote or _is_told_on(reading, sentence)
    if speaks:
        _read_quotes(reading, sentence, events, number)
    _note_lead(reading, sentence, number)
    own = reading.lead is not None and reading.lead_paragraph == sentence.paragraph
    reading.silent_paragraph = -1 if speaks or own else sentence.paragraph


def _note_lead(reading: _Reading, sentence: Sentence, number: int) -> None:
    """Remember who leads a sentence: a quote alone after it is theirs, and so is a pronoun."""
    if all(token.kind != WORD for token in sentence.tokens):
        return
    lead = lead_of(reading.cast, sentence.tokens)
    reading.lead = _named(reading, lead, sentence.tokens, number) if lead is not None else None
    reading.lead_paragraph = sentence.paragraph
    if lead is None or lead.kind == "name" or reading.lead is None:
        return
    name, sure = reading.lead.resolved, reading.lead.sure
    if name is not None and name != reading.lead.text and sure >= SHOWN_FROM:
        reading.cast.note_named(number, lead.first, name, REFERS)
    elif lead.kind == "phrase":
        reading.lead, reading.cast.stranger = None, number


def _named(reading: _Reading, mention: Mention, tokens: Sequence[Token], number: int) -> _Source:
    return _Source(
        *_span(reading.body, mention, tokens), *resolve(reading.cast, mention, tokens, number)
    )


def _read_quotes(
    reading: _Reading, sentence: Sentence, events: Sequence[Event], number: int
) -> None:
    sources = [_source(reading, event, sentence.tokens, number) for event in events]
    reported = _is_told_on(reading, sentence)
    for assigned in assign(
        sentence.tokens,
        events,
        reading.marked,
        reading.lang,
        reported=reported,
        speaking=reading.previous is not None and reading.previous_paragraph == sentence.paragraph,
    ):
        _add_marked(reading, sentence, assigned, events, sources, number)
    if reported and not events and reading.previous is not None:
        for start, end in loose_clauses(sentence.tokens):
            _add_clause(reading, None, reading.previous, start, end, sentence)
        reading.previous_paragraph = sentence.paragraph
    for event_number, start, end in reported_clauses(sentence.tokens, events, reading.lang):
        _add_clause(reading, events[event_number], sources[event_number], start, end, sentence)
    told = [
        (source, event)
        for source, event in zip(sources, events, strict=True)
        if source.resolved and source.sure >= SHOWN_FROM
        if sentence.tokens[event.last].lower not in SHOWING  # records speak for themselves alone
    ]
    spoke = [each for each in told if each[1].manner != "source" and not each[1].silent]
    if sources and not told and not reported:
        reading.previous = None
    elif told:
        reading.previous, reading.previous_paragraph = (spoke or told)[-1][0], sentence.paragraph


def _is_told_on(reading: _Reading, sentence: Sentence) -> bool:
    """Tell whether a German sentence goes on with what the speaker before it said."""
    gap = sentence.paragraph - reading.previous_paragraph
    near = reading.lang == "de" and reading.previous is not None and gap <= 1
    return near and is_reported(sentence.tokens, goes_on=not gap)


def _source(reading: _Reading, event: Event, tokens: Sequence[Token], number: int) -> _Source:
    """Resolve who speaks in an event, and remember them for the pronouns that follow."""
    if event.subject is None:
        passive = event.manner in ("tell", "urge")
        return _Source() if passive else _unnamed(reading, number, _gender(event, tokens))
    text, start, end = _span(reading.body, event.subject, tokens)
    for mention in event.via:
        carrier = resolve(reading.cast, mention, tokens, number)[0]
        if carrier is not None and mention.kind == "name" and not reading.cast.is_person(carrier):
            reading.cast.note_speaker(number, carrier, person=False)
    resolved, sure = resolve(reading.cast, event.subject, tokens, number)
    if resolved is not None and sure >= SHOWN_FROM and event.manner != "silent":
        is_person = reading.cast.may_be_person(resolved)
        if event.subject.kind == "phrase" and resolved == text:
            is_person = False
        reading.cast.note_speaker(number, resolved, person=is_person)
    gender = _gender(event, tokens) if reading.lang == "ar" else ""
    return _Source(text, start, end, resolved, sure, gender)


def _gender(event: Event, tokens: Sequence[Token]) -> str:
    return verb_gender(tokens[event.first].lower)


def _unnamed(reading: _Reading, number: int, gender: str) -> _Source:
    """Return the last speaker for a verb whose language leaves its subject out."""
    if reading.lang in SUBJECTLESS and reading.previous is not None:
        last = reading.previous
        fits = not (last.gender and gender and last.gender != gender)
        if fits and reading.cast.last_speaker(number, 3):
            return replace(last, sure=0.7)
    return _Source()


def _span(body: str, mention: Mention, tokens: Sequence[Token]) -> tuple[str, int, int]:
    start, end = tokens[mention.first].start, tokens[mention.last].end
    for ending in ("'s", "’s"):
        if body[start:end].endswith(ending):
            end -= len(ending)
    return body[start:end], start, end


def _add_marked(
    reading: _Reading,
    sentence: Sentence,
    assigned: Assigned,
    events: Sequence[Event],
    sources: Sequence[_Source],
    number: int,
) -> None:
    mark = reading.marked[assigned.marked]
    event = events[assigned.event] if assigned.event is not None else None
    if event is not None:
        source, sure = sources[assigned.event or 0], assigned.sure
    elif (inside := _inside(reading, mark, number)) is not None:
        source, sure = inside, 0.85
    elif (lead := _introduced(reading, sentence, assigned, number)) is not None:
        source, sure = lead, 0.85
    elif assigned.kind == "mixed" and not _is_told_on(reading, sentence):
        source, sure = _Source(), 0.0  # words apart from who spoke last may be anybody's
    elif assigned.goes_on or _is_told_on(reading, sentence):
        source, sure = _speech(reading, sentence, assigned), 0.8
    else:
        source, sure = _Source(), 0.0
    hidden = source.resolved is None or source.sure < SHOWN_FROM
    short = mark.end - mark.start < _SHORTEST_UNNAMED
    near = assigned.is_speech or assigned.sure > _BESIDE
    nobody = event is not None and event.subject is None
    if assigned.kind == "mixed" and hidden and short and not near and nobody:
        return
    reading.quotes.append(
        _quote(reading, (mark.start, mark.end), assigned.kind, source, event, sentence, sure)
    )
    reading.open_speech = source if mark.goes_on else None
    if source.resolved and assigned.kind == "direct":
        reading.turns = [*reading.turns[-2:], (sentence.paragraph, source)]
    if source.resolved and event is None:
        reading.cast.note_speaker(
            number, source.resolved, person=reading.cast.may_be_person(source.resolved)
        )
        reading.previous, reading.previous_paragraph = source, sentence.paragraph


def _introduced(
    reading: _Reading, sentence: Sentence, assigned: Assigned, number: int
) -> _Source | None:
    """Return who leads the words before a colon and a quote, or signs it."""
    tokens = sentence.tokens
    at = next(at for at, token in enumerate(tokens) if token.number == assigned.marked)
    if at and tokens[at - 1].text == ":":
        mention = introducer(reading.cast, tokens, at)
    else:
        mention = signer(tokens, at, reading.lang)
    if mention is None:
        return None
    source = _named(reading, mention, tokens, number)
    return source if source.resolved else None


def _inside(reading: _Reading, mark: Marked, number: int) -> _Source | None:
    """Return who speaks by a verb inside the marks: «It is over, says she, and we go home»."""
    if reading.lang not in _VERB_INSIDE:
        return None
    tokens = list(plain_tokens(reading.body, mark.start, mark.end, reading.lang))
    for event in find_events(tokens, reading.lang):
        after = tokens[event.ends + 1].text if event.ends + 1 < len(tokens) else "."
        apart = event.first > 0 and tokens[event.first - 1].text in ",—–" and after in ".,—–"
        if event.side == "R" and event.subject is not None and apart:
            source = _source(reading, event, tokens, number)
            return source if source.resolved else None
    return None


def _speech(reading: _Reading, sentence: Sentence, assigned: Assigned) -> _Source:
    """Return who speaks on in a quote that stands alone: the speaker just before it."""
    if reading.open_speech is not None:
        return reading.open_speech
    previous, lead = reading.previous, reading.lead
    led = assigned.is_alone and reading.lead_paragraph == sentence.paragraph
    led = led and reading.previous_paragraph != sentence.paragraph
    if previous is None or not previous.resolved or (led and lead is not None):
        return replace(lead, sure=min(lead.sure, 0.65)) if led and lead else _Source()
    gap = sentence.paragraph - reading.previous_paragraph
    if gap == 0:
        return _Source(previous.text, previous.start, previous.end, previous.resolved, 0.85)
    if gap == 1 and assigned.is_alone and (other := _other_turn(reading)) is not None:
        return replace(other, sure=0.65)
    lead_gap = sentence.paragraph - reading.lead_paragraph
    if assigned.is_alone and lead is not None and lead_gap == 1 < gap:
        return replace(lead, sure=min(lead.sure, 0.62))  # "Adel won.¶“It was close.”"
    if gap == 1 and assigned.is_alone and not _has_moved_on(reading, sentence):
        return _Source(previous.text, previous.start, previous.end, previous.resolved, 0.7)
    return _Source()


def _has_moved_on(reading: _Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence of nobody's ended the paragraph before: "Two grams can kill."."""
    return reading.silent_paragraph == sentence.paragraph - 1


def _other_turn(reading: _Reading) -> _Source | None:
    """Return who spoke before the last speaker, where two talk in turns, a paragraph each."""
    if len(reading.turns) < 2:
        return None
    (earlier, first), (later, second) = reading.turns[-2:]
    in_turns = later - earlier == 1 and first.resolved != second.resolved
    return first if in_turns and reading.previous_paragraph == later else None


def _add_clause(
    reading: _Reading,
    event: Event | None,
    source: _Source,
    start: int,
    end: int,
    sentence: Sentence,
) -> None:
    if source.resolved is None and source.text is None:
        return
    reading.quotes.append(_quote(reading, (start, end), "indirect", source, event, sentence, 0.8))


def _quote(
    reading: _Reading,
    span: tuple[int, int],
    kind: Kind,
    source: _Source,
    event: Event | None,
    sentence: Sentence,
    sure: float,
) -> Quote:
    body, tokens = reading.body, sentence.tokens
    shown = source.resolved is not None and source.sure >= SHOWN_FROM
    confidence = round(min(sure, source.sure), 2) if shown else 0.3
    return Quote(
        quote=body[span[0] : span[1]],
        start=span[0],
        end=span[1],
        kind=kind,
        speaker=source.text if shown else None,
        speaker_start=source.start if shown else None,
        speaker_end=source.end if shown else None,
        speaker_resolved=source.resolved if shown else None,
        addressee=_addressee(reading, event, tokens),
        via=_via(reading, event, tokens, source.resolved),
        cue=body[tokens[event.first].start : tokens[event.last].end] if event else None,
        confidence=confidence,
    )


def _addressee(reading: _Reading, event: Event | None, tokens: Sequence[Token]) -> str | None:
    if event is None or event.addressee is None:
        return None
    if event.addressee.kind == "name":
        return resolve(reading.cast, event.addressee, tokens, 0)[0]
    if event.addressee.kind == "pronoun":
        return None
    return mention_text(event.addressee, tokens)


def _via(
    reading: _Reading, event: Event | None, tokens: Sequence[Token], speaker: str | None
) -> list[str]:
    if event is None:
        return []
    named = []
    for mention in event.via:
        resolved, sure = resolve(reading.cast, mention, tokens, len(reading.cast.speakers))
        if resolved is not None and (sure >= SHOWN_FROM or mention.kind == "name"):
            named.append(resolved)
    told = event.addressee
    if told is not None and mention_text(told, tokens).split()[0].lower() in AGENCIES:
        named.append(mention_text(told, tokens))
    return [name for name in dict.fromkeys(named) if name != speaker]
