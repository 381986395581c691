/* What stands in an element as text is put in it before the page is painted. */
(function () {
  "use strict";
  const HELD = "data-filled";
  function fill(element) {
    const inside = element.getAttribute(HELD);
    if (element.filled === inside) return;
    element.filled = inside;
    element.innerHTML = inside;
  }
  function look(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.hasAttribute(HELD)) fill(node);
    node.querySelectorAll(`[${HELD}]`).forEach(fill);
  }
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "attributes") fill(target);
      else addedNodes.forEach(look);
    }
  }).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: [HELD],
  });
})();
