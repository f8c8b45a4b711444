// How a reader likes pages to look. It is kept in the browser, and set before anything is drawn,
// so that nothing moves; that is why this one script is not deferred.
"use strict";
(() => {
  const root = document.documentElement;
  const CHOICES = {
    size: ["small", "large", "largest"],
    face: ["sans"],
    width: ["narrow", "wide"],
    theme: ["light", "dark"],
    contrast: ["high"],
    density: ["headlines"],
    reading: ["on"],
  };
  // Whoever saves data is given no report that they did not ask for.
  const saves = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  let look = {};
  try {
    const kept = JSON.parse(localStorage.getItem("look"));
    for (const [name, values] of Object.entries(CHOICES)) {
      if (values.includes(kept?.[name])) look[name] = kept[name];
    }
  } catch {
    look = {}; // storage is forbidden, or holds what we did not write
  }

  function show() {
    for (const name of Object.keys(CHOICES)) {
      if (look[name] && !(saves && name === "reading")) root.dataset[name] = look[name];
      else delete root.dataset[name];
    }
  }
  show();

  addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector("dialog[data-look]");
    const opener = document.querySelector("[data-opens=look]");
    if (!panel || !opener) return;
    opener.hidden = false;
    opener.addEventListener("click", () => panel.showModal());
    for (const field of panel.querySelectorAll("input[type=radio]")) {
      field.checked = (look[field.name] ?? "") === field.value;
    }
    panel.addEventListener("change", (event) => {
      const { name, value } = event.target;
      if (value) look[name] = value;
      else delete look[name];
      show();
      try {
        localStorage.setItem("look", JSON.stringify(look));
      } catch {
        // It holds for this page then.
      }
    });
  });
})();
