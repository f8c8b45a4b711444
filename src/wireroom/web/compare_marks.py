"""Compared words as markup: told apart by line, weight and colour, and in words for listeners."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override
from markupsafe import Markup, escape

from wireroom.engine.copies.pieces import Kind
from wireroom.news.queries.side_by_side import Paragraph, Words
from wireroom.web.direction import text_direction
from wireroom.web.parts import tongue

# Words of the first report are marked as deleted, of the second as inserted.
_TAGS: Final = ("del", "ins")
_SIDES: Final = ("a", "b")


class CompareMarks:
    """The marks in the words of one edition. All markup is made here of escaped values."""

    def __init__(self, edition: str) -> None:
        with override(edition):
            # Translators: read out before words that the other report words differently
            changed = _("worded differently:")
            # Translators: read out before words that the other report does not have
            only = _("only here:")
            self._said: Final = {
                Kind.CHANGED: escape(changed), Kind.CUT: escape(only), Kind.ADDED: escape(only),
                Kind.ONLY: escape(only),
            }  # fmt: skip
            # Translators: read out where words end that were marked as changed or as only here
            self._end: Final = escape(_("(end)"))
            # Translators: beside a passage that stands elsewhere in the other report
            self._moved: Final = escape(_("Moved"))
            self._only: Final = escape(_("Only here"))

    def paragraph(self, paragraph: Paragraph, lang: str, side: int) -> Markup:
        """Return a paragraph of the first (0) or second (1) report."""
        text = "".join(words.text for words in paragraph)
        is_only = all(words.kind is Kind.ONLY for words in paragraph)
        shown = (
            f"<{_TAGS[side]}>{escape(text)}</{_TAGS[side]}>"
            if is_only
            else "".join(self._words(words, side) for words in paragraph)
        )
        css = ' class="only"' if is_only else ""
        # On the side where the paragraph begins, whichever way the page runs.
        way = text_direction(text, lang)
        label = f'<span class="mark-label" dir="{way}">{self._only}</span> ' if is_only else ""
        return Markup(f"{label}<p{css}{tongue(lang, text)}>{shown}</p>\n")  # noqa: S704

    def phrase(self, text: str, side: int, is_alone: bool) -> Markup:
        """Return words of a list of changes; `is_alone` where the other report has none."""
        kind = (Kind.CUT, Kind.ADDED)[side] if is_alone else Kind.CHANGED
        return Markup(self._words(Words(kind=kind, text=text), side))  # noqa: S704

    def _words(self, words: Words, side: int) -> str:
        text = escape(words.text)
        if words.kind is not Kind.KEPT:
            tag = _TAGS[side]
            text = Markup(  # noqa: S704
                f'<{tag} class="{words.kind}"><span class="unseen">{self._said[words.kind]} </span>'
                f'{text}<span class="unseen"> {self._end} </span></{tag}>'
            )
        return self._move(words, text, side) if words.moved else str(text)

    def _move(self, words: Words, text: Markup, side: int) -> str:
        here, there = (f"moved-{words.moved}-{_SIDES[place]}" for place in (side, 1 - side))
        link = (
            f'<a class="moved-link" id="{here}" href="#{there}">'
            f"{self._moved} <bdi>{words.moved}</bdi></a> "
            if words.opens
            else ""
        )
        return f'{link}<mark class="moved">{text}</mark>'
