"""The catalogue of outlets, and the outlets chosen in it as a list for another reader."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.engine.feeds.opml import ListedFeed, write_opml
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.catalogue import (
    Chosen,
    Facets,
    list_catalogue,
    list_chosen_feeds,
    read_facets,
)
from wireroom.pipeline.outlet_lists import read_outlet_list
from wireroom.web.parts import page_url
from wireroom.web.respond import respond
from wireroom.web.samples import has_sample
from wireroom.web.wording import category_name, country_name, language_name, owner_words

_LIST_AGE_S: Final = 900
_LONGEST: Final = 200  # as names are


@dataclass(frozen=True, slots=True)
class _Choice:
    """A field of the form: what stands in it, and its options with their words."""

    name: str
    label: str
    value: str
    options: list[tuple[str, str]]


@require_safe
def show_catalogue(request: HttpRequest, edition: str) -> HttpResponse:
    """List outlets by name; `q`, `country`, `lang`, `category` and `owner` choose among them."""
    chosen, after = _chosen(request), _plain(request, "after")
    rows, following = list_catalogue(chosen, now=timezone.now(), after=after)
    asked = {name: value for name, value in _fields(chosen).items() if value}
    return respond(
        request,
        "catalogue.jinja",
        {
            "rows": rows,
            "chosen": chosen,
            "choices": _choices(chosen, read_facets()),
            "asked": urlencode(asked),
            "next": urlencode({**asked, "after": following}) if following else "",
            "is_first": not after,
        },
        title=_("Outlets"),
        description=_("Every outlet that is read here, by country, language, subject and owner."),
        is_sample=all(row.outlet.is_sample for row in rows) if rows else has_sample(),
        is_indexed=not chosen and not after,
    )


@require_safe
def catalogue_list(request: HttpRequest, edition: str) -> HttpResponse:
    """Give the feeds of the outlets chosen as OPML."""
    text = write_opml(_public_feeds(request, _chosen(request)), title=_("Outlets"))
    response = HttpResponse(text, content_type="text/x-opml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="outlets.opml"'
    patch_cache_control(response, public=True, max_age=_LIST_AGE_S)
    return response


def _public_feeds(request: HttpRequest, chosen: Chosen) -> Iterator[ListedFeed]:
    """Yield a publisher's feed where a starter list names it, else this site's of the outlet.

    An address that a host added may hold a key that was given to the host alone.
    """
    given = set[int]()
    for outlet, feed in list_chosen_feeds(chosen):
        if feed.url in _listed_addresses():
            yield feed
        elif outlet.pk not in given:
            given.add(outlet.pk)
            own = request.build_absolute_uri(page_url("outlet-feed", slug=outlet.slug))
            yield ListedFeed(url=own, title=outlet.name, home_url=feed.home_url, lang=outlet.lang)


@lru_cache(maxsize=1)
def _listed_addresses() -> frozenset[str]:
    return frozenset(url for row in read_outlet_list("all") for url in row.feeds)


def _chosen(request: HttpRequest) -> Chosen:
    return Chosen(
        named=_plain(request, "q"),
        country=_plain(request, "country").upper(),
        lang=_plain(request, "lang").lower(),
        category=_plain(request, "category"),
        owner_type=_plain(request, "owner"),
    )


def _choices(chosen: Chosen, facets: Facets) -> list[_Choice]:
    """Return the form's choices in the reader's language."""
    return [
        _Choice("country", _("Country"), chosen.country, _named(facets.countries, country_name)),
        _Choice("lang", _("Language"), chosen.lang, _named(facets.langs, language_name)),
        _Choice(
            "category", _("Subject"), chosen.category, _named(facets.categories, category_name)
        ),
        _Choice("owner", _("Owner"), chosen.owner_type, _named(facets.owner_types, owner_words)),
    ]


def _named(values: Iterable[str], words: Callable[[str], str]) -> list[tuple[str, str]]:
    return sorted(((value, words(value)) for value in values), key=lambda one: one[1])


def _fields(chosen: Chosen) -> dict[str, str]:
    """Return the names and values of the form's fields."""
    return {
        "q": chosen.named, "country": chosen.country, "lang": chosen.lang,
        "category": chosen.category, "owner": chosen.owner_type,
    }  # fmt: skip


def _plain(request: HttpRequest, name: str) -> str:
    return one_line(request.GET.get(name, "")[:_LONGEST])
