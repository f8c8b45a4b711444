"""Whether every word of a claim stands in what it cites, in this or in a known other form."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.words import fold

# One word in five may be filling of the writer's own, and such filling only as is known to
# claim nothing.
_PLAIN_SHARE: Final = 0.25
_ARTICLE_READ: Final = 50_000  # characters of an article searched for the full form of a name
_DAY_WORDS: Final = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "الاثنين",
        "الثلاثاء",
        "الاربعاء",
        "الخميس",
        "الجمعه",
        "السبت",
        "الاحد",
        "اليوم",
        "امس",
        "غدا",
        "الغد",
        "يناير",
        "فبراير",
        "مارس",
        "ابريل",
        "مايو",
        "يونيو",
        "يوليو",
        "اغسطس",
        "سبتمبر",
        "اكتوبر",
        "نوفمبر",
        "ديسمبر",
    ]
)


def check_support(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find the names, days and words of a claim that nothing cited supports."""
    known = frozenset(
        key for passage in passages for token in passage.reading.tokens for key in token.keys
    )
    content = [claim.tokens[place] for place in claim.content]
    loose = [token for token in content if not token.keys & known]
    if not loose:
        return []
    days = _days_agree(claim, passages) if any(is_day(token) for token in loose) else False
    loose = [token for token in loose if not (days and is_day(token))]
    loose = [token for token in loose if not _is_in_full_name(token, claim, known, passages)]
    plain = [token for token in loose if _is_plain(token)]
    hard = [token for token in loose if not _is_plain(token)]
    if not hard and len(plain) > max(1, _PLAIN_SHARE * len(content)):
        hard = plain
    return [Finding(_reason(token), claim.text[token.start : token.end]) for token in hard]


def _is_plain(token: Token) -> bool:
    if is_arabic(token.word):
        return not words_ar.PLAIN.isdisjoint(bare_forms(token.word))
    return not token.is_name and token.word in words_en.PLAIN


def is_day(token: Token) -> bool:
    """Whether the word names a day or month, or one counted from today."""
    if is_arabic(token.word):
        return token.word in _DAY_WORDS or token.word.removeprefix("ال") in _DAY_WORDS
    return token.word in _DAY_WORDS


def _reason(token: Token) -> Reason:
    if is_day(token):
        return Reason.DAY
    return Reason.NAME if token.is_name else Reason.WORDS


def _days_agree(claim: Reading, passages: Sequence[Passage]) -> bool:
    """Whether every day the claim tells is told by a passage too, in whatever words."""
    article = passages[0].article
    if article.published_at is None:
        return False
    told = _days(claim.text, passages[0])
    there = {day for passage in passages for day in _days(passage.reading.text, passage)}
    return bool(told) and told <= there


def _days(text: str, passage: Passage) -> set[tuple[date, date]]:
    article = passage.article
    found = dates_in(text, published_at=article.published_at, lang=article.lang)
    return {(mention.first, mention.last) for mention in found}


def _is_in_full_name(
    token: Token, claim: Reading, known: frozenset[str], passages: Sequence[Passage]
) -> bool:
    """Whether the word is part of a name or title that the article gives in full elsewhere.

    It must stand beside a supported word in the claim, and the two beside each other in the
    article, which must name no other bearer of the supported part.
    """
    place = claim.tokens.index(token)
    for neighbour in (place - 1, place + 1):
        if not 0 <= neighbour < len(claim.tokens):
            continue
        other = claim.tokens[neighbour]
        if not other.keys & known or not _may_be_name(other) or not _may_be_name(token):
            continue
        low, high = sorted((token, other), key=lambda one: one.start)
        phrase = fold(claim.text[low.start : high.end])
        if any(f" {phrase} " in _spaced(passage) for passage in passages):
            return True
    return False


def _may_be_name(token: Token) -> bool:
    return token.is_name or is_arabic(token.word) or not token.sentence


def _spaced(passage: Passage) -> str:
    text = passage.article.text[:_ARTICLE_READ]
    return " " + fold(text).translate(_MARKS) + " "


_MARKS: Final = {ord(mark): " " for mark in "\n.,;:!?()\"'«»“”،؛؟"}
