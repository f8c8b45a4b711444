"""Other ways in than polls: archives that are taken in, and tokens of who may hand pages in."""

from django.db import models


class Archive(models.Model):
    """A web archive (WARC), as far as it was taken in; `key` hashes its name and beginning.

    `offset` and `within` are where reading goes on (engine.pages.warc_bytes.Place); they move in
    the transaction that files the pages before them. `skipped` counts records by reason.
    """

    key = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=300)
    offset = models.BigIntegerField(default=0)
    within = models.BigIntegerField(default=0)
    records = models.BigIntegerField(default=0)
    pages = models.BigIntegerField(default=0)
    skipped = models.JSONField(default=dict)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Token(models.Model):
    """What a program shows to hand pages in; of the token itself only its SHA-256 is kept.

    `scopes` are names with spaces between them. `hour` and `hour_count` say how often it was
    used within that hour, all processes together.
    """

    name = models.CharField(max_length=100, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=100)
    hourly = models.PositiveIntegerField()
    hour = models.DateTimeField(null=True, blank=True)
    hour_count = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
