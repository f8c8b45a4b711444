"""An article's paragraph with the days it speaks of: "Tuesday" tells which one."""

import re
from datetime import date, datetime
from html import unescape
from typing import Final

from django.utils.translation import get_language, get_language_bidi
from markupsafe import Markup, escape

from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.mention import DateMention, Precision, RestsOn
from wireroom.web.times import day_in_words

_TAG: Final = re.compile(r"(<[^>]*>)")
# What is told in full needs no words beside it.
_PLAIN: Final = frozenset((RestsOn.STATED,))
_WEEK: Final = 7  # days


def with_dates(text: str, lang: str, published_at: datetime | None) -> Markup:
    """Return a paragraph as markup, its days and weeks marked with the days they come to.

    What the text says in full, and all where no publication time is known, stays as it is.
    """
    if published_at is None:
        return escape(text)
    pieces, end = [], 0
    for mention in dates_in(text, published_at=published_at, lang=lang):
        if mention.rests_on not in _PLAIN:
            pieces.append(escape(text[end : mention.start]))
            pieces.append(_marked(text[mention.start : mention.end], mention))
            end = mention.end
    return Markup("").join([*pieces, escape(text[end:])])


def html_with_dates(markup: str, lang: str, published_at: datetime | None) -> Markup:
    """Return the HTML of a report's text with its days marked as with_dates marks them.

    The markup is of allow-listed tags alone. What stands in a link stays as it is.
    """
    pieces = _TAG.split(markup)
    links = 0
    for place, piece in enumerate(pieces):
        if place % 2:
            links += (piece.startswith("<a ") or piece == "<a>") - (piece == "</a>")
        elif piece and not links:
            pieces[place] = str(with_dates(unescape(piece), lang, published_at))
    return Markup("".join(pieces))  # noqa: S704 - what is put between the tags is escaped


def _marked(words: str, mention: DateMention) -> Markup:
    """Return a report's words for a day, and the day in the reader's language behind them.

    Screen readers read it out in its place. Others see it in the line once the words are pointed
    at, touched or reached by keyboard (wireroom.css); it covers nothing, so that nobody has to
    dismiss it (WCAG 2.2, 1.4.13), and is not copied with the text.
    """
    language = get_language() or "en"
    direction = "rtl" if get_language_bidi() else "ltr"
    day = (
        f'<span class="told-day" lang="{language}" dir="{direction}">'
        f" ({escape(_in_words(mention))})</span>"
    )
    machine = _machine(mention)
    tag, stated = ("time", f' datetime="{machine}"') if machine else ("span", "")
    head = f'<{tag} class="told"{stated} tabindex="0">'
    return Markup(f"{head}{escape(words)}{day}</{tag}>")  # noqa: S704 - each part is escaped


def _in_words(mention: DateMention) -> str:
    if mention.precision is Precision.MONTH and _is_whole_month(mention.first, mention.last):
        return day_in_words(mention.first, "F Y")
    if mention.first == mention.last:
        return day_in_words(mention.first, "l j F Y")
    if _is_whole_year(mention.first, mention.last):
        return day_in_words(mention.first, "Y")
    first, last = (day_in_words(day, "j F Y") for day in (mention.first, mention.last))
    return f"{first} – {last}"


def _machine(mention: DateMention) -> str:
    """Return a value for `datetime` (HTML Living Standard, time element), "" where none fits."""
    first, last = mention.first, mention.last
    if first == last:
        return first.isoformat()
    if _is_whole_month(first, last):
        return first.isoformat()[:7]
    if _is_whole_year(first, last):
        return first.isoformat()[:4]
    if first.isoweekday() == 1 and (last - first).days == _WEEK - 1:
        year, week, _day = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return ""


def _is_whole_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day >= 28 and _ends_month(last)


def _ends_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _is_whole_year(first: date, last: date) -> bool:
    edges = (first.month, first.day), (last.month, last.day)
    return first.year == last.year and edges == ((1, 1), (12, 31))
