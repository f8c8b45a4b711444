"""What a claim that is nearly a cited sentence puts, leaves out or moves of it.

Checks that look at a word wherever it stands miss one that changes places in a long sentence, for
most of that sentence is true. Here the two are laid side by side, and each difference is weighed.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.grammar_en import Part, parts_of
from wireroom.engine.insight.verify.heads import is_speech
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.roles import keys_in_place
from wireroom.engine.insight.verify.sides import Codes, Sides, lay_beside
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.vocabulary_en import are_opposed
from wireroom.engine.insight.verify.word_table import words_in

# The share of a claim's words that stand in one cited sentence in their order. Chosen on sentences
# of the sample newsroom with a name, a number or a small word changed: two thirds of what passed
# before is found from here on, and no true claim of the suite is lost.
_NEAR: Final = 0.7
_SHORT: Final = 4  # words left out together that are no phrase of their own
# Words without which what stands beside them says more, or something else.
_RESTRICTS: Final = words_in(
    """
    not never no hardly barely nearly almost half most many few several some only first last former
    ex acting interim deputy vice alleged allegedly may might could likely unlikely expected planned
    attempted tried failed refused least more less probably possibly perhaps reportedly apparently
    suspected so-called partly mainly mostly largely except second third would should about around
    longer yet
    """
)
_TURNS: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in words_in(
        """
        from/to for/against with/without before/after above/below over/under up/down since/until
        into/from into/out on/off by/for by/against to/by more/less first/last earlier/later
        """
    )
)
_LEADS: Final = words_in("in on at by for of after before during since from to with until near as")
_AUXILIARIES: Final = words_in("is are was were has have had did does do been be being")
_JOINS: Final = words_in("of to than be not")
_COUNTS: Final = words_in(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """
)
_ARTICLES: Final = frozenset(("a", "an", "the"))


def check_near(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find what differs in a way that changes what is said, where a claim is nearly a sentence."""
    findings: list[Finding] = []
    for number in range(len(claim.sentences)):
        own = [token for token in claim.of_sentence(number) if not claim.is_quoted(token)]
        sides = lay_beside(own, _sentences(passages), least=_NEAR)
        words = _wrong(sides) if sides else ()
        findings += [Finding(Reason.WORDS, word) for word in dict.fromkeys(words)]
    return findings


def _sentences(passages: Sequence[Passage]) -> Iterator[Sequence[Token]]:
    for passage in passages:
        reading = passage.reading
        for number in range(len(reading.sentences)):
            yield [token for token in reading.of_sentence(number) if not reading.is_quoted(token)]


def _wrong(sides: Sides) -> Iterator[str]:
    for first, last, start, end in sides.changes:
        ours, theirs = sides.ours[first:last], sides.theirs[start:end]
        if not ours:
            yield from _restrictions(sides, start, end)
            continue
        yield from _turned(ours, theirs)
        here = frozenset(key for token in theirs for key in keys_in_place(token))
        for place in range(first, last):
            token = sides.ours[place]
            if (
                _is_party(token)
                and not keys_in_place(token) & here
                and _is_misplaced(sides, place, (first, last, start, end))
            ):
                yield token.word


def _is_party(token: Token) -> bool:
    """Whether a word is a name, a day or a count; bounds and units are weighed elsewhere."""
    if token.is_number:
        return token.word[0].isdigit() or token.word in _COUNTS
    return is_day(token) or (token.is_name and token.is_content)


def _is_misplaced(sides: Sides, place: int, change: Codes) -> bool:
    """Whether a name or number stands for another, or was moved across a verb or its like."""
    first, last, start, end = change
    token = sides.ours[place]
    keys = keys_in_place(token)
    there = [at for at, other in enumerate(sides.theirs) if keys & keys_in_place(other)]
    if any(_is_beside_speech(sides.theirs, at) for at in there) and _is_beside_speech(
        sides.ours, place
    ):
        return False  # who says it may stand before or behind what is said
    others = [other for other in sides.theirs[start:end] if _is_party(other)]
    if others and (not is_day(token) or _takes_its_place(sides, there, others)):
        return bool(there) or not token.is_number
    lost = [at for _, _, start, end in sides.changes for at in range(start, end) if at in there]
    if not lost or _is_led(sides.ours[first:last], token):
        return False
    return all(_is_across(sides.theirs, token, start, at) for at in lost)


def _takes_its_place(sides: Sides, there: Sequence[int], others: Sequence[Token]) -> bool:
    """Whether one of others stands in the claim where a word does in the citation."""
    keys = frozenset(key for other in others for key in keys_in_place(other))
    return any(
        keys & keys_in_place(token)
        for first, last, start, end in sides.changes
        if any(start <= at < end for at in there)
        for token in sides.ours[first:last]
    )


def _is_beside_speech(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb of saying stands right before or behind the name that a word is of."""
    first, last = place, place + 1
    while first and tokens[first - 1].is_name:
        first -= 1
    while last < len(tokens) and tokens[last].is_name:
        last += 1
    return any(map(is_speech, (*tokens[max(0, first - 1) : first], *tokens[last : last + 1])))


def _is_led(run: Sequence[Token], token: Token) -> bool:
    """Whether a moved run says itself how its name or number belongs: "on Tuesday", "Orme's"."""
    before = run[: run.index(token)]
    return (
        is_day(token)
        or token.word.endswith(("'s", "’s"))
        or any(other.word in _LEADS for other in before)
    )


def _is_across(theirs: Sequence[Token], token: Token, one: int, other: int) -> bool:
    """Whether a verb, or another like it, stands between two places of a word."""
    low, high = min(one, other), max(one, other)
    keys = keys_in_place(token)
    parts = parts_of(theirs)
    return any(
        parts[at] is Part.VERB
        or (token.is_number and _is_party(theirs[at]) and theirs[at].is_number
            and not keys & keys_in_place(theirs[at]))
        for at in range(low, high)
    )  # fmt: skip


def _turned(ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[str]:
    """Yield a word that stands alone where its opposite does, or where it decides otherwise."""
    if len(ours) != 1 or len(theirs) != 1:
        return
    one, other = ours[0], theirs[0]
    if one.keys & other.keys or one.is_number:
        return
    is_turned = frozenset((one.word, other.word)) in _TURNS or are_opposed(one.word, other.word)
    is_other_way = one.word in _AUXILIARIES or (one.modal and one.modal != other.modal)
    if is_turned or one.negates != other.negates or (other.modal and is_other_way):
        yield one.word


def _restrictions(sides: Sides, start: int, end: int) -> Iterator[str]:
    """Yield a restricting word that was taken from right before what it restricts."""
    left_out = [token for token in sides.theirs[start:end] if token.word not in _ARTICLES]
    if not left_out or len(left_out) > _SHORT or is_arabic(left_out[0].word):
        return
    after = sides.theirs[end : end + 1]
    is_apart = bool(after) and after[0].clause != left_out[-1].clause
    moved = {token.word for first, last, _, _ in sides.changes for token in sides.ours[first:last]}
    for token in left_out[-2:] if not is_apart else ():
        is_last = token is left_out[-1] or left_out[-1].word in _JOINS
        if (
            is_last
            and _is_weighed(token)
            and token.word not in moved
            and (token.word in _RESTRICTS or token.negates)
        ):
            yield token.word


def _is_weighed(token: Token) -> bool:
    """Whether no other check weighs a word: that of amounts knows the bounds of numbers."""
    is_name = token.is_name or is_day(token)
    return not is_name and (not token.is_number or token.word in _PARTS)


_PARTS: Final = words_in("first second third last half most")
