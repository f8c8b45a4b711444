// Marks what came in since the reader last looked at a story. What was seen, and when, stays in
// the browser; without this script the list is shown as it is.
"use strict";
(() => {
  const MOST = 300; // stories remembered: those looked at last
  const list = document.querySelector("[data-seen]");
  if (!list) return;
  const story = list.dataset.seen;
  let seen;
  try {
    seen = JSON.parse(localStorage.getItem("seen"));
  } catch {
    seen = null; // storage is forbidden, or holds what we did not write
  }
  if (typeof seen !== "object" || seen === null || Array.isArray(seen)) seen = {};
  const last = typeof seen[story] === "string" ? seen[story] : null;
  delete seen[story];
  seen[story] = new Date().toISOString();
  try {
    localStorage.setItem("seen", JSON.stringify(Object.fromEntries(Object.entries(seen).slice(-MOST))));
  } catch {
    return;
  }
  if (!last) return;
  let count = 0;
  for (const item of list.querySelectorAll("[data-at]")) {
    if (Date.parse(item.dataset.at) <= Date.parse(last)) continue;
    item.classList.add("is-new");
    item.querySelector(".tag").hidden = false;
    count += 1;
  }
  list.querySelector(".note").hidden = count > 0;
})();
