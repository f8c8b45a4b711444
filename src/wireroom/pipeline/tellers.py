"""The reports of an event in all its languages, with what is known of their outlets."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import Exists, F, OuterRef, Q

from wireroom.engine.insight.perspectives.choose import choose_read
from wireroom.engine.insight.perspectives.gaps import Gap, Publisher, find_gaps
from wireroom.engine.insight.perspectives.teller import Teller
from wireroom.engine.insight.perspectives.whose import CARRIED, whose_text
from wireroom.engine.stories.terms import base_language
from wireroom.engine.types import Health
from wireroom.news.briefs import read_quotes
from wireroom.news.models import Article, ArticleInsight, Membership, Outlet, Revision, Story
from wireroom.news.queries.lineage import Carrying, trace_lineages
from wireroom.pipeline.shared_texts import shared_texts

# An outlet that has published nothing for so long leaves nothing out.
_PUBLISHES: Final = timedelta(days=14)
_COLUMNS: Final = (
    "story_id",
    "article_id",
    "article__outlet__name",
    "article__outlet__country",
    "article__outlet__owner_type",
    "article__outlet__ai_allowed",
    "article__ai_reserved",
    "article__lang",
    "article__health",
    "article__wire_credit",
    "article__sort_at",
)


class Told(NamedTuple):
    """An event as one of its stories shows it: who tells it, and who does not."""

    tellers: Sequence[Teller] = ()
    gaps: Sequence[Gap] = ()


def read_told(stories: Sequence[int], *, now: datetime) -> Mapping[int, Told]:
    """Return by story who tells its event, in any language: at most seven queries."""
    events = _stories_of_events(stories)
    several = {other for others in events.values() for other in others}
    members = _members(sorted(several))
    publishers = _publishers(now)
    tellers = {
        story: [teller for other in others for teller in members.get(other, ())]
        for story, others in events.items()
    }
    texts = _texts(tellers)
    return {
        story: Told(
            tellers=[texts.get(one.article, one) for one in told],
            gaps=find_gaps(
                publishers,
                [one.outlet for one in told],
                texts=len({one.voice for one in told}),
            ),
        )
        for story, told in tellers.items()
    }


def _stories_of_events(stories: Sequence[int]) -> dict[int, list[int]]:
    """Return by story all stories of its event, itself first."""
    events = dict(Story.objects.filter(pk__in=stories).values_list("pk", "event_id"))
    shown = Q(event__in={event for event in events.values() if event}, merged_into=None)
    others: defaultdict[int, list[int]] = defaultdict(list)
    for pk, event in Story.objects.filter(shown, rank__isnull=False).values_list("pk", "event_id"):
        others[event].append(pk)
    return {
        story: [story, *sorted(one for one in others.get(event or 0, ()) if one != story)]
        for story, event in events.items()
    }


def _members(stories: Sequence[int]) -> dict[int, list[Teller]]:
    """Return the reports of stories without their texts."""
    placed: defaultdict[int, list[Sequence[Any]]] = defaultdict(list)
    rows = Membership.objects.filter(story__in=stories, article__spiked_at=None)
    for row in rows.order_by("article__sort_at", "article_id").values_list(*_COLUMNS):
        placed[row[0]].append(row)
    shared = shared_texts([story for story, told in placed.items() if len(told) > 1])
    found = {}
    for story, told in placed.items():
        lineages = trace_lineages([row[1] for row in told], shared.get(story, ()))
        carried = {
            one.carrier: replace(one, original=lineage.original)
            for lineage in lineages
            for one in lineage.carriers
        }
        found[story] = [_teller(row, carried.get(row[1])) for row in told]
    return found


def _teller(row: Sequence[Any], carrying: Carrying | None) -> Teller:
    _, article, outlet, country, owner, machines, reserved, lang, health, credit, at = row
    share = carrying.share if carrying else 0.0
    voice = carrying.original if carrying and share >= CARRIED else article
    return Teller(
        article=str(article),
        outlet=outlet,
        voice=str(voice),
        lang=lang,
        country=country,
        owner=owner,
        text=whose_text(share, credit=credit, outlet=outlet),
        at=at,
        may_be_read=machines and not reserved and health == Health.ARTICLE,
    )


def _texts(tellers: Mapping[int, Sequence[Teller]]) -> dict[str, Teller]:
    """Return those that are read with their texts."""
    chosen = {
        int(one.article): one
        for told in tellers.values()
        for one in (told[number] for number in choose_read(told))
    }
    insights = ArticleInsight.objects.in_bulk(chosen)
    latest = Revision.objects.filter(article__in=chosen, number=F("article__revision_count"))
    found = {}
    for text in latest.only("article_id", "number", "headline", "body"):
        known = insights.get(text.article_id)
        is_known = known is not None and known.revision == text.number
        found[str(text.article_id)] = replace(
            chosen[text.article_id],
            revision=text.number,
            title=text.headline,
            body=text.body,
            quotes=read_quotes(known.quotes, text.body) if known and is_known else None,
        )
    return found


def _publishers(now: datetime) -> list[Publisher]:
    """Return the outlets that published anything of late."""
    lately = Article.objects.filter(outlet=OuterRef("pk"), sort_at__gte=now - _PUBLISHES)
    rows = Outlet.objects.filter(Exists(lately), is_aggregator=False).order_by("pk")
    return [
        Publisher(outlet=name, country=country, lang=_language(lang), owner=owner)
        for name, country, lang, owner in rows.values_list("name", "country", "lang", "owner_type")
    ]


def _language(lang: str) -> str:
    return base_language(lang) if lang else ""
