/* Which release this browser saw last, and when: kept here alone, so that what is new can be said. */
import { page } from "./form_state.js";

const KEY = "seen";
const today = () => new Date().toISOString().slice(0, 10);

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

const place = document.querySelector("[data-since]");
const release = page.state && page.state.release;
if (place && release) {
  const { release: last, day } = read();
  if (last && last !== release) {
    place.textContent = place.textContent.replace("{}", day);
    place.hidden = false;
  }
  /* An earlier release, opened by its name, is no newer visit. */
  if (!new URLSearchParams(location.search).has("release")) {
    localStorage.setItem(KEY, JSON.stringify({ release, day: today() }));
  }
}
