"""Sentences whose numbers later reports of the story have put right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.statement import Statement, text_of
from wireroom.engine.stories.terms import base_language, split_words, stem_word
from wireroom.engine.text.numbers import find_numbers, number_tokens

# What is counted stands within so many words behind its number: "seven more bodies".
_REACH: Final = 3
_Fact = tuple[str, str]  # what is counted, its number


def find_stale(statements: Sequence[Statement], reports: Sequence[Report]) -> frozenset[int]:
    """Return the places of sentences that state a number which only earlier reports give.

    A number is stale where at least one later report counts the same thing otherwise and none
    of the later ones repeats it.
    """
    told: defaultdict[str, dict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    facts = [list(_facts(statement, reports)) if statement.numbers else [] for statement in statements]
    for statement, found in zip(statements, facts, strict=True):
        at = reports[statement.report].published_at
        for counted, number in found if at else ():
            told[counted][number].append(at)  # type: ignore[arg-type]
    stale = {
        (counted, number)
        for counted, numbers in told.items()
        if len(numbers) > 1
        for number in numbers
        if _is_left_behind(numbers[number], [numbers[other] for other in numbers if other != number])
    }
    return frozenset(
        place for place, found in enumerate(facts) if not stale.isdisjoint(found)
    )


def _is_left_behind(own: Sequence[datetime], others: Iterable[Sequence[datetime]]) -> bool:
    last = max(own)
    return any(min(times) > last for times in others)


def _facts(statement: Statement, reports: Sequence[Report]) -> Iterable[_Fact]:
    """Yield what the sentence counts, by the words behind each number."""
    text = text_of(statement, reports)
    base = base_language(reports[statement.report].lang)
    tokens = number_tokens(text)
    for number in find_numbers(tokens):
        if number.rank or number.unit or number.last >= len(tokens):
            continue
        end = tokens[min(number.last + _REACH, len(tokens)) - 1].end
        for word in split_words(text[tokens[number.last - 1].end : end]):
            if (stem := stem_word(word, base)) in COUNTED:
                yield stem, f"{number.value.normalize():f}"


COUNTED: Final = frozenset(
    "dead kill die death bodi injur wound hurt miss arrest detain rescu surviv victim casualti "
    "hospit displac evacu قتيل قتل قتلي جريح جرحي مصاب اصيب مفقود ضحيه ضحايا معتقل ناج".split()
)
