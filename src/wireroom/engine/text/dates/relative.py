"""Days that a text counts from its publication: weekdays, "yesterday", "last week"."""

from datetime import date
from typing import Final

from wireroom.engine.text.dates.almanac import (
    Span,
    half_of,
    months_of,
    moved,
    quarter_of,
    unit_around,
    weekday_near,
)
from wireroom.engine.text.dates.habits import is_habit
from wireroom.engine.text.dates.line import Found
from wireroom.engine.text.dates.mention import Days, Kind, Precision, RestsOn
from wireroom.engine.text.dates.names import is_named_day, is_named_weekday
from wireroom.engine.text.dates.tables import DAY, MONTH, WEEK, YEAR
from wireroom.engine.text.dates.tense import points_ahead

_PRECISIONS: Final = {DAY: Precision.DAY, WEEK: Precision.WEEK, MONTH: Precision.MONTH,
                      YEAR: Precision.YEAR}  # fmt: skip
_STEPS: Final = {"L": -1, "N": 1, "t": 0}
_DUAL: Final = 20  # a dual's value is twenty and its unit
_SATURDAY: Final = 5
# What makes "the third quarter" one of a business year and not of a match.
_BUSINESS: Final = frozenset(
    [
        "percent",
        "revenue",
        "revenues",
        "profit",
        "profits",
        "sales",
        "growth",
        "GDP",
        "economy",
        "earnings",
        "loss",
        "losses",
        "net",
        "income",
        "billion",
        "million",
        "inflation",
        "exports",
        "output",
        "shares",
        "bénéfice",
        "chiffre",
        "croissance",
        "ventas",
        "beneficio",
        "crecimiento",
        "Umsatz",
        "Gewinn",
        "Wachstum",
        "النمو",
        "الأرباح",
        "أرباح",
        "الاقتصاد",
        "إيرادات",
        "مليون",
        "مليار",
        "المبيعات",
        "الناتج",
        "الإيرادات",
        "صادرات",
        "نمو",
    ]
)


def _counted(span: Span | None, precision: Precision, confidence: float = 0.95) -> Days | None:
    if span is None:
        return None
    return Days(*span, precision, Kind.RELATIVE, RestsOn.PUBLICATION, confidence)


def _one_day(day: date | None, confidence: float = 0.97) -> Days | None:
    return _counted((day, day), Precision.DAY, confidence) if day else None


def read_weekday(found: Found) -> Days | None:
    """Read "Tuesday" by the verbs around it, "next Tuesday", "Tuesday last week"."""
    today, line = found.today, found.line
    weekday = found.value("weekday") or 0
    start, end = found.match.span()
    if today is None or is_named_weekday(line, start, found.place("weekday") or 0, end):
        return None
    if found.sign("unit", "unit2"):
        return _weekday_of_week(found, weekday, today)
    side = found.sign("side", "side2")
    if not side and is_habit(line, start, end):
        return None
    if side[-1:] in ("L", "N"):
        ahead = side[-1] == "N"
        return _weekday(today, weekday, ahead=ahead, strictly=True, confidence=0.9)
    told = points_ahead(line, start, end)
    ahead = side == "t" if told is None else told
    confidence = 0.8 if told is None else 0.93
    return _weekday(today, weekday, ahead=ahead, strictly=False, confidence=confidence)


def _weekday(
    today: date, weekday: int, *, ahead: bool, strictly: bool, confidence: float
) -> Days | None:
    day = weekday_near(today, weekday, ahead=ahead, strictly=strictly)
    rests_on = RestsOn.WEEKDAY_AFTER if ahead else RestsOn.WEEKDAY_BEFORE
    return Days(day, day, Precision.DAY, Kind.WEEKDAY, rests_on, confidence) if day else None


def _weekday_of_week(found: Found, weekday: int, today: date) -> Days | None:
    if found.value("unit", "unit2") != WEEK:
        return None
    week = unit_around(today, WEEK, _STEPS[found.sign("week_side", "week_side2")[-1]])
    day = moved(week[0], weekday) if week else None
    return Days(day, day, Precision.DAY, Kind.WEEKDAY, RestsOn.PUBLICATION, 0.9) if day else None


def read_named(found: Found) -> Days | None:
    """Read "yesterday", "اليوم الثلاثاء"."""
    place = found.place("named") or 0
    end = found.match.end()
    if found.today is None or is_named_day(found.line, place, end):
        return None
    day = moved(found.today, found.line.value(place))
    weekday = found.value("weekday")
    if day is not None and weekday is not None and day.weekday() != weekday:
        # Written the evening before, or in another zone: the weekday is the surer word.
        ahead = found.line.value(place) > 0
        return _weekday(found.today, weekday, ahead=ahead, strictly=False, confidence=0.7)
    return _one_day(day)


def read_day_part(found: Found) -> Days | None:
    """Read "this morning" and "last night"."""
    if found.today is None:
        return None
    name = found.line.token(found.match.start("part")).lower()
    if found.sign("side") == "t":
        return _one_day(found.today)
    return _one_day(moved(found.today, -1), 0.9) if name in ("night", "evening") else None


def read_span(found: Found) -> Days | None:
    """Read "last week", "earlier this month", "the past two years", "next quarter"."""
    today = found.today
    if today is None:
        return None
    step = _STEPS[found.sign("side")[-1]]
    unit_sign = found.sign("unit")[:1]
    if unit_sign == "E":
        return _weekend(found, step, today)
    if unit_sign == "Q":
        return _counted(quarter_of(*_quarter_at(today, step)), Precision.QUARTER, 0.9)
    if unit_sign != "u":
        return None
    unit = found.value("unit") or 0
    if found.sign("count") or found.value("side"):
        return _rolling(found, unit, step, today)
    span = unit_around(today, unit, step) if unit in _PRECISIONS else None
    return _counted(_part_of(span, found.sign("within")[:1], today), _PRECISIONS.get(unit) or
                    Precision.DAY)  # fmt: skip


def _part_of(span: Span | None, within: str, today: date) -> Span | None:
    """Return what "earlier" or "later" leaves of the week or month that holds today."""
    if span is None or not span[0] <= today <= span[1]:
        return span
    if within == "r":
        return span[0], today
    return (today, span[1]) if within == "R" else span


def _rolling(found: Found, unit: int, step: int, today: date) -> Days | None:
    count = (found.value("count") or 1) * (1 if step > 0 else -1)
    if step == 0 or unit not in _PRECISIONS or found.sign("count")[:1] == "d":
        return None
    other = _moved_by(today, unit, count)
    if other is None:
        return None
    span = (today, other) if step > 0 else (other, today)
    return _counted(span, _PRECISIONS[unit], 0.85)


def _moved_by(today: date, unit: int, count: int) -> date | None:
    if unit in (DAY, WEEK):
        return moved(today, count * (7 if unit == WEEK else 1))
    months = months_of(today.year, today.month + count * (12 if unit == YEAR else 1))
    return moved(months[0], min(today.day, months[1].day) - 1) if months else None


def _quarter_at(today: date, step: int) -> tuple[int, int]:
    index = today.year * 4 + (today.month - 1) // 3 + step
    return index // 4, index % 4 + 1


def _weekend(found: Found, step: int, today: date) -> Days | None:
    if found.line.lexicon.lang == "ar":  # Friday or Saturday: it differs from land to land
        return None
    ahead = step > 0
    if step == 0:
        told = points_ahead(found.line, *found.match.span())
        ahead = today.weekday() > 1 if told is None else told
    if today.weekday() >= _SATURDAY and step == 0:
        saturday: date | None = moved(today, _SATURDAY - today.weekday())
    else:
        saturday = weekday_near(today, _SATURDAY, ahead=ahead, strictly=True)
        if saturday and not ahead and today.weekday() == _SATURDAY + 1:
            saturday = moved(saturday, -7)
    sunday = moved(saturday, 1) if saturday else None
    return _counted((saturday, sunday), Precision.DAY, 0.85) if saturday and sunday else None


def read_ago(found: Found) -> Days | None:
    """Read "two days ago", "قبل يومين"; not "قبل يومين من", which counts from something else."""
    line, today, end = found.line, found.today, found.match.end()
    if today is None:
        return None
    unit, count = _counted_unit(found)
    first = line.token(found.match.end() - 1)
    if line.lexicon.lang == "ar" and (
        first.startswith("ال") or line.sign(end) in tuple("fynMLNtKm")
    ):
        return None
    if found.sign("unit2") and not found.sign("count2") and line.lexicon.lang != "ar":
        return None
    return _days_at(today, unit, -count)


def _counted_unit(found: Found) -> tuple[int, int]:
    dual = found.value("dual")
    if dual:
        return dual - _DUAL, 2
    return found.value("unit", "unit2") or 0, found.value("count", "count2") or 1


def _days_at(today: date, unit: int, count: int) -> Days | None:
    """Return what lies so many units away, as closely as the unit tells."""
    if unit == DAY:
        return _one_day(moved(today, count))
    if unit == WEEK:
        middle = moved(today, 7 * count)
        around = (moved(middle, -3), moved(middle, 3)) if middle else (None, None)
        return _counted((around[0], around[1]), Precision.WEEK, 0.9) if all(around) else None  # type: ignore[arg-type]
    if unit in (MONTH, YEAR):
        return _counted(unit_around(today, unit, count), _PRECISIONS[unit], 0.9)
    return None


def read_ahead(found: Found) -> Days | None:
    """Read "in two weeks" where the words before it speak of what is to come."""
    line, (start, end) = found.line, found.match.span()
    if found.today is None or line.lexicon.lang != "en":
        return None
    if line.sign(end) in ("g", "R", "r", "f") or not points_ahead(line, start, start + 1):
        return None
    return _days_at(found.today, found.value("unit") or 0, found.value("count") or 1)


def read_quarter(found: Found) -> Days | None:
    """Read "the first quarter of 2023", "the second half of last year", "Q3"."""
    number = found.value("ordinal", "ordinal2") or 0
    is_half = found.sign("part", "part2")[:1] == "B"
    read, precision = (half_of, Precision.HALF) if is_half else (quarter_of, Precision.QUARTER)
    if (found.sign("ordinal") or found.sign("ordinal2"))[:1] == "n" and not _is_q(found):
        return None
    year = found.value("year")
    if year is not None:
        span = read(year, number)
        sure = span and Days(*span, precision, Kind.ABSOLUTE, RestsOn.STATED, 0.99)
        return sure or None
    today = found.today
    if today is None:
        return None
    side = found.sign("side", "side2")
    if side:
        span = read(today.year + _STEPS[side[-1]], number)
        return _counted(span, precision)
    if is_half or not (_is_q(found) or _BUSINESS.intersection(found.line.tokens)):
        return None
    return _nearest_quarter(found, number, today)


def _is_q(found: Found) -> bool:
    place = found.place("part2")
    return place is not None and found.line.token(place) == "Q"


def _nearest_quarter(found: Found, number: int, today: date) -> Days | None:
    span = quarter_of(today.year, number)
    ahead = points_ahead(found.line, *found.match.span())
    if span and not ahead and span[0] > today:
        span = quarter_of(today.year - 1, number)
    elif span and ahead and span[1] < today:
        span = quarter_of(today.year + 1, number)
    if span is None:
        return None
    return Days(*span, Precision.QUARTER, Kind.PARTIAL, RestsOn.YEAR, 0.85)
