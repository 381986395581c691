/* An answer is what changed, by property and by the id of the part that takes it in. */
import { tellChanged, whenAnswered } from "./events.js";
import { page } from "./form_state.js";
import { change } from "./lazy_charts.js";
import { morph } from "./morph.js";

const at = (id) => document.getElementById(id);

/* Pictures before words, as plotly measures, which is cheap while nothing has moved; options
   before the value that is one of them. */
const SETTERS = {
  hidden: (id, value) => { at(id).hidden = value; },
  figure: change,
  options: page.putOptions,
  value: page.put,
  children: (id, html) => morph(at(id), html),
  className: (id, value) => { at(id).className = value; },
};

function changed(answer) {
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
