"""What a quote is: exact words of an article, and who is said to have said them."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a body; all offsets are half-open code points of it, and `quote` is that slice.

    Direct and mixed quotes are what stands between quote marks, without the marks: a whole
    utterance, or a fragment in the article's own sentence. Indirect ones are a reported clause
    without marks. `speaker` is who is named in the text, `speaker_resolved` the fullest name
    that the article gives for the same; both are None where the text does not tell, the second
    alone
    where a verb of saying has "the mayor" for its subject and two may be meant. `via` are
    those who reported it, the nearest to the speaker first. `confidence` is 0 to 1.
    """

    quote: str
    start: int
    end: int
    kind: Kind
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_resolved: str | None = None
    addressee: str | None = None
    via: list[str] = field(default_factory=list)
    cue: str | None = None
    confidence: float = 0.0
