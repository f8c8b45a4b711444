"""The sentences of reports that a model is given: numbered, fenced, and none beyond its terms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Final

from wireroom.engine.insight.key_points.sentences import cut_sentences
from wireroom.engine.insight.story_brief import StoryReport
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.insight.verify.instructions import is_instruction
from wireroom.engine.stories.terms import base_language

# The verifier reads these: in another language nothing that a model writes could be shown.
LANGUAGES: Final = ("en", "ar")
# A dozen reports say what a story is about; what they open with, says most of it. Together some
# 3,000 tokens: what the smallest models read at once.
MOST_REPORTS: Final = 12
MOST_SENTENCES: Final = 60
MOST_OF_A_REPORT: Final = 12
MOST_CHARS: Final = 9_000
LONGEST_SENTENCE: Final = 600
FEWEST_SENTENCES: Final = 3


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence of a report, under the number by which the model cites it."""

    number: int
    outlet: str
    text: str
    span: Span


def choose_material(
    reports: Sequence[StoryReport],
    words_allowed: Mapping[str, int | None],
    *,
    count_words: Callable[[str], int],
    is_hidden: Callable[[str, str], bool] = lambda _article, _text: False,
) -> tuple[Numbered, ...]:
    """Return the sentences to give; none where too few may be given.

    `words_allowed` says by article how many words its outlet lets be shown, None for all; an
    article that is not in there is left out. Of a text that several carry, one is given. Sentences
    that are `is_hidden`, asked with the article, are not.
    """
    lang = base_language(reports[0].lang) if reports else ""
    if lang not in LANGUAGES:
        return ()
    chosen = _one_a_voice(reports, words_allowed, lang)
    share = min(MOST_OF_A_REPORT, MOST_SENTENCES // max(len(chosen), 1))
    found: list[Numbered] = []
    chars = 0
    for report in chosen:
        sentences = _sentences(report, words_allowed[report.article], count_words)
        given = (
            (start, end)
            for start, end in sentences
            if not is_hidden(report.article, report.body[start:end])
        )
        for start, end in islice(given, share):
            chars += end - start
            if chars <= MOST_CHARS:
                span = Span(report.article, report.revision, start, end)
                text = " ".join(report.body[start:end].split())
                found.append(Numbered(len(found) + 1, report.outlet, text, span))
    return tuple(found) if len(found) >= FEWEST_SENTENCES else ()


def _one_a_voice(
    reports: Sequence[StoryReport], words_allowed: Mapping[str, int | None], lang: str
) -> list[StoryReport]:
    """Return at most MOST_REPORTS, of each copy and its carriers the first that may be given."""
    voices: dict[str, StoryReport] = {}
    for report in reports:
        if report.article in words_allowed and base_language(report.lang) == lang:
            voices.setdefault(report.original, report)
    return list(voices.values())[:MOST_REPORTS]


def _sentences(
    report: StoryReport, most_words: int | None, count_words: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    """Yield whole sentences from the top, as many as the words allow."""
    words = 0
    for start, end in cut_sentences(report.body):
        text = report.body[start:end]
        words += count_words(text)
        if most_words is not None and words > most_words:
            return
        if end - start <= LONGEST_SENTENCE and not is_instruction(text):
            yield start, end


def fence(material: Sequence[Numbered]) -> str:
    """Return the sentences between two lines that no report can foresee."""
    lines = [f"[{one.number}] ({_plain(one.outlet)}) {one.text}" for one in material]
    mark = blake2b("\n".join(lines).encode("utf-8", "replace"), digest_size=8).hexdigest()
    return "\n".join((f"BEGIN REPORTS {mark}", *lines, f"END REPORTS {mark}"))


def _plain(outlet: str) -> str:
    return " ".join(outlet.split())[:80]
