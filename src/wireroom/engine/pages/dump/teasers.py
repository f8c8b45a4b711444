"""Lists of links below a report whose headlines have a sentence each, which is not its body."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.stems import stems
from wireroom.engine.pages.dump.typed_line import Line

_SECTIONS: Final = (Label.RELATED, Label.NEXT)
_FEWEST_TITLE_WORDS: Final = 3
_LONGEST_TEASER: Final = 220
_TIME_REACH: Final = 2
_NAME_WORDS: Final = 3
# Share of a sentence's words that the report above it holds: a report that goes on below a box of
# links repeats its names, a sentence on something else seldom does. Set on the invented dumps.
_STRANGER_SHARE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Teaser:
    """The lines of a headline, the sentence below it and, where it has one, its time."""

    title: int
    text: int
    time: int | None


def find_teasers(lines: Sequence[Line], hushed: set[int]) -> list[Teaser]:
    """Return the lone sentences under headlines that stand below a label of further reports.

    A time stands right below, or there are two that share few words with the report above.
    A headline said twice, or with who and when of its own, heads a report.
    """
    teasers: list[Teaser] = []
    strangers: list[Teaser] = []  # of this section, without a time: two make a list
    told: set[str] = set()
    free = 0  # what stands above belongs to the label or to the teaser before
    is_inside = False
    for index, line in enumerate(lines):
        if line.label in _SECTIONS:
            is_inside, free, strangers = True, index + 1, []
        if line.kind is not Kind.PROSE or index in hushed:
            continue
        time = _time_below(lines, index)
        may_be = is_inside and bool(told) and _is_teaser(lines, index, free)
        if may_be and time:
            teasers.append(Teaser(index - 1, index, time))
        elif may_be and _is_strange(line, told):
            strangers.append(Teaser(index - 1, index, None))
            teasers += (
                strangers[-2:] if len(strangers) == 2 else strangers[-1:] * (len(strangers) > 2)
            )
        else:
            told |= stems(line.text)
            is_inside = False
        free = (time or index) + 1
    return teasers


def _is_teaser(lines: Sequence[Line], index: int, free: int) -> bool:
    title = index - 1
    if title < free or len(lines[index].text) > _LONGEST_TEASER:
        return False
    above, below = lines[title], lines[index + 1 : index + 2]
    if above.kind is not Kind.SHORT or above.is_repeated or above.is_heading:
        return False
    is_alone = not below or below[0].kind is not Kind.PROSE
    is_signed = any(
        line.header
        or line.is_repeated
        or (line.kind is Kind.SHORT and line.word_count <= _NAME_WORDS)
        for line in lines[max(free, title - 3) : title]
    )
    return is_alone and above.word_count >= _FEWEST_TITLE_WORDS and not is_signed


def _time_below(lines: Sequence[Line], index: int) -> int | None:
    reach = range(index + 1, min(len(lines), index + 1 + _TIME_REACH))
    return next((at for at in reach if lines[at].is_time), None)


def _is_strange(line: Line, told: set[str]) -> bool:
    own = stems(line.text)
    return bool(own) and len(own & told) < _STRANGER_SHARE * len(own)
