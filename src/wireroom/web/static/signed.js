// Notes on this device who is signed in here, by a key that says nothing of them: what they do
// without a network is theirs alone, and public pages, which know nobody, ask for their marks. A
// page of accounts that knows nobody either forgets it, and with it what they hide (hiding.js).
"use strict";
(async () => {
  const who = document.querySelector("meta[name=reader]")?.content ?? "";
  const forget = () => ["signed-in", "hides"].forEach((name) => localStorage.removeItem(name));
  try {
    const hides = JSON.parse(localStorage.getItem("hides"));
    if (hides?.who !== who) forget();
    // It may be changed on this page: the next public one asks anew.
    else if (who) localStorage.setItem("hides", JSON.stringify({ ...hides, at: 0 }));
    if (who) localStorage.setItem("signed-in", "yes");
    else forget();
  } catch {
    // Storage is forbidden: marks stand in the list alone.
  }
  // The worker forgets at signing out, too, where it already stands between this page and the site.
  addEventListener("submit", ({ target }) => {
    if (!new URL(target.getAttribute("action") ?? "", location.href).pathname.endsWith("/account/logout/")) return;
    forget();
    window.caches?.delete("who");
  });
  if (!("caches" in window)) return;
  if (!who) return void (await caches.delete("who"));
  const kept = await caches.open("who");
  // Not noted anew by each page: one that is left by signing out would note it behind that.
  if ((await (await kept.match("/who"))?.text()) !== who) await kept.put("/who", new Response(who));
})().catch(() => {});
