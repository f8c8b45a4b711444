"""Who has a text from whom: what credit lines, times and attributions say."""

import math
import re
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.copies.attributions import names_outlet
from wireroom.engine.text.words import fold
from wireroom.engine.types import ArticleText

# News agencies by their folded names: an outlet of this name, or a text that opens with one,
# stands nearest to the wire. From the agencies' own credit lines.
_AGENCY_NAMES: Final = """
reuters|ap|associated press|the associated press|afp|agence france-presse|upi|dpa|efe|ansa
xinhua|tass|interfax|ria novosti|anadolu|anadolu agency|kyodo|kyodo news|yonhap|pti|ani|belta
wam|spa|saudi press agency|qna|kuna|petra|irna|apa|bloomberg
رويترز|فرانس برس|أ ف ب|أ.ف.ب|أسوشيتد برس|أسوشييتد برس|د ب أ|الألمانية|شينخوا|تاس|الأناضول
وام|واس|كونا|بترا|قنا|وكالة الأنباء السعودية
"""
AGENCIES: Final = frozenset(
    fold(name) for line in _AGENCY_NAMES.split("\n") for name in line.split("|") if name
)

_OPENING_CREDIT: Final = re.compile(
    r"\A.{0,60}?\((?P<in_brackets>[^()\n]{2,30})\)\s*[-–—:]"
    r"|\A\(?(?P<first>[^\W\d_][\w .'’-]{1,30}?)\)?\s*[:/]"
)
# One text mostly inside the other, and the other mostly its own: the first was cut out.
_MOSTLY_INSIDE: Final = 0.6
_CLEARLY_MORE: Final = 0.25


# Log odds that a sign points at the one who had the text first. Those of time and of the cut
# copy are fitted on benchmarks/copy_directions.py, where reports are also taken into longer
# ones; the others are judgement: no labelled set plants wrong credits.
_PLATFORM: Final = 4.0
_AGENCY_ITSELF: Final = 3.5
_CREDIT: Final = 2.4
_ATTRIBUTED: Final = 2.4
_INSIDE: Final = 0.9
# Minutes apart say little: an outlet's clock may be the last update's. Full weight from an hour.
_TIME_LEAST: Final = 1.6
_TIME_MOST: Final = 2.4
_TIME_FULL_S: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Which of two articles has the text first: -1 the first, 1 the second, 0 unknown.

    `weight` are the log odds of this sign alone; `confidence` is the chance that the side is
    right by all signs, .5 to 1, and 0 where it is unknown.
    """

    side: int
    why: str
    weight: float = 0.0
    confidence: float = 0.0


def find_origin(
    a: ArticleText, b: ArticleText, containment_a: float, containment_b: float
) -> Origin:
    """Decide who carries whose text, by the strongest sign there is.

    In this order: both are one outlet's, and an aggregator shows one of them; one is the agency
    or outlet that the other credits; one credits an agency and the other nobody; one names the
    other as where it has it from; times; one is cut out of the other. The credit goes before
    the times, because an aggregator's time is often that of the original and a newspaper's
    that of its last update. All signs together tell how sure that is.
    """
    signs = (
        _by_platform(a, b),
        _by_credit(a, b),
        _by_attribution(a, b),
        _by_time(a, b),
        _by_containment(a, b, containment_a, containment_b),
    )
    for origin in signs:
        if origin.side:
            odds = sum(each.weight * each.side * origin.side for each in signs)
            chance = 1 / (1 + math.exp(-max(0.0, odds)))
            return replace(origin, confidence=round(chance, 3))
    return Origin(0, "who had it first is unknown")


def called(article: ArticleText, a: ArticleText, b: ArticleText) -> str:
    """Return what a reader calls the article: its outlet, where that tells `a` from `b`."""
    told_apart = a.outlet and b.outlet and fold(a.outlet) != fold(b.outlet)
    return str(article.outlet) if told_apart else article.id


def wire_credit(article: ArticleText) -> str | None:
    """Return the stated wire credit, or the agency that the body opens with."""
    if article.wire_credit:
        return article.wire_credit
    opening = _OPENING_CREDIT.match(article.body)
    if opening is None:
        return None
    named = (opening["in_brackets"] or opening["first"]).strip()
    return named if fold(named) in AGENCIES else None


def _by_platform(a: ArticleText, b: ArticleText) -> Origin:
    if not a.outlet or a.outlet != b.outlet or bool(a.platform) == bool(b.platform):
        return Origin(0, "")
    why = f"{a.outlet} published it, an aggregator shows it"
    return Origin(1 if a.platform else -1, why, _PLATFORM)


def _by_credit(a: ArticleText, b: ArticleText) -> Origin:
    credit_a, credit_b = wire_credit(a), wire_credit(b)
    ranks = _rank(a, credit_a, credit_b), _rank(b, credit_b, credit_a)
    if ranks[0] == ranks[1]:
        return Origin(0, "")
    side = -1 if ranks[0] > ranks[1] else 1
    origin, credit = (a, credit_a) if side < 0 else (b, credit_b)
    if max(ranks) > 1:
        return Origin(side, f"the text is {origin.outlet}’s own", _AGENCY_ITSELF)
    return Origin(side, f"{called(origin, a, b)} carries the {credit} credit", _CREDIT)


def _rank(article: ArticleText, own: str | None, others: str | None) -> int:
    outlet = fold(article.outlet or "").strip()
    if outlet and (outlet in AGENCIES or (others and outlet == fold(others).strip())):
        return 2
    return 1 if own else 0


def _by_attribution(a: ArticleText, b: ArticleText) -> Origin:
    a_names_b, b_names_a = _names_outlet(a, b), _names_outlet(b, a)
    if a_names_b == b_names_a:
        return Origin(0, "")
    side, origin, other = (-1, a, b) if b_names_a else (1, b, a)
    why = f"{called(other, a, b)} names {origin.outlet} as where it has it from"
    return Origin(side, why, _ATTRIBUTED)


def _names_outlet(article: ArticleText, other: ArticleText) -> bool:
    """Return whether the body attributes something to the other's outlet, not its own."""
    return names_outlet(article.body, other.outlet or "", own=article.outlet or "")


def _by_time(a: ArticleText, b: ArticleText) -> Origin:
    if a.published_at is None or b.published_at is None or a.published_at == b.published_at:
        return Origin(0, "")
    side, first = (-1, a) if a.published_at < b.published_at else (1, b)
    apart = abs((a.published_at - b.published_at).total_seconds())
    weight = _TIME_LEAST + (_TIME_MOST - _TIME_LEAST) * min(1.0, apart / _TIME_FULL_S)
    return Origin(side, f"{called(first, a, b)} was published first", weight)


def _by_containment(
    a: ArticleText, b: ArticleText, containment_a: float, containment_b: float
) -> Origin:
    inside = max(containment_a, containment_b)
    if inside < _MOSTLY_INSIDE or abs(containment_a - containment_b) < _CLEARLY_MORE:
        return Origin(0, "")
    side, whole, part = (-1, a, b) if containment_b > containment_a else (1, b, a)
    return Origin(side, f"{called(part, a, b)} stands within {called(whole, a, b)}", _INSIDE)
