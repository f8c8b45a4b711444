"""Mends as regression cases: which reports belong together, with or without their texts."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any, Final

from wireroom.engine.stories.mends import Wish, wishes_of
from wireroom.news.models import Article, Mend, Revision
from wireroom.news.queries.mends import GROUPING, as_wishes

# Pairs of a case: those of a large merge say little more than its first.
MOST_PAIRS: Final = 200


def read_cases(*, with_text: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the mends that hold, the oldest first, as values that JSON keeps.

    The texts are the outlets': they are left out unless asked for.
    """
    rows = Mend.objects.filter(undone_at=None, deed__in=list(GROUPING)).order_by("pk")
    for row in rows.iterator(chunk_size=100):
        wishes = list(islice(wishes_of(as_wishes(row)), MOST_PAIRS))
        named = sorted({one for wish in wishes for one in (wish.one, wish.other)})
        yield {
            "mend": row.pk,
            "deed": row.deed,
            "made_at": row.made_at,
            "why": row.why,
            "lang": row.lang,
            "pairs": [_pair(wish) for wish in wishes],
            "articles": list(_articles(named, with_text=with_text)),
        }


def _pair(wish: Wish) -> list[Any]:
    return [str(wish.one), str(wish.other), "together" if wish.is_together else "apart"]


def _articles(ids: Collection[int], *, with_text: bool) -> Iterator[dict[str, Any]]:
    articles = Article.objects.filter(pk__in=ids).select_related("outlet").order_by("sort_at", "pk")
    bodies = _bodies(ids) if with_text else {}
    for one in articles:
        case = {
            "id": str(one.pk), "url": one.url, "outlet": one.outlet.name, "lang": one.lang,
            "date": one.published_at,
        }  # fmt: skip
        if with_text:
            case |= {"title": one.headline, "body": bodies.get(one.pk, "")}
        yield case


def _bodies(ids: Collection[int]) -> dict[int, str]:
    revisions = Revision.objects.filter(article__in=ids).order_by("number")
    return dict(revisions.values_list("article_id", "body"))
