"""The stage publish: a story's face made anew after its coverage changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Substr

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.stories.asides import OPENING_CHARS
from wireroom.engine.stories.rank import PINNED
from wireroom.engine.stories.terms import base_language
from wireroom.news.identity import name_key
from wireroom.news.models import Membership, Revision, Story
from wireroom.news.queries.mends import read_chosen_leads
from wireroom.news.services.stories import file_faces
from wireroom.pipeline.citing import add_cited
from wireroom.pipeline.crowds import count_crowds
from wireroom.pipeline.faces import Covering, Face, make_face
from wireroom.pipeline.foreign import read_foreign
from wireroom.pipeline.naming import name_stories
from wireroom.pipeline.shared_texts import shared_texts
from wireroom.pipeline.stage import MANY, Stage


class Publish(Stage[Story]):
    """Gather the coverage of several stories, decide inline, file the faces."""

    step = "publish"
    model = Story
    lease_s = 60.0
    in_flight = MANY
    together = MANY // 2

    def start(self, rows: Sequence[Story], *, now: datetime) -> list[Future[Any]]:
        stories = [row.pk for row in rows]
        faces = make_faces(rows)
        return [self.executors.inline.submit(faces.__getitem__, pk) for pk in stories]

    def file(self, done: Sequence[tuple[Story, Face | None]], *, now: datetime) -> None:
        leads = {row.pk: face.lead_id for row, face in done if face and _is_unnamed(row, face)}
        names = name_stories(leads)
        faces = [(row, _columns_of(row, face, now=now) if face else {}) for row, face in done]
        file_faces(faces, names=names, now=now)


def _is_unnamed(row: Story, face: Face) -> bool:
    """Tell whether the story's names are not known: a lead keeps those it became the lead with."""
    return row.lead_id != face.lead_id or not row.rare_names


def make_faces(rows: Sequence[Story]) -> dict[int, Face | None]:
    """Decide how stories look by their coverage of now."""
    stories = [row.pk for row in rows]
    coverage = _with_openings(add_cited(_coverage(stories)))
    shared = shared_texts([pk for pk in stories if len(coverage.get(pk, ())) > 1])
    foreign = read_foreign(stories)
    crowds = count_crowds(coverage)
    leads = read_chosen_leads(stories)
    return {
        row.pk: make_face(
            coverage.get(row.pk, ()),
            shared.get(row.pk, ()),
            lang=row.lang,
            home=settings.WIREROOM_COUNTRIES.get(base_language(row.lang), ""),
            crowd=crowds.get(row.pk, 0),
            foreign=foreign.get(row.pk),
            chosen=leads.get(row.pk),
        )
        for row in rows
    }


def pinned_rank(story: Story, rank: float, *, now: datetime) -> float:
    """Return the rank, above all others while an editor's pin holds."""
    return rank + PINNED if _is_pinned(story, now) else rank


def _columns_of(story: Story, face: Face, *, now: datetime) -> dict[str, Any]:
    # A pinned story is due again when its pin ends: its face is then made without.
    due = {"step": "publish", "due_at": story.pinned_until} if _is_pinned(story, now) else {}
    rank = pinned_rank(story, face.rank, now=now)
    return {"step": "", "due_at": None, **asdict(face), "rank": rank, **due}


def _is_pinned(story: Story, now: datetime) -> bool:
    return story.pinned_until is not None and story.pinned_until > now


_COLUMNS = (
    "story_id",
    "article_id",
    "article__outlet_id",
    "article__outlet__name",
    "article__outlet__owner",
    "article__outlet__country",
    "article__headline",
    "article__section",
    "article__sort_at",
    "article__word_count",
    "article__image_url",
    "article__platform__name",
    "article__wire_credit",
    "article__revision_count",
)


def _coverage(stories: Sequence[int]) -> Mapping[int, Sequence[Covering]]:
    rows = list(Membership.objects.filter(story__in=stories).values_list(*_COLUMNS))
    revised = _revision_times([row[1] for row in rows if row[-1] > 1])
    found = defaultdict(list)
    for row in rows:
        found[row[0]].append(_covering(row, revised.get(row[1])))
    return found


def _covering(row: Sequence[Any], revised_at: datetime | None) -> Covering:
    (_, article, outlet_id, outlet, owner, country, headline, section, at, words) = row[:10]
    image_url, platform, credit, _ = row[10:]
    return Covering(
        article=article,
        outlet_id=outlet_id,
        outlet=outlet,
        owner=name_key(owner) if owner else "",
        country=country,
        headline=headline,
        section=section,
        at=at,
        chars=6 * words,  # near enough to tell a full report from a brief
        has_image=bool(image_url),
        revised_at=revised_at,
        platform=platform or "",
        agency=canonical_agency(credit) or "" if credit else "",
    )


def _with_openings(
    coverage: Mapping[int, Sequence[Covering]],
) -> Mapping[int, Sequence[Covering]]:
    """Add how the reports open to stories in which there may be asides: one query."""
    told = [members for members in coverage.values() if len({one.outlet for one in members}) > 2]
    articles = [one.article for members in told for one in members]
    if not articles:
        return coverage
    rows = Revision.objects.filter(article__in=articles, number=F("article__revision_count"))
    openings = dict(rows.values_list("article_id", Substr("body", 1, OPENING_CHARS)))
    return {
        story: [replace(one, opening=openings.get(one.article, "")) for one in members]
        for story, members in coverage.items()
    }


def _revision_times(articles: Sequence[int]) -> dict[int, datetime]:
    if not articles:
        return {}
    rows = Revision.objects.filter(article__in=articles, number__gt=1).order_by("number")
    return dict(rows.values_list("article_id", "seen_at"))
