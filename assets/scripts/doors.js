/* A heading that is a door opens when a link leads to it; a reader's own choice is left alone. */
const doorOf = (place) => place && (place.closest(".door > summary")
  || place.querySelector(":scope > .door > summary"));

function open() {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id && document.getElementById(id);
  const summary = doorOf(place);
  const around = place && place.closest(".door:not([open])");
  for (const door of [around, summary && summary.parentElement]) if (door) door.open = true;
  if (summary || around) place.scrollIntoView();
}
/* An address that orders a table shows it. */
const ordered = document.querySelector("[aria-sort]");
for (let at = ordered; at; at = at.parentElement) if (at.matches("details")) at.open = true;
window.addEventListener("hashchange", open);
open();
