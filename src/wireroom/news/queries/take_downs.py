"""Finding the report that is to be taken down, and the reports that carry its text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

from wireroom.engine.types import CopyKind
from wireroom.engine.urls import canonical_url
from wireroom.news.identity import url_identity
from wireroom.news.models import Article, Copy, TakenDown
from wireroom.news.queries.lineage import CARRIES_FROM

_DIGITS: Final = 18  # of a row's number, as addresses have it
_OWN_PAGE: Final = re.compile(r"/article/([0-9]{1,18})/?(?:[?#].*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report that is to go; `share` of its words stand in the one that was asked for."""

    article: Article
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTakeDown:
    """What an address or a number stands for, and who carries its text."""

    reports: Sequence[Reported]
    carriers: Sequence[Reported]


def find_reports(told: str) -> ToTakeDown:
    """Return what a number, an address here or the publisher's own address stands for."""
    articles = list(_asked_for(told.strip()).select_related("outlet"))
    found = {one.pk for one in articles}
    shares = _carriers(found)
    carriers = Article.objects.filter(pk__in=shares).select_related("outlet").order_by("pk")
    return ToTakeDown(
        reports=[Reported(article=one) for one in articles],
        carriers=[Reported(article=one, share=shares[one.pk]) for one in carriers],
    )


def _asked_for(told: str) -> QuerySet[Article]:
    nothing = Article.objects.none()
    if told.isascii() and told.isdigit():
        return Article.objects.filter(pk=int(told)) if len(told) <= _DIGITS else nothing
    own = _OWN_PAGE.search(told)
    url = canonical_url(told if "://" in told else f"https://{told}")
    if url is None:
        return Article.objects.filter(pk=int(own[1])) if own else nothing
    rows = Article.objects.filter(Q(identity=url_identity(url)) | Q(page__url=url, role="main"))
    if own and not rows.exists():
        return Article.objects.filter(pk=int(own[1]))
    return rows.order_by("pk")


def _carriers(articles: set[int]) -> dict[int, float]:
    """Return by article the greatest share of its words that stand in one of these."""
    shares: dict[int, float] = {}
    pairs = Copy.objects.filter(Q(a__in=articles) | Q(b__in=articles)).exclude(kind=CopyKind.QUOTE)
    for pair in pairs.only("a", "b", "containment_a", "containment_b"):
        for here, other, share in (
            (pair.a_id, pair.b_id, pair.containment_b), (pair.b_id, pair.a_id, pair.containment_a)
        ):  # fmt: skip
            if here in articles and other not in articles and share >= CARRIES_FROM:
                shares[other] = max(share, shares.get(other, 0.0))
    return shares


def taken_keys(keys: Iterable[str]) -> set[str]:
    """Return those of these keys that stand for something that was taken down."""
    asked = set(keys)
    if not asked:
        return set()
    return set(TakenDown.objects.filter(key__in=asked).values_list("key", flat=True))
