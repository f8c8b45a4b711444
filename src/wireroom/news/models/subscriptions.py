"""What hubs were asked to tell of (WebSub)."""

from django.db import models

from wireroom.news.models.feeds import Feed
from wireroom.news.models.work import Work, dead_index, due_index


class Subscription(Work):
    """A feed's subscription at its hub; `step` is "hub": it is asked, and asked again in time.

    `name` is the unguessable end of the address that the hub calls, `secret` what it signs with.
    `pushed_at` is the last time that it told of news; empty again once a poll found news that it
    had not told of. Only meanwhile is the feed polled rarely (Feed.push_until).
    """

    feed = models.OneToOneField(Feed, on_delete=models.CASCADE, related_name="subscription")
    hub_url = models.CharField(max_length=2000)
    topic_url = models.CharField(max_length=2000)
    name = models.CharField(max_length=43, unique=True)
    secret = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    pushed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [due_index("subscription_due"), dead_index("subscription_dead")]  # noqa: RUF012

    def __str__(self) -> str:
        return f"{self.topic_url} at {self.hub_url}"
