/* "Not right?" beside a figure opens one form, which knows the figure and the view. */
import { permanentLink } from "./address.js";

let opener = null;
const dialog = () => document.getElementById("report");
const field = (name) => dialog().querySelector(`[name="${name}"]`);

/* The view as it is shared: with every key where the page has one. */
function address() {
  const url = new URL(permanentLink());
  return url.pathname + url.search;
}

function heading(button) {
  if (button.dataset.title) return button.dataset.title;
  const part = button.closest("section");
  const title = part && part.querySelector("h2, h3");
  return title ? title.textContent : document.title;
}

function open(button) {
  const box = dialog();
  opener = button;
  box.querySelector("form").hidden = false;
  box.querySelector(".after").hidden = true;
  box.querySelector(".thanks").replaceChildren();
  box.querySelector(".told").replaceChildren();
  field("figure").value = button.dataset.report;
  field("title").value = heading(button);
  field("address").value = address();
  box.querySelector(".about strong").textContent = heading(button);
  box.querySelector(".about code").textContent = location.pathname + location.search;
  box.querySelector(".about span").textContent = field("release").value.slice(0, 6);
  box.showModal();
  field("kind").focus();
}

function say(lines) {
  const told = dialog().querySelector(".told");
  told.replaceChildren(...lines.map((words) => {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }));
  for (const one of dialog().querySelectorAll("[aria-invalid]")) {
    one.removeAttribute("aria-invalid");
  }
}

function refused(answer) {
  say(answer.lines.map((one) => one.said));
  const names = answer.lines.map((one) => one.name).filter((name) => name && field(name));
  for (const name of names) field(name).setAttribute("aria-invalid", "true");
  if (names.length && field(names[0]).type !== "hidden") field(names[0]).focus();
}

function taken(answer) {
  const box = dialog();
  const title = document.createElement("h2");
  const words = document.createElement("p");
  title.textContent = answer.title;
  words.textContent = answer.lines.map((one) => one.said).join(" ");
  box.querySelector("form").hidden = true;
  field("wrong").value = "";
  box.querySelector(".after").hidden = false;
  box.querySelector(".thanks").replaceChildren(title, words);
  box.querySelector(".thanks").focus();
}

async function send(form) {
  const button = form.querySelector(".send");
  button.disabled = true;
  try {
    const got = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
    });
    const answer = await got.json();
    if (got.ok) taken(answer);
    else refused(answer);
  } catch (failed) {
    say([dialog().dataset.failed]);
  } finally {
    button.disabled = false;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-report]");
  if (button) open(button);
  else if (event.target.closest("#report [data-close]")) dialog().close();
});
document.addEventListener("submit", (event) => {
  if (!event.target.closest("#report")) return;
  event.preventDefault();
  send(event.target);
});
/* A touch meanwhile may have laid out the figure anew, its button with it. */
document.addEventListener("close", (event) => {
  if (event.target !== dialog() || !opener) return;
  const again = document.querySelector(`[data-report="${opener.dataset.report}"]`);
  if (again) again.focus({ preventScroll: true });
}, true);
