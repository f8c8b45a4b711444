"""What costs a parser time of its square, cut before: a tag's attributes, a list's options."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

# Elements of 1,000 shared pages have up to 51, pages up to 807 options.
MAX_ATTRIBUTES: Final = 200
MAX_OPTIONS: Final = 3_000
# A tag of too many attributes is no shorter than this. Of small pages only longer ones are looked
# at: all of such a page in tags of this length costs .1 s.
_LONG_TAG: Final = 5_000
_SHORTER_TAG: Final = 2 * MAX_ATTRIBUTES
_SMALL_PAGE: Final = 300_000
# Fewer signs of equality than this cost no more than .2 s, however they are spread over tags.
_FEW_EQUALS: Final = 10_000
# Values that hold a ">" and stretches without one that hold tags: real pages have few of them.
_MOST_SPANNING: Final = 200
_MOST_OPENED: Final = 50
# As HTML's tokenizer reads them: quotes open a value behind "=" alone, and "it's" is a name.
_ATTRIBUTE_FORM: Final = rb"""[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?"""
_ATTRIBUTE: Final = re.compile(_ATTRIBUTE_FORM)
_WHOLE_TAG: Final = re.compile(
    rb"<([a-zA-Z][^\s>/]*)(?=[\s/])((?:[\s/]+|" + _ATTRIBUTE_FORM + rb")*+)(>?)"
)
# There are no more attributes in a tag than signs of these: a cheap look before they are read.
_PARTING: Final = (b" ", b"\t", b"\n", b"\f", b"\r", b"\v", b"/", b'"', b"'")
_NAME: Final = re.compile(rb"[^\s>/]{1,200}")
_PLAIN_NAME: Final = re.compile(rb"[a-zA-Z][a-zA-Z0-9:-]*\Z")
_OPTION: Final = re.compile(r"</?opt(?:ion|group)\b[^<>]*>?", re.IGNORECASE)
_SPACE, _DOUBLE, _SINGLE, _EQUALS, _GREATER = (ord(sign) for sign in " \"'=>")

Signs = NDArray[np.uint8]
Places = NDArray[np.intp]


def cut_attributes(text: str, signs: Signs, starts: Places) -> str:
    """Return the markup with no tag of more than MAX_ATTRIBUTES; time is linear.

    `signs` are its bytes in UTF-8 and `starts` the places where a letter follows a "<". What
    they show at a glance decides for ordinary pages: only long tags are read. A tag whose
    values hold tags looks like many short ones; where there may be such all are read.
    """
    least = _LONG_TAG if len(signs) < _SMALL_PAGE else _SHORTER_TAG
    ends = np.append(np.flatnonzero(signs == _GREATER), len(signs))
    if _may_span(text, signs, starts, ends):
        return _with_fewer(signs.tobytes(), starts.tolist(), least) or text
    apart = starts[np.diff(starts, append=len(signs)) > least]
    long = apart[ends[np.searchsorted(ends, apart)] - apart > least].tolist()
    return _with_fewer(signs.tobytes(), long, least) or text if long else text


def _may_span(text: str, signs: Signs, starts: Places, ends: Places) -> bool:
    """Tell whether attributes may span what looks like further tags.

    Without a ">" between them, or with one in a quoted value: behind a "=" and white space.
    """
    wide = np.flatnonzero(np.diff(ends, prepend=0) > _SHORTER_TAG)
    opened = np.searchsorted(starts, ends[wide]) - np.searchsorted(starts, ends[wide - 1])
    if (opened > _MOST_OPENED).any() or np.searchsorted(starts, ends[0]) > _MOST_OPENED:
        return True
    if text.count("=") < _FEW_EQUALS:
        return False
    dense = signs[signs > _SPACE]
    ends = np.append(np.flatnonzero(dense == _GREATER), len(dense))
    return sum(_spanning(dense, ends, quote) for quote in (_DOUBLE, _SINGLE)) > _MOST_SPANNING


def _spanning(dense: Signs, ends: Places, quote: int) -> int:
    """Count the values in one kind of quotes that hold a ">"."""
    quotes = np.flatnonzero(dense == quote)
    opening = np.flatnonzero(dense[quotes - 1] == _EQUALS)
    opening = opening[opening + 1 < len(quotes)]
    after = ends[np.searchsorted(ends, quotes[opening])]
    return int(np.count_nonzero(after < quotes[opening + 1]))


def _with_fewer(markup: bytes, starts: Sequence[int], least: int) -> str | None:
    """Return UTF-8 markup with its longest tags cut to the attributes allowed, None if all are."""
    pieces: list[bytes] = []
    end = kept_to = 0
    scripts: list[int] | None = None
    for start in starts:
        # What a tag's quotes span is no further tag: so each sign is looked at but once.
        if start < end:
            continue
        # Before the tag is followed to its end, which in a script may be far away.
        name = _NAME.match(markup, start + 1)
        if name is None or not _PLAIN_NAME.match(name[0]):
            scripts = borders_of_scripts(markup) if scripts is None else scripts
            border = bisect_right(scripts, start)
            if border % 2:
                end = scripts[border]  # a script holds no tags: what looks like one is passed
                continue
        tag = _WHOLE_TAG.match(markup, start)
        if tag is None:
            continue
        end = tag.end()
        attributes: Sequence[Any] = ()
        if tag[3] and len(tag[0]) >= least and sum(map(tag[2].count, _PARTING)) > MAX_ATTRIBUTES:
            attributes = _ATTRIBUTE.findall(tag[2])
        if len(attributes) > MAX_ATTRIBUTES:
            kept = b" ".join(attributes[:MAX_ATTRIBUTES])
            pieces += [markup[kept_to:start], b"<", tag[1], b" ", kept, b">"]
            kept_to = end
    return b"".join([*pieces, markup[kept_to:]]).decode("utf-8", "replace") if pieces else None


def borders_of_scripts(markup: bytes) -> list[int]:
    """Return where scripts begin and end, by turns: an odd number of borders before is inside.

    A script in a comment is none. Each sign is searched once, so time is linear.
    """
    lower = markup.lower()
    find = lower.find
    borders: list[int] = []
    at, comment, script = 0, find(b"<!--"), -1
    while True:
        if script < at and (script := find(b"<script", at)) < 0:
            break
        if 0 <= comment < at:
            comment = find(b"<!--", at)
        if 0 <= comment < script:
            end = find(b"-->", comment + 4)
            at, comment = (end, comment) if end >= 0 else (script, -1)
            continue
        at = script + len(b"<script")
        if lower[at : at + 1].isalnum() or lower[at : at + 1] == b"_":
            continue
        at = find(b"</script", at)
        if at < 0:
            break
        borders += (script, at)
    return borders


def cut_options(text: str) -> str:
    """Return the markup without the tags of its options, where they are too many.

    Each of MAX_OPTIONS has two; what is left is words in a list that no reader looks into.
    """
    return _OPTION.sub("", text) if len(_OPTION.findall(text)) > 2 * MAX_OPTIONS else text
