"""Asks an article who says given characters of it, and under which names it knows them."""

from dataclasses import dataclass

from wireroom.engine.insight.quotes.cast import Cast
from wireroom.engine.insight.quotes.find import read_quotes
from wireroom.engine.insight.quotes.quote import Kind, Quote
from wireroom.engine.insight.quotes.word_tables import PRONOUNS


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a stretch of a body: the fullest name there, and every other the article gives.

    `named` is the speaker as the text names them beside the quote; pronouns are no aliases.
    `confidence` is the quote's, 0 to 1.
    """

    name: str
    named: str
    aliases: frozenset[str]
    kind: Kind
    confidence: float


@dataclass(frozen=True, slots=True)
class Speakers:
    """The quotes of one body with the names of its people."""

    quotes: tuple[Quote, ...]
    cast: Cast

    def of(self, start: int, end: int) -> Speaker | None:
        """Return who says the code points from `start` to `end`; None where it does not tell.

        A quote has to hold all of them; of several the shortest does, marked words before
        reported ones.
        """
        holding = [each for each in self.quotes if each.start <= start and end <= each.end]
        holding.sort(key=lambda each: (each.kind == "indirect", each.end - each.start))
        found = holding[0] if holding else None
        if found is None or found.speaker_resolved is None:
            return None
        return Speaker(
            found.speaker_resolved,
            found.speaker or found.speaker_resolved,
            self.aliases(found.speaker_resolved),
            found.kind,
            found.confidence,
        )

    def aliases(self, name: str) -> frozenset[str]:
        """Return all names under which the article knows somebody, the fullest included."""
        parts = name.split()
        short = (
            {parts[0], parts[-1], " ".join(parts[1:]), f"{parts[0]} {parts[-1]}"}
            if parts
            else set()
        )
        own = {each for each in short if each and self._means(each, name)}
        pronouns = PRONOUNS.get(self.cast.lang, {})
        beside = {
            quote.speaker
            for quote in self.quotes
            if quote.speaker_resolved == name
            and quote.speaker is not None
            and quote.speaker.lower() not in pronouns
        }
        return frozenset({name, *own, *beside})

    def _means(self, part: str, name: str) -> bool:
        """Tell whether a part of a name means nobody else in the article."""
        known = self.cast.full_by_part.get(part.lower(), [])
        return bool(known) and all(full == name for _, full in known)


def read_speakers(body: str, lang: str | None = None) -> Speakers:
    """Return who says what in a body, to be asked by place; `lang` is a BCP 47 tag if known."""
    quotes, cast = read_quotes(body, lang)
    return Speakers(tuple(quotes), cast)
