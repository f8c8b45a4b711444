"""Keeping an outlet's filters and rewrites."""

from dataclasses import asdict
from typing import Any

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.rules import Rules, check_rules
from wireroom.engine.versions import check_version
from wireroom.news.models import Outlet, OutletRules
from wireroom.news.queries.rules import rules_of
from wireroom.news.services.deed_log import By, Done, log_deed


@transaction.atomic
def keep_rules(outlet_id: int, rules: Rules, *, by: By, seen: str = "") -> Outlet:
    """Have an outlet's entries sifted by these rules from now on. Raises BadInput.

    Raises Overtaken where those that are kept are not those that were `seen` any more.
    """
    outlet = Outlet.objects.select_for_update().filter(pk=outlet_id).first()
    if outlet is None:
        raise BadInput("no outlet %(outlet)s", outlet=outlet_id)
    check_rules(rules)
    before = rules_of(outlet_id)
    check_version(seen, before)
    if before == rules:
        raise BadInput("nothing was changed")
    OutletRules.objects.update_or_create(
        outlet=outlet, defaults={**pack_rules(rules), "updated_at": by.now}
    )
    done = Done(
        deed="outlet.rules",
        subject=outlet.pk,
        name=outlet.name,
        before=_told(before),
        after=_told(rules),
    )
    log_deed(done, by=by)
    return outlet


def pack_rules(rules: Rules) -> dict[str, list[dict[str, Any]]]:
    """Return rules as the database keeps them."""
    return {
        "filters": [asdict(one) for one in rules.filters],
        "rewrites": [asdict(one) for one in rules.rewrites],
    }


def _told(rules: Rules) -> dict[str, list[str]]:
    """Return rules as the desk's log shows them."""
    return {
        "filters": [f"{one.deed}: {one.where}: {one.pattern}" for one in rules.filters],
        "rewrites": [f"{one.part}: {one.find} → {one.put}" for one in rules.rewrites],
    }
