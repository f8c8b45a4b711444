// Keys for readers: from headline to headline and to the places they go to most. Nothing is done
// while something is typed, nor with a modifier: those keys are the browser's.
"use strict";
(() => {
  const help = document.querySelector("dialog[data-keys]");
  if (!help) return;
  const links = () => [...document.querySelectorAll("main .headline a, main .page-title a")];
  // Of several reports on a page, the one that is being read.
  const find = (what) => document.querySelector(`[data-current] ${what}`) ?? document.querySelector(what);
  // Where a headline has the focus, what is done is done to it.
  const focused = () => /^(.*)\/(story|article)\/(\d+)\/$/.exec(
    document.activeElement?.closest("main .headline a, main .carrier-headline a")?.pathname ?? "");
  const go = (name) => {
    const [, root, kind, number] = focused() ?? [];
    if (kind && (name === "save" || name === "mute")) return void (location.href = `${root}/mine/${name}/?${kind}=${number}`);
    const link = find(`[data-key="${name}"]`);
    if (link) location.href = link.href;
  };

  function step(by) {
    const all = links();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[next].focus();
    all[next].scrollIntoView({ block: "center" });
  }

  function search() {
    const field = document.querySelector("input[type=search]");
    if (field) field.focus();
    else go("search");
  }

  const does = {
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement?.matches("a[href]") && document.activeElement.click(),
    p: () => find(".publisher[href]")?.focus(),
    s: () => go("save"),
    m: () => go("mute"),
    f: () => go("front"),
    w: () => go("wrap-up"),
    "/": search,
    "?": () => (help.open ? help.close() : help.showModal()),
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.closest?.("input, textarea, select, [contenteditable]");
    const act = does[event.key];
    if (field || !act || (help.open && event.key !== "?")) return;
    event.preventDefault();
    act();
  });
})();
