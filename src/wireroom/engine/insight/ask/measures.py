"""What a question for a measure leaves open: the word that asks for it, and the units."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.insight.ask import words_en
from wireroom.engine.insight.ask.asked import Kind, Need, Question
from wireroom.engine.insight.verify.word_table import words_in

# "How high does the reef rise?", "how far does the tide reach?"
_REACHES: Final = words_in("rise rises stand stands reach reaches go goes extend extends lie lies")
_PRICED: Final = frozenset(("cost", "worth"))
_MONEY: Final = words_in(
    """
    crowns crown dinars dinar dollars dollar euros euro pounds pound pence cents francs yen yuan
    rupees riyals dirhams million billion
    """
)
_SHARED: Final = words_in("percent cent percentage points point")


def mark_measure(asked: Question, told: Sequence[str]) -> Question:
    """Return an English question for an amount with what says only that one is asked for as soft.

    `told` are its words, folded.
    """
    if asked.kind is Kind.MEASURE and told[-1].strip("?") in _PRICED:
        return _of_price(asked)
    if asked.kind is not Kind.AMOUNT:
        return asked
    if told[:1] == ["how"]:
        return _of_size(asked, told[1])
    others = [need for need in asked.needs if need.word not in words_en.SHARES | words_en.LATEST]
    is_share = any(need.word in words_en.SHARES for need in asked.needs)
    needs = tuple(_softened(need, bool(others)) for need in asked.needs)
    return replace(asked, needs=needs, units=_SHARED if is_share and others else asked.units)


def _of_price(asked: Question) -> Question:
    """Return "how much does it cost" as a question for money that stands with what costs it."""
    others = [need for need in asked.needs if need.word not in _PRICED and not need.is_name]
    if len(others) == len(asked.needs) or not others:
        return asked
    needs = (
        replace(need, is_soft=True, is_core=False)
        if need.word in _PRICED
        else replace(need, is_core=need.is_core or not need.is_name)
        for need in asked.needs
    )
    return replace(asked, needs=tuple(needs), units=_MONEY)


def _of_size(asked: Question, measure: str) -> Question:
    things = {need.word for need in asked.needs if not need.is_core}
    if things & words_en.RATED:
        needs = (replace(n, is_core=False, is_soft=n.is_soft or n.is_core) for n in asked.needs)
        return replace(asked, needs=tuple(needs))
    needs = (replace(n, is_soft=n.is_soft or n.word in _REACHES) for n in asked.needs)
    return replace(asked, needs=tuple(needs), units=words_en.UNITS.get(measure, frozenset()))


def _softened(need: Need, has_others: bool) -> Need:
    asks = need.word in words_en.SHARES | words_en.LATEST
    return replace(
        need, is_soft=need.is_soft or (has_others and asks), leads="" if asks else need.leads
    )
