"""The stage tag: a story's topics, made anew whenever its reports change."""

from concurrent.futures import Executor, Future
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.web.newsroom import join_story, make_article, make_outlet, make_story

from wireroom.engine.insight.topics.topic import StoryTopic as StoryTopicFound
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.models import (
    Article,
    ArticleNames,
    Membership,
    Outlet,
    Story,
    StoryTopic,
    Tagging,
    Topic,
    TopicName,
)
from wireroom.news.services.leases import LeaseLost, claim
from wireroom.news.services.stories import file_faces
from wireroom.news.services.tags import ask_for_tags
from wireroom.news.services.topic_mends import TopicMending
from wireroom.news.services.topics import make_topic
from wireroom.pipeline.coordinator import utc_now
from wireroom.pipeline.mending import mending
from wireroom.pipeline.stage import Executors
from wireroom.pipeline.tag import Tag

pytestmark = pytest.mark.django_db

SAID = "“We have waited far too long,” said Jane Farrant. Jane Farrant then left. "
OTHER = "Jane Farrant, the mayor, told reporters on Monday that she was tired of waiting. "
ARABIC = "قال الوزير نبيل القصراوي إن الجسر سيفتح. وأضاف نبيل القصراوي أن العمل انتهى. "
ARABIC *= 2
ENGLISH = "The minister, Nabil Qasrawi, said that the bridge would open. Nabil Qasrawi left. "
ENGLISH *= 2


class Inline(Executor):
    """Runs at once what it is given."""

    def submit(self, call: Any, /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(call(*args, **options))
        return future


def tag(*stories: Story) -> None:
    """Tag stories as the pipeline does."""
    inline = Inline()
    turn = Tag(Executors(net=inline, cpu=inline, bulk=inline, inline=inline), holder="me")
    ask_for_tags([story.pk for story in stories], now=utc_now() - timedelta(minutes=1))
    rows = turn.claim(now=utc_now(), limit=100)
    done = [future.result() for future in turn.start(rows, now=utc_now())]
    turn.file(list(zip(rows, done, strict=True)), now=utc_now())


def names(story: Story) -> list[str]:
    return sorted(story.topics.values_list("topic__name", flat=True))


def told(*bodies: str, **columns: Any) -> Story:
    """Make a story of a report by each of as many new outlets."""
    first = Outlet.objects.count()
    lang = columns.get("lang", "en")
    return make_story(
        [
            make_article(make_outlet(f"Outlet {first + n}", lang=lang), f"H{n}", body=body)
            for n, body in enumerate(bodies)
        ],
        **columns,
    )  # fmt: skip


def test_a_story_is_tagged_with_what_its_reports_name() -> None:
    story = told(SAID, OTHER)
    tag(story)
    assert names(story) == ["Jane Farrant"]
    (row,) = story.topics.all()
    text, article, revision, start, end, in_title = row.mentions[0]
    body = Article.objects.get(pk=article).revisions.get(number=revision).body
    assert (body[start:end], in_title) == (text, 0)
    assert (row.reports, row.voices) == (2, 2)


def rows() -> list[list[Any]]:
    return [
        list(Topic.objects.order_by("pk").values_list()),
        list(TopicName.objects.order_by("pk").values_list()),
        list(StoryTopic.objects.order_by("pk").values_list()),
    ]


def test_tagging_again_changes_nothing() -> None:
    story = told(SAID, OTHER)
    tag(story)
    before = [
        list(model.objects.order_by("pk").values()) for model in (Topic, TopicName, StoryTopic)
    ]
    tag(story)
    after = [
        list(model.objects.order_by("pk").values()) for model in (Topic, TopicName, StoryTopic)
    ]
    assert before == after


def test_an_unchanged_text_is_not_read_for_names_again() -> None:
    story = told(SAID, OTHER)
    tag(story)
    assert ArticleNames.objects.count() == 2
    ArticleNames.objects.update(names=[])
    tag(story)
    assert names(story) == []


def test_a_story_that_grows_reads_only_the_new_report() -> None:
    story = told(SAID, OTHER)
    tag(story)
    known = dict(ArticleNames.objects.values_list("article_id", "names"))
    article = make_article(make_outlet("Ledger"), "Third", body=OTHER)
    join_story(story, [article])
    tag(story)
    assert story.topics.get().reports == 3
    after = dict(ArticleNames.objects.values_list("article_id", "names"))
    assert after.keys() == {*known, article.pk}
    assert {pk: after[pk] for pk in known} == known


def test_a_revised_text_is_read_for_names_anew() -> None:
    story = told(SAID, SAID)
    tag(story)
    for article in Article.objects.all():
        latest = article.revisions.get()
        latest.pk, latest.number, latest.body = None, 2, SAID.replace("Jane", "Joan")
        latest.save()
    Article.objects.update(revision_count=2)
    tag(story)
    assert names(story) == ["Joan Farrant"]
    assert set(ArticleNames.objects.values_list("revision", flat=True)) == {2}


def test_two_stories_of_one_person_share_the_topic() -> None:
    one, other = told(SAID, OTHER), told(SAID, OTHER)
    tag(one)
    tag(other)
    assert Topic.objects.count() == 1


def test_two_coordinators_make_one_topic_of_a_name() -> None:
    """Both read before either had filed."""
    one = StoryTopicFound(kind=TopicKind.PERSON, key="jane farrant", name="Jane Farrant", names={})
    assert make_topic(one, now=utc_now()) == make_topic(one, now=utc_now())
    assert make_topic(one, number=1, now=utc_now()) != make_topic(one, now=utc_now())


def test_what_lost_its_reports_loses_its_topics() -> None:
    story = told(SAID, OTHER)
    tag(story)
    Membership.objects.filter(story=story).delete()
    tag(story)
    assert names(story) == []
    assert Topic.objects.count() == 1  # its address stays


def test_a_spiked_article_is_gone_and_a_spiked_story_is_on_no_page(client: Client) -> None:
    story = told(SAID, OTHER)
    tag(story)
    topic = Topic.objects.get()
    mending(by="Ines", why="", now=utc_now()).spike_story(story.pk)
    page = client.get(f"/en/topic/{topic.slug}-{topic.pk}/").content.decode()
    assert story.headline not in page
    tag(story)
    assert not StoryTopic.objects.exists()


def test_publishing_makes_a_story_due_to_be_tagged() -> None:
    story = told(SAID, OTHER)
    Story.objects.update(step="publish", due_at=utc_now())
    (row,) = claim(Story, "publish", now=utc_now(), limit=1, lease_s=60)
    file_faces([(row, {})], now=utc_now())
    assert Tagging.objects.get(story=story).due_at is not None


def test_an_outlet_that_allows_no_machine_reading_is_not_read() -> None:
    story = told(SAID, OTHER)
    Outlet.objects.update(ai_allowed=False)
    tag(story)
    assert names(story) == []


def test_what_comes_in_meanwhile_is_not_lost() -> None:
    story = told(SAID, OTHER)
    inline = Inline()
    turn = Tag(Executors(net=inline, cpu=inline, bulk=inline, inline=inline), holder="me")
    ask_for_tags([story.pk], now=utc_now())
    rows = turn.claim(now=utc_now(), limit=10)
    done = [future.result() for future in turn.start(rows, now=utc_now())]
    ask_for_tags([story.pk], now=utc_now())
    with pytest.raises(LeaseLost):
        turn.file(list(zip(rows, done, strict=True)), now=utc_now())
    assert not StoryTopic.objects.exists()
    assert Tagging.objects.get(story=story).due_at is not None


def test_one_event_in_two_languages_has_one_person() -> None:
    english, arabic = told(ENGLISH), told(ARABIC, lang="ar")
    Story.objects.update(event=english)
    tag(english)
    tag(arabic)
    (topic,) = Topic.objects.filter(kind="person")
    assert topic.names == {"en": "Nabil Qasrawi", "ar": "نبيل القصراوي"}


def test_two_topics_become_one_once_their_stories_are_tied(client: Client) -> None:
    english, arabic = told(ENGLISH), told(ARABIC, lang="ar")
    tag(english)
    tag(arabic)
    younger = Topic.objects.filter(kind="person").latest("pk")
    Story.objects.update(event=english)
    tag(arabic)
    (topic,) = Topic.objects.filter(kind="person", merged_into=None)
    assert topic.stories.count() == 2
    moved = client.get(f"/ar/topic/{younger.slug}-{younger.pk}/")
    assert (moved.status_code, moved["Location"].endswith(f"-{topic.pk}/")) == (302, True)
    tag(english, arabic)
    assert topic.stories.count() == 2


def test_stories_that_are_not_tied_keep_two() -> None:
    tag(told(ENGLISH), told(ARABIC, lang="ar"))
    assert Topic.objects.filter(kind="person").count() == 2


def test_a_part_holds_when_stories_are_tagged_again() -> None:
    one, other = told(SAID, OTHER), told(SAID, OTHER)
    tag(one, other)
    topic = Topic.objects.get()
    deed = TopicMending(by="Ines", why="another one", now=utc_now())
    mend = deed.part(topic.pk, [other.pk])
    StoryTopic.objects.all().delete()  # as if both had been untold for a while
    tag(one, other)
    assert one.topics.get().topic_id == topic.pk
    assert other.topics.get().topic_id == mend.into_id
    deed.undo(mend.pk)
    tag(one, other)
    assert other.topics.get().topic_id == topic.pk


def test_a_merge_holds_and_can_be_undone() -> None:
    one, other = (
        told(SAID, OTHER),
        told(SAID.replace("Jane", "Joan"), OTHER.replace("Jane", "Joan")),
    )
    tag(one, other)
    joan, jane = Topic.objects.get(name="Joan Farrant"), Topic.objects.get(name="Jane Farrant")
    deed = TopicMending(by="Ines", why="a misprint", now=utc_now())
    mend = deed.merge(joan.pk, jane.pk)
    tag(one, other)
    assert other.topics.get().topic_id == jane.pk
    deed.undo(mend.pk)
    tag(other)
    assert other.topics.get().topic_id == joan.pk


GUILD = "The Harbour Pilots Guild (HPG) said no. The Harbour Pilots Guild left the talks. "
LETTERS = "HPG members met again in Ostvik. HPG, the Hill Parish Group, sold its halls. "


def test_a_name_that_was_parted_off_means_another_one_for_good() -> None:
    """Also where a story gives both names again, and until it is taken back."""
    full, short = told(GUILD, GUILD + "More."), told(LETTERS, LETTERS)
    tag(full, short)
    guild = full.topics.get(topic__kind="organisation").topic
    TopicName.objects.get_or_create(topic=guild, key="hpg", kind=guild.kind)
    StoryTopic.objects.filter(story=short).update(
        topic=guild, mentions=[["HPG", short.lead_id, 1, 0, 3, 0]]
    )
    deed = TopicMending(by="Ines", why="the parish", now=utc_now())
    mend = deed.detach(guild.pk, "HPG")
    assert mend.into is not None
    assert set(short.topics.values_list("topic", flat=True)) == {mend.into_id}
    tag(full, short)
    assert full.topics.get(topic__kind="organisation").topic_id == guild.pk
    assert not guild.keys.filter(key="hpg").exists()
    assert mend.into.name == "HPG"
    deed.undo(mend.pk)
    guild.refresh_from_db()
    mend.into.refresh_from_db()
    assert mend.into.merged_into_id == guild.pk
    assert short.topics.get().topic_id == guild.pk


def test_a_topic_that_the_machine_joined_wrongly_comes_off_and_stays_off() -> None:
    english, arabic = told(ENGLISH, ENGLISH), told(ARABIC, ARABIC, lang="ar")
    tag(english, arabic)
    Story.objects.filter(pk__in=(english.pk, arabic.pk)).update(event=english)
    tag(english, arabic)
    topic = english.topics.get(topic__kind="person").topic
    assert arabic.topics.get(topic__kind="person").topic_id == topic.pk
    key = Topic.objects.get(merged_into=topic).key
    deed = TopicMending(by="Ines", why="two men", now=utc_now())
    mend = deed.detach(topic.pk, key)
    for _time in range(2):
        assert english.topics.get(topic__kind="person").topic_id == topic.pk
        assert arabic.topics.get(topic__kind="person").topic_id == mend.into_id
        tag(english, arabic)
    deed.undo(mend.pk)
    assert arabic.topics.get(topic__kind="person").topic_id == topic.pk


def test_hidden_and_renamed_stay_so(client: Client) -> None:
    story = told(SAID, OTHER)
    tag(story)
    topic = Topic.objects.get()
    deed = TopicMending(by="Ines", why="", now=utc_now())
    deed.rename(topic.pk, "Jane B. Farrant", lang="en")
    tag(story)
    assert Topic.objects.get().names["en"] == "Jane B. Farrant"
    mend = deed.hide(topic.pk)
    tag(story)
    topic.refresh_from_db()
    address = f"/en/topic/{topic.slug}-{topic.pk}/"
    assert client.get(address).status_code == 410
    assert "Jane B. Farrant" not in client.get(f"/en/story/{story.pk}/").content.decode()
    deed.undo(mend.pk)
    assert client.get(address).status_code == 200
