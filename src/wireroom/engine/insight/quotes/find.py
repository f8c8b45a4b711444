"""Find the quotes of an article: marked words first, then reported clauses, top to bottom."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wireroom.engine.insight.quotes.arabic_verbs import verb_gender
from wireroom.engine.insight.quotes.assign import Assigned, assign
from wireroom.engine.insight.quotes.cast import Cast
from wireroom.engine.insight.quotes.casting import note_quoted_names, read_cast
from wireroom.engine.insight.quotes.cue_tables import SUBJECTLESS
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.events import find_events
from wireroom.engine.insight.quotes.indirect import loose_clauses, reported_clauses
from wireroom.engine.insight.quotes.introduced import introducer, lead_of, signer
from wireroom.engine.insight.quotes.judged import judged_quotes
from wireroom.engine.insight.quotes.konjunktiv import is_reported
from wireroom.engine.insight.quotes.marks import Marked, find_marked
from wireroom.engine.insight.quotes.mentions import Mention
from wireroom.engine.insight.quotes.pulled import with_pulled
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.quotes.reading import (
    SHOWN_FROM,
    Reading,
    Source,
    Stretch,
    Told,
)
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
from wireroom.engine.insight.quotes.shaped import shaped_quote
from wireroom.engine.text.language import language_of

_FULL_NAME = re.compile(r"[A-ZÄÖÜÉ]\w+ [A-ZÄÖÜÉ]\w+")
# Languages that put "says she" inside the marks.
_VERB_INSIDE = frozenset({"fr", "es", "it", "pt", "ru"})
# Characters; a shorter fragment of nobody known is more often a word spoken of than a quote.
_SHORTEST_UNNAMED = 20
_BESIDE = 0.9  # how sure a verb right beside the marks is


def find_quotes(body: str, lang: str | None = None) -> list[Quote]:
    """Return the quotes of a body in reading order, without a model.

    `lang` is a BCP 47 tag where it is known; the text is asked first. Direct and mixed quotes
    never overlap. Time is linear in the length of the body.
    """
    return read_quotes(body, lang)[0]


def read_quotes(body: str, lang: str | None = None) -> tuple[list[Quote], Cast]:
    """Return the quotes of a body as `find_quotes` does, with the people of the article."""
    reading = read_marks(body, lang)
    quotes = [*judged_quotes(reading), *reading.quotes]
    quotes.sort(key=lambda quote: (quote.start, quote.end))
    return with_pulled(quotes), reading.cast


def read_marks(body: str, lang: str | None = None) -> Reading:
    """Return what the rules read in a body, before learned odds decide about its marked words."""
    known = language_of(body, stated=lang)[:2]
    marked = find_marked(body)
    sentences = list(find_sentences(body, marked, known))
    cast = read_cast(sentences, known)
    for each in marked:
        if _FULL_NAME.search(body, each.start, each.end):
            note_quoted_names(cast, plain_tokens(body, each.start, each.end, known))
    reading = Reading(body, known, marked, cast)
    for number, sentence in enumerate(sentences):
        _read(reading, sentence, number)
    return reading


def _read(reading: Reading, sentence: Sentence, number: int) -> None:
    events = find_events(sentence.tokens, reading.lang)
    speaks = bool(events) or sentence.has_quote or _is_told_on(reading, sentence)
    sources = _read_quotes(reading, sentence, events, number) if speaks else []
    _note_lead(reading, sentence, number)
    is_led = reading.lead_paragraph == sentence.paragraph
    reading.told.append(Told(sentence, events, sources, reading.lead if is_led else None))
    own = reading.lead is not None and reading.lead_paragraph == sentence.paragraph
    reading.silent_paragraph = -1 if speaks or own else sentence.paragraph


def _note_lead(reading: Reading, sentence: Sentence, number: int) -> None:
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


def _named(reading: Reading, mention: Mention, tokens: Sequence[Token], number: int) -> Source:
    return Source(
        *_span(reading.body, mention, tokens), *resolve(reading.cast, mention, tokens, number)
    )


def _read_quotes(
    reading: Reading, sentence: Sentence, events: Sequence[Event], number: int
) -> list[Source]:
    """Read what a sentence quotes; return who speaks in each of its events."""
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
    return sources


def _is_told_on(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a German sentence goes on with what the speaker before it said."""
    gap = sentence.paragraph - reading.previous_paragraph
    near = reading.lang == "de" and reading.previous is not None and gap <= 1
    return near and is_reported(sentence.tokens, goes_on=not gap)


def _source(reading: Reading, event: Event, tokens: Sequence[Token], number: int) -> Source:
    """Resolve who speaks in an event, and remember them for the pronouns that follow."""
    if event.subject is None:
        passive = event.manner in ("tell", "urge")
        return Source() if passive else _unnamed(reading, number, _gender(event, tokens))
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
    return Source(text, start, end, resolved, sure, gender)


def _gender(event: Event, tokens: Sequence[Token]) -> str:
    return verb_gender(tokens[event.first].lower)


def _unnamed(reading: Reading, number: int, gender: str) -> Source:
    """Return the last speaker for a verb whose language leaves its subject out."""
    if reading.lang in SUBJECTLESS and reading.previous is not None:
        last = reading.previous
        fits = not (last.gender and gender and last.gender != gender)
        if fits and reading.cast.last_speaker(number, 3):
            return replace(last, sure=0.7)
    return Source()


def _span(body: str, mention: Mention, tokens: Sequence[Token]) -> tuple[str, int, int]:
    start, end = tokens[mention.first].start, tokens[mention.last].end
    for ending in ("'s", "’s"):
        if body.endswith(ending, start, end):
            end -= len(ending)
    return body[start:end], start, end


def _add_marked(
    reading: Reading,
    sentence: Sentence,
    assigned: Assigned,
    events: Sequence[Event],
    sources: Sequence[Source],
    number: int,
) -> None:
    mark = reading.marked[assigned.marked]
    event = events[assigned.event] if assigned.event is not None else None
    way = "none"
    if event is not None:
        source, sure = sources[assigned.event or 0], assigned.sure
        way = "beside" if sure > _BESIDE else "reached"
    elif (inside := _inside(reading, mark, number)) is not None:
        source, sure, way = inside, 0.85, "inside"
    elif (lead := _introduced(reading, sentence, assigned, number)) is not None:
        source, sure, way = lead, 0.85, "introduced"
    elif assigned.kind == "mixed" and not _is_told_on(reading, sentence):
        source, sure = Source(), 0.0  # words apart from who spoke last may be anybody's
    elif assigned.goes_on or _is_told_on(reading, sentence):
        source, sure, way = _speech(reading, sentence, assigned), 0.8, "speech"
    else:
        source, sure = Source(), 0.0
    short = mark.end - mark.start < _SHORTEST_UNNAMED
    near = assigned.is_speech or assigned.sure > _BESIDE
    nobody = event is not None and event.subject is None
    dropped = assigned.kind == "mixed" and not source.is_shown and short and not near and nobody
    span = (mark.start, mark.end)
    reading.stretches[assigned.marked] = Stretch(
        assigned,
        way,
        source,
        None
        if dropped
        else shaped_quote(reading, span, assigned.kind, source, event, sentence, sure),
    )
    if dropped:
        return
    reading.open_speech = source if mark.goes_on else None
    if source.resolved and assigned.kind == "direct":
        reading.turns = [*reading.turns[-2:], (sentence.paragraph, source)]
    if source.resolved and event is None:
        reading.cast.note_speaker(
            number, source.resolved, person=reading.cast.may_be_person(source.resolved)
        )
        reading.previous, reading.previous_paragraph = source, sentence.paragraph


def _introduced(
    reading: Reading, sentence: Sentence, assigned: Assigned, number: int
) -> Source | None:
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


def _inside(reading: Reading, mark: Marked, number: int) -> Source | None:
    """Return who speaks by a verb inside the marks: «It is over, says she, and we go home»."""
    if reading.lang not in _VERB_INSIDE:
        return None
    tokens = plain_tokens(reading.body, mark.start, mark.end, reading.lang)
    for event in find_events(tokens, reading.lang):
        after = tokens[event.ends + 1].text if event.ends + 1 < len(tokens) else "."
        apart = event.first > 0 and tokens[event.first - 1].text in ",—–" and after in ".,—–"
        if event.side == "R" and event.subject is not None and apart:
            source = _source(reading, event, tokens, number)
            return source if source.resolved else None
    return None


def _speech(reading: Reading, sentence: Sentence, assigned: Assigned) -> Source:
    """Return who speaks on in a quote that stands alone: the speaker just before it."""
    if reading.open_speech is not None:
        return reading.open_speech
    previous, lead = reading.previous, reading.lead
    led = assigned.is_alone and reading.lead_paragraph == sentence.paragraph
    led = led and reading.previous_paragraph != sentence.paragraph
    if previous is None or not previous.resolved or (led and lead is not None):
        return replace(lead, sure=min(lead.sure, 0.65)) if led and lead else Source()
    gap = sentence.paragraph - reading.previous_paragraph
    if gap == 0:
        return Source(previous.text, previous.start, previous.end, previous.resolved, 0.85)
    if gap == 1 and assigned.is_alone and (other := _other_turn(reading)) is not None:
        return replace(other, sure=0.65)
    lead_gap = sentence.paragraph - reading.lead_paragraph
    if assigned.is_alone and lead is not None and lead_gap == 1 < gap:
        return replace(lead, sure=min(lead.sure, 0.62))  # "Adel won.¶“It was close.”"
    if gap == 1 and assigned.is_alone and not _has_moved_on(reading, sentence):
        return Source(previous.text, previous.start, previous.end, previous.resolved, 0.7)
    return Source()


def _has_moved_on(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence of nobody's ended the paragraph before: "Two grams can kill."."""
    return reading.silent_paragraph == sentence.paragraph - 1


def _other_turn(reading: Reading) -> Source | None:
    """Return who spoke before the last speaker, where two talk in turns, a paragraph each."""
    if len(reading.turns) < 2:
        return None
    (earlier, first), (later, second) = reading.turns[-2:]
    in_turns = later - earlier == 1 and first.resolved != second.resolved
    return first if in_turns and reading.previous_paragraph == later else None


def _add_clause(
    reading: Reading,
    event: Event | None,
    source: Source,
    start: int,
    end: int,
    sentence: Sentence,
) -> None:
    if source.resolved is None and source.text is None:
        return
    reading.quotes.append(
        shaped_quote(reading, (start, end), "indirect", source, event, sentence, 0.8)
    )
