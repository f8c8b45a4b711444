"""What a line of a dump is by the lines around it: captions, lists of points, lives in brief."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from wireroom.engine.pages.dump.bylines import find_bylines
from wireroom.engine.pages.dump.captions import (
    counts_pictures,
    credits_alone,
    is_caption,
    is_photographer,
    is_said_with_credit,
)
from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import is_person, names_role, read_signed
from wireroom.engine.pages.dump.stems import shared_share
from wireroom.engine.pages.dump.typed_line import Line

_TEXTS: Final = (Kind.SHORT, Kind.PROSE)


def by_neighbours(lines: list[Line]) -> list[Line]:
    """Return the lines, those that only their neighbours tell for what they are set right."""
    found = list(lines)
    readers = (_listed, _captions, _said_with_credit, _lives, _panels, _colons, _pictured)
    for index in chain.from_iterable(reader(lines) for reader in readers):
        found[index] = replace(
            lines[index], kind=Kind.LABEL, label=Label.FURNITURE, header=None, is_time=False
        )
    for index in _questions(found):
        found[index] = replace(lines[index], kind=Kind.SHORT)
    for index in _points(found):
        found[index] = replace(lines[index], kind=Kind.BULLET)
    for index in _names_like_labels(lines):
        found[index] = replace(lines[index], kind=Kind.SHORT, label=None)
    for index, header in find_bylines(found):
        found[index] = replace(lines[index], kind=Kind.HEADER, header=header)
    return found


# What programs that read pages aloud are told of a list, and copying takes along.
_LIST_OPENS: Final = re.compile(
    r"^list of \d+ items?$|^skip (?!to\b).{2,60} and continue reading$"
    r"|^تخطى .{2,60} وواصل القراءة$",
    re.IGNORECASE,
)
_LIST_ENDS: Final = re.compile(r"^end of .{2,60}$|^.{2,60} نهاية$|^نهاية .{2,60}$", re.IGNORECASE)
_LONGEST_LIST: Final = 60


def _listed(lines: list[Line]) -> Iterator[int]:
    """Yield the lines of lists of links inside a report, from their opening to their end."""
    for start, line in enumerate(lines):
        if not _LIST_OPENS.match(line.text):
            continue
        reach = range(start, min(len(lines), start + _LONGEST_LIST))
        end = next((index for index in reach if _LIST_ENDS.match(lines[index].text)), start)
        yield from range(start, end + 1)


def _captions(lines: list[Line]) -> Iterator[int]:
    for index, line in enumerate(lines):
        is_apart = line.label is Label.FURNITURE or is_photographer(line.text)
        if not (line.kind in _TEXTS or is_apart) or not is_caption(line.text):
            continue
        yield index
        if credits_alone(line.text):
            yield from _credited(lines, index)
        if _is_above_byline(lines, index):
            yield index - 1
        below = lines[index + 1 : index + 2]
        if counts_pictures(line.text) and below and below[0].kind in _TEXTS:
            yield index + 1


_BYLINE_REACH: Final = 4


def _is_above_byline(lines: list[Line], index: int) -> bool:
    """Tell whether a lone sentence over a caption describes the picture: the byline comes yet."""
    above = lines[index - 1] if index > 1 else None
    if above is None or above.kind is not Kind.PROSE or lines[index - 2].kind in _TEXTS:
        return False
    is_before = not any(line.header for line in lines[:index])
    return is_before and any(line.header for line in lines[index + 1 : index + 1 + _BYLINE_REACH])


def _colons(lines: list[Line]) -> Iterator[int]:
    """Yield short lines that end in a colon and lead to no text: they open a list or a box."""
    for line, (index, below) in zip(lines, enumerate(lines[1:]), strict=False):
        if line.kind is not Kind.PROSE or not line.text.endswith((":", "：")):
            continue
        if line.word_count <= _MOST_COLON_WORDS and below.kind not in (Kind.PROSE, Kind.BULLET):
            yield index


_MOST_COLON_WORDS: Final = 8


def _said_with_credit(lines: list[Line]) -> Iterator[int]:
    for index, (line, below) in enumerate(pairwise(lines)):
        is_text = line.kind in _TEXTS and below.kind in _TEXTS
        if is_text and is_said_with_credit(line.text, below.text):
            yield from (index, index + 1)


_QUOTED: Final = re.compile(r"^[«“„\"‘'][^«»“”„\"]+[»”\"’'“]$")


def _pictured(lines: list[Line]) -> Iterator[int]:
    """Yield sentences said twice on end inside a report, and a caption of the same words below."""
    has_text = False
    for index, (line, again) in enumerate(pairwise(lines)):
        is_twice = line.key == again.key != "" and bool(_STOPPED.search(line.text))
        if is_twice and has_text and line.kind in _TEXTS:
            yield from (index, index + 1)
            below = lines[index + 2 : index + 3]
            if below and _is_same_picture(line, below[0]):
                yield index + 2
        has_text |= line.kind is Kind.PROSE and not is_twice


def _is_same_picture(alternative: Line, caption: Line) -> bool:
    is_short = caption.kind is Kind.PROSE and len(caption.text) <= _LONGEST_QUESTION
    return is_short and shared_share(alternative.text, caption.text) >= _SAME_PICTURE


_STOPPED: Final = re.compile(r"\.[\"”»]?$")
_SAME_PICTURE: Final = 0.3


def _questions(lines: list[Line]) -> Iterator[int]:
    """Yield questions and quotes that stand between lines that are no sentences: headlines."""
    for index, line in enumerate(lines):
        if line.kind is not Kind.PROSE:
            continue
        if not line.text.endswith(("?", "؟", "？")) and not _QUOTED.match(line.text):
            continue
        around = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
        if len(line.text) <= _LONGEST_QUESTION and all(
            one.kind is not Kind.PROSE for one in around
        ):
            yield index


_LONGEST_QUESTION: Final = 120


# A panel of what a machine makes of the report ends where the page's next part begins.
_PANEL: Final = re.compile(
    r"^(?:try|explore|discover|ask) .{0,40}\bai\b|الذكاء الاصطناعي|\bAI (?:features|assistant)\b",
    re.I,
)
_LONGEST_PANEL: Final = 30
_PARTS: Final = (Label.COMMENTS, Label.NO_COMMENTS, Label.RELATED, Label.NEXT)


def _panels(lines: list[Line]) -> Iterator[int]:
    for start, line in enumerate(lines):
        if line.label is not Label.FURNITURE or not _PANEL.search(line.text):
            continue
        reach = range(start + 1, min(len(lines), start + _LONGEST_PANEL))
        end = next((index for index in reach if lines[index].label in _PARTS), start)
        yield from (at for at in range(start + 1, end) if lines[at].kind in (*_TEXTS, Kind.BULLET))


def _credited(lines: list[Line], index: int) -> Iterator[int]:
    """Yield the lines above a picture's credit that are its caption and alternative text."""
    above = index - 1
    if above < 0 or lines[above].kind not in _TEXTS or read_signed(lines[above].text):
        return
    is_said_twice = above > 0 and lines[above].key == lines[above - 1].key != ""
    follows_prose = above > 0 and lines[above - 1].kind is Kind.PROSE
    if is_said_twice:
        yield from (above, above - 1)
    elif lines[above].kind is Kind.SHORT or not follows_prose:
        yield above


# A byline's name again, with who that is below it.
_LIFE_REACH: Final = 3


def _lives(lines: list[Line]) -> Iterator[int]:
    """Yield what a page tells of its writers below the report: "Jane Roe writes about ..."."""
    writers = set(_writers(lines))
    names_of = {writer.split()[-1]: writer for writer in writers} | {name: name for name in writers}
    for index, line in enumerate(lines):
        if line.kind is not Kind.PROSE:
            continue
        above = [lines[at].text.casefold() for at in range(max(0, index - _LIFE_REACH), index)]
        told = line.text.casefold()
        starts = [start for start, name in names_of.items() if name in above]
        if (
            (any(name in above for name in writers) and names_role(line.text))
            or any(
                told.startswith(f"{name} ") and _LIVES.match(told[len(name) :]) for name in writers
            )
            or any(told.startswith((f"{start} ", f"{start},")) for start in starts)
        ):
            yield index


# "Jane Roe is a reporter at ...": what goes on below a report about who wrote it.
_LIVES: Final = re.compile(
    r"\s(?:is|was|has|covers|writes|reports|reported (?:from|this)|contributed|joined|works|"
    r"leads|teaches|ist|schreibt|arbeitet|berichtet|"
    r"est|écrit|couvre|es|escribe|cubre|trabaja|è|scrive|é|escreve|पिछले|हैं|является)\b"
)


def _writers(lines: list[Line]) -> Iterator[str]:
    """Yield the names that sign, also those that stand alone above a time."""
    for line, below in pairwise([*lines, lines[-1]] if lines else []):
        authors = line.header.authors if line.header else ()
        if line.kind is Kind.SHORT and below.is_time and is_person(line.text):
            authors = (line.text,)
        yield from (author.casefold() for author in authors if len(author.split()) > 1)


_FEWEST_POINTS, _MOST_POINTS = 2, 8
_FEWEST_POINT_WORDS: Final = 3


def _points(lines: list[Line]) -> Iterator[int]:
    """Yield the lines between "Summary" and the text: points that lost their bullets."""
    for start, line in enumerate(lines):
        if line.label is not Label.KEY_POINTS:
            continue
        while start + 1 < len(lines) and lines[start + 1].label is Label.FURNITURE:
            start += 1
        end = start + 1
        while end < len(lines) and _may_be_point(lines[end], lines[start + 1]):
            end += 1
        points = lines[start + 1 : end]
        below = lines[end].kind if end < len(lines) else None
        is_told = any(line.kind is Kind.PROSE for line in points)
        is_apart = is_told and below not in (None, Kind.PROSE) and _has_report(lines, end)
        is_apart |= (
            end < len(lines) and lines[end].label is Label.FURNITURE and _has_report(lines, end)
        )
        fewest = 1 if is_told else _FEWEST_POINTS
        if (is_apart or (not is_told and below is Kind.PROSE)) and fewest <= len(
            points
        ) <= _MOST_POINTS:
            yield from range(start + 1, end)


def _has_report(lines: list[Line], start: int) -> bool:
    """Tell whether text goes on below points that are sentences: else they are the report."""
    for line in lines[start : start + _REPORT_REACH]:
        if line.label in _PARTS:
            return False
        if line.kind is Kind.PROSE:
            return True
    return False


_REPORT_REACH: Final = 25


_LONGEST_POINT: Final = 220


def _may_be_point(line: Line, first: Line) -> bool:
    """Tell whether a line goes on with the points: all are sentences, or none is."""
    is_like = line.kind is first.kind and line.kind in _TEXTS
    return is_like and line.word_count >= _FEWEST_POINT_WORDS and len(line.text) <= _LONGEST_POINT


def _names_like_labels(lines: list[Line]) -> Iterator[int]:
    """Yield outlets whose name is a button elsewhere, said above a time and again below it."""
    for index, line in enumerate(lines):
        if line.label is not Label.FURNITURE or not line.key:
            continue
        around = lines[index + 1 : index + 3]
        if len(around) > 1 and around[0].is_time and around[1].key == line.key:
            yield index
