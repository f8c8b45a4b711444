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
  if (who) await (await caches.open("who")).put("/who", new Response(who));
  else await caches.delete("who");
})().catch(() => {});
