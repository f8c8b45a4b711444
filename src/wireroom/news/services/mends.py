"""Filing what editors do to stories: each deed one transaction, one row of the log."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q

from wireroom.engine.errors import BadInput
from wireroom.engine.stories.explain import explain_mend
from wireroom.engine.stories.mends import MOST_ANCHORS
from wireroom.news.models import Article, Deed, LoggedDeed, Membership, Mend, Shard, Story
from wireroom.news.queries.mends import SAID
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.events import ask_for_ties_anew, loosen, tie_both
from wireroom.news.services.leases import BEGUN_ANEW
from wireroom.news.services.regroup import lead_on
from wireroom.news.services.tags import ask_for_tags

# Of so many articles of a story a mend says where they belong; others follow them in repair.
MOST_NAMED: Final = 300
_MOST_TOLD: Final = 50  # articles that a line of the log names; the mend has all
Faces = Callable[[Sequence[int]], None]


@dataclass(frozen=True, slots=True)
class Mending:
    """One deed, by whom, when and why.

    `renew_faces` is given the stories that changed, inside the transaction: what was withdrawn is
    gone from every page when it ends.
    """

    by: str
    why: str
    now: datetime
    renew_faces: Faces

    @transaction.atomic
    def move(self, article_id: int, story_id: int) -> Mend:
        """Put an article into another story of its language."""
        old, new = self._story(self._where(article_id)), self._story(story_id)
        if old.pk == new.pk:
            raise BadInput("article %(article)s stands in story %(story)s already",
                           article=article_id, story=new.pk)  # fmt: skip
        self._take_language(old, new)
        if self._where(article_id) != old.pk:
            raise BadInput("article %(article)s was moved just now: look again", article=article_id)
        with_, left = _members(new), _members(old)
        return self._put(
            Deed.MOVE, old, new, [article_id], with_, [one for one in left if one != article_id]
        )

    @transaction.atomic
    def split(self, story_id: int, article_ids: Sequence[int]) -> Mend:
        """Make a story of its own of some of a story's articles."""
        old = self._story(story_id)
        self._take_language(old)
        members = _members(old)
        parted = list(dict.fromkeys(article_ids))
        strangers = sorted(set(parted) - set(members))
        if strangers:
            raise BadInput("not in story %(story)s: %(articles)s",
                           story=story_id, articles=", ".join(map(str, strangers)))  # fmt: skip
        rest = [one for one in members if one not in set(parted)]
        if not parted or not rest:
            raise BadInput("story %(story)s has to keep an article, and to lose one",
                           story=story_id)  # fmt: skip
        new = Story.objects.create(lang=old.lang, storyline_id=old.storyline_id)
        return self._put(Deed.SPLIT, old, new, parted, parted, rest)

    @transaction.atomic
    def merge(self, story_id: int, into_id: int) -> Mend:
        """Put all of a story's articles into another story, to which its address then leads."""
        old, new = self._story(story_id), self._story(into_id)
        if old.pk == new.pk:
            raise BadInput("story %(story)s cannot be merged into itself", story=story_id)
        self._take_language(old, new)
        members = _members(old)
        return self._put(Deed.MERGE, old, new, members, _members(new), [], moved=members)

    @transaction.atomic
    def tie(self, story_id: int, other_id: int) -> Mend:
        """Say that two stories, of two languages, tell one event."""
        one, other = self._story(story_id), self._story(other_id)
        if one.lang == other.lang:
            raise BadInput("both stories are in %(lang)s: merge them instead", lang=one.lang)
        _lock([one.pk, other.pk])
        tie_both(one, other, why=self.why)
        ask_for_tags([one.pk, other.pk], now=self.now)
        mend = self._log(
            Deed.TIE, story=one.pk, lang=one.lang, into=other.pk,
            subject=_members(one)[:MOST_ANCHORS], together=_members(other)[:MOST_ANCHORS],
        )  # fmt: skip
        ask_for_ties_anew(now=self.now)
        return mend

    @transaction.atomic
    def untie(self, story_id: int) -> Mend:
        """Say that a story tells another event than those of other languages it is tied to."""
        story = self._story(story_id)
        others = list(Story.objects.filter(event=story.event_id).exclude(pk=story.pk))
        if story.event_id is None or not others:
            raise BadInput("story %(story)s is tied to none of another language", story=story_id)
        _lock([story.pk, *(other.pk for other in others)])
        apart = [one for other in others for one in _members(other)[:MOST_ANCHORS]]
        mend = self._log(
            Deed.UNTIE, story=story.pk, lang=story.lang,
            subject=_members(story)[:MOST_ANCHORS], apart=apart[:MOST_NAMED],
        )  # fmt: skip
        loosen([story.pk])
        ask_for_ties_anew(now=self.now)
        return mend

    @transaction.atomic
    def pin(self, story_id: int, *, hours: float) -> Mend:
        """Keep a story on top of its edition's front for some hours."""
        if not 0 < hours <= 24 * 14:
            raise BadInput("cannot pin for %(hours)s hours: more than 0, at most 336",
                           hours=f"{hours:g}")  # fmt: skip
        story, until = self._story(story_id), self.now + timedelta(hours=hours)
        self._take_language(story)
        Story.objects.filter(pk=story.pk).update(pinned_until=until)
        mend = self._log(Deed.PIN, story=story.pk, lang=story.lang, until=until)
        self._renew([story.pk])
        return mend

    @transaction.atomic
    def lead(self, story_id: int, article_id: int) -> Mend:
        """Have one of a story's reports lead it: its headline and picture are the story's."""
        story = self._story(story_id)
        self._take_language(story)
        if self._where(article_id) != story.pk:
            raise BadInput("article %(article)s does not stand in story %(story)s",
                           article=article_id, story=story_id)  # fmt: skip
        mend = self._log(Deed.LEAD, story=story.pk, lang=story.lang, subject=[article_id])
        self._renew([story.pk])
        return mend

    @transaction.atomic
    def spike_article(self, article_id: int) -> Mend:
        """Withdraw an article from every page and from its story's coverage."""
        article = Article.objects.filter(pk=article_id, spiked_at=None).first()
        if article is None:
            raise BadInput("no article %(article)s, or it was spiked before", article=article_id)
        place = Membership.objects.select_related("story").filter(article=article_id).first()
        story = place.story if place else None
        lang = story.lang if story else article.lang.split("-", 1)[0].lower()
        self._take_languages([lang])
        return self._withdraw([article_id], lang=lang)

    @transaction.atomic
    def spike_story(self, story_id: int) -> Mend:
        """Withdraw a story and all articles that it has now."""
        story = self._story(story_id)
        self._take_language(story)
        return self._withdraw(_members(story), lang=story.lang, whole=story)

    @transaction.atomic
    def undo(self, mend_id: int) -> Mend:
        """Take a mend back: what it moved returns, unless a later mend moved it on."""
        mend = Mend.objects.filter(pk=mend_id).first()
        if mend is None or mend.undone_at is not None:
            raise BadInput("no mend %(mend)s, or it was undone before", mend=mend_id)
        if mend.deed not in (Deed.TIE, Deed.UNTIE):
            self._take_languages([mend.lang])
        # Looked at again once the language is ours: of two who undo it, one does.
        undone = Mend.objects.filter(pk=mend_id, undone_at=None).update(
            undone_at=self.now, undone_by=self.by[:100], undone_why=self.why[:400]
        )
        if not undone:
            raise BadInput("mend %(mend)s was undone before", mend=mend_id)
        _lock([mend.story, mend.into, *(row[1] for row in mend.places)])
        touched = _UNDO[Deed(mend.deed)](self, mend)
        self._renew(sorted(touched))
        mend.refresh_from_db()
        # Few lines are of this kind, and they are found by it.
        is_report = LoggedDeed.objects.filter(deed="article.spike", mend=mend.pk).exists()
        self._tell(mend, f"undo-{mend.deed}", is_report=is_report)
        return mend

    def _put(
        self,
        deed: Deed,
        old: Story,
        new: Story,
        subject: Sequence[int],
        together: Sequence[int],
        apart: Sequence[int],
        *,
        moved: Sequence[int] = (),
    ) -> Mend:
        rows = list(Membership.objects.filter(article__in=moved or subject, story=old))
        mend = self._log(
            deed, story=old.pk, lang=old.lang, into=new.pk, places=_kept(rows),
            subject=list(subject)[:MOST_NAMED], together=list(together)[:MOST_NAMED],
            apart=list(apart)[:MOST_NAMED],
        )  # fmt: skip
        said = explain_mend(SAID[deed], self.why)[:500]
        for row in rows:
            row.story, row.why, row.score, row.assigned_at = new, said, 0.0, self.now
        columns = ["story", "why", "score", "assigned_at"]
        Membership.objects.bulk_update(rows, columns, batch_size=500)
        lead_on({row.article_id: old.pk for row in rows}, {row.article_id: new.pk for row in rows})
        self._renew([old.pk, new.pk])
        return mend

    def _withdraw(self, articles: Sequence[int], *, lang: str, whole: Story | None = None) -> Mend:
        # Read once the language is ours: it may have been moved while we waited.
        rows = list(Membership.objects.filter(article__in=articles))
        story = whole.pk if whole else next((row.story_id for row in rows), None)
        touched = [story] if story is not None else []
        _lock(touched)
        mend = self._log(
            Deed.SPIKE, is_report=whole is None, story=story, lang=lang,
            subject=list(articles), places=_kept(rows),
        )  # fmt: skip
        Article.objects.filter(pk__in=articles).update(spiked_at=self.now)
        Membership.objects.filter(article__in=articles).delete()
        Story.objects.filter(pk__in=touched, memberships=None).update(spiked_at=self.now)
        self._renew(touched)
        return mend

    def _log(
        self,
        deed: Deed,
        *,
        story: int | None,
        lang: str,
        is_report: bool = False,
        **columns: object,
    ) -> Mend:
        facts: dict[str, object] = {
            "story": story, "lang": lang,
            "made_at": self.now, "made_by": self.by[:100], "why": " ".join(self.why.split())[:400],
        }  # fmt: skip
        mend = Mend.objects.create(deed=deed, **(facts | columns))
        self._tell(mend, str(deed), is_report=is_report)
        return mend

    def _tell(self, mend: Mend, did: str, *, is_report: bool) -> None:
        """Add the deed to the desk's log; where it was done to a report, it names that alone."""
        named = mend.subject[:1] if is_report else []
        outlets = Article.objects.filter(pk__in=named).values_list("outlet__name", flat=True)
        after = {"into": mend.into, "until": mend.until and mend.until.isoformat()}
        log_deed(
            Done(
                deed=f"{'article' if is_report else 'story'}.{did}",
                subject=named[0] if named else mend.story,
                name=outlets.first() or "",
                mend=mend.pk,
                before={} if is_report else {"articles": mend.subject[:_MOST_TOLD]},
                after={name: value for name, value in after.items() if value},
            ),
            by=By(who=self.by, why=self.why, now=self.now),
        )  # fmt: skip

    def _renew(self, stories: Sequence[int]) -> None:
        changed = Story.objects.filter(pk__in=stories)
        changed.update(step="publish", due_at=self.now, **BEGUN_ANEW)
        self.renew_faces(stories)

    def _where(self, article_id: int) -> int:
        place = Membership.objects.filter(article=article_id).first()
        if place is None:
            raise BadInput("article %(article)s stands in no story", article=article_id)
        return place.story_id

    def _story(self, story_id: int) -> Story:
        story = Story.objects.filter(pk=story_id).first()
        if story is None or story.spiked_at is not None:
            raise BadInput("no story %(story)s, or it was spiked", story=story_id)
        if story.merged_into_id is not None:
            raise BadInput("story %(story)s was merged into %(into)s: name that",
                           story=story_id, into=story.merged_into_id)  # fmt: skip
        return story

    def _take_language(self, *stories: Story) -> None:
        langs = sorted({story.lang for story in stories})
        if len(langs) > 1:
            raise BadInput("the stories are in different languages: %(langs)s",
                           langs=", ".join(langs))  # fmt: skip
        self._take_languages(langs)
        _lock([story.pk for story in stories])
        for story in stories:  # it may have been merged while we waited for the language
            self._story(story.pk)

    def _take_languages(self, langs: Sequence[str]) -> None:
        """Take languages from who holds them until the transaction ends.

        A coordinator notices by its fence, drops what it was about to file and builds its index
        anew from the tables; a replay that began before is not filed.
        """
        for lang in langs:
            Shard.objects.get_or_create(lang=lang)
            Shard.objects.filter(lang=lang).update(
                holder="", held_until=None, step="repair", due_at=self.now, **BEGUN_ANEW
            )
            of_lang = Q(lang=lang) | Q(lang__startswith=f"{lang}-")
            waiting = Article.objects.filter(
                of_lang, step__in=["match", "assign"], due_at__isnull=False
            )
            waiting.exclude(lease="").update(due_at=self.now, lease="", attempts=F("attempts") - 1)

    def _return(self, mend: Mend) -> set[int]:
        """Bring the articles back to where they stood, where they still stand where it put them."""
        kept = {row[0]: row for row in mend.places}
        rows = list(Membership.objects.filter(article__in=kept, story=mend.into))
        stories = Story.objects.filter(spiked_at=None).in_bulk({row[1] for row in mend.places})
        # Nothing returns to a story that was spiked since.
        rows = [row for row in rows if kept[row.article_id][1] in stories]
        left = {row.article_id: row.story_id for row in rows}
        for row in rows:
            _, row.story_id, row.why, row.score = kept[row.article_id]
        Membership.objects.bulk_update(rows, ["story", "why", "score"], batch_size=500)
        back = {row.story_id for row in rows}
        Story.objects.filter(pk__in=back).update(merged_into=None)
        lead_on(left, {row.article_id: row.story_id for row in rows})
        return {*left.values(), *back}

    def _restore(self, mend: Mend) -> set[int]:
        """Give spiked articles their places again."""
        if not Article.objects.filter(pk__in=mend.subject).exists():
            raise BadInput("what mend %(mend)s withdrew was taken down since: it is not kept",
                           mend=mend.pk)  # fmt: skip
        others = Mend.objects.filter(deed=Deed.SPIKE, undone_at=None, lang=mend.lang)
        still = {one for other in others for one in other.subject}
        back = set(mend.subject) - still
        Article.objects.filter(pk__in=back).update(spiked_at=None)
        there = set(Article.objects.filter(pk__in=back).values_list("pk", flat=True))
        stories = {row[1] for row in mend.places if row[0] in there}
        known = Story.objects.in_bulk(stories)
        Membership.objects.bulk_create(
            [
                Membership(
                    article_id=article, story_id=story, why=why, score=score, assigned_at=self.now
                )
                for article, story, why, score in mend.places
                if article in there and story in known
            ],
            ignore_conflicts=True,
        )
        Story.objects.filter(pk__in=known).update(spiked_at=None, merged_into=None)
        placed = {row[0] for row in mend.places if row[1] in known}
        # What came to no story before it was spiked is assigned as if it came now.
        Article.objects.filter(pk__in=there - placed).update(step="assign", due_at=self.now)
        return set(known)

    def _unpin(self, mend: Mend) -> set[int]:
        if mend.story is None:
            return set()
        Story.objects.filter(pk=mend.story, pinned_until=mend.until).update(pinned_until=None)
        return {mend.story}

    def _unlead(self, mend: Mend) -> set[int]:
        """Let the reports themselves say who leads again, or the editor's choice before."""
        return set() if mend.story is None else {mend.story}

    def _loosen(self, mend: Mend) -> set[int]:
        """Have the languages looked at anew, as if the editor had said nothing."""
        if mend.deed == Deed.TIE and mend.story is not None:
            loosen([mend.story])
        ask_for_ties_anew(now=self.now)
        return set()


_UNDO: Final[dict[Deed, Callable[[Mending, Mend], set[int]]]] = {
    Deed.MOVE: Mending._return,
    Deed.SPLIT: Mending._return,
    Deed.MERGE: Mending._return,
    Deed.SPIKE: Mending._restore,
    Deed.PIN: Mending._unpin,
    Deed.LEAD: Mending._unlead,
    Deed.TIE: Mending._loosen,
    Deed.UNTIE: Mending._loosen,
}


def _lock(stories: Iterable[int | None]) -> None:
    """Lock stories in the order in which publishing does: nobody waits in a circle."""
    known = {story for story in stories if story is not None}
    list(Story.objects.select_for_update().filter(pk__in=known).order_by("pk").values_list("pk"))


def _members(story: Story) -> list[int]:
    """Return a story's articles, its lead first, then in order of time."""
    rows = Membership.objects.filter(story=story).order_by("article__sort_at", "article_id")
    articles = list(rows.values_list("article_id", flat=True))
    return sorted(articles, key=lambda one: one != story.lead_id)


def _kept(rows: Iterable[Membership]) -> list[list[object]]:
    return [[row.article_id, row.story_id, row.why, row.score] for row in rows]
