// Sends what its reader did without a network, by the same forms, once there is one: what they
// saved, marked as seen, and wrote. What is refused stays on this device, and says so.
"use strict";
(() => {
  if (!("caches" in window)) return;

  const formIn = (text, has) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    return { page, form: [...page.querySelectorAll("main form")].find((one) => one.querySelector(has)) };
  };
  // Whatever stands between us and the site may refuse, too: then there is a status alone.
  const reasonIn = (page, answer) =>
    page.querySelector("main .wrong, main .said")?.textContent.trim()
    || page.querySelector("h1")?.textContent.trim() || String(answer.status);
  const post = (url, sent) => fetch(url, { method: "POST", body: sent });

  // To signing in: it waits until then. Whatever else leads on, as an edition that is no longer
  // offered does, leads to where the form stands now.
  const isSignIn = (answer) => answer.redirected && new URL(answer.url).pathname.includes("/account/");
  const MONTH_MS = 30 * 24 * 3600 * 1000;

  // Each returns whether it is done with; a reason, where it never will be.
  async function save({ url, who }) {
    const answer = await fetch(url);
    if (isSignIn(answer) || answer.status >= 500 || answer.status === 429) return false;
    const { page, form } = formIn(await answer.text(), "[name=deed]");
    if (!answer.ok || !form) return reasonIn(page, answer);
    if (form.elements.who?.value !== who) return false; // another reader of this device
    if (!form.querySelector("[name=deed][value=add]")) return true; // saved already
    const sent = new URLSearchParams(new FormData(form));
    sent.set("deed", "add");
    const done = await post(answer.url, sent);
    if (done.ok) return true;
    if (done.status >= 500 || done.status === 429) return false; // later
    return reasonIn(formIn(await done.text(), "*").page, done);
  }

  async function send({ kind, url, fields }) {
    const answer = await fetch(url);
    if (isSignIn(answer) || answer.status >= 500) return false;
    const { page, form } = formIn(await answer.text(), "[name=who]");
    const sent = new URLSearchParams(fields);
    const who = page.querySelector("[name=who]")?.value;
    if (who && who !== sent.get("who")) return false; // another reader of this device
    if (!form) return answer.ok ? kind === "seen" : reasonIn(page, answer);
    sent.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const done = await post(answer.url, sent);
    if (done.ok && done.redirected) return true;
    if (done.status >= 500 || done.status === 429) return false; // later
    return reasonIn(formIn(await done.text(), "*").page, done);
  }

  async function read(queued, request) {
    const text = await (await queued.match(request)).text();
    return { kind: "save", url: request.url, fields: [], ...(text ? JSON.parse(text) : {}) };
  }

  async function sendOne(queued, request) {
    const kept = await read(queued, request);
    if (Date.now() - (kept.at ?? Date.now()) > MONTH_MS) {
      await queued.delete(request); // nobody came back for it
      return "";
    }
    if (kept.refused || kept.asks) return "";
    if (kept.kind === "save" && !kept.who) {
      // Pressed while nobody was signed in here: whoever comes next is asked, once.
      await queued.put(request, new Response(JSON.stringify({ ...kept, asks: true })));
      return "refused";
    }
    const done = await (kept.kind === "save" ? save(kept) : send(kept));
    if (typeof done === "string") {
      await queued.put(request, new Response(JSON.stringify({ ...kept, refused: done })));
      return "refused";
    }
    if (!done) return "";
    await queued.delete(request);
    return kept.kind === "comment" ? "sent" : "";
  }

  async function sendAll() {
    if (!navigator.onLine || !(await caches.has("queued"))) return;
    const queued = await caches.open("queued");
    const said = new Set();
    for (const request of await queued.keys()) said.add(await sendOne(queued, request));
    for (const name of ["sent", "refused"]) {
      if (said.has(name)) dispatchEvent(new CustomEvent("app-says", { detail: name }));
    }
    dispatchEvent(new Event("queue-changed"));
  }

  // One page at a time: two would send everything twice.
  const soon = () => {
    const alone = navigator.locks
      ? navigator.locks.request("unsent", { ifAvailable: true }, (lock) => lock && sendAll()) : sendAll();
    alone.catch(() => {}); // without a network after all: later
  };
  addEventListener("online", soon);
  soon();
})();
