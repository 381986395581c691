/* The regions as map, grid or table: a choice of the reader's, which the server is not asked for. */
import { whenChanged } from "./events.js";

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-shape]");
  if (!button) return;
  document.documentElement.dataset.shape = button.dataset.shape;
  pressShape();
  window.dispatchEvent(new CustomEvent("shape"));
});
function pressShape() {
  const shape = document.documentElement.dataset.shape;
  for (const button of document.querySelectorAll("[data-shape][aria-pressed]")) {
    button.setAttribute("aria-pressed", String(button.dataset.shape === shape));
  }
}
/* A phone begins with the grid: its map is too small to point at. */
document.documentElement.dataset.shape = matchMedia("(max-width: 600px)").matches
  ? "grid" : "map";
pressShape();
whenChanged(pressShape);
