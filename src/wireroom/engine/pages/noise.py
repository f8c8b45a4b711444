"""What a page counts and dates anew at every look: no change of a report's text."""

from collections.abc import Iterable, Sequence

from wireroom.engine.pages.furniture import is_furniture
from wireroom.engine.pages.sheet import fold_space
from wireroom.engine.text.when import looks_like_time


def is_noise(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether two states of a text differ in no more than noise.

    That is white space, and lines that say a time alone or are furniture by their words (counts
    of comments, related reports), where a reader once took them for text. Numbers in a line that
    is none of these are never noise: a toll or a score that changes is news.
    """
    return _told(before) == _told(after)


def _told(paragraphs: Iterable[str]) -> list[str]:
    folded = (fold_space(one) for one in paragraphs)
    return [one for one in folded if one and not looks_like_time(one) and not is_furniture(one)]
