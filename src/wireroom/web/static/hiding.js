// Hides on public pages what their reader blocked or muted. These pages are the same for everybody:
// the list is asked of a private page where this browser is signed in, kept on this device, and
// held against the page here, so that nobody is told what is read.
"use strict";
(() => {
  const note = document.querySelector("[data-hides]");
  if (!note || document.querySelector("meta[name=reader]")) return; // a private page hides by itself
  const FRESH_MS = 10 * 60 * 1000; // what another device changed is seen here so much later
  const STORIES = ".lead, .card, .brief, .reports > li, .wrapped > li";
  // What stands for one report, or is of its words; the carriers of a text before its own report.
  const CARDS = `.carried li, ${STORIES}, .strand, .siblings > li, .key-points li, .news > li,
    .difference > ol > li, .said, .timeline > li, .wrapped .point`;
  const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

  // Letters one way, and words without the commonest endings and articles: of all forms of a word,
  // which the reader's own pages know, these need no dictionary.
  const fold = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640'’]/gu, "").toLowerCase()
    .replaceAll("ى", "ي").replaceAll("ة", "ه");
  const bare = (word) => word.replace(/^[وفبلك]?ال(?=..)/, "").replace(/(?<=[a-z]{3})(?<!s)e?s$/, "");
  const termsOf = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(bare);
  const has = (terms, words) => terms.some((_, at) => words.every((word, n) => terms[at + n] === word));
  const says = (text, terms, words) =>
    SPACELESS.test(words) ? fold(text).includes(fold(words)) : has(terms, termsOf(words));

  const isSeen = (one) => !one.closest(".unwanted");
  const hide = (one) => one.classList.add("unwanted");

  // The outlet whose report a card stands for; not the one on whose pages it was found.
  function outletOf(card) {
    const within = card.matches(".point") ? card.nextElementSibling : card;
    const links = [...within.querySelectorAll("a.outlet")].filter(
      (one) => !one.closest(".platform") && (card.matches(".carried li") || !one.closest(".carried")));
    const link = card.matches(".wrapped > li") ? links.at(-1) : links[0];
    return link ? decodeURIComponent(link.pathname.split("/").at(-2)) : "";
  }

  // A story of a blocked outlet that another tells, too, is led by that, where the list has it.
  const swapped = new Map(); // what a card held before
  function leadAnew(card, leads = {}) {
    const headline = card.matches(STORIES) && card.querySelector(".headline");
    const link = headline && headline.querySelector("a");
    const other = leads[/\/story\/(\d+)\/$/.exec(link?.pathname ?? "")?.[1]];
    const outlet = card.querySelector(".facts a.outlet");
    if (!other || !outlet) return false;
    swapped.set(card, [...card.childNodes].map((one) => one.cloneNode(true)));
    link.textContent = other.headline;
    const speak = (one) => Object.assign(one, { lang: other.lang, dir: other.dir });
    speak(headline);
    outlet.pathname = outlet.pathname.replace(/[^/]+\/$/, `${encodeURIComponent(other.slug)}/`);
    Object.assign(outlet.querySelector("bdi"), { textContent: other.outlet, lang: other.lang });
    for (const one of card.querySelectorAll(".facts ~ .facts")) one.remove();
    for (const one of card.querySelectorAll(".photo")) {
      if (other.image) Object.assign(one.querySelector("img"), other.image);
      else one.remove();
    }
    for (const one of card.querySelectorAll(".excerpt")) {
      if (other.opening) speak(one).textContent = other.opening;
      else one.remove();
    }
    // What is counted and marked beside them is the other's.
    const facts = outlet.closest(".facts");
    for (const one of facts.children) {
      if (!one.querySelector("a.outlet, time")) one.hidden = true;
    }
    for (const words of other.counts ?? []) {
      facts.append(Object.assign(document.createElement("span"), { textContent: words }));
    }
    hideNames(card, new Set([other.outlet]));
    return true;
  }

  function isMuted(card, { mutes }) {
    if (!card.matches(STORIES)) return false;
    const texts = [...card.querySelectorAll(".headline, .excerpt")].map((one) => one.textContent);
    const read = texts.map((text) => [text, termsOf(text)]);
    const told = (words) => read.some(([text, terms]) => says(text, terms, words));
    return mutes.some(({ words, exceptions }) => told(words) && !exceptions.some(told));
  }

  function hideCard(card) {
    if (card.matches(".strand") && [...card.querySelectorAll(".carried li")].some(isSeen)) {
      // Others carry its text, and stay.
      for (const part of card.children) if (!part.matches(".carried")) hide(part);
    } else if (card.matches(".point")) [card, card.nextElementSibling].forEach(hide);
    else hide(card);
  }

  // "Also: …" beside a story names no blocked outlet.
  function hideNames(root, names) {
    for (const name of root.querySelectorAll(".others bdi")) {
      if (!names.has(name.textContent)) continue;
      const comma = name.nextElementSibling ? name.nextSibling : name.previousSibling;
      if (name.parentElement.querySelectorAll("bdi").length === 1) hide(name.parentElement);
      else if (comma?.nodeType === Node.TEXT_NODE) comma.data = comma.data.replace(/^[,،]\s*|[,،]\s*$/, " ");
      name.remove();
    }
  }

  // One value is no difference, and a heading over nothing says nothing.
  function hideEmpty(root) {
    for (const one of root.querySelectorAll(".difference")) {
      if ([...one.querySelectorAll(":scope > ol > li")].filter(isSeen).length < 2) hide(one);
    }
    for (const one of root.querySelectorAll("section")) {
      const cards = [...one.querySelectorAll(CARDS)];
      if (cards.length && !cards.some(isSeen) && !one.querySelector(".end")) hide(one);
    }
  }

  function show(root, kept) {
    const outlets = new Set(kept.outlets.map(({ slug }) => slug));
    for (const card of root.querySelectorAll(CARDS)) {
      if (!isSeen(card)) continue;
      const isBlocked = outlets.has(outletOf(card)) && !leadAnew(card, kept.leads);
      if (isBlocked || isMuted(card, kept)) hideCard(card);
    }
    hideNames(root, new Set(kept.outlets.map(({ name }) => name)));
    hideEmpty(root);
    const count = [...document.querySelectorAll(CARDS)].filter((one) => one.matches(".unwanted")).length;
    note.querySelector("[data-count]").textContent = count.toLocaleString(document.documentElement.lang);
    note.hidden = !count;
  }

  const read = () => JSON.parse(localStorage.getItem("hides"));

  async function ask() {
    const answer = await fetch(note.dataset.hides);
    if (answer.status === 401) {
      localStorage.removeItem("signed-in");
      localStorage.removeItem("hides");
    }
    if (!answer.ok) return;
    localStorage.setItem("hides", JSON.stringify({ ...await answer.json(), at: Date.now() }));
  }

  function again(root) {
    for (const [card, parts] of swapped) card.replaceChildren(...parts);
    swapped.clear();
    for (const one of root.querySelectorAll(".unwanted")) one.classList.remove("unwanted");
    show(root, read());
  }

  // Storage is forbidden, or there is no network: the page is read whole, or by the last list.
  const gently = (work) => work().catch(() => {});
  gently(async () => {
    if (localStorage.getItem("signed-in") !== "yes") return;
    const kept = read();
    if (kept) show(document, kept); // before the page is seen
    const isChanged = location.hash.startsWith("#done-");
    if (kept && !isChanged && Date.now() - kept.at < FRESH_MS) return;
    await ask();
    again(document);
  });
  document.addEventListener("report-shown", ({ target }) => gently(async () => show(target, read())));
  note.querySelector("button").addEventListener("click", () => {
    document.documentElement.classList.add("shows-unwanted");
    note.hidden = true;
  });
})();
