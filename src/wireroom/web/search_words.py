"""What the search page says: periods, and why a part of a query was not heeded."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup, escape

from wireroom.engine.search.query import Trouble
from wireroom.engine.search.snippet import Snippet

PERIODS: Final[tuple[tuple[str, Promise], ...]] = (
    ("", _("Any time")),
    ("1", _("Today")),
    ("7", _("The last 7 days")),
    ("30", _("The last 30 days")),
    ("365", _("The last year")),
)


def say_trouble(trouble: Trouble, part: str) -> str:
    """Return why a part of a query was left out, and what would do instead."""
    if trouble is Trouble.DATE:
        return gettext(
            "“%(part)s” was left out: a date is written 2026-11-30, 2026-11 or 2026."
        ) % {"part": part}
    if trouble is Trouble.VALUE:
        return gettext(
            "“%(part)s” was left out: there is is:wire, is:own, has:quotes, has:picture and days:7."
        ) % {"part": part}
    return gettext("The query is very long: only its beginning was looked for.")


def snippet_html(snippet: Snippet) -> Markup:
    """Return a snippet with the words marked that were sought."""
    parts: list[Markup] = []
    end = 0
    for start, stop in snippet.marks:
        parts += [escape(snippet.text[end:start]), Markup("<mark>")]
        parts += [escape(snippet.text[start:stop]), Markup("</mark>")]
        end = stop
    parts.append(escape(snippet.text[end:]))
    before = Markup("…") if snippet.is_cut_before else Markup("")
    behind = Markup("…") if snippet.is_cut_behind else Markup("")
    return Markup("").join([before, *parts, behind])
