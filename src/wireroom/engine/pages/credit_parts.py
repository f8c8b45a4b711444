"""A paragraph taken apart: dateline, credit and the text that is left."""

from dataclasses import dataclass
from typing import Final


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# What stands in brackets after a name or a sentence and credits nobody.
NOT_A_CREDIT: Final = _words(
    "r d cdu csu spd fdp afd ldp labour labor tory conservative democrat republican "
    "independent photo photos video file end ends continued updated update live right left "
    "center centre pictured above below sic usa us uk uae eu un m f jr sr انتهى صورة فيديو "
    "تحديث"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph taken apart: `rest` is its text without dateline and credit.

    `writers` are those whom an agency names within its credit.
    """

    dateline: str | None
    wire_credit: str | None
    rest: str
    writers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """A paragraph taken apart at its end: `rest` is empty when it was nothing but a credit."""

    wire_credit: str | None
    rest: str
