// Lists the pages that this device keeps, the last read first.
"use strict";
(async () => {
  const list = document.querySelector("[data-kept]");
  if (!list || !("caches" in window)) return;
  const pages = await caches.open("pages");
  const here = location.href.split("#")[0];
  const titles = new Set();
  for (const request of (await pages.keys()).reverse()) {
    if (request.url === here) continue;
    const text = await (await pages.match(request)).text();
    const title = new DOMParser().parseFromString(text, "text/html").title.replace(/ · Wireroom$/, "");
    if (!title || titles.has(title)) continue;
    titles.add(title);
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = title;
    link.dir = "auto";
    item.append(link);
    list.append(item);
  }
  document.querySelector("[data-none]").hidden = titles.size > 0;
})();
