/* What every page can also be: printed on A4, in the colours of paper, with its tables. */
import { permanentLink } from "./address.js";
import { onPaper } from "./colours.js";
import { drawAll, recolour } from "./lazy_charts.js";

const text = (id) => (document.getElementById(id) || {}).textContent || "";

/* The page of an A4 between its margins, and half of it for the map and its key. */
const PAPER = 680;
const MAP = 400;
let opened = [];
const TABLES = "details.table-of-figure, details.more:has(> * > .table-of-figure)";
const tables = () => [...document.querySelectorAll(TABLES)];
const drawn = () => [...document.querySelectorAll(".js-plotly-plot")].filter(
  (gd) => gd.offsetParent);

function toPaper() {
  onPaper(true);
  /* Paper has no near and far. */
  drawAll();
  recolour();
  opened = tables().filter((details) => !details.open);
  for (const details of opened) details.open = true;
  for (const gd of drawn()) {
    const width = gd.closest("#map-figure") ? MAP : PAPER;
    gd.parentElement.style.width = `${width}px`;
    window.Plotly.relayout(gd, { width });
  }
  const line = document.querySelector(".printed-address");
  if (line) line.textContent = `${permanentLink()} · ${text("trust")}`;
}
function toScreen() {
  onPaper(false);
  for (const gd of drawn()) {
    gd.parentElement.style.width = "";
    window.Plotly.relayout(gd, { width: null, autosize: true });
  }
  for (const details of opened) details.open = false;
  recolour();
}
window.addEventListener("beforeprint", toPaper);
window.addEventListener("afterprint", toScreen);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
