// Reads a page aloud with the browser's own voices, paragraph by paragraph. The control stays
// hidden where there is no voice for the language of what would be read.
"use strict";
(() => {
  const LONGEST = 200; // letters at a time: some engines stop speaking in the middle of more
  const BLOCKS = "h1, h2, h3, p, li, blockquote, td, th";
  const LEFT_OUT = ".facts, .attribution, .told-day, .cut, [hidden], script";
  const bar = document.querySelector("[data-listen]");
  const speech = window.speechSynthesis;
  if (!bar || !speech || !window.SpeechSynthesisUtterance) return;
  const play = bar.querySelector("[data-play]");
  const stop = bar.querySelector("[data-stop]");
  const rate = bar.querySelector("[data-rate]");

  let blocks = [];
  let place = 0; // of the block that is read
  let part = 0; // of its sentences
  let state = "stopped";
  let turn = 0; // what an utterance of an earlier turn says is not listened to

  const primary = (tag) => (tag || "").toLowerCase().replace("_", "-").split("-")[0];

  function voiceFor(lang) {
    const fit = speech.getVoices().filter((voice) => primary(voice.lang) === primary(lang));
    // The reader's region first, then voices of this machine: the text need not leave it.
    const score = (voice) =>
      (voice.lang.replace("_", "-").toLowerCase() === lang.toLowerCase() ? 4 : 0) +
      (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
    return fit.sort((a, b) => score(b) - score(a))[0] || null;
  }

  function wordsOf(element) {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll(LEFT_OUT)) extra.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function findBlocks() {
    const found = [];
    for (const area of document.querySelectorAll("[data-read]")) {
      for (const element of [area, ...area.querySelectorAll(BLOCKS)]) {
        const holdsOthers = element.querySelector(BLOCKS) || !element.matches(BLOCKS);
        if (holdsOthers || element.closest(LEFT_OUT)) continue;
        const text = wordsOf(element);
        const tongue = element.closest("[lang]");
        const isOutlets = tongue !== document.documentElement; // the page's own words have no lang
        if (text) found.push({ element, text, lang: tongue.lang, isOutlets });
      }
    }
    return found;
  }

  function cut(text, lang) {
    const sentences = window.Intl && Intl.Segmenter
      ? [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)].map((one) => one.segment)
      : text.match(/[^.!?؟。]+[.!?؟。]*\s*/g) || [text];
    return sentences.flatMap((one) => one.match(new RegExp(`.{1,${LONGEST}}(?:\\s|$)|\\S+`, "gu")) || []);
  }

  function show(next) {
    state = next;
    for (const label of play.querySelectorAll("[data-when]")) label.hidden = label.dataset.when !== next;
    stop.hidden = next === "stopped";
  }

  function mark(element) {
    for (const old of document.querySelectorAll(".being-read")) old.classList.remove("being-read");
    if (!element) return;
    element.classList.add("being-read");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function end() {
    turn += 1;
    speech.cancel();
    mark(null);
    place = part = 0;
    show("stopped");
  }

  function speak() {
    const block = blocks[place];
    if (!block) {
      end();
      return;
    }
    const voice = voiceFor(block.lang);
    block.parts ||= voice ? cut(block.text, block.lang) : [];
    if (part >= block.parts.length) {
      place += 1;
      part = 0;
      speak();
      return;
    }
    if (part === 0) mark(block.element);
    const mine = turn;
    const said = new SpeechSynthesisUtterance(block.parts[part]);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = Number(rate.value);
    said.onend = () => {
      if (mine !== turn) return;
      part += 1;
      speak();
    };
    said.onerror = () => {
      if (mine === turn) end();
    };
    speech.speak(said);
  }

  // Not every engine can pause: speaking is ended, and goes on with the sentence it was at.
  function pause() {
    turn += 1;
    speech.cancel();
    show("paused");
  }

  function goOn() {
    show("speaking");
    speak();
  }

  play.addEventListener("click", () => (state === "speaking" ? pause() : goOn()));
  stop.addEventListener("click", () => {
    end();
    play.focus();
  });
  rate.addEventListener("change", () => {
    if (state !== "speaking") return;
    pause();
    goOn();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state !== "stopped") end();
  });
  window.addEventListener("pagehide", end);

  function look() {
    if (state !== "stopped") return;
    blocks = findBlocks();
    bar.hidden = !blocks.some((block) => block.isOutlets && voiceFor(block.lang));
  }

  speech.addEventListener?.("voiceschanged", look);
  look();
})();
