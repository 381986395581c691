/* The controls are elements of the document. What they say is one question to the server. */
import { tellAnswered, tellFailed } from "./events.js";
import { question } from "./question.js";

const at = (id) => document.getElementById(id);
const source = at("shown");
/* What the server says of the page: its controls, and the view it shows. */
const { prefix = "", controls = [], state = null } = source ? JSON.parse(source.textContent) : {};

const FELT = 150;
let soon = 0;
let asked = null;
/* What editors say that is not part of the view yet, by control. */
let fields = {};

function read(id) {
  const control = at(id);
  return control.matches("select, input") ? control.value
    : control.querySelector("input:checked").value;
}

/* What a control, or a field of the page, shows from now on. */
function put(id, value) {
  const control = at(id);
  if (control.type === "checkbox") control.checked = Boolean(value);
  else if (control.matches("select, input")) control.value = value === null ? "" : value;
  else {
    const chosen = [value].flat();
    for (const one of control.querySelectorAll("input")) one.checked = chosen.includes(one.value);
  }
}

function putOptions(id, options) {
  at(id).replaceChildren(...options.map(({ value, label }) => new Option(label, value)));
}

/* A link with what is another in it by name, or another one. */
function linked(link, now = {}) {
  if (typeof now === "string") return now;
  const renewed = (pair) => {
    const [name] = pair.split("=", 1);
    return name in now ? `${name}=${now[name]}` : pair;
  };
  return link.split("&").map(renewed).join("&");
}

/* `address` is a query to go back to; without one the controls say what is asked for. */
function ask(address = null) {
  if (address !== null) fields = {};
  const values = Object.fromEntries(controls.map((name) => [name, read(prefix + name)]));
  const { query, release, lang } = page.state;
  asked = { values, fields, held: { query, release, lang }, address };
  return again();
}

/* The same question once more, as when no answer came. */
async function again() {
  page.busy(true);
  try {
    const change = await question(prefix, asked);
    if (change) tellAnswered(change);
  } catch (failure) {
    page.busy(false);
    tellFailed();
  }
}

/* The same question of a page that shows nothing that is known. */
function anew() {
  asked = { ...asked, held: { ...asked.held, release: "" } };
  return again();
}

function set(id, value) {
  put(id, value);
  if (id.startsWith(prefix)) drop(id.slice(prefix.length));
  if (controls.some((name) => prefix + name === id)) ask();
}

function drop(name) {
  const { [name]: dropped, ...others } = fields;
  fields = others;
}

/* The editor of a control says this by field; the server writes the control's value from it. */
function edit(name, values) {
  if (!controls.includes(name)) return;
  fields = { ...fields, [name]: values };
  ask();
}

export const page = {
  state, put, putOptions, ask, again, anew, set, edit,
  edits: (name) => fields[name] || {},
  own: (name) => prefix + name,
  /* The page shows this from now on, besides what stays. */
  shows(now) {
    page.state = { ...page.state, ...now, link: linked(page.state.link, now.link) };
    fields = {};
  },
  /* Only a wait that is felt is shown. */
  busy(yes) {
    clearTimeout(soon);
    if (yes) soon = setTimeout(() => at("content").setAttribute("aria-busy", "true"), FELT);
    else at("content").removeAttribute("aria-busy");
  },
};

function isTouched(name) {
  const control = at(prefix + name);
  if (control.options) return [...control.options].some((one) => one.selected !== one.defaultSelected);
  const boxes = [...control.querySelectorAll("input")];
  return boxes.some((one) => one.checked !== one.defaultChecked);
}

/* What was set before this script had come is asked for. A browser may also bring back what a
   control said when the page was left: that follows the address. */
window.addEventListener("pageshow", () => {
  if (!state || asked) return;
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  if (type === "navigate" && controls.some(isTouched)) {
    ask();
    return;
  }
  const shown = new URLSearchParams(state.link);
  for (const name of controls) if (shown.has(name)) put(prefix + name, shown.get(name));
});

document.addEventListener("change", ({ target }) => {
  const changed = controls.find((name) => at(prefix + name).contains(target));
  if (!changed) return;
  drop(changed);
  ask();
});
