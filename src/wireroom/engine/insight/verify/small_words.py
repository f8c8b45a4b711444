"""Small words that turn an English claim wherever they stand: denials, chances, "former", "from".

Each rule asks the cited sentences that share most with the claim, and no others: that something is
denied elsewhere in a report does not let a claim deny it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.contrasts import nearest_tokens
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.roles import keys_in_place
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.word_table import words_in

_DENIALS: Final = words_in("deny denies denied denying denial denials")
_DENIES: Final = _DENIALS | words_in(
    "dismissed dismisses rejected rejects refuted disputed disputes insisted"
)
_NOTS: Final = words_in("not no never n't nor nobody none nothing neither")
_LACKS: Final = words_in(
    "without no not never none lack lacked lacking n't unless free cut cuts lost out off"
)
_CHANCES: Final = words_in("may might")
_CHANCE: Final = frozenset(("possible", "alleged", "wished"))
# A future of what is cited as past: "will have" for "had".
_PAST: Final = {"have": frozenset(("had",)), "be": frozenset(("was", "were"))}
# Who bears such a word is not who bears the noun alone.
_LIMITS: Final = words_in(
    "former deputy vice acting interim assistant only alleged suspected fake aspiring honorary"
)
_LIKE_LIMITS: Final = _LIMITS | words_in("ex once sole previously then retired one-time until")
_NONE: Final[frozenset[str]] = frozenset()
_WAYS: Final = words_in(
    "in of on over against by with from to at off near into for under after before around"
)
_JOINS: Final = frozenset(("and", "or"))
_ARTICLES: Final = words_in("the a an early late")


def check_small_words(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find what a small word turns round, of each sentence of an English claim."""
    findings: list[Finding] = []
    for number in range(len(claim.sentences)):
        own = [token for token in claim.of_sentence(number) if not claim.is_quoted(token)]
        if not own or is_arabic(own[0].word):
            continue
        theirs = nearest_tokens(own, passages)
        findings += [Finding(Reason.NEGATION, word) for word in _denied(own, theirs)]
        findings += [Finding(Reason.MODALITY, word) for word in _by_chance(own, theirs)]
        findings += [Finding(Reason.WORDS, word) for word in _unlimited(own, theirs)]
        findings += [Finding(Reason.ROLES, word) for word in _crossed(own, theirs)]
    return findings


def _denied(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[str]:
    cited = {token.word for token in theirs}
    kept = sum(token.word in _NOTS for token in own)
    for token in own:
        if token.word == "without" and _LACKS.isdisjoint(cited):
            yield token.word
        # "Denied that it had" may stand for "said it had not": one "not" has gone into the verb.
        is_told = not _DENIES.isdisjoint(cited) or kept < sum(t.word in _NOTS for t in theirs)
        if token.word in _DENIALS and not is_told:
            yield token.word


def _by_chance(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[str]:
    kinds = {token.modal for token in theirs} - {""}
    cited = {token.word for token in theirs}
    for token, after in pairwise(own):
        if token.is_name or not token.modal:
            continue
        if token.word in _CHANCES and kinds.isdisjoint(_CHANCE):
            yield token.word
        was = _PAST.get(after.word, _NONE) if token.word == "will" and not kinds else _NONE
        if not was.isdisjoint(cited):
            yield token.word


def _unlimited(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[str]:
    """Yield a noun that bears a limit wherever it is cited, and none in the claim."""
    if any(token.word in _LIKE_LIMITS for token in own):
        return
    for token in own:
        if not token.is_content or token.is_name:
            continue
        there = [at for at, other in enumerate(theirs) if token.word == other.word]
        if there and all(at and theirs[at - 1].word in _LIMITS for at in there):
            yield token.word


@dataclass(frozen=True, slots=True)
class _Party:
    """A name, number or day with the preposition that leads it, if one does."""

    word: str
    kind: str
    keys: frozenset[str]
    lead: str


def _crossed(own: Sequence[Token], theirs: Sequence[Token]) -> Iterator[str]:
    """Yield a name or number that has the preposition which another of the claim has as cited."""
    ours, cited = list(_parties(own)), list(_parties(theirs))
    for one, two in combinations(ours, 2):
        if one.kind != two.kind or one.lead == two.lead or one.keys & two.keys:
            continue
        first = {party.lead for party in cited if party.keys & one.keys}
        second = {party.lead for party in cited if party.keys & two.keys}
        if first == {two.lead} and second == {one.lead}:
            yield one.word


def _parties(tokens: Sequence[Token]) -> Iterator[_Party]:
    lead, last = "", -2
    for place, token in enumerate(tokens):
        kind = _kind_of(token)
        if not kind or not keys_in_place(token):
            continue
        at = place
        while at and (
            (tokens[at - 1].is_name and kind == "name") or tokens[at - 1].word in _ARTICLES
        ):
            at -= 1
        before = tokens[at - 1].word if at else ""
        is_joined = before in _JOINS and last == at - 2
        lead = lead if is_joined else before if before in _WAYS else ""
        last = place
        yield _Party(token.word, kind, keys_in_place(token), lead)


def _kind_of(token: Token) -> str:
    if is_day(token):
        return "day"
    if token.is_number:
        return "number" if token.word[0].isdigit() else ""
    return "name" if token.is_name else ""
