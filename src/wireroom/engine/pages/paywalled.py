"""Whether a report is free to read, by what its page states, and what that rests on."""

from typing import Final, NamedTuple

from wireroom.engine.pages.head import first_meta
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.structured import Node

_TIERS: Final = {"locked": True, "metered": True, "paid": True, "premium": True, "free": False}
_TIER_NAMES: Final = ("article:content_tier", "content_tier", "cxenseparse:tier")


class Access(NamedTuple):
    """`paywalled` is None where the page does not say; `rests_on` names who said so."""

    paywalled: bool | None = None
    rests_on: str = ""


def read_access(page: Page, node: Node | None) -> Access:
    """Return whether the page states a paywall: its JSON-LD first, then its meta tags."""
    parts = _parts(node)
    # A part that is not free outweighs "free" of the whole: templates state that for all pages.
    stated = [_is_closed(part.get("isAccessibleForFree")) for part in parts]
    if any(stated[1:]):
        return Access(True, "json-ld")
    if stated and stated[0] is not None:
        return Access(stated[0], "json-ld")
    tier = _TIERS.get((first_meta(page.meta, *_TIER_NAMES) or "").strip().lower())
    return Access(tier, "meta") if tier is not None else Access()


def _parts(node: Node | None) -> list[Node]:
    """Return an article's JSON-LD and the parts of it that it names."""
    if not node:
        return []
    held = node.get("hasPart")
    listed = held if isinstance(held, list) else [held]
    return [node, *(part for part in listed[:20] if isinstance(part, dict))]


def _is_closed(value: object) -> bool | None:
    """Read a JSON-LD boolean as pages write it: false, "False", "http://schema.org/False"."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool):
        return not value
    if not isinstance(value, str):
        return None
    text = value.strip().lower()
    return text.endswith("false") if text.endswith(("false", "true")) else None
