// Notes on this device who is signed in here, by a key that says nothing of them: what they do
// without a network is theirs alone, and public pages, which know nobody, ask for their marks. A
// page of accounts that knows nobody either forgets it.
"use strict";
(async () => {
  const who = document.querySelector("meta[name=reader]")?.content ?? "";
  try {
    if (who) localStorage.setItem("signed-in", "yes");
    else localStorage.removeItem("signed-in");
  } catch {
    // Storage is forbidden: marks stand in the list alone.
  }
  if (!("caches" in window)) return;
  // The worker forgets at signing out, too, where it already stands between this page and the site.
  addEventListener("submit", ({ target }) => {
    if (new URL(target.getAttribute("action") ?? "", location.href).pathname.endsWith("/account/logout/")) caches.delete("who");
  });
  if (!who) return void (await caches.delete("who"));
  const kept = await caches.open("who");
  // Not noted anew by each page: one that is left by signing out would note it behind that.
  if ((await (await kept.match("/who"))?.text()) !== who) await kept.put("/who", new Response(who));
})().catch(() => {});
