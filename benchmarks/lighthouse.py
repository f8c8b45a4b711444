"""Lighthouse: its four scores for a phone, of a front, a story and an article in each edition.

`python -m benchmarks.lighthouse` starts the sample newsroom, calls its outlets real ones (a sample
asks not to be indexed, which costs the score for search engines all by itself), and has Lighthouse
look at each page. It needs Node (`npx`), the network for Lighthouse itself, and Chromium.
"""

import argparse
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.gallery_site import Site, sample_site

LEAST: Final = 0.95  # of each score
_LIGHTHOUSE: Final = "lighthouse@12.8.2"
_CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
_FIGURES: Final = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
_EDITIONS: Final = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Look:
    """What Lighthouse says of a page: scores from 0 to 1, figures as it writes them, and faults."""

    path: str
    scores: tuple[float, ...]
    figures: tuple[str, ...]
    faults: tuple[str, ...]


def main(words: Sequence[str] | None = None) -> int:
    """Print a row a page; return 1 where a score is below the least, 2 where nothing can be run."""
    parser = argparse.ArgumentParser(description=__doc__, prog="lighthouse")
    parser.add_argument("--runs", type=int, default=1, help="of which the middle one counts")
    runs = parser.parse_args(words).runs
    npx = shutil.which("npx")
    if npx is None:
        print("Lighthouse runs on Node: install it, so that `npx` is found", file=sys.stderr)
        return 2
    print(f"| page | {' | '.join(_CATEGORIES)} | {' | '.join(_FIGURES)} |")
    print("|---" * (1 + len(_CATEGORIES) + len(_FIGURES)) + "|")
    is_good = True
    with sample_site(("en", "ar")) as site:
        _call_it_real(site)
        for path in _pages(site):
            look = sorted((_look(npx, site, path) for _ in range(runs)), key=lambda one: one.scores)
            _show(look[runs // 2])
            is_good &= min(look[runs // 2].scores) >= LEAST
    return 0 if is_good else 1


def _call_it_real(site: Site) -> None:
    assert site.var
    with closing(sqlite3.connect(site.var / "wireroom.sqlite3")) as database, database:
        database.execute("UPDATE news_outlet SET is_sample = 0")


def _pages(site: Site) -> Iterator[str]:
    for edition in _EDITIONS:
        front = f"/{edition}/"
        yield front
        story = _first(rf"/{edition}/story/\d+/", site.get(front))
        yield story
        yield _first(rf"/{edition}/article/\d+/", site.get(story))


def _first(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    if found is None:
        raise LookupError(f"no {pattern} on the page")
    return found[0]


def _look(npx: str, site: Site, path: str) -> Look:
    with tempfile.TemporaryDirectory(prefix="wireroom-lighthouse-") as folder:
        told = Path(folder) / "told.json"
        command = [npx, "--yes", _LIGHTHOUSE, site.url + path, "--quiet", "--output=json"]
        command += [f"--output-path={told}", f"--only-categories={','.join(_CATEGORIES)}"]
        command += ["--chrome-flags=--headless=new --no-sandbox"]
        for last in (False, False, True):  # on a busy machine it loses a page's beginning
            done = subprocess.run(
                command, check=last, env=_environment(), stdout=subprocess.DEVNULL
            )
            if done.returncode == 0:
                break
        return _read(path, json.loads(told.read_text()))


def _environment() -> dict[str, str]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    return {"CHROME_PATH": chromium, **os.environ} if chromium else dict(os.environ)


def _read(path: str, told: dict[str, Any]) -> Look:
    audits = told["audits"]
    return Look(
        path,
        tuple(told["categories"][name]["score"] or 0.0 for name in _CATEGORIES),
        tuple(audits[name].get("displayValue", "?").replace("\xa0", " ") for name in _FIGURES),
        tuple(
            audits[one["id"]]["title"]
            for name in _CATEGORIES[1:]
            for one in told["categories"][name]["auditRefs"]
            if one["weight"] and audits[one["id"]]["score"] == 0
        ),
    )


def _show(look: Look) -> None:
    scores = [f"{100 * score:.0f}" for score in look.scores]
    print(f"| {look.path} | {' | '.join((*scores, *look.figures))} |", flush=True)
    for fault in look.faults:
        print(f"  {look.path}: {fault}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
