"""Hostile pages are read, and their reports' HTML is shown in Chromium: nothing ever runs.

The document that shows it has no content security policy: what the reader writes is all that
stands between the page and the browser.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, Request, Route
from tests.e2e.attacks import ATTACKS

from wireroom.engine.pages.markup import is_clean_html
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BASE = "http://reader.example/"
BODY = (
    "The ferry company of Port Varda said on Monday that it would run night boats from April, "
    "after two years in which commuters had asked for them in vain.",
    "Its director, Mira Tolan, told the harbour council that three boats had been refitted and "
    "that tickets would cost no more than they do by day.",
    "The council is to vote on the plan next week; two of its members have said they oppose it "
    "because of the noise at the old quay.",
)
# Where an attack stands in a report.
PLACES = (
    "<p>{0}</p>{attack}<p>{1}</p><p>{2}</p>",
    "<p>{0} {attack} {1}</p><ul><li>{2} {attack}</ul>",
)
LISTENER = """
window.hits = 0;
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  Object.defineProperty(window, name, {value: () => { window.hits += 1; }});
"""
# What a reader might do to it, and all that it is made of.
PROVOKE = """
() => {
  for (const one of document.body.querySelectorAll("*"))
    for (const kind of ["mouseover", "pointerenter", "focus", "blur", "click", "error", "load",
                        "toggle", "copy", "animationstart", "input"]) {
      const event = new Event(kind, {bubbles: false, cancelable: true});
      one.addEventListener(kind, event => event.preventDefault());
      one.dispatchEvent(event);
    }
  const parts = [...document.body.querySelectorAll("*")].flatMap(one => [
    one.localName + (one.namespaceURI === "http://www.w3.org/1999/xhtml" ? "" : " foreign"),
    ...[...one.attributes].map(held => `${one.localName}@${held.name}`),
    ...(one.localName === "a" ? [`protocol ${one.protocol}`] : []),
  ]);
  return [window.hits, parts];
}
"""
TRIES = 5
DOCUMENT = "<!doctype html><meta charset=utf-8><title>x</title><body>{}</body>"
_BOXES = ("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th")
ALLOWED = {
    *_BOXES, "tbody", "em", "strong", "a",
    *(f"{tag}@{name}" for tag in _BOXES for name in ("lang", "dir")),
    "a@href", "a@rel", "protocol http:", "protocol https:",
}  # fmt: skip


class Watch:
    """A browser's page that shows markup and counts all that it should not do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []
        self._sent = ""
        self._is_fresh = False
        page.add_init_script(LISTENER)
        page.route("**/*", self._answer)
        page.on("dialog", self._dialog)

    def _answer(self, route: Route, request: Request) -> None:
        if request.url == BASE:
            body = DOCUMENT.format(self._sent)
            route.fulfill(body=body, content_type="text/html; charset=utf-8")
            return
        if not request.url.endswith("/favicon.ico"):
            self.seen.append(f"request {request.url}")
        route.abort()

    def _dialog(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def load(self, markup: str) -> tuple[list[str], list[str]]:
        """Show markup as a site sends it; return what happened and what the document is made of."""
        self._sent, self.seen = markup, []
        return self._provoke(lambda: self.page.goto(BASE))

    def show(self, markup: str) -> tuple[list[str], list[str]]:
        """Write markup into an open document; return what happened and what that is made of.

        This takes a fifth of a load's time. A document is loaded only after something happened.
        """
        for _ in range(TRIES):  # what the last one began may come in between
            if self._is_fresh:
                break
            self.load("")
        self.seen = []
        return self._provoke(lambda: self.page.set_content(DOCUMENT.format(markup)))

    def _provoke(self, opened: Callable[[], object]) -> tuple[list[str], list[str]]:
        parts: list[str] = []
        hits = 0
        try:
            opened()
            hits, parts = self.page.evaluate(PROVOKE)
        except Error as error:  # the page went elsewhere meanwhile
            self.seen.append(str(error))
        self.seen += [f"{hits} calls"] * bool(hits)
        if self.page.url != BASE:
            self.seen.append(f"went to {self.page.url}")
        self._is_fresh = not self.seen
        return self.seen, parts


@pytest.fixture(scope="module")
def watch(browser: Browser) -> Iterator[Watch]:
    context = browser.new_context()
    yield Watch(context.new_page())
    context.close()


def written(attack: str, place: str) -> str:
    """Return the HTML of a report in which an attack stands."""
    inside = place.format(*BODY, attack="\ue000").replace("\ue000", attack)
    page = f"<html><head><title>Boats</title></head><body><article><h1>Boats run</h1>{inside}"
    raw = page.encode("utf-8", "surrogatepass")
    articles = read_document(Document(name="x", raw=raw, url="https://harbour.example/boats"))
    return "".join(
        article.html + "".join(entry.html for entry in article.live_entries) for article in articles
    )


def test_the_list_is_long_and_has_no_double() -> None:
    assert len(ATTACKS) >= 150
    assert len(set(ATTACKS)) == len(ATTACKS)


def test_the_watch_sees_what_runs(watch: Watch) -> None:
    harmful = [attack for attack in ATTACKS if watch.show(attack)[0]]
    assert len(harmful) > 60
    assert watch.load("<img src=x onerror=alert(1)>")[0]


@pytest.mark.parametrize("place", PLACES)
def test_nothing_runs_loads_or_leads_away(watch: Watch, place: str) -> None:
    markups: list[str] = []
    seen: list[str] = []
    for attack in ATTACKS:
        markup = written(attack, place)
        assert is_clean_html(markup), attack
        happened, parts = watch.show(markup)
        assert happened == [], attack
        assert set(parts) <= ALLOWED, attack
        markups.append(markup)
        seen += parts
    # Some swallow the report (an unclosed comment, <plaintext>): most must not.
    assert sum(map(bool, markups)) > 0.8 * len(markups)
    # A parser that reads from the net looks ahead for what to fetch; none of these reports
    # changes how the next is read, so that one document says it of each.
    assert watch.load("".join(markups)) == ([], seen)
