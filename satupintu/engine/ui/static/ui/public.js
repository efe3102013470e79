// The citizens' pages. Everything works without this file; it makes leaving leave less behind, and typing shorter.
"use strict";

// Leaving at once: the page goes blank, and "back" does not lead to it.
function leave(link) {
  document.body.hidden = true;
  location.replace(link.href);
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-leave]");
  if (link) { event.preventDefault(); leave(link); }
  if (event.target.closest("[data-print]")) { print(); }
});
let pressed = 0;
document.addEventListener("keydown", (event) => {
  const link = document.querySelector("[data-leave]");
  if (event.key !== "Escape" || !link) { return; }
  if (event.timeStamp - pressed < 1000) { leave(link); }
  pressed = event.timeStamp;
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) { event.preventDefault(); }
  event.target.dataset.sent = "1";
});
addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => delete form.dataset.sent));

// Names that fit what is being typed.
let waiting;
document.addEventListener("input", (event) => {
  const field = event.target.closest("[data-suggest]");
  if (!field || field.value.length < 3) { return; }
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`);
    if (!answer.ok) { return; }
    const names = (await answer.json()).names;
    field.list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  }, 250);
});
