/* The map by keyboard: each region is a button with a name; arrows move, Enter chooses. */
import { nearest } from "./directions.js";
import { whenChanged, whenDrawn } from "./events.js";
import { page } from "./form_state.js";

const GRAPH = "map-figure";
/* The class of a region without a value. */
const MISSING = -1;
const TURNS = {
  ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
};
let focused = null;
let waiting = false;

const plot = () => document.querySelector(`#${GRAPH} .js-plotly-plot`);
const paths = (gd) => [...gd.querySelectorAll(".choroplethlayer path")];
const codeOf = (path) => path.__data__ && path.__data__.loc;

function dress() {
  waiting = false;
  const gd = plot();
  if (!gd || !gd.data) return;
  const trace = gd.data[0];
  const words = new Map(trace.locations.map((code, i) => [code, trace.customdata[i]]));
  const missing = new Set(trace.locations.filter((_, i) => trace.z[i] === MISSING));
  const all = paths(gd);
  const chosen = chosenRegion();
  const first = all.find((p) => codeOf(p) === (focused || chosen)) || all[0];
  for (const path of all) {
    const [value, name] = words.get(codeOf(path)) || ["", ""];
    const facts = {
      role: "button", "aria-label": `${name}: ${value}`, "data-region": codeOf(path),
      "aria-pressed": String(codeOf(path) === chosen),
      tabindex: path === first ? "0" : "-1",
    };
    if (missing.has(codeOf(path))) path.style.fill = 'url("#hatch")';
    for (const [key, fact] of Object.entries(facts)) {
      if (path.getAttribute(key) !== fact) path.setAttribute(key, fact);
    }
  }
  /* A redraw can give the focused element another region: focus follows the region. */
  const held = document.activeElement;
  const lost = held === document.body || (all.includes(held) && codeOf(held) !== focused);
  if (focused && lost) {
    const again = all.find((p) => codeOf(p) === focused);
    if (again) again.focus({ preventScroll: true });
  }
}

function chosenRegion() {
  const select = document.querySelector(".choice-region select");
  return select ? select.value : "00";
}

function middle(path) {
  const box = path.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function neighbour(from, turn, all) {
  const others = all.filter((path) => path !== from);
  return others[nearest(middle(from), turn, others.map(middle))];
}

function choose(path) {
  const code = codeOf(path);
  /* A press on the chosen region gives the whole country back. */
  page.set("region", code === chosenRegion() ? "00" : code);
}

const regionAt = (event) =>
  event.target.closest && event.target.closest(".choroplethlayer path");

document.addEventListener("click", (event) => {
  const path = regionAt(event);
  if (path) choose(path);
});
/* plotly listens on the ground below the regions; what they catch is passed on to it. */
for (const kind of ["mousemove", "mouseout"]) {
  document.addEventListener(kind, (event) => {
    const ground = regionAt(event) && plot().querySelector(".geolayer .bg rect");
    if (ground) ground.dispatchEvent(new MouseEvent(kind, event));
  });
}

document.addEventListener("keydown", (event) => {
  const path = event.target.closest && event.target.closest(".choroplethlayer path");
  if (!path) return;
  const turn = TURNS[event.key];
  if (turn) {
    event.preventDefault();
    const next = neighbour(path, turn, paths(plot()));
    if (!next) return;
    next.focus();
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose(path);
  }
});
document.addEventListener("focusin", (event) => {
  const path = event.target.closest && event.target.closest(".choroplethlayer path");
  focused = path ? codeOf(path) : null;
  if (path) for (const one of paths(plot())) one.setAttribute("tabindex", one === path ? "0" : "-1");
});

/* The select may take in its value after the map is drawn. */
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(dress);
}
whenChanged(soon);
whenDrawn((graph) => {
  if (graph.id === GRAPH) soon();
});
