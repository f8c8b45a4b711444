// Reading on: where a reader wants it, the next report of the story is put below the one that
// ends, each from its own public page; the address and the title follow what is read.
"use strict";
(() => {
  const AHEAD_PX = 900; // so that the next is there before its place comes into sight
  const READ_AT = 0.4; // of the screen: what has come up so far is being read
  const OF_THE_PAGE = ".translate, [data-listen], [data-onward], .next-in-story, script";
  const root = document.documentElement;
  const first = document.querySelector("article.article");
  const place = first?.querySelector("[data-onward]");
  if (!place || !("IntersectionObserver" in window)) return;
  const gap = place.querySelector("[data-gap]");
  const editions = () => [...document.querySelectorAll(".editions a")];
  const reports = [{
    element: first, url: location.pathname, title: document.title, editions: editions().map((one) => one.href),
  }];
  const known = new Set([location.pathname]);
  let next = new URL(place.dataset.onward, location.href).pathname;
  let current = reports[0];
  let isLoading = false;

  function end(name) {
    observer.disconnect();
    const note = place.querySelector(`[data-end=${name}]`);
    note.hidden = false;
    if (name === "gone") gap.prepend(note); // its room stays as it was
    else gap.remove();
  }

  function prepare(report, url) {
    for (const extra of report.querySelectorAll(OF_THE_PAGE)) extra.remove();
    const suffix = `-${reports.length}`;
    for (const one of report.querySelectorAll("[id]")) one.id += suffix;
    for (const one of report.querySelectorAll("[aria-labelledby]")) {
      one.setAttribute("aria-labelledby", one.getAttribute("aria-labelledby") + suffix);
    }
    for (const link of report.querySelectorAll("a[href^='#']")) link.href = url + link.getAttribute("href");
    for (const one of report.querySelectorAll("[data-read]")) one.removeAttribute("data-read");
    for (const picture of report.querySelectorAll("img")) picture.loading = "lazy";
    const headline = report.querySelector("h1");
    const link = document.createElement("a");
    link.href = url;
    link.append(...headline.childNodes);
    headline.classList.add("headline"); // keys go from one to the next
    headline.append(link);
  }

  function add(page, url) {
    const report = document.importNode(page.querySelector("main article.article"), true);
    const following = report.querySelector("[data-onward]")?.dataset.onward;
    prepare(report, url);
    const line = document.createElement("p");
    line.className = "onward-line";
    line.textContent = place.dataset.line;
    const room = document.createElement("div");
    room.className = "onward-report";
    room.append(line, report);
    gap.before(room);
    known.add(url);
    reports.push({
      element: report, url, title: page.title,
      editions: [...page.querySelectorAll(".editions a")].map((one) => one.href),
    });
    next = following && new URL(following, location.href).pathname;
    if (!next || known.has(next)) end("all");
    else if (reports.length >= Number(place.dataset.most)) end("most");
    report.dispatchEvent(new CustomEvent("report-shown", { bubbles: true }));
    navigator.serviceWorker?.controller?.postMessage({ keep: [new URL(url, location.href).href] });
  }

  async function load() {
    if (isLoading || root.dataset.reading !== "on") return;
    isLoading = true;
    try {
      const answer = await fetch(next);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok && page.querySelector("main article.article h1")) add(page, next);
      else end("gone"); // withdrawn meanwhile
    } catch {
      end("gone");
    }
    isLoading = false;
    if (!gap.isConnected) return;
    observer.unobserve(gap);
    if (place.querySelector("[data-end=gone]").hidden) observer.observe(gap);
  }
  const observer = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) load();
  }, { rootMargin: `0px 0px ${AHEAD_PX}px 0px` });
  observer.observe(gap);

  function follow() {
    const read = reports.findLast((one) => one.element.getBoundingClientRect().top < innerHeight * READ_AT)
      ?? reports[0];
    if (read === current) return;
    delete current.element.dataset.current;
    current = read;
    current.element.dataset.current = "";
    history.replaceState(null, "", read.url);
    document.title = read.title;
    for (const [at, link] of editions().entries()) link.href = read.editions[at];
  }
  let isDrawn = false;
  addEventListener("scroll", () => {
    if (isDrawn || reports.length < 2) return;
    isDrawn = true;
    requestAnimationFrame(() => {
      isDrawn = false;
      follow();
    });
  }, { passive: true });

  // The choice may be made while the end is already in sight.
  new MutationObserver(() => {
    observer.unobserve(gap);
    if (gap.isConnected) observer.observe(gap);
  }).observe(root, { attributeFilter: ["data-reading"] });
})();
