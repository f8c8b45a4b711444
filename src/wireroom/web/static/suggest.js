// Topics and outlets that the words being typed may mean: a list that arrow keys walk, as WAI-ARIA's combobox.
"use strict";
(() => {
  const box = document.querySelector("[data-meant]");
  const field = document.querySelector(".search-form input[type=search]");
  if (!box || !field) return;
  const list = box.querySelector("ul");
  const count = box.querySelector("[data-says=some]");
  const WAIT_MS = 120; // a quick hand strikes keys faster than this
  let waiting = 0;
  let asked = "";
  let chosen = -1;

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.autocomplete = "off";

  function close() {
    box.hidden = true;
    count.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    const links = [...list.children];
    chosen = (place + links.length) % links.length;
    links.forEach((link, at) => link.setAttribute("aria-selected", String(at === chosen)));
    field.setAttribute("aria-activedescendant", links[chosen].id);
    links[chosen].scrollIntoView({ block: "nearest" });
  }

  function show([typed, names, kinds, urls]) {
    if (typed !== asked || !names.length) return close();
    list.replaceChildren(...names.map((name, at) => {
      const item = document.createElement("li");
      item.id = `meant-${at}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.url = urls[at];
      const shown = document.createElement("bdi");
      shown.textContent = name;
      const kind = document.createElement("span");
      kind.textContent = kinds[at];
      item.append(shown, " ", kind);
      return item;
    }));
    chosen = -1;
    box.hidden = false;
    count.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }

  async function ask() {
    asked = field.value.trim().split(/\s+/).join(" ");
    if (asked.length < 2) return close();
    try {
      const answer = await fetch(`${box.dataset.meant}?q=${encodeURIComponent(asked)}`);
      if (answer.ok) show(await answer.json());
    } catch {
      close(); // no network: the form still sends
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (box.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) location.href = list.children[chosen].dataset.url;
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    const item = event.target.closest("li");
    if (item) location.href = item.dataset.url;
  });
  field.addEventListener("blur", () => setTimeout(close, 200));
})();
