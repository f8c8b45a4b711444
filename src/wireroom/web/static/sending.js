// Takes the page that the bookmark was pressed on, as the reader's browser shows it, and puts it
// where a saved one can be chosen: of the address's own site alone, and nothing is sent before the
// button is pressed.
"use strict";
(() => {
  const field = document.querySelector("input[name=page]");
  const address = document.querySelector("input[name=url]");
  if (!field || !opener || !address.value) return;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== opener || origin !== new URL(address.value).origin || typeof data?.page !== "string") return;
    const files = new DataTransfer();
    files.items.add(new File([data.page], "page.html", { type: "text/html;charset=utf-8" }));
    field.files = files.files;
  });
  opener.postMessage("page?", "*");
})();
