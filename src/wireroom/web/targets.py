"""What an address asks to save, follow or block, how it is called, and where its page is."""

from urllib.parse import urlencode

from django.http import Http404, QueryDict

from wireroom.engine.search.query import MOST_CHARS
from wireroom.reading.queries.found import find_target
from wireroom.reading.queries.lists import Listed
from wireroom.reading.targets import Kind, Target
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.topic_parts import topic_name, topic_url


def read_target(asked: QueryDict, kinds: frozenset[Kind]) -> Listed:
    """Return what an address names: ?story=12, ?words=... Raises Http404 where there is none."""
    for kind in kinds:
        told = asked.get(kind.value, "")
        if not told:
            continue
        if kind is Kind.WORDS:
            words = " ".join(told.split())[:MOST_CHARS]
            found = find_target(Target(kind, words=words)) if words.isprintable() else None
        else:
            number = row_number(told)
            found = find_target(Target(kind, number)) if number is not None else None
        if found:
            return found
    raise Http404


def target_url(listed: Listed) -> str:
    """Return where the public page of a target is."""
    target = listed.target
    if target is None:
        return page_url("mine")
    if listed.topic:
        return topic_url(listed.topic)
    if target.kind is Kind.WORDS:
        return f"{page_url('search')}?{urlencode({'q': target.words, 'sort': 'new'})}"
    if target.kind is Kind.OUTLET:
        return page_url("outlet", slug=listed.slug)
    if target.kind is Kind.ARTICLE:
        return page_url("article", article_id=target.id)
    return page_url("story", story_id=target.id)


def done_url(url: str, deed: str) -> str:
    """Return the address of a public page that says, without knowing anybody, that a deed is done.

    The words are those of `done.jinja`, which the fragment brings into sight.
    """
    return f"{url}#done-{deed}"


def target_name(listed: Listed, language: str) -> tuple[str, str]:
    """Return how a target is called in an edition, and the language of that name."""
    if listed.topic:
        return topic_name(listed.topic, language)
    return listed.name, listed.lang
