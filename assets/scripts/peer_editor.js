/* The editor of peers writes the words of the address into the control of peers: `similar` with
   its options, or a list of regions. One change of the editor is one touch of the control. */
import { similarWords, USUAL_PEERS, within } from "./address_words.js";
import { page } from "./form_state.js";

const { put } = page;
const PREFIX = "cmp-weight-";

function similar(editor) {
  const inputs = [...editor.querySelectorAll(`[id^="${PREFIX}"]`)];
  const count = Math.round(within(editor.querySelector("#cmp-count"), USUAL_PEERS.count));
  let weights = inputs.map((input) => Math.round(100 * within(input, USUAL_PEERS.weight)) / 100);
  /* Something must weigh. */
  if (weights.every((weight) => weight === 0)) weights = weights.map(() => USUAL_PEERS.weight);
  put("cmp-count", count);
  inputs.forEach((input, i) => put(input.id, weights[i]));
  return similarWords(count, inputs.map((input, i) => [input.id.slice(PREFIX.length), weights[i]]));
}

function custom(editor) {
  const region = document.querySelector(".choice-region select");
  const ticked = [...editor.querySelectorAll(".own input:checked")].map((one) => one.value);
  const codes = ticked.filter((code) => !region || code !== region.value);
  if (codes.length < ticked.length) put("cmp-own", codes);
  return codes.length ? codes.join(",") : "similar";
}

/* A choice that is no group stands on top of the control's options, in its own words. */
function choose(editor, peers) {
  const select = document.getElementById(editor.dataset.peers);
  if (!select || select.value === peers) return;
  const groups = [...select.options].filter((one) => /^[a-z]+$/.test(one.value));
  const options = groups.map((one) => ({ value: one.value, label: one.text }));
  if (!groups.some((one) => one.value === peers)) {
    const alike = groups.find((one) => one.value === "similar").text;
    const words = peers.startsWith("similar") ? alike : editor.dataset.own;
    options.unshift({ value: peers, label: `${words} (${peers})` });
  }
  page.putOptions(select.id, options);
  page.set(select.id, peers);
}

document.addEventListener("change", (event) => {
  const editor = event.target.closest("[data-peers]");
  if (!editor) return;
  const ticked = event.target.closest(".own");
  choose(editor, ticked ? custom(editor) : similar(editor));
});
