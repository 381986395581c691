/* What every page can also be: printed on A4, in the colours of paper, with its tables. */
import { permanentLink } from "./address.js";
import { current, onPaper } from "./colours.js";
import { clone } from "./figures.js";
import { drawAll, figure, recolour } from "./lazy_charts.js";

const text = (id) => (document.getElementById(id) || {}).textContent || "";

/* The page of an A4 between its margins. The figures of the national page share two sheets, those
   of a region stand in pairs, and the first of a page leaves room for what is said and its table. */
const PAPER = 680;
const SHEET = {
  "map-figure": { width: 224, height: 330 },
  ...Object.fromEntries(["chosen", "over", "out"].map(
    (name) => [`${name}-figure`, { width: 326 }])),
  "cmp-dots-figure": { height: 345 },
  "tgt-curve-figure": { height: 330 },
  "tgt-gaps-figure": { height: 450 },
  "tgt-official-figure": { height: 450 },
  "eff-policy-figure": { height: 340 },
  "eff-grant-figure": { height: 480 },
  "eff-rules-figure": { height: 480 },
  "scn-swings-figure": { width: 434 },
  "dq-calendar-figure": { height: 350 },
  "occupancy-figure": { width: 326, height: 230 },
  "way-figure": { width: 326 },
  "mine-targets-figure": { width: 326 },
  "mine-among-figure": { width: 326 },
  ...Object.fromEntries(["over", "out", "occupancy", "beds"].map(
    (name) => [`mine-${name}-figure`, { width: 326, height: 190 }])),
};
const sizes = new Map();
let opened = [];
let isOnPaper = false;
const DOORS = "details.door";
const TABLES = "details.table-of-figure, details.more:has(> * > .table-of-figure)";
/* The national page is two sheets: its figures without the tables behind them. */
const closed = () => [...document.querySelectorAll(
  document.querySelector(".page-overview") ? DOORS : `${DOORS}, ${TABLES}`,
)].filter((details) => !details.open);
const drawn = () => [...document.querySelectorAll(".js-plotly-plot")].filter(
  (gd) => gd.offsetParent);

function toPaper() {
  if (isOnPaper) return;
  isOnPaper = true;
  onPaper(true);
  opened = closed();
  for (const details of opened) details.open = true;
  /* Paper has no near and far. */
  drawAll();
  recolour();
  sizes.clear();
  for (const gd of drawn()) {
    const graph = gd.parentElement;
    const { height, annotations } = gd.layout;
    const size = { width: PAPER, height, ...SHEET[graph.id] };
    sizes.set(gd, { height, annotations });
    /* On half a sheet there is no more room for words than on a phone. */
    const { narrow } = figure(graph.id);
    if (size.width < PAPER && narrow) size.annotations = clone(narrow.annotations, current());
    graph.style.width = `${size.width}px`;
    graph.style.height = `${size.height}px`;
    window.Plotly.relayout(gd, size);
  }
  const line = document.querySelector(".printed-address");
  if (line) line.textContent = `${permanentLink()} · ${text("trust")}`;
}
function toScreen() {
  isOnPaper = false;
  onPaper(false);
  for (const gd of drawn()) {
    const size = sizes.get(gd) || { height: gd.layout.height };
    gd.parentElement.style.width = "";
    gd.parentElement.style.height = `${size.height}px`;
    window.Plotly.relayout(gd, { ...size, width: null, autosize: true });
  }
  for (const details of opened) details.open = false;
  recolour();
}
window.addEventListener("beforeprint", toPaper);
window.addEventListener("afterprint", toScreen);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
