// Lists the pages that this device keeps: what its reader saved, and others, the last read first.
"use strict";
(async () => {
  const list = document.querySelector("[data-kept]");
  if (!list || !("caches" in window)) return;
  const here = location.href.split("#")[0];
  const titles = new Set();

  function add(to, url, title) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = title;
    link.dir = "auto";
    item.append(link);
    to.append(item);
  }

  async function fill(to, name) {
    const pages = await caches.open(name);
    for (const request of (await pages.keys()).reverse()) {
      if (request.url === here) continue;
      const text = await (await pages.match(request)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      // Each page says what the newsroom was called when it was kept.
      const site = ` · ${page.querySelector("meta[property='og:site_name']")?.content}`;
      const title = page.title.endsWith(site) ? page.title.slice(0, -site.length) : page.title;
      if (!title || titles.has(title)) continue;
      titles.add(title);
      add(to, request.url, title);
    }
  }

  const saved = document.querySelector("[data-saved-here]");
  if (await caches.has("saved")) await fill(saved.querySelector("ul"), "saved");
  saved.hidden = titles.size === 0;
  await fill(list, "pages");
  document.querySelector("[data-none]").hidden = titles.size > 0;
})();
