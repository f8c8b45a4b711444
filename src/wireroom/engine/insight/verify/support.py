"""Whether every word of a claim stands in what it cites, in this or in a known other form."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.complements import contraries_of
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.direction import tells_direction
from wireroom.engine.insight.verify.generic_en import GENERIC
from wireroom.engine.insight.verify.grammar_en import Part, parts_of
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic, keys_of
from wireroom.engine.insight.verify.names import is_in_full_name
from wireroom.engine.insight.verify.paraphrase import reworded
from wireroom.engine.insight.verify.tokens import Reading, Token, read
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.insight.verify.vocabulary_en import base_of
from wireroom.engine.text.dates.find import dates_in

# One word in five may be filling of the writer's own, and such filling only as is known to
# claim nothing.
_PLAIN_SHARE: Final = 0.25
_PLAIN: Final = words_en.PLAIN | words_en.LIGHT | GENERIC
_CANNOT: Final = frozenset(("unable", "longer"))
_OPENING: Final = 300  # characters: the lead paragraph, which says what an article is about


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
    loose = [token for token in loose if not is_in_full_name(token, claim, known, passages)]
    loose = [token for token in loose if not _turns_alike(token, passages)]
    loose = [token for token in loose if not tells_direction(token, claim, passages)]
    about = _topic_words(claim, loose, passages)
    loose = [token for token in loose if token not in about]
    told = reworded(claim, loose, passages)
    loose = [token for token in loose if id(token) not in told]
    loose = [token for token in loose if not _is_contrary(token, claim, passages)]
    plain = [token for token in loose if _is_plain(token)]
    hard = [token for token in loose if not _is_plain(token)]
    if not hard and len(plain) > max(1, _PLAIN_SHARE * len(content)):
        hard = plain
    return [Finding(_reason(token), claim.text[token.start : token.end]) for token in hard]


def _turns_alike(token: Token, passages: Sequence[Passage]) -> bool:
    """Whether a "refused" or "planned" stands for a cited "not" or "will": frames compare them."""
    if token.word in _CANNOT:  # "unable to reach", "can no longer be reached"
        return any(other.negates for passage in passages for other in passage.reading.tokens)
    if token.negates and token.word.startswith("un"):  # "unknown" is "not known"
        root = keys_of(token.word[2:])
        there = [other for passage in passages for other in passage.reading.tokens]
        return any(o.negates for o in there) and any(root & o.keys for o in there)
    if is_arabic(token.word):  # what polarity compares: "intends to" for a cited "will"
        is_apart = not words_ar.MODALS.keys().isdisjoint(bare_forms(token.word))
        return (
            is_apart
            and bool(token.modal)
            and any(
                other.modal == token.modal
                for passage in passages
                for other in passage.reading.tokens
            )
        )
    is_verb = base_of(token.word) in VERBS or token.word == "due"
    if token.is_name or not is_verb or not (token.negates or token.modal):
        return False
    if not token.word.endswith(("s", "ed", "due", "want", "plan", "intend", "expect")):
        return False
    return any(
        other.negates if token.negates else other.modal == token.modal
        for passage in passages
        for other in passage.reading.tokens
    )


def _is_contrary(token: Token, claim: Reading, passages: Sequence[Passage]) -> bool:
    """Whether an Arabic word is told by its contrary, one of the two denied."""
    if not is_arabic(token.word):
        return False
    place = claim.tokens.index(token)
    return any(
        True
        for passage in passages
        for _ in contraries_of(claim.tokens, place, passage.reading.tokens)
    )


def _topic_words(
    claim: Reading, loose: Sequence[Token], passages: Sequence[Passage]
) -> list[Token]:
    """Return the nouns that say what the article is about, as its opening has them."""
    nouns = {
        id(token)
        for number in range(len(claim.sentences))
        for token, part in zip(
            claim.of_sentence(number), parts_of(claim.of_sentence(number)), strict=True
        )
        if part is Part.WORD
    }
    there = frozenset(
        key
        for passage in passages
        for token in read(passage.article.text[:_OPENING], is_cited=True).tokens
        for key in token.keys
    )
    return [
        token
        for token in loose
        if id(token) in nouns and token.keys & there
        and not (token.modal or token.negates or is_arabic(token.word) or is_day(token))
    ]  # fmt: skip


def _is_plain(token: Token) -> bool:
    if is_arabic(token.word):
        return not words_ar.PLAIN.isdisjoint(bare_forms(token.word))
    return not token.is_name and token.word in _PLAIN


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
