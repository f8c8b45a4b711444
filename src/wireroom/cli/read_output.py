"""What `./wireroom read` writes: an article as a JSON object, or as a listing for people."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from wireroom.engine.pages.labels import LabelledBlock
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.types import Article, Health

_SHOWN_WORDS = 40
_SHOWN_SIGNS: Final = 100  # of a block
# What a page could make a terminal do with.
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]")


def article_row(article: Article) -> dict[str, Any]:
    """Return an article as the fields of the command's contract; unknown is None."""
    image = article.image
    return {
        "id": article.id,
        "file": article.file,
        "position": article.position,
        "role": article.role.value,
        "title": article.title,
        "standfirst": article.standfirst,
        "key_points": list(article.key_points),
        "body": article.body,
        "paragraphs": list(article.paragraphs),
        **_structure(article),
        "authors": list(article.authors),
        "outlet": article.outlet,
        "platform": article.platform,
        "published": article.published,
        "published_from": article.published_from.value,
        "updated": article.updated,
        "dateline": article.dateline,
        "wire_credit": article.wire_credit,
        "short_url": article.short_url,
        "canonical_url": article.canonical_url,
        "image": {"url": image.url, "caption": image.caption, "credit": image.credit}
        if image
        else None,
        "lang": article.lang,
        "dir": article.dir,
        "section": article.section,
        "tags": list(article.tags),
        "comments_count": article.comments_count,
        "warnings": list(article.warnings),
        "health": article.health.value,
        "found_in": dict(article.sources),
        "dates": _dates(article),
        "paywall": article.paywalled,
    }


def _structure(article: Article) -> dict[str, Any]:
    """Return what an article holds besides its plain paragraphs."""
    return {
        "html": article.html,
        "fact_boxes": [
            {"title": box.title, "paragraphs": list(box.paragraphs)} for box in article.fact_boxes
        ],
        "corrections": [
            {"text": note.text, "kind": note.kind.value, "at": note.at}
            for note in article.corrections
        ],
        "live_entries": [
            {
                "heading": entry.heading,
                "at": entry.at,
                "first": entry.first,
                "end": entry.end,
                "paragraphs": list(entry.paragraphs),
                "html": entry.html,
            }
            for entry in article.live_entries
        ],
    }


def _dates(article: Article) -> list[dict[str, Any]]:
    """Return the days that the text speaks of, counted from its publication."""
    body = article.body
    return [
        {
            "start": mention.start,
            "end": mention.end,
            "text": body[mention.start : mention.end],
            "from": mention.first.isoformat(),
            "to": mention.last.isoformat(),
            "precision": mention.precision.value,
            "kind": mention.kind.value,
            "rests_on": mention.rests_on.value,
            "confidence": mention.confidence,
            "at": mention.at,
        }
        for mention in dates_in(body, published_at=article.published, lang=article.lang)
    ]


def listing(article: Article) -> str:
    """Return an article as a few lines: headline, who and when, the first words."""
    published = f"{article.published:%Y-%m-%d %H:%M} UTC" if article.published else None
    credit = f"credit {article.wire_credit}" if article.wire_credit else None
    about = [article.outlet, published, ", ".join(article.authors) or None, credit, article.lang]
    words = article.body.split()
    opening = " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")
    lines = [
        f"{article.id}  ({article.role.value})",
        f"  {article.title or '(no headline)'}",
        "  " + " · ".join(part for part in about if part),
        *(f"  - {point}" for point in article.key_points),
    ]
    if article.health is not Health.ARTICLE:
        lines.append(f"  not an article: {article.health.value}: {'; '.join(article.warnings)}")
    if opening:
        lines.append(f"  {opening}")
        lines.append(f"  [{len(article.paragraphs)} paragraphs, {len(words)} words]")
    return "\n".join(lines) + "\n"


def block_rows(file: str, blocks: Sequence[LabelledBlock]) -> Iterator[dict[str, Any]]:
    """Yield the blocks of a page as JSON objects, in reading order."""
    for number, block in enumerate(blocks):
        yield {
            "file": file,
            "block": number,
            "label": block.label.value,
            "chance": block.chance,
            "why": block.why.value if block.why else None,
            "article": block.article,
            "text": block.text,
        }


def labelled_listing(file: str, blocks: Sequence[LabelledBlock]) -> str:
    """Return the blocks of a page as lines for people: label, chance, reason, first words."""
    return "\n".join([file, *map(_labelled_line, blocks)]) + "\n"


def _labelled_line(block: LabelledBlock) -> str:
    text = block.text[:_SHOWN_SIGNS] + (" …" if len(block.text) > _SHOWN_SIGNS else "")
    chance = "   –" if block.chance is None else f"{block.chance:4.2f}"
    label = f"{block.label.value} ({block.why.value})" if block.why else block.label.value
    return f"  {label:26} {chance}  {_CONTROLS.sub(' ', text)}"
