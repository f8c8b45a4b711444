"""What models wrote of stories, and what is counted of the models themselves."""

from django.db import models

from wireroom.news.models.stories import Story
from wireroom.news.models.work import Work, dead_index, due_index


class Writing(Work):
    """A story's key points as a model wrote them; `step` is "write" when its brief changed.

    `content` is news/writings.keep_judged; empty until it is made. `written_at` is when the model
    answered, `asked_at` when a call for it was made last, `failure` why it did not, the last time.
    """

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="writing")
    content = models.JSONField(default=dict)
    model = models.CharField(max_length=200, blank=True, default="")
    prompt = models.CharField(max_length=40, blank=True, default="")
    written_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        indexes = [due_index("writing_due"), dead_index("writing_dead")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"writing of {self.story_id}"


class ModelAnswer(models.Model):
    """What a model answered, under a hash of the prompt, the model and all it was given."""

    key = models.CharField(max_length=32, unique=True)
    answer = models.JSONField()
    answered_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key


class ModelDay(models.Model):
    """What a feature asked of models in a day (UTC), and what that cost.

    `tokens` and `micros` (millionths of the host's currency) hold what is reserved for calls
    under way, too: a call whose end nobody saw stays counted. `failures` counts by kind.
    """

    day = models.DateField()
    feature = models.CharField(max_length=20)
    calls = models.PositiveIntegerField(default=0)
    tokens = models.BigIntegerField(default=0)
    micros = models.BigIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)  # answered from what was kept
    told = models.PositiveIntegerField(default=0)  # sentences that models wrote
    withheld = models.PositiveIntegerField(default=0)
    failures = models.JSONField(default=dict)

    class Meta:
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["day", "feature"], name="model_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.feature} on {self.day}"


class ModelServer(models.Model):
    """What is known of a server and its model: how it wants to be asked, and its circuit.

    The circuit is open until `open_until`: nobody asks it till then.
    """

    name = models.CharField(max_length=500, unique=True)
    way = models.CharField(max_length=100, blank=True, default="")
    failed = models.PositiveIntegerField(default=0)  # in a row
    open_until = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True, default="")
    failed_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
