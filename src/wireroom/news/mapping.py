"""Between the engine's values and the tables' columns."""

from datetime import datetime
from typing import Any

from wireroom.engine.pages.markup import plain_html
from wireroom.engine.pages.noise import is_noise
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import ArticleText, CopyPair
from wireroom.news.identity import key_of
from wireroom.news.models import Article, Revision


def content_hash(read: ReadArticle) -> str:
    """Return one key for what a reader sees of the text: headline to body, boxes, notes.

    Its markup is no part of it: a page that is set anew is no new revision.
    """
    parts = [read.title, read.standfirst or "", *read.key_points, read.body]
    for box in read.fact_boxes:
        parts += [box.title or "", *box.paragraphs]
    parts += [note.text for note in read.corrections]
    return key_of("\x1f".join(parts))


def is_repeated(latest: Revision, read: ReadArticle) -> bool:
    """Tell whether a reading says what the latest revision does, but for noise in its text."""
    mine, kept = revision_columns(read), {"headline": latest.headline}
    kept |= {"standfirst": latest.standfirst, "key_points": latest.key_points}
    kept |= {"fact_boxes": latest.fact_boxes, "corrections": latest.corrections}
    if any(mine[name] != value for name, value in kept.items()):
        return False
    return is_noise(latest.body.split("\n\n"), read.paragraphs)


def article_columns(read: ReadArticle, *, headline_key: str, seen_at: datetime) -> dict[str, Any]:
    """Return the columns that every reading of an article sets anew."""
    image = read.image
    return {
        "headline": read.title[:1000],
        "headline_key": headline_key,
        "role": read.role.value,
        "position": read.position,
        "short_url": (read.short_url or "")[:500],
        "standfirst": read.standfirst or "",
        "authors": list(read.authors),
        "dateline": (read.dateline or "")[:200],
        "wire_credit": (read.wire_credit or "")[:200],
        "section": (read.section or "")[:100],
        "tags": list(read.tags),
        "image_url": _fitting(image.url if image else None),
        "image_caption": (image.caption if image else None) or "",
        "image_credit": ((image.credit if image else None) or "")[:300],
        "lang": read.lang[:35],
        "dir": read.dir,
        "published_at": read.published,
        "published_from": read.published_from.value,
        "updated_at": read.updated,
        # A clock that runs ahead must not pin an article to the top.
        "sort_at": min(read.published or seen_at, seen_at),
        "health": read.health.value,
        "is_transcript": read.is_transcript,
        "word_count": sum(len(paragraph.split()) for paragraph in read.paragraphs),
    }


def _fitting(url: str | None, length: int = 2000) -> str:
    return url if url and len(url) <= length else ""


def revision_columns(read: ReadArticle) -> dict[str, Any]:
    """Return what a revision keeps of a reading."""
    return {
        "headline": read.title[:1000],
        "standfirst": read.standfirst or "",
        "key_points": list(read.key_points),
        "body": read.body,
        "content_hash": content_hash(read),
        **structure_columns(read),
    }


def structure_columns(read: ReadArticle) -> dict[str, Any]:
    """Return what a revision keeps of a reading besides its plain text."""
    return {
        "html": "" if read.html == plain_html(read.paragraphs) else read.html,
        "fact_boxes": [
            {"title": box.title, "paragraphs": list(box.paragraphs)} for box in read.fact_boxes
        ],
        "corrections": [
            {"text": note.text, "kind": note.kind.value, "at": note.at and note.at.isoformat()}
            for note in read.corrections
        ],
        "live_entries": [
            {
                "heading": entry.heading,
                "at": entry.at and entry.at.isoformat(),
                "first": entry.first,
                "end": entry.end,
            }
            for entry in read.live_entries
        ],
    }


def article_text(article: Article, revision: Revision) -> ArticleText:
    """Return what copies and stories look at; needs `outlet` loaded."""
    return ArticleText(
        id=str(article.pk),
        title=revision.headline,
        body=revision.body,
        # "3 hours ago" is an hour wide and moves with the moment of the fetch: too vague to say
        # who was first.
        published_at=article.published_at if article.published_from == "stated" else None,
        lang=article.lang,
        outlet=article.outlet.name,
        platform=str(article.platform_id) if article.platform_id else None,
        wire_credit=article.wire_credit or None,
    )


def copy_columns(pair: CopyPair) -> dict[str, Any]:
    """Return the columns of a pair, turned so that `a` is the row with the smaller id."""
    passages = [[p.a_start, p.a_end, p.b_start, p.b_end, p.similarity] for p in pair.passages]
    columns: dict[str, Any] = {
        "a_id": int(pair.a),
        "b_id": int(pair.b),
        "direction": pair.direction,
        "containment_a": pair.containment_a,
        "containment_b": pair.containment_b,
        "passages": passages,
        "why": pair.why[:500],
        "kind": str(pair.kind),
        "confidence": pair.confidence,
    }
    return columns if columns["a_id"] < columns["b_id"] else _turned(columns)


def _turned(columns: dict[str, Any]) -> dict[str, Any]:
    direction = {"a>b": "b>a", "b>a": "a>b"}.get(columns["direction"], "unknown")
    return {
        "a_id": columns["b_id"],
        "b_id": columns["a_id"],
        "direction": direction,
        "containment_a": columns["containment_b"],
        "containment_b": columns["containment_a"],
        "passages": [[p[2], p[3], p[0], p[1], p[4]] for p in columns["passages"]],
        "why": columns["why"],
        "kind": columns["kind"],
        "confidence": columns["confidence"],
    }
