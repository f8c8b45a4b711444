"""What comes back for a question: sentences of the story, each with its place, or none."""

from dataclasses import dataclass

from wireroom.engine.insight.verify.claim import Span


@dataclass(frozen=True, slots=True)
class Reply:
    """A sentence that answers, letter for letter, and whose report it stands in."""

    text: str
    span: Span
    outlet: str | None
    telling: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One to three replies, best first; none where these reports do not say.

    Of `voices` that tell the story `compared` reports were read.
    """

    replies: tuple[Reply, ...]
    compared: int
    voices: int

    @property
    def is_found(self) -> bool:
        """Whether the reports answer the question."""
        return bool(self.replies)
