// Marks the reports that were opened on this device, wherever their headlines stand. It stays here:
// nobody is told what is read.
"use strict";
(() => {
  const MOST = 3000; // reports: those opened last, some 20 kB
  const word = document.querySelector("[data-read-word]")?.dataset.readWord ?? "";
  const numberIn = (path) => Number(/\/article\/(\d+)\/$/.exec(path)?.[1] ?? 0);

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem("read"));
      return Array.isArray(kept) ? kept.filter(Number.isInteger) : [];
    } catch {
      return []; // storage is forbidden, or holds what we did not write
    }
  }

  function open(number) {
    if (!number) return;
    const kept = [...read().filter((one) => one !== number), number].slice(-MOST);
    try {
      localStorage.setItem("read", JSON.stringify(kept));
    } catch {
      // Storage is forbidden or full: nothing is marked.
    }
  }

  function mark() {
    const kept = new Set(read());
    for (const link of document.querySelectorAll("main :is(.headline, .carrier-headline, .next-in-story) a")) {
      if (link.classList.contains("is-read") || !kept.has(numberIn(link.pathname))) continue;
      link.classList.add("is-read");
      link.setAttribute("aria-description", word);
    }
  }

  mark(); // before this page counts: what leads to it elsewhere on it is no news
  open(numberIn(location.pathname));
  document.addEventListener("report-shown", () => open(numberIn(location.pathname)));
  addEventListener("pageshow", mark); // a list that one goes back to
})();
