"""Where quote marks open and close: what stands between the outermost marks, in linear time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Of single marks none between two letters or digits: those are apostrophes. All that may begin one
# comes first, in one set: `re` then looks for these signs alone, in a quarter of the time.
_MARK: Final = re.compile(
    r"[`'‘’\"“”„‟«»‚\n](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=[\"“”„‟«»‚])"
    r"|(?<=['‘’])(?:(?![^\W_])|(?<![^\W_].))|(?<=\n)\s*)"
)
# What may close what opened; a typewriter mark closes any, because hands and programs mix them.
_CLOSERS: Final[dict[str, frozenset[str]]] = {
    '"': frozenset({'"', "”", "“", "’’"}),
    "“": frozenset({"”", '"', "“", "‟", "’’", "''"}),
    "”": frozenset({"”", '"'}),
    "„": frozenset({"“", "”", '"'}),
    "‟": frozenset({"”", '"'}),
    "«": frozenset({"»", '"'}),
    "»": frozenset({"«", "»"}),
    "‘": frozenset({"’", "'"}),
    "‚": frozenset({"‘", "’", "'"}),
    "'": frozenset({"'", "’"}),
    "``": frozenset({"''", '"', "’’"}),
    "‘‘": frozenset({"’’", "''", '"'}),
}
# “ twice and ” twice: one inside the other, which many write who should write ‘ and ’.
_NESTED: Final = re.compile(r"[^“”\n]{1,300}”[^“”\n]{1,600}”")
_SINGLE: Final = frozenset("‘‚'’")
# An opening mark may touch these; after Arabic letters it may touch anything (the article and
# short prepositions are written on to the marked word).
_BEFORE_OPENING: Final = frozenset(" \t\n\u00a0\u202f\u2009([{—–-/:;,.…\u200f\u200e\u202b")
_AFTER_CLOSING: Final = frozenset(" \t\n\u00a0\u202f\u2009)]}—–-/:;,.!?…،؛؟\u200f\u200e")
_SPACE: Final = " \t\n\r\u00a0\u202f\u2009\u200f\u200e"
_SHORTEST_OPEN: Final = 4  # words of a quote whose closing mark is missing


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks: `start` and `end` inside them, `outer_*` with them.

    `goes_on` is true where the same speech opens again in the next paragraph.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    goes_on: bool = False


@dataclass(slots=True)
class _Open:
    place: int
    after: int
    mark: str
    paragraph: int = 0
    depth: int = 0  # « inside «, as Russian writes it
    closed: int = 0


def find_marked(body: str) -> list[Marked]:
    """Return what stands between the outermost quote marks, in reading order, never overlapping.

    A paragraph without a closing mark ends there if the next one opens again (one speech over
    several paragraphs), or if it is long enough to be speech. Marks inside marks are part of
    the outer stretch. Apostrophes are no marks.
    """
    return [each for each in _stretches(body) if body[each.start : each.end].strip()]


def _stretches(body: str) -> Iterator[Marked]:
    """Walk the marks once."""
    hits = list(_MARK.finditer(body))
    walk = _Walk(body, hits)
    for number, hit in enumerate(hits):
        if hit[0][0] == "\n":
            yield from walk.end_paragraph(number)
        elif walk.opened is None:
            if _may_open(body, hit, hit[0], hits, number):
                walk.opened = _Open(hit.start(), hit.end(), hit[0])
        else:
            yield from walk.meet(hit, walk.opened)
    if walk.opened is not None:
        yield from _unclosed(body, walk.opened, len(body), hits, len(hits))


@dataclass(slots=True)
class _Walk:
    """What is open while the marks are walked: the outer stretch, and a mark inside it."""

    body: str
    hits: list[re.Match[str]]
    opened: _Open | None = None
    inner: str | None = None

    def end_paragraph(self, number: int) -> Iterator[Marked]:
        """Close what a paragraph leaves open, unless it was broken inside a quote."""
        opened, self.inner = self.opened, None
        if opened is not None and not _carries_over(self.body, self.hits, number, opened):
            self.opened = None
            end = self.hits[number].start()
            yield from _unclosed(self.body, opened, end, self.hits, number)

    def meet(self, hit: re.Match[str], opened: _Open) -> Iterator[Marked]:
        """Take a mark inside an open stretch."""
        mark, body = hit[0], self.body
        if self.inner is not None and mark in _CLOSERS[self.inner] and _closes(body, hit):
            self.inner = None
        elif mark in "»”" and opened.depth:
            opened.depth -= 1
            opened.closed = hit.start()
        elif mark in _CLOSERS[opened.mark] and _closes(body, hit):
            self.opened = self.inner = None
            yield _marked(body, opened, hit.start(), hit.end())
        elif mark in _CLOSERS and _opens(body, hit):
            self._open_again(hit, opened)

    def _open_again(self, hit: re.Match[str], opened: _Open) -> None:
        if hit[0] != opened.mark:
            self.inner = hit[0]
        elif hit[0] == "«" or (hit[0] == "“" and _NESTED.match(self.body, hit.end())):
            opened.depth += 1
        elif hit[0] in "“„":
            # Opened twice and never closed: the first was a slip.
            self.opened, self.inner = _Open(hit.start(), hit.end(), hit[0]), None


def _opens(body: str, hit: re.Match[str]) -> bool:
    before, after = (
        body[hit.start() - 1 : hit.start()] if hit.start() else "",
        body[hit.end() : hit.end() + 1],
    )
    if hit[0] in "«»„‚“‘":
        return bool(after) and (not before.isalnum() or _is_arabic(before) or hit[0] in "„«")
    if not after or after in _SPACE:
        return False
    return not before or before in _BEFORE_OPENING or _is_arabic(before) or before in _CLOSERS


def _closes(body: str, hit: re.Match[str]) -> bool:
    before, after = (
        body[hit.start() - 1 : hit.start()] if hit.start() else "",
        body[hit.end() : hit.end() + 1],
    )
    if hit[0] in "”»":
        return True
    if hit[0] in _SINGLE:
        return _single_closes(body, hit, before, after)
    spaced = not before or before in _SPACE
    if not after or after in _AFTER_CLOSING or after in _CLOSERS:
        # A mark with space on both sides closes what is open.
        return not spaced or not after or after in _SPACE
    return not spaced and not (before in "([{—–" and after.isalnum())


def _single_closes(body: str, hit: re.Match[str], before: str, after: str) -> bool:
    if not before or before in _SPACE or after.isalnum():
        return False
    if before in "sS" and after == " " and body[hit.end() + 1 : hit.end() + 2].islower():
        # "the states' rights": a possessive, unless no other mark could close the stretch.
        rest = body[hit.end() : hit.end() + 400].split("\n", 1)[0]
        return not re.search(r"[^\s\w]['’‘](?:\s|$)|\w['’‘][.,;:!?](?:\s|$)", rest)
    return True


def _is_arabic(character: str) -> bool:
    return "\u0621" <= character <= "\u06ff"


def _may_open(
    body: str, hit: re.Match[str], mark: str, hits: list[re.Match[str]], number: int
) -> bool:
    if mark not in _CLOSERS or not _opens(body, hit):
        return False
    if mark == "»":
        # »German books«: only where a closing one follows before another of its kind.
        return (
            next((later[0] for later in hits[number + 1 : number + 40] if later[0] in "«»"), "")
            == "«"
        )
    if mark in "'‘‚":
        return _single_pairs(body, hit, hits, number)
    return True


def _single_pairs(body: str, hit: re.Match[str], hits: list[re.Match[str]], number: int) -> bool:
    """Tell whether a single mark finds its fellow in the paragraph ('tis and '90s do not)."""
    if hit[0] == "'" and body[hit.end() : hit.end() + 1].isdigit():
        return False
    for later in hits[number + 1 : number + 40]:
        if later[0][0] == "\n":
            leads = hit[0] == "‘" or body[: hit.start()].endswith(("\n", "\r"))
            return hit[0] in "‘'" and leads and _goes_on(body, later, hit[0])
        if later[0] in _CLOSERS[hit[0]] and _closes(body, later):
            return True
    return False


def _goes_on(body: str, gap: re.Match[str], mark: str) -> bool:
    after = body[gap.end() : gap.end() + 2]
    if mark in "“”‘":
        return after[:1] in ("“", "‘")
    return bool(after) and after.startswith(mark)


def _carries_over(body: str, hits: list[re.Match[str]], number: int, opened: _Open) -> bool:
    """Tell whether a paragraph was broken inside a quote: its next mark can only close."""
    if opened.paragraph or opened.mark in "'‘‚":
        return False
    following = hits[number + 1] if number + 1 < len(hits) else None
    if following is None or following[0][0] == "\n":
        return False
    ends = body[hits[number].start() - 1] in ".!?…"
    opened.paragraph = 1
    return not ends and following[0] in _CLOSERS[opened.mark] and not _opens(body, following)


def _unclosed(
    body: str, opened: _Open, end: int, hits: list[re.Match[str]], number: int
) -> Iterator[Marked]:
    """Yield the stretch to the paragraph's end: a speech that goes on, or a forgotten mark."""
    if opened.closed:
        # One » closes both: «He asked me: «Why?»
        yield _marked(body, opened, opened.closed, opened.closed + 1)
        return
    goes_on = number < len(hits) and _goes_on(body, hits[number], opened.mark)
    long_enough = len(body[opened.after : end].split(None, _SHORTEST_OPEN)) > _SHORTEST_OPEN
    if goes_on or (long_enough and opened.mark not in "'‘‚"):
        made = _marked(body, opened, end, end)
        yield Marked(made.outer_start, made.start, made.end, made.outer_end, goes_on)


def _marked(body: str, opened: _Open, end: int, outer_end: int) -> Marked:
    start = opened.after
    while start < end and body[start] in _SPACE:
        start += 1
    while end > start and body[end - 1] in _SPACE:
        end -= 1
    return Marked(opened.place, start, end, outer_end)
