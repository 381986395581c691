/* A chart is drawn when it comes near the screen; until then its latest figure waits. */
import { current, whenScheme } from "./colours.js";
import { tellDrawn } from "./events.js";
import { assigned, clone, fitted, renewed } from "./figures.js";
import { arrived, plotly } from "./plotly.js";

const MARGIN = 0.5;
const CONFIG = JSON.parse((document.getElementById("config") || { textContent: "{}" }).textContent);
const figures = new Map();
const waiting = new Set();
const seen = new WeakMap();
const drawnWith = new WeakMap();
const heard = new WeakSet();
/* What is to be drawn when plotly has come. */
const pending = new Map();
const widths = new Map();
const all = () => document.querySelectorAll(".graph");

const watch = new IntersectionObserver((records) => {
  for (const { target, isIntersecting } of records) {
    seen.set(target, isIntersecting);
    if (isIntersecting && waiting.has(target.id)) draw(target);
  }
}, { rootMargin: `${100 * MARGIN}% 0px` });

/* The observer first answers after a frame, which what can be seen does not wait for. */
function isNear(graph) {
  if (seen.has(graph)) return seen.get(graph);
  const [box] = graph.getClientRects();
  const margin = MARGIN * window.innerHeight;
  const near = Boolean(box) && box.top < window.innerHeight + margin && box.bottom > -margin;
  seen.set(graph, near);
  watch.observe(graph);
  return near;
}

/* Whether the screen is at most this wide; what is drawn follows when that changes. */
function isUpTo(width) {
  if (!widths.has(width)) {
    widths.set(width, matchMedia(`(max-width: ${width}px)`));
    widths.get(width).addEventListener("change", () => {
      for (const graph of all()) if (narrowAt(graph) === width) redraw(graph);
    });
  }
  return widths.get(width).matches;
}

const narrowAt = (graph) => (figures.get(graph.id).narrow || {}).below;

function draw(graph) {
  return window.Plotly ? drawn(graph) : whenLoaded(graph);
}

function whenLoaded(graph) {
  if (!pending.has(graph)) {
    pending.set(graph, plotly().then(() => drawn(graph)).finally(() => pending.delete(graph)));
  }
  return pending.get(graph);
}

function drawn(graph) {
  const { data, layout } = figures.get(graph.id);
  const colours = current();
  const plot = graph.lastElementChild;
  waiting.delete(graph.id);
  drawnWith.set(graph, colours);
  mark(graph, layout);
  graph.style.height = `${layout.height}px`;
  const shown = clone(fitted(figures.get(graph.id), isUpTo), colours);
  return window.Plotly.react(plot, clone(data, colours), shown, CONFIG).then(() => {
    if (!heard.has(plot)) {
      heard.add(plot);
      plot.on("plotly_afterplot", () => tellDrawn(graph));
    }
    tellDrawn(graph);
  });
}

/* Only what has been drawn; what waits is drawn anew anyway. */
function redraw(graph) {
  if (!drawnWith.has(graph) || waiting.has(graph.id)) return undefined;
  const { width } = graph.lastElementChild.layout;
  const done = draw(graph);
  /* Paper states the width of what stands on it. */
  return width ? done.then(() => window.Plotly.relayout(graph.lastElementChild, { width })) : done;
}

/* What has other colours than those of now is drawn with these. */
export function recolour() {
  return Promise.all([...all()].filter((graph) => drawnWith.get(graph) !== current()).map(redraw));
}

/* A graph that got another place, as a hidden one has none; paper states its own width. */
const placed = new ResizeObserver((records) => {
  for (const { target, contentRect } of records) {
    const { layout, _fullLayout: drawn } = target.lastElementChild;
    const isFitting = !drawn || layout.width || !contentRect.width
      || Math.abs(drawn.width - contentRect.width) < 1;
    if (!isFitting) window.Plotly.Plots.resize(target.lastElementChild);
  }
});

/* A light band where the period looked at lies, below the lines. */
function mark(graph, { meta = {}, xaxis, margin }) {
  const known = graph.querySelector(".now");
  if (!meta.now) {
    if (known) known.remove();
    return;
  }
  const band = known || document.createElement("i");
  const { l, r, t, b } = margin;
  const [first, last] = xaxis.range.map(Date.parse);
  const at = (Date.parse(meta.now) - first) / (last - first);
  band.className = "now";
  band.style.left = `calc(${l}px + (100% - ${l + r}px) * ${at.toFixed(4)})`;
  band.style.top = `${t}px`;
  band.style.bottom = `${b}px`;
  if (!known) graph.prepend(band);
}

function show(graph) {
  if (isNear(graph)) draw(graph);
  else waiting.add(graph.id);
}

const isTold = ([[part, name]]) => part === "layout" && name === "meta";

/* `now` is a whole figure, or a list of places in it, each with what stands there now or with what
   leads to it; or such a list for a figure that is like another one. */
export function change(id, now) {
  const whole = (figure, [place, ...more]) => assigned(figure, place, renewed(figure, place, more));
  const graph = document.getElementById(id);
  const isWhole = !Array.isArray(now);
  if (now.like) figures.set(id, now.steps.reduce(whole, figures.get(now.like)));
  else figures.set(id, isWhole ? now : now.reduce(whole, figures.get(id)));
  const { layout } = figures.get(id);
  const shown = graph.lastElementChild.layout;
  /* What only tells of the picture is not drawn by plotly. */
  if (shown && !waiting.has(id) && !isWhole && now.every(isTold)) {
    shown.meta = layout.meta;
    mark(graph, layout);
  } else show(graph);
}

/* A figure as it came, with the names of its colours. */
export const figure = (id) => figures.get(id);

export const drawWithin = (within) => [...all()]
  .filter((graph) => waiting.has(graph.id) && within.contains(graph)).map(draw);

export const drawAll = () => Promise.all(drawWithin(document));

for (const graph of all()) {
  figures.set(graph.id, JSON.parse(graph.firstElementChild.textContent));
  graph.firstElementChild.remove();
}
all().forEach(show);
all().forEach((graph) => placed.observe(graph));
whenScheme(recolour);

/* Outlines are fetched in advance for a map that waits: paper would not wait for them. */
arrived.then(() => {
  for (const id of waiting) {
    for (const { geojson } of figures.get(id).data) {
      if (typeof geojson === "string") {
        fetch(geojson).then((answer) => answer.json()).then(
          (outlines) => { window.PlotlyGeoAssets[geojson] = outlines; }, () => {});
      }
    }
  }
});

/* A table and a file are made of what is drawn. */
window.addEventListener("shape", () => {
  for (const button of document.querySelectorAll("[data-shape][aria-pressed]")) {
    drawWithin(button.closest("section"));
  }
});
document.addEventListener("click", (event) => {
  const opener = event.target.closest("summary, [data-picture]");
  /* What a door opens is drawn when it is seen. */
  if (opener && opener.closest("section") && !opener.matches(".door > summary")) drawWithin(opener.closest("section"));
}, true);
