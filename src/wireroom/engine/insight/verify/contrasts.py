"""Whether a claim turns a word of its sentence round: more for less, to for from, all for most."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.verify import vocabulary_ar, words_ar
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.keys import bare_forms, is_arabic
from wireroom.engine.insight.verify.naming import is_named
from wireroom.engine.insight.verify.roles import keys_in_place
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.vocabulary_en import are_opposed
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers_tables import ORDINALS

_REACH: Final = 3  # tokens between a preposition, or a "more", and the word it goes with
_BESIDE: Final = 5  # tokens either side of a word that say what it is said of
# Prepositions that turn a fact round, and those that say the same as each.
_WAYS: Final = tuple(
    (words_in(one), words_in(other))
    for one, other in (
        ("from", "to into for towards"),
        ("for", "against"),
        ("with", "without"),
        ("before until by prior", "after since following"),
        ("over above", "under below beneath"),
        ("in within", "out"),
        ("under", "out"),
        ("قبل", "بعد عقب"),
        ("من", "الي"),
        ("مع", "ضد"),
        ("داخل", "خارج"),
    )
)
_RELATIONS: Final = (words_in("after since following"), words_in("before until"),
                     words_in("because as due"), words_in("from"), words_in("than"))  # fmt: skip
# Words that may tell a cause: what came after may be told as because.
_CAUSES: Final = words_in(
    """
    because after as over following amid since when for cause caused causing blamed led so thanks
    owing
    """
)
_DEGREES: Final = words_in(
    "more less fewer most least higher lower larger smaller longer shorter bigger stronger weaker"
)
# How much of a whole; what is told of all is told of no part, nor the other way round.
_SHARES: Final = (
    words_in("all every each whole entire entirely both"),
    words_in("most mostly mainly majority largely chiefly"),
    words_in("some several part partly few handful"),
    words_in("half"),
    words_in("only just sole single alone"),
    words_in("none no nobody neither"),
)


def check_contrasts(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find words of an English claim whose opposite stands where the sentence cited has them."""
    findings: list[Finding] = []
    for number in range(len(claim.sentences)):
        own = [token for token in claim.of_sentence(number) if not claim.is_quoted(token)]
        if not own:
            continue
        theirs = nearest_tokens(own, passages)
        findings += [Finding(Reason.WORDS, token.word) for token in _opposed(own, theirs)]
        if is_arabic(own[0].word):
            findings += [Finding(Reason.ROLES, token.word) for token in _other_doer(own, theirs)]
        findings += [Finding(Reason.ROLES, token.word) for token in _turned(own, theirs)]
        findings += [Finding(Reason.WORDS, token.word) for token in _other_share(own, theirs)]
        findings += [Finding(Reason.ROLES, token.word) for token in _exchanged(own, theirs)]
        findings += [Finding(Reason.NUMBER, token.word) for token in _unranked(own, theirs)]
        findings += [Finding(Reason.ROLES, token.word) for token in _other_cause(own, theirs)]
    return findings


def nearest_tokens(own: Sequence[Token], passages: Sequence[Passage]) -> list[Token]:
    """Return the words of the cited sentences that share most with a sentence of the claim."""
    told = [token for token in own if token.is_content or token.is_number]
    sentences = [
        passage.reading.of_sentence(number)
        for passage in passages
        for number in range(len(passage.reading.sentences))
    ]
    shared = [_count_shared(told, sentence) for sentence in sentences]
    most = max(shared, default=0)
    return [
        token
        for sentence, count in zip(sentences, shared, strict=True)
        if count == most
        for token in sentence
    ]


def _count_shared(told: Sequence[Token], sentence: Sequence[Token]) -> int:
    keys = frozenset(key for token in sentence for key in keys_in_place(token))
    return sum(1 for token in told if keys_in_place(token) & keys)


def _opposed(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield the words whose opposite stands there, and they do not, or by another word."""
    for place, token in enumerate(own):
        if not token.is_content or token.is_name or token.is_number:
            continue
        oppose = vocabulary_ar.are_opposed if is_arabic(token.word) else are_opposed
        others = [at for at, other in enumerate(theirs) if oppose(token.word, other.word)]
        if not others:
            continue
        own_keys = frozenset(
            key for key in token.keys if key[0] != "√"
        )  # guests and hosts share it
        same = [at for at, other in enumerate(theirs) if own_keys & other.keys]
        is_turned = not same and any(_stand_alike(own, place, theirs, at) for at in others)
        is_degree = bool(same) and token.word in _DEGREES
        if is_turned or (is_degree and _goes_with_other(own, place, theirs, same, others)):
            yield token


def _stand_alike(own: Sequence[Token], place: int, theirs: Sequence[Token], at: int) -> bool:
    """Whether two words stand beside a word that both sentences have."""
    keys = _keys(_beside(theirs, at))
    return any(keys_in_place(token) & keys for token in _beside(own, place))


def _beside(tokens: Sequence[Token], place: int) -> list[Token]:
    near = tokens[max(0, place - _BESIDE) : place + _BESIDE + 1]
    return [t for t in near if t is not tokens[place] and (t.is_content or t.is_number)]


def _goes_with_other(
    own: Sequence[Token],
    place: int,
    theirs: Sequence[Token],
    same: Sequence[int],
    others: Sequence[int],
) -> bool:
    """Whether the next noun of "more rain" stands there behind "less" and not behind "more"."""
    noun = next((t for t in own[place + 1 : place + _REACH] if t.is_content), None)
    if noun is None:
        return False

    def leads(places: Sequence[int]) -> bool:
        return any(
            noun.keys & token.keys
            for at in places
            for token in theirs[at + 1 : at + _REACH]
            if token.sentence == theirs[at].sentence
        )

    return leads(others) and not leads(same)


def _other_doer(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield the subject of an opening Arabic verb that another subject has where it is cited.

    The verb comes first and agrees with its subject: "she asked" is not what "he asked".
    """
    verb, rest = own[0], [token for token in own[1:] if token.is_content]
    is_plain = not words_ar.PLAIN.isdisjoint(bare_forms(verb.word))
    if not verb.is_content or is_plain or not rest or rest[0] is not own[1]:
        return
    uses = [at for at, token in enumerate(theirs) if token.keys & verb.keys]
    if uses and not any(_may_be_doer(rest, verb, theirs, at) for at in uses):
        yield rest[0]


def _may_be_doer(rest: Sequence[Token], verb: Token, theirs: Sequence[Token], place: int) -> bool:
    doer = rest[0]
    other = theirs[place]
    if _differ_in_gender(verb.word, other.word):
        return False
    after = [t for t in theirs[place + 1 : place + 1 + _SUBJECT] if t.sentence == other.sentence]
    stop = next((n for n, token in enumerate(after) if token.word in _ENDS_SUBJECT), len(after))
    if _is_behind_another(doer, rest, after[:stop]):
        return False
    objects = [token for token in theirs[place + 1 + stop :] if token.sentence == other.sentence]
    before = [token for token in theirs[:place] if token.sentence == other.sentence]
    if any(doer.keys & token.keys for token in (*after[:stop], *before)):
        return True
    return not any(doer.keys & token.keys for token in objects)


def _is_behind_another(doer: Token, rest: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether another noun of the claim is the cited subject, and its subject what follows that.

    A name and its title may change places.
    """
    if not after or is_named(doer) or is_named(after[0]) or doer.keys & after[0].keys:
        return False
    later = [token for token in rest[1:] if token.clause == doer.clause]
    follows = any(doer.keys & token.keys for token in after[1:])
    return follows and any(token.keys & after[0].keys for token in later)


def _differ_in_gender(one: str, other: str) -> bool:
    """Whether two forms of one verb agree with subjects of different gender."""
    first, second = _bare_verb(one), _bare_verb(other)
    if f"{first}ت" == second or f"{second}ت" == first:
        return True
    return {first[:1], second[:1]} == {"ي", "ت"} and first[1:] == second[1:]


def _bare_verb(word: str) -> str:
    """Return a verb without the "and" and the "will" written to it."""
    if word[0] in "وف" and len(word) > _SHORTEST_VERB and word[1] in "سيتا":
        word = word[1:]
    return word[1:] if word[:2] in {"سي", "ست"} and len(word) > _SHORTEST_VERB else word


_SHORTEST_VERB: Final = 3
_SUBJECT: Final = 6  # tokens behind an Arabic verb that its subject may take
_ENDS_SUBJECT: Final = words_in("علي من في الي عن ان انه انها ضد مع بعد قبل منذ")


def _turned(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield the names and nouns behind a preposition that have its opposite where cited."""
    for place, token in enumerate(own):
        for one, other in (*_WAYS, *((right, left) for left, right in _WAYS)):
            if token.word not in one:
                continue
            head = _behind(own, place)
            if head is None:
                continue
            found = [_ways_before(theirs, at) for at, word in enumerate(theirs)
                     if keys_in_place(word) & keys_in_place(head)]  # fmt: skip
            is_turned = any(not ways.isdisjoint(other) for ways in found)
            if is_turned and all(ways.isdisjoint(one) for ways in found):
                yield head


def _exchanged(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield the "after" or "because" whose two sides have changed places."""
    for place, token in enumerate(own):
        relation = next((words for words in _RELATIONS if token.word in words), None)
        if relation is None:
            continue
        before = _keys(own[:place])
        behind = _keys(own[place + 1 :])
        for at, other in enumerate(theirs):
            if other.word in relation and (head := _behind(theirs, at)) is not None:
                keys = keys_in_place(head)
                is_moved = bool(keys & before and not keys & behind)
                near = _keys([t for t in own[place + 1 :] if t.clause == token.clause])
                if is_moved or (token.word == "than" and _is_other_side(near, theirs, at)):
                    yield token


def _is_other_side(behind: frozenset[str], theirs: Sequence[Token], place: int) -> bool:
    """Whether what stands behind a "than" stands only before the cited one."""
    own = [token for token in theirs if token.sentence == theirs[place].sentence]
    start = theirs[place].start
    left = _keys([token for token in own if token.start < start])
    right = _keys([token for token in own if token.start > start])
    return bool(behind & (left - right)) and not behind & (right - left)


def _other_cause(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield a "because" whose reason is not behind one, or behind "not because", as cited."""
    for place, token in enumerate(own):
        if token.word != "because":
            continue
        if not any(other.word in _CAUSES for other in theirs):
            yield token
        given = [at for at, other in enumerate(theirs) if other.word == "because"]
        reasons = [
            _keys([t for t in theirs[at:] if t.clause == theirs[at].clause])
            for at in given
            if not at or theirs[at - 1].word != "not"
        ]
        if given and not any(_keys(own[place + 1 :]) & reason for reason in reasons):
            yield token


def _unranked(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield a "largest" that is the second largest where it is cited, or the other way round."""
    for place, token in enumerate(own):
        if not token.word.endswith("est") or not token.is_content:
            continue
        same = [at for at, other in enumerate(theirs) if token.keys & other.keys]
        ranks = {_rank_before(theirs, at) for at in same}
        if ranks and _rank_before(own, place) not in ranks:
            yield token


def _rank_before(tokens: Sequence[Token], place: int) -> str:
    near = tokens[max(0, place - 2) : place]
    return next((token.word for token in near if token.word in ORDINALS), "")


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(key for token in tokens for key in keys_in_place(token))


def _behind(own: Sequence[Token], place: int) -> Token | None:
    for token in own[place + 1 : place + 1 + _REACH]:
        if token.word == "no":
            return None  # "with no guide" is without one
        if token.clause != own[place].clause:
            return None
        if token.is_content or token.is_number:
            return token
    return None


def _ways_before(theirs: Sequence[Token], place: int) -> frozenset[str]:
    """Return the prepositions right before a word, up to the noun before them."""
    ways: set[str] = set()
    for token in reversed(theirs[max(0, place - _REACH) : place]):
        if token.sentence != theirs[place].sentence or token.clause != theirs[place].clause:
            break
        if token.word in _ANY_WAY:
            ways.add(token.word)
            break
        if token.is_content and not (token.is_name and theirs[place].is_name):
            break
    return frozenset(ways)


_ANY_WAY: Final = frozenset().union(*(words for pair in _WAYS for words in pair)) | words_in(
    "in at on near of في علي عن حتي منذ"
)


def _other_share(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Token]:
    """Yield an "all" or "most" whose noun has another share where it is cited."""
    for place, token in enumerate(own):
        share = next((words for words in _SHARES if token.word in words), None)
        noun = _behind(own, place)
        if share is None or noun is None or token.is_number:
            continue
        told = [other.word for at, other in enumerate(theirs)
                if other.word in _ANY_SHARE and not other.is_number
                and (head := _behind(theirs, at)) and head.keys & noun.keys]  # fmt: skip
        if told and share.isdisjoint(told) and not _STRICT.isdisjoint([token.word, *told]):
            yield token


_ANY_SHARE: Final = frozenset().union(*_SHARES)
_STRICT: Final = _SHARES[0] | _SHARES[1] | _SHARES[3]
