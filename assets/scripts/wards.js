/* A list of wards is held by this tab alone: it is sent to be given its targets, drawn as ticks on
   the curve and as a table, and sent anew when the assumptions change. */
import { permanentLink } from "./address.js";
import { whenChanged } from "./events.js";
import { change, figure } from "./lazy_charts.js";

const STORED = "wards";
const CURVE = "tgt-curve-figure";
const BYTES = { "Content-Type": "application/octet-stream" };
const at = (id) => document.getElementById(id);
const part = () => at("tgt-wards");
const held = () => JSON.parse(sessionStorage.getItem(STORED) || "null");
let turn = 0;
let file = "";

function element(kind, words, more) {
  const one = Object.assign(document.createElement(kind), more);
  if (words !== undefined) one.textContent = words;
  return one;
}

/* The curve as it is on the page, with the wards in its first trace. */
function tick(ticks) {
  const curve = figure(CURVE);
  if (!curve || (!ticks.length && !curve.data[0].x.length)) return;
  const units = {
    ...curve.data[0],
    x: ticks.map((one) => one.beds),
    y: ticks.map((one) => one.target),
    customdata: ticks.map((one) => one.words),
  };
  change(CURVE, [[["data", 0], units]]);
}

function table(answer) {
  const found = document.createElement("table");
  found.append(element("caption", answer.stamp));
  const head = found.createTHead().insertRow();
  for (const words of answer.heads) head.append(element("th", words, { scope: "col" }));
  const body = found.createTBody();
  for (const [first, ...rest] of answer.rows) {
    const row = body.insertRow();
    row.append(element("th", first, { scope: "row" }));
    row.append(...rest.map((words) => element("td", words)));
  }
  const box = element("div", undefined, { className: "table-wrap as-table", tabIndex: 0 });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", answer.stamp);
  box.append(found);
  return box;
}

function faults(read, problems) {
  if (!problems.length) return [];
  const found = document.createElement("details");
  found.open = problems.length <= 12;
  found.append(element("summary", `${part().dataset.faults} (${problems.length})`));
  const list = document.createElement("ul");
  list.append(...problems.map((words) => element("li", words)));
  found.append(list);
  return [found];
}

function draw(answer, read, problems) {
  file = answer.file;
  at("tgt-wards-title").textContent = answer.title;
  at("tgt-wards-said").replaceChildren(
    element("p", answer.sentence, { className: "sentence" }), element("p", read, { className: "hint" }));
  at("tgt-wards-result").replaceChildren(
    ...faults(read, problems), ...(answer.rows.length ? [table(answer)] : []));
  part().classList.toggle("has-list", answer.rows.length > 0);
  tick(answer.ticks);
}

function refuse(words) {
  at("tgt-wards-said").replaceChildren(element("p", words, { className: "notice" }));
}

function forget() {
  turn += 1;
  sessionStorage.removeItem(STORED);
  file = "";
  at("tgt-wards-title").textContent = part().dataset.title;
  at("tgt-wards-said").replaceChildren();
  at("tgt-wards-result").replaceChildren();
  part().classList.remove("has-list");
  tick([]);
}

async function asked(list) {
  const link = new URL(permanentLink());
  const query = new URLSearchParams(link.search);
  query.set("lang", part().dataset.wards);
  const answer = await fetch(`/wards?${query}`, { method: "POST", body: list, headers: BYTES });
  return answer.json();
}

/* `read` and `problems` are those of the file itself, which is sent once. */
async function show(list, kept) {
  const mine = (turn += 1);
  let answer;
  try {
    answer = await asked(list);
  } catch (unanswered) {
    answer = { error: part() && part().dataset.failed };
  }
  if (mine !== turn || !part()) return;
  if (answer.error) {
    refuse(answer.error);
    return;
  }
  const { read, problems } = kept || answer;
  sessionStorage.setItem(STORED, JSON.stringify({ list: answer.kept, read, problems }));
  draw(answer, read, problems);
}

function again() {
  const kept = held();
  if (part() && kept) show(new Blob([kept.list], { type: "text/csv" }), kept);
}

function pick() {
  const input = element("input", undefined, { type: "file", accept: ".csv,.xlsx,.txt" });
  input.addEventListener("change", () => {
    if (input.files.length) show(input.files[0], null);
  });
  input.click();
}

function save() {
  const link = element("a", undefined, { download: "malnivaer_avdelningar.csv" });
  link.href = URL.createObjectURL(new Blob([file], { type: "text/csv" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

document.addEventListener("click", (event) => {
  const on = (id) => event.target.closest(`#${id}`);
  if (on("tgt-wards-pick")) pick();
  else if (on("tgt-wards-forget")) forget();
  else if (on("tgt-wards-save")) save();
});
/* Each view, the first of a page too, asks for the targets anew. */
again();
whenChanged(again);
