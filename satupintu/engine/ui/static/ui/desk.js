/* What the desk does beyond HTML. */
(() => {
  "use strict";
  const doc = document, body = doc.body, store = sessionStorage, path = location.pathname;
  const all = (what, where = doc) => [...where.querySelectorAll(what)];
  const typing = (el) => /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName);
  let leaving = false, cancelled = "";

  /* Keys: "/" searches, arrows walk a list, Esc leaves a menu, the search or a form. */
  doc.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const at = doc.activeElement || body, menu = doc.querySelector("details.menu[open]");
    if (e.key === "/" && !typing(at)) {
      const search = doc.querySelector("[data-search]");
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    } else if (e.key === "Escape") {
      const form = at.closest("form"), out = form && form.querySelector("[data-cancel]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
      else if (at.hasAttribute("data-search")) at.blur();
      else if (out) out.click();
    } else if (e.key === "ArrowDown" && at.hasAttribute("data-search")) {
      const first = doc.querySelector("#usulan .row-link");
      if (first) { e.preventDefault(); first.focus(); }
    } else if (/^(Arrow(Down|Up)|Home|End)$/.test(e.key) && !typing(at)) {
      const links = all(at.closest("#usulan") ? "#usulan .row-link" : "[data-list] .row-link"), here = links.indexOf(at), last = links.length - 1;
      if (here < 0 && (e.key !== "ArrowDown" || (at !== body && at.tagName !== "MAIN"))) return;
      const to = links[{ Home: 0, End: last, ArrowUp: here - 1, ArrowDown: here + 1 }[e.key]];
      if (to) { e.preventDefault(); to.focus(); }
    }
  });
  doc.addEventListener("click", (e) => {
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(e.target)) menu.open = false; });
    if (e.target.closest("[data-print]")) print();
  });

  /* A question that only matters after one answer to another: data-only="name=value" on its input. */
  const askOnly = () => all("[data-only]").forEach((el) => {
    const [name, value] = el.dataset.only.split("=");
    el.closest(".field").toggleAttribute("data-off", new FormData(el.form).get(name) !== value);
  });
  doc.addEventListener("change", askOnly);
  askOnly();

  /* Drafts stay in this tab until they are sent. Never a password, file or private field. */
  const nameOf = (form) => ["draft", body.dataset.who, path, all("form[data-draft]").indexOf(form)].join(":");
  const fields = (form) => all("input,select,textarea", form).filter((el) =>
    el.name && !/^(hidden|password|file)$/.test(el.type) && !el.hasAttribute("data-private"));
  const isBox = (el) => /checkbox|radio/.test(el.type);
  const keyOf = (form) => form.elements.key || {};
  const load = (name) => JSON.parse(store.getItem(name) || "null");
  const drop = (test) => Object.keys(store).forEach((name) => {
    const draft = name.startsWith("draft:") && load(name);
    if (draft && test(draft)) store.removeItem(name);
  });
  function read(form) {
    const values = {};
    fields(form).forEach((el) => {
      const list = values[el.name] = values[el.name] || [];
      if (el.multiple) all("option:checked", el).forEach((one) => list.push(one.value));
      else if (!isBox(el) || el.checked) list.push(el.value);
    });
    return values;
  }
  function write(form, values) {
    fields(form).forEach((el) => {
      const list = values[el.name];
      if (!list) return;
      if (isBox(el)) el.checked = list.includes(el.value);
      else if (el.multiple) all("option", el).forEach((one) => { one.selected = list.includes(one.value); });
      else el.value = list[0];
    });
  }
  function save(form, sent) {
    const draft = { values: read(form), key: keyOf(form).value, sent, path };
    try { store.setItem(nameOf(form), JSON.stringify(draft)); } catch (full) { /* typing goes on */ }
  }
  function tell(form, name) {
    const [box, words, away] = ["div", "p", "button"].map((tag) => doc.createElement(tag));
    Object.assign(box, { className: "notice restored", role: "status" });
    words.textContent = body.dataset.wordsRestored;
    Object.assign(away, { type: "button", className: "btn", textContent: body.dataset.wordsDiscard });
    away.onclick = () => { store.removeItem(name); leaving = true; location.assign(location.href); };
    box.append(words, away);
    form.prepend(box);
  }
  function follow(form) {
    const name = nameOf(form), before = JSON.stringify(read(form)), bound = form.hasAttribute("data-bound");
    if (bound) { drop((draft) => draft.key === keyOf(form).value); save(form); }
    const draft = load(name), differs = draft && JSON.stringify(draft.values) !== before;
    if (differs) {
      write(form, draft.values);
      if (draft.key) keyOf(form).value = draft.key; /* sent twice is done once */
      tell(form, name);
    }
    form.dataset.dirty = bound || differs ? "1" : "";
    form.addEventListener("input", () => {
      form.dataset.dirty = JSON.stringify(read(form)) !== before ? "1" : "";
      clearTimeout(form.wait);
      form.wait = setTimeout(() => { if (!leaving) save(form); }, 300);
    });
    all("[data-cancel]", form).forEach((out) => out.addEventListener("click", () => { cancelled = name; }));
  }

  /* Sending: once, whatever the finger does. */
  function busy(form, on) {
    form.dataset.sending = on ? "1" : "";
    all("button", form).forEach((one) => one.setAttribute("aria-disabled", on));
  }
  doc.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.method !== "post" || form.getAttribute("role") === "search" || e.defaultPrevented) return;
    if (form.dataset.sending) { e.preventDefault(); return; }
    busy(form, leaving = true);
    if (form.hasAttribute("data-draft")) save(form, true);
    if (form.hasAttribute("data-forget")) store.clear();
  });
  addEventListener("pageshow", (e) => { if (e.persisted) all("form").forEach((form) => busy(form, leaving = false)); });
  addEventListener("pagehide", () => { if (cancelled) store.removeItem(cancelled); });
  addEventListener("beforeunload", (e) => {
    if (!leaving && all("form[data-draft]").some((form) => form.dataset.dirty)) e.preventDefault();
  });

  const forms = all("form[data-draft]"), way = (performance.getEntriesByType("navigation")[0] || {}).type;
  const from = doc.referrer && new URL(doc.referrer).pathname;
  /* Our page, reached by sending: what was sent has arrived. */
  if (way === "navigate" && !doc.querySelector("form[data-bound]")) drop((draft) => draft.sent && draft.path === from);
  forms.forEach(follow);
  const summary = doc.querySelector("[data-summary]");
  if (summary) summary.focus();
})();
