// Shows in a report what its reader marked there, to them alone: their own marks are asked for
// where this browser has been signed in, and drawn over the page that everybody gets.
"use strict";
(() => {
  const UNSAID = ".told-day, .cut"; // ours, not the report's
  const strip = (text) => text.replace(/\s+/g, "");

  function lettersOf(report) {
    const places = [];
    let text = "";
    for (const body of report.querySelectorAll(".body")) {
      if (body.closest("article.article") !== report) continue;
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(UNSAID)) continue;
        for (let at = 0; at < node.data.length; at += 1) {
          if (!strip(node.data[at])) continue;
          places.push({ node, at });
          text += node.data[at];
        }
      }
    }
    return { places, text };
  }

  // Returns the pieces of text nodes in which words stand: the place behind so many earlier ones.
  function find(report, words, earlier) {
    const { places, text } = lettersOf(report);
    const letters = strip(words);
    const starts = [];
    for (let at = text.indexOf(letters); letters && at >= 0; at = text.indexOf(letters, at + letters.length)) {
      starts.push(at);
    }
    const start = starts[earlier] ?? starts[0];
    const pieces = [];
    if (start === undefined) return pieces;
    for (const { node, at } of places.slice(start, start + letters.length)) {
      const last = pieces.at(-1);
      if (last?.node === node) last.end = at + 1;
      else pieces.push({ node, start: at, end: at + 1 });
    }
    return pieces;
  }

  function wrap({ node, start, end }, element) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(element);
  }

  function draw(report, { words, earlier, note, url }) {
    for (const piece of find(report, words, earlier)) {
      const mark = document.createElement("mark");
      mark.className = "own-mark";
      const isLink = piece.node.parentElement.closest("a");
      wrap(piece, mark);
      if (!note || isLink) continue;
      const link = document.createElement("a");
      link.className = "own-noted";
      link.href = url;
      link.title = note;
      link.setAttribute("aria-description", note);
      mark.replaceWith(link);
      link.append(mark);
    }
  }

  // Drawing would end a selection: what the reader selects meanwhile comes first.
  function whenNothingIsSelected() {
    return new Promise((resolve) => {
      function look() {
        if (!getSelection().isCollapsed) return;
        document.removeEventListener("selectionchange", look);
        resolve();
      }
      document.addEventListener("selectionchange", look);
      look();
    });
  }

  async function show(report) {
    const bar = report.querySelector("[data-marks]");
    if (!bar || localStorage.getItem("signed-in") !== "yes") return;
    const answer = await fetch(bar.dataset.marks);
    if (answer.status === 401) localStorage.removeItem("signed-in");
    if (!answer.ok) return;
    const { marks } = await answer.json();
    await whenNothingIsSelected();
    for (const mark of marks) draw(report, mark);
  }

  function leadBack(report) {
    if (location.hash !== "#done-highlight") return;
    const left = JSON.parse(sessionStorage.getItem("marking"));
    if (left?.path !== location.pathname) return;
    const [first] = find(report, left.words, left.earlier);
    first?.node.parentElement.scrollIntoView({ block: "center" });
  }

  // Storage is forbidden, or there is no network: the report is read without marks.
  const gently = (work) => work.catch(() => {});

  document.addEventListener("report-shown", (event) => gently(show(event.target)));
  const report = document.querySelector("article.article");
  if (!report) return;
  gently((async () => {
    if (location.hash === "#done-highlight") localStorage.setItem("signed-in", "yes");
    leadBack(report);
    await show(report);
  })());
})();
