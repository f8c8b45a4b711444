// Lets this browser take alerts, and proposes its own time zone to whoever has chosen none yet.
"use strict";
(() => {
  const zone = document.querySelector("[data-guess-zone] [name=zone]");
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && [...zone.options].some((one) => one.value === here)) zone.value = here;

  const form = document.querySelector("[data-push]");
  if (!form) return;
  if (!("serviceWorker" in navigator && "PushManager" in window)) {
    document.querySelector("[data-push-cannot]").hidden = false;
    return;
  }
  const button = form.querySelector("[data-does=subscribe]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const { pushManager } = await navigator.serviceWorker.ready;
      await (await pushManager.getSubscription())?.unsubscribe(); // made with another key, perhaps
      const made = await pushManager.subscribe({
        userVisibleOnly: true, applicationServerKey: form.dataset.push,
      });
      const { endpoint, keys } = made.toJSON();
      form.elements.endpoint.value = endpoint;
      form.elements.p256dh.value = keys.p256dh;
      form.elements.auth.value = keys.auth;
      form.submit();
    } catch {
      document.querySelector("[data-push-refused]").hidden = false;
      button.disabled = false;
    }
  });
})();
