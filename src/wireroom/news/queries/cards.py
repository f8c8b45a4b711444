"""Outlets, reports and stories as lists show them: small values, already cut to the policy."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from wireroom.engine.stories.rank import PINNED
from wireroom.engine.text.words import words
from wireroom.news.openings import excerpt
from wireroom.news.pictures import shown_image
from wireroom.news.publication import (
    Excerpt,
    Policy,
    public_link,
    read_policy,
    shows_image,
)
from wireroom.news.queries.columns import ReportRow, StoryRow
from wireroom.news.queries.rows import Row, moment, moment_if_any, texts

# Outlets of the pages asked for lately: a card is made anew when any of its columns changes.
_OUTLETS_KEPT: Final = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCard:
    """Who publishes."""

    id: int
    slug: str
    name: str
    lang: str
    is_sample: bool
    is_aggregator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletTerms:
    """An outlet as lists show it, what of its reports may be shown, and the words of its names.

    `may_be_read` tells whether a machine may choose of its texts.
    """

    card: OutletCard
    policy: Policy
    may_be_read: bool
    names: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCard:
    """A picture that its outlet lets us show, at an address the pages may load."""

    url: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a report was published, as far as is known; `seen_at` always is."""

    published_at: datetime | None
    published_from: str
    updated_at: datetime | None
    seen_at: datetime
    sort_at: datetime

    @property
    def is_updated(self) -> bool:
        """Tell whether the outlet states an update that is not the publication itself."""
        if self.updated_at is None or self.published_at is None:
            return self.updated_at is not None
        return self.updated_at - self.published_at >= timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """One article in a list; `wire_credit` is empty where the outlet credits itself.

    `platform` is where it was found, if that is not its outlet: an aggregator, mostly.
    """

    id: int
    headline: str
    lang: str
    outlet: OutletCard
    platform: OutletCard | None
    times: Times
    opening: Excerpt
    image: ImageCard | None
    wire_credit: str
    dateline: str
    health: str
    link: str
    revision_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCard:
    """The report whose headline stands for a story."""

    id: int
    outlet: OutletCard
    lang: str
    opening: Excerpt
    image_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """One story in a list; `outlets_json` are the names of its outlets, in order of coverage.

    `sources_json` is which of them others carry (see queries/tree). Fronts alone read what stands
    last: the languages that tell the same event, what became of the lead's text, whether its
    reports give different values of one fact, and the key and slug of its foremost subject.
    """

    id: int
    headline: str
    lang: str
    section: str
    articles_count: int
    outlets_count: int
    independent_count: int
    outlets_json: str
    first_at: datetime | None
    last_at: datetime | None
    lead: LeadCard | None
    sources_json: str = "{}"
    is_pinned: bool = False  # by an editor, on top of its front
    also_in: tuple[str, ...] = ()
    is_revised: bool = False
    is_corrected: bool = False
    differs: bool = False
    subject: tuple[str, str] | None = None

    def outlet_names(self) -> tuple[str, ...]:
        """Return its outlets' names: of forty stories on a front, one lists them."""
        return texts(self.outlets_json)


@lru_cache(maxsize=_OUTLETS_KEPT)
def outlet_terms(columns: Row) -> OutletTerms:
    """Return an outlet of its columns, in the order of OUTLET_COLUMNS."""
    row_id, slug, name, name_en, lang, is_sample, is_aggregator, *terms = columns
    policy, most, images, machines = terms
    return OutletTerms(
        card=OutletCard(
            id=row_id,
            slug=slug,
            name=name,
            lang=lang,
            is_sample=bool(is_sample),
            is_aggregator=bool(is_aggregator),
        ),
        policy=read_policy(policy, most, images=bool(images)),
        may_be_read=bool(machines),
        names=(frozenset(words(name)), frozenset(words(name_en))),
    )


def image_card(row: ReportRow, policy: Policy) -> ImageCard | None:
    """Return the article's picture where the outlet allows it and a page can load it."""
    if not row.image_url or not shows_image(policy, health=row.health):
        return None
    url = shown_image(row.image_url)
    return ImageCard(url=url, caption=row.image_caption, credit=row.image_credit) if url else None


def times_of(row: ReportRow) -> Times:
    """Return the article's times."""
    return Times(
        published_at=moment_if_any(row.published_at),
        published_from=row.published_from,
        updated_at=moment_if_any(row.updated_at),
        seen_at=moment(row.seen_at),
        sort_at=moment(row.sort_at),
    )


def foreign_credit(wire_credit: str, outlet: OutletTerms) -> str:
    """Return the wire credit unless it names the outlet itself: an agency's own report.

    An agency credits itself by a part of its name or a longer form of it, so either may hold
    the other's words.
    """
    if not wire_credit:
        return ""
    credit = set(words(wire_credit))
    if any(name and (credit <= name or name <= credit) for name in outlet.names):
        return ""
    return wire_credit.strip()


def report_card(row: ReportRow, *, body: str = "", most_words: int = 40) -> ReportCard:
    """Return what lists show of an article."""
    outlet = outlet_terms(row.outlet)
    return ReportCard(
        id=row.id,
        headline=row.headline,
        lang=row.lang,
        outlet=outlet.card,
        platform=platform_card(row),
        times=times_of(row),
        opening=excerpt(
            outlet.policy,
            health=row.health,
            standfirst=row.standfirst,
            body=body,
            most_words=most_words,
        ),
        image=image_card(row, outlet.policy),
        wire_credit=foreign_credit(row.wire_credit, outlet),
        dateline=row.dateline,
        health=row.health,
        link=public_link(row.url),
        revision_count=row.revision_count,
    )


def platform_card(row: ReportRow) -> OutletCard | None:
    """Return where the article was found, if that is not its outlet."""
    if row.platform[0] is None or row.platform[0] == row.outlet[0]:
        return None
    return outlet_terms(row.platform).card


def story_card(row: StoryRow, *, body: str = "", most_words: int = 40) -> StoryCard:
    """Return what lists show of a story.

    The headline is the lead's as it stands now: a headline is always some outlet's own words.
    """
    has_lead = row.lead_id is not None
    return StoryCard(
        id=row.id,
        headline=row.lead_headline if has_lead else row.headline,
        lang=row.lead_lang if has_lead else row.lang,
        section=row.section,
        articles_count=row.articles_count,
        outlets_count=row.outlets_count,
        independent_count=row.independent_count,
        outlets_json=row.outlet_names,
        sources_json=row.sources,
        first_at=moment_if_any(row.first_at),
        last_at=moment_if_any(row.last_at),
        lead=_lead_card(row, row.lead_id, body, most_words) if row.lead_id is not None else None,
        is_pinned=(row.rank or 0.0) >= PINNED,
    )


def _lead_card(row: StoryRow, lead_id: int, body: str, most_words: int) -> LeadCard:
    outlet = outlet_terms(row.lead_outlet)
    shows = row.lead_image_url and shows_image(outlet.policy, health=row.lead_health)
    return LeadCard(
        id=lead_id,
        outlet=outlet.card,
        lang=row.lead_lang,
        opening=excerpt(
            outlet.policy,
            health=row.lead_health,
            standfirst=row.lead_standfirst,
            body=body,
            most_words=most_words,
        ),
        image_url=shown_image(row.lead_image_url) if shows else "",
    )
