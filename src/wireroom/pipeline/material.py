"""What a model is given of stories: texts of outlets that allow it, as far as their terms go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.verify.claim import CitedArticle
from wireroom.engine.insight.written.material import Numbered, choose_material
from wireroom.news.hidden import Hidden, is_hidden
from wireroom.news.models import Article
from wireroom.news.publication import Level, count_words, lower_level, read_policy
from wireroom.news.queries.errors import read_hidden
from wireroom.pipeline.reports import read_story_reports


@dataclass(frozen=True, slots=True)
class Material:
    """The sentences of a story, and the articles that they stand in."""

    sentences: tuple[Numbered, ...]
    articles: tuple[CitedArticle, ...]


def read_material(stories: Sequence[int]) -> dict[int, Material]:
    """Return by story what a model may be given of it: seven queries."""
    reports = read_story_reports(stories)
    terms = _words_allowed([one.article for told in reports.values() for one in told])
    hidden = read_hidden(map(int, terms))
    return {story: _material(told, terms, hidden) for story, told in reports.items()}


def _words_allowed(articles: Sequence[str]) -> dict[str, int | None]:
    """Return by article how many words may be shown, None for all; no article of which none may."""
    columns = ("pk", "outlet__policy", "most_shown", "outlet__excerpt_words")
    may_be = Article.objects.filter(outlet__ai_allowed=True, ai_reserved=False)
    rows = may_be.filter(pk__in=articles).values_list(*columns)
    found: dict[str, int | None] = {}
    for article, level, most, words in rows:
        policy = read_policy(lower_level(level, most), words, images=False)
        if policy.level is not Level.HEADLINE:
            found[str(article)] = None if policy.level is Level.FULL else policy.excerpt_words
    return found


def _material(
    told: Sequence[StoryReport], terms: Mapping[str, int | None], hidden: Hidden
) -> Material:
    sentences = choose_material(
        told,
        terms,
        count_words=count_words,
        is_hidden=lambda article, text: is_hidden((text, int(article)), hidden),
    )
    cited = {one.span.article for one in sentences}
    return Material(
        sentences,
        tuple(
            CitedArticle(one.article, one.revision, one.body, one.lang, one.at)
            for one in told
            if one.article in cited
        ),
    )
