"""What needs a person now."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from wireroom.adapters.ai.endpoint import AiSettings
from wireroom.engine.writing import MILLION
from wireroom.news.queries.dead_letters import read_letter_kinds
from wireroom.news.queries.desk import (
    count_open_errors,
    read_failing,
    read_pairs,
    read_silent,
)
from wireroom.news.queries.languages import archive_tags
from wireroom.news.queries.models import latest_withheld, read_day
from wireroom.news.queries.queue import read_lags
from wireroom.news.queries.reading_days import fallen_outlets
from wireroom.people.roles import Role
from wireroom.reading.queries.undelivered import count_undelivered
from wireroom.web.desk import desk_page, show_desk

_SHOWN = 8  # of each kind: more does not fit a look, and each has its own page


@require_safe
@desk_page(Role.MODERATOR)
def show_desk_overview(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what needs a person, the most pressing first; nothing where all is well."""
    now = timezone.now()
    letters = read_letter_kinds()
    context = {
        "letters": letters,
        "letters_count": sum(kind.count for kind in letters),
        "failing": read_failing(limit=_SHOWN),
        "silent": read_silent(today=now.date(), limit=_SHOWN),
        "fallen": fallen_outlets(today=now.date(), limit=_SHOWN),
        "errors_count": count_open_errors(),
        "withheld": list(latest_withheld(limit=_SHOWN))[:_SHOWN],
        "spent": _spent_today(now.date()),
        "lags": read_lags(now=now),
        "undelivered": count_undelivered(),
        "pairs": read_pairs(archive_tags(), now=now, limit=_SHOWN),
    }
    return show_desk(request, "overview.jinja", context)


def _spent_today(day: object) -> list[dict[str, object]]:
    """Return by feature what was asked of the model today, against its budget."""
    ai: AiSettings | None = settings.AI
    if ai is None:
        return []
    days = read_day(day)  # type: ignore[arg-type]
    return [
        {
            "feature": feature.value,
            "row": days.get(feature.value),
            "money": (days[feature.value].micros if feature.value in days else 0) / MILLION,
            "budget": budget,
        }
        for feature, budget in ai.budgets.items()
    ]
