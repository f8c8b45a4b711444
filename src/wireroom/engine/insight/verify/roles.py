"""Whether a claim leaves who did what to whom, and which number belongs where, as it is cited.

Claim and cited sentence are cut into the same units: runs of words that stand beside each other
in both. Two units are exchanged when each stands where the other stood, between the other's
neighbours, and neither keeps one of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.citing import Passage
from wireroom.engine.insight.verify.claim import Finding, Reason
from wireroom.engine.insight.verify.days import is_day
from wireroom.engine.insight.verify.decisive_en import DECISIVE
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.insight.verify.tokens import Reading, Token
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.insight.verify.vocabulary_en import base_of
from wireroom.engine.insight.verify.word_table import words_in
from wireroom.engine.text.numbers import small_number
from wireroom.engine.text.numbers_tables import AFTER_BOUNDS, BOUNDS

_MOST_UNITS: Final = 24  # pairs grow with the square; a longer claim sentence is cut


@dataclass(slots=True)
class _Unit:
    """A run of claim tokens [first, last] that stands at [there, there_end] in the citation."""

    first: int
    last: int
    there: int
    there_end: int
    is_told: bool  # a name or a number is in it


@dataclass(frozen=True, slots=True)
class Window:
    """The keys of a sentence, of what it leans on, and of it with its neighbour before."""

    own: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    leans: int


def check_roles(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find names and numbers of the claim that changed places."""
    for number in range(len(claim.sentences)):
        own = [token for token in claim.of_sentence(number) if token.is_content or token.is_number]
        for passage in passages:
            theirs = _best_sentence(own, passage.reading)
            if theirs and (found := _exchanged(claim, own, passage.reading, theirs)):
                return [found]
    return []


def _best_sentence(own: Sequence[Token], reading: Reading) -> list[Token]:
    best: list[Token] = []
    most = 1
    for number in range(len(reading.sentences)):
        theirs = [t for t in reading.of_sentence(number) if t.is_content or t.is_number]
        keys = frozenset(key for token in theirs for key in keys_in_place(token))
        held = sum(1 for token in own if keys_in_place(token) & keys)
        if held > most:
            best, most = theirs, held
    return best


def keys_in_place(token: Token) -> frozenset[str]:
    """Return the keys of a word, or of a number its value."""
    if token.is_number:
        return (
            frozenset((str(value),))
            if (value := small_number(token.word))
            else frozenset((token.word,))
        )
    return token.keys


def _exchanged(
    claim: Reading, own: Sequence[Token], reading: Reading, theirs: Sequence[Token]
) -> Finding | None:
    units = _units(own, theirs)[:_MOST_UNITS]
    in_their_order = sorted(units, key=lambda unit: unit.there)
    place = {id(unit): number for number, unit in enumerate(in_their_order)}
    order = [place[id(unit)] for unit in units]
    for one, two in combinations(range(len(units)), 2):
        if not _may_swap(units[one], units[two], own):
            continue
        ours = (own[units[one].first], own[units[two].first])
        cited = (theirs[units[one].there], theirs[units[two].there])
        if ours[0].is_number and ours[1].is_number:
            is_wrong = _is_crossed(_bound(ours, own), _bound(cited, theirs)) or _is_crossed(
                _led_by(ours, own), _led_by(cited, theirs)
            ) or (
                _is_score(claim, ours) and _is_score(reading, cited)
                and (ours[0].start < ours[1].start) != (cited[0].start < cited[1].start)
            )  # fmt: skip
        else:
            is_wrong = _is_exchange(order, one, two) or _is_rerouted(claim, reading, ours, cited)
        if is_wrong:
            return Finding(Reason.ROLES, f"{ours[0].word}, {ours[1].word}")
    return None


def _bound(numbers: tuple[Token, Token], tokens: Sequence[Token]) -> list[frozenset[str]]:
    """Return the keys of what each number counts: what follows, or where they end what precedes.

    "9 died, 31 were hurt" counts to the right, "killed 9 and hurt 31" to the left.
    """
    places = [tokens.index(number) for number in numbers]
    last = max(places)
    beyond = tokens[last + 1] if last + 1 < len(tokens) else None
    ends = beyond is None or beyond.clause != tokens[last].clause or beyond.is_number
    step = -1 if ends else 1
    near = [tokens[p + step] if 0 <= p + step < len(tokens) else None for p in places]
    return [token.keys if token else frozenset() for token in near]


def _led_by(numbers: tuple[Token, Token], tokens: Sequence[Token]) -> list[frozenset[str]]:
    """Return the keys of the words before each number, without those that both have."""
    sets = []
    for number in numbers:
        place = tokens.index(number)
        before = [token for token in tokens[max(0, place - _LEAD) : place] if not token.is_number]
        sets.append(frozenset(key for token in before for key in token.keys))
    return [sets[0] - sets[1], sets[1] - sets[0]]


_LEAD: Final = 2  # words before a number that say whose it is: "Norda's shares lost 6.2"
_SCORE_WORDS: Final = frozenset(
    ["votes", "vote", "to", "from", "-", "–", "صوتا", "صوت", "مقابل", "الي"]
)


def _is_score(reading: Reading, numbers: tuple[Token, Token]) -> bool:
    """Whether two numbers are a score, a count of votes or a change: their order is the fact."""
    low, high = sorted(reading.tokens.index(number) for number in numbers)
    between = [token.word for token in reading.tokens[low + 1 : high]]
    return bool(between) and len(between) <= 3 and set(between) <= _SCORE_WORDS


def _is_crossed(ours: Sequence[frozenset[str]], cited: Sequence[frozenset[str]]) -> bool:
    straight = (ours[0] & cited[0]) or (ours[1] & cited[1])
    return bool(not straight and (ours[0] & cited[1]) and (ours[1] & cited[0]))


def _units(own: Sequence[Token], theirs: Sequence[Token]) -> list[_Unit]:
    units: list[_Unit] = []
    used: set[int] = set()
    for place, token in enumerate(own):
        there = _place_of(token, theirs, used, after=units[-1].there_end if units else -1)
        if there is None:
            continue
        used.add(there)
        told = token.is_name or token.is_number or theirs[there].is_name
        last = units[-1] if units else None
        if last and last.last == place - 1 and there == last.there_end + 1 and told == last.is_told:
            last.last, last.there_end = place, there
        else:
            units.append(_Unit(place, place, there, there, told))
    return units


def _place_of(token: Token, theirs: Sequence[Token], used: set[int], *, after: int) -> int | None:
    """Return where the word stands: the very word before another form, the next before others."""
    keys = keys_in_place(token)
    places = [n for n, other in enumerate(theirs) if n not in used and keys & keys_in_place(other)]
    if not places:
        return None
    return min(places, key=lambda n: (theirs[n].word != token.word, n != after + 1, n))


def _may_swap(one: _Unit, two: _Unit, own: Sequence[Token]) -> bool:
    first, second = own[one.first], own[two.first]
    if is_day(first) != is_day(second):
        return False
    if is_arabic(first.word) and not (first.is_number and second.is_number):
        return not (_is_grouped(first) or _is_grouped(second))
    return first.is_number and second.is_number


def _is_grouped(token: Token) -> bool:
    """Whether an Arabic word is of a table of common words, and so no name."""
    return any(key[0] == "#" for key in token.keys)


def _is_exchange(order: Sequence[int], one: int, two: int) -> bool:
    """Whether two units stand each between the neighbours that the other has in the citation."""
    kept, changed = 0, 0
    for mine, other in ((one, two), (two, one)):
        for step in (-1, 1):
            beside = mine + step
            if not 0 <= beside < len(order) or beside == other:
                continue
            kept += order[beside] == order[mine] + step
            changed += order[beside] == order[other] + step
    return changed >= _CHANGED and not kept


_CHANGED: Final = 3  # neighbours that two Arabic words must exchange: their order is free
_FROM: Final = frozenset(["from", "left", "leaving", "departed", "leaves", "غادرت", "غادر", "من"])
_TO: Final = frozenset(["to", "for", "into", "towards", "الي", "باتجاه", "نحو", "متجهه"])


def _is_rerouted(
    claim: Reading, reading: Reading, ours: tuple[Token, Token], theirs: tuple[Token, Token]
) -> bool:
    """Whether what is "from" in the citation is "to" in the claim, of either of two names."""
    return any(
        (way := _way(reading, there)) and (own := _way(claim, here)) and way != own
        for here, there in zip(ours, theirs, strict=True)
    )


def _way(reading: Reading, token: Token) -> str:
    place = reading.tokens.index(token)
    for before in reversed(reading.tokens[max(0, place - 3) : place]):
        if before.word in _FROM:
            return "from"
        if before.word in _TO:
            return "to"
        if before.is_content and not (before.is_name or is_arabic(before.word)):
            return ""
    return ""


def check_bound_together(claim: Reading, passages: Sequence[Passage]) -> list[Finding]:
    """Find neighbours in the claim of which no cited sentence, or leaning run of them, has both."""
    windows = [window for passage in passages for window in windows_of(passage.reading)]
    for number in range(len(claim.sentences)):
        own = [token for token in claim.of_sentence(number) if _binds(token, claim)]
        known = [
            token for token in own if any(keys_in_place(token) & window.own for window in windows)
        ]
        for one, two in pairwise(known):
            if _is_left_to_frames(one, two):
                continue
            if not any(_holds(window, one, two) for window in windows):
                return [Finding(Reason.FUSED, f"{one.word} … {two.word}")]
    return []


def _is_left_to_frames(one: Token, two: Token) -> bool:
    """Whether two English words are no name, day or number: their verbs bind them."""
    if is_arabic(one.word) or is_arabic(two.word):
        return False
    if any(
        token.modal or token.word in _LOOSELY_BOUND or _decides_nothing(token)
        for token in (one, two)
    ):
        return True
    return not any(
        token.is_name or is_day(token) or (token.is_number and token.word not in _SMALL)
        for token in (one, two)
    )


def _decides_nothing(token: Token) -> bool:
    """Whether a word is a verb that frames hold to its parties, and of no deed that counts."""
    verb = base_of(token.word)
    return not (token.is_name or token.is_number) and verb in VERBS and verb not in DECISIVE


_SMALL: Final = frozenset(("one", "two", "first"))


def _holds(window: Window, one: Token, two: Token) -> bool:
    """Whether a sentence has both words, or leans with one of them on the other before it."""
    first, second = keys_in_place(one), keys_in_place(two)
    if first & window.own and second & window.own:
        return True
    if not ((first | second) & window.own and (first | second) & window.before):
        return False
    if _is_plain_pair(one, two):
        return bool(first & window.near and second & window.near)
    base = one if first & window.before and second & window.own else two
    return window.leans == _ON_ANY or (window.leans == _ON_NAME and _may_be_named(base))


def _is_plain_pair(one: Token, two: Token) -> bool:
    """Whether neither is a name, a number or an outcome: such may stand a sentence apart."""
    return not any(
        token.is_name or token.is_number or is_day(token) or token.word in words_en.OUTCOMES
        or is_arabic(token.word)
        for token in (one, two)
    )  # fmt: skip


def _may_be_named(token: Token) -> bool:
    return token.is_name or is_arabic(token.word)


def _binds(token: Token, claim: Reading) -> bool:
    if claim.is_quoted(token) or token.word in words_en.PLAIN or token.word in words_ar.PLAIN:
        return False
    if token.is_number:
        return token.word not in _BOUND_WORDS
    return token.is_content


# Words that say when or that somebody says or intends: their neighbours are bound by others.
_LOOSELY_BOUND: Final = words_in(
    """
    night evening morning afternoon midnight noon midday
    say says said announce announces announced tell tells told
    """
)
_BOUND_WORDS: Final = frozenset(word for bound in (*BOUNDS, *AFTER_BOUNDS) for word in bound)


@lru_cache(maxsize=64)
def windows_of(reading: Reading) -> list[Window]:
    """Return the window of each sentence of a text."""
    windows: list[Window] = []
    for number in range(len(reading.sentences)):
        sentence = reading.of_sentence(number)
        own = frozenset(key for token in sentence for key in keys_in_place(token))
        last = windows[-1] if windows else Window(frozenset(), frozenset(), frozenset(), 0)
        leans = _leans(reading, sentence) if windows and sentence else 0
        before = last.own | (last.before if leans and last.leans else frozenset())
        windows.append(Window(own, before, own | last.own, leans))
    return windows


_ON_NAME, _ON_ANY = 1, 2
_OF_SOMEBODY: Final = frozenset(["he", "she", "both"])
_OF_ANYTHING: Final = frozenset(["it", "they", "this", "these"])
# With "the" before them they are somebody told of before.
_KNOWN_BODIES: Final = frozenset(
    ["company", "firm", "club", "team", "bank", "airline", "carrier", "agency", "union", "man",
     "woman", "charity", "party", "couple", "pair", "group"]
)  # fmt: skip
_OF_THEM: Final = frozenset(["him", "her", "them", "his", "their"])
_OWN: Final = frozenset(["his", "her", "its", "their"])
_OF_IT: Final = frozenset(["هو", "هي", "هم", "وهو", "وهي", "وهم", "وهذا", "هذا", "وكان", "وكانت"])


def _leans(reading: Reading, sentence: Sequence[Token]) -> int:
    """Whether a sentence speaks of the one before by a pronoun, or a verb without its subject."""
    outside = [token for token in sentence if not reading.is_quoted(token)][:3]
    if not outside:
        return _ON_ANY  # the quote goes on
    first, words = outside[0].word, {token.word for token in outside}
    if is_arabic(first):
        is_pronoun = first in _OF_IT or any(_has_pronoun(token.word) for token in outside)
        return _ON_ANY if is_pronoun or _has_no_subject(outside) else 0
    if words & _OF_ANYTHING or first in _OWN:
        return _ON_ANY
    is_known = first == "the" and len(outside) > 1 and outside[1].word in _KNOWN_BODIES
    if is_known or words & _OF_SOMEBODY or any(token.word in _OF_THEM for token in sentence):
        return _ON_NAME
    return 0


def _has_pronoun(word: str) -> bool:
    """Whether an Arabic word has "her" or "their" written to it: مبيعاتها."""
    return word.endswith(("ها", "هم")) and len(word) > _SHORTEST_WITH_PRONOUN


_SHORTEST_WITH_PRONOUN: Final = 4  # letters: منها and فيها stand for nothing in particular


def _has_no_subject(outside: Sequence[Token]) -> bool:
    """Whether an Arabic sentence goes on with a verb of the subject before: "and added that"."""
    if len(outside) < 2 or outside[0].word[0] != "و":
        return False
    second = outside[1].word
    return second in words_ar.STOP or (second[0] == "ب" and len(second) > 3)
