"""The state while an article is read for its quotes: who speaks, and what its marked words are."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wireroom.engine.insight.quotes.assign import Assigned
from wireroom.engine.insight.quotes.cast import Cast
from wireroom.engine.insight.quotes.event import Event
from wireroom.engine.insight.quotes.marks import Marked
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.quotes.sentences import Sentence

# Below this nobody is named: a quote without a speaker is better than one with a wrong one.
SHOWN_FROM = 0.6


@dataclass(slots=True)
class Source:
    """Who speaks: as the text names them, and resolved."""

    text: str | None = None
    start: int | None = None
    end: int | None = None
    resolved: str | None = None
    sure: float = 0.0
    gender: str = ""  # that an Arabic verb gives its subject

    @property
    def is_shown(self) -> bool:
        """Tell whether somebody is named, and surely enough to be shown."""
        return self.resolved is not None and self.sure >= SHOWN_FROM


@dataclass(frozen=True, slots=True)
class Told:
    """What the rules read in a sentence: who says something there, and who leads it."""

    sentence: Sentence
    events: Sequence[Event] = ()
    sources: Sequence[Source] = ()
    lead: Source | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marked words as the rules read them.

    `way` is how their speaker was found, `quote` None where the rules see no quotation.
    """

    assigned: Assigned
    way: str
    source: Source
    quote: Quote | None


@dataclass(slots=True)
class Reading:
    """The state while an article is read."""

    body: str
    lang: str
    marked: Sequence[Marked]
    cast: Cast
    quotes: list[Quote] = field(default_factory=list)  # reported clauses
    told: list[Told] = field(default_factory=list)  # by the number of the sentence
    stretches: dict[int, Stretch] = field(default_factory=dict)  # by the number of the mark
    previous: Source | None = None
    previous_paragraph: int = -1
    open_speech: Source | None = None
    turns: list[tuple[int, Source]] = field(default_factory=list)
    lead: Source | None = None
    lead_paragraph: int = -1
    silent_paragraph: int = -1  # whose last sentence says nothing of anybody's
