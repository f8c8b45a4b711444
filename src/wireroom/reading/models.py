"""What a person keeps: saved, follows, blocks, mutes, highlights, seen marks, languages, alerts.

All of it goes with the person; what hangs on a story, report, outlet or topic goes with that.
"""

from django.db import models
from django.utils import timezone

from wireroom.news.models import Article, Outlet, Story, Topic
from wireroom.people.models import Person

WORDS_CHARS = 400  # of a followed search: as many as a query may have
MUTED_CHARS = 100  # a phrase, and no text
HIGHLIGHT_CHARS = 1000  # a paragraph: a longer one is no highlight any more
NOTE_CHARS = 2000
ENDPOINT_CHARS = 1000  # the longest in use has some 400


class Alert(models.TextChoices):
    """When a person is told of what is new of something that they follow."""

    AT_ONCE = "at once"  # and in the digest
    DIGEST = "digest"
    NEVER = "never"


class Saved(models.Model):
    """A report or a story to be read later. `terms` are the words of its headline as the search
    folds them, a space on both sides of each: what "search in your saved" looks at.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, null=True, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="+")
    terms = models.TextField(default="")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="saved_of_person")]  # noqa: RUF012
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "article"], name="saved_article_once"),
            models.UniqueConstraint(fields=["person", "story"], name="saved_story_once"),
            models.CheckConstraint(
                condition=models.Q(article__isnull=False) ^ models.Q(story__isnull=False),
                name="saved_is_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} saved {self.article_id or self.story_id}"


class Follow(models.Model):
    """A story, topic (a section is one), outlet, or the words of a search that a person follows."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, null=True, related_name="+")
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, null=True, related_name="+")
    words = models.CharField(max_length=WORDS_CHARS, blank=True, default="")
    alert = models.CharField(max_length=7, choices=Alert.choices, default=Alert.DIGEST)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="follow_of_person")]  # noqa: RUF012
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "story"], name="follow_story_once"),
            models.UniqueConstraint(fields=["person", "topic"], name="follow_topic_once"),
            models.UniqueConstraint(fields=["person", "outlet"], name="follow_outlet_once"),
            models.UniqueConstraint(
                fields=["person", "words"],
                condition=~models.Q(words=""),
                name="follow_words_once",
            ),
        ]

    def __str__(self) -> str:
        return f"follow {self.pk} of {self.person_id}"


class Block(models.Model):
    """An outlet that a person does not want to see anywhere."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="block_of_person")]  # noqa: RUF012
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "outlet"], name="block_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} blocks {self.outlet_id}"


class Muted(models.Model):
    """Words that a person does not want to read of, unless one of `exceptions` stands there, too.

    `key` is the words folded: two spellings of one are one.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    words = models.CharField(max_length=MUTED_CHARS)
    key = models.CharField(max_length=4 * MUTED_CHARS)  # folding may make a text longer
    exceptions = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="muted_of_person")]  # noqa: RUF012
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "key"], name="muted_once")
        ]

    def __str__(self) -> str:
        return self.words


class Highlight(models.Model):
    """Words of a report that a person marked, letter for letter, with a note.

    `start` and `end` are code points of the body of the revision; where they stand in a later
    one is found when they are read (engine/text/found_again).
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.CharField(max_length=HIGHLIGHT_CHARS)
    note = models.CharField(max_length=NOTE_CHARS, blank=True, default="")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["person", "-id"], name="highlight_of_person")
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(
                fields=["person", "article", "revision", "start", "end"], name="highlight_once"
            )
        ]

    def __str__(self) -> str:
        return self.words


class Seen(models.Model):
    """When a person last looked at a story."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "story"], name="seen_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} saw {self.story_id}"


class ReadLanguages(models.Model):
    """The languages that a person reads, by primary subtag; without a row, their edition's."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    languages = models.JSONField(default=list)

    def __str__(self) -> str:
        return ", ".join(self.languages)


class AlertWishes(models.Model):
    """How a person wants to be told of what is new, and how far they have been told.

    `digest_due_at` is when the next letter is made; `digested_at` until when the last one told.
    `alerts_due_at` is when push alerts are next looked for; `alerted_at` until when they were.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    digest = models.CharField(max_length=6, default="off")  # engine/alerts/hours.Every
    hour = models.PositiveSmallIntegerField(default=7)
    weekday = models.PositiveSmallIntegerField(default=0)
    zone = models.CharField(max_length=64, default="UTC")
    lang = models.CharField(max_length=35, default="en")  # of the edition they chose this in
    quiet_from = models.PositiveSmallIntegerField(default=22)
    quiet_until = models.PositiveSmallIntegerField(default=7)
    most_daily = models.PositiveSmallIntegerField(default=10)
    digest_due_at = models.DateTimeField(null=True)
    digested_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)  # one after another: no server took it
    refusals = models.PositiveSmallIntegerField(default=0)  # one after another: no such address
    alerts_due_at = models.DateTimeField(null=True)
    alerted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["digest_due_at"], name="digest_due"),
            models.Index(fields=["alerts_due_at"], name="alerts_due"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.digest} at {self.hour} ({self.zone})"


class Device(models.Model):
    """A browser that takes push alerts: its address at a push service, and the keys for it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    endpoint = models.CharField(max_length=ENDPOINT_CHARS, unique=True)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"device {self.pk} of {self.person_id}"


class Alerted(models.Model):
    """That a person was told of a story, when, and how many independent reports it had then."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    voices = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="alerted_lately")]  # noqa: RUF012
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["person", "story"], name="alerted_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} was told of {self.story_id}"


class Way(models.TextChoices):
    """How people are told."""

    PUSH = "push"
    LETTER = "letter"


class Undelivered(models.Model):
    """What a person was not told: an alert for a device, or their letter.

    `reason` is an Outcome of adapters/push, for letters "refused" or "server"; `error` is what the
    other side said, without an address: those of push services are keys. `due_at` is when an
    alert is tried again; empty once it was given up. Nothing of it outlives two weeks.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=6, choices=Way)
    device = models.ForeignKey(Device, on_delete=models.SET_NULL, null=True, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="+")
    named = models.CharField(max_length=200, blank=True, default="")  # what they follow it by
    server = models.CharField(max_length=253, blank=True, default="")
    reason = models.CharField(max_length=12)
    error = models.CharField(max_length=200, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(default=1)
    due_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    failed_at = models.DateTimeField()

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(
                fields=["due_at"], name="undelivered_due", condition=models.Q(due_at__isnull=False)
            ),
            models.Index(fields=["at"], name="undelivered_by_age"),
        ]
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["device", "story"], name="undelivered_alert_once"),
            models.UniqueConstraint(
                fields=["person"], name="undelivered_letter_once",
                condition=models.Q(way="letter"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.way} of {self.person_id}: {self.reason}"
