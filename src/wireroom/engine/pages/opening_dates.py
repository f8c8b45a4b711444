"""Dates as datelines write them, in more languages than those whose times are read."""

import re
from typing import Final

from wireroom.engine.text.when import looks_like_time
from wireroom.engine.text.when_tables import MONTH_NAMES

# Genitives and short forms of agencies' datelines; nothing is read from them, they only go.
_MORE_MONTHS: Final = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "янв фев мар апр июн июл авг сен сент окт ноя нояб дек январь февраль март апрель май июнь "
    "июль август сентябрь октябрь ноябрь декабрь "
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "студзеня лютага сакавіка красавіка чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня "
    "януари февруари юни юли септември октомври ноември декември "
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
    "yanvar fevral aprel iyun iyul avqust sentyabr oktyabr noyabr dekabr "
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia ledna února března dubna května června července srpna září října listopadu prosince"
)
_HUNGARIAN: Final = (
    "január február március április május június július augusztus szeptember október november "
    "december"
)


def _either(names: str) -> str:
    return "|".join(sorted(map(re.escape, names.split()), key=len, reverse=True))


_MONTH: Final = _either(" ".join([*MONTH_NAMES.values(), _MORE_MONTHS]))
_YEAR: Final = r"\d{4}(?:\s?(?:г\.?|года?|року|г)(?!\w))?"
# "3 марта", "3. März 2025", "March 3, 2025", "2025. március 3., hétfő".
DATE: Final = (
    rf"(?:\d{{1,2}}\.?\s?(?:{_MONTH})(?!\w)\.?(?:,?\s{_YEAR})?"
    rf"|(?:{_MONTH})\.?\s\d{{1,2}}(?!\w)(?:,?\s{_YEAR})?"
    rf"|\d{{4}}\.\s(?:{_either(_HUNGARIAN)})\s\d{{1,2}}\.(?:,\s\w{{4,9}})?)"
)
_DATE: Final = re.compile(DATE, re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")


def is_date(text: str) -> bool:
    """Tell whether the text says a day or a time and nothing else."""
    if not _DIGIT.search(text):
        return looks_like_time(text)
    return _DATE.fullmatch(text) is not None or looks_like_time(text)
