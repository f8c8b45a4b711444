"""Makes a quote of its words and of what the rules read: speaker, addressee and via."""

from collections.abc import Sequence

from wireroom.engine.insight.quotes.cast import mention_text
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.mentions import uncontracted
from wireroom.engine.insight.quotes.people_tables import AGENCIES
from wireroom.engine.insight.quotes.quote import Kind, Quote
from wireroom.engine.insight.quotes.reading import SHOWN_FROM, Reading, Source
from wireroom.engine.insight.quotes.resolve import resolve
from wireroom.engine.insight.quotes.sentences import Sentence, Token
from wireroom.engine.insight.quotes.word_tables import PRONOUNS


def shaped_quote(
    reading: Reading,
    span: tuple[int, int],
    kind: Kind,
    source: Source,
    event: Event | None,
    sentence: Sentence,
    sure: float,
) -> Quote:
    """Return the quote of a span; below a surety nobody is named."""
    body, tokens, shown = reading.body, sentence.tokens, source.is_shown
    told = shown or (event is not None and is_told(source.text, reading.lang))
    confidence = round(min(sure, source.sure), 2) if shown else 0.3
    return Quote(
        quote=body[span[0] : span[1]],
        start=span[0],
        end=span[1],
        kind=kind,
        speaker=source.text if told else None,
        speaker_start=source.start if told else None,
        speaker_end=source.end if told else None,
        speaker_resolved=source.resolved if shown else None,
        addressee=_addressee(reading, event, tokens),
        via=_via(reading, event, tokens, source.resolved),
        cue=body[tokens[event.first].start : tokens[event.last].end] if event else None,
        confidence=confidence,
    )


def is_told(named: str | None, lang: str) -> bool:
    """Tell "the supervisor" of nobody known, which stands as it is, from "he", which tells less."""
    return named is not None and uncontracted(named.lower()) not in PRONOUNS.get(lang, {})


def _addressee(reading: Reading, event: Event | None, tokens: Sequence[Token]) -> str | None:
    if event is None or event.addressee is None:
        return None
    if event.addressee.kind == "name":
        return resolve(reading.cast, event.addressee, tokens, 0)[0]
    if event.addressee.kind == "pronoun":
        return None
    return mention_text(event.addressee, tokens)


def _via(
    reading: Reading, event: Event | None, tokens: Sequence[Token], speaker: str | None
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
