"""Quotes on the shared pages: what the seeds hold, and floors that may only rise."""

import json
import os
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quotes import TRUTH, Tally, annotated_bodies, f1, score_page

from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("WIREROOM_SHARED", ROOT.parent / "shared"))
SEEDS = SHARED / "seeds"
# Parts whose errors the rules have hardly met: from "twelfth" on they are news, before all genres.
LATER = ("ninth", "tenth", "twelfth", "thirteenth", "fourteenth")
# News whose errors the rules have met once, and not at all.
NEWEST = ("fifteenth", "sixteenth")
# News of US outlets and some German, of which only marked words are annotated.
DRAWN = ("seventeenth", "eighteenth", "nineteenth")
PAGES = SHARED / "extraction" / "truth.jsonl.gz"


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[‘’]", "'", re.sub("[“”]", '"', re.sub("[–—]", "-", text)))
    return " ".join(text.split())


def _between(lines: list[str], starts: str, ends: str) -> str:
    """Cut a body by the first and last words that the truth file names; the longest wins."""
    first = max((n for n, line in enumerate(lines) if starts in line), key=lambda n: len(lines[n]))
    last = next(n for n in range(first, len(lines)) if lines[n].rstrip().endswith(ends))
    body = [line for line in lines[first : last + 1] if line]
    body[0] = body[0][body[0].index(starts) :]
    return "\n\n".join(body)


def _seed_bodies(truth: dict[str, Any]) -> dict[str, str]:
    return {
        row["id"]: _between(
            (SEEDS / page["file"]).read_text("utf-8").split("\n"),
            row["body_starts"],
            row["body_ends"],
        )
        for page in truth["pages"]
        for row in page["articles"]
    }


@pytest.mark.skipif(not SEEDS.exists(), reason="needs the shared seeds folder (WIREROOM_SHARED)")
def test_all_quotes_of_the_seeds_are_found() -> None:
    truth = json.loads((SEEDS / "truth.json").read_text("utf-8"))
    found = {name: find_quotes(body, "en") for name, body in _seed_bodies(truth).items()}
    for row in truth["quotes"]:
        assert any(_is_same(quote, row) for quote in found[row["article"]]), row


def _is_same(quote: Quote, row: dict[str, Any]) -> bool:
    return (
        _folded(quote.quote) == _folded(row["quote"])
        and quote.speaker_resolved == row["speaker"]
        and quote.addressee == row.get("addressee")
        and set(row.get("via", ())) <= set(quote.via)
    )


@pytest.mark.skipif(not PAGES.exists(), reason="needs the shared pages (WIREROOM_SHARED)")
def test_quotes_stay_above_their_floors() -> None:
    pages = [json.loads(line) for line in TRUTH.read_text("utf-8").splitlines()]
    bodies = dict(annotated_bodies(PAGES.parent))
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))
    for name in ("quotes", "quotes_later", "quotes_newest", "quotes_drawn"):
        tally = Tally()
        for page in pages:
            if _group(page["part"]) == name:
                score_page(page, *bodies[page["page"]], tally)
        reached = reached_by(tally)
        assert {key: at for key, at in reached.items() if at < floors[name][key]} == {}


def _group(part: str) -> str:
    if part in DRAWN:
        return "quotes_drawn"
    if part in NEWEST:
        return "quotes_newest"
    return "quotes_later" if part in LATER else "quotes"


def reached_by(tally: Tally) -> dict[str, float]:
    return {
        "marked_f1": f1(tally.right_marked, tally.found_marked, tally.true_marked),
        "speaker_f1": f1(tally.right_speakers, tally.shown_speakers, tally.true_speakers),
        "shown_precision": tally.right_speakers / tally.shown_speakers,
        "indirect_f1": f1(tally.right_tokens, tally.found_tokens, tally.true_tokens),
    }
