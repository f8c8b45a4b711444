"""A story's ledger of quotes, made of the quotes of its reports."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.ledger.entry import Entry, Saying, Telling
from wireroom.engine.insight.ledger.group import group_quotes
from wireroom.engine.insight.ledger.people import full_names, without_parts
from wireroom.engine.insight.quotes.generic import is_generic
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.text.words import words

# A shorter fragment ("so-called reform") tells a reader nothing of who thinks what.
_FEWEST_WORDS: Final = 4
MOST_ENTRIES: Final = 60
# Quotes that are compared, and of one report at least: 4,000 take some 0.3 s of CPU, where all of
# 2,000 long reports took 2 to 4 s. Sixty reports have fewer.
_MOST_COMPARED: Final = 4_000
_FEWEST_OF_REPORT: Final = 2


@dataclass(frozen=True, slots=True)
class _Said:
    telling: Telling
    quote: Quote

    @property
    def speaker(self) -> str:
        """Return who is named; nothing where nobody is, or nobody in particular."""
        named = self.quote.speaker_resolved or ""
        return "" if self.is_anybodys else named

    @property
    def is_anybodys(self) -> bool:
        named = self.quote.speaker_resolved
        return named is not None and is_generic(named)

    @property
    def saying(self) -> Saying:
        # American usage sets the comma of the sentence around a quote inside its marks.
        quote, of = self.quote, self.telling
        text = quote.quote.rstrip(",،")
        span = Span(of.article, of.revision, quote.start, quote.start + len(text))
        return Saying(text, span)


def build_ledger(tellings: Sequence[Telling]) -> list[Entry]:
    """Return the utterances of a story, those of most independent reports first.

    `tellings` come in order of time. Only exact words count (direct and mixed quotes), and only
    those of which some report tells the speaker; where that is nobody in particular ("residents"),
    an entry has no speakers. At most MOST_ENTRIES. Of a story of very many reports only so many
    quotes of each are compared, those with a speaker before others.
    """
    most = max(_FEWEST_OF_REPORT, _MOST_COMPARED // max(1, len(tellings)))
    said = [one for telling in tellings for one in _of_telling(telling, most)]
    people = full_names(_named(tellings, said))
    keyed = [(one.quote.quote, people.get(one.speaker, one.speaker)) for one in said]
    groups = [[said[number] for number in group] for group in group_quotes(keyed)]
    told = [group for group in groups if any(one.speaker or one.is_anybodys for one in group)]
    entries = [_entry(group, people) for group in told]
    return sorted(entries, key=lambda entry: -entry.independent)[:MOST_ENTRIES]


def _named(tellings: Sequence[Telling], said: Sequence[_Said]) -> Iterator[str]:
    """Yield who is named: who spoke, and of whom else a surname may be."""
    yield from (one.speaker for one in said if one.speaker)
    for telling in tellings:
        for quote in telling.quotes:
            yield from (
                name or "" for name in (quote.speaker_resolved, quote.addressee) if _is_name(name)
            )


def _is_name(told: str | None) -> bool:
    """Tell "Ada Roe" from "the minister": a name has no word in small letters."""
    return bool(told) and not any(word.islower() for word in (told or "").split())


def _of_telling(telling: Telling, most: int) -> list[_Said]:
    """Return the quotes of one report that are compared, in the order of its text."""
    exact = [_Said(telling, quote) for quote in telling.quotes if quote.kind != "indirect"]
    if len(exact) > most:
        named = sorted(range(len(exact)), key=lambda place: not exact[place].speaker)
        exact = [exact[place] for place in sorted(named[:most])]
    return [one for one in exact if len(words(one.quote.quote)) >= _FEWEST_WORDS]


def _entry(group: Sequence[_Said], people: dict[str, str]) -> Entry:
    fullest = group[0]
    if len(group) > 1:
        fullest = max(group, key=lambda one: len(words(one.quote.quote)))
    by_article = {one.telling.article: one for one in reversed(group)}
    carriers = [one for one in group if by_article[one.telling.article] is one]
    return Entry(
        saying=fullest.saying,
        kind=fullest.quote.kind,
        speakers=_speakers(group, people),
        addressee=next((one.quote.addressee for one in group if one.quote.addressee), None),
        via=tuple(fullest.quote.via),
        carriers=tuple(one.saying for one in carriers),
        independent=len({one.telling.original for one in carriers}),
    )


def _speakers(group: Sequence[_Said], people: dict[str, str]) -> tuple[str, ...]:
    """Return who is said to have spoken; copies of one text are one witness."""
    named = {
        (one.telling.original, people.get(one.speaker, one.speaker)) for one in group if one.speaker
    }
    counts = Counter(name for _, name in named)
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return without_parts([name for name, _ in ranked])
