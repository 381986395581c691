/* A part takes in its new HTML, and what did not change is not touched. */

/* What a reader has opened stays open. */
const OPENED = "open";

function follow(old, now) {
  const before = [...old.childNodes];
  const after = [...now.childNodes];
  const isSimilar = before.length === after.length
    && before.every((node, i) => node.nodeName === after[i].nodeName);
  if (isSimilar) before.forEach((node, i) => become(node, after[i]));
  else old.replaceChildren(...after);
}

function become(old, now) {
  if (old.isEqualNode(now)) return;
  if (old.nodeType === Node.ELEMENT_NODE) {
    dress(old, now);
    follow(old, now);
  } else old.data = now.data;
}

function dress(old, now) {
  for (const { name, value } of now.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (name !== OPENED && !now.hasAttribute(name)) old.removeAttribute(name);
  }
}

export function morph(element, html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  follow(element, box.content);
}
