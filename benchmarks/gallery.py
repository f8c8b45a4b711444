"""Gallery: looks at every kind of page in Chromium, checks it, and takes its picture.

    python -m benchmarks.gallery [--out FOLDER] [--axe FILE] [--rows N ...] [--kinds KIND ...]

Starts the sample newsroom (and, with --rows, sites with so many rows of each kind and texts that
strain a layout), then opens every kind of page (benchmarks/gallery_table.py) in English and Arabic
at 390, 768 and 1280 pixels, light and dark, with and without JavaScript. Prints a line for each
that breaks a rule (benchmarks/gallery_checks.py) and a table of kinds; exits 1 where one does.
`--axe` names axe-core's axe.min.js, which comes by npm; without it accessibility is not checked.
`--widths`, `--schemes`, `--languages` (editions of countries too), `--script` and `--kinds` cut a
run in parts; with `--noted FILE` a run that was stopped goes on, and looks anew only at what had
a fault.
"""

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

from benchmarks.gallery_checks import LOAD_BYTES, WATCH, Look
from benchmarks.gallery_noted import Noted
from benchmarks.gallery_pages import Spot, find_pages
from benchmarks.gallery_site import Site, sample_site, strained_site
from benchmarks.gallery_table import LEADING
from benchmarks.table import print_table

WIDTHS: Final = (390, 768, 1280)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LANGUAGES: Final = ("en", "ar")
_SCRIPT: Final = {"both": (True, False), "on": (True,), "off": (False,)}
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
    with sync_playwright() as playwright, closing(Noted(args.noted)) as noted:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, site in _sites(args):
            rows += _look_at_site(browser, name, site, args, noted)
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
    parser.add_argument(
        "--languages", nargs="+", help="or editions, as en-ae", default=list(LANGUAGES)
    )
    parser.add_argument("--script", choices=list(_SCRIPT), default="both")
    parser.add_argument("--noted", type=Path, help="where looks without a fault are remembered")
    parser.add_argument("--no-pictures", action="store_true")
    return parser


def _sites(args: argparse.Namespace) -> Iterator[tuple[str, Site]]:
    # A newsroom offers the editions of its languages, and such others as are asked for.
    editions = [*LANGUAGES, *(one for one in args.languages if one not in LANGUAGES)]
    for count in args.rows:
        with sample_site(editions) if count < 0 else strained_site(count, editions) as site:
            yield ("sample" if count < 0 else f"{count} rows"), site


def _look_at_site(
    browser: Browser, name: str, site: Site, args: argparse.Namespace, noted: Noted
) -> list[list[object]]:
    spots = [
        spot
        for lang in args.languages
        for spot in find_pages(site, lang)
        if not args.kinds or spot.kind in args.kinds
    ]
    looks, faults, loads = Counter[str](), Counter[str](), Counter[str]()
    for has_script in _SCRIPT[args.script]:
        with _tabs(browser, site, args, has_script=has_script) as tabs:
            for spot in spots:
                look, called = tabs[spot.who], f"{name} {spot.kind} {spot.lang}"
                ways = [way for way in _ways(args, has_script) if not noted.has(f"{called} {way}")]
                for way, found in _look_at(look, site, spot, ways):
                    looks[spot.kind] += 1
                    faults[spot.kind] += bool(found)
                    for fault in found:
                        print(f"{called} {way}: {fault}", flush=True)
                    if not found:
                        noted.add(f"{called} {way}")
                    if not args.no_pictures:
                        _picture(look, args.out / f"{called} {way}".replace(" ", "-"))
                if has_script and ways:
                    loads[spot.kind] = max(loads[spot.kind], look.loaded_bytes())
    return [
        [name, kind, looks[kind], faults[kind] + (loads[kind] > LOAD_BYTES), loads[kind] / 1000]
        for kind in looks
    ]


def _ways(args: argparse.Namespace, has_script: bool) -> list[Way]:
    return [Way(width, scheme, has_script) for width, scheme in product(args.widths, args.schemes)]


@contextmanager
def _tabs(
    browser: Browser, site: Site, args: argparse.Namespace, *, has_script: bool
) -> Iterator[dict[str, Look]]:
    """Open a tab of a stranger, and one of everybody who is signed in."""
    axe = args.axe.read_text("utf-8") if args.axe else ""
    with ExitStack() as stack:
        tabs = {}
        for who, session in {"": "", **site.sessions}.items():
            context = browser.new_context(
                java_script_enabled=has_script,
                service_workers="block",  # it would answer from its own cache and hide the load
            )
            stack.callback(context.close)
            context.add_init_script(WATCH)
            if session:
                context.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])
            tabs[who] = Look(context.new_page(), axe=axe, has_script=has_script)
        yield tabs


def _look_at(
    look: Look, site: Site, spot: Spot, ways: Sequence[Way]
) -> Iterator[tuple[Way, list[str]]]:
    """Load a page once at each width, without scripts once at all; look at it in every way."""
    page = look.page
    # Pages of accounts have no edition in their address: the cookie has it.
    page.context.add_cookies([{"name": "edition", "value": spot.lang, "url": site.url}])
    opened: int | None = None
    led: list[str] = []
    for way in ways:
        page.set_viewport_size({"width": way.width, "height": 900})
        loads = way.width if way.has_script else 0  # a style sheet alone follows the window
        is_new = opened != loads
        # Colours that are still turning from one scheme to the other are no colours of the page.
        page.emulate_media(
            color_scheme=way.scheme, reduced_motion="no-preference" if is_new else "reduce"
        )
        if is_new:
            look.open(site.url + spot.path, status=404 if spot.kind == "not-found" else 200)
            led = [] if spot.kind in LEADING else look.led()
            opened = loads
        yield way, led + look.faults(only_colours=not is_new)


def _picture(look: Look, path: Path) -> None:
    page = look.page
    width = page.evaluate("innerWidth")
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=f"{path}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
