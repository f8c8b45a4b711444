"""How a comparison is laid out: its verdict in a sentence, and its rows, whole or changes only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from wireroom.engine.copies.pieces import Kind
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.grouping import Pair
from wireroom.news.queries.side_by_side import Paragraph, TextRow
from wireroom.web.parts import isolated, outlet_name

# As engine.copies.lineage tells a whole copy from one that was cut.
_WHOLE_COPY: Final = 0.8
_CUT_COPY: Final = 0.5
# Kept words that are shown around a change where changes alone are asked for.
_AROUND: Final = 8
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Unchanged:
    """So many paragraphs that both have word for word, left out of what is shown."""

    count: int


def name_reports(first: ReportCard, second: ReportCard) -> tuple[Markup, Markup]:
    """Return what tells two reports apart: outlets, else where they were found, else headlines."""
    if first.outlet.id != second.outlet.id:
        return outlet_name(first.outlet), outlet_name(second.outlet)
    if (first.platform is None) != (second.platform is None):
        return _found_at(first), _found_at(second)
    return isolated(f"“{first.headline}”"), isolated(f"“{second.headline}”")


def _found_at(report: ReportCard) -> Markup:
    name = outlet_name(report.outlet)
    if report.platform is None:
        return name
    platform = escape(_("on %(platform)s")) % {"platform": outlet_name(report.platform)}
    return Markup("{} {}").format(name, platform)


def say_verdict(pair: Pair, names: tuple[Markup, Markup]) -> Markup:
    """Return in a sentence what two reports, called by `names`, share."""
    shares = {
        "first": names[0],
        "second": names[1],
        "share": _percent(pair.share_of_first),
        "back": _percent(pair.share),
    }
    return escape(_verdict(pair)) % shares


def _verdict(pair: Pair) -> str:
    """Return the form of the sentence; "%(share)s of" is said of the words of a report."""
    if pair.is_quote:
        return _("Only a quote: %(second)s and %(first)s give the same words of a third.")
    if pair.is_translated:
        return _(
            "Translation: %(second)s has %(share)s of %(first)s in another language;"
            " that is %(back)s of its own text."
        )
    is_edited = "lightly edited" in pair.why
    less, more = sorted((pair.share, pair.share_of_first))
    if less >= _WHOLE_COPY:
        if is_edited:
            return _("Whole copy, lightly edited: %(second)s has %(share)s of %(first)s.")
        return _("Whole copy: %(second)s has %(share)s of %(first)s.")
    if more < _CUT_COPY:
        return _(
            "Shared passages: %(second)s has %(share)s of %(first)s;"
            " that is %(back)s of its own text."
        )
    if pair.share >= pair.share_of_first:
        if is_edited:
            return _(
                "Cut and lightly edited: %(second)s has %(share)s of %(first)s;"
                " that is %(back)s of its own text."
            )
        return _(
            "Cut copy: %(second)s has %(share)s of %(first)s; that is %(back)s of its own text."
        )
    return _(
        "Copy with additions: %(second)s has %(share)s of %(first)s;"
        " that is %(back)s of its own text."
    )


def say_confidence(pair: Pair) -> str:
    """Return how sure it is whose text it is; empty where that is unknown."""
    if not pair.is_certain or pair.confidence <= 0:
        return ""
    # Never "100%": a credit line may be wrong.
    return _("How sure that is: %(share)s.") % {"share": _percent(min(pair.confidence, 0.99))}


def _percent(share: float) -> str:
    return f"{round(100 * min(max(share, 0.0), 1.0))}%"


def keep_changes(rows: Sequence[TextRow]) -> list[TextRow | Unchanged]:
    """Return the rows that differ, the rest counted; kept words only next to a change."""
    shown: list[TextRow | Unchanged] = []
    for is_same, group in groupby(rows, key=lambda row: row.is_same):
        if is_same:
            shown.append(Unchanged(sum(len(row.first) for row in group)))
        else:
            shown += [TextRow(first=_near(row.first), second=_near(row.second)) for row in group]
    return shown


def _near(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    near = (_near_changes(paragraph) for paragraph in paragraphs)
    return tuple(paragraph for paragraph in near if paragraph)


def _near_changes(paragraph: Paragraph) -> Paragraph:
    """Cut the kept words of a paragraph to those next to a change; one without any is left out."""
    if all(words.kind is Kind.KEPT and not words.moved for words in paragraph):
        return ()
    last = len(paragraph) - 1
    return tuple(
        replace(words, text=_cut(words.text, is_first=place == 0, is_last=place == last))
        if words.kind is Kind.KEPT and not words.moved
        else words
        for place, words in enumerate(paragraph)
    )


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    found = list(_WORD.finditer(text))
    before, after = 0 if is_first else _AROUND, 0 if is_last else _AROUND
    if len(found) <= before + after + 1:
        return text
    head = f"{text[: found[before - 1].end()]} " if before else ""
    tail = f" {text[found[len(found) - after].start() :]}" if after else ""
    return f"{head}…{tail}"
