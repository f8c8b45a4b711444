"""Holding a language: one writer for its copies and stories at a time."""

from datetime import datetime, timedelta
from enum import Enum

from django.db.models import Q

from wireroom.news.models import Shard
from wireroom.news.services.leases import LeaseLost


class Hold(Enum):
    """How a language is held after it was asked for."""

    NOT = "another has it"
    ANEW = "another may have written since it was last held here"
    STILL = "nobody else has had it since"


def hold_shard(lang: str, holder: str, *, now: datetime, lease_s: float) -> Hold:
    """Take or renew the language for `lease_s` seconds, unless another holds it."""
    until = now + timedelta(seconds=lease_s)
    # The name stays when a lease runs out, until another takes the language.
    if Shard.objects.filter(lang=lang, holder=holder).update(held_until=until):
        return Hold.STILL
    Shard.objects.get_or_create(lang=lang)
    free = Q(held_until__isnull=True) | Q(held_until__lt=now)
    taken = Shard.objects.filter(free, lang=lang).update(holder=holder, held_until=until)
    return Hold.ANEW if taken else Hold.NOT


def ask_for_repair(lang: str, *, due_at: datetime) -> None:
    """Make the language's stories due for repair, unless they are already."""
    Shard.objects.filter(lang=lang, due_at=None).update(step="repair", due_at=due_at, dead_at=None)


def ask_again(lang: str, *, due_at: datetime) -> None:
    """Remember that a row of all languages is asked for while its work is under way.

    Nobody holds such a row, so `held_until` is free to say when it is due once that is filed.
    """
    Shard.objects.filter(lang=lang).exclude(lease="").update(held_until=due_at)


def asked_meanwhile(row: Shard) -> datetime | None:
    """Return when a row of all languages is due again, inside the transaction that files it."""
    rows = Shard.objects.select_for_update().filter(pk=row.pk)
    return rows.values_list("held_until", flat=True).first()


def release_shards(holder: str) -> None:
    """Give every language back, so that the next holder need not wait."""
    Shard.objects.filter(holder=holder).update(held_until=None)


def fence(lang: str, holder: str) -> None:
    """Assert inside a filing transaction that the language is still ours.

    The no-change UPDATE locks the row on PostgreSQL: nobody takes the language over until the
    transaction ends. Raises LeaseLost.
    """
    if not Shard.objects.filter(lang=lang, holder=holder).update(holder=holder):
        raise LeaseLost(f"shard {lang}")
