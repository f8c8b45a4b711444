"""Which pieces of a kept brief editors have hidden, and the brief without them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, TypeAlias

from wireroom.engine.text.words import words

Kept: TypeAlias = dict[str, Any]
Hidden: TypeAlias = Collection[tuple[int, str]]  # articles and piece_key of their words
_ROOMS: Final = ("points", "news", "timeline", "quotes")
_FEWEST_VALUES: Final = 2  # one value alone differs from nothing


def piece_key(text: str) -> str:
    """Return what names words in every revision and every brief, however they are spaced."""
    return blake2b(" ".join(words(text)).encode(), digest_size=16).hexdigest()


def cited_articles(content: Mapping[str, Any]) -> set[int]:
    """Return the articles whose words a kept brief holds."""
    return {saying[1] for saying in _sayings(content)}


def _sayings(content: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
    for room in _ROOMS:
        for kept in content.get(room, ()):
            yield kept["saying"]
    for quote in content.get("quotes", ()):
        yield from quote["others"]
    for table in content.get("differences", ()):
        yield from (kept["saying"] for kept in table["values"])
    yield from (kept["was"] for kept in content.get("gone", ()))


def without_hidden(content: Mapping[str, Any], hidden: Hidden) -> Kept:
    """Return a kept brief without hidden pieces, and without what it tells of older ones."""
    rest = dict(content)
    if not hidden:
        return rest
    for room in _ROOMS:
        shown = (one for one in content.get(room, ()) if not is_hidden(one["saying"], hidden))
        rest[room] = [_unmarked(one, hidden) for one in shown]
    tables = (
        {**table, "values": _shown_values(table["values"], hidden)}
        for table in content.get("differences", ())
    )
    rest["quotes"] = [_without_others(one, hidden) for one in rest["quotes"]]
    rest["differences"] = [one for one in tables if len(one["values"]) >= _FEWEST_VALUES]
    gone = content.get("gone", ())
    rest["gone"] = [one for one in gone if not is_hidden(one["was"], hidden)]
    return rest


def is_hidden(saying: Sequence[Any], hidden: Hidden) -> bool:
    """Tell whether an editor hid these words of this article."""
    return bool(hidden) and (saying[1], piece_key(saying[0])) in hidden


def _shown_values(values: Sequence[Kept], hidden: Hidden) -> list[Kept]:
    return [_unmarked(one, hidden) for one in values if not _is_hidden_value(one, hidden)]


def _is_hidden_value(kept: Kept, hidden: Hidden) -> bool:
    """Tell whether a value's sentence is hidden, or the value that stood without it."""
    (text, article, *_), (start, end) = kept["saying"], kept["marked"]
    return is_hidden(kept["saying"], hidden) or is_hidden((text[start:end], article), hidden)


def _unmarked(kept: Kept, hidden: Hidden) -> Kept:
    mark = kept.get("changed")
    if mark is None or not is_hidden(mark["was"], hidden):
        return kept
    return {name: value for name, value in kept.items() if name != "changed"}


def _without_others(kept: Kept, hidden: Hidden) -> Kept:
    return {**kept, "others": [one for one in kept["others"] if not is_hidden(one, hidden)]}
