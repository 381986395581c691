/* The editor of rules writes the words of the address into the control of rules: in what the
   rule departs from the decision of 2024. One change of a part is one touch of the control. */
import { ruleWords, within } from "./address_words.js";
import { page } from "./form_state.js";

function numberIn(input, usual) {
  const bounded = within(input, Number(usual));
  return Number(input.step) === 1 ? Math.round(bounded) : Math.round(100 * bounded) / 100;
}

/* A part of the rule: its name, its value, and its value in the decision. */
function part(box) {
  const { parameter: name, usual } = box.dataset;
  const control = box.querySelector("select, input");
  if (control.matches("select")) return { name, value: control.value, usual };
  const value = numberIn(control, usual);
  if (String(value) !== control.value) page.put(control.id, value);
  return { name, value, usual: Number(usual) };
}

/* A rule that is no choice of its own stands on top of the options, in its own words. */
function choose(editor) {
  const select = document.getElementById(editor.dataset.rules);
  const text = ruleWords([...editor.querySelectorAll("[data-parameter]")].map(part));
  if (!select || select.value === text) return;
  const options = [...select.options].map((one) => ({ value: one.value, label: one.text }));
  const known = options.filter((one) => !one.label.startsWith(editor.dataset.own));
  if (!known.some((one) => one.value === text)) {
    known.unshift({ value: text, label: `${editor.dataset.own} (${text})` });
  }
  page.putOptions(select.id, known);
  page.set(select.id, text);
}

document.addEventListener("change", (event) => {
  const box = event.target.closest("[data-rules] [data-parameter]");
  if (box) choose(box.closest("[data-rules]"));
});
