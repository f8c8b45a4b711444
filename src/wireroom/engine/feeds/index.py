"""The sitemaps that an index names, asked with it: which of them, and what they bring together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.answer import NOT_MODIFIED, Polled
from wireroom.engine.feeds.entries import drop_doubles
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import AskedFor, FeedEntry, FetchRequest, FetchResult, ParsedFeed

# Those of news, or changed last: more would be an archive's.
MOST_CHILDREN: Final = 3
_LONGEST: Final = 300  # characters of an address that is told of
# Of each sitemap: an ETag and a Last-Modified, as it last answered.
Validators = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Child:
    """One sitemap of an index: its address, and what it answered."""

    url: str
    answer: FetchResult | None  # None: it could not be asked


def ask_children(
    named: Sequence[str], known: Mapping[str, Validators], *, named_by: str, accept: str
) -> list[FetchRequest]:
    """Return the requests for an index's sitemaps, each on conditions of its last answer.

    `named` is what the index names, best first; where it sent nothing new, those `known` are asked.
    """
    requests = []
    for url in list(named or known)[:MOST_CHILDREN]:
        etag, last_modified = known.get(url, ("", ""))
        requests.append(
            FetchRequest(
                url=url,
                named_by=named_by,
                etag=etag or None,
                last_modified=last_modified or None,
                accept=accept,
                asks_for=AskedFor.FEED,
            )
        )
    return requests


def read_children(
    index: Polled, children: Sequence[Child], known: Mapping[str, Validators]
) -> Polled:
    """Return the poll of an index as one of a sitemap that holds all that its sitemaps hold.

    A sitemap that cannot be asked or read now is left for the next poll; where it never was, the
    index comes back without validators, for of one that is as it was only known sitemaps are asked.
    Raises NotAFeed where none could.
    """
    entries: list[FeedEntry] = []
    unseen: set[str] = set()
    validators: dict[str, Validators] = {}
    warnings: list[str] = []
    for child in children:
        try:
            found = _read(child)
        except NotAFeed as error:
            warnings.append(f"{child.url[:_LONGEST]}: {error}")
            if child.url in known:
                validators[child.url] = known[child.url]
            continue
        validators[child.url] = _validators(child, known)
        entries += found
        if child.url not in known:
            unseen.update(entry.url for entry in found)
    if children and len(warnings) == len(children):
        raise NotAFeed(f"none of the sitemaps of this index can be read now: {warnings[0]}")
    feed = ParsedFeed(
        kind="sitemap",
        entries=drop_doubles(entries),
        sitemaps=index.feed.sitemaps if index.feed else (),
        warnings=tuple(warnings),
    )
    changed = index.feed is not None or bool(entries)
    is_whole = all(child.url in validators for child in children)
    return replace(
        index,
        answer=index.answer if is_whole else _without_validators(index.answer),
        feed=feed if changed else None,
        children=validators,
        unseen=frozenset(unseen),
    )


def _without_validators(answer: FetchResult) -> FetchResult:
    stated = answer.headers.items()
    kept = {name: value for name, value in stated if name not in ("etag", "last-modified")}
    return replace(answer, headers=kept)


def _read(child: Child) -> tuple[FeedEntry, ...]:
    answer = child.answer
    if answer is None:
        raise NotAFeed("no answer")
    if answer.status == NOT_MODIFIED:
        return ()
    if not 200 <= answer.status < 300:
        raise NotAFeed(f"it answered {answer.status}")
    content_type = answer.headers.get("content-type")
    return parse_feed(answer.body, url=answer.url, content_type=content_type).entries


def _validators(child: Child, known: Mapping[str, Validators]) -> Validators:
    """The pair belongs together: a 200 replaces both, a 304 may renew either."""
    headers = child.answer.headers if child.answer else {}
    stated = headers.get("etag", ""), headers.get("last-modified", "")
    if child.answer is not None and child.answer.status == NOT_MODIFIED:
        before = known.get(child.url, ("", ""))
        return stated[0] or before[0], stated[1] or before[1]
    return stated
