/* What scripts tell each other: parts of the page are new, or a chart stands there anew. */
const CHANGED = "page:changed";
const DRAWN = "chart:drawn";

/* The parts with these ids have taken in an answer. */
export function tellChanged(ids) {
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: { ids } }));
}

export function tellDrawn(graph) {
  graph.dispatchEvent(new CustomEvent(DRAWN, { bubbles: true }));
}

/* `react` is given the ids of the parts. */
export function whenChanged(react) {
  document.addEventListener(CHANGED, ({ detail }) => react(detail.ids));
}

/* `react` is given the element of the chart. */
export function whenDrawn(react) {
  document.addEventListener(DRAWN, ({ target }) => react(target));
}
