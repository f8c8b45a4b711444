"""The verdict on a claim: every check in turn, none of which trusts the writer."""

from collections.abc import Iterable, Sequence
from typing import Final

from wireroom.engine.insight.verify.aliases import check_titles
from wireroom.engine.insight.verify.amounts import check_amounts
from wireroom.engine.insight.verify.attachment import check_attachment
from wireroom.engine.insight.verify.check_frames import check_frames
from wireroom.engine.insight.verify.citing import (
    MOST_SPANS,
    WIDEST_TOGETHER,
    Extract,
    Passage,
    cite,
    find_fault,
    read_passage,
    strike,
)
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Finding, Reason, Verdict
from wireroom.engine.insight.verify.contrasts import check_contrasts
from wireroom.engine.insight.verify.instructions import is_instruction
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.marks import find_quotes
from wireroom.engine.insight.verify.names import check_names
from wireroom.engine.insight.verify.near import check_near
from wireroom.engine.insight.verify.polarity import check_polarity
from wireroom.engine.insight.verify.quoted import check_quotes
from wireroom.engine.insight.verify.roles import check_bound_together, check_roles
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.slots import check_slots
from wireroom.engine.insight.verify.small_words import check_small_words
from wireroom.engine.insight.verify.support import check_support
from wireroom.engine.insight.verify.tokens import Reading, read

# A claim is a sentence or three; what is longer is not read at all.
LONGEST_CLAIM: Final = 1000


def verify(claim: Claim, articles: Iterable[CitedArticle]) -> Verdict:
    """Return whether a claim may be shown; never raises, whatever the texts hold.

    It may where every name, number, day, negation and content word of it stands in the spans it
    cites, as that says it. A verbatim sentence that cites itself passes, unless it is an
    instruction to a model.
    """
    if fault := _fault_of_text(claim):
        return Verdict((Finding(fault),))
    by_id = {article.id: article for article in articles}
    faults = [reason for span in claim.spans if (reason := find_fault(span, by_id))]
    if faults:
        return Verdict(tuple(Finding(reason) for reason in dict.fromkeys(faults)))
    if sum(span.end - span.start for span in claim.spans) > WIDEST_TOGETHER:
        return Verdict((Finding(Reason.SPAN_TOO_WIDE),))
    struck = [finding for span in claim.spans if (finding := strike(span, by_id[span.article]))]
    if struck:
        return Verdict(tuple(struck))
    return Verdict(tuple(dict.fromkeys(_check(claim, cite(claim.spans, by_id)))))


def _fault_of_text(claim: Claim) -> Reason | None:
    if len(claim.text) > LONGEST_CLAIM:
        return Reason.TOO_LONG
    if not any(letter.isalnum() for letter in claim.text):
        return Reason.EMPTY
    if not claim.spans:
        return Reason.NO_SPAN
    if len(claim.spans) > MOST_SPANS:
        return Reason.TOO_MANY_SPANS
    return Reason.INSTRUCTION if is_instruction(claim.text) else None


def _check(claim: Claim, extracts: Sequence[Extract]) -> list[Finding]:
    is_verbatim = _is_verbatim(claim.text, extracts)
    if is_verbatim and not claim.speaker:
        return []
    passages = [read_passage(extract) for extract in extracts]
    reading, quotes = read(claim.text), find_quotes(claim.text)
    if is_verbatim:
        return check_quotes(reading, quotes, passages, claim.speaker)
    return [
        *check_support(reading, passages),
        *check_names(reading, passages),
        *check_titles(reading, passages),
        *check_amounts(reading, passages),
        *check_quotes(reading, quotes, passages, claim.speaker),
        *(_check_arabic(reading, passages) if _is_arabic(reading) else ()),
        *check_attachment(reading, passages),
        *check_roles(reading, passages),
        *check_frames(reading, passages),
        *check_contrasts(reading, passages),
        *check_near(reading, passages),
        *check_small_words(reading, passages),
        *check_bound_together(reading, passages),
    ]


def _check_arabic(reading: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find what word order and particles tell in Arabic, where no frames are read."""
    return [*check_polarity(reading, passages), *check_slots(reading, passages)]


def _is_arabic(reading: Reading) -> bool:
    return any(is_arabic(token.word) for token in reading.tokens)


def _is_verbatim(text: str, extracts: Sequence[Extract]) -> bool:
    """Whether the claim is whole sentences of one extract, in their order, letter for letter."""
    wanted = text.strip()
    for extract in extracts:
        at = extract.text.find(wanted)
        if at >= 0 and _is_whole(sentence_spans(extract.text), at, at + len(wanted)):
            return True
    return False


def _is_whole(sentences: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first == start for first, _ in sentences) and any(
        last == end for _, last in sentences
    )
