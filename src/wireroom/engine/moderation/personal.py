"""Personal details in a comment: e-mail, telephone, card and identity numbers, addresses."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from wireroom.engine.moderation.assessment import Reason
from wireroom.engine.text.words import fold

EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
# Digits of any script with the signs that stand in telephone numbers; no thousands.
_NUMBER: Final = re.compile(
    r"(?<![\w.,/])(?:\+|\()?\d(?:(?:[ .\-]|\)[ \-]?| \()?\d){7,18}(?![\w/%]|[.,]\d)"
)
_IBAN: Final = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_SSN: Final = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_IDENTITY: Final = re.compile(
    r"(?:passport|national id|identity card|id number|رقم هويت\w{0,3}|الرقم الوطني|رقم جواز\w{0,4})"
    r"[^\d\n]{0,20}(\w{0,2}\d{6,14})(?!\w)",
    re.IGNORECASE,
)
_STREET: Final = re.compile(
    r"(?<!\w)\d{1,5}[a-z]? (?:[\w'’]{1,20} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|"
    r"boulevard|close|court|square|way)(?!\w)"
    r"|شارع (?:\w{1,20} ){1,3}(?:رقم |عمارة |شقة |بناية |منزل )?\d{1,5}",
    re.IGNORECASE,
)
_LIVING: Final = re.compile(
    r"(?:\b(?:lives?|living|staying) (?:at|on|in)|\baddress is|\bring (?:his|her|their) bell"
    r"|\b(?:flat|apt|apartment) \d+|شقة \d+|"
    r"(?:يسكن|تسكن|ساكن|ساكنة|عنوانه|عنوانها|بيته|بيتها)(?: في)?)\W",
    re.IGNORECASE,
)
# Two years, and days written with the year first or last.
_YEARS: Final = re.compile(
    r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d\Z|(?:19|20)\d\d[.-]\d\d[.-]\d\d"
    r"|\d\d?[.-]\d\d?[.-](?:19|20)\d\d"
)
_CARD_DIGITS: Final = range(13, 20)
_PHONE_DIGITS: Final = range(8, 16)  # shorter ones are hotlines; ITU-T E.164 allows 15


def find_personal(text: str, story: str) -> Iterator[Reason]:
    """Yield reasons for personal details; what the story itself prints is public already."""
    for reason in _find_all(text):
        if fold(text[reason.start : reason.end]).strip() not in _told(story):
            yield reason


@lru_cache(maxsize=8)  # a story's comments come one after the other
def _told(story: str) -> str:
    return fold(story)


def _find_all(text: str) -> Iterator[Reason]:
    yield from (Reason("personal", "email", *m.span(), 0.5) for m in EMAIL.finditer(text))
    for start, end in find_cards(text):
        yield Reason("personal", "card", start, end, 0.95)
    for start, end in find_phones(text):
        yield Reason("personal", "phone", start, end, 0.8)
    for match in _IBAN.finditer(text):
        if _is_iban(match[0]):
            yield Reason("personal", "account", *match.span(), 0.9)
    yield from (Reason("personal", "identity", *m.span(), 0.85) for m in _SSN.finditer(text))
    yield from (Reason("personal", "identity", *m.span(1), 0.85) for m in _IDENTITY.finditer(text))
    yield from _addresses(text)


def _addresses(text: str) -> Iterator[Reason]:
    """Yield addresses: alone they may be a shop's, beside "lives at" they are somebody's."""
    lives = _LIVING.search(text) is not None
    for match in _STREET.finditer(text):
        yield Reason("personal", "address", *match.span(), 0.9 if lives else 0.4)


def find_phones(text: str) -> list[tuple[int, int]]:
    """Return the spans of telephone numbers."""
    return [
        match.span()
        for match in _NUMBER.finditer(text)
        if len(_digits(match[0])) in _PHONE_DIGITS
        and (match[0][0] in "+(" or _digits(match[0])[0] == "0" or len(match[0].split()) > 2)
        and not _YEARS.search(match[0])
        and not _is_card(match[0])
    ]


def find_cards(text: str) -> list[tuple[int, int]]:
    """Return the spans of payment card numbers, their check digit being right."""
    return [match.span() for match in _NUMBER.finditer(text) if _is_card(match[0])]


def _digits(number: str) -> str:
    return "".join(sign for sign in fold(number) if sign.isdecimal())


def _is_card(number: str) -> bool:
    """Tell whether a number has a card's length, network digit and check digit (ISO/IEC 7812)."""
    digits = [int(sign) for sign in _digits(number)]
    if len(digits) not in _CARD_DIGITS or digits[0] not in (3, 4, 5, 6) or len(set(digits)) < 2:
        return False
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[::-2])) % 10 == 0


def _is_iban(number: str) -> bool:
    """Tell whether the check digits of an account number are right (ISO 13616, modulo 97)."""
    signs = number.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
