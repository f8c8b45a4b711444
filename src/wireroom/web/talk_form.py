"""The form in which a comment is written: what was typed, what it answers, what may be quoted."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from django.http import HttpRequest

from wireroom.engine.talk.blocks import quote
from wireroom.engine.text.found_again import find_typed
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.errors import read_piece
from wireroom.news.queries.story import read_story
from wireroom.reading.models import HIGHLIGHT_CHARS
from wireroom.reading.queries.texts import read_text
from wireroom.talk.queries.thread import ShownComment
from wireroom.web.error_links import read_place, signed_place

_FORM_SIGNS: Final = 32
_ROOM: Final = "talk"
# Sentences of the reports that the form offers for quoting: a handful, one screen.
_MOST_PIECES: Final = 8
_QUOTES: Final = "quote:"
_ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form; `does` is the button that was pressed."""

    text: str = ""
    name: str = ""
    form: str = field(default_factory=lambda: secrets.token_hex(_FORM_SIGNS // 2))
    revision: int = 0
    does: str = ""

    @property
    def quotes(self) -> str:
        """What is to be quoted, where that button was pressed."""
        return self.does.removeprefix(_QUOTES) if self.does.startswith(_QUOTES) else ""

    def kept(self) -> dict[str, str]:
        """Return what is worth keeping while somebody signs in."""
        return {
            "text": self.text, "name": self.name, "form": self.form, "revision": str(self.revision)
        }  # fmt: skip

    @classmethod
    def back(cls, kept: Mapping[str, str]) -> "Typed":
        """Return the form as it was kept."""
        return cls(kept["text"], kept["name"], kept["form"], int(kept["revision"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotable:
    """A sentence of a report that the form offers, and what its button sends."""

    text: str
    lang: str
    outlet: str
    does: str


def read_typed(request: HttpRequest) -> Typed:
    """Return what was sent; what is missing is as in an empty form."""
    told = request.POST
    form = told.get("form", "")
    is_form = len(form) == _FORM_SIGNS and form.isascii() and form.isalnum()
    revision = told.get("revision", "")
    typed = Typed(
        text=told.get("text", ""),
        name=told.get("name", "")[:200],
        revision=int(revision) if revision.isascii() and revision.isdigit() else 0,
        does=told.get("do", "")[:300],
    )
    return replace(typed, form=form) if is_form else typed


def with_quote(typed: Typed, told: str, answered: ShownComment | None) -> Typed:
    """Return the form with words quoted in it: a report's, or of the comment that is answered.

    `told` is a place that a page of ours signed, "all", or words of the comment; what the
    comment does not say is not put into its mouth.
    """
    place = read_place(told)
    if place is not None:
        piece = read_piece(place.article, place.revision, place.start, place.end)
        words = f"{piece.text}\n— {piece.report.outlet.name}" if piece else ""
    elif answered is None:
        words = ""
    elif told == _ALL:
        words = answered.text
    else:
        said = " ".join(told.split())
        words = said if said in " ".join(answered.text.split()) else ""
    if not words:
        return typed
    before = f"{typed.text.rstrip()}\n\n" if typed.text.strip() else ""
    return replace(typed, text=before + quote(words))


def with_report_words(typed: Typed, told: str, article_id: int | None) -> Typed:
    """Return the form with words of a report quoted, where they stand in what is shown of it."""
    text = read_text(article_id) if article_id is not None and told else None
    place = find_typed(told[:HIGHLIGHT_CHARS], text.body) if text else None
    if text is None or place is None:
        return typed
    words = " ".join(text.body[slice(*place)].split())
    return replace(typed, text=quote(f"{words}\n— {text.report.outlet.name}"))


def read_quotable(story: StoryRow) -> list[Quotable]:
    """Return sentences of the story's reports, chosen for its page, that may be quoted."""
    brief = read_story(story).brief
    cited = [*(point.cited for point in brief.points), *(one.cited for one in brief.quotes)]
    return [
        Quotable(
            text=one.text, lang=one.report.lang, outlet=one.report.outlet.name,
            does=f"{_QUOTES}{signed_place(one, _ROOM)}",
        )
        for one in cited[:_MOST_PIECES]
    ]  # fmt: skip
