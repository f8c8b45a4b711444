// Saves what its reader wanted to save without a network, by the same form, once there is one.
"use strict";
(() => {
  if (!("caches" in window)) return;
  const note = document.querySelector("[data-queued]");

  async function send(url) {
    const page = await fetch(url);
    if (page.redirected) return false; // to signing in: it waits until then
    if (!page.ok) return page.status < 500; // withdrawn meanwhile
    const shown = new DOMParser().parseFromString(await page.text(), "text/html");
    const form = shown.querySelector("form.account-form");
    if (!form?.querySelector("[name=deed][value=add]")) return true; // saved already
    const sent = new URLSearchParams(new FormData(form));
    sent.set("deed", "add");
    return (await fetch(url, { method: "POST", body: sent })).ok;
  }

  async function sendAll() {
    if (!(await caches.has("queued"))) return;
    const queued = await caches.open("queued");
    const waiting = await queued.keys();
    if (note) note.hidden = waiting.length === 0;
    if (!navigator.onLine) return;
    for (const request of waiting) {
      if (await send(request.url)) await queued.delete(request);
    }
  }

  const soon = () => sendAll().catch(() => {}); // without a network after all: later
  addEventListener("online", soon);
  soon();
})();
