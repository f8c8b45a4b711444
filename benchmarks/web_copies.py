"""Two long copies for a benchmark: an agency's report of 1,000 words, and an edited copy of it."""

import random
from datetime import datetime, timedelta
from typing import Final

import numpy as np

from benchmarks.web_words import BODY, draw_ranks, word, write_body
from wireroom.engine.copies.lineage import compare
from wireroom.engine.types import ArticleText
from wireroom.news.identity import headline_key, url_identity
from wireroom.news.models import Article, Copy, Outlet, Page, Revision

# A heavy hand: one word in twelve reworded, one in fifty cut, every seventh paragraph left out.
_REWORDED: Final = 0.08
_CUT: Final = 0.02
_LEFT_OUT: Final = 7


def make_long_copies(outlets: list[Outlet], now: datetime, chance: random.Random) -> Copy:
    """Write the two reports, of outlets that let them be shown in full, and what they share."""
    full = [outlet for outlet in outlets if outlet.policy == "full"][:2]
    text = write_body(draw_ranks(np.random.default_rng(3), 1, 3 * BODY)[0], "en")
    texts = (text, _edit(text, chance))
    articles = [
        _make_article(outlet, written, now - timedelta(hours=2 - place))
        for place, (outlet, written) in enumerate(zip(full, texts, strict=True))
    ]
    pair = compare(*(_as_text(one, written) for one, written in zip(articles, texts, strict=True)))
    assert pair is not None
    return Copy.objects.create(
        a=articles[0],
        b=articles[1],
        direction=pair.direction,
        containment_a=pair.containment_a,
        containment_b=pair.containment_b,
        passages=[
            [one.a_start, one.a_end, one.b_start, one.b_end, one.similarity]
            for one in pair.passages
        ],
        why=pair.why,
    )


def _edit(text: str, chance: random.Random) -> str:
    kept = (part for place, part in enumerate(text.split("\n\n")) if place % _LEFT_OUT)
    return "\n\n".join(" ".join(_edit_words(part, chance)) for part in kept)


def _edit_words(paragraph: str, chance: random.Random) -> list[str]:
    return [
        word(chance, "en") if chance.random() < _REWORDED else one
        for one in paragraph.split()
        if chance.random() > _CUT
    ]


def _make_article(outlet: Outlet, text: str, at: datetime) -> Article:
    url = f"https://{outlet.slug}.example/long"
    headline = f"A long report of {outlet.name}"
    page = Page.objects.create(outlet=outlet, url=url, seen_at=at, health="article")
    article = Article.objects.create(
        page=page,
        outlet=outlet,
        identity=url_identity(url),
        headline_key=headline_key(headline),
        role="main",
        url=url,
        headline=headline,
        lang="en",
        published_at=at,
        published_from="stated",
        seen_at=at,
        sort_at=at,
        word_count=len(text.split()),
    )
    Revision.objects.create(
        article=article, number=1, headline=headline, body=text, content_hash="", seen_at=at
    )
    return article


def _as_text(article: Article, text: str) -> ArticleText:
    return ArticleText(
        id=str(article.pk),
        title=article.headline,
        body=text,
        outlet=article.outlet.name,
        published_at=article.published_at,
    )
