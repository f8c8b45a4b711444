"""What people of the desk did, kept for good, and what was taken down and stays away."""

from typing import Any

from django.db import models


class LoggedDeed(models.Model):
    """One deed of the desk's: who, what, when, to what, before and after, and why.

    Rows are only added: the database itself refuses to change or delete one (migration 0025). A
    migration that makes this table anew on SQLite has to make those triggers anew. `deed` is the
    kind of thing and what was done, as "outlet.pause"; `mend` the mend that takes it back.
    """

    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=254)
    deed = models.CharField(max_length=30)
    subject = models.BigIntegerField(null=True, blank=True)
    name = models.CharField(max_length=300, blank=True, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    why = models.CharField(max_length=400, blank=True, default="")
    mend = models.BigIntegerField(null=True, blank=True)

    class Meta:
        indexes = [  # noqa: RUF012
            models.Index(fields=["made_by", "-id"], name="deed_by_maker"),
            models.Index(fields=["deed", "-id"], name="deed_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.deed} {self.subject or ''}".strip()

    def save(self, *args: Any, **named: Any) -> None:
        """Add the row; one that is there is not written again."""
        if not self._state.adding:
            raise TypeError("the desk's log is only added to")
        super().save(*args, **named)

    def delete(self, *args: Any, **named: Any) -> tuple[int, dict[str, int]]:
        """Refuse: the log is kept for good."""
        raise TypeError("the desk's log is only added to")


class TakenDown(models.Model):
    """A report that was taken down: it is neither fetched nor filed again, wherever it is met.

    `key` is a hash of an address, or an article's identity: the words themselves are gone.
    """

    key = models.CharField(max_length=34, unique=True)
    article = models.BigIntegerField(db_index=True)
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"article {self.article}"
