"use strict";
const heard = document.getElementById("heard");
for (const event of ["ready", "open", "close", "error"])
  OnTheRecord.on(event, () => (heard.textContent = event));
OnTheRecord.on("answer", (answer) => (heard.textContent = `answer with ${answer.quotes.length} quotes`));
document.getElementById("open").addEventListener("click", OnTheRecord.open);
document.getElementById("ask").addEventListener("click", () => OnTheRecord.ask("What did they say about trade?"));
