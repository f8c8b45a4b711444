"""Boxes beside a report that open with a label of their own: comments, app offers, sign-ups."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.dom import ancestors, fold_space, seen_text

_LABEL: Final = re.compile(
    r"^\W*(?:(?:no |\d+ |all |reader |join the )?(?:comments?|discussion|conversation)\b|"
    r"leave a (?:comment|reply)|related\b|recommended\b|you (?:may|might)\b|most (?:read|popular)|"
    r"popular\b|trending\b|top stories|latest (?:news|stories|from)|more (?:from|on|in|stories|"
    r"news)\b|read (?:more|next|also)|watch next|up next|newsletter|follow us|share\b|"
    r"(?:sign|log) (?:in|up)\b|subscribe\b|(?:get|download) (?:the|our) app|advertisement|"
    r"kommentare|commentaires|comentarios|"
    r"التعليقات|تعليقات|أضف تعليق|الأكثر قراءة|أخبار ذات صلة|مواضيع|مقالات|قد يهمك|قد يعجبك|"
    r"اقرأ أيض|إقرأ أيض|شارك|تابعنا|اشترك|النشرة|نشرة)",
    re.IGNORECASE,
)
# A line that is bold from its start is a heading by its looks.
_HEADINGS: Final = "h2, h3, h4, h5, h6, div > b:first-child, div > strong:first-child"
_CONTROLS: Final = "form, button, input:not([type=hidden]), textarea, select"
_APP: Final = re.compile(
    r"\b(?:iphone|ipad|android|app store|google play|play store|app gallery)\b|آيفون|أندرويد",
    re.IGNORECASE,
)
_OFFER: Final = re.compile(
    r"^\W*(?:sign (?:me )?up|subscribe|register|join|download|get (?:it|the app)|donate|"
    r"اشترك|سجل|حمل)\b",
    re.IGNORECASE,
)
# Characters. Offers are a sentence or two; a section of a report is longer.
_LONGEST_LABEL: Final = 80
_LONGEST_BOX: Final = 400
_LABEL_WORDS: Final = 5
_MOST_OFFERS: Final = 3
_MOST_HEADINGS: Final = 120


def cut_boxes(tree: LexborHTMLParser) -> None:
    """Take short boxes out of the tree that are labelled as furniture or are there to be used.

    To be used: a box with a heading of its own that holds a button or a field, or links to an
    app for telephones. The tree changes.
    """
    boxes: list[LexborNode] = []
    for heading in tree.css(_HEADINGS)[:_MOST_HEADINGS]:
        label = seen_text(heading)
        box = _own_box(heading, label) if 0 < len(label) <= _LONGEST_LABEL else None
        if box is None:
            continue
        if _LABEL.match(label) and len(label.split()) <= _LABEL_WORDS:
            box.decompose()
        elif _is_offer(box):
            boxes.append(box)
    # Where many boxes have buttons they are the list that the page is about.
    for box in boxes if len(boxes) <= _MOST_OFFERS else ():
        box.decompose()


def _own_box(heading: LexborNode, label: str) -> LexborNode | None:
    """Return the largest short element that this heading opens."""
    best = None
    for parent in ancestors(heading):
        if parent.tag in ("body", "html", "main"):
            break
        # The text without spacing first: it costs a tenth, and most parents are too large.
        if len(fold_space(parent.text(deep=True))) > len(label) + _LONGEST_BOX:
            break
        text = seen_text(parent)
        if len(text) > len(label) + _LONGEST_BOX or not text.startswith(label):
            break
        if parent.css_first("h1") is not None:
            break
        best = parent
    return best


def _is_offer(box: LexborNode) -> bool:
    if box.css_first(_CONTROLS) is not None:
        return True
    links = [seen_text(link) for link in box.css("a")[:10]]
    return any(_APP.search(text) or _OFFER.match(text) for text in links if len(text) < 40)
