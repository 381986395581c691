/* The editor of rules writes the words of the address into the control of rules: in what the
   rule departs from the decision of 2024. One change of a part is one touch of the control. */
(function () {
  "use strict";
  const DECISION = "2024";

  function within(input) {
    const { min, max, step, value } = input;
    if (value === "" || Number.isNaN(Number(value))) return null;
    const bounded = Math.min(Number(max), Math.max(Number(min), Number(value)));
    return Number(step) === 1 ? Math.round(bounded) : Math.round(100 * bounded) / 100;
  }

  /* A part as the address says it, or nothing where it is as in the decision. */
  function said(box) {
    const { parameter: name, usual } = box.dataset;
    const control = box.querySelector("select, input");
    if (control.matches("select")) return control.value === usual ? null : `${name}=${control.value}`;
    const given = within(control);
    const number = given === null ? Number(usual) : given;
    if (String(number) !== control.value) window.page.put(control.id, number);
    return number === Number(usual) ? null : `${name}=${number}`;
  }

  /* A rule that is no choice of its own stands on top of the options, in its own words. */
  function choose(editor) {
    const select = document.getElementById(editor.dataset.rules);
    const parts = [...editor.querySelectorAll("[data-parameter]")].map(said).filter(Boolean);
    const text = parts.join(",") || DECISION;
    if (!select || select.value === text) return;
    const options = [...select.options].map((one) => ({ value: one.value, label: one.text }));
    const known = options.filter((one) => !one.label.startsWith(editor.dataset.own));
    if (!known.some((one) => one.value === text)) {
      known.unshift({ value: text, label: `${editor.dataset.own} (${text})` });
    }
    window.page.putOptions(select.id, known);
    window.page.set(select.id, text);
  }

  document.addEventListener("change", (event) => {
    const part = event.target.closest("[data-rules] [data-parameter]");
    if (part) choose(part.closest("[data-rules]"));
  });
})();
