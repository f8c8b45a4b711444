"""Writers whom the page's own lines tell better than what it states of them to machines."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.region import Region
from wireroom.engine.pages.shown_names import marked_authors
from wireroom.engine.pages.signatures import (
    is_full_name,
    names_below_headline,
    names_in_labelled_lines,
    names_near_headline,
)
from wireroom.engine.pages.writers import is_body, name_key

# Before a name, in a line of its own: whoever edited a report did not write it.
_EDITED: Final = re.compile(
    r"\W*(?:edited by|editor(?:in|a)?|redaktur|penyunting|editado por|edición|redigert av|"
    r"redigeret af|redigerad av|redaktion|المحرر|تحرير)\s*:?\s*\Z",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 20
_LONGEST_LINE: Final = 160
_TITLE: Final = re.compile(r"\A(?:dr|prof)\.? ", re.IGNORECASE)
# Such a line names those who drew or photographed too.
_PICTURES: Final = re.compile(r"photo|foto|fotó|illustr|video|bild(?:er)?\b", re.IGNORECASE)


def writers_told_better(
    region: Region, title: str, stated: Sequence[str], banned: set[str]
) -> tuple[str, ...]:
    """Return the writers that readers see where the stated ones are doubtful, else none.

    Doubtful are an editor whom the page calls so beside a name under the headline, one writer of
    several whom a line or the markup names together, and a body beside a line that names people.
    """
    if _are_nobody(stated):
        names = names_in_labelled_lines(region, banned)
        return () if _are_nobody(names) else names
    if len(stated) != 1:
        return ()
    if _is_edited_by(region, stated[0]):
        names = names_below_headline(region, title, banned)
        return names if names and stated[0] not in names else ()
    return _all_of(stated[0], marked_authors(region, banned)) or _told_together(
        region, title, stated[0], banned
    )


def _are_nobody(names: Sequence[str]) -> bool:
    """Tell whether the names are a body's, or begin like a sentence: "to our readers"."""
    return bool(names) and (
        any(map(is_body, names)) or all(" " in name and name.split()[0].islower() for name in names)
    )


def _is_edited_by(region: Region, name: str) -> bool:
    for block in region.blocks:
        text = block.text
        if text.endswith(name) and len(text) <= len(name) + _LONGEST_LABEL:
            label = text.removesuffix(name)
            if label and _EDITED.match(label):
                return True
    return False


def _told_together(region: Region, title: str, name: str, banned: set[str]) -> tuple[str, ...]:
    lines = (block.text for block in region.blocks if name in block.text)
    told = [line for line in lines if len(name) + 5 < len(line) <= _LONGEST_LINE]
    if not told or any(map(_PICTURES.search, told)):
        return ()
    return _all_of(name, names_near_headline(region, title, banned))


def _all_of(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names where all are people's and the one is among them."""
    bare = [_TITLE.sub("", other) for other in names]
    are_people = all(is_full_name(other) and not is_body(other) for other in bare)
    is_among = name_key(name) in map(name_key, bare)
    return tuple(names) if len(names) > 1 and is_among and are_people else ()
