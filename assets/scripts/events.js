/* What scripts tell each other: an answer came or did not, parts of the page are new, or a chart
   stands there anew. */
const ANSWERED = "page:answered";
const FAILED = "page:failed";
const CHANGED = "page:changed";
const DRAWN = "chart:drawn";

/* The server says what changes. */
export function tellAnswered(change) {
  document.dispatchEvent(new CustomEvent(ANSWERED, { detail: { change } }));
}

/* The last question got no answer. */
export function tellFailed() {
  document.dispatchEvent(new CustomEvent(FAILED));
}

/* The parts with these ids have taken in an answer. */
export function tellChanged(ids) {
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: { ids } }));
}

export function tellDrawn(graph) {
  graph.dispatchEvent(new CustomEvent(DRAWN, { bubbles: true }));
}

/* `react` is given what changes. */
export function whenAnswered(react) {
  document.addEventListener(ANSWERED, ({ detail }) => react(detail.change));
}

export function whenFailed(react) {
  document.addEventListener(FAILED, () => react());
}

/* `react` is given the ids of the parts. */
export function whenChanged(react) {
  document.addEventListener(CHANGED, ({ detail }) => react(detail.ids));
}

/* `react` is given the element of the chart. */
export function whenDrawn(react) {
  document.addEventListener(DRAWN, ({ target }) => react(target));
}
