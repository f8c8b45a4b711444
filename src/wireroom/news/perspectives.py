"""Between the engine's perspectives and what a story's brief keeps of them: values for JSON."""

from collections.abc import Sequence
from typing import Any

from wireroom.engine.insight.perspectives.gaps import Gap
from wireroom.engine.insight.perspectives.view import Count, Finding, Group, Opening, View
from wireroom.news.kept_sayings import keep_saying


def keep_views(views: Sequence[View]) -> list[dict[str, Any]]:
    """Return perspectives as a brief keeps them."""
    return [
        {"axis": view.axis.value, "groups": [_keep_group(group) for group in view.groups]}
        for view in views
    ]


def _keep_group(group: Group) -> dict[str, Any]:
    return {
        "value": group.value,
        "outlets": group.outlets,
        "reports": group.reports,
        "texts": group.texts,
        "first_at": group.first_at.isoformat() if group.first_at else "",
        "last_at": group.last_at.isoformat() if group.last_at else "",
        "first_outlet": group.first_outlet,
        "opening": _keep_opening(group.opening) if group.opening else {},
        "findings": [_keep_finding(one) for one in group.findings],
    }


def _keep_opening(opening: Opening) -> dict[str, Any]:
    return {
        "sayings": [keep_saying(one) for one in opening.sayings],
        "distinct": opening.is_distinct,
    }


def _keep_finding(one: Finding) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "side": one.side.value,
        "about": one.about,
        "sayings": [keep_saying(each) for each in one.sayings],
        "here": _keep_count(one.here),
        "elsewhere": _keep_count(one.elsewhere),
    }


def _keep_count(count: Count) -> list[int]:
    return [count.having, count.of]


def keep_gaps(gaps: Sequence[Gap]) -> list[list[Any]]:
    """Return coverage gaps as a brief keeps them; read_gap() reads one."""
    return [
        [one.axis.value, one.value, one.lack.value, one.telling, one.outlets, one.known,
         one.publishers]
        for one in gaps
    ]  # fmt: skip
