"""The link beside a sentence that a machine chose, by which a reader reports an error in it."""

from dataclasses import dataclass
from functools import cache
from hmac import compare_digest, digest
from typing import Final

from django.utils.crypto import salted_hmac

from wireroom.news.queries.cited import Cited
from wireroom.web.parts import page_url

_SIGNS: Final = 32  # 128 bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand that some page showed, and in which of its parts."""

    room: str
    article: int
    revision: int
    start: int
    end: int


def error_url(cited: Cited, room: str) -> str:
    """Return the address of the page about an error in the words.

    It is signed: only places that a page has shown are shown again, so that no outlet's text can
    be read there piece by piece.
    """
    return f"{page_url('report-error')}?of={signed_place(cited, room)}"


def signed_place(cited: Cited, room: str) -> str:
    """Return where words stand, signed: what read_place() takes."""
    report = cited.report
    place = f"{room}.{report.id}.{report.revision_count}.{cited.start}.{cited.end}"
    return f"{place}.{_sign(place)}"


def read_place(signed: str) -> Place | None:
    """Return the place that a link was made for; None of what no page here has made."""
    place, _, signature = signed.rpartition(".")
    if not compare_digest(_sign(place).encode(), signature.encode("utf-8", "replace")):
        return None
    room, *numbers = place.split(".")
    article, revision, start, end = map(int, numbers)
    return Place(room=room, article=article, revision=revision, start=start, end=end)


def _sign(place: str) -> str:
    # Django's signer makes its key anew each time: a story's thirty links cost half a millisecond.
    return digest(_key(), place.encode("utf-8", "replace"), "sha256").hex()[:_SIGNS]


@cache
def _key() -> bytes:
    return salted_hmac("wireroom.error", "", algorithm="sha256").digest()
