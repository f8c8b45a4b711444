"""Finding the report that is to be taken down, and the reports that carry its text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http.request import validate_host

from wireroom.engine.types import CopyKind
from wireroom.engine.urls import canonical_url
from wireroom.news.models import Article, Copy, TakenDown
from wireroom.news.queries.lineage import CARRIES_FROM
from wireroom.news.queries.shared import reports_at

_DIGITS: Final = 18  # of a row's number, as addresses have it
_OWN_PAGE: Final = re.compile(r"/article/([0-9]{1,18})/?$")
# The same without a host: "/en/article/7/", or "en/article/7".
_OWN_PATH: Final = re.compile(r"/?(?:[A-Za-z0-9_-]+/)*article/([0-9]{1,18})/?(?:[?#].*)?")


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
    if told.isascii() and told.isdigit():
        return _numbered(told)
    path = _OWN_PATH.fullmatch(told)
    if path:
        return _numbered(path[1])
    url = canonical_url(told if "://" in told else f"https://{told}")
    if url is None:
        return Article.objects.none()
    own = _OWN_PAGE.search(urlsplit(url).path)
    if own and _is_ours(url):
        return _numbered(own[1])
    return Article.objects.filter(pk__in=reports_at(url, Article.objects.all())).order_by("pk")


def _numbered(digits: str) -> QuerySet[Article]:
    rows = Article.objects.all()
    return rows.filter(pk=int(digits)) if len(digits) <= _DIGITS else rows.none()


def _is_ours(url: str) -> bool:
    """Say whether an address is of this site: publishers, too, number their articles."""
    host = urlsplit(url).hostname or ""
    host = f"[{host}]" if ":" in host else host  # as allowed hosts are written
    # "*" allows requests for any host; that makes no other site this one.
    ours = [one for one in settings.ALLOWED_HOSTS if one != "*"]
    return host == urlsplit(settings.WIREROOM_URL).hostname or validate_host(host, ours)


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


def is_anything_taken() -> bool:
    """Whether anything was ever taken down; where nothing was, no key need be made and asked."""
    return TakenDown.objects.exists()


def taken_keys(keys: Iterable[str]) -> dict[str, int]:
    """Return those of these keys that stand for something taken down, with its report's number."""
    asked = set(keys)
    if not asked:
        return {}
    return dict(TakenDown.objects.filter(key__in=asked).values_list("key", "article"))
