"""The shapes that times take in running text, as patterns over the signs of lexicon.py."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern of signs, by the name of what reads it."""

    name: str
    pattern: re.Pattern[str]


# A month, with the name of another region beside it: "كانون الثاني/يناير", "آب (أغسطس)".
_MONTH: Final = r"(?P<month>[Mm])\.?(?:[/-][Mm]|\([Mm]\))?+"
_YEAR: Final = r"(?:,?(?:f?u|f|i)?(?P<year>y)(?P<hijri>H)?C?)"
_WEEKDAY: Final = r"(?:(?P<named>D)[,(-]?)?Y?(?:p?(?P<weekday>[Ww])\.?p?\)?,?(?:o|F|f)?)?"
# "in November last year", "في مارس من العام الماضي".
_SIDE_YEAR: Final = r"(?:,?f?(?P<year_side>[LNt])u|f?u(?P<year_side2>[LNt]))"
_DAY: Final = r"(?P<day>n)(?:s|\.)?"

# The first that fits at a place is taken, so the longer forms stand first.
_FORMS: Final[tuple[tuple[str, str, str], ...]] = (
    ("numeric", "nyWw", r"(?:[Ww],?)?(?:(?P<year>y)(?P<sep>[-/.])(?P<month>n)(?P=sep)(?P<day>n)"
     r"|(?P<first>n)(?P<sep2>[-/.])(?P<second>n)(?P=sep2)(?P<year2>y)(?P<hijri>H)?C?)(?![-/.]?[ny#])"),
    ("hijri", "nqWKDYu", rf"{_WEEKDAY}(?:(?P<day>[nq])f?u?)?(?P<month>K)[,f]?u?(?P<year>[y#])(?:H|C)?"),  # noqa: E501 - one shape, one line
    ("day_range", "TFfbon", rf"[TFfo]?n?(?P<day>n)(?:s|\.)?[-&b]T?o?(?P<day2>n)(?:s|\.)?f?{_MONTH}{_YEAR}?"),  # noqa: E501 - one shape, one line
    ("month_day_range", "Mm", rf"{_MONTH}(?P<day>n)s?[-&](?P<day2>n)s?(?![#ny]){_YEAR}?"),
    ("day_month", "nqWwDYpo", rf"o?{_WEEKDAY}(?:(?P<day>n)(?:s|\.)?|(?P<day3>q))f?u?{_MONTH}(?:{_YEAR}|{_SIDE_YEAR}|(?P<side>[LNt]))?"),  # noqa: E501 - one shape, one line
    ("month_day", "MmWwDp", rf"{_WEEKDAY}{_MONTH}{_DAY}(?![-/:.]?#)(?:{_YEAR}|{_SIDE_YEAR})?"),
    ("month_range", "MmTFf", rf"[TFf]?{_MONTH}[-&](?P<month2>[Mm]){_YEAR}"),
    ("month_year", "Mme", rf"(?:e-?f?u?)?{_MONTH}{_YEAR}"),
    ("month", "iSbeLNtGu", rf"(?P<lead>[iSbG]?e-?f?|[iSbG]|(?P<side>[LNt])|(?=u))u?{_MONTH}"
     rf"(?:(?P<side2>[LNt])(?!u)|{_SIDE_YEAR})?(?!,?f?u?y|[-/]?[n#])"),
    ("month_post", "Mm", rf"{_MONTH}(?:(?P<side2>[LNt])(?!u)|{_SIDE_YEAR})"),
    ("named", "Dp", r"p?(?P<named>D)[,(-]{0,2}(?:Y?p?(?P<weekday>W)\)?)?p?"),
    ("weekday", "WLNtYpe", r"(?:e(?:o)?)?(?P<side>t?[LN]|t)?(?:Yp?|pY?)?(?P<weekday>W)(?:p)?(?:(?P<side2>[LN])(?!u)p?"  # noqa: E501 - one shape, one line
     r"|f?(?P<week_side>[LN])(?P<unit>u)|f?(?P<unit2>u)(?P<week_side2>[LN]))?"),
    ("quarter", "QBq", r"(?:(?P<ordinal>[qn])(?P<part>[QB])|(?P<part2>[QB])(?P<ordinal2>[qn]))"
     r"(?:,?f?u?(?P<year>y)|f?(?P<side>[LNt])u|f?u(?P<side2>[LNt]))?"),
    ("day_part", "tL", r"(?P<side>[tL])(?P<part>p)"),
    ("span", "rReLNt", r"(?P<within>[rRe]-?)?(?P<side>[LNt])(?P<count>[ncd])?(?P<unit>[uQE])"),
    ("span_post", "uQE", r"(?P<unit>[uQE])(?P<side>[LNt])"),
    ("ago", "ncadGu", r"(?:(?P<count>[nca])(?P<unit>u)(?:g)|G(?P<count2>[nca])?(?P<unit2>u)|G(?P<dual>d))"),  # noqa: E501 - one shape, one line
    ("ahead", "i", r"i(?P<count>[nca])(?P<unit>u)"),
    ("decade", "yJ", r"(?:(?P<year>y)'?(?P<mark>j)|(?P<decade>J)f?(?P<century>k)|(?P<word>J)(?P<year2>y)|(?P<decade2>J))"),  # noqa: E501 - one shape, one line
    ("year_range", "yTFf", r"[TFf]?(?P<year>y)[-&](?P<year2>y)(?![-/]?[#n])"),
    ("year", "iSbueFG", r"(?:[iSbFG]?e?-?f?(?P<word>u)|(?P<lead>[iSbFG]?e-?f?|[iSbFG]))(?P<year>y)(?P<hijri>H)?C?"),  # noqa: E501 - one shape, one line
)  # fmt: skip
_SIGN: Final = re.compile(
    r"\[(\^?)([^\]]+)\]|(\(\?P<\w+>|\(\?P=\w+\)|\(\?[:!=])|\\.|\{[\d,]+\}|([A-Za-z])"
)


def _with_further_words(pattern: str) -> str:
    """Let every class of words take the further words of a phrase: M becomes M_*."""

    def widened(found: re.Match[str]) -> str:
        whole = found.group()
        if found[3] or whole[0] in "\\{":
            return whole
        if found[2] and not any(map(str.isalpha, found[2])):
            return whole
        return f"(?:{whole}_*)"

    return _SIGN.sub(widened, pattern)


SHAPES: Final[dict[str, tuple[Shape, ...]]] = {}
for _name, _starts, _form in _FORMS:
    _shape = Shape(_name, re.compile(_with_further_words(_form)))
    for _start in _starts:
        SHAPES[_start] = (*SHAPES.get(_start, ()), _shape)

# Without one of these a line tells no time.
ANCHOR: Final = re.compile("[WwMmDKyQBEudJ]|[tL]p|n[-/.]n")
START: Final = re.compile(f"[{''.join(sorted(SHAPES))}]")
