// Lists what waits on this device for a network, and what was refused; each can be thrown away.
"use strict";
(async () => {
  const list = document.querySelector("[data-waiting]");
  if (!list || !("caches" in window)) return;

  async function read(queued, request) {
    const text = await (await queued.match(request)).text();
    return text ? JSON.parse(text) : { kind: "save", url: request.url, fields: [] };
  }

  function item(kept, discard) {
    const shown = document.querySelector(`template[data-waits=${kept.kind}]`).content.cloneNode(true);
    const words = Object.fromEntries(kept.fields).text;
    const text = shown.querySelector("[data-text]");
    if (text) text.textContent = words;
    const refused = shown.querySelector("[data-refused]");
    if (refused) {
      refused.hidden = !kept.refused;
      refused.querySelector("bdi").textContent = kept.refused ?? "";
      shown.querySelector("[data-later]").hidden = Boolean(kept.refused);
      refused.querySelector("a").href = kept.url;
    }
    shown.querySelector("button").addEventListener("click", discard);
    return shown;
  }

  async function show() {
    const has = await caches.has("queued");
    const queued = has ? await caches.open("queued") : null;
    const items = [];
    for (const request of queued ? await queued.keys() : []) {
      items.push(item(await read(queued, request), async () => {
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
