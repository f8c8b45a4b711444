"""What a person may save, follow or block, named by what it is and its number."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is meant."""

    ARTICLE = "article"
    STORY = "story"
    TOPIC = "topic"
    OUTLET = "outlet"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing: a row of the news by its id, or the words of a search."""

    kind: Kind
    id: int = 0
    words: str = ""

    def columns(self) -> dict[str, int | str]:
        """Return the column that names it, and its value."""
        if self.kind is Kind.WORDS:
            return {"words": self.words}
        return {f"{self.kind}_id": self.id}
