"""What goes into a story's ledger of quotes and what comes out: tellings, sayings, entries."""

from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.engine.insight.quotes.quote import Kind, Quote
from wireroom.engine.insight.verify.claim import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """The quotes of one report; `original` is the report whose text it carries, else itself."""

    article: str
    revision: int
    outlet: str
    original: str
    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class Saying:
    """The words as one report gives them: `text` is exactly what stands at the span."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One utterance of a story.

    `saying` is its fullest wording, `speakers` everybody it is given to: more than one where the
    reports disagree, the most often named first, and nobody where the reports give it to somebody
    whom they do not name. `carriers` are the reports that have it, the
    earliest first, each with its own wording; `independent` counts those whose text is their own.
    """

    saying: Saying
    kind: Kind
    speakers: tuple[str, ...]
    addressee: str | None
    via: tuple[str, ...]
    carriers: tuple[Saying, ...]
    independent: int
