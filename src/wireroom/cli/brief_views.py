"""How groups of outlets tell a story, as `wireroom brief` writes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from wireroom.engine.insight.key_points.report import voices_of_copies
from wireroom.engine.insight.ledger.entry import Saying
from wireroom.engine.insight.perspectives.teller import Teller
from wireroom.engine.insight.perspectives.view import Count, Finding, Group, Side, View
from wireroom.engine.insight.perspectives.whose import whose_text
from wireroom.engine.types import ArticleText, CopyKind, CopyPair

_SIDES: Final = {Side.HAS: "has", Side.OMITS: "leaves out"}


def as_tellers(articles: Sequence[ArticleText], pairs: Iterable[CopyPair]) -> list[Teller]:
    """Return the articles with what is known of their outlets."""
    known = list(pairs)
    voices, shares = voices_of_copies(known), _shares(known)
    return [
        Teller(
            article=one.id,
            outlet=one.outlet or one.id,
            voice=voices.get(one.id, one.id),
            lang=one.lang,
            country=one.country,
            owner=one.owner_type,
            text=whose_text(
                shares.get(one.id, 0.0), credit=one.wire_credit or "", outlet=one.outlet or ""
            ),
            at=one.published_at,
            title=one.title,
            body=one.body,
        )
        for one in articles
    ]


def _shares(pairs: Iterable[CopyPair]) -> dict[str, float]:
    """Return by article how much of it stands in another that had it before."""
    shares: defaultdict[str, float] = defaultdict(float)
    for pair in pairs:
        if pair.kind in (CopyKind.QUOTE, CopyKind.TRANSLATED):
            continue
        carrier, share = pair.b, pair.containment_b
        if pair.direction == "b>a":
            carrier, share = pair.a, pair.containment_a
        shares[carrier] = max(shares[carrier], share)
    return shares


def view_row(view: View) -> dict[str, Any]:
    """Return an axis as it is written."""
    return {"axis": view.axis.value, "groups": [_group_row(group) for group in view.groups]}


def _group_row(group: Group) -> dict[str, Any]:
    opening = group.opening
    return {
        "value": group.value,
        "outlets": group.outlets,
        "articles": group.reports,
        "texts": group.texts,
        "first": group.first_at,
        "last": group.last_at,
        "first_outlet": group.first_outlet,
        "opens_with": _saying_rows(opening.sayings) if opening else [],
        "opens_unlike_others": opening.is_distinct if opening else False,
        "findings": [_finding_row(one) for one in group.findings],
    }


def _finding_row(one: Finding) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "side": one.side.value,
        "about": one.about,
        "sayings": _saying_rows(one.sayings),
        "here": _count_row(one.here),
        "elsewhere": _count_row(one.elsewhere),
        "chance": float(f"{one.chance:.2g}"),
    }


def _saying_rows(sayings: Sequence[Saying]) -> list[dict[str, Any]]:
    return [
        {"text": one.text, "id": one.span.article, "start": one.span.start, "end": one.span.end}
        for one in sayings
    ]


def _count_row(count: Count) -> dict[str, int]:
    return {"having": count.having, "of": count.of}


def describe_views(views: Sequence[View]) -> Iterator[str]:
    """Yield the lines that people see."""
    for view in views:
        yield ""
        yield f"By {view.axis.value}"
        for group in view.groups:
            yield f"  {group.value}: {group.outlets} outlets, {group.texts} texts read"
            yield from (f"    {_described(one)}" for one in group.findings)


def _described(one: Finding) -> str:
    here, elsewhere = (f"{count.having} of {count.of}" for count in (one.here, one.elsewhere))
    about = f"{one.kind.value} {one.about}".strip()
    return f"{_SIDES[one.side]} {about} ({here}; elsewhere {elsewhere}): {one.sayings[0].text}"
