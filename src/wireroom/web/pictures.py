"""Addresses of outlets' pictures as pages show them: signed ones of this site, or the outlet's."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from wireroom.adapters.pictures.darkroom import WIDTHS
from wireroom.adapters.pictures.proxy import PictureProxy
from wireroom.news.pictures import Pictures
from wireroom.web.here import site_root
from wireroom.web.picture_budget import PictureBudget
from wireroom.web.respond import SharedImage

_SIGNATURE_CHARS: Final = 32  # hexadecimal: 128 bits, which nobody guesses
_SHARED: Final = WIDTHS[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLinks:
    """What an <img> names; `srcset` is empty where there is one size alone."""

    src: str
    srcset: str = ""


def picture_links(article_id: int, url: str) -> PictureLinks:
    """Return where a browser gets an article's picture, whose address at the outlet is `url`."""
    if settings.WIREROOM_IMAGES == Pictures.DIRECT:
        return PictureLinks(src=url)
    paths = {width: proxy_path(article_id, url, width) for width in WIDTHS}
    srcset = ", ".join(f"{path} {width}w" for width, path in paths.items())
    return PictureLinks(src=paths[WIDTHS[1]], srcset=srcset)


def shared_picture(request: HttpRequest, article_id: int, url: str) -> SharedImage | None:
    """Return a picture at its absolute address for those who share the page; None of none."""
    if not url:
        return None
    if settings.WIREROOM_IMAGES == Pictures.DIRECT:
        return SharedImage(url=url)
    return SharedImage(url=request.build_absolute_uri(proxy_path(article_id, url, _SHARED)))


def proxy_path(article_id: int, url: str, width: int) -> str:
    """Return a picture's signed address on this site; another one once its outlet changes it."""
    return f"{_place(site_root())}{sign_picture(article_id, url)}/{width}/{article_id}.webp"


@lru_cache(maxsize=4096)
def sign_picture(article_id: int, url: str) -> str:
    """Return the signature without which this site fetches no picture for anybody."""
    told = f"{article_id} {url}"
    made = salted_hmac("wireroom.picture", told, algorithm="sha256")
    return made.hexdigest()[:_SIGNATURE_CHARS]


def is_signed(signature: str, article_id: int, url: str) -> bool:
    """Tell whether this site made the signature for this picture."""
    return constant_time_compare(signature, sign_picture(article_id, url))


@lru_cache(maxsize=1)
def picture_proxy() -> PictureProxy:
    """Return the process's proxy; its shelf is that of all processes."""
    return PictureProxy(
        settings.VAR / "pictures",
        most_bytes=settings.WIREROOM_IMAGES_MB * 1_000_000,
        contact_url=settings.WIREROOM_URL,
        allow=tuple(settings.WIREROOM_ALLOW),
        budget=picture_budget().budget,
    )


@lru_cache(maxsize=1)
def picture_budget() -> PictureBudget:
    """Return what the process asks outlets for pictures."""
    return PictureBudget(settings.WIREROOM_HOST_BUDGET)


@lru_cache(maxsize=8)
def _place(root: str) -> str:
    """Return where pictures lie under a site's root, which reverse() knows in this request."""
    known = reverse("picture", args=("0" * _SIGNATURE_CHARS, WIDTHS[0], 1))
    return known.partition("0" * _SIGNATURE_CHARS)[0]
