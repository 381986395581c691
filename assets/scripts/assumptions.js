/* A slider says its value while it moves, and is asked about when it is let go: one change is one
   touch. */
import { whenChanged } from "./events.js";
import { page } from "./form_state.js";

const of = (event) => event.target.closest && event.target.closest("[data-assumption], [data-dial]");
const number = (input) => (input.type === "checkbox" ? Number(input.checked) : Number(input.value));

function said(box, value) {
  const { words, decimals } = box.dataset;
  if (words.includes("|")) return words.split("|")[value];
  const locale = document.body.dataset.lang === "sv" ? "sv-SE" : "en-GB";
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return words.replace("{}", new Intl.NumberFormat(locale, digits).format(value));
}

/* A screen reader says the words, not the bare number. */
function tell(box, input, isMoved) {
  if (input.type !== "range") return;
  const words = said(box, number(input));
  if (isMoved) box.querySelector(".set-to").textContent = words;
  input.setAttribute("aria-valuetext", words);
}

/* Also where it has not been moved, and where an answer has set it. */
function tellAll() {
  const inputs = "[data-assumption] input[type=range], [data-dial] input[type=range]";
  for (const input of document.querySelectorAll(inputs)) tell(of({ target: input }), input, false);
}
tellAll();
whenChanged(tellAll);

document.addEventListener("input", (event) => {
  const box = of(event);
  if (box) tell(box, event.target, true);
});
document.addEventListener("change", (event) => {
  const box = of(event);
  if (!box || !box.dataset.assumption) return;
  const set = { [box.dataset.assumption]: String(number(event.target)) };
  page.edit("assumptions", { ...page.edits("assumptions"), ...set });
});
