/* The editor of peers: the number of similar regions and the weights, or regions of one's own. One
   change of the editor is one touch. */
import { bounded } from "./field_bounds.js";
import { page } from "./form_state.js";

const PREFIX = "cmp-weight-";

function similar(editor) {
  const inputs = [...editor.querySelectorAll(`[id^="${PREFIX}"]`)];
  const count = bounded(editor.querySelector("#cmp-count"));
  let weights = inputs.map(bounded);
  /* Something must weigh. */
  if (weights.every((weight) => weight === "0")) weights = inputs.map((input) => input.dataset.usual);
  page.put("cmp-count", count);
  inputs.forEach((input, i) => page.put(input.id, weights[i]));
  const byFeature = inputs.map((input, i) => [input.id.slice(PREFIX.length), weights[i]]);
  return { count, ...Object.fromEntries(byFeature) };
}

/* A region is not its own peer. */
function custom(editor) {
  const region = document.querySelector(".choice-region select");
  const ticked = [...editor.querySelectorAll(".own input:checked")].map((input) => input.value);
  const codes = ticked.filter((code) => !region || code !== region.value);
  if (codes.length < ticked.length) page.put("cmp-own", codes);
  return { regions: codes.join(",") };
}

document.addEventListener("change", (event) => {
  const editor = event.target.closest("[data-peers]");
  if (!editor) return;
  page.edit("peers", event.target.closest(".own") ? custom(editor) : similar(editor));
});
