"""Blocks that read like the report and stand with others: above its headline, or under a label."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.sheet import Sheet

# What a page calls its list of other reports, in the languages of most of the world's news.
_LABEL: Final = re.compile(
    r"^\W*(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested)|"
    r"(?:related|recommended|similar|more|other|latest|popular|trending|suggested)"
    r" (?:articles?|stories|posts?|news|reading|content|coverage|headlines|topics?|links?)|"
    r"(?:related|recommended|trending|more (?:from|on|in) .{1,40})|"
    r"recommended (?:for you|stories|reading)|most (?:read|popular|viewed)|from around the web|"
    r"voc[êe] (?:pode|tamb[ée]m pode) gostar|mais lidas|"
    r"(?:tambi[ée]n )?te (?:puede|podr[íi]a) (?:interesar|gustar)|lo m[áa]s (?:le[íi]do|visto)|"
    r"(?:noticias|art[íi]culos|notas) relacionad[ao]s|m[áa]s noticias|"
    r"vous aimerez aussi|(?:articles|sujets) (?:similaires|li[ée]s|associ[ée]s)|"
    r"sur le m[êe]me (?:sujet|th[èe]me)|les plus lus|"
    r"(?:das )?k[öo]nnte (?:sie|dich) (?:auch )?interessieren|mehr zum thema|meistgelesen|"
    r"[äa]hnliche (?:artikel|beitr[äa]ge)|potrebbe(?:ro)? interessar[et].{0,4}|"
    r"(?:articoli|notizie) correlat[ie]|gerelateerd|"
    r"(?:مواضيع|مقالات|أخبار|موضوعات) (?:ذات صلة|متعلقة|مشابهة)|قد (?:يهمك|يعجبك)(?: أيضا| أيضاً)?|"
    r"الأكثر (?:قراءة|مشاهدة)|المزيد من .{1,40}"
    r")\W*$",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 60
# Characters of the report that must stand on the side that stays, and their share in all.
_ENOUGH: Final = 300
_SHARE: Final = 0.3


def without_strays(sheet: Sheet, places: Sequence[int], headline: int) -> list[int]:
    """Return the places of a body without what stands above its headline or under a label.

    `headline` is the place of the block that says the headline, -1 where none does.
    """
    kept = _below(sheet, list(places), headline)
    return _outside_lists(sheet, kept)


def _below(sheet: Sheet, places: list[int], headline: int) -> list[int]:
    """Leave out what stands above the headline where a report follows it."""
    if headline < 0 or not places or places[0] > headline:
        return places
    below = [place for place in places if place > headline]
    size = _size(sheet, below)
    return below if size >= max(_ENOUGH, _SHARE * _size(sheet, places)) else places


def _outside_lists(sheet: Sheet, places: list[int]) -> list[int]:
    """Leave out what stands in a box that opens with a label of other reports, below the report."""
    kept = places
    for label in range(places[0] + 1, places[-1]) if places else ():
        text = sheet.blocks[label].text
        if len(text) > _LONGEST_LABEL or not _LABEL.match(text):
            continue
        before = [place for place in kept if place < label]
        end = _end_of_list(sheet, label) if _size(sheet, before) >= _ENOUGH else label
        kept = before + [place for place in kept if place >= end]
    return kept


def _end_of_list(sheet: Sheet, label: int) -> int:
    """Return where the box ends that a label opens: the nearest aside, else the largest one."""
    box = sheet.elements[sheet.blocks[label].home]
    for parent in sheet.ancestors(box.place):
        if parent.first_block < label or box.tag == "aside":
            break
        box = parent
    return box.last_block


def _size(sheet: Sheet, places: Sequence[int]) -> int:
    return sum(len(sheet.blocks[place].text) for place in places)
