"""`./wireroom bench listings`: which links of invented section fronts are taken for reports.

Layouts and styles of addresses marked held are for looking at once.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Final
from urllib.parse import urljoin

from benchmarks.listing_fronts import HELD_LAYOUTS, LAYOUTS, Layout, front
from benchmarks.listing_words import HELD_STYLES, STYLES, WORDS, Style, tell
from benchmarks.table import print_table, state_machine
from wireroom.engine.listings.read import read_listing

HEAD: Final = ("what", "fronts", "precision", "recall", "headlines", "ms")
_BASE: Final = "https://www.tide.example/section/0"
_REPORTS: Final = 18
_KNOWN: Final = 15


def measure(
    layouts: Mapping[str, Layout], styles: Mapping[str, Style], *, seed: int, learnt: bool
) -> Iterator[tuple[str, str, str, Counter[str]]]:
    """Yield layout, style and language of every front, with what was found and missed."""
    for layout_name, layout in layouts.items():
        for style_name, style in styles.items():
            for lang in WORDS:
                chance = Random(f"{seed} {layout_name} {style_name} {lang}")
                told = [tell(chance, lang, style) for _ in range(_REPORTS)]
                raw = front(chance, lang, layout, told).encode()
                known = _known(chance, lang, style) if learnt else []
                began = time.process_time()
                feed = read_listing(raw, url=_BASE, content_type="text/html", known=known)
                tally = Counter(ms=round((time.process_time() - began) * 1000))
                wanted = {urljoin(_BASE, one.url): one.headline for one in told}
                got = {one.url: one.title for one in feed.entries}
                right = wanted.keys() & got.keys()
                titled = sum(got[url] == wanted[url] for url in right)
                tally.update(
                    fronts=1, wanted=len(wanted), got=len(got), right=len(right), titled=titled
                )
                yield layout_name, style_name, lang, tally


def _known(chance: Random, lang: str, style: Style) -> list[tuple[str, bool]]:
    reports = [(urljoin(_BASE, tell(chance, lang, style).url), True) for _ in range(_KNOWN)]
    others = [urljoin(_BASE, f"/special/page-of-a-kind-{n}") for n in range(4)]
    return [*reports, *((url, False) for url in others)]


def _row(name: str, tallies: Sequence[Counter[str]]) -> list[str]:
    whole = sum(tallies, Counter())
    return [
        name,
        str(whole["fronts"]),
        f"{whole['right'] / max(whole['got'], 1):.3f}",
        f"{whole['right'] / max(whole['wanted'], 1):.3f}",
        f"{whole['titled'] / max(whole['right'], 1):.3f}",
        f"{whole['ms'] / max(whole['fronts'], 1):.1f}",
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Print precision and recall, without and with addresses that the outlet taught."""
    parser = argparse.ArgumentParser(prog="wireroom bench listings", description=__doc__)
    parser.add_argument("--held", action="store_true", help="the layouts and styles held back")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by", choices=("layout", "style", "language"), help="break down")
    args = parser.parse_args(argv)
    sets = (HELD_LAYOUTS, HELD_STYLES) if args.held else (LAYOUTS, STYLES)
    rows = []
    for learnt in (False, True):
        found = list(measure(*sets, seed=args.seed, learnt=learnt))
        name = "with addresses learnt" if learnt else "by shape and place alone"
        rows.append(_row(name, [one[-1] for one in found]))
        if args.by:
            place = ("layout", "style", "language").index(args.by)
            for part in dict.fromkeys(one[place] for one in found):
                rows.append(_row(f"  {part}", [one[-1] for one in found if one[place] == part]))
    print_table(state_machine("selectolax"), HEAD, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
