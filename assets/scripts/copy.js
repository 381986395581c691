/* What is to be pasted elsewhere: with the address of this site in it, copied by a button. */
const COPIED = { sv: "Kopierat: ", en: "Copied: " };
const REFUSED = {
  sv: "Webbläsaren lät inte sidan kopiera. Markera texten och kopiera den själv: ",
  en: "The browser did not let the page copy. Select the text and copy it yourself: ",
};

for (const place of document.querySelectorAll("[data-site]")) {
  place.textContent = location.origin;
}
for (const words of document.querySelectorAll("[data-unscripted]")) words.hidden = true;
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

function say(words) {
  const line = document.getElementById("copied");
  if (line) line.textContent = words;
}

async function copy(button) {
  const lang = document.body.dataset.lang;
  const name = button.getAttribute("aria-label").split(": ").slice(1).join(": ");
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    say(COPIED[lang] + name);
    button.dataset.done = "1";
    setTimeout(() => delete button.dataset.done, 2000);
  } catch (refused) {
    say(REFUSED[lang] + name);
    getSelection().selectAllChildren(source);
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button) copy(button);
});
