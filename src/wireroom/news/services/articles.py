"""Filing what was read from a page: articles, their revisions, and what is to be matched."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.addresses import site_of
from wireroom.engine.reading import Reading
from wireroom.engine.terms import join_terms, split_terms
from wireroom.engine.types import Article as ReadArticle
from wireroom.engine.types import Health, Role
from wireroom.news.identity import (
    headline_identity,
    headline_key,
    is_on_web,
    text_identity,
    url_identity,
)
from wireroom.news.mapping import content_hash, is_repeated, revision_columns, structure_columns
from wireroom.news.models import Article, Outlet, OutletState, Page, Revision
from wireroom.news.queries.take_downs import taken_keys
from wireroom.news.queries.transcripts import to_be_heard
from wireroom.news.services.announced import announced_reading, complete
from wireroom.news.services.copies import forget_copies
from wireroom.news.services.drafts import GROUPED, Draft, file_new, first_met, keep_prints
from wireroom.news.services.elsewhere import GONE_HEALTH, find_elsewhere
from wireroom.news.services.emptied import keep_page_away
from wireroom.news.services.feeds import URL_LENGTH
from wireroom.news.services.leases import finish, finish_all
from wireroom.news.services.memories import learn_pages
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.news.services.pages import TERMS_LENGTH, look_sooner, next_look
from wireroom.news.services.reading_days import count_readings, day_of
from wireroom.news.services.search import ask_for_index
from wireroom.news.services.transcripts import listening

# These pages are no reports: the page row keeps the reason, no article is made.
NO_ARTICLE: Final = frozenset(
    {Health.AUTHOR_PAGE, Health.SECTION_FRONT, Health.CONSENT, Health.ERROR_PAGE}
)


@transaction.atomic
def file_readings(read: Sequence[tuple[Page, Sequence[Reading]]], *, now: datetime) -> int:
    """File what pages held and end their claims; return how many articles are to be matched.

    Filing the same readings again changes nothing. Raises LeaseLost, and has then filed none.
    """
    healths = [(page, _health(held)) for page, held in read]
    heard = to_be_heard(healths)
    notes = [_note(health, held) for (_, health), (_, held) in zip(healths, read, strict=True)]
    finish_all(
        [
            (
                page,
                {
                    **_read_columns(page, health, note, now=now),
                    **(listening(now=now) if page.pk in heard else {}),
                    "terms": _terms(page, held),
                },
            )
            for (page, health), note, (_, held) in zip(healths, notes, read, strict=True)
        ]
    )
    count_readings(healths, now=now)
    read = [(page, held) for page, held in read if page.pk not in heard]  # they come again
    drafts = _drafts(read, now=now)
    fresh = first_met(drafts)
    grouped = file_new(fresh, now=now)
    new = {id(draft) for draft in fresh}
    grouped += sum(_file_draft(draft, now=now) for draft in drafts if id(draft) not in new)
    learn_pages(read, now=now)
    return grouped


def _read_columns(page: Page, health: str, note: str, *, now: datetime) -> dict[str, Any]:
    day = day_of(page, now=now)
    look = next_look(page, now=now, health=health)
    return {**look, "health": health, "health_note": note, "counted_on": day}


def _terms(page: Page, readings: Sequence[Reading]) -> str:
    stated = readings[0].terms if readings else ()
    return join_terms(split_terms(page.terms), stated)[:TERMS_LENGTH]


def _health(readings: Sequence[Reading]) -> str:
    return (readings[0].article.health if readings else Health.EMPTY).value


def _note(health: str, readings: Sequence[Reading]) -> str:
    """Say why a page is no report, as far as the reader told."""
    if health in GROUPED_VALUES:
        return ""
    return "; ".join(readings[0].article.warnings if readings else ())[:500]


@transaction.atomic
def file_unreadable(page: Page, reason: str, note: str, *, now: datetime) -> None:
    """Keep a page that cannot be read with its reason; its announced headline is shown alone."""
    health, day = reason[:20], day_of(page, now=now)
    is_heard = bool(to_be_heard([(page, health)]))
    due = listening(now=now) if is_heard else {}
    finish(page, **due, health=health, health_note=note[:500], counted_on=day)
    count_readings([(page, health)], now=now)
    if is_heard:
        return
    if page.title and not Article.objects.filter(page=page).exists():
        for draft in _drafts([(page, [announced_reading(page)])], now=now):
            _file_draft(draft, now=now)


def _drafts(read: Sequence[tuple[Page, Sequence[Reading]]], *, now: datetime) -> list[Draft]:
    found = []
    for page, readings in read:
        for reading in readings:
            article = complete(reading.article, page)
            if article.title.strip() and article.health not in NO_ARTICLE:
                found.append(_draft(page, reading, article))
    return _wanted(found, now=now)


def _wanted(drafts: Sequence[Draft], *, now: datetime) -> list[Draft]:
    """Leave out what was taken down, wherever it is met, and what blocked outlets published."""
    keys = {id(draft): _known_by(draft) for draft in drafts}
    taken = taken_keys(key for known in keys.values() for key in known)
    wanted = []
    for draft in drafts:
        article = next((taken[key] for key in sorted(keys[id(draft)]) if key in taken), None)
        if article is not None and draft.read.role is Role.MAIN:
            keep_page_away(draft.page, article, now=now)
        elif article is None and draft.outlet.state != OutletState.BLOCKED:
            wanted.append(draft)
    return wanted


def _known_by(draft: Draft) -> set[str]:
    """Return what a draft may have been taken down as.

    Its headline alone tells where it has no address of its own, and nowhere else: under "Morning
    briefing" an outlet has another report every day.
    """
    slug = draft.outlet.slug
    keys = {draft.identity, text_identity(slug, content_hash(draft.read))}
    if draft.identity.startswith("h:"):
        keys.add(headline_identity(slug, draft.read.title))
    return keys | {url_identity(draft.url)} if draft.url else keys


def _draft(page: Page, reading: Reading, read: ReadArticle) -> Draft:
    outlet = _outlet(page, read)
    identity, url = _identity(page, read, outlet)
    return Draft(
        page=page,
        read=read,
        reading=reading,
        outlet=outlet,
        identity=identity,
        headline_key=headline_key(read.title),
        url=url,
    )


def _file_draft(draft: Draft, *, now: datetime) -> bool:
    known = _known(draft)
    if known is None:
        return bool(file_new([draft], now=now))
    _keep_second(draft, known)
    if _speaks_for(draft.page, draft.read, known):
        return _file_again(draft, known, now=now)
    return False


def _outlet(page: Page, read: ReadArticle) -> Outlet:
    """Return who published the report: the page's outlet, or the one an aggregator names."""
    carried = page.outlet.is_aggregator or read.role is Role.RELATED
    if not carried or not read.outlet:
        return page.outlet
    facts = OutletFacts(name=read.outlet, lang=read.lang, is_sample=page.outlet.is_sample)
    return file_outlet(facts)[0]


def _identity(page: Page, read: ReadArticle, outlet: Outlet) -> tuple[str, str]:
    """Return the identity and the publisher's address (empty where only a platform's is known)."""
    if outlet.pk != page.outlet_id:
        # The same report stands on many pages of an aggregator: outlet and headline name it.
        slug = f"{page.outlet.slug}/{outlet.slug}"
        return headline_identity(slug, read.title), _address(page, read)
    address = _address(page, read)
    if address:
        return url_identity(address), address if is_on_web(address) else ""
    return headline_identity(outlet.slug, read.title), ""


def _address(page: Page, read: ReadArticle) -> str:
    stated = read.canonical_url
    # A canonical address on another site is the origin of a carried report, or a forgery: the
    # carrier's article stays its own.
    if stated and len(stated) <= URL_LENGTH and site_of(stated) == site_of(page.url):
        return stated
    return page.url if read.role is Role.MAIN else ""


def _known(draft: Draft) -> Article | None:
    """Find the row: by identity, as the one met before without an address, or at another one."""
    same = Q(outlet=draft.outlet, headline_key=draft.headline_key, platform=None)
    if draft.identity.startswith("u:"):
        # Met without an address, below another article of its outlet: adopt that row.
        same &= Q(identity__startswith="h:")
    elif draft.read.role is not Role.NEXT:
        same = Q()
    own = Q(identity=draft.identity)
    rows = Article.objects.filter(own | same if same else own)
    known = min(rows, key=lambda row: (row.identity != draft.identity, row.pk), default=None)
    return known or find_elsewhere(draft)


def _speaks_for(page: Page, read: ReadArticle, known: Article) -> bool:
    """Say whether this page may change the article.

    Its own page may, the first to have it whole, and the one at the address to which it moved.
    """
    if page.pk == known.page_id:
        return True
    return read.role is Role.MAIN and (
        known.role != Role.MAIN.value or known.page.health == GONE_HEALTH
    )


def _keep_second(draft: Draft, known: Article) -> None:
    """Keep which page holds the text besides the one that speaks for the article from now on."""
    mains = known.role == Role.MAIN.value and draft.read.role is Role.MAIN
    if draft.page.pk != known.page_id and mains:
        adopts = _speaks_for(draft.page, draft.read, known)
        second = known.page_id if adopts else draft.page.pk
        Page.objects.filter(pk=second).update(second_of=known.pk)


def _file_again(draft: Draft, known: Article, *, now: datetime) -> bool:
    read, page = draft.read, draft.page
    latest = Revision.objects.get(article=known, number=known.revision_count)
    adopted = page.pk != known.page_id
    changed = latest.content_hash != content_hash(read) and not is_repeated(latest, read)
    if changed and read.health not in GROUPED and known.health in GROUPED_VALUES:
        return False  # what was readable before is not lost to a wall or an empty answer
    columns = draft.columns(seen_at=known.seen_at)
    if read.published is None:
        del columns["sort_at"]  # a page of an archive may have been seen long before it was filed
    # Its own page may tell its time and credit better than the page it was first met on: who
    # carries whom is then found anew, also for the same text.
    grouped = draft.is_grouped and (changed or adopted)
    if changed:
        # A fuller copy of a state that was first met elsewhere is no new state.
        # Nor is one from which more furniture was left out.
        cleaned = _is_cleaned(latest.body, draft)
        number = known.revision_count + (0 if adopted or cleaned else 1)
        Revision.objects.update_or_create(
            article=known, number=number, defaults={"seen_at": now, **revision_columns(read)}
        )
        columns |= {"revision_count": number}
        look_sooner(page, now=now)
    elif latest.content_hash == content_hash(read):
        _keep_structure(latest, read)
    if grouped:
        columns |= {"step": "match", "due_at": now, "lease": "", "attempts": 0, "dead_at": None}
        keep_prints([(known, draft.reading)])
        forget_copies(known)
    Article.objects.filter(pk=known.pk).update(page=page, **columns)
    ask_for_index([known.pk], now=now)
    return grouped


def _keep_structure(latest: Revision, read: ReadArticle) -> None:
    """Keep what a text is now known to look like: the same words, so no new revision."""
    columns = structure_columns(read)
    if any(getattr(latest, name) != value for name, value in columns.items()):
        Revision.objects.filter(pk=latest.pk).update(**columns)


def _is_cleaned(body: str, draft: Draft) -> bool:
    """Say whether a text is the kept one without what its outlet's memory has left out of it."""
    left_out = set(draft.reading.left_out)
    kept = [text for text in body.split("\n\n") if text not in left_out]
    return bool(left_out) and kept == list(draft.read.paragraphs)


GROUPED_VALUES: Final = frozenset(health.value for health in GROUPED)
