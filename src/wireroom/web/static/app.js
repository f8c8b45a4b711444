// Makes the site an app where the browser can: kept pages, an install button, a word about updates.
"use strict";
(() => {
  const notice = document.querySelector("[data-app]");
  if (!notice || !("serviceWorker" in navigator)) return;

  function say(name) {
    for (const one of notice.children) one.hidden = one.dataset.says !== name;
    notice.hidden = !name;
  }

  function sayWhetherOffline() {
    if (!navigator.onLine) say("offline");
    else if (!notice.hidden && !notice.querySelector("[data-says=offline]").hidden) say("");
  }
  addEventListener("online", sayWhetherOffline);
  addEventListener("offline", sayWhetherOffline);
  sayWhetherOffline();
  addEventListener("app-says", (event) => say(event.detail));

  // A page that was under way while the worker began belongs to none, and would lose what is done in
  // it without a network.
  navigator.serviceWorker.ready.then(({ active }) => {
    if (!navigator.serviceWorker.controller) active.postMessage("claim");
  });
  navigator.serviceWorker.register(notice.dataset.app).then((registration) => {
    function offer(worker) {
      if (!navigator.serviceWorker.controller) {
        // The first one: what is open now is what the reader comes back to.
        worker.addEventListener("statechange", () => {
          if (worker.state === "activated") {
            worker.postMessage({ keep: [location.href.split("#")[0], notice.dataset.front] });
          }
        });
        return;
      }
      say("update");
      notice.querySelector("[data-does=update]").addEventListener("click", () => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
        worker.postMessage("take over");
      });
    }
    if (registration.waiting) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      if (!navigator.serviceWorker.controller) offer(worker);
      else {
        worker.addEventListener("statechange", () => {
          if (worker.state === "installed") offer(worker);
        });
      }
    });
  }, () => {}); // forbidden, as in a private window: the site is read as before

  let prompt = null;
  const install = document.querySelector("[data-does=install]");
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    if (install) install.hidden = false;
  });
  install?.addEventListener("click", () => prompt?.prompt());
  addEventListener("appinstalled", () => {
    if (install) install.hidden = true;
  });
})();
