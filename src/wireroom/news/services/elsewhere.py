"""An article that is met at another address than before: moved, or published at several."""

from datetime import datetime
from typing import Final

from wireroom.engine.feeds.announced import is_same_report
from wireroom.engine.types import Role
from wireroom.news.mapping import content_hash
from wireroom.news.models import Article, Revision
from wireroom.news.services.drafts import Draft

GONE_HEALTH: Final = "gone"
# Words of a text that no outlet writes twice: below, "No trains today." is two reports.
_FEWEST_WORDS: Final = 40


def find_elsewhere(draft: Draft) -> Article | None:
    """Return the article that a page's own report is, though its address is another now.

    It is the one read from this page before, where the headlines are of one report or the time
    of publication is the same, or the outlet's own of the same headline and text, word for word.
    """
    if draft.read.role is not Role.MAIN or draft.outlet.pk != draft.page.outlet_id:
        return None
    return _on_this_page(draft) or _word_for_word(draft)


def _on_this_page(draft: Draft) -> Article | None:
    mains = Article.objects.filter(page=draft.page, role=Role.MAIN.value, outlet=draft.outlet)
    same = (
        row
        for row in mains.order_by("pk")
        if is_same_report(row.headline, draft.read.title, _stated_at(row), draft.read.published)
    )
    return next(same, None)


def _stated_at(row: Article) -> datetime | None:
    return row.published_at if row.published_from == "stated" else None


def _word_for_word(draft: Draft) -> Article | None:
    if sum(len(one.split()) for one in draft.read.paragraphs) < _FEWEST_WORDS:
        return None
    alike = Article.objects.filter(
        outlet=draft.outlet,
        headline_key=draft.headline_key,
        role=Role.MAIN.value,
        word_count__gte=_FEWEST_WORDS,
        platform=None,
    )
    key = content_hash(draft.read)
    for row in alike.order_by("pk")[:_MOST_ALIKE]:
        if Revision.objects.filter(article=row, content_hash=key).exists():
            return row
    return None


# A column that comes every day under one headline has many rows; the text tells them apart.
_MOST_ALIKE: Final = 20
