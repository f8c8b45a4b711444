"""Days and months that a text names by their numbers, with or without their year."""

from datetime import date
from typing import Final

from wireroom.engine.text.dates.almanac import Span, day_of, months_of
from wireroom.engine.text.dates.hijri import hijri_day, hijri_month
from wireroom.engine.text.dates.line import Found
from wireroom.engine.text.dates.mention import Days, Kind, Precision, RestsOn
from wireroom.engine.text.dates.names import is_count, is_event, is_word
from wireroom.engine.text.dates.tense import points_ahead

_SURE: Final = 0.99
_YEAR_TAKEN: Final = 0.93
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2150
_LONGEST_RANGE: Final = 150  # years; longer ones are catalogue numbers
# A day this near is meant whatever the verbs beside it say: "said the 24 November vote".
_NEAR_DAYS: Final = 60
_DAY_FIRST: Final = frozenset(("ar", "fr", "es", "de"))
# Between these, a year of the Hijri calendar that is not marked may be one of either.
_HIJRI_YEARS: Final = range(1300, 1500)


def stated(
    first: date | None, last: date | None, precision: Precision, rests_on: RestsOn = RestsOn.STATED
) -> Days | None:
    """Return days that the text states with their year, None for days that are none."""
    if first is None or last is None or last < first:
        return None
    confidence = _SURE if rests_on is RestsOn.STATED else 0.9
    return Days(first, last, precision, Kind.ABSOLUTE, rests_on, confidence)


def read_numeric(found: Found) -> Days | None:
    """Read "2024-03-05", "5/3/2024" where only one order is possible, "12/9/1445 هـ"."""
    year = found.value("year", "year2") or 0
    if found.sign("year"):
        day = day_of(year, found.value("month") or 0, found.value("day") or 0)
        return stated(day, day, Precision.DAY)
    first, second = found.value("first") or 0, found.value("second") or 0
    if found.sign("hijri"):
        day = hijri_day(year, second, first)
        return stated(day, day, Precision.DAY, RestsOn.HIJRI)
    ordered = _ordered(found, first, second)
    if ordered is None or year < _FIRST_YEAR:
        return None
    day = day_of(year, *ordered)
    return stated(day, day, Precision.DAY)


def _ordered(found: Found, first: int, second: int) -> tuple[int, int] | None:
    """Return month and day; None where both orders are possible."""
    if first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    dotted = found.line.token(found.place("sep2") or 0) == "."
    return (second, first) if dotted or found.line.lexicon.lang in _DAY_FIRST else None


def read_hijri(found: Found) -> Days | None:
    """Read a day or a month of the Hijri calendar with its year."""
    year = _number(found, "year")
    month = found.value("month") or 0
    if year not in _HIJRI_YEARS:
        return None
    day = found.value("day")
    if day is None:
        span = hijri_month(year, month)
        return stated(*span, Precision.MONTH, RestsOn.HIJRI) if span else None
    whole = hijri_day(year, month, day)
    return stated(whole, whole, Precision.DAY, RestsOn.HIJRI)


def _number(found: Found, name: str) -> int:
    token = found.line.token(found.match.start(name))
    return int(token) if token.isdecimal() else 0


def read_day_range(found: Found) -> Days | None:
    """Read "3-5 March" and "March 3 to 5, 2024"."""
    month, year = found.value("month") or 0, found.value("year")
    days = found.value("day") or 0, found.value("day2") or 0
    if days[0] >= days[1] or (year is None and found.today is None):
        return None
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    near = year or _near_year(found, month, days[0])
    first, last = day_of(near or 0, month, days[0]), day_of(near or 0, month, days[1])
    whole = stated(first, last, Precision.DAY)
    return whole if year is not None or whole is None else partial(whole.first, whole.last)


def partial(first: date, last: date, precision: Precision = Precision.DAY) -> Days:
    """Return days whose year is the publication day's, or one beside it."""
    return Days(first, last, precision, Kind.PARTIAL, RestsOn.YEAR, _YEAR_TAKEN)


def read_day(found: Found) -> Days | None:
    """Read "3 March 2024", "March 3", "الثالث من مارس"."""
    month, day = found.value("month") or 0, found.value("day", "day3") or 0
    year = found.value("year")
    if _counts_people(found) or _is_bare_word(found):
        return None
    if year is not None:
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        whole = day_of(year, month, day)
        return stated(whole, whole, Precision.DAY)
    if found.today is None or is_event(found.line, *found.match.span()):
        return None
    told = _year_told(found, month, day, found.today)
    near = told if told is not None else _near_year(found, month, day)
    whole = day_of(near or 0, month, day)
    return partial(whole, whole) if whole else None


def _counts_people(found: Found) -> bool:
    """Tell whether "In March 20 people" is a month and a count."""
    line, (start, end) = found.line, found.match.span()
    if line.lexicon.lang != "en" or line.sign(start - 1) != "i" or found.sign("year"):
        return False
    return found.match.re.groupindex.get("day") is not None and line.token(end).islower()


def _is_bare_word(found: Found) -> bool:
    """Tell whether a short weekday or an ordinal stands before what is no day at all."""
    ordinal = found.place("day3")
    return ordinal is not None and found.line.lexicon.lang not in ("ar", "fr")


def _year_told(found: Found, month: int, day: int, today: date) -> int | None:
    """Return the year that "next" or "last" beside a month gives, None where none does."""
    if found.sign("year_side", "year_side2"):
        return today.year + _step(found.sign("year_side", "year_side2"))
    side = found.sign("side")
    whole = day_of(today.year, month, day)
    if not side or whole is None:
        return None
    if side == "L":
        return today.year - (whole >= today)
    return today.year + (whole <= today) if side == "N" else today.year


def _step(side: str) -> int:
    return {"L": -1, "N": 1}.get(side[-1:], 0)


def _near_year(found: Found, month: int, day: int) -> int | None:
    """Return the year that puts a day nearest to the publication day, by weekday, by tense."""
    today = found.today
    if today is None:
        return None
    around = [day_of(today.year + step, month, day) for step in (-1, 0, 1)]
    days = [one for one in around if one is not None]
    weekday = found.value("weekday")
    days = [one for one in days if weekday is None or one.weekday() == weekday] or days
    if not days:
        return None
    nearest = min(days, key=lambda one: abs((one - today).days))
    if abs((nearest - today).days) <= _NEAR_DAYS or weekday is not None:
        return nearest.year
    ahead = points_ahead(found.line, *found.match.span())
    if ahead is None:
        return nearest.year
    fitting = [one for one in days if (one >= today if ahead else one <= today)]
    return min(fitting or [nearest], key=lambda one: abs((one - today).days)).year


def read_month_year(found: Found) -> Days | None:
    """Read "March 2024" and "January to March 2023"."""
    year, month = found.value("year") or 0, found.value("month") or 0
    until = found.value("month2") or month
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    span = months_of(year, month, until - month + 1) if until >= month else None
    return stated(*span, Precision.MONTH) if span else None


def read_decade(found: Found) -> Days | None:
    """Read "the 1990s", "تسعينيات القرن الماضي"."""
    year = found.value("year", "year2")
    if year is None:
        decade = found.value("decade", "decade2") or 0
        if decade < 0:
            return None
        year = (found.value("century") or 1900) + decade
    if year % 10 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return _of_years(year, year + 9, Precision.DECADE)


def read_years(found: Found) -> Days | None:
    """Read "from 2015 to 2019"; where nothing leads it, both must be of our time."""
    first, last = found.value("year") or 0, found.value("year2") or 0
    line, (start, end) = found.line, found.match.span()
    if is_count(line, start, end, last) or last - first > _LONGEST_RANGE:
        return None
    led = line.sign(start) in ("T", "F", "f") or line.sign(start - 1) in ("i", "f", "u")
    if not led and (line.sign(start + 1) != "-" or first < 1900 or last > 2060):
        return None
    return _of_years(first, last, Precision.YEAR)


def read_year(found: Found) -> Days | None:
    """Read "in 2019", "عام 2019", "عام 1445 هـ"."""
    year, line = found.value("year") or 0, found.line
    start, end = found.match.span()
    if found.sign("word") and found.value("word") != 4:  # a year, not a month or a week
        return None
    if found.sign("hijri"):
        first, last = hijri_month(year, 1), hijri_month(year, 12)
        return stated(first[0], last[1], Precision.YEAR, RestsOn.HIJRI) if first and last else None
    if not found.sign("word") and (line.sign(end) in ("-", "&") and line.sign(end + 1) in "#n"):
        return None
    if is_count(line, start, end, year):
        return None
    return _of_years(year, year, Precision.YEAR)


def _of_years(first: int, last: int, precision: Precision) -> Days | None:
    if not _FIRST_YEAR <= first <= last <= _LAST_YEAR:
        return None
    span: Span | None = months_of(first, 1, 12 * (last - first + 1))
    return stated(*span, precision) if span else None


def read_month(found: Found) -> Days | None:
    """Read "in March", "last March", "آذار الماضي" against the publication day."""
    today, month = found.today, found.value("month") or 0
    place = found.place("month") or 0
    if today is None or is_word(found.line, place, found.match.end()):
        return None
    year = _year_of_month(found, month, today)
    span = months_of(year, month)
    if span is None:
        return None
    return partial(*span, Precision.MONTH)


def _year_of_month(found: Found, month: int, today: date) -> int:
    if found.sign("year_side", "year_side2"):
        return today.year + _step(found.sign("year_side", "year_side2"))
    side = found.sign("side", "side2")
    if side == "L":
        return today.year - (month >= today.month)
    if side == "N":
        return today.year + (month <= today.month)
    if side == "t":
        return today.year
    back, on = (today.month - month) % 12, (month - today.month) % 12
    ahead = _ahead(found)
    if ahead is None:
        ahead = on < back and on <= 2
    return today.year + (month < today.month) if ahead else today.year - (month > today.month)


def _ahead(found: Found) -> bool | None:
    place = found.place("month") or 0
    lead = found.sign("lead")[:1]
    if lead in ("b", "S", "G"):
        return lead == "b"
    return points_ahead(found.line, found.match.start() if lead else place, found.match.end())
