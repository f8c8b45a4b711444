"""The link beside a sentence that a machine chose, by which a reader reports an error in it."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from django.core.signing import BadSignature, Signer

from wireroom.news.queries.cited import Cited
from wireroom.web.parts import page_url


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
    report = cited.report
    place = f"{room}.{report.id}.{report.revision_count}.{cited.start}.{cited.end}"
    return f"{page_url('report-error')}?of={quote(_signer().sign(place))}"


def read_place(signed: str) -> Place | None:
    """Return the place that a link was made for; None of what no page here has made."""
    try:
        room, *numbers = _signer().unsign(signed).split(".")
        article, revision, start, end = map(int, numbers)
    except (BadSignature, ValueError):
        return None
    return Place(room=room, article=article, revision=revision, start=start, end=end)


@cache
def _signer() -> Signer:
    return Signer(salt="wireroom.error")
