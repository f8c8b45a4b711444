"""Copies real pages as readers do: shown in Chromium, all of it selected, taken as plain text.

usage: python -m benchmarks.dump_copies FOLDER COPIES

FOLDER holds ID.html.gz pages and truth.jsonl.gz as ../shared/extraction does. Each page is
opened without scripts and without a network, and COPIES/ID.json gets `selected`, what a
selection of everything gives, and `inner`, the text of the body as Chromium lays it out. Pages
that COPIES has already are left alone, so that a run that was stopped goes on. COPIES holds
the pages' text: keep it outside the repository.
"""

import argparse
import gzip
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.page_samples import truth_rows

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

_COPY: Final = """() => {
    document.execCommand('selectAll');
    return {
        selected: window.getSelection().toString(),
        inner: document.body ? document.body.innerText : '',
    };
}"""
_LONGEST_WAIT: Final = 20_000  # ms


def main() -> int:
    """Copy what is missing."""
    parser = argparse.ArgumentParser(prog="dump_copies", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("copies", type=Path)
    args = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("dump_copies: no Chromium here: sudo apt install chromium", file=sys.stderr)
        return 1
    args.copies.mkdir(parents=True, exist_ok=True)
    print(f"{_copy_all(args.folder, args.copies, chromium)} pages copied to {args.copies}")
    return 0


def _copy_all(folder: Path, copies: Path, chromium: str) -> int:
    from playwright.sync_api import Error, sync_playwright  # a tool of benchmarks alone

    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(java_script_enabled=False, service_workers="block")
        for row in truth_rows(folder):
            path = copies / f"{row['id']}.json"
            if path.exists():
                continue
            raw = gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())
            try:
                found = _copied(context, raw)
            except Error as error:
                print(f"{row['id']}: {error}", file=sys.stderr)
                continue
            path.write_text(json.dumps(found), encoding="utf-8")
            count += 1
        browser.close()
    return count


def _copied(context: "BrowserContext", raw: bytes) -> dict[str, Any]:
    page = context.new_page()

    def answer(route: "Route") -> None:
        is_page = route.request.is_navigation_request() and route.request.frame == page.main_frame
        if is_page:
            route.fulfill(status=200, content_type="text/html", body=raw)
        else:
            route.abort()

    try:
        page.route("**/*", answer)
        return _of(page)
    finally:
        page.close()


def _of(page: "Page") -> dict[str, Any]:
    page.goto("http://page.invalid/", wait_until="domcontentloaded", timeout=_LONGEST_WAIT)
    found: dict[str, Any] = page.evaluate(_COPY)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
