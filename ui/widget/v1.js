/*! On the Record, widget 1. No dependencies, no cookies; the panel is a page of the server it asks.
    Settings and the JavaScript interface: docs/widget.md. */
(() => {
  "use strict";
  if (window.OnTheRecord) return console.warn("On the Record: the widget is on this page already.");

  const script =
    document.currentScript ?? [...document.scripts].find((one) => /\/widget\/v1\.js$/.test(one.src.split(/[?#]/)[0]));
  const { accent, label, lang, position, target, theme } = script.dataset;
  const base = new URL(".", script.src);
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const WORDS = {
    en: ["Ask the record", "Close", "On the Record cannot be shown on this page.", "Open it in a new tab"],
    de: ["Im Wortlaut nachfragen", "Schließen", "On the Record kann auf dieser Seite nicht gezeigt werden.", "In neuem Tab öffnen"],
    fr: ["Interroger les sources", "Fermer", "On the Record ne peut pas s’afficher sur cette page.", "Ouvrir dans un nouvel onglet"],
    es: ["Consultar las fuentes", "Cerrar", "On the Record no se puede mostrar en esta página.", "Abrir en una pestaña nueva"],
    ja: ["発言を調べる", "閉じる", "このページでは On the Record を表示できません。", "新しいタブで開く"],
    ar: ["اسأل السجل", "إغلاق", "لا يمكن عرض On the Record في هذه الصفحة.", "افتحه في علامة تبويب جديدة"],
  };
  const asked = lang || document.documentElement.lang || navigator.language || "en";
  const language = WORDS[asked.slice(0, 2).toLowerCase()] ? asked : "en";
  const [name, closing, failed, elsewhere] = WORDS[language.slice(0, 2).toLowerCase()];
  const dir = script.dir || getComputedStyle(document.documentElement).direction;
  const scheme = ["light", "dark"].includes(theme) ? theme : "auto";
  const side = ["left", "right"].includes(position) ? position : dir === "rtl" ? "left" : "right";

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const draw = (d) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    path.setAttribute("d", d);
    svg.setAttribute("viewBox", "0 0 32 32");
    svg.setAttribute("aria-hidden", "true");
    svg.append(path);
    return svg;
  };

  // Black or white on the accent, whichever stands out more (WCAG 2 relative luminance).
  function inkOn(colour) {
    const canvas = make("canvas", { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (value) =>
      value > 10 ? ((value / 255 + 0.055) / 1.055) ** 2.4 : value / 3295,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
  }

  const STYLE = `
    :host { display: contents !important }
    .root {
      all: initial; direction: ${dir}; color-scheme: ${scheme === "auto" ? "light dark" : scheme};
      --accent: light-dark(#8a2d19, #f0a183); --on-accent: light-dark(#fffaf3, #23120b);
      --paper: light-dark(#fffefb, #1e1b16); --ink: light-dark(#1e1b16, #ece6d9); --edge: light-dark(#d9d0be, #4a4334);
      font: 1rem/1.4 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, system-ui, sans-serif;
    }
    .root.floating { position: fixed; z-index: var(--ontherecord-layer, 2147483000); ${side}: 0; bottom: 0; width: 0; height: 0 }
    [hidden] { display: none !important }
    .launcher {
      position: absolute; bottom: var(--ontherecord-offset, 1.25rem); ${side}: var(--ontherecord-offset, 1.25rem);
      display: inline-flex; align-items: center; gap: .6rem; box-sizing: border-box; min-height: 3rem; max-width: min(80vw, 20rem);
      padding: .55rem 1.15rem .55rem .95rem; border: 1px solid transparent; border-radius: 1.5rem; cursor: pointer; width: max-content;
      background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-align: start;
      box-shadow: 0 1px 2px #0003, 0 6px 20px #0003; transition: filter .15s, transform .15s;
    }
    .launcher:hover { filter: brightness(1.08); transform: translateY(-1px) }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
    svg { width: 1.5rem; height: 1.5rem; fill: currentColor; flex: none }
    [aria-expanded="false"] .shut, [aria-expanded="true"] .quotes { display: none }
    [aria-expanded="true"] { width: 3rem; padding: .7rem; gap: 1rem; overflow: hidden; white-space: nowrap }
    .panel {
      box-sizing: border-box; padding: 0; margin: 0; overflow: hidden; background: var(--paper); color: var(--ink); border: 1px solid var(--edge);
    }
    .panel[open] { display: block }
    dialog.panel {
      position: absolute; inset: auto; bottom: calc(var(--ontherecord-offset, 1.25rem) + 3.75rem); ${side}: var(--ontherecord-offset, 1.25rem);
      width: min(var(--ontherecord-width, 26.5rem), 100vw - 2.5rem); max-width: none; max-height: none;
      height: min(var(--ontherecord-height, 42rem), 100dvh - 7rem); border-radius: 14px;
      box-shadow: 0 2px 6px #0002, 0 16px 48px #0004; animation: rise .18s ease-out;
    }
    dialog.panel:modal { position: fixed; inset: 0; width: 100%; height: 100dvh; border: 0; border-radius: 0 }
    section.panel { display: block; width: 100%; height: var(--ontherecord-height, 36rem); border-radius: 10px }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: inherit }
    .failed { padding: 1.5rem; display: grid; gap: 1rem; justify-items: start }
    .failed p { margin: 0 }
    .failed a { color: inherit }
    .failed button { font: inherit; min-height: 2.25rem; padding: .2rem 1rem; color: inherit; background: none; border: 1px solid; border-radius: 6px; cursor: pointer }
    @keyframes rise { from { opacity: 0; transform: translateY(.75rem) } }
    @media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important } }
    @media (forced-colors: active) { .launcher, .panel { border: 2px solid ButtonText } }
    @media print { .floating { display: none } }
  `;

  const place = target && document.querySelector(target);
  if (target && !place) console.error(`On the Record: there is no ${target} on this page.`);
  const inline = Boolean(place);
  const narrow = matchMedia("(max-width: 30rem), (max-height: 30rem)");
  const host = make("on-the-record");
  const root = make("div", { class: inline ? "root" : "root floating", lang: language, dir });
  const launcher = make("button", {
    type: "button", class: "launcher", part: "launcher", "aria-expanded": "false", "aria-controls": "panel", "aria-haspopup": "dialog",
  }, draw("M6 21c0-6 2.400-10 7-12l1.300 2.200c-2.500 1.400-3.700 2.900-4 5h4.500V24H6zm12 0c0-6 2.400-10 7-12l1.300 2.200c-2.500 1.400-3.700 2.900-4 5h4.500V24H18z"),
    draw("M8.500 6.400 16 13.900l7.500-7.500 2.100 2.100-7.500 7.500 7.500 7.500-2.100 2.100-7.500-7.500-7.500 7.500-2.100-2.100 7.500-7.500-7.500-7.500z"), label || name);
  launcher.firstChild.classList.add("quotes");
  launcher.children[1].classList.add("shut");
  const panel = make(inline ? "section" : "dialog", { class: "panel", part: "panel", id: "panel", "aria-label": label || name });
  if (!inline) panel.setAttribute("role", "dialog");

  const listeners = new Map();
  let frame = null;
  let ready = false;
  let waiting = [];
  let from = null;
  let patience;

  const tell = (event, detail) => listeners.get(event)?.forEach((listener) => listener(detail));

  function send(type, detail) {
    if (!ready) waiting.push([type, detail]);
    else frame.contentWindow.postMessage({ nonce, type, detail }, base.origin);
  }

  function load() {
    if (frame) return;
    const address = new URL("frame", base);
    address.searchParams.set("origin", location.origin);
    // What only the panel needs to know stays out of the request.
    address.hash = new URLSearchParams({
      nonce, theme: scheme, lang: language, dir, mode: inline ? "inline" : "dialog", accent: accent ?? "",
    });
    frame = make("iframe", {
      title: label || name, allow: "clipboard-write", referrerpolicy: "no-referrer",
      sandbox: "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox", src: address,
    });
    if (inline) frame.loading = "lazy";
    // A frame that the browser or the network refused loads something too, which never says that it is ready.
    frame.addEventListener("load", () => (patience = setTimeout(fail, 4000)));
    panel.append(frame);
  }

  function fail() {
    if (ready) return;
    console.error(
      `On the Record: no panel came from ${base.origin}. Is it running, is it started with ` +
      `--widget-origin ${location.origin}, and does this page's Content-Security-Policy allow it in frame-src?`,
    );
    const link = make("a", { href: new URL("..", base), target: "_blank", rel: "noopener" }, elsewhere);
    const note = make("div", { class: "failed", role: "alert" }, make("p", {}, failed), link);
    if (!inline) {
      const shut = make("button", { type: "button" }, closing);
      shut.addEventListener("click", close);
      note.append(shut);
    }
    frame.hidden = true;
    panel.append(note);
    tell("error", { message: failed });
  }

  function show() {
    if (panel.open) panel.close();
    narrow.matches ? panel.showModal() : panel.show();
    panel.setAttribute("aria-modal", narrow.matches);
  }

  function open() {
    load();
    if (!inline && !panel.open) {
      from = document.activeElement === host ? launcher : document.activeElement;
      show();
      launcher.setAttribute("aria-expanded", "true");
      tell("open");
    }
    frame.focus();
    send("focus");
  }

  function close() {
    if (inline || !panel.open) return;
    panel.close();
    launcher.setAttribute("aria-expanded", "false");
    (from?.isConnected && from !== document.body ? from : launcher).focus();
    tell("close");
  }

  function ask(text) {
    if (typeof text !== "string" || !text.trim()) throw new TypeError("OnTheRecord.ask needs a question.");
    open();
    send("ask", text);
  }

  // What to hear: "ready", "open", "close", "answer", "error". Returns a function that ends it.
  function on(event, listener) {
    if (!listeners.has(event)) listeners.set(event, new Set());
    listeners.get(event).add(listener);
    return () => listeners.get(event).delete(listener);
  }

  function hear({ data, origin, source }) {
    if (!frame || source !== frame.contentWindow || origin !== base.origin || data?.nonce !== nonce) return;
    if (data.type === "ready") {
      clearTimeout(patience);
      ready = true;
      const held = waiting;
      waiting = [];
      held.forEach(([type, detail]) => send(type, detail));
      tell("ready");
    } else if (data.type === "close") close();
    else if (data.type === "answer" || data.type === "error") tell(data.type, data.detail);
  }

  function destroy() {
    clearTimeout(patience);
    window.removeEventListener("message", hear);
    narrow.removeEventListener("change", fit);
    host.remove();
    delete window.OnTheRecord;
  }

  const fit = () => panel.open && show();
  const escape = (event) => event.key === "Escape" && close();

  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  if (accent && CSS.supports("color", accent)) {
    root.style.setProperty("--accent", accent);
    root.style.setProperty("--on-accent", inkOn(accent));
  }
  root.append(...(inline ? [panel] : [panel, launcher]));
  shadow.append(root);
  (place || document.body).append(host);
  launcher.addEventListener("click", () => (panel.open ? close() : open()));
  root.addEventListener("keydown", escape);
  panel.addEventListener("cancel", (event) => (event.preventDefault(), close()));
  window.addEventListener("message", hear);
  narrow.addEventListener("change", fit);
  if (inline) load();
  window.OnTheRecord = Object.freeze({ open, close, ask, on, destroy });
})();
