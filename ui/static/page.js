// The links between an answer and its sources, what is copied and judged, and the page's address.
"use strict";
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let newest = "";
  let followed = "";
  let answered = false;
  let awaited = "";

  const turnOf = (id) => (/^(?:answer|sources|source|cite)-(\d+)/.exec(id) || [])[1];

  // Which answer's sources are shown: one section of the panel, and its answer's mark.
  function choose(turn) {
    for (const section of document.querySelectorAll("#sources .sources"))
      section.classList.toggle("current", section.id === `sources-${turn}`);
    for (const answer of document.querySelectorAll("#conversation .reply"))
      answer.classList.toggle("current", answer.id === `answer-${turn}`);
  }

  function lead(id) {
    const target = document.getElementById(id);
    if (!target) return false;
    choose(turnOf(id));
    const focused = id.startsWith("sources-") ? target.querySelector(".asked-for") : target;
    const block = id.startsWith("cite-") ? "center" : "start";
    focused.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
    focused.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('#conversation a[href^="#"], #sources a[href^="#"]');
    if (!link) return;
    // Never by the browser: the page's base address is not the conversation's. What an answer refers to
    // may be drawn a moment after it.
    event.preventDefault();
    const id = link.getAttribute("href").slice(1);
    awaited = lead(id) ? "" : id;
  });

  // Shows on a button for a while what came of it, then what it was again.
  function tell(button, text) {
    const label = (button.dataset.label ??= button.textContent);
    button.textContent = text;
    setTimeout(() => (button.textContent = label), 2000);
  }

  // The quote with its citation, in the form that the button is named for: NAME-NUMBER.FORM.
  async function copy(button) {
    const [, name, file] = /^copy-(.+)-(\d+\.\w+)$/.exec(button.id);
    const reply = await fetch(`answers/${name}/quote-${file}`).catch(() => null);
    if (!reply?.ok) return tell(button, reply?.status === 404 ? "Ask again to copy" : "Could not copy");
    const text = await reply.text();
    let copied = true;
    if (navigator.clipboard) await navigator.clipboard.writeText(text).catch(() => (copied = false));
    else {
      // Browsers keep the clipboard from pages that came over plain HTTP from another machine.
      const box = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(box);
      box.select();
      copied = document.execCommand("copy");
      box.remove();
      button.focus();
    }
    tell(button, copied ? "Copied" : "Could not copy");
  }

  // A judgement is kept with the answer it is about, on the server; there is one for each answer.
  async function judge(button) {
    const [, verdict, name] = /^(right|wrong)-(.+)$/.exec(button.id);
    const place = button.parentElement;
    place.setAttribute("role", "status");
    place.tabIndex = -1;
    const reply = await fetch(`answers/${name}/feedback`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ right: verdict === "right" }),
    }).catch(() => null);
    const problem = reply && !reply.ok ? await reply.json().catch(() => null) : null;
    place.textContent = reply?.ok ? `Kept as ${verdict}. Thank you.` : problem?.detail || "It could not be kept; try again later.";
    place.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#sources .copy, #conversation .judge");
    if (button) (button.matches(".copy") ? copy : judge)(button);
  });

  // A citation and its source light up together.
  function point(event) {
    const link = event.target.closest?.(".cite, .number");
    if (!link) return;
    const other = document.getElementById(link.getAttribute("href").slice(1));
    other?.classList.toggle("pointed", event.type === "mouseover" || event.type === "focusin");
  }
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, point);

  function name(selector, label) {
    const region = document.querySelector(selector);
    if (!region || region.getAttribute("role") === "region") return;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", label);
    region.setAttribute("tabindex", "-1");
  }

  // The newest sources are shown from their beginning.
  function arrive(section) {
    newest = section.id;
    choose(turnOf(newest));
    document.getElementById("evidence").scrollTop = 0;
  }

  // A new message comes into view with the question it belongs to on top, not with its end.
  function follow() {
    const all = document.querySelectorAll("#conversation .message-row");
    const last = all[all.length - 1];
    const state = `${all.length} ${Boolean(last?.querySelector(".pending"))}`;
    if (!last || state === followed) return;
    followed = state;
    const before = last.previousElementSibling;
    (before?.querySelector(".asked") && !last.querySelector(".asked") ? before : last).scrollIntoView();
  }

  // The address holds the questions that were answered: it can be reloaded, kept and passed on.
  const LONGEST = 6000;
  function address() {
    const rows = [...document.querySelectorAll("#conversation .message-row")];
    if (document.querySelector("#conversation .pending") || (!rows.length && !answered)) return;
    const questions = [];
    for (const [place, row] of rows.entries())
      if (row.querySelector(".reply")) questions.push(rows[place - 1].querySelector(".asked").textContent);
    if (rows.length && !questions.length && !answered) return;
    answered = true;
    const query = new URLSearchParams(location.search);
    do {
      query.delete("q");
      for (const question of questions) query.append("q", question);
    } while (query.toString().length > LONGEST && questions.shift());
    const found = query.size ? `?${query}` : location.pathname;
    if (found !== (location.search || location.pathname)) history.replaceState(history.state, "", found + location.hash);
  }

  // Gradio draws anew after every answer; what it cannot be told is set here each time.
  function tidy() {
    name("#talk", "Conversation");
    name("#evidence", "Quoted sources");
    // It labels each message with the message's markup, which a screen reader would spell out.
    for (const message of document.querySelectorAll("#conversation [data-testid][aria-label]"))
      message.removeAttribute("aria-label");
    const sections = document.querySelectorAll("#sources .sources");
    const last = sections[sections.length - 1];
    if (!last) newest = "";
    else if (last.id !== newest && document.getElementById(last.id.replace("sources", "answer"))) arrive(last);
    document.querySelector("#conversation .placeholder-content[role]")?.removeAttribute("role");
    follow();
    address();
    if (awaited && lead(awaited)) awaited = "";
  }
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
  tidy();
})();
