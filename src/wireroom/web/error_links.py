"""The link beside a machine's choice or words, by which a reader reports an error in them."""

from dataclasses import dataclass
from functools import cache
from hmac import compare_digest, digest
from typing import Final

from django.utils.crypto import salted_hmac

from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.cited import Cited
from wireroom.news.services.errors import TRANSLATION
from wireroom.web.desk_words import ROOMS
from wireroom.web.parts import page_url

_SIGNS: Final = 32  # 128 bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand that some page showed, and in which of its parts.

    Of a translation `start` is the number of the text in it, `end` the next one.
    """

    room: str
    article: int
    revision: int
    start: int
    end: int


def error_url(cited: Cited, room: str) -> str:
    """Return the address of the page about an error in the words.

    It is signed: only places that a page has shown are shown again, so that no outlet's text can
    be read there piece by piece. Raises KeyError for a part of a page that editors have no words
    for.
    """
    ROOMS[room]
    return _error_url(signed_place(cited, room))


def translation_error_url(report: ReportCard, number: int) -> str:
    """Return the address of the page about an error in a text of a report's translation."""
    place = f"{TRANSLATION}.{report.id}.{report.revision_count}.{number}.{number + 1}"
    return _error_url(_signed(place))


def signed_place(cited: Cited, room: str) -> str:
    """Return where words stand, signed: what read_place() takes."""
    report = cited.report
    return _signed(f"{room}.{report.id}.{report.revision_count}.{cited.start}.{cited.end}")


def _error_url(place: str) -> str:
    return f"{page_url('report-error')}?of={place}"


def _signed(place: str) -> str:
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
