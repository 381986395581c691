/* A reader's own rates: a file is sent to be computed, and kept in this tab alone. */
import { permanentLink } from "./address.js";
import { whenChanged } from "./events.js";

const STORED = "own-rates";
const FAILED = {
  sv: "Filen kunde inte räknas just nu. Försök igen om en stund.",
  en: "The file could not be computed now. Try again in a while.",
};
const CHOOSE = { sv: "Välj en fil först.", en: "Choose a file first." };
const lang = () => document.body.dataset.lang;
const at = (id) => document.getElementById(id);
const view = () => new URL(permanentLink()).searchParams;

function cell(kind, words, scope) {
  const found = document.createElement(kind);
  if (scope) found.scope = scope;
  found.textContent = words;
  return found;
}

function shown({ measure, heads, rows, said, error }) {
  at("eff-own-said").textContent = error || said || "";
  at("eff-own-said").classList.toggle("problem", Boolean(error));
  at("eff-own-result").replaceChildren();
  if (error || !rows) return;
  const table = document.createElement("table");
  table.createCaption().textContent = measure;
  const head = table.createTHead().insertRow();
  heads.forEach((words) => head.append(cell("th", words, "col")));
  const body = table.createTBody();
  for (const [first, ...rest] of rows) {
    const row = body.insertRow();
    row.append(cell("th", first, "row"), ...rest.map((words) => cell("td", words)));
  }
  at("eff-own-result").append(table);
}

async function compute(text) {
  const form = new FormData();
  form.append("file", new Blob([text], { type: "text/csv" }), "rates.csv");
  const query = view();
  query.set("lang", lang());
  try {
    const answer = await fetch(`/own-rates?${query}`, { method: "POST", body: form });
    const found = await answer.json();
    shown(found);
    if (answer.ok) sessionStorage.setItem(STORED, text);
  } catch (failed) {
    shown({ error: FAILED[lang()] });
  }
  at("eff-own-forget").hidden = !sessionStorage.getItem(STORED);
}

async function chosen() {
  const [file] = at("eff-own-file").files;
  if (!file) return shown({ error: CHOOSE[lang()] });
  return compute(await file.text());
}

function forget() {
  sessionStorage.removeItem(STORED);
  at("eff-own-file").value = "";
  at("eff-own-forget").hidden = true;
  shown({});
  at("eff-own-file").focus();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("#eff-own-compute")) chosen();
  if (event.target.closest("#eff-own-forget")) forget();
});

/* The browser's control is put in its place when the page is there; what the tab holds is
   computed again, and again when a rule is changed. */
let title = "";
function again() {
  const place = at("eff-own-place");
  if (!place) return;
  if (!place.firstChild) {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", id: "eff-own-file", accept: ".csv,text/csv" });
    place.append(input);
  }
  const now = `${view()} ${at("eff-rules-measure").textContent}`;
  if (now === title) return;
  title = now;
  const text = sessionStorage.getItem(STORED);
  if (text) compute(text);
}
again();
whenChanged(again);
