/* An answer is what changed, by property and by the id of the part that takes it in. */
import { tellChanged, whenAnswered } from "./events.js";
import { page } from "./form_state.js";
import { checkSum, held, hold } from "./held_texts.js";
import { change } from "./lazy_charts.js";
import { morph } from "./morph.js";
import { walked } from "./text_steps.js";

const at = (id) => document.getElementById(id);

/* `now` is a text, or the steps to it from the one that is held. */
function write(id, now) {
  hold(id, Array.isArray(now) ? walked(held(id), now) : now);
  morph(at(id), held(id));
}

/* Steps lead to what they should only from what the server had. */
function isHeld({ children = {}, sum }) {
  const rested = Object.keys(children).filter((id) => Array.isArray(children[id]));
  return !rested.length || checkSum(rested.map(held).join("")) === sum;
}

/* Pictures before words, as plotly measures, which is cheap while nothing has moved; options
   before the value that is one of them. */
const SETTERS = {
  hidden: (id, value) => { at(id).hidden = value; },
  figure: change,
  options: page.putOptions,
  value: page.put,
  children: write,
  className: (id, value) => { at(id).className = value; },
};

function changed(answer) {
  if (!isHeld(answer)) {
    page.anew();
    return;
  }
  const ids = [];
  for (const [property, set] of Object.entries(SETTERS)) {
    for (const [id, value] of Object.entries(answer[property] || {})) {
      set(id, value);
      ids.push(id);
    }
  }
  page.shows(answer.state);
  page.busy(false);
  tellChanged(ids);
}

whenAnswered(changed);
