"""Links, shorteners and ways to answer: what speaks for advertising beside its words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.moderation.assessment import Context, Reason
from wireroom.engine.moderation.personal import EMAIL, find_phones

_LINK: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'،]{1,300}"
    r"|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,3}(?:com|net|org|info|biz|shop|xyz|ru|co|ly|me|gl|site|online)"
    r"/[^\s<>\"']{1,300}",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(
    r"(?:https?://)?(?:www\.)?(?:bit\.ly|tinyurl\.com|goo\.gl|is\.gd|ow\.ly|cutt\.ly|rb\.gy|"
    r"shorturl\.at|t\.me|wa\.me|rebrand\.ly|s\.id)/\S{1,300}",
    re.IGNORECASE,
)
# t.co is left out: copied posts carry it, and their writer did not choose it.
_MESSENGER: Final = re.compile(r"whats ?app|telegram|واتس|تلغرام|تلجرام|الخاص", re.IGNORECASE)
# One link is a source, two are a discussion; from four on a comment is a list of links.
_MANY: Final = 4
_OFFERED: Final = 0.4  # what one phrase of an advertisement scores at least, of two the weaker
_NEW_ACCOUNT_S: Final = 24 * 3600


def find_advertising(text: str, said: Sequence[Reason], context: Context) -> Iterator[Reason]:
    """Yield reasons for links, and for an offer that comes with a way to answer it."""
    links = [match.span() for match in _LINK.finditer(text)]
    short = [match.span() for match in _SHORT.finditer(text)]
    yield from (Reason("spam", "short_link", *span, 0.45) for span in short[:3])
    if len(links) >= _MANY:
        yield Reason("spam", "many_links", links[0][0], links[-1][1], 0.6)
    yield from _sent_before(text, links, context)
    offers = [each for each in said if each.kind == "spam" and each.score >= _OFFERED]
    answers = links + short + find_phones(text) + [m.span() for m in EMAIL.finditer(text)]
    answers += [match.span() for match in _MESSENGER.finditer(text)] if len(offers) > 1 else []
    if offers and answers:
        yield Reason("spam", "way_to_answer", *answers[0], 0.65)
    if links and context.account_age_s is not None and context.account_age_s < _NEW_ACCOUNT_S:
        yield Reason("spam", "new_account", *links[0], 0.3)


def _sent_before(text: str, links: Sequence[tuple[int, int]], context: Context) -> Iterator[Reason]:
    for start, end in links:
        times = sum(text[start:end] in earlier.text for earlier in context.earlier)
        if times >= 2:
            yield Reason("spam", "same_link", start, end, 0.6)
