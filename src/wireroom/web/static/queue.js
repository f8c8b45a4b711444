// Keys for moderators: j and k go from comment to comment, a shows one, r removes it.
"use strict";
(() => {
  const all = [...document.querySelectorAll("[data-waits]")];
  if (!all.length) return;
  let at = -1;
  function go(by) {
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    all[at].focus();
    all[at].scrollIntoView({ block: "nearest" });
  }
  function press(key) {
    if (at < 0) return;
    const button = all[at].querySelector(`[data-does="${key}"]`);
    const reason = all[at].querySelector("select[name=reason]");
    if (key === "r" && !reason.value) reason.focus();
    else button.click();
  }
  const does = { j: () => go(1), k: () => go(-1), a: () => press("a"), r: () => press("r") };
  for (const [number, one] of all.entries()) one.addEventListener("focusin", () => { at = number; });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select") || !does[event.key]) return;
    event.preventDefault();
    does[event.key]();
  });
})();
