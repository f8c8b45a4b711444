"""What is measured on a page in the browser, and which of it breaks a rule."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page

from benchmarks.gallery_text import CROSSED

# A first load without photos, and how far it may move (a tenth is what Lighthouse calls good).
LOAD_BYTES: Final = 150_000
SHIFT: Final = 0.02
# WCAG 2.2, 2.5.8: what is pressed is 24 by 24 pixels, or stands alone; links in text are exempt.
TARGET_PX: Final = 24
WATCH: Final = """
window.noted = {shift: 0, forbidden: []};
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) noted.shift += one.value;
}).observe({type: "layout-shift", buffered: true});
addEventListener("securitypolicyviolation", event =>
  noted.forbidden.push(event.violatedDirective + " " + event.blockedURI));
"""
_SMALL: Final = """least => [...document.querySelectorAll(
    "main button, main input:not([type=hidden]), main select, nav a, .tools a, .colophon a")]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest("p, .trap"))
  .map(one => [one.getBoundingClientRect(), one])
  .filter(([box, one]) => box.height > 2 && (box.height < least - 0.5 || box.width < 8)
    && !(one.labels?.length && one.labels[0].getBoundingClientRect().height >= least))
  .map(([box, one]) => `${one.tagName} ${(one.innerText || one.name || "").slice(0, 20)}`
    + ` ${Math.round(box.width)}x${Math.round(box.height)}`)"""
# Without scripts a button that sends no form does nothing: it has to be out of sight.
_IDLE: Final = """() => [...document.querySelectorAll("button")]
  .filter(one => (one.type === "button" || !one.form)
    && one.checkVisibility({visibilityProperty: true}))
  .map(one => `${one.innerText.slice(0, 20)}`)"""
# Bodies as sent, whether they came now or from the browser's cache.
_LOADED: Final = """[...performance.getEntriesByType("navigation"),
  ...performance.getEntriesByType("resource").filter(one => one.initiatorType !== "img")]
  .reduce((sum, one) => sum + one.encodedBodySize, 0)"""
# How long a page may still move after it was loaded: scripts that are deferred have run by then.
_SETTLE_MS: Final = 150
_AXE: Final = """async only => (await axe.run(document, {resultTypes: ["violations"],
  ...(only.length && {runOnly: {type: "rule", values: only}})})).violations
  .map(one => `axe ${one.id}: ${one.nodes[0].target} (${one.nodes.length})`)"""
# All of axe's rules that a change of colours alone may break.
_OF_COLOURS: Final = ["color-contrast", "link-in-text-block"]
# A picture that nothing answers for, and a worker that would answer from its own cache.
_BROKEN: Final = ("ERR_UNSAFE_PORT", "blocked by Playwright", "(reading 'waiting')")


class Look:
    """One tab that keeps what a page said, sent and moved."""

    def __init__(self, page: Page, *, axe: str, has_script: bool) -> None:
        self.page = page
        self._axe, self._has_script = axe, has_script
        self._said: list[tuple[str, str]] = []  # what a page said, and of which address
        self._missing = self._asked = ""
        page.on("console", partial(_note, self._said))
        page.on("pageerror", partial(_note, self._said))

    def open(self, address: str, *, status: int = 200) -> None:
        """Open a page and wait until it stands still."""
        self._said.clear()
        self._asked = address
        if "#" in address:  # of a page that is open already, it would load nothing
            self.page.goto("about:blank")
        answer = self.page.goto(address, wait_until="load")
        if self._has_script:
            self.page.wait_for_timeout(_SETTLE_MS)
        came = answer.status if answer else 0
        if came != status:
            self._said.append((f"status {came}", address))
        # The browser notes it, too: of this page, and of nothing in it, that is right.
        self._missing = address if status != 200 else ""

    def led(self) -> list[str]:
        """Return where the page has led to instead of being shown."""
        there = self.page.evaluate("location.pathname")
        asked = unquote(urlsplit(self._asked).path)
        return [] if unquote(there) == asked else [f"leads to {there}"]

    def faults(self, *, only_colours: bool = False) -> list[str]:
        """Return what breaks a rule on the page that is open.

        With `only_colours` axe looks at colours alone: it has looked at all else before.
        """
        page = self.page
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = [f"{wide} px too wide"] if wide > 0 else []
        if page.locator("h1").count() != 1:
            found.append(f"{page.locator('h1').count()} h1")
        found += [f"console: {text[:120]}" for text in self._complaints()]
        found += [f"small: {one}" for one in page.evaluate(_SMALL, TARGET_PX)[:3]]
        found += page.evaluate(CROSSED)
        if self._has_script:
            return found + self._faults_of_script(_OF_COLOURS if only_colours else [])
        return found + [f"idle: {one}" for one in page.evaluate(_IDLE)]

    def _complaints(self) -> list[str]:
        """Return what a page said, but for what the gallery breaks on purpose."""
        said = [text for text, address in self._said if not address or address != self._missing]
        return [text for text in said if not any(words in text for words in _BROKEN)]

    def _faults_of_script(self, only: Sequence[str]) -> list[str]:
        noted = self.page.evaluate("window.noted")
        found = [f"forbidden: {one}" for one in noted["forbidden"]]
        if noted["shift"] > SHIFT:
            found.append(f"moves by {noted['shift']:.3f}")
        if self._axe:
            if not self.page.evaluate("'axe' in window"):
                self.page.evaluate(self._axe)
            found += self.page.evaluate(_AXE, list(only))
        return found

    def loaded_bytes(self) -> int:
        """Return what the page loaded, as sent, photos left out."""
        return int(self.page.evaluate(_LOADED))


def _note(said: list[tuple[str, str]], message: ConsoleMessage | Error) -> None:
    if isinstance(message, Error):
        said.append((message.message, ""))
    else:
        said.append((message.text, message.location["url"]))
