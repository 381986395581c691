/* When an answer does not come the old picture stays, words say so, and a button asks again. */
import { whenAnswered, whenFailed } from "./events.js";
import { page } from "./form_state.js";

const message = () => document.querySelector("#failure .column");

function show(isAnswered) {
  const box = message();
  if (!box) return;
  const hasFocus = box.contains(document.activeElement);
  box.hidden = isAnswered;
  if (isAnswered && hasFocus) document.getElementById("content").focus({ preventScroll: true });
}

function again() {
  if (message() && !message().hidden) page.again();
}

whenAnswered(() => show(true));
whenFailed(() => show(false));
document.addEventListener("click", (event) => {
  if (event.target.closest("#failure button")) again();
});
window.addEventListener("online", again);
