"""Gallery: looks at every kind of page in Chromium, checks it, and takes its picture.

    python -m benchmarks.gallery [--out FOLDER] [--axe FILE] [--rows N ...] [--kinds KIND ...]

Starts the sample newsroom (and, with --rows, sites with so many rows of each kind and texts that
strain a layout), then opens every kind of page in English and Arabic at 390, 768 and 1280 pixels,
light and dark, with and without JavaScript. Prints a line for each that breaks a rule
(benchmarks/gallery_checks.py) and a table of kinds; exits 1 where one does. `--axe` names
axe-core's axe.min.js, which comes by npm; without it accessibility is not checked.
"""

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

from benchmarks.gallery_checks import LOAD_BYTES, WATCH, Look
from benchmarks.gallery_pages import Spot, find_pages
from benchmarks.gallery_site import Site, sample_site, strained_site
from benchmarks.table import print_table

WIDTHS: Final = (390, 768, 1280)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LANGUAGES: Final = ("en", "ar")
# Pages of hundreds of rows are looked at as far down as this, in pixels: the rest repeats.
TALLEST: Final = 6000


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]
    has_script: bool

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}{'' if self.has_script else '-noscript'}"


def main() -> int:
    """Look at every site that is asked for."""
    args = _parser().parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("gallery: no Chromium on this machine: sudo apt install chromium", file=sys.stderr)
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    rows: list[list[object]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, site in _sites(args.rows):
            rows += _look_at_site(browser, name, site, args)
        browser.close()
    print_table("gallery", ["site", "page", "looks", "faults", "KB at first"], rows)
    return 1 if any(row[3] for row in rows) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("var/gallery"))
    parser.add_argument("--axe", type=Path, help="axe-core's axe.min.js")
    parser.add_argument("--rows", type=int, nargs="+", default=[-1], help="-1: the sample")
    parser.add_argument("--kinds", nargs="+", default=[])
    parser.add_argument("--widths", type=int, nargs="+", default=list(WIDTHS))
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=list(SCHEMES))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--script", choices=("both", "on", "off"), default="both")
    return parser


def _sites(rows: Sequence[int]) -> Iterator[tuple[str, Site]]:
    for count in rows:
        with sample_site() if count < 0 else strained_site(count) as site:
            yield ("sample" if count < 0 else f"{count} rows"), site


def _look_at_site(
    browser: Browser, name: str, site: Site, args: argparse.Namespace
) -> list[list[object]]:
    spots = [
        spot
        for lang in args.languages
        for spot in find_pages(site, lang)
        if not args.kinds or spot.kind in args.kinds
    ]
    looks, faults, loads = Counter[str](), Counter[str](), Counter[str]()
    for way in _ways(args):
        with _tabs(browser, site, way, args.axe) as (public, private):
            for spot in spots:
                look = private if spot.is_private else public
                found = _look_at(look, site, spot)
                if way.has_script:
                    loads[spot.kind] = max(loads[spot.kind], look.loaded_bytes())
                looks[spot.kind] += 1
                faults[spot.kind] += bool(found)
                _picture(look, args.out / f"{name.replace(' ', '-')}-{spot.kind}-{spot.lang}-{way}")
                for fault in found:
                    print(f"{name} {spot.kind} {spot.lang} {way}: {fault}", flush=True)
    return [
        [name, kind, looks[kind], faults[kind] + (loads[kind] > LOAD_BYTES), loads[kind] / 1000]
        for kind in looks
    ]


def _ways(args: argparse.Namespace) -> Iterator[Way]:
    wanted = {"both": (True, False), "on": (True,), "off": (False,)}[args.script]
    for width in args.widths:
        for scheme in args.schemes:
            for has_script in wanted:
                yield Way(width, scheme, has_script)


@contextmanager
def _tabs(browser: Browser, site: Site, way: Way, axe: Path | None) -> Iterator[tuple[Look, Look]]:
    """Open two tabs: one of a stranger, one of the host."""
    with ExitStack() as stack:
        looks = []
        for session in ("", site.session):
            context = browser.new_context(
                viewport={"width": way.width, "height": 900},
                color_scheme=way.scheme,
                java_script_enabled=way.has_script,
                service_workers="block",  # it would answer from its own cache and hide the load
            )
            stack.callback(context.close)
            context.add_init_script(WATCH)
            if session:
                context.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])
            text = axe.read_text("utf-8") if axe else ""
            looks.append(Look(context.new_page(), axe=text, has_script=way.has_script))
        yield looks[0], looks[1]


def _look_at(look: Look, site: Site, spot: Spot) -> list[str]:
    look.open(site.url + spot.path, status=404 if spot.kind == "not-found" else 200)
    return look.faults()


def _picture(look: Look, path: Path) -> None:
    page = look.page
    width = page.evaluate("innerWidth")
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=f"{path}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
