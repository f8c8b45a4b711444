"""People, places, organisations and subjects, the names they go by, and the stories they are in."""

from django.db import models

from wireroom.news.models.articles import Article
from wireroom.news.models.stories import Story
from wireroom.news.models.work import Work, dead_index, due_index


class Topic(models.Model):
    """A person, place, organisation or subject with a page of its own.

    `key` is its name as engine/insight/topics/keys folds it, `number` tells two of one name apart.
    `names` are what its page calls it, by language. `near` are the cities that its map shows:
    [[{language: name}, latitude, longitude], ...]. A topic is never deleted: its address stays.
    """

    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=200)
    number = models.PositiveSmallIntegerField(default=0)
    slug = models.SlugField(max_length=80, allow_unicode=True)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=dict)
    country = models.CharField(max_length=2, blank=True, default="")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_city = models.BooleanField(default=False)
    near = models.JSONField(default=list)
    created_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True, blank=True)  # by an editor
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["kind", "key", "number"], name="topic_once")
        ]

    def __str__(self) -> str:
        return self.name


class TopicName(models.Model):
    """A name, folded, by which stories mean a topic."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["key", "kind"], name="topic_name")]  # noqa: RUF012
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["topic", "key"], name="topic_name_once")
        ]

    def __str__(self) -> str:
        return self.key


class StoryTopic(models.Model):
    """That a story is tagged with a topic, and the words that name it there.

    `mentions` are [text, article, revision, start, end, in_title]; offsets are code points of the
    revision's body, or of its headline. `at` is when the story was last told, `lang` its language.
    """

    story = models.ForeignKey(
        Story, on_delete=models.CASCADE, related_name="topics", db_index=False
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="stories", db_index=False
    )
    lang = models.CharField(max_length=35)
    at = models.DateTimeField()
    salience = models.FloatField(default=0.0)
    reports = models.PositiveIntegerField(default=0)
    voices = models.PositiveIntegerField(default=0)
    mentions = models.JSONField(default=list)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["topic", "lang", "-at"], name="story_topic_by_time"),
            models.Index(fields=["lang", "-at", "topic", "voices"], name="story_topic_lately"),
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["story", "topic"], name="story_topic_once")
        ]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.topic_id}"


class ArticleNames(models.Model):
    """What one state of an article's text names; made anew when the text has changed.

    Apart from what its brief keeps of it: either may be the first to read a new state.
    """

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="named", primary_key=True
    )
    revision = models.PositiveSmallIntegerField()
    names = models.JSONField(default=list)  # news/kept_names.keep_names

    def __str__(self) -> str:
        return f"{self.article_id} ({self.revision})"


class Tagging(Work):
    """That a story's topics are to be found anew; `step` is "tag" when its reports changed."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="tagging")

    class Meta:
        indexes = [due_index("tagging_due"), dead_index("tagging_dead")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"topics of {self.story_id}"


class TopicDeed(models.TextChoices):
    """What an editor can do to topics."""

    MERGE = "merge"
    PART = "part"
    HIDE = "hide"
    RENAME = "rename"
    DETACH = "detach"


class TopicMend(models.Model):
    """One deed of an editor's about topics, kept for good; topics are named by id.

    `stories` are those that went from `topic` to `into`. `before` is what a rename replaced, and
    what a topic is called no more once a name was detached: {language: name}. `alias` is the key
    of that name; empty where a topic came off that had been joined.
    """

    deed = models.CharField(max_length=6, choices=TopicDeed)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    why = models.CharField(max_length=400, blank=True, default="")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")
    into = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+", null=True)
    stories = models.JSONField(default=list)
    before = models.JSONField(default=dict)
    alias = models.CharField(max_length=200, blank=True, default="")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=100, blank=True, default="")
    undone_why = models.CharField(max_length=400, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.deed} {self.pk}"
