/* The editor of peers writes the words of the address into the control of peers: `similar` with
   its options, or a list of regions. One change of the editor is one touch of the control. */
(function () {
  "use strict";
  const { put } = window.page;
  const PREFIX = "cmp-weight-";
  const USUAL = { count: 4, weight: 1 };

  const within = (input, usual) => {
    const { min, max, value } = input;
    const number = value === "" || Number.isNaN(Number(value)) ? usual : Number(value);
    return Math.min(Number(max), Math.max(Number(min), number));
  };

  function similar(editor) {
    const inputs = [...editor.querySelectorAll(`[id^="${PREFIX}"]`)];
    const count = Math.round(within(editor.querySelector("#cmp-count"), USUAL.count));
    let weights = inputs.map((one) => Math.round(100 * within(one, USUAL.weight)) / 100);
    /* Something must weigh. */
    if (weights.every((weight) => weight === 0)) weights = weights.map(() => USUAL.weight);
    put("cmp-count", count);
    inputs.forEach((one, i) => put(one.id, weights[i]));
    const options = inputs
      .map((one, i) => [one.id.slice(PREFIX.length), weights[i]])
      .filter(([, weight]) => weight !== USUAL.weight)
      .map(([feature, weight]) => `${feature}=${weight}`);
    if (count !== USUAL.count) options.unshift(`k=${count}`);
    return options.length ? `similar:${options.join(",")}` : "similar";
  }

  function own(editor) {
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
    window.page.putOptions(select.id, options);
    window.page.set(select.id, peers);
  }

  document.addEventListener("change", (event) => {
    const editor = event.target.closest("[data-peers]");
    if (!editor) return;
    const ticked = event.target.closest(".own");
    choose(editor, ticked ? own(editor) : similar(editor));
  });
})();
