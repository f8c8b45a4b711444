// Fills the form for a highlight with words that are too long for its address (marking.js).
"use strict";
(() => {
  const form = document.querySelector("form[data-path]");
  if (!form || form.elements.words.value) return;
  try {
    const left = JSON.parse(sessionStorage.getItem("marking"));
    if (left?.path !== form.dataset.path) return;
    form.elements.words.value = left.words;
    form.elements.earlier.value = left.earlier;
    sessionStorage.removeItem("marking"); // or another time they stand here unasked
  } catch {
    // Storage is forbidden: the words are copied from the text below.
  }
})();
