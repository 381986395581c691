/* The editor of rules says every part of the rule. One change of a part is one touch. */
import { bounded } from "./field_bounds.js";
import { page } from "./form_state.js";

/* The name of a part and its value; a number is brought within its bounds. */
function part(box) {
  const { parameter } = box.dataset;
  const control = box.querySelector("select, input");
  if (control.matches("select")) return [parameter, control.value];
  const value = bounded(control);
  if (value !== control.value) page.put(control.id, value);
  return [parameter, value];
}

document.addEventListener("change", (event) => {
  const box = event.target.closest("[data-rules] [data-parameter]");
  if (!box) return;
  const parts = [...box.closest("[data-rules]").querySelectorAll("[data-parameter]")].map(part);
  page.edit("rule", Object.fromEntries(parts));
});
