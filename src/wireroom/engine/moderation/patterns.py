"""Word patterns from plain files, and where a comment has them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final, cast

from wireroom.engine.errors import BadInput
from wireroom.engine.moderation.assessment import Kind
from wireroom.engine.moderation.folding import Word
from wireroom.engine.text.words import fold

# A comment with more masked words than this is made of them, and said so by the first ones.
_MASKED_READ: Final = 30


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: the words that may stand there; none means any word."""

    words: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind with its score, given where words fill all elements in turn."""

    kind: Kind
    cause: str
    score: float
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by the word they open with, and named sets of words."""

    slots: dict[str, frozenset[str]]
    opening: dict[str, tuple[Pattern, ...]]
    vocabulary: frozenset[str]

    def patterns_at(self, word: Word) -> Iterator[Pattern]:
        """Yield the patterns that a word can open."""
        for form in word.forms:
            yield from self.opening.get(form, ())


def find_patterns(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[Pattern, int, int]]:
    """Yield (pattern, first word, end word) for every pattern, the end being exclusive."""
    read = _unmasked(words, lexicon)
    for at, word in enumerate(read):
        for pattern in lexicon.patterns_at(word):
            end = _end(read, at + 1, pattern.elements[1:])
            if end is not None:
                yield pattern, at, end


def _end(words: Sequence[Word], at: int, elements: Sequence[Element]) -> int | None:
    """Return the end of the longest reading of the elements from a word on, None for none."""
    if not elements:
        return at
    first, rest = elements[0], elements[1:]
    if (
        at < len(words)
        and not words[at].opens
        and (not first.words or not first.words.isdisjoint(words[at].forms))
    ):
        end = _end(words, at + 1, rest)
        if end is not None:
            return end
    return _end(words, at, rest) if first.optional else None


def _unmasked(words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Add to masked words ("f*ck") the words of the patterns that they can be."""
    read = list(words)
    masked = [at for at, word in enumerate(words) if any("*" in form for form in word.forms)]
    for at in masked[:_MASKED_READ]:
        word = words[at]
        meant = {full for form in word.forms for full in lexicon.vocabulary if _fits(form, full)}
        read[at] = replace(word, forms=word.forms | meant)
    return read


def _fits(masked: str, full: str) -> bool:
    """Tell whether letters and stars can be a word: most letters shown, the first among them."""
    return (
        len(masked) == len(full) >= 4
        and 2 * masked.count("*") < len(full)
        and masked[0] == full[0]
        and all(shown in ("*", letter) for shown, letter in zip(masked, full, strict=True))
    )


@cache
def load_lexicon() -> Lexicon:
    """Return the patterns of all languages: people mix them, and a list costs nothing unused."""
    folder = files("wireroom.engine.moderation") / "words"
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".txt"))
    return parse_lexicon("\n".join((folder / name).read_text("utf-8") for name in names))


def parse_lexicon(text: str) -> Lexicon:
    """Read `@slot = words` and `kind cause score: elements` lines; words/README.md tells how."""
    slots: dict[str, frozenset[str]] = {}
    opening: defaultdict[str, list[Pattern]] = defaultdict(list)
    for line in text.splitlines():
        bare = line.partition("#")[0].strip()
        if bare.startswith("@"):
            name, _, listed = bare[1:].partition("=")
            slots[name.strip()] = slots.get(name.strip(), frozenset()) | _listed(listed, slots)
        elif bare:
            pattern = _pattern(bare, slots)
            for word in pattern.elements[0].words:
                opening[word].append(pattern)
    elements = [each for found in opening.values() for one in found for each in one.elements]
    vocabulary = frozenset().union(*(each.words for each in elements))
    return Lexicon(slots, {word: tuple(found) for word, found in opening.items()}, vocabulary)


def _pattern(line: str, slots: dict[str, frozenset[str]]) -> Pattern:
    head, _, body = line.partition(":")
    kind, cause, score = head.split()
    elements = tuple(
        Element(_filled(part.lstrip("?"), slots), part.startswith("?")) for part in body.split()
    )
    if not elements or elements[0].optional or not elements[0].words:
        raise BadInput(f"pattern {line!r} opens with no word; let its first element be required")
    return Pattern(cast("Kind", kind), cause, float(score), elements)


def _listed(listed: str, slots: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(_filled(part, slots) for part in listed.split()))


def _filled(part: str, slots: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return the words of `a|b`, `@slot` or `@slot+@slot`; none for `~`, which is any word."""
    if part == "~":
        return frozenset()
    sides = [_choices(side, slots) for side in part.split("+")]
    return frozenset(fold("".join(choice)) for choice in product(*sides))


def _choices(side: str, slots: dict[str, frozenset[str]]) -> list[str]:
    chosen: list[str] = []
    for name in side.split("|"):
        chosen += slots[name[1:]] if name.startswith("@") else [name]
    return chosen
