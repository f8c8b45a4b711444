"""Whether every word of a claim stands in what it cites, in this or in a known other form."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.grammar_en import Part, parts_of
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic, keys_of
from wireroom.engine.insight.verify.tokens import Reading, Token, read
from wireroom.engine.insight.verify.vocabulary_en import base_of
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.words import fold

# One word in five may be filling of the writer's own, and such filling only as is known to
# claim nothing.
_PLAIN_SHARE: Final = 0.25
_BESIDE: Final = 3  # tokens between two words of one name: "Mara, known as Bibi, Lindt"
_OPENING: Final = 300  # characters: the lead paragraph, which says what an article is about
_ARTICLE_READ: Final = 50_000  # characters of an article searched for the full form of a name


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
    loose = [token for token in loose if not _turns_alike(token, passages)]
    about = _topic_words(claim, loose, passages)
    loose = [token for token in loose if token not in about]
    plain = [token for token in loose if _is_plain(token)]
    hard = [token for token in loose if not _is_plain(token)]
    if not hard and len(plain) > max(1, _PLAIN_SHARE * len(content)):
        hard = plain
    return [Finding(_reason(token), claim.text[token.start : token.end]) for token in hard]


def check_full_names(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find names put together from two: the words of one stand beside each other where cited."""
    for one, two in pairwise(claim.tokens):
        is_pair = one.is_name and two.is_name and one.clause == two.clause
        if not is_pair or one.sentence != two.sentence or one.is_number or two.is_number:
            continue
        if is_day(one) or is_day(two) or one.word.endswith(("'s", "’s")) or not (one.keys and two.keys):
            continue
        if not any(_stand_together(one, two, passage) for passage in passages):
            return [Finding(Reason.NAME, claim.text[one.start : two.end])]
    return []


def _stand_together(one: Token, two: Token, passage: Passage) -> bool:
    tokens = passage.reading.tokens
    firsts = [at for at, token in enumerate(tokens) if one.keys & token.keys]
    near = any(
        two.keys & other.keys
        for at in firsts
        for other in tokens[max(0, at - _BESIDE) : at + _BESIDE + 1]
        if other.sentence == tokens[at].sentence
    )
    return near or f" {fold(one.word)} {fold(two.word)} " in _spaced(passage)


def _turns_alike(token: Token, passages: Sequence[Passage]) -> bool:
    """Whether a "refused" or "planned" stands for a cited "not" or "will": frames compare them."""
    if token.negates and token.word.startswith("un"):  # "unknown" is "not known"
        root = keys_of(token.word[2:])
        there = [other for passage in passages for other in passage.reading.tokens]
        return any(o.negates for o in there) and any(root & o.keys for o in there)
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
    return not token.is_name and token.word in words_en.PLAIN | words_en.LIGHT


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
