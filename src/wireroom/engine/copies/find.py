"""All copies among a set of articles: fingerprints, then candidates, then alignment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from wireroom.engine.copies.abroad import pair_abroad
from wireroom.engine.copies.fingerprint import fingerprint
from wireroom.engine.copies.index import CopyIndex
from wireroom.engine.copies.lineage import NO_PRINTS, compare
from wireroom.engine.copies.translated import compare_translated
from wireroom.engine.types import ArticleText, CopyPair


def find_copies(articles: Iterable[ArticleText], *, quotes: bool = False) -> Iterator[CopyPair]:
    """Yield every pair of articles that share copy, in one language or translated.

    They come in the order of the later article.

    With `quotes` those that share only the words of a quote as well, as CopyKind.QUOTE.
    `a` comes before `b` in the input. All articles are held in memory and fingerprinted
    before the first pair, so that furniture is known whatever the order; a service that runs
    on keeps a CopyIndex instead.
    """
    texts = list(articles)
    prints = [fingerprint(text.body) for text in texts]
    index = CopyIndex(max_articles=max(1, len(texts)))
    for number, text in enumerate(texts):
        index.add(number, prints[number], outlet=text.outlet, at=text.published_at)
    abroad = defaultdict(list)
    for first, second in pair_abroad(texts):
        abroad[second].append(first)
    for number, text in enumerate(texts):
        earlier = sorted(key for key, _ in index.candidates(prints[number]) if key < number)
        furniture = index.furniture(prints[number]) if earlier else NO_PRINTS
        for key in earlier:
            pair = compare(texts[key], text, furniture=furniture, quotes=quotes)
            if pair is not None:
                yield pair
        translated = (compare_translated(texts[key], text) for key in abroad[number])
        yield from (pair for pair in translated if pair is not None)
