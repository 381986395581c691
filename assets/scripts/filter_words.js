/* Closed filters say what they show, in the words of the controls themselves. */
import { whenChanged } from "./events.js";

function words(id) {
  const control = document.getElementById(id);
  if (!control) return "";
  if (control.selectedOptions) return control.selectedOptions[0]?.label ?? "";
  const chosen = control.querySelector("input:checked");
  return chosen ? document.querySelector(`label[for="${chosen.id}"]`).textContent : "";
}

function tell() {
  for (const line of document.querySelectorAll("[data-shows]")) {
    line.textContent = line.dataset.shows.split(" ").map(words).filter(Boolean).join(" · ");
  }
}

whenChanged(tell);
document.addEventListener("change", tell);
