/* When an answer does not come the old picture stays, words say so, and a button asks again. */
import { page } from "./form_state.js";

let question = null;
let unanswered = null;

const message = () => document.querySelector("#failure .column");

function answered(ok) {
  const box = message();
  if (!box) return;
  unanswered = ok ? null : question;
  if (!ok) page.busy(false);
  const hasFocus = box.contains(document.activeElement);
  box.hidden = ok;
  if (ok && hasFocus) document.getElementById("content").focus({ preventScroll: true });
}

/* What the framework tells of its questions to the server: that it asks, and what came of it. */
export const hooks = {
  request_pre(payload) { question = payload; },
  callback_resolved({ output }, result) {
    if (question && output === question.output) answered(!result.error);
  },
};

/* To ask again is to set what was touched to the value it was given. */
function again() {
  if (!unanswered) return;
  page.busy(true);
  for (const { id, property, value } of unanswered.inputs) {
    window.dash_clientside.set_props(id, { [property]: value });
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest("#failure button")) again();
});
window.addEventListener("online", again);
