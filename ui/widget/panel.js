// The widget's panel: asks the server it came from, and shows what comes back. Every text that is not
// ours reaches the page through textContent; the page's policy forbids any other way.
import { WORDS } from "./words.js";

const settings = new URLSearchParams(location.hash.slice(1));
const { origin } = document.documentElement.dataset;
const nonce = settings.get("nonce");
const lang = settings.get("lang") || "en";
const words = WORDS[lang.slice(0, 2).toLowerCase()] ?? WORDS.en;
const KEPT = 30; // turns shown, and kept in this tab
const ASKED = 10; // earlier questions sent along; a follow-up needs the last of them
const LISTED = 200; // documents written out under one verdict; the rest is counted
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const $ = (id) => document.getElementById(id);
let token = document.documentElement.dataset.token;
let asking = null;
let turns = [];
let told = 0; // answers shown so far; each has its own number, also when the first ones are gone

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const tell = (type, detail) => {
  if (parent !== window) parent.postMessage({ nonce, type, detail }, origin);
};

/* ---- colours: an accent of the host page's choice is moved until it can be read ---- */

const PAPERS = { light: [[255, 254, 251], [0, 0, 0]], dark: [[30, 27, 22], [255, 255, 255]] };

function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => (value > 10 ? ((value / 255 + 0.055) / 1.055) ** 2.4 : value / 3295));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function tint(colour) {
  if (!colour || !CSS.supports("color", colour)) return;
  const canvas = make("canvas", { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const chosen = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  for (const [scheme, [paper, ink]] of Object.entries(PAPERS)) {
    let accent = chosen;
    // 5.6 : 1 on the paper leaves 4.5 : 1 on the tinted ground behind a number.
    while (contrast(accent, paper) < 5.6) accent = accent.map((value, i) => value * 0.92 + ink[i] * 0.08);
    const onAccent = contrast(accent, [0, 0, 0]) > contrast(accent, [255, 255, 255]) ? "#000" : "#fff";
    document.documentElement.style.setProperty(`--accent-${scheme}`, `rgb(${accent.map(Math.round)})`);
    document.documentElement.style.setProperty(`--on-accent-${scheme}`, onAccent);
  }
}

/* ---- an answer as elements ---- */

function dated(date) {
  const [year, month, day] = (date ?? "").split("-");
  if (!date) return words.undated;
  if (!/^\d{4}(-\d\d){0,2}$/.test(date) || !month) return date;
  const parts = { year: "numeric", month: "long", ...(day && { day: "numeric" }), timeZone: "UTC" };
  const when = new Date(Date.UTC(year, month - 1, day ?? 1));
  return when.getUTCMonth() === month - 1 ? new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, parts).format(when) : date;
}

const who = (quote) => quote.speaker ?? words.unnamed[quote.voice] ?? words.unnamed.other;

function voice(quote) {
  if (quote.speaker || quote.voice === "direct" || quote.voice === "reported") return words.voices[quote.voice];
  return quote.voice === "joint" ? words.unissued : "";
}

function address(id, quote) {
  const path = id.split("/").map(encodeURIComponent).join("/");
  return new URL(`../documents/${path}${quote ? `?at=${quote.start}-${quote.end}#quote` : ""}`, location.href).href;
}

const link = (href, text) =>
  make("a", { href, target: "_blank", rel: "noopener" }, text, make("span", { class: "unseen" }, ` (${words.newTab})`));

// A quote's textContent is the quote; a blank line in it is shown as one.
function verbatim(text) {
  const parts = text.split(/((?<!\s)\s*\n[^\S\n]*\n\s*)/);
  return make("mark", {}, ...parts.map((part, i) => (i % 2 ? make("span", { class: "break" }, part) : part)));
}

// Plain text with its [n] as buttons that lead to source n.
function referenced(text, turn, known) {
  return text.split(/\[(\d{1,4})\]/).map((part, i) => {
    if (i % 2 === 0) return part.replace(/ $/, "\u00a0"); // a number does not begin a line
    if (!known.has(Number(part))) return `[${part}]`;
    const button = make("button", { type: "button", class: "cite", "data-to": `source-${turn}-${part}` }, part);
    button.setAttribute("aria-label", `${words.source} ${part}`);
    return button;
  });
}

function replied(answer, turn) {
  const known = new Set(answer.quotes.map((quote) => quote.number));
  const state = answer.abstained ? "reply abstained" : "reply";
  const reply = make("div", { class: state, id: `answer-${turn}`, tabindex: "-1", dir: "auto" });
  // A line that only says who and when before a quote says so; the quote itself stands right below.
  let { text } = answer;
  for (const quote of answer.quotes) text = text.replace(`: “${quote.text}” [${quote.number}]`, () => ` [${quote.number}]`);
  for (const line of text.split("\n").filter((one) => one.trim()))
    reply.append(make("p", {}, ...referenced(line, turn, known)));
  if (!/\[\d/.test(reply.firstChild?.textContent ?? "[0")) reply.firstChild.className = "headline";
  return reply;
}

function judged(answer) {
  const found = { said: [], mentioned: [], silent: [] };
  for (const verdict of answer.verdicts) found[verdict.verdict]?.push(verdict);
  const count = (kind) => (kind === "silent" ? Math.max(answer.silent ?? 0, found.silent.length) : found[kind].length);
  const kinds = Object.keys(found).filter(count);
  const box = make("details", { class: "verdict", "aria-live": "off" });
  const summary = make("summary", {}, make("span", {}, words.documents));
  for (const kind of kinds)
    summary.append(make("span", { class: `kind ${kind}` }, `${count(kind).toLocaleString(lang)} ${words.verdicts[kind]}`));
  box.append(summary);
  for (const kind of kinds) {
    const items = found[kind].slice(0, LISTED).map((one) => make("li", { dir: "auto" }, link(address(one.document), one.title || one.document)));
    const left = count(kind) - items.length;
    if (left && items.length) items.push(make("li", {}, `+ ${left.toLocaleString(lang)} ${words.more}`));
    if (items.length) box.append(make("h3", { class: `kind ${kind}` }, words.verdicts[kind]), make("ul", {}, ...items));
  }
  return kinds.length ? box : "";
}

// What a reader pastes into a text of their own: the quote as it stands, and where it stands.
function citation(quote) {
  const said = voice(quote) && ` (${voice(quote)})`;
  return (
    `“${quote.text}”\n— ${quote.title || quote.document}, ${dated(quote.date)}. ${quote.document}\n` +
    `${words.record} ${who(quote)}${said}\n${address(quote.document, quote)}`
  );
}

function selected(text) {
  const [asked, focused] = [$("question").value, document.activeElement];
  $("question").value = text;
  $("question").select();
  const copied = document.execCommand("copy");
  $("question").value = asked;
  focused.focus();
  return copied;
}

async function copy(button, text) {
  const copied = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(() => true, () => false)
    : selected(text); // over plain HTTP browsers have no other way
  button.textContent = $("status").textContent = copied ? words.copied : words.uncopied;
  setTimeout(() => (button.textContent = words.copy), 2000);
}

function sourced(quote, turn) {
  const number = make("button", { type: "button", class: "number", "data-to": `answer-${turn}`, "data-cite": `source-${turn}-${quote.number}` }, `${quote.number}`);
  number.setAttribute("aria-label", `${quote.number}: ${words.back}`);
  const button = make("button", { type: "button", class: "plain" }, words.copy);
  button.addEventListener("click", () => copy(button, citation(quote)));
  const names = make("p", { class: "who" }, make("strong", { dir: "auto" }, who(quote)));
  if (voice(quote)) names.append(make("span", { class: "voice" }, voice(quote)));
  names.append(make("span", { class: quote.date ? "date" : "date undated" }, dated(quote.date)));
  return make(
    "li",
    { class: "source", id: `source-${turn}-${quote.number}`, tabindex: "-1", "aria-label": `${words.source} ${quote.number}` },
    number, names,
    make("blockquote", { dir: "auto" }, verbatim(quote.text)),
    make("cite", { dir: "auto" }, quote.title || quote.document),
    make("p", { class: "links" }, link(address(quote.document, quote), words.open), button),
  );
}

function advised(answer) {
  if (!answer.abstained && answer.verdicts.length) return "";
  return make("p", { class: "advice" }, make("strong", {}, words.abstained), words.advice);
}

function answered(answer, turn) {
  const parts = [];
  if (answer.searched !== answer.question)
    parts.push(make("p", { class: "searched" }, `${words.searched} `, make("q", { dir: "auto" }, answer.searched)));
  parts.push(replied(answer, turn));
  if (!answer.quotes.length) parts.push(advised(answer));
  parts.push(judged(answer));
  if (answer.quotes.length) {
    const head = `${words.sources} · ${answer.quotes.length.toLocaleString(lang)}`;
    const cards = answer.quotes.map((quote) => sourced(quote, turn));
    parts.push(make("section", { class: "sources", "aria-live": "off" }, make("h3", {}, head), make("ol", {}, ...cards)));
  }
  return parts;
}

/* ---- asking ---- */

class Problem extends Error {
  constructor(kind, detail = "") {
    super(words.errors[kind] ?? words.errors.broken);
    this.kind = kind;
    this.detail = detail;
  }
}

async function post(path, body, signal) {
  const headers = { "Content-Type": "application/json", "X-Widget-Token": token };
  const reply = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal }).catch((error) => {
    throw error.name === "AbortError" ? error : new Problem("offline");
  });
  const found = await reply.json().catch(() => ({}));
  if (reply.ok) return found;
  const kinds = { 401: "stale", 413: "refused", 422: "refused", 429: "busy", 503: "busy" };
  throw new Problem(kinds[reply.status] ?? "broken", reply.status < 500 || reply.status === 503 ? found.detail : "");
}

async function answerTo(question, signal) {
  const history = turns.slice(-ASKED).map((answer) => answer.question);
  try {
    return await post("ask", { question, history }, signal);
  } catch (error) {
    if (error.kind !== "stale") throw error;
    await renew(signal);
    return post("ask", { question, history }, signal);
  }
}

// Tokens run out, and a server that was started anew knows none of its earlier ones. A fresh one comes
// from where the first did: with this page, for as long as the site is listed.
async function renew(signal) {
  const reply = await fetch(location.pathname + location.search, { signal }).catch((error) => {
    throw error.name === "AbortError" ? error : new Problem("offline");
  });
  token = /data-token="([^"]+)"/.exec(await reply.text())?.[1];
  if (!token) throw new Problem(reply.status === 403 ? "unlisted" : "broken");
}

function begin(question) {
  const turn = make("article", { class: "turn" }, make("h2", { class: "asked", dir: "auto" }, question));
  $("welcome").hidden = true;
  $("log").append(turn);
  return turn;
}

function fill(turn, answer) {
  told += 1;
  turn.append(...answered(answer, told));
}

async function ask(question) {
  if (!question.trim() || asking) return;
  asking = new AbortController();
  const turn = begin(question);
  const busy = make("p", { class: "busy", "aria-hidden": "true" }, words.busy);
  turn.append(busy);
  show(turn);
  $("log").setAttribute("aria-busy", "true");
  $("status").textContent = words.busy;
  $("send").textContent = words.stop;
  $("question").value = "";
  try {
    const answer = await answerTo(question, asking.signal);
    turns = [...turns, answer].slice(-KEPT);
    fill(turn, answer);
    $("status").textContent = `${words.sources}: ${answer.quotes.length}`;
    tell("answer", answer);
  } catch (error) {
    $("question").value ||= question;
    if (error.name === "AbortError") turn.remove();
    else if (error instanceof Problem) fault(turn, question, error);
    else throw error;
  } finally {
    asking = null;
    busy.remove();
    keep();
    settle();
    $("log").removeAttribute("aria-busy");
    show(turn);
  }
}

function fault(turn, question, problem) {
  const box = make("div", { class: "problem" }, make("p", {}, make("strong", {}, problem.message)));
  if (problem.detail) box.append(make("p", { dir: "auto" }, problem.detail));
  if (problem.kind !== "refused" && problem.kind !== "unlisted") {
    const button = make("button", { type: "button" }, words.retry);
    button.addEventListener("click", () => {
      turn.remove();
      $("question").value = "";
      ask(question);
      $("question").focus();
    });
    box.append(button);
  }
  turn.append(box);
  $("status").textContent = problem.message;
  tell("error", { message: problem.message });
}

// What the buttons show between two questions.
function settle() {
  while ($("log").children.length > KEPT) $("log").firstChild.remove();
  const empty = !$("log").children.length;
  $("welcome").hidden = !empty;
  $("again").hidden = empty;
  $("send").textContent = words.send;
}

/* ---- a reload, or the next page of the same site, keeps the conversation; the end of the tab ends it ---- */

const DRAWER = `ontherecord ${origin}`;

function keep() {
  try {
    sessionStorage.setItem(DRAWER, JSON.stringify({ turns, draft: $("question").value }));
  } catch {
    // The browser keeps nothing for a framed page, or not this much: then nothing is kept.
  }
}

function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(DRAWER)) ?? { turns: [], draft: "" };
    for (const answer of kept.turns) {
      turns.push(answer);
      fill(begin(answer.question), answer);
    }
    $("question").value ||= kept.draft;
  } catch {
    turns = [];
    $("log").replaceChildren();
  }
}

/* ---- the page ---- */

// An answer is read from its question on; of trouble the end matters, whatever was asked.
function show(turn) {
  if (!turn) return;
  const rest = turn.querySelector(".problem") ? turn.offsetHeight - $("log").clientHeight : 0;
  $("log").scrollTop = turn.offsetTop + Math.max(0, rest);
}

function lead(id) {
  const target = $(id);
  target.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  target.focus({ preventScroll: true });
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-to]");
  if (!button) return;
  const cites = button.dataset.cite && document.querySelector(`[data-to="${button.dataset.cite}"]`);
  if (cites) cites.focus();
  else lead(button.dataset.to);
});

// A number and its source light up together.
for (const type of ["mouseover", "mouseout", "focusin", "focusout"])
  document.addEventListener(type, ({ target }) => {
    const button = target.closest?.(".cite");
    if (button) $(button.dataset.to).classList.toggle("pointed", type === "mouseover" || type === "focusin");
  });

document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (asking) asking.abort();
  else ask($("question").value);
});
$("question").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!asking) ask($("question").value);
});
$("question").addEventListener("input", keep);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) tell("close");
});
$("close").addEventListener("click", () => tell("close"));
$("again").addEventListener("click", () => {
  asking?.abort();
  turns = [];
  $("log").replaceChildren();
  $("status").textContent = "";
  settle();
  keep();
  $("question").focus();
});
window.addEventListener("message", ({ data, origin: from, source }) => {
  if (source !== parent || from !== origin || data?.nonce !== nonce) return;
  if (data.type === "focus") $("question").focus();
  if (data.type === "ask" && typeof data.detail === "string") {
    if (asking) $("question").value = data.detail;
    else ask(data.detail);
  }
});

document.documentElement.lang = lang;
document.documentElement.dir = settings.get("dir") === "rtl" ? "rtl" : "ltr";
document.documentElement.dataset.theme = settings.get("theme") ?? "auto";
tint(settings.get("accent"));
$("welcome").firstChild.textContent = words.welcome;
$("welcome").lastChild.textContent = words.promise;
$("log").setAttribute("aria-label", words.conversation);
$("question").setAttribute("aria-label", words.question);
$("question").placeholder = words.placeholder;
$("again").textContent = words.again;
$("close").setAttribute("aria-label", words.close);
$("close").hidden = parent === window || settings.get("mode") === "inline";
recall();
settle();
show($("log").lastChild);
tell("ready");
