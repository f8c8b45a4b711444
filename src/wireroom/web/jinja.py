"""The Jinja2 environment of the pages: what templates may call, and nothing that decides."""

import hashlib
import re
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import timezone, translation
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from markupsafe import Markup

from wireroom.web import direction, reasons, times, wording
from wireroom.web.editions import EDITIONS, current_edition

# As much of BCP 47 as articles carry: language, then subtags; "und" says nothing.
_LANGUAGE_TAG: Final = re.compile(r"(?!und\b)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def environment(**options: Any) -> Environment:
    """Return the environment that Django's Jinja2 backend renders with."""
    options.pop("autoescape", None)  # never to be turned off
    env = Environment(
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_bytecode_cache(settings.VAR / "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    env.install_gettext_callables(  # type: ignore[attr-defined] # added by the extension
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    env.globals.update(
        url=page_url, static=versioned_static, edition=current_edition, editions=EDITIONS
    )
    env.filters.update(
        absolute=times.absolute_time,
        day=times.absolute_day,
        weekday=times.weekday,
        short_time=times.short_time,
        machine=times.machine_time,
        ago=_ago,
        dir=direction.text_direction,
        plain=direction.plain_text,
        tongue=tongue,
        owner=wording.owner_words,
        health_note=wording.health_note,
        health=wording.health_words,
        country=wording.country_name,
        language=wording.language_name,
        percent=_percent,
        reason=reasons.say_reason,
        host=_host,
    )
    return env


def page_url(name: str, *, edition: str = "", **parts: Any) -> str:
    """Return the address of a page, in the current edition unless another is named.

    `parts` is at most one: a row's number or an outlet's slug.
    """
    code = edition or current_edition().code
    for part, value in parts.items():
        head, tail = _address_around(name, code, part, get_script_prefix())
        return f"{head}{quote(str(value))}{tail}"
    return reverse(name, kwargs={"edition": code})


@cache
def _address_around(name: str, code: str, part: str, _prefix: str) -> tuple[str, str]:
    """Return an address before and after its part: a front reverses some eighty addresses."""
    head, _, tail = reverse(name, kwargs={"edition": code, part: "0"}).rpartition("/0/")
    return f"{head}/", f"/{tail}"


@cache
def versioned_static(path: str) -> str:
    """Return a static file's address with a mark of its content: it may be kept for a year."""
    found = finders.find(path)
    if not found:
        return static(path)
    mark = hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:10]
    return f"{static(path)}?v={mark}"


def tongue(lang: str, text: str = "") -> Markup:
    """Return the `lang` and `dir` attributes of a text that an outlet wrote."""
    # Safe by its form; Markup.format costs ten times as much, some hundred times a page.
    known = f' lang="{lang}"' if _LANGUAGE_TAG.fullmatch(lang) else ""
    shown = f' dir="{direction.text_direction(text, lang)}"' if text else ""
    return Markup(known + shown)  # noqa: S704


def _ago(when: datetime) -> str:
    return times.relative_time(when, timezone.now())


def _percent(share: float) -> str:
    return f"{round(100 * min(max(share, 0.0), 1.0))}%"


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _bytecode_cache(folder: Path) -> FileSystemBytecodeCache | None:
    """Keep compiled templates beside the database: a start costs no compiling."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:  # a read-only folder costs a slower first page, nothing else
        return None
    return _ForgivingCache(str(folder))


class _ForgivingCache(FileSystemBytecodeCache):
    """Go on without keeping where the folder is full, gone or not ours to write."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
