"""The smallest parts of pages, which stand there by the dozen: addresses, outlets and times.

They are functions because a macro costs three times as much, and a front shows some two hundred.
All markup is made here of escaped values.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from django.urls import reverse
from markupsafe import Markup, escape

from wireroom.news.queries.cards import OutletCard
from wireroom.web.direction import text_direction
from wireroom.web.editions import Edition, current_edition
from wireroom.web.here import page_time, site_root
from wireroom.web.times import absolute_time, machine_time, relative_time

# As much of BCP 47 as articles carry: language, then subtags; "und" says nothing.
_LANGUAGE_TAG: Final = re.compile(r"(?!und\b)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


class Parts:
    """The parts as one edition shows them."""

    def __init__(self, edition: Edition) -> None:
        self._code: Final = edition.code

    def url(self, name: str, *, edition: str = "", **parts: object) -> str:
        """Return the address of a page, in this edition unless another is named."""
        return _address(name, edition or self._code, parts)

    def outlet_link(self, outlet: OutletCard) -> Markup:
        """Return an outlet's name that leads to its page."""
        address = _address("outlet", self._code, {"slug": outlet.slug})
        return Markup(  # noqa: S704
            f'<a class="outlet" href="{escape(address)}">{outlet_name(outlet)}</a>'
        )

    def age(self, when: datetime) -> Markup:
        """Return how long ago a time is; the time itself stands in its title."""
        absolute = escape(absolute_time(when, self._code))
        ago = escape(relative_time(when, page_time(), self._code)) or absolute
        return Markup(  # noqa: S704
            f'<time datetime="{machine_time(when)}" title="{absolute}">{ago}</time>'
        )

    def stamp(self, when: datetime) -> Markup:
        """Return a time, and how long ago it is."""
        absolute = escape(absolute_time(when, self._code))
        ago = relative_time(when, page_time(), self._code)
        shown = f' <span class="ago">({escape(ago)})</span>' if ago else ""
        return Markup(  # noqa: S704
            f'<time datetime="{machine_time(when)}">{absolute}</time>{shown}'
        )


def page_url(name: str, *, edition: str = "", **parts: object) -> str:
    """Return the address of a page, in the current edition unless another is named.

    `parts` is at most one: a row's number or an outlet's slug.
    """
    return _address(name, edition or current_edition().code, parts)


def outlet_name(outlet: OutletCard) -> Markup:
    """Return an outlet's name, apart from the direction of what stands around it."""
    return Markup(f"<bdi{tongue(outlet.lang)}>{escape(outlet.name)}</bdi>")  # noqa: S704


def tongue(lang: str, text: str = "") -> Markup:
    """Return the `lang` and `dir` attributes of a text that an outlet wrote."""
    # Safe by its form; Markup.format costs ten times as much, some hundred times a page.
    shown = f' dir="{text_direction(text, lang)}"' if text else ""
    return Markup(_lang_attribute(lang) + shown)  # noqa: S704


@lru_cache(maxsize=1024)
def _lang_attribute(lang: str) -> str:
    return f' lang="{lang}"' if _LANGUAGE_TAG.fullmatch(lang) else ""


def _address(name: str, code: str, parts: dict[str, object]) -> str:
    root = site_root()
    for part, value in parts.items():
        head, tail = _address_around(name, code, part, root)
        return f"{head}{value if type(value) is int else quote(str(value))}{tail}"
    return _address_of(name, code, root)


@lru_cache(maxsize=1024)
def _address_of(name: str, code: str, _root: str) -> str:
    return reverse(name, kwargs={"edition": code})


@lru_cache(maxsize=1024)
def _address_around(name: str, code: str, part: str, _root: str) -> tuple[str, str]:
    """Return an address before and after its part: a front shows some eighty addresses."""
    head, _, tail = reverse(name, kwargs={"edition": code, part: "0"}).rpartition("/0/")
    return f"{head}/", f"/{tail}"
