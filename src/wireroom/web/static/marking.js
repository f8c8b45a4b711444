// Words that are selected in a report: a bar beside them marks, copies or quotes them. It stands
// where it covers none of them; `h` leads into it, arrow keys walk it, Escape closes it.
"use strict";
(() => {
  const WAIT_MS = 200; // a hand that selects pauses less
  const EDGE = 8;
  const LONGEST = 1500; // signs of an address: it leads through signing in, which writes it twice
  // Who has to sign in carries the address on, each of its % as three signs; proxies take 8 KB.
  const QUOTABLE = 3500;
  const HANDLES = matchMedia("(pointer: coarse)").matches ? 36 : EDGE; // of a touched selection
  const UNSAID = ".told-day, .cut"; // ours, not the report's
  const BLOCKS = "p, li, h2, h3, h4, blockquote, td, th, br, pre";
  let bar = null;
  let chosen = null; // the range, its words, and how often they stand before it
  let isPressed = false;
  let waiting = 0;

  const strip = (text) => text.replace(/\s+/g, "");
  const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

  function bodiesOf(report) {
    return [...report.querySelectorAll(".body")].filter((one) => one.closest("article.article") === report);
  }

  function wordsIn(range) {
    const copy = range.cloneContents();
    for (const extra of copy.querySelectorAll(UNSAID)) extra.remove();
    for (const block of copy.querySelectorAll(BLOCKS)) block.before(" ");
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function read() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const report = elementOf(range.startContainer).closest("article.article")
      ?? elementOf(range.endContainer).closest("article.article");
    const found = report?.querySelector("[data-marking]");
    const bodies = report ? bodiesOf(report) : [];
    const body = bodies.find((one) => range.intersectsNode(one));
    if (!found || !body) return null;
    // A paragraph that is clicked three times is selected up to what comes behind it.
    if (!body.contains(range.startContainer)) range.setStart(body, 0);
    if (!body.contains(range.endContainer)) range.setEnd(body, body.childNodes.length);
    const words = wordsIn(range);
    if (!words) return null;
    const before = document.createRange();
    before.setStart(bodies[0], 0);
    before.setEnd(range.startContainer, range.startOffset);
    const earlier = strip(wordsIn(before)).split(strip(words)).length - 1;
    return { range, words, earlier, bar: found };
  }

  function fill() {
    const { words, earlier } = chosen;
    for (const link of bar.querySelectorAll("a[data-does]")) {
      const url = new URL(link.href);
      const isQuote = link.dataset.does === "quote";
      url.searchParams.set(isQuote ? "quote" : "words", words);
      if (!isQuote) {
        url.searchParams.set("earlier", earlier);
        if (url.search.length > LONGEST) url.searchParams.delete("words"); // marking_form.js has them
      }
      link.href = url.href;
      link.hidden = words.length > Number(bar.dataset.most) || url.search.length > QUOTABLE;
    }
    const copy = bar.querySelector("[data-does=copy]");
    copy.hidden = !navigator.clipboard;
    copy.querySelector("[data-done]").hidden = true;
  }

  function place() {
    if (!bar) return;
    const rects = [...chosen.range.getClientRects()];
    if (!rects.length) return close();
    const top = Math.min(...rects.map((one) => one.top));
    const bottom = Math.max(...rects.map((one) => one.bottom));
    const size = bar.getBoundingClientRect();
    const room = document.documentElement.clientWidth - size.width - EDGE;
    const last = rects.at(-1);
    const across = Math.max(EDGE, Math.min((last.left + last.right - size.width) / 2, room));
    let down = bottom + HANDLES;
    if (down + size.height > innerHeight) down = top - size.height - EDGE;
    if (down < 0) down = innerHeight - size.height - EDGE; // more is selected than the screen holds
    bar.style.left = `${across}px`;
    bar.style.top = `${down}px`;
    bar.classList.toggle("out-of-sight", bottom < 0 || top > innerHeight);
  }

  function open() {
    const fresh = read();
    if (!fresh) {
      if (!bar?.contains(document.activeElement)) close();
      return;
    }
    if (bar !== fresh.bar) close();
    ({ bar } = fresh);
    chosen = fresh;
    fill();
    bar.hidden = false;
    place();
    const told = document.querySelector("[data-marking-told]");
    told.textContent = told.dataset.markingTold;
  }

  function close() {
    if (bar) bar.hidden = true;
    bar = null;
    const told = document.querySelector("[data-marking-told]");
    if (told) told.textContent = "";
  }

  function walk(event) {
    const items = [...bar.querySelectorAll("a, button")].filter((one) => !one.hidden);
    const ahead = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const by = { ArrowLeft: -1, ArrowRight: -1, [ahead]: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + by) % items.length).focus();
  }

  async function copy() {
    const { outlet, link } = bar.dataset;
    const button = bar.querySelector("[data-does=copy]");
    try {
      await navigator.clipboard.writeText(`${chosen.words}\n— ${outlet}\n${new URL(link, location.href).href}`);
      button.querySelector("[data-done]").hidden = false;
    } catch {
      // The browser forbids it: the words are still selected.
    }
  }

  addEventListener("pointerdown", (event) => {
    if (bar?.contains(event.target)) event.preventDefault(); // else the selection would be gone
    else isPressed = event.pointerType === "mouse";
  });
  addEventListener("pointerup", () => {
    isPressed = false;
    clearTimeout(waiting);
    waiting = setTimeout(open, WAIT_MS);
  });
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    if (!isPressed) waiting = setTimeout(open, WAIT_MS);
  });
  addEventListener("scroll", () => requestAnimationFrame(place), { passive: true });
  addEventListener("resize", place);
  addEventListener("keydown", (event) => {
    if (!bar || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") close();
    else if (bar.contains(document.activeElement)) walk(event);
    else if (event.key === "h" && !event.target.closest?.("input, textarea, select")) {
      event.preventDefault();
      bar.querySelector("a:not([hidden]), button:not([hidden])").focus();
    }
  });
  document.addEventListener("click", (event) => {
    const does = bar?.contains(event.target) && event.target.closest("[data-does]")?.dataset.does;
    if (does === "copy") copy();
    else if (does === "close") close();
    else if (does) {
      // For the form, and for the way back to the place (marks.js).
      const { words, earlier } = chosen;
      try {
        sessionStorage.setItem("marking", JSON.stringify({ words, earlier, path: bar.dataset.path }));
      } catch {
        // Then the way back leads to the report's beginning.
      }
    }
  });
})();
