"""Between the names that the engine finds in a text and what the tables keep of them."""

from collections.abc import Sequence
from typing import Any

from wireroom.engine.insight.entities.entity import Entity, Kind, NameSpan


def keep_names(names: Sequence[Entity]) -> list[Any]:
    """Return names as JSON keeps them: [kind, name, confidence, aliases, [start, end, title]...].

    Without their language, which is the article's.
    """
    return [
        [
            one.kind.value,
            one.name,
            one.confidence,
            list(one.aliases),
            *([span.start, span.end, int(span.in_title)] for span in one.spans),
        ]
        for one in names
    ]


def read_names(kept: Sequence[Sequence[Any]], lang: str) -> tuple[Entity, ...]:
    """Return what keep_names() kept of an article in a language."""
    return tuple(
        Entity(
            kind=Kind(kind),
            name=name,
            spans=tuple(NameSpan(start, end, bool(title)) for start, end, title in spans),
            confidence=confidence,
            aliases=tuple(aliases),
            lang=lang,
        )
        for kind, name, confidence, aliases, *spans in kept
    )
