"""What a sentence counts of people harmed or helped: the numbers that change as a story goes on."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.stories.terms import stem_word
from wireroom.engine.text.numbers import Number, NumberToken

Toll = tuple[str, str]  # what is counted, its number

# What is counted stands within so many words behind its number: "seven people are now known to
# have died".
_REACH: Final = 9
_BEFORE: Final = 2  # "killed at least 14", "مقتل 14 شخصا"
_KINDS: Final = (
    "dead kill die death fatal قتيل قتل قتلي قتيلا ضحيه ضحايا مصرع مصرعهم متوف وفاه قضي مقتل",
    "injur wound hurt جريح جرحي مصاب اصيب اصاب اصابه",
    "miss مفقود",
    "arrest detain معتقل موقوف",
    "rescu انقذ",
    "displac evacu نازح",
)
_COUNTED: Final = {word: kind.split()[0] for kind in _KINDS for word in kind.split()}


def find_tolls(
    tokens: Sequence[NumberToken], numbers: Sequence[Number], base: str
) -> Iterator[Toll]:
    """Yield what each number counts, by the first word of harm or help behind it."""
    ends = [*(number.bound_first for number in numbers[1:]), len(tokens)]
    for number, end in zip(numbers, ends, strict=False):  # no number, one end
        if number.rank or number.unit:
            continue
        before = tokens[max(0, number.bound_first - _BEFORE) : number.bound_first]
        around = [*tokens[number.last : end][:_REACH], *before[::-1]]
        stems = (stem_word(token.word, base) for token in around)
        kind = next((_COUNTED[stem] for stem in stems if stem in _COUNTED), None)
        if kind:
            yield kind, written(number)


def written(number: Number) -> str:
    """Return a number with its unit in one spelling."""
    return f"{number.value.normalize():f}{number.unit}"


def tolls_clash(one: frozenset[Toll], other: frozenset[Toll]) -> bool:
    """Tell whether two sentences count the same thing and give no number alike."""
    kinds = {kind for kind, _ in one} & {kind for kind, _ in other}
    return any({toll for toll in one if toll[0] == kind}.isdisjoint(other) for kind in kinds)
