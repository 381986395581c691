/* The palettes of charts are those of the style sheet: that of the screen, and that of paper. */
import { palette } from "./figures.js";

const DARK = matchMedia("screen and (prefers-color-scheme: dark)");
const FORCED = matchMedia("(forced-colors: active)");
let isPaper = false;

function read(element) {
  const style = getComputedStyle(element);
  const known = new Map();
  return palette((name) => {
    if (!known.has(name)) known.set(name, style.getPropertyValue(`--${name}`).trim());
    return known.get(name);
  });
}

const sheet = document.createElement("i");
sheet.className = "on-paper";
sheet.hidden = true;
document.body.append(sheet);

export const light = read(sheet);
let dark = null;

/* What charts are drawn with now. */
export function current() {
  if (isPaper || !DARK.matches) return light;
  dark ||= read(document.documentElement);
  return dark;
}

export function onPaper(yes) {
  isPaper = yes;
}

/* The scheme of the screen is another one. */
export function whenScheme(react) {
  for (const query of [DARK, FORCED]) query.addEventListener("change", () => react());
}
