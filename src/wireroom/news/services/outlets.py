"""Filing outlets: one row a publisher, however its name is spelled."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from wireroom.news.identity import NAME_LENGTH, name_key
from wireroom.news.models import Outlet
from wireroom.news.queries.homes import read_homes


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFacts:
    """What a list says of an outlet; empty where it says nothing."""

    name: str
    name_en: str = ""
    slug: str = ""
    home_url: str = ""
    country: str = ""
    lang: str = ""
    owner: str = ""
    owner_type: str = ""
    category: str = "general"
    policy: str = "excerpt"
    excerpt_words: int = 60
    is_aggregator: bool = False
    is_sample: bool = False


def file_outlet(facts: OutletFacts) -> tuple[Outlet, bool]:
    """Make the outlet unless one of that name is there; the second value says whether it is new.

    What a host has set on an outlet (its policy above all) is never overwritten.
    """
    known = Outlet.objects.filter(name_key=name_key(facts.name)).first()
    if known is not None:
        return _with_facts(known, facts), False
    row = Outlet(
        name=facts.name.strip()[:NAME_LENGTH],
        name_key=name_key(facts.name),
        name_en=facts.name_en[:NAME_LENGTH],
        slug=_free_slug(facts),
        home_url=facts.home_url,
        country=facts.country,
        lang=facts.lang,
        owner=facts.owner[:NAME_LENGTH],
        owner_type=facts.owner_type,
        category=facts.category,
        policy=facts.policy,
        excerpt_words=facts.excerpt_words,
        is_aggregator=facts.is_aggregator,
        is_sample=facts.is_sample,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        made = Outlet.objects.filter(name_key=row.name_key).first()
        if made is None:
            raise
        return made, False  # another coordinator made it a moment ago
    return row, True


def outlet_of_url(url: str) -> Outlet:
    """Return the outlet of an address, made from its host name when it is not known yet."""
    host = urlsplit(url).hostname or "unknown"
    known = read_homes(near=url).outlet_of(url)
    if known is not None:
        return Outlet.objects.get(pk=known)
    bare = host.removeprefix("www.")
    return file_outlet(OutletFacts(name=bare, home_url=f"https://{host}/"))[0]


def _with_facts(known: Outlet, facts: OutletFacts) -> Outlet:
    """Fill what an outlet first met inside an aggregator did not tell."""
    changed = []
    for field in ("home_url", "country", "lang", "owner", "owner_type", "name_en"):
        if not getattr(known, field) and getattr(facts, field):
            setattr(known, field, getattr(facts, field))
            changed.append(field)
    if changed and "home_url" in changed:  # only now is it listed: its list's policy counts
        known.policy, known.excerpt_words = facts.policy, facts.excerpt_words
        known.category = facts.category
        known.is_aggregator, known.is_sample = facts.is_aggregator, facts.is_sample
        changed += ["policy", "excerpt_words", "category", "is_aggregator", "is_sample"]
    if changed:
        known.save(update_fields=changed)
    return known


def _free_slug(facts: OutletFacts) -> str:
    wanted = facts.slug or slugify(facts.name_en or facts.name, allow_unicode=True) or "outlet"
    wanted = wanted[:70]
    slug, number = wanted, 1
    while Outlet.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{wanted}-{number}"
    return slug
