/* When an answer does not come the old picture stays, words say so, and a button asks again. */
import { page } from "./form_state.js";

const ASKED = "/_dash-update-component";
const fetched = window.fetch;
let unanswered = null;

const message = () => document.querySelector("#failure .column");

function answered(ok, options) {
  const box = message();
  if (!box) return;
  unanswered = ok ? null : JSON.parse(options.body);
  if (!ok) page.busy(false);
  const held = box.contains(document.activeElement);
  box.hidden = ok;
  if (ok && held) document.getElementById("content").focus({ preventScroll: true });
}

window.fetch = function (resource, options) {
  const answer = fetched.apply(this, arguments);
  if (String(resource.url || resource).includes(ASKED)) {
    answer.then((got) => answered(got.ok, options), () => answered(false, options));
  }
  return answer;
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
