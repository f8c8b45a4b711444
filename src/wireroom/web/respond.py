"""Answers: a page with its description for search engines and shares, and how long it keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from wireroom.web.editions import Edition, current_edition, offered

# Pages carry relative times in minutes and a take-down must be gone at once for readers.
_MAX_AGE_S: Final = 30
# Longer descriptions are cut by everyone who shows them.
_DESCRIPTION_CHARS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in another edition."""

    lang: str
    tag: str
    name: str
    url: str
    is_told: bool  # to search engines, as another page than this one


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedImage:
    """What stands for a page where it is shared; the size of an outlet's picture is not known."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What a page says of itself in its head; addresses are absolute."""

    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    default: str  # for readers of no edition's language
    kind: str
    image: SharedImage | None
    is_indexed: bool


def respond(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    title: str,
    description: str = "",
    canonical: str = "",
    kind: str = "website",
    image: SharedImage | None = None,
    is_sample: bool = False,
    is_indexed: bool = True,
    is_of_country: bool = False,
) -> HttpResponse:
    """Return a page that anyone may keep for a moment; a sample is no page for search engines.

    One with a form that is sent holds the reader's own token: nobody keeps it. `is_of_country`
    says that an edition of a country shows something else than that of its language does; all
    other pages stand for search engines in the language's alone.
    """
    own = canonical or request.build_absolute_uri(own_path(request))
    meta = Meta(
        title=title,
        description=_shorten(description),
        canonical=own if is_of_country else _in_language(request, own),
        alternates=_alternates(request, is_of_country=is_of_country),
        default=_default(request),
        kind=kind,
        image=image,
        is_indexed=is_indexed and not is_sample,
    )
    response = render(request, template, {**context, "meta": meta, "is_sample": is_sample})
    if request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, max_age=_MAX_AGE_S)
    return response


def lead_on(address: str) -> HttpResponse:
    """Lead to where something stands now; as that may change, nobody keeps it for long."""
    response = HttpResponseRedirect(address)
    patch_cache_control(response, public=True, max_age=_MAX_AGE_S)
    return response


def respond_gone(request: HttpRequest) -> HttpResponse:
    """Say that an editor withdrew what stood here: 410, so that search engines drop it."""
    title = _("This was withdrawn")
    response = respond(request, "gone.jinja", {}, title=title, is_indexed=False)
    response.status_code = 410
    return response


def own_path(request: HttpRequest) -> str:
    """Return the address without parameters that do not say which page is meant."""
    kept = {
        name: request.GET[name]
        for name in ("before", "page")
        if request.GET.get(name) and request.GET[name].isprintable()
    }
    query = request.GET.copy()
    query.clear()
    query.update(kept)
    return f"{request.path}?{query.urlencode()}" if kept else request.path


def _alternates(request: HttpRequest, *, is_of_country: bool) -> tuple[Alternate, ...]:
    """Return this page in every edition; a list's positions hold in one edition only."""
    return tuple(
        Alternate(
            lang=edition.code,
            tag=edition.tag,
            name=edition.name,
            url=_here_in(request, edition),
            is_told=is_of_country or not edition.country,
        )
        for edition in offered().values()
    )


def _default(request: HttpRequest) -> str:
    """Return where readers are led whose language nobody knows: a front's are asked by the root."""
    if _tail(request):
        return _here_in(request, next(iter(offered().values())))
    return request.build_absolute_uri(f"{_root(request)}/")


def _here_in(request: HttpRequest, edition: Edition) -> str:
    return request.build_absolute_uri(f"{_root(request)}/{edition.code}/{_tail(request)}")


def _in_language(request: HttpRequest, address: str) -> str:
    """Return where an address of a country's edition stands in that of its language."""
    edition = current_edition()
    ours, its = (
        request.build_absolute_uri(f"{_root(request)}/{code}/")
        for code in (edition.code, edition.lang)
    )
    return its + address.removeprefix(ours) if address.startswith(ours) else address


def _tail(request: HttpRequest) -> str:
    return request.path_info.removeprefix(f"/{current_edition().code}/")


def _root(request: HttpRequest) -> str:
    return request.path.removesuffix(request.path_info)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _DESCRIPTION_CHARS:
        return text
    return text[:_DESCRIPTION_CHARS].rsplit(" ", 1)[0] + "…"
