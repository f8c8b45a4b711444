// Comments: words that are marked are quoted by "Reply", and what is typed is shown as it will be.
"use strict";
(() => {
  for (const link of document.querySelectorAll("a[data-reply]")) {
    link.addEventListener("click", () => {
      const chosen = getSelection();
      const text = link.closest(".comment")?.querySelector(".comment-text");
      const words = chosen && text?.contains(chosen.anchorNode) && text.contains(chosen.focusNode)
        ? chosen.toString().trim() : "";
      const url = new URL(link.href);
      if (words && words.length < 1500) url.searchParams.set("quote", words);
      else url.searchParams.delete("quote");
      link.href = url.href;
    });
  }

  const form = document.querySelector("form[data-preview]");
  const field = form?.querySelector("textarea");
  const shown = document.getElementById("preview");
  if (!field || !shown) return;
  let waiting = 0;
  let latest = 0;
  async function preview() {
    const mine = ++latest;
    const typed = new FormData(form);
    typed.set("do", "preview");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(typed) });
      if (!answer.ok || answer.redirected || mine !== latest) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("preview");
      if (!fresh) return;
      shown.replaceChildren(...fresh.childNodes);
      shown.hidden = !field.value.trim();
    } catch {
      // No network: the button still asks, and the browser says what is the matter.
    }
  }
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.length < 20000) waiting = setTimeout(preview, 600);
  });
})();
