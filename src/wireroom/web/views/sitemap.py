"""The sitemaps of the site: of all its pages that are to be found, and of its latest news."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from wireroom.news.queries.sitemap import (
    read_listed_outlets,
    read_listed_stories,
    read_listed_topics,
    read_new_stories,
    read_pieces,
)
from wireroom.web.direction import plain_text
from wireroom.web.editions import edition_of, offered
from wireroom.web.here import page_time
from wireroom.web.keeping import keep_unchanged
from wireroom.web.parts import page_url
from wireroom.web.samples import has_sample
from wireroom.web.sitemap import NewsPlace, Place, write_index, write_news, write_sitemap
from wireroom.web.topic_parts import topic_url

KINDS: Final = ("stories", "topics", "outlets")
_ALONE: Final = ("topics", "outlets", "about", "app")  # pages of which there is one a language
_MOST_PIECES: Final = 50_000  # as many as an index may name
_View = Callable[..., HttpResponse]


def _of_real_news(view: _View) -> _View:
    """Have no sitemap where the sample newsroom is: its pages ask not to be found."""

    @wraps(view)
    def show(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if has_sample():
            raise Http404
        return view(request, *args, **named)

    return show


@require_safe
@keep_unchanged
@_of_real_news
def show_index(request: HttpRequest) -> HttpResponse:
    """Name the other sitemaps; those of rows by ranges of their numbers."""
    alone = (Place(path=reverse(name)) for name in ("sitemap-pages", "sitemap-news"))
    of_rows = (
        Place(path=reverse("sitemap-of", args=(kind, number)))
        for kind in KINDS
        for number in read_pieces(kind)
    )
    return write_index(request, (*alone, *of_rows))


@require_safe
@keep_unchanged
@_of_real_news
def show_pages(request: HttpRequest) -> HttpResponse:
    """List the fronts of all editions, and the pages of which there is one a language."""
    fronts = {one.tag: page_url("front", edition=one.code) for one in offered().values()}
    alone = ({lang: page_url(name, edition=lang) for lang in _languages()} for name in _ALONE)
    same = (fronts, *alone)
    return write_sitemap(
        request, (Place(path=path, others=each) for each in same for path in each.values())
    )


@require_safe
@_of_real_news
def show_rows(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """List the pages of one range of stories, topics or outlets."""
    places = list(_ROWS[kind](number)) if number <= _MOST_PIECES else []
    if not places:
        raise Http404
    return write_sitemap(request, places)


@require_safe
@keep_unchanged
@_of_real_news
def show_news(request: HttpRequest) -> HttpResponse:
    """List the stories of the last two days, each in the edition of its language."""
    places = (
        NewsPlace(
            path=page_url("story", edition=edition_of(one.lang).lang, story_id=one.id),
            name=settings.WIREROOM_NAME,
            lang=one.lang,
            title=plain_text(one.headline),
            at=one.first_at,
        )
        for one in read_new_stories(now=page_time())
    )
    return write_news(request, places)


def _stories(number: int) -> Iterator[Place]:
    """Yield stories in their own language; in the others stands the same under other words."""
    for one in read_listed_stories(number):
        others = _everywhere("story", story_id=one.id)
        yield Place(path=others[edition_of(one.lang).lang], at=one.at, others=others)


def _topics(number: int) -> Iterator[Place]:
    """Yield topics in each language that has stories of them: elsewhere their pages are empty."""
    for one in read_listed_topics(number, _languages()):
        others = {lang: topic_url(one.topic, edition=lang) for lang in one.at}
        for lang, path in others.items():
            yield Place(path=path, at=one.at[lang], others=others)


def _outlets(number: int) -> Iterator[Place]:
    """Yield outlets in each language: the pages list the same reports."""
    for one in read_listed_outlets(number):
        others = _everywhere("outlet", slug=one.slug)
        for path in others.values():
            yield Place(path=path, at=one.at, others=others)


_ROWS: Final[Mapping[str, Callable[[int], Iterable[Place]]]] = {
    "stories": _stories, "topics": _topics, "outlets": _outlets,
}  # fmt: skip


def _everywhere(name: str, **parts: object) -> dict[str, str]:
    return {lang: page_url(name, edition=lang, **parts) for lang in _languages()}


def _languages() -> list[str]:
    """Return the languages that have an edition: for search engines theirs alone are pages."""
    return [one.code for one in offered().values() if not one.country]
