// Has what its reader saved kept on this device, wherever they saved it: the worker (sw.js) is told
// the list after each change, and once a day.
"use strict";
(() => {
  const told = document.querySelector("[data-saved]")?.dataset.saved;
  if (!told || !("serviceWorker" in navigator)) return;
  const DAY_MS = 24 * 3600 * 1000;

  async function tell() {
    const answer = await fetch(told);
    if (!answer.ok) return;
    const { urls } = await answer.json();
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ saved: urls.map((url) => new URL(url, location.href).href) });
    localStorage.setItem("saved-at", Date.now());
  }

  const isTheirs = () => Boolean(document.querySelector("meta[name=reader]")?.content);
  const isChanged = () => /^#done-(save|remove)$/.test(location.hash) || isTheirs();
  const isOld = () => Date.now() - Number(localStorage.getItem("saved-at")) > DAY_MS;
  const isHere = () => isTheirs() || localStorage.getItem("signed-in") === "yes";

  // Storage is forbidden, or there is no network: later.
  const gently = (work) => work().catch(() => {});
  gently(async () => isHere() && (isChanged() || isOld()) && tell());
  addEventListener("queue-changed", () => gently(async () => isHere() && tell()));
})();
