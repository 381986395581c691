/* A figure as it came stays as it is: plotly writes into a copy, which has real colours. */
import { numbersOf } from "./number_lists.js";
import { walked } from "./text_steps.js";

const TOKEN = /var\(--([a-z0-9-]+)\)/g;

/* Colours by the name of their token. Lists that were painted with them are remembered, as plotly
   takes a list that is the same object for one that has not changed. */
export const palette = (colourOf) => ({ colourOf, lists: new WeakMap() });

const isTokened = (value) => typeof value === "string" && value.includes("var(--");

function paint(words, { colourOf }) {
  return words.replace(TOKEN, (_, name) => colourOf(name));
}

function paintedList(list, colours) {
  const { lists } = colours;
  if (!lists.has(list)) {
    lists.set(list, list.map((one) => (isTokened(one) ? paint(one, colours) : one)));
  }
  return lists.get(list);
}

/* A list of plain values is not copied, as plotly does not write into one. */
export function clone(value, colours) {
  if (isTokened(value)) return paint(value, colours);
  if (value === null || typeof value !== "object") return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clone(one, colours)]));
  }
  if (value.some((one) => one !== null && typeof one === "object")) {
    return value.map((one) => clone(one, colours));
  }
  return value.some(isTokened) ? paintedList(value, colours) : value;
}

/* What shall stand at a place: as it is told, of its words as JSON, or of its numbers. */
export function renewed(figure, place, more) {
  if (more.length < 2) return more;
  const old = place.reduce((value, step) => (value === undefined ? value : value[step]), figure);
  return [more.length === 3 ? JSON.parse(walked(JSON.stringify(old), more)) : numbersOf(old, more)];
}

/* A figure with something at a place in it set or, when it is not given, taken away; what is
   not on the way there stays the same object, so that plotly need not look at it. */
export function assigned(value, [step, ...rest], more) {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (rest.length) copy[step] = assigned(value[step], rest, more);
  else if (more.length) [copy[step]] = more;
  else delete copy[step];
  return copy;
}

/* The layout for a screen: up to the width that `narrow` states, its parts take the place of those
   of the layout. `isUpTo` says whether the screen is at most that wide. */
export function fitted({ layout, narrow }, isUpTo) {
  if (!narrow) return layout;
  const { below, ...parts } = narrow;
  return isUpTo(below) ? { ...layout, ...parts } : layout;
}
