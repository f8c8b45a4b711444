"""Articles of which feeds give the lead alone."""

import re
from dataclasses import replace
from typing import Final

from wireroom.engine.types import ArticleText

_SENTENCES: Final = re.compile(r"(?<=[.!?؟।])\s+|(?<=。)")


def lead_of(article: ArticleText) -> ArticleText:
    """Return an article of which only headline and first two sentences are left."""
    return replace(article, body=" ".join(_SENTENCES.split(article.body, maxsplit=2)[:2]))
