"""Editors' mends: what they ask of repair, and the log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.stories import mends as engine
from wireroom.engine.stories.explain import explain_mend
from wireroom.engine.stories.ties import TieWish
from wireroom.news.models import Article, Deed, Membership, Mend, TakenDown

# What a place says of the deed that put it there; web/reasons says it in the reader's language.
SAID: Final = {
    Deed.MOVE: "moved this here",
    Deed.SPLIT: "parted this here",
    Deed.MERGE: "joined this here",
}


_TIES: Final = (Deed.TIE, Deed.UNTIE)
# What says of articles that they belong together or apart.
GROUPING: Final = (*SAID, *_TIES)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An editor spiked what is asked for."""


def read_mends(lang: str) -> tuple[engine.Mend, ...]:
    """Return what holds of a language, oldest first, as repair obeys it."""
    rows = Mend.objects.filter(lang=lang, undone_at=None, deed__in=list(SAID)).order_by("pk")
    return tuple(as_wishes(row) for row in rows)


def read_tie_wishes() -> tuple[TieWish, ...]:
    """Return what editors said of stories of two languages, the latest first.

    A mend names articles: it is about the stories in which they stand now.
    """
    rows = list(Mend.objects.filter(undone_at=None, deed__in=_TIES).order_by("-pk"))
    named = {one for row in rows for one in (*row.subject, *row.together, *row.apart)}
    places = Membership.objects.filter(article__in=named).values_list("article_id", "story_id")
    where = dict(places)
    return tuple(wish for row in rows for wish in _tie_wishes(row, where))


def _tie_wishes(row: Mend, where: Mapping[int, int]) -> Iterator[TieWish]:
    is_together = row.deed == Deed.TIE
    ones = {where[article] for article in row.subject if article in where}
    others = row.together if is_together else row.apart
    theirs = {where[article] for article in others if article in where}
    for one in sorted(ones):
        for other in sorted(theirs - ones):
            yield TieWish(one, other, is_together, row.why)


def as_wishes(row: Mend) -> engine.Mend:
    """Return what a mend asks for."""
    return engine.Mend(
        order=row.pk,
        subject=tuple(row.subject),
        together=tuple(row.together),
        apart=tuple(row.apart),
        why=explain_mend(SAID.get(Deed(row.deed), row.deed), row.why),
    )


def read_chosen_leads(stories: Sequence[int]) -> dict[int, int]:
    """Return by story the article that an editor chose to lead it: one short query."""
    rows = Mend.objects.filter(deed=Deed.LEAD, undone_at=None, story__in=stories).order_by("pk")
    return {row.story: row.subject[0] for row in rows if row.story is not None}


def is_withdrawn(article_id: int) -> bool:
    """Say whether an editor spiked an article, or it was taken down."""
    spiked = Article.objects.filter(pk=article_id, spiked_at__isnull=False)
    return spiked.exists() or TakenDown.objects.filter(article=article_id).exists()


def read_log() -> Iterator[Mend]:
    """Yield every mend, the latest first."""
    return Mend.objects.order_by("-pk").iterator(chunk_size=500)
