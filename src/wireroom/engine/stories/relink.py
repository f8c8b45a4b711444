"""Repair of a language too large to be replayed: what was touched is linked anew, nothing else.

Average linkage merges two groups only where some pair of theirs is above the bar. So it falls
apart into neighbourhoods: reports joined by such pairs, by one text, or by the story that they
stand in now. Linking one neighbourhood gives what linking everything would give for it.
"""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, TypeAlias

from wireroom.engine.stories.decide import Decision
from wireroom.engine.stories.explain import explain_linked, explain_new
from wireroom.engine.stories.index import StoryIndex
from wireroom.engine.stories.large import MERGED, find_large
from wireroom.engine.stories.linkage import MOST_LINKED, READILY, SURE, Linkage, given_again
from wireroom.engine.stories.placed import Nearby
from wireroom.engine.stories.replay import Replayed
from wireroom.engine.stories.said import Said, drop

# What is measured again may come out higher, by what it is given for it.
_LEAST_JOINED: Final = MERGED - READILY
# So many reports that are likely to tell one event, by what they said as they came in, are no
# rivals of each other even where they are not sure to: the more tell it, the commoner are its words
# and the nearer its own crowd. Without this, invented events of 5 to 12 reports fell apart on their
# way to more; that the bar is lower than for the sure keeps nothing else together, for they are
# measured again like all others.
_MANY: Final = 5
_LIKELY: Final = 0.5
# Reports whose hour is over that are seen to in one repair; .2 ms each, and a repair a minute.
_MOST_CLOSED: Final = 500

# Which articles carry whose text, and how much of it.
FindShares: TypeAlias = Callable[[Collection[int]], Mapping[int, Mapping[int, float]]]


def _no_shares(_articles: Collection[int]) -> Mapping[int, Mapping[int, float]]:
    return {}


@dataclass(slots=True)
class Relinker:
    """The odds between the reports of one language, and what was touched since it was linked.

    Odds are those of each report as it came in, until it is linked anew: then it is measured
    again beside all that is there by now.

    Reports that came before it was made have no odds until something beside them is touched:
    they are then compared again with what is live.
    """

    _first: Said = field(default_factory=Said)  # as they came in,
    _again: Said = field(default_factory=Said)  # and as measured again
    _copies: dict[int, dict[int, None]] = field(default_factory=dict)
    _touched: dict[int, None] = field(default_factory=dict)
    _open: dict[int, None] = field(default_factory=dict)  # their hour was not, when last asked
    _settled: dict[int, None] = field(default_factory=dict)  # their hour was over
    _taken: dict[int, None] = field(default_factory=dict)  # linked, and not known to be filed

    def __len__(self) -> int:
        return len(self._first)

    @property
    def is_behind(self) -> bool:
        """Say whether something was touched since it was last linked."""
        return bool(self._touched)

    def add(self, article: int, decision: Decision) -> None:
        """Note a report as it is decided; noting it again replaces what was known."""
        self.remove(article)
        self._note(article, decision.near, decision.copied)
        self._touched[article] = self._open[article] = None

    def touch(self, articles: Iterable[int]) -> None:
        """Have reports linked anew that came in, or lost a mend, before this was made."""
        self._touched.update(dict.fromkeys(articles))

    def learn(
        self, articles: Collection[int], index: StoryIndex, shares: FindShares = _no_shares
    ) -> None:
        """Compare reports again that came before this was made."""
        found = shares(articles)
        for article in articles:
            copied = index.carried_by(article, found.get(article, {}))
            self._note(article, index.odds_of(article), copied)

    def _note(self, article: int, odds: Mapping[int, float], copied: int | None) -> None:
        self._first.say(article, odds)
        if copied is not None:
            self._bind(article, copied)

    def _bind(self, article: int, copied: int) -> None:
        self._copies.setdefault(article, {})[copied] = None
        self._copies.setdefault(copied, {})[article] = None

    def remove(self, article: int) -> None:
        """Forget a report; unknown ones are ignored."""
        self._first.forget(article)
        self._again.forget(article)
        for other in self._copies.pop(article, ()):
            drop(self._copies, other, article)
        self._touched.pop(article, None)
        self._open.pop(article, None)
        self._taken.pop(article, None)
        self._settled.pop(article, None)

    def keep(self, index: StoryIndex) -> None:
        """Forget reports that are not live any more."""
        for article in [one for one in self._first.reports() if one not in index]:
            self.remove(article)

    def relink(
        self,
        index: StoryIndex,
        *,
        held: Collection[int] = (),
        most: int,
        most_again: int | None = None,
        most_learnt: int = 0,
        shares: FindShares = _no_shares,
    ) -> tuple[Replayed, ...]:
        """Link the neighbourhoods of what was touched anew, of `most` reports together at most.

        `index` says where reports stand. A story stays as it is where it has one of `held`; a large
        one may gain reports, and is then given whole. Where reports are measured again no other
        neighbourhood is begun after `most_again`, and of reports from before this was made
        `most_learnt` are compared again: both take some 4 ms each. What finds no room is touched
        still when this is called again, and so is all of this unless `confirm` says that it was
        filed.
        """
        self._close_hours(index, shares)
        self._touched = {**self._taken, **self._touched}
        self._taken = {}
        reach = _Reach(self, index, frozenset(held), shares, most_learnt)
        done: dict[int, None] = {}
        room = most if most_again is None else min(most, most_again)
        for article in list(self._touched):
            if article not in done:
                if len(done) >= room:
                    break
                around = reach.around(article, most=most)
                if around is None:
                    continue
                done.update(around)
            del self._touched[article]
            self._taken[article] = None
        self._look_again(sorted(done), index)
        return tuple(self._link(sorted(done), index, reach.held))

    def confirm(self) -> None:
        """Know that what was linked last is filed."""
        self._taken = {}

    def _close_hours(self, index: StoryIndex, shares: FindShares) -> None:
        """Make good what hung on who came first in an hour that is over.

        Reports are found by what is weighty by now: of mates the first had words that nobody had
        used. Copies are bound to originals that came after them.
        """
        past = list(islice((one for one in self._open if index.is_past(one)), _MOST_CLOSED))
        index.file_anew(past)
        found = shares(past) if past else {}
        for one in past:
            del self._open[one]
            copied = index.carried_by(one, found.get(one, {}))
            if copied is not None and copied not in self._copies.get(one, {}):
                self._bind(one, copied)
            self._touched[one] = None

    def _look_again(self, articles: Collection[int], index: StoryIndex) -> None:
        """Measure reports again beside all that is there now, as a replay does.

        Before, what they said as they came in is measured as if the rest of their hour had been
        there already: which of two came first is chance. That is kept, for what is measured again
        is lower: judged by it stories would part ever further.
        """
        index.weigh_anew(articles)
        near = self._look_first(articles, index)
        rivals = self._rivals(articles)
        for article in articles:
            self._again.forget(article)
        for article in articles:
            nearby = near.get(article) or index.nearby(article)
            if nearby is not None:
                odds = index.odds_beside(nearby, rivals)
                self._again.say(article, given_again(odds, is_counted=index.is_counted))

    def _look_first(self, articles: Collection[int], index: StoryIndex) -> dict[int, Nearby]:
        """Measure what reports said as they came in, once their hour is over for the last time.

        For the last time as a replay would: one after another by their times, each with the rivals
        that those before it make.
        """
        rivals = self._rivals(articles)
        near = {
            one: nearby
            for one in articles
            if one not in self._settled and (nearby := index.nearby(one)) is not None
        }
        for one, nearby in sorted(near.items(), key=lambda pair: pair[1].placed.at):
            is_past, came = index.is_past(one), nearby.as_it_came()
            beside = self._rivals_before(came, index) if is_past else rivals
            self._first.say(one, index.odds_beside(came, beside))
            if is_past:
                self._settled[one] = None
        return near

    def _rivals_before(self, came: Nearby, index: StoryIndex) -> dict[int, int]:
        """Return the rivals among what a report came to, by what all of those said for good."""
        waiting = [one.article for one in came.near]
        reached: dict[int, None] = {}
        while waiting:
            one = waiting.pop()
            if one in reached or one not in self._settled or self._is_large(one, index):
                continue
            reached[one] = None
            near = self._first.near(one).items()
            waiting.extend(other for other, odds in near if odds > _LIKELY)
            waiting.extend(self._copies.get(one, ()))
        likely = self._first_groups(sorted(reached), (_LIKELY,))
        return {one: -first for one, first in next(likely).items()}

    def _is_large(self, article: int, index: StoryIndex) -> bool:
        story = index.story_of(article)
        return story is not None and len(index.members_of(story)) > MOST_LINKED

    def _rivals(self, articles: Collection[int]) -> dict[int, int]:
        """Return report -> a number that no story has, the same for those that are no rivals.

        Those that were sure to tell one event as they came in are not, nor many likely ones.
        """
        sure, likely = self._first_groups(articles, (SURE, _LIKELY))
        sizes = Counter(likely.values())
        many = {one: first for one, first in likely.items() if sizes[first] >= _MANY}
        return {one: -first for one, first in {**sure, **many}.items()}

    def _first_groups(
        self, articles: Collection[int], bars: Sequence[float]
    ) -> Iterator[dict[int, int]]:
        """Yield report -> first report of its group, by what was said as they came in."""
        linkage = Linkage()
        for article in articles:
            linkage.add(article, self._first.near(article))
        alone = {article: article for article in articles}
        return linkage.groups_above(bars, alone, self._copies_among(articles))

    def _copies_among(self, articles: Collection[int]) -> list[tuple[int, int]]:
        known = set(articles)
        return [(a, b) for a in articles for b in self._copies.get(a, ()) if b in known]

    def _link(
        self, articles: Collection[int], index: StoryIndex, held: Collection[int]
    ) -> Iterator[Replayed]:
        """Link reports in the order of their keys, which is the order in which they came in."""
        linkage = Linkage()
        near = {article: self._both_ways(article) for article in articles}
        for article in articles:
            linkage.add(article, near[article])
        assigned = {article: index.story_of(article) or 0 for article in articles}
        grouped = linkage.groups(assigned, self._copies_among(articles))
        groups = _with_large(grouped, near, index, held)
        sizes = Counter(groups.values())
        for article, first in groups.items():
            odds = near.get(article, {})
            mates = [value for other, value in odds.items() if groups.get(other) == first]
            opens, story = article == first, index.story_of(first) or 0
            yield Replayed(
                article=article,
                group=first,
                line=index.storyline_of(story) or story,
                score=0.0 if opens else max(mates, default=MERGED) - MERGED,
                why=explain_new(in_storyline=False) if opens else explain_linked(sizes[first] - 1),
            )

    def _both_ways(self, article: int) -> dict[int, float]:
        """Return the odds between a report and others, those of measuring again where there are."""
        near, again = self._first.near(article), self._again.near(article)
        if article in self._again:
            near = {other: odds for other, odds in near.items() if other not in self._again}
        return {**near, **again}

    def joined_to(self, article: int) -> Iterable[int]:
        """Yield the reports that linking may put beside this one."""
        for other, odds in self._both_ways(article).items():
            if odds > _LEAST_JOINED:
                yield other
        yield from self._copies.get(article, ())

    def __contains__(self, article: int) -> bool:
        return article in self._first


@dataclass(slots=True)
class _Reach:
    """Walks from report to report as far as linking could."""

    known: Relinker
    index: StoryIndex
    held: frozenset[int]
    shares: FindShares
    may_learn: int

    def around(self, article: int, *, most: int) -> dict[int, None] | None:
        """Return the neighbourhood of a report; nothing where it is fixed or too large.

        None where more reports have to be compared again than may be: those that were are known
        when it is asked for next.
        """
        found: dict[int, None] = {}
        seen: set[int] = set()
        # Those beside it are looked at too: where its own story is large, they may join that.
        beside = (self.index.story_of(one) for one in self.known.joined_to(article))
        waiting = deque([self.index.story_of(article), *beside])
        while waiting:
            story = waiting.popleft()
            if story is None or story in seen:
                continue
            seen.add(story)
            members = self.index.members_of(story)
            if self._is_fixed(members):
                continue
            if not self._learn([one for one in members if one not in self.known]):
                return None
            for member in members:
                found[member] = None
                waiting.extend(self.index.story_of(one) for one in self.known.joined_to(member))
            if len(found) > most:
                return {}
        return found

    def _is_fixed(self, members: Collection[int]) -> bool:
        return len(members) > MOST_LINKED or any(one in self.held for one in members)

    def _learn(self, articles: Collection[int]) -> bool:
        if len(articles) > self.may_learn:
            return False
        if articles:
            self.may_learn -= len(articles)
            self.known.learn(articles, self.index, self.shares)
        return True


def _with_large(
    firsts: Mapping[int, int],
    near: Mapping[int, Mapping[int, float]],
    index: StoryIndex,
    held: Collection[int],
) -> dict[int, int]:
    """Return report -> first report of its group, with the large stories that some groups join."""
    story_of = {
        other: story
        for other in {other: None for odds in near.values() for other in odds}
        if (story := index.story_of(other)) is not None
        and len(members := index.members_of(story)) > MOST_LINKED
        and not any(one in held for one in members)
    }
    groups: dict[int, list[int]] = {}
    for article, first in firsts.items():
        groups.setdefault(first, []).append(article)
    found = dict(firsts)
    for members in groups.values():
        story = find_large([near[one] for one in members], story_of)
        if story is not None:
            own = index.members_of(story)
            found.update(dict.fromkeys([*own, *members], min(own)))
    return found
