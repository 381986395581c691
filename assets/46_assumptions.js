/* A slider says its value while it moves, and when it is let go writes the words of the address
   into the control of assumptions: one change is one touch. */
(function () {
  "use strict";
  const CONTROL = "tgt-assumptions";
  const USUAL = "usual";
  const of = (event) => event.target.closest && event.target.closest("[data-assumption]");
  const number = (input) => (input.type === "checkbox" ? Number(input.checked) : Number(input.value));

  function said(box, value) {
    const { words, decimals } = box.dataset;
    if (words.includes("|")) return words.split("|")[value];
    const locale = document.body.dataset.lang === "sv" ? "sv-SE" : "en-GB";
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return words.replace("{}", new Intl.NumberFormat(locale, digits).format(value));
  }

  /* A screen reader says the words, not the bare number. */
  function tell(box, input) {
    if (input.type !== "range") return;
    const words = said(box, number(input));
    box.querySelector(".set-to").textContent = words;
    input.setAttribute("aria-valuetext", words);
  }

  function written(control, box, input) {
    const pairs = control.value === USUAL ? [] : control.value.split(",").map((one) => one.split("="));
    const found = new Map(pairs);
    const value = String(number(input));
    if (value === box.dataset.usual) found.delete(box.dataset.assumption);
    else found.set(box.dataset.assumption, value);
    return [...found].map((pair) => pair.join("=")).join(",") || USUAL;
  }

  document.addEventListener("input", (event) => {
    const box = of(event);
    if (box) tell(box, event.target);
  });
  document.addEventListener("focusin", (event) => {
    const box = of(event);
    if (box) tell(box, event.target);
  });
  document.addEventListener("change", (event) => {
    const box = of(event);
    const control = document.getElementById(CONTROL);
    if (!box || !control) return;
    window.page.set(CONTROL, written(control, box, event.target));
  });
})();
