/* What the desk does beyond HTML. Every page works without it. */
(function () {
  "use strict";
  var doc = document, store = window.sessionStorage, leaving = false, cancelled = "";
  function all(what, where) { return Array.prototype.slice.call((where || doc).querySelectorAll(what)); }
  function typing(el) { return /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) || el.isContentEditable; }

  /* Keys: "/" searches, arrows walk a list, Esc closes a menu, empties the search's focus, or leaves a form. */
  doc.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    var at = doc.activeElement || doc.body, open = doc.querySelector("details.menu[open]");
    if (e.key === "/" && !typing(at)) {
      var search = doc.querySelector("[data-search]");
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    } else if (e.key === "Escape") {
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      else if (at.hasAttribute("data-search")) at.blur();
      else { var form = at.closest("form"), out = form && form.querySelector("[data-cancel]"); if (out) out.click(); }
    } else if (/^(ArrowDown|ArrowUp|Home|End)$/.test(e.key) && !typing(at)) {
      var links = all("[data-list] .row-link"), here = links.indexOf(at);
      if (!links.length || (here < 0 && (e.key !== "ArrowDown" || (at !== doc.body && at.tagName !== "MAIN")))) return;
      var to = e.key === "Home" ? 0 : e.key === "End" ? links.length - 1 : here + (e.key === "ArrowUp" ? -1 : 1);
      if (links[to]) { e.preventDefault(); links[to].focus(); }
    }
  });
  doc.addEventListener("click", function (e) {
    all("details.menu[open]").forEach(function (menu) { if (!menu.contains(e.target)) menu.open = false; });
    if (e.target.closest("[data-print]")) window.print();
  });

  /* Drafts: what was typed stays in this tab until it has been sent. Never a password, file or private field. */
  function nameOf(form) {
    return "draft:" + (doc.body.dataset.who || "") + ":" + location.pathname + ":" + all("form[data-draft]").indexOf(form);
  }
  function fields(form) {
    return all("input,select,textarea", form).filter(function (el) {
      return el.name && !/^(hidden|password|file)$/.test(el.type) && !el.hasAttribute("data-private");
    });
  }
  function isBox(el) { return el.type === "checkbox" || el.type === "radio"; }
  function read(form) {
    var values = {};
    fields(form).forEach(function (el) {
      if (el.multiple) values[el.name] = all("option:checked", el).map(function (o) { return o.value; });
      else if (!isBox(el)) values[el.name] = [el.value];
      else { values[el.name] = values[el.name] || []; if (el.checked) values[el.name].push(el.value); }
    });
    return values;
  }
  function write(form, values) {
    fields(form).forEach(function (el) {
      var v = values[el.name];
      if (!v) return;
      if (isBox(el)) el.checked = v.indexOf(el.value) >= 0;
      else if (el.multiple) all("option", el).forEach(function (o) { o.selected = v.indexOf(o.value) >= 0; });
      else el.value = v[0];
    });
  }
  function load(name) { return JSON.parse(store.getItem(name) || "null"); }
  function save(form, sent) {
    var draft = { values: read(form), key: (form.elements.key || {}).value, sent: sent, page: location.pathname };
    try { store.setItem(nameOf(form), JSON.stringify(draft)); } catch (e) { /* full: typing goes on */ }
  }
  function tell(form, name) {
    var box = doc.createElement("div"), words = doc.createElement("p"), drop = doc.createElement("button");
    box.className = "notice restored"; box.setAttribute("role", "status");
    words.textContent = doc.body.dataset.wordsRestored; drop.textContent = doc.body.dataset.wordsDiscard;
    drop.type = "button"; drop.className = "btn";
    drop.onclick = function () { store.removeItem(name); leaving = true; location.assign(location.href); };
    box.append(words, drop); form.prepend(box);
  }
  function start() {
    var forms = all("form[data-draft]");
    var way = (performance.getEntriesByType("navigation")[0] || {}).type;
    var from = ""; try { from = new URL(doc.referrer).pathname; } catch (e) { /* none */ }
    var again = forms.some(function (f) { return f.hasAttribute("data-bound"); });
    /* A page of ours reached by sending: what was sent has arrived. */
    if (way === "navigate" && !again) Object.keys(store).forEach(function (name) {
      var d = name.indexOf("draft:") === 0 && load(name);
      if (d && d.sent && d.page === from) store.removeItem(name);
    });
    forms.forEach(function (form) {
      var name = nameOf(form), draft = load(name), before = JSON.stringify(read(form));
      if (draft && !form.hasAttribute("data-bound") && JSON.stringify(draft.values) !== before) {
        write(form, draft.values);
        if (draft.key && form.elements.key) form.elements.key.value = draft.key; /* sent twice is done once */
        form.dataset.dirty = "1"; tell(form, name);
      }
      if (form.hasAttribute("data-bound")) { form.dataset.dirty = "1"; save(form); }
      form.addEventListener("input", function () {
        form.dataset.dirty = JSON.stringify(read(form)) !== before ? "1" : "";
        clearTimeout(form.timer); form.timer = setTimeout(function () { if (!leaving) save(form); }, 300);
      });
      var out = form.querySelector("[data-cancel]");
      if (out) out.addEventListener("click", function () { cancelled = name; });
    });
    var summary = doc.querySelector("[data-summary]");
    if (summary) summary.focus();
  }

  /* Sending: once, whatever the finger does; the hidden key makes it once for the server too. */
  doc.addEventListener("submit", function (e) {
    var form = e.target;
    if (form.method !== "post" || e.defaultPrevented) return;
    if (form.dataset.sending) { e.preventDefault(); return; }
    form.dataset.sending = "1"; leaving = true;
    if (form.hasAttribute("data-draft")) save(form, true);
    if (form.hasAttribute("data-forget")) store.clear();
    all("button", form).forEach(function (b) { b.setAttribute("aria-disabled", "true"); });
  });
  window.addEventListener("pageshow", function (e) {
    if (!e.persisted) return;
    leaving = false;
    all("form[data-sending]").forEach(function (form) {
      delete form.dataset.sending;
      all("button", form).forEach(function (b) { b.removeAttribute("aria-disabled"); });
    });
  });
  window.addEventListener("pagehide", function () { if (cancelled) store.removeItem(cancelled); });
  window.addEventListener("beforeunload", function (e) {
    if (!leaving && all("form[data-draft]").some(function (f) { return f.dataset.dirty; })) e.preventDefault();
  });
  start();
})();
