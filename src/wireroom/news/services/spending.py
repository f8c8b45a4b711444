"""The daily budget of each feature: reserved before a call, settled after it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from wireroom.engine.writing import Budget, Feature
from wireroom.news.models import ModelDay


@dataclass(frozen=True, slots=True)
class Cost:
    """Tokens, and money in millionths."""

    tokens: int = 0
    micros: int = 0


def reserve(feature: Feature, cost: Cost, budget: Budget, *, day: date) -> bool:
    """Take what a call may cost at the most from the day's budget; False where it is spent.

    The UPDATE repeats the condition: of two coordinators that want the last of it, one gets it.
    """
    ModelDay.objects.bulk_create([ModelDay(day=day, feature=feature)], ignore_conflicts=True)
    rows = ModelDay.objects.filter(day=day, feature=feature)
    if budget.tokens is not None:
        rows = rows.filter(tokens__lte=budget.tokens - cost.tokens)
    if budget.micros is not None:
        rows = rows.filter(micros__lte=budget.micros - cost.micros)
    return bool(rows.update(tokens=F("tokens") + cost.tokens, micros=F("micros") + cost.micros))


def settle(
    feature: Feature,
    *,
    day: date,
    reserved: Cost,
    spent: Cost,
    calls: int = 0,
    known: int = 0,
    told: int = 0,
    withheld: int = 0,
    failure: str = "",
) -> None:
    """Count what came of a request, inside the caller's transaction."""
    ModelDay.objects.bulk_create([ModelDay(day=day, feature=feature)], ignore_conflicts=True)
    row = ModelDay.objects.select_for_update().get(day=day, feature=feature)
    row.tokens = max(row.tokens + spent.tokens - reserved.tokens, 0)
    row.micros = max(row.micros + spent.micros - reserved.micros, 0)
    row.calls += calls
    row.known += known
    row.told += told
    row.withheld += withheld
    if failure:
        row.failures[failure] = row.failures.get(failure, 0) + 1
    row.save()
