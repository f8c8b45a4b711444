// Hands a page's address on: by the device's own way of sharing, else by copying it.
"use strict";
(() => {
  for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share && !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const url = new URL(button.dataset.share, location.href).href;
      try {
        if (navigator.share) {
          await navigator.share({ title: button.dataset.title, url });
          return;
        }
        await navigator.clipboard.writeText(url);
        button.querySelector("[data-done]").hidden = false;
      } catch {
        // The reader changed their mind, or the browser forbids it: the address line is still there.
      }
    });
  }
})();
