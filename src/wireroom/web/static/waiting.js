// Lists what waits on this device for a network, and what was refused; each can be thrown away.
"use strict";
(async () => {
  const list = document.querySelector("[data-waiting]");
  if (!list || !("caches" in window)) return;

  async function read(queued, request) {
    const text = await (await queued.match(request)).text();
    return { kind: "save", url: request.url, fields: [], ...(text ? JSON.parse(text) : {}) };
  }

  async function whoIsHere() {
    const told = (await caches.has("who")) && (await (await caches.open("who")).match("/who"));
    return told ? told.text() : "";
  }

  function item(kept, discard) {
    const shown = document.querySelector(`template[data-waits=${kept.kind}]`).content.cloneNode(true);
    const text = shown.querySelector("[data-text]");
    if (text) text.textContent = Object.fromEntries(kept.fields).text;
    const state = kept.refused ? "refused" : kept.asks ? "asks" : "later";
    for (const name of ["refused", "asks", "later"]) {
      const part = shown.querySelector(`[data-${name}]`);
      if (!part) continue;
      part.hidden = name !== state;
      if (part.querySelector("a")) part.querySelector("a").href = kept.url;
    }
    if (kept.refused) shown.querySelector("[data-refused] bdi").textContent = kept.refused;
    shown.querySelector("button").addEventListener("click", discard);
    return shown;
  }

  async function show() {
    const has = await caches.has("queued");
    const queued = has ? await caches.open("queued") : null;
    const items = [];
    const here = await whoIsHere();
    for (const request of queued ? await queued.keys() : []) {
      const kept = await read(queued, request);
      if (kept.who && here && kept.who !== here) continue; // another reader's
      items.push(item(kept, async () => {
        await queued.delete(request);
        await show();
      }));
    }
    list.replaceChildren(...items);
    list.parentElement.hidden = items.length === 0;
  }
  addEventListener("queue-changed", show);
  await show();
})();
