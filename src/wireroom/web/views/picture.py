"""An outlet's picture, made anew by this site: the outlet never learns who reads."""

import logging
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from wireroom.adapters.pictures.darkroom import WIDTHS
from wireroom.adapters.pictures.proxy import Wanted
from wireroom.engine.errors import PictureFailed
from wireroom.news.queries.picture import read_picture
from wireroom.web.pictures import is_signed, picture_budget, picture_proxy

log = logging.getLogger(__name__)

# A new picture has a new address, but an outlet may change one in place; and what an outlet takes
# back is to leave caches in front of us within a day or so.
_KEPT_S: Final = 86_400
_STALE_S: Final = 3600
_FAILED_S: Final = 300
# Calm in the light and in the dark: half-clear grey over whatever the page is.
_PLACEHOLDER: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z" '
    b'fill="#808080" fill-opacity=".16"/><path d="M4.5 7 7 4l1.5 1.6L10 3.5 12 7z" '
    b'fill="#808080" fill-opacity=".3"/></svg>'
)


@require_safe
def show_picture(request: HttpRequest, signature: str, width: int, article_id: int) -> HttpResponse:
    """Show an article's picture in one of three widths, where a page of ours named it."""
    picture = read_picture(article_id) if width in WIDTHS else None
    if picture is None or not is_signed(signature, article_id, picture.url):
        raise Http404
    wanted = Wanted(picture.url, named_by=picture.page_url)
    try:
        response = HttpResponse(picture_proxy().get(wanted, width), content_type="image/webp")
        patch_cache_control(response, public=True, max_age=_KEPT_S, stale_while_revalidate=_STALE_S)
    except PictureFailed as failed:
        log.info("picture of article %s: %s", article_id, failed)
        response = _placeholder(failed)
    picture_budget().keep()
    # It is its publisher's: search engines find it there.
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _placeholder(failed: PictureFailed) -> HttpResponse:
    """Return a picture of no picture: to the reader's browser nothing is wrong with the page."""
    response = HttpResponse(_PLACEHOLDER, content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=_FAILED_S if failed.permanent else 0)
    return response
