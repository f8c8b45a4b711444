"""Quotes of annotated pages against what `find_quotes` finds there, without a model.

    python -m benchmarks.quotes ../shared/extraction [--part held] [--languages] [--worst]

`quotes_truth.jsonl` names pages of the extraction corpus and gives code point offsets in their
true body with a hash of each span, and no text. "marked" spans are what stands between quote
marks and is somebody's words (`form`: direct or mixed); "indirect" ones are reported clauses
without marks. A `speaker` is the span of the fullest name that the article gives, `also` others
that name the same as fully, `named` the mention beside the quote. Part "tuned" was looked at
while the rules were written; each other part ("held", "fresh" and "first" to "sixteenth") was
annotated before the rules met it, measured once, and looked at after that. "ninth" and "tenth"
were drawn at random from all genres; "eleventh" and "twelfth" are halves, divided by chance, of 30
reports of news. The errors of "tenth" were not read, and of "twelfth" those of every other page.
"thirteenth" is news, measured once before its errors were read; "fourteenth" is news of the shared
stories, of which only the marked words are annotated. "fifteenth" and "sixteenth" are 27 and 12
pages of news, divided by chance: all of the corpus that had none yet, and others of the stories.
"seventeenth" and "eighteenth" are marked words of 61 and 12 pages more, drawn by a hash: stories of
US outlets that no page was annotated of, and five in German; "nineteenth" 20 more, measured once
before their errors were read. No odds are learned from "eighteenth", and its errors were not read.
"""

import argparse
import gzip
import hashlib
import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.text.language import language_of

PARTS: Final = [
    *("tuned", "held", "fresh", "first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
]
TRUTH: Final = Path(__file__).with_name("quotes_truth.jsonl")


@dataclass(slots=True)
class Tally:
    """Counts of one part: what was true, found and right."""

    pages: int = 0
    true_marked: int = 0
    found_marked: int = 0
    right_marked: int = 0
    true_speakers: int = 0
    shown_speakers: int = 0
    right_speakers: int = 0
    true_tokens: int = 0
    found_tokens: int = 0
    right_tokens: int = 0
    milliseconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Print a table of the parts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--languages", action="store_true", help="a line for each language, too")
    parser.add_argument("--worst", action="store_true", help="say where each mistake is")
    args = parser.parse_args()
    bodies = dict(annotated_bodies(args.corpus))
    find_quotes("She said it holds.")  # loads what is loaded once
    tallies: dict[str, Tally] = {}
    for line in TRUTH.read_text("utf-8").splitlines():
        page = json.loads(line)
        if args.part in (None, page["part"]):
            body, lang = bodies[page["page"]]
            names = [page["part"]]
            if args.languages:
                names.append(f"{page['part']} {language_of(body, stated=lang)[:2]}")
            for name in names:
                score_page(page, body, lang, tallies.setdefault(name, Tally()))
    for part, tally in tallies.items():
        print(described(part, tally))
        if args.worst:
            print("\n".join(tally.wrong))


def annotated_bodies(corpus: Path) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Yield the text and language of all pages that may be annotated, by the page's name."""
    for path, before, language in (
        (corpus / "truth.jsonl.gz", "", "language"),
        (corpus.parent / "stories" / "dev.jsonl.gz", "stories-", "lang"),
    ):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                yield before + row["id"], (row["body"] or "", row[language])


def score_page(page: dict[str, Any], body: str, lang: str | None, tally: Tally) -> None:
    """Add the counts of one page; raises ValueError where its text is not the annotated one."""
    if hashlib.sha256(body.encode()).hexdigest()[:16] != page["body_sha"]:
        raise ValueError(f"{page['page']}: the body is not the one that was annotated")
    began = time.process_time()
    found = find_quotes(body, lang)
    tally.milliseconds.append(1000 * (time.process_time() - began))
    tally.pages += 1
    _score_marked(page, body, [each for each in found if each.kind != "indirect"], tally)
    if page.get("marked_only"):
        return
    true = [each for each in page["quotes"] if each["kind"] == "indirect"]
    wanted = _places((each["start"], each["end"]) for each in true)
    given = _places((each.start, each.end) for each in found if each.kind == "indirect")
    words = [at for at in range(len(body)) if _opens_word(body, at)]
    tally.true_tokens += sum(at in wanted for at in words)
    tally.found_tokens += sum(at in given for at in words)
    tally.right_tokens += sum(at in given and at in wanted for at in words)


def _score_marked(page: dict[str, Any], body: str, found: list[Quote], tally: Tally) -> None:
    true = {
        (each["start"], each["end"]): true_speakers(each, body)
        for each in page["quotes"]
        if each["kind"] == "marked"
    }
    spans = {(each.start, each.end) for each in found}
    tally.true_marked += len(true)
    tally.found_marked += len(spans)
    tally.right_marked += len(spans & true.keys())
    tally.true_speakers += sum(bool(names) for names in true.values())
    for span in true.keys() - spans:
        tally.wrong.append(f"  {page['page']} {span} missed")
    for quote in found:
        span = (quote.start, quote.end)
        if span not in true:
            tally.wrong.append(f"  {page['page']} {span} is no quote")
        if quote.speaker_resolved is None:
            continue
        tally.shown_speakers += 1
        if plain_name(quote.speaker_resolved) in true.get(span, ()):
            tally.right_speakers += 1
        elif span in true:
            shown = (quote.speaker_start, quote.speaker_end)
            tally.wrong.append(f"  {page['page']} {span} speaker {shown} is another")


def true_speakers(quote: dict[str, Any], body: str) -> frozenset[str]:
    """Return the full names that are right: one, and others where the article gives several."""
    spans = [quote["speaker"], *quote.get("also", ())] if quote["speaker"] else []
    return frozenset(plain_name(body[start:end]) for start, end in spans)


def plain_name(name: str) -> str:
    """Return a name as it is compared with another."""
    return name.casefold().removeprefix("the ").strip()


def _places(spans: Iterator[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _opens_word(body: str, at: int) -> bool:
    return body[at].isalnum() and (at == 0 or not body[at - 1].isalnum())


def described(part: str, tally: Tally) -> str:
    """Return one line of figures."""
    marked = f1(tally.right_marked, tally.found_marked, tally.true_marked)
    speakers = f1(tally.right_speakers, tally.shown_speakers, tally.true_speakers)
    tokens = f1(tally.right_tokens, tally.found_tokens, tally.true_tokens)
    shown = tally.right_speakers / max(1, tally.shown_speakers)
    return (
        f"{part}: {tally.pages} pages, {tally.true_marked} marked quotes; span F1 {marked:.3f}, "
        f"speaker F1 {speakers:.3f}, shown precision {shown:.3f}, indirect token F1 {tokens:.3f}, "
        f"{statistics.median(tally.milliseconds):.1f} ms an article in the median, "
        f"{statistics.mean(tally.milliseconds):.1f} in the mean"
    )


def f1(right: int, found: int, true: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / max(1, found + true)


if __name__ == "__main__":
    main()
