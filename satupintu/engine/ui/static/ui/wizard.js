/* A long form on a phone: one question at a time, then everything once more to check. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-wizard]");
  if (!form || !matchMedia("(max-width: 767px)").matches) return;
  const words = form.dataset, make = (tag, css, text) =>
    Object.assign(document.createElement(tag), { className: css, textContent: text || "" });
  const questions = [...form.querySelectorAll(".field")], last = questions.length;
  const end = form.querySelector(".form-end"), room = make("div", "wizard-end"), head = make("div", "wizard-head");
  const bar = make("progress", ""), count = make("p", "muted"), next = make("button", "btn btn-primary", words.wordsNext);
  const back = make("button", "btn btn-link", words.wordsBack), skip = make("button", "btn", words.wordsSkip);
  let at = 0;
  next.type = back.type = skip.type = "button";
  count.setAttribute("role", "status");
  bar.setAttribute("aria-hidden", "true");
  head.append(count, bar);
  room.append(next, skip, back);
  form.prepend(head);
  end.before(room);
  const applies = (question) => !question.hasAttribute("data-off");
  const inputs = (question) => [...question.querySelectorAll("input,select,textarea")];

  function show(step, focus) {
    const way = step < at ? -1 : 1;
    at = Math.min(Math.max(step, 0), last);
    while (at < last && at > 0 && !applies(questions[at])) at += way;
    const asked = questions.filter(applies), place = asked.indexOf(questions[at]) + 1;
    const checking = at === last;
    questions.forEach((question, i) => { question.hidden = !checking && i !== at; });
    form.querySelectorAll("fieldset.group").forEach((group) => {
      group.hidden = !group.querySelector(".field:not([hidden])");
    });
    end.hidden = !checking;
    next.hidden = checking;
    back.hidden = at === 0;
    offer();
    bar.max = asked.length;
    bar.value = checking ? asked.length : place;
    count.textContent = checking ? words.wordsCheck : `${words.wordsStep} ${place} ${words.wordsOf} ${asked.length}`;
    form.classList.toggle("is-asking", !checking);
    if (focus) {
      head.scrollIntoView({ block: "start" });
      const first = checking ? null : inputs(questions[at]).find((el) => el.checked || el.type !== "radio");
      if (first && first.type !== "file") first.focus({ preventScroll: true });
    }
  }
  /* What must be answered is answered: the rest may be left as it stands. */
  function offer() {
    skip.hidden = at >= last - 1 || !form.checkValidity();
  }
  function further() {
    const wrong = inputs(questions[at]).find((el) => !el.checkValidity());
    if (wrong) wrong.reportValidity();
    else show(at + 1, true);
  }
  next.addEventListener("click", further);
  skip.addEventListener("click", () => show(last, true));
  form.addEventListener("input", offer);
  /* A tap on a choice is an answer; arrow keys only look around. */
  form.addEventListener("click", (e) => {
    if (at < last && e.detail && e.target.type === "radio") setTimeout(further, 200);
  });
  back.addEventListener("click", () => show(at - 1, true));
  form.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && at < last && e.target.tagName === "INPUT" && !e.defaultPrevented) {
      e.preventDefault();
      further();
    }
  });
  show(0, false);
})();
