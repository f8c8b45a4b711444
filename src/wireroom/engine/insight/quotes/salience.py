"""Who a pronoun means: people weighed by how lately, how often and how prominently they stand."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.insight.quotes.sentences import WORD, Sentence, Token
from wireroom.engine.insight.quotes.word_list import word_list
from wireroom.engine.insight.quotes.word_tables import DETERMINERS, NP_ENDS, PREPOSITIONS

# All weights are chosen on the annotated pages; only their order matters much.
LEADS: Final = 2.5  # opens its clause: most often the subject
_BESIDE: Final = 1.0
_OBLIQUE: Final = frozenset({"dem", "den", "des", "einem", "einen"})
_INVERTED: Final = 2.0  # German subjects often follow their verb
_UNDER: Final = 1.5  # leads a clause under another
INSIDE: Final = 0.6  # follows a preposition
SPEAKS: Final = 4.0
FRONTED: Final = 5.0  # what follows is told from their side: more than having spoken before
_FOR_WHOM: Final = frozenset({"for", "to"})
_NAME: Final = 6  # tokens of a name, the comma after it and "whose"
REFERS: Final = 1.5  # a pronoun at the head of a sentence
_FADES: Final = 0.5  # by sentence
_FAR: Final = 8  # sentences that a pronoun reaches back
_OPEN: Final = 0.8  # nobody tells the gender
_JOINS: Final = frozenset({"but", "and", "that"})
_CLAUSES: Final = word_list("as while when after because if since although though")
_MODIFIERS: Final = 5  # words before a name that may belong to it
_REPEATED: Final = 0.2  # of the weight of further mentions
_HARDLY: Final = 0.3  # may be no person at all
_FAINT: Final = 0.25  # what weighs less was named too long ago
# How much more the first must weigh than the second, and how sure that makes it.
_MARGINS: Final = ((2.5, 0.88), (1.5, 0.75), (1.25, 0.55))

# Pronouns at the head of a sentence, and those that mean who is named before them in theirs.
_HEADS: Final[dict[str, dict[str, str]]] = {
    "en": {"he": "m", "she": "f"},
    "fr": {"il": "m", "elle": "f"},
    "es": {"él": "m", "ella": "f"},
    "de": {"er": "m"},
    "it": {"lui": "m", "lei": "f"},
    "pt": {"ele": "m", "ela": "f"},
    "ru": {"он": "m", "она": "f"},
}
_OWN: Final[dict[str, dict[str, str]]] = {
    "en": {"his": "m", "himself": "m", "her": "f", "herself": "f"},
}


@dataclass(slots=True)
class Salience:
    """Who was named where in an article, with the weight of each mention."""

    lang: str
    named: dict[int, list[tuple[int, str, float]]] = field(default_factory=dict)

    def note(self, sentence: int, place: int, name: str, weight: float) -> None:
        """Remember that a sentence names somebody at a token."""
        self.named.setdefault(sentence, []).append((place, name, weight))

    def rename(self, old: str, new: str) -> None:
        """Give somebody another name in all sentences."""
        for mentions in self.named.values():
            mentions[:] = [
                (place, new if name == old else name, weight) for place, name, weight in mentions
            ]

    def weigh(
        self, sentence: int, place: int, fits: Callable[[str], float]
    ) -> tuple[str | None, float]:
        """Return who is most likely meant at a token of a sentence, and how sure that is.

        `fits` gives how well a name fits, 0 to 1.
        """
        weights: dict[str, float] = {}
        fitting: dict[str, float] = {}
        for back in range(max(0, sentence - _FAR), sentence + 1):
            fade = _FADES ** (sentence - back)
            for at, name, weight in self.named.get(back, ()):
                if back < sentence or at < place:
                    if name not in fitting:
                        fitting[name] = fits(name)
                    heavy = weight * fade * fitting[name]
                    known = weights.get(name, 0.0)
                    weights[name] = max(known, heavy) + _REPEATED * min(known, heavy)
        ranked = sorted(weights.items(), key=lambda each: -each[1])[:2]
        if not ranked or ranked[0][1] < _FAINT:
            return None, 0.0
        if fits(ranked[0][0]) <= _HARDLY:
            return ranked[0][0], 0.5
        rival = ranked[1][1] if len(ranked) > 1 else 0.0
        for margin, sure in _MARGINS:
            if ranked[0][1] >= margin * rival:
                return ranked[0][0], sure
        return ranked[0][0], 0.5


def weight_of(tokens: Sequence[Token], first: int, lang: str) -> float:
    """Return how prominently a name or its title stands that begins at a token."""
    stops = PREPOSITIONS.get(lang, frozenset())
    if 0 < first <= _MODIFIERS and _is_fronted(tokens, first):
        return FRONTED
    for place in range(first - 1, first - _MODIFIERS, -1):
        if place >= 0 and tokens[place].lower in _CLAUSES:
            return _UNDER
        if place < 0 or tokens[place].kind != WORD or tokens[place].lower in _JOINS:
            return LEADS
        if lang == "de" and tokens[place].lower in _OBLIQUE:
            return INSIDE
        opens = place == 0 and tokens[place].lower in DETERMINERS.get(lang, ())  # German "Der"
        if tokens[place].lower in stops and not opens:
            return INSIDE
        if tokens[place].kind != WORD or tokens[place].lower in NP_ENDS:
            cleft = place and tokens[place - 1].lower == "it"  # "it was Quill who"
            return LEADS if cleft and tokens[place].lower in ("was", "is") else _BESIDE
    return _INVERTED if lang == "de" else _BESIDE


def _is_fronted(tokens: Sequence[Token], first: int) -> bool:
    """Tell "For Quill, whose house flooded, it was not enough" from "For Quill it was enough"."""
    between = tokens[1:first]  # a title
    if tokens[0].lower not in _FOR_WHOM or any(each.lower in NP_ENDS for each in between):
        return False
    near = tokens[first : first + _NAME]
    comma = next((at for at, token in enumerate(near) if token.text == ","), len(near))
    return any(token.lower in ("who", "whose") for token in near[comma + 1 : comma + 2])


def fitness(wanted: str, known: str | None, *, is_surely_person: bool) -> float:
    """Return how well somebody of a gender, or of none known, fits a pronoun's."""
    if known is not None:
        return 1.0 if known == wanted else 0.0
    return _OPEN if is_surely_person else _HARDLY


def vote_genders(
    sentences: Sequence[Sentence], salience: Salience, gender: Callable[[str], str | None]
) -> dict[str, str]:
    """Return the gender of those whom an article calls he or she right after naming them."""
    heads, own = _HEADS.get(salience.lang, {}), _OWN.get(salience.lang, {})
    votes: dict[str, Counter[str]] = {}
    for number, sentence in enumerate(sentences):
        opening = sentence.tokens[0].lower
        if opening in heads:
            _vote(votes, _lead(salience, number - 1), heads[opening], gender)
        people = {name for _, name, _ in salience.named.get(number, ())}
        if len(people) == 1 and own:
            first = min(place for place, _, _ in salience.named[number])
            for token in sentence.tokens[first:]:
                if token.lower in own:
                    _vote(votes, next(iter(people)), own[token.lower], gender)
    return {name: told for name, counts in votes.items() if (told := _majority(counts))}


def _lead(salience: Salience, sentence: int) -> str | None:
    named = salience.named.get(sentence)
    return max(named, key=lambda each: (each[2], -each[0]))[1] if named else None


def _vote(
    votes: dict[str, Counter[str]],
    name: str | None,
    told: str,
    gender: Callable[[str], str | None],
) -> None:
    if name is not None and gender(name) is None:
        votes.setdefault(name, Counter())[told] += 1


def _majority(counts: Counter[str]) -> str | None:
    first = counts.most_common(2)
    rival = first[1][1] if len(first) > 1 else 0
    return first[0][0] if first[0][1] >= 2 * max(1, rival) or not rival else None
