// Notes on this device who is signed in here, by a key that says nothing of them: what they do
// without a network is theirs alone, and public pages, which know nobody, ask for their marks. A
// page of accounts that knows nobody either forgets it, and with it what they hide (hiding.js)
// and saved (saved.js).
"use strict";
(async () => {
  const who = document.querySelector("meta[name=reader]")?.content ?? "";
  const forget = () => ["signed-in", "hides", "saved-at"].forEach((name) => localStorage.removeItem(name));
  const leave = () => Promise.all(["who", "saved", "saved-photos"].map((name) => window.caches?.delete(name)));
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
    leave();
  });
  if (!("caches" in window)) return;
  if (!who) return void (await leave());
  const kept = await caches.open("who");
  const before = await (await kept.match("/who"))?.text();
  if (before && before !== who) await leave();
  // Not noted anew by each page: one that is left by signing out would note it behind that.
  if (before !== who) await (await caches.open("who")).put("/who", new Response(who));
})().catch(() => {});
