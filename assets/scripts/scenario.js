/* The controls of a scenario: a value, and the ends of its interval. One change is one touch. An
   interval nobody has touched follows the value, and is the server's to say. */
import { bounded } from "./field_bounds.js";
import { page } from "./form_state.js";

const part = (box, name) => box.querySelector(`[data-part="${name}"]`);

/* A field that is emptied takes the usual back. */
function words(box, touched) {
  const value = part(box, "value");
  if (value.value === "") return "";
  const middle = bounded(value);
  const [low, high] = ["low", "high"].map((name) => part(box, name));
  if (touched === value || !low || low.value === "" || high.value === "") return middle;
  const ends = [Math.min(bounded(low), middle), Math.max(bounded(high), middle)];
  return `${middle}~${ends.join("~")}`;
}

document.addEventListener("change", ({ target }) => {
  const box = target.closest("[data-dial]");
  if (!box) return;
  const set = { [box.dataset.dial]: words(box, target) };
  page.edit("scenario", { ...page.edits("scenario"), ...set });
});
