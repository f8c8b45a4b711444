"""Filing what editors do to topics: each deed one transaction, one row of the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.errors import BadInput
from wireroom.engine.versions import check_version
from wireroom.news.models import StoryTopic, Topic, TopicDeed, TopicMend, TopicName
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.tags import ask_for_tags
from wireroom.news.services.topic_aliases import attach_again, detach_alias
from wireroom.news.services.topics import merge_rows, slug_of

_LONGEST_NAME: Final = 200
_COPIED: Final = ("kind", "key", "name", "names", "slug", "country", "latitude", "longitude",
                  "is_city", "near")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TopicMending:
    """One deed about topics, by whom, when and why."""

    by: str
    why: str
    now: datetime

    @transaction.atomic
    def merge(self, topic_id: int, into_id: int) -> TopicMend:
        """Make one topic of two, whatever they are called; the first's address leads on."""
        topic, into = self._topic(topic_id), self._topic(into_id)
        if topic.pk == into.pk:
            raise BadInput("topic %(topic)s cannot be merged into itself", topic=topic.pk)
        if topic.kind != into.kind:
            raise BadInput(
                "topic %(topic)s is a %(kind)s, %(into)s a %(other)s",
                topic=topic.pk, kind=topic.kind, into=into.pk, other=into.kind,
            )  # fmt: skip
        stories = list(StoryTopic.objects.filter(topic=topic).values_list("story_id", flat=True))
        merge_rows(topic.pk, into.pk)
        return self._log(TopicDeed.MERGE, topic, into=into, stories=stories)

    @transaction.atomic
    def part(self, topic_id: int, story_ids: Sequence[int]) -> TopicMend:
        """Make a topic of its own of some of a topic's stories: another of the same name."""
        topic = self._topic(topic_id)
        rows = StoryTopic.objects.filter(topic=topic, story__in=story_ids)
        stories = sorted(rows.values_list("story_id", flat=True))
        strangers = sorted(set(story_ids) - set(stories))
        if strangers or not stories:
            raise BadInput(
                "not about topic %(topic)s: %(stories)s",
                topic=topic.pk,
                stories=", ".join(map(str, strangers)),
            )
        new = self._twin(topic)
        rows.update(topic=new)
        return self._log(TopicDeed.PART, topic, into=new, stories=stories)

    @transaction.atomic
    def detach(self, topic_id: int, name: str) -> TopicMend:
        """Say that a name by which stories mean a topic means another one, and always will."""
        topic = self._topic(topic_id)
        lost = detach_alias(topic, name, now=self.now)
        return self._log(
            TopicDeed.DETACH, topic, into=lost.into, stories=lost.stories, before=lost.names,
            alias=lost.alias,
        )  # fmt: skip

    @transaction.atomic
    def hide(self, topic_id: int) -> TopicMend:
        """Take a topic from every page; its own answers that it was withdrawn."""
        topic = self._topic(topic_id)
        if topic.hidden_at is not None:
            raise BadInput("topic %(topic)s is hidden already", topic=topic.pk)
        Topic.objects.filter(pk=topic.pk).update(hidden_at=self.now)
        return self._log(TopicDeed.HIDE, topic)

    @transaction.atomic
    def rename_all(self, topic_id: int, names: Mapping[str, str], *, seen: str) -> None:
        """Call a topic otherwise in several languages.

        Raises Overtaken where its names are not those that were `seen` any more.
        """
        check_version(seen, *names_of(self._topic(topic_id)))
        for lang, name in names.items():
            self.rename(topic_id, name, lang=lang)

    @transaction.atomic
    def rename(self, topic_id: int, name: str, *, lang: str) -> TopicMend:
        """Call a topic otherwise in one language; what stories call it joins it as before."""
        topic, name = self._topic(topic_id), " ".join(name.split())[:_LONGEST_NAME]
        if not name:
            raise BadInput("a topic needs a name")
        before = {lang: topic.names.get(lang, ""), "": topic.name}
        topic.names = topic.names | {lang: name}
        if lang == "en" or len(topic.names) == 1:
            topic.name, topic.slug = name, slug_of(name)
        topic.save(update_fields=["names", "name", "slug"])
        return self._log(TopicDeed.RENAME, topic, before=before)

    @transaction.atomic
    def undo(self, mend_id: int) -> TopicMend:
        """Take a deed back; what the machine did since stays."""
        undone = TopicMend.objects.filter(pk=mend_id, undone_at=None).update(
            undone_at=self.now, undone_by=self.by[:100], undone_why=self.why[:400]
        )
        if not undone:
            raise BadInput("no mend %(mend)s of a topic, or it was undone before", mend=mend_id)
        mend = TopicMend.objects.select_related("topic", "into").get(pk=mend_id)
        topic, into = mend.topic, mend.into
        self._refuse_if_built_upon(mend)
        if mend.deed == TopicDeed.HIDE:
            Topic.objects.filter(pk=topic.pk).update(hidden_at=None)
        elif mend.deed == TopicDeed.RENAME:
            _give_back(topic, mend.before)
        elif mend.deed == TopicDeed.PART and into is not None:
            merge_rows(into.pk, topic.pk)
        elif mend.deed == TopicDeed.DETACH and into is not None:
            attach_again(mend, topic, into, now=self.now)
        elif mend.deed == TopicDeed.MERGE:
            Topic.objects.filter(pk=topic.pk).update(merged_into=None)
            StoryTopic.objects.filter(topic=into, story__in=mend.stories).delete()
            ask_for_tags(mend.stories, now=self.now, settle=timedelta())
        self._tell(mend, f"topic.undo-{mend.deed}")
        return mend

    def _refuse_if_built_upon(self, mend: TopicMend) -> None:
        """Raise BadInput where a later deed stands on this one: that is to be undone first."""
        later = TopicMend.objects.filter(pk__gt=mend.pk, undone_at=None)
        of_both = Q(topic__in=(mend.topic_id, mend.into_id)) | Q(into__in=(mend.topic_id,))
        same = {
            TopicDeed.RENAME.value: Q(topic=mend.topic_id, deed=TopicDeed.RENAME),
            TopicDeed.PART.value: of_both & Q(deed=TopicDeed.MERGE),
            TopicDeed.DETACH.value: of_both & Q(deed=TopicDeed.MERGE),
            TopicDeed.MERGE.value: Q(topic=mend.into_id, deed=TopicDeed.MERGE),
        }.get(mend.deed)
        found = later.filter(same).order_by("-pk").first() if same is not None else None
        if found is not None:
            raise BadInput(
                "undo mend %(mend)s first: it was made of what this one left", mend=found.pk
            )

    def _topic(self, topic_id: int) -> Topic:
        topic = Topic.objects.select_for_update().filter(pk=topic_id).first()
        if topic is None:
            raise BadInput("no topic %(topic)s", topic=topic_id)
        if topic.merged_into_id is not None:
            raise BadInput(
                "topic %(topic)s was merged into %(into)s: name that",
                topic=topic_id,
                into=topic.merged_into_id,
            )
        return topic

    def _twin(self, topic: Topic) -> Topic:
        """Make a topic of the same names and the next number."""
        number = Topic.objects.filter(kind=topic.kind, key=topic.key).count()
        columns = {name: getattr(topic, name) for name in _COPIED}
        new = Topic.objects.create(number=number, created_at=self.now, **columns)
        TopicName.objects.create(topic=new, kind=topic.kind, key=topic.key)
        return new

    def _log(self, deed: TopicDeed, topic: Topic, **columns: Any) -> TopicMend:
        mend = TopicMend.objects.create(
            deed=deed, topic=topic, made_at=self.now, made_by=self.by[:100],
            why=" ".join(self.why.split())[:400], **columns,
        )  # fmt: skip
        self._tell(mend, f"topic.{deed}")
        return mend

    def _tell(self, mend: TopicMend, deed: str) -> None:
        """Add the deed to the desk's log."""
        after = {"into": mend.into_id} if mend.into_id else {}
        done = Done(
            deed=deed, subject=mend.topic_id, name=mend.topic.name, before=mend.before,
            after=after, mend=mend.pk,
        )  # fmt: skip
        log_deed(done, by=By(who=self.by, why=self.why, now=self.now))


def names_of(topic: Topic) -> tuple[object, ...]:
    """Return what a form that renames a topic shows: the facts of its version."""
    return (topic.name, sorted(topic.names.items()))


def _give_back(topic: Topic, before: dict[str, str]) -> None:
    """Return the names that a rename replaced."""
    name = before.pop("", topic.name)
    kept = {lang: one for lang, one in topic.names.items() if lang not in before}
    topic.names = kept | {lang: one for lang, one in before.items() if one}
    topic.name, topic.slug = name, slug_of(name)
    topic.save(update_fields=["names", "name", "slug"])
