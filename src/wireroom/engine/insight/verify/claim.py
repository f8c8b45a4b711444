"""What goes into the verifier and what comes out: claims, articles, verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one revision of an article: half-open code points of its text."""

    article: str
    revision: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence somebody wants to show, and the spans it says it rests on.

    `speaker` is who the claim says spoke its quotes; None where it leaves that to its text.
    """

    text: str
    spans: Sequence[Span]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """The text of an article at one revision; paragraphs are parted by line ends."""

    id: str
    revision: int
    text: str
    lang: str = "und"
    published_at: datetime | None = None


class Reason(StrEnum):
    """Why a claim is withheld. The values are stored: never change one."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_SPAN = "no-span"
    TOO_MANY_SPANS = "too-many-spans"
    UNKNOWN_ARTICLE = "unknown-article"
    OTHER_REVISION = "other-revision"
    SPAN_OUT_OF_RANGE = "span-out-of-range"
    SPAN_TOO_WIDE = "span-too-wide"
    INSTRUCTION = "instruction"
    QUOTE = "quote"
    SPEAKER = "speaker"
    NUMBER = "number"
    UNIT = "unit"
    BOUND = "bound"
    COUNTED = "counted"
    DAY = "day"
    NAME = "name"
    WORDS = "words"
    NEGATION = "negation"
    MODALITY = "modality"
    ROLES = "roles"
    FUSED = "fused"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason, and the words of the claim that it is about ("" for the whole claim)."""

    reason: Reason
    about: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Passed, or withheld with at least one finding."""

    findings: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the claim may be shown."""
        return not self.findings

    @property
    def reasons(self) -> frozenset[Reason]:
        """The codes of the findings."""
        return frozenset(finding.reason for finding in self.findings)
