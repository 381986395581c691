/* The text of each part as the server wrote it, which what comes of it later rests on. */
const BARE = ["area", "br", "hr", "img", "input"];
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const LARGEST = 65521;
const texts = new Map();

const safe = (words, which) => words.replace(which, (mark) => MARKS[mark]);

/* An attribute that is empty stands without a value. What a reader has opened was not written. */
const dressed = ({ attributes }) => [...attributes].filter(({ name }) => name !== "open")
  .map(({ name, value }) => ` ${name}${value && `="${safe(value, /[&<>"']/g)}"`}`).join("");

function written(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return safe(node.data, /[&<>]/g);
  const { localName: name } = node;
  const start = `<${name}${dressed(node)}>`;
  return BARE.includes(name) ? start : `${start}${inside(node)}</${name}>`;
}

const inside = (element) => [...element.childNodes].map(written).join("");

export const hold = (id, text) => texts.set(id, text);

export function held(id) {
  if (!texts.has(id)) texts.set(id, inside(document.getElementById(id)));
  return texts.get(id);
}

/* Adler-32, as the server has it of its own. */
export function checkSum(words) {
  let [low, high] = [1, 0];
  for (const byte of new TextEncoder().encode(words)) {
    low = (low + byte) % LARGEST;
    high = (high + low) % LARGEST;
  }
  return high * (LARGEST + 15) + low;
}
