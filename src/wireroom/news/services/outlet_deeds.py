"""What the desk does to an outlet: its terms, its rest, its being blocked or read again."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.errors import BadInput
from wireroom.engine.faults import sentence
from wireroom.engine.pages.revisit import LAST_AGE
from wireroom.engine.versions import check_version
from wireroom.news.models import Feed, Outlet, OutletState, Page, PublicationPolicy
from wireroom.news.models.held import HELD
from wireroom.news.queries.transcripts import SPEECHLESS
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.feeds import RESTING
from wireroom.news.services.leases import BEGUN_ANEW
from wireroom.news.services.pages import REPORTS

# What an editor may set; all else comes from lists, feeds and pages.
TERMS: Final = ("policy", "excerpt_words", "ai_allowed", "images_allowed", "lang", "country")
# Pages that are read again at once: an outlet's last week or two, and minutes of work.
MOST_READ_AGAIN: Final = 500
_MOST_WORDS: Final = 1000
_MOST_A_DAY: Final = 1_000_000  # eleven a second: beyond what the pace of any host lets through
_ALREADY: Final = {
    OutletState.ON: sentence("%(outlet)s is on already"),
    OutletState.PAUSED: sentence("%(outlet)s is paused already"),
    OutletState.BLOCKED: sentence("%(outlet)s is blocked already"),
}
_LANG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}|")
_COUNTRY: Final = re.compile(r"[A-Z]{2}|")


@transaction.atomic
def edit_outlet(outlet_id: int, terms: Mapping[str, Any], *, by: By, seen: str = "") -> Outlet:
    """Set what is shown of an outlet, its language and country. Raises BadInput.

    Raises Overtaken where its terms are not those that were `seen` any more.
    """
    outlet = _outlet(outlet_id)
    check_version(seen, *terms_of(outlet))
    _check_terms(terms)
    before = {name: getattr(outlet, name) for name in terms if getattr(outlet, name) != terms[name]}
    if not before:
        raise BadInput("nothing was changed")
    for name in before:
        setattr(outlet, name, terms[name])
    outlet.save(update_fields=list(before))
    _log("edit", outlet, by, before, {name: terms[name] for name in before})
    return outlet


@transaction.atomic
def set_day_budget(outlet_id: int, budget: int | None, *, by: By, seen: str = "") -> Outlet:
    """Set how many requests of 24 hours an outlet's hosts may get; None: as many as all others.

    Raises BadInput, and Overtaken where it is not what was `seen` any more.
    """
    outlet = _outlet(outlet_id)
    check_version(seen, str(outlet.day_budget))
    if budget is not None and not 1 <= budget <= _MOST_A_DAY:
        raise BadInput("a budget has 1 to %(most)s requests", most=_MOST_A_DAY)
    if budget == outlet.day_budget:
        raise BadInput("nothing was changed")
    before, outlet.day_budget = outlet.day_budget, budget
    outlet.save(update_fields=["day_budget"])
    told = [{} if one is None else {"day_budget": one} for one in (before, budget)]
    _log("budget", outlet, by, *told)
    return outlet


@transaction.atomic
def set_outlet_state(outlet_id: int, state: OutletState, *, by: By, seen: str = "") -> Outlet:
    """Let an outlet's feeds rest, block it, or have it polled again. Raises BadInput.

    Raises Overtaken where it is not in the state that was `seen` any more.
    """
    outlet = _outlet(outlet_id)
    check_version(seen, outlet.state)
    if outlet.state == state:
        raise BadInput(_ALREADY[state], outlet=outlet.name)
    before, outlet.state = outlet.state, state
    outlet.save(update_fields=["state"])
    feeds = Feed.objects.filter(outlet=outlet)
    if state is OutletState.ON:
        feeds.filter(step=RESTING).update(step="poll", due_at=by.now, **BEGUN_ANEW)
    else:
        feeds.filter(retired_at=None).update(step=RESTING, due_at=None, **BEGUN_ANEW)
    if state is OutletState.BLOCKED:
        waiting = Page.objects.filter(outlet=outlet, due_at__isnull=False)
        waiting.update(step="", due_at=None, **BEGUN_ANEW)
    elif before == OutletState.BLOCKED:
        _take_up_pages(outlet, now=by.now)
    _log(_DEEDS[state], outlet, by, {"state": before}, {"state": state.value})
    return outlet


@transaction.atomic
def read_outlet_again(outlet_id: int, *, by: By) -> int:
    """Have an outlet's latest kept pages read again; return how many. Raises BadInput."""
    outlet = _outlet(outlet_id)
    if outlet.state == OutletState.BLOCKED:
        raise BadInput("%(outlet)s is blocked", outlet=outlet.name)
    # A report's page of the last two weeks waits for its next look (next_look).
    waits = Q(step__in=("fetch", HELD), lease="", fetched_at__isnull=False)
    kept = Page.objects.filter(Q(due_at=None) | waits, outlet=outlet, content__isnull=False)
    pages = list(kept.order_by("-pk").values_list("pk", flat=True)[:MOST_READ_AGAIN])
    if not pages:
        raise BadInput(
            "no page of %(outlet)s is kept that is not being read now", outlet=outlet.name
        )
    Page.objects.filter(pk__in=pages).update(step="extract", due_at=by.now, **BEGUN_ANEW)
    _log("reread", outlet, by, {}, {"pages": len(pages)})
    return len(pages)


_DEEDS: Final = {
    OutletState.ON: "resume", OutletState.PAUSED: "pause", OutletState.BLOCKED: "block"
}  # fmt: skip


def _take_up_pages(outlet: Outlet, *, now: datetime) -> None:
    """Go on with the pages that waited when the outlet was blocked.

    Of a recent report nobody knows whether it waited for its next look or for the reading of what
    one had brought: it is read, which changes nothing where nothing is new, and then looked at
    again in time.
    """
    stopped = Page.objects.filter(outlet=outlet, step="", due_at=None)
    unread = Q(health="") | Q(health__in=REPORTS, seen_at__gte=now - LAST_AGE)
    unread |= Q(health__in=SPEECHLESS, transcript__isnull=False, transcript__asked_at=None)
    kept = stopped.filter(unread, content__isnull=False)
    kept.update(step="extract", due_at=now, **BEGUN_ANEW)
    stopped.filter(health="", content=None).update(step="fetch", due_at=now, **BEGUN_ANEW)


def terms_of(outlet: Outlet) -> tuple[Any, ...]:
    """Return what the form of an outlet's terms shows: the facts of its version."""
    return tuple(getattr(outlet, name) for name in TERMS)


def _outlet(outlet_id: int) -> Outlet:
    outlet = Outlet.objects.select_for_update().filter(pk=outlet_id).first()
    if outlet is None:
        raise BadInput("no outlet %(outlet)s", outlet=outlet_id)
    return outlet


def _check_terms(terms: Mapping[str, Any]) -> None:
    strange = sorted(set(terms) - set(TERMS))
    if strange:
        raise BadInput("not to be set: %(names)s", names=", ".join(strange))
    if terms.get("policy", "excerpt") not in PublicationPolicy.values:
        raise BadInput("the policy is headline, excerpt or full")
    if not 1 <= terms.get("excerpt_words", 1) <= _MOST_WORDS:
        raise BadInput("an excerpt has 1 to %(most)s words", most=_MOST_WORDS)
    if not _LANG.fullmatch(terms.get("lang", "")):
        raise BadInput("the language is a tag such as en, ar or pt-BR, or empty")
    if not _COUNTRY.fullmatch(terms.get("country", "")):
        raise BadInput("the country is two capital letters, such as GB, or empty")


def _log(
    deed: str, outlet: Outlet, by: By, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    done = Done(
        deed=f"outlet.{deed}", subject=outlet.pk, name=outlet.name, before=before, after=after
    )
    log_deed(done, by=by)
