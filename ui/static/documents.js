// Adding documents by choosing or dropping them, and taking them out, on the list of documents.
"use strict";
(() => {
  const box = document.getElementById("adding");
  const chosen = document.getElementById("files");
  const bar = document.getElementById("progress");
  const log = document.getElementById("log");
  const waiting = [];
  let all = 0;
  let adding = false;

  function tell(text, bad) {
    const line = document.createElement("li");
    line.textContent = text; // never markup: a file's name is anybody's
    if (bad) line.className = "bad";
    log.append(line);
  }

  const said = (request) => {
    try {
      return JSON.parse(request.responseText).detail;
    } catch {
      return "the server could not be reached";
    }
  };

  // fetch cannot tell how much of a file has been sent; this can.
  function send(file, done) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("PUT", `library/${encodeURIComponent(file.name)}`);
      request.upload.onprogress = (event) => event.lengthComputable && done(event.loaded / event.total);
      request.onloadend = () => {
        if (request.status !== 200) tell(`${file.name}: ${said(request)}`, true);
        else if (JSON.parse(request.responseText).unchanged.length) tell(`${file.name} is there already.`);
        else tell(`${file.name} added.`);
        resolve(request.status === 200);
      };
      request.send(file);
    });
  }

  async function add(files) {
    waiting.push(...files);
    all += files.length;
    if (adding) return;
    adding = true;
    bar.hidden = false;
    let added = 0;
    while (waiting.length) {
      const before = all - waiting.length;
      const file = waiting.shift();
      // What has been sent is read and indexed then: that is half of the work.
      const done = (share) => (bar.value = (before + share / 2) / all);
      done(0);
      if (await send(file, done)) added += 1;
    }
    bar.hidden = true;
    adding = false;
    all = 0;
    if (added) {
      const again = document.createElement("a");
      again.href = "documents";
      again.textContent = "Show the list as it is now";
      const line = document.createElement("li");
      line.append(again);
      log.append(line);
    }
  }

  chosen.addEventListener("change", () => {
    add([...chosen.files]);
    chosen.value = "";
  });
  for (const type of ["dragenter", "dragover"])
    document.addEventListener(type, (event) => {
      event.preventDefault();
      box.classList.add("over");
    });
  for (const type of ["dragleave", "drop"]) document.addEventListener(type, () => box.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".remove");
    if (!button) return;
    const item = button.closest("li");
    if (!confirm(`Take “${item.querySelector("a").textContent}” out of the collection?`)) return;
    const path = button.dataset.id.split("/").map(encodeURIComponent).join("/");
    const reply = await fetch(`library/${path}`, { method: "DELETE" }).catch(() => null);
    if (reply?.ok) {
      tell(`${button.dataset.id} taken out.`);
      item.remove();
      chosen.focus();
    } else tell(`${button.dataset.id} could not be taken out; try again later.`, true);
  });
})();
