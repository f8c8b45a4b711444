"""Which articles of a language wait for a repair, found without anybody having kept a list."""

from wireroom.news.models import Membership, Mend, Shard


def find_unrepaired(lang: str) -> list[int]:
    """Return articles assigned since the language was last repaired, and those of undone mends.

    None where it never was: what an older release grouped stays until something comes near it.
    """
    since = Shard.objects.filter(lang=lang).values_list("repaired_at", flat=True).first()
    if since is None:
        return []
    assigned = Membership.objects.filter(story__lang=lang, assigned_at__gt=since)
    found = dict.fromkeys(assigned.order_by("article").values_list("article", flat=True))
    for mend in Mend.objects.filter(lang=lang, undone_at__gt=since).order_by("pk"):
        found |= dict.fromkeys([*mend.subject, *mend.together, *mend.apart])
    return list(found)
