/* An answer is what changed: each part takes in its own, and what did not change is not touched. */
(function () {
  "use strict";
  const at = (id) => document.getElementById(id);
  /* What a reader has opened stays open. */
  const OPENED = "open";

  function follow(old, now) {
    const before = [...old.childNodes];
    const after = [...now.childNodes];
    const alike = before.length === after.length
      && before.every((one, i) => one.nodeName === after[i].nodeName);
    if (alike) before.forEach((one, i) => become(one, after[i]));
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

  function takeIn(id, html) {
    const box = document.createElement("template");
    box.innerHTML = html;
    follow(at(id), box.content);
  }

  /* By the property that changes. Pictures before words, as plotly measures, which is cheap while
     nothing has moved; options before the value that is one of them. */
  const TURNS = {
    hidden: (id, value) => { at(id).hidden = value; },
    figure: (id, value) => window.pictures.change(id, value),
    options: window.page.putOptions,
    value: window.page.put,
    children: takeIn,
    className: (id, value) => { at(id).className = value; },
  };

  function changed(change) {
    window.page.ready();
    if (!change) return;
    for (const [property, turn] of Object.entries(TURNS)) {
      for (const [id, value] of Object.entries(change[property] || {})) turn(id, value);
    }
    window.page.state = change.state;
    window.page.busy(false);
    /* The address can wait until all is painted. */
    requestAnimationFrame(() => setTimeout(() => window.dispatchEvent(new CustomEvent("shown"))));
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: { changed } });
})();
