/* The address bar is the state: written after each touch, and followed back. */
import { page } from "./form_state.js";
import { whenChanged } from "./events.js";

let fresh = true;
let permanent = "";
/* A page about one region opens at the one this browser last looked at. */
const recallsRegion = "recallsRegion" in document.body.dataset;
function recalled() {
  const query = new URLSearchParams(location.search);
  const held = localStorage.getItem("region");
  if (!recallsRegion || query.has("region") || !held) return "";
  query.set("region", held);
  return `${location.pathname}?${query}`;
}
if (recalled()) location.replace(recalled());

/* What is shown for an address keeps the address; a touch adds one to go back over. */
function write() {
  const { state } = page;
  if (!state) return;
  permanent = state.link;
  const region = new URLSearchParams(state.link).get("region");
  if (recallsRegion && region !== "00") localStorage.setItem("region", region);
  const keeps = fresh;
  fresh = false;
  if (keeps) return;
  const target = location.pathname + (state.query ? "?" + state.query : "");
  if (target !== location.pathname + location.search) history.pushState(null, "", target);
  here = target;
  for (const link of document.querySelectorAll("a[data-keeps-query]")) {
    link.search = location.search;
  }
}

/* The address that shows the same when newer months have come. */
export const permanentLink = () => {
  const link = page.state ? page.state.link : "";
  return link ? `${location.origin}${location.pathname}?${link}` : location.href;
};

/* Back and forward ask for what was shown there; a link within the page only scrolls. */
let here = location.pathname + location.search;
window.addEventListener("popstate", () => {
  const now = location.pathname + location.search;
  if (now === here) return;
  here = now;
  if (!page.state || recalled()) location.reload();
  else {
    fresh = true;
    page.ask(location.search);
  }
});
/* The address can wait until all is painted. */
whenChanged(() => requestAnimationFrame(() => setTimeout(write)));
write();

function say(words) {
  const line = document.querySelector("[role=status][id]");
  if (line) line.textContent = words;
}

const SHARED = { sv: "Länken är kopierad: ", en: "The link is copied: " };
const COPY = { sv: "Kopiera länken: ", en: "Copy the link: " };

async function share(button) {
  const link = permanentLink();
  const lang = document.body.dataset.lang;
  try {
    await navigator.clipboard.writeText(link);
    say(SHARED[lang] + link);
    button.dataset.done = "1";
    setTimeout(() => delete button.dataset.done, 2000);
  } catch (refused) {
    window.prompt(COPY[lang], link);
  }
}

/* A part laid out anew gives the focus to what took the place of the button pressed. */
let held = null;
document.addEventListener("focusin", ({ target }) => {
  const part = target.closest("[data-set]") && target.parentElement.closest("[id]");
  held = part && { part: part.id, set: target.dataset.set, value: target.dataset.value };
});
document.addEventListener("pointerdown", () => { held = null; }, true);
whenChanged(() => {
  const part = held && document.activeElement === document.body
    && document.getElementById(held.part);
  if (!part) return;
  const again = part.querySelector(`[data-set="${held.set}"][data-value="${held.value}"]`)
    || part.querySelector(`[data-set="${held.set}"]`);
  if (again) again.focus({ preventScroll: true });
});

function withQuery(link) {
  const query = location.search.slice(1);
  link.href = link.dataset.file + (query ? "&" + query : "");
}

const REGIONAL = ".head nav a, a[data-takes-region]";
/* The region looked at goes along to the next page, and so does the release asked for. */
function withRegion(link) {
  const region = new URLSearchParams(permanent).get("region");
  const release = new URLSearchParams(location.search).get("release");
  const kept = new URLSearchParams();
  if (region && region !== "00") kept.set("region", region);
  if (release) kept.set("release", release);
  link.search = kept.toString();
}

function toggleFilters(button) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
}

document.addEventListener("click", (event) => {
  const at = (selector) => event.target.closest(selector);
  const setter = at("[data-set]");
  if (setter) {
    /* A link that sets something is followed only where it is to open elsewhere. */
    if (setter.href && (event.metaKey || event.ctrlKey || event.shiftKey)) return;
    event.preventDefault();
    const { set, value } = setter.dataset;
    /* A table is ordered, and a region chosen, by the page's own control, whatever that is
       called there. */
    const id = set === "sort" || set === "region" ? page.own(set) : set;
    const again = setter.getAttribute("aria-pressed") === "true"
      || (set === "region" && document.getElementById(id).value === value);
    /* The chosen region lets go where the page can be of the whole country. */
    const whole = again && id.endsWith("region") && document.querySelector(`#${id} [value="00"]`);
    page.set(id, whole ? "00" : value);
  } else if (at("#share")) share(at("#share"));
  else if (at("#filter-toggle")) toggleFilters(at("#filter-toggle"));
  else if (at("a[data-file]")) withQuery(at("a[data-file]"));
  else if (at(REGIONAL)) withRegion(at(REGIONAL));
  else if (at("a[data-reset]")) at("a[data-reset]").href = location.pathname;
});
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const at = (selector) => event.target.closest && event.target.closest(selector);
    if (at("a[data-file]")) withQuery(at("a[data-file]"));
    if (at(REGIONAL)) withRegion(at(REGIONAL));
  });
}
document.addEventListener("keydown", (event) => {
  const button = document.getElementById("filter-toggle");
  if (event.key === "Escape" && button && button.getAttribute("aria-expanded") === "true") {
    button.setAttribute("aria-expanded", "false");
    button.focus();
  }
});
