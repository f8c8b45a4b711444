"""`wireroom topic`: an editor's deeds about topics, one line of result or one of error."""

from datetime import UTC, datetime

import pytest
from tests.web.newsroom import make_article, make_outlet, make_story

from wireroom.cli import main
from wireroom.news.models import StoryTopic, Topic

pytestmark = pytest.mark.django_db
NOW = datetime(2031, 5, 4, tzinfo=UTC)


def make_topic(name: str, kind: str = "person") -> Topic:
    key = name.casefold()
    return Topic.objects.create(
        kind=kind,
        key=key,
        slug=key.replace(" ", "-"),
        name=name,
        names={"en": name},
        created_at=NOW,
    )


def test_an_editor_mends_topics_reads_the_log_and_takes_it_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    jane, joan = make_topic("Jane Farrant"), make_topic("Joan Farrant")
    story = make_story([make_article(make_outlet("One"), "A")])
    StoryTopic.objects.create(story=story, topic=joan, lang="en", at=NOW)
    words = ["merge", str(joan.pk), str(jane.pk), "--why", "a misprint", "--by", "Ines"]
    assert main(["topic", *words]) == 0
    assert StoryTopic.objects.get().topic_id == jane.pk
    number = capsys.readouterr().out.split(":")[0].removeprefix("mend ")
    assert main(["topic", "log"]) == 0
    line = f"Ines merge topic {joan.pk} Joan Farrant into topic {jane.pk}: a misprint"
    assert line in capsys.readouterr().out
    assert main(["topic", "undo", number]) == 0
    assert main(["topic", "undo", number]) == 1
    assert "undone before" in capsys.readouterr().err


def test_a_story_is_parted_and_a_name_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    jane = make_topic("Jane Farrant")
    story = make_story([make_article(make_outlet("One"), "A")])
    StoryTopic.objects.create(story=story, topic=jane, lang="en", at=NOW)
    assert main(["topic", "part", str(jane.pk), str(story.pk)]) == 0
    twin = Topic.objects.get(number=1)
    assert StoryTopic.objects.get().topic_id == twin.pk
    assert main(["topic", "rename", str(twin.pk), "جين فرانت", "--lang", "ar"]) == 0
    twin.refresh_from_db()
    assert twin.names == {"en": "Jane Farrant", "ar": "جين فرانت"}
    assert twin.name == "Jane Farrant"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["hide", "99"], "no topic 99"),
        (["merge", "1", "1"], "into itself"),
        (["merge", "1", "2"], "is a person"),
        (["part", "1", "7"], "not about topic 1: 7"),
        (["rename", "1", "  "], "needs a name"),
        (["undo", "9"], "no mend 9"),
    ],
)
def test_what_cannot_be_done_is_told(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Topic.objects.bulk_create(
        Topic(id=pk, kind=kind, key=kind, slug=kind, name=kind, created_at=NOW)
        for pk, kind in ((1, "person"), (2, "place"))
    )
    assert main(["topic", *words]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["merge", "1"], ["hide", "-1"], ["part", "1"], ["x"]])
def test_wrong_usage_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topic", *words]) == 2
    assert "usage" in capsys.readouterr().err
