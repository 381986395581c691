/* When the page was last repainted after something on it changed, and when it was touched.
   Times are those of `performance.now()`. */
(() => {
  const seen = { touched: 0, changed: 0, painted: 0 };
  window.__seen = seen;
  /* A frame is on the screen when the task after its animation frame runs. */
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { seen.painted = performance.now(); };
  const onChange = (records) => {
    const real = records.some(({ target }) => {
      const at = target.nodeType === 1 ? target : target.parentElement;
      return at && at.closest("#content") && !at.closest(".as-table");
    });
    if (!real) return;
    seen.changed = performance.now();
    requestAnimationFrame(() => port2.postMessage(0));
  };
  new MutationObserver(onChange).observe(document, {
    childList: true, subtree: true, characterData: true,
    attributes: true, attributeFilter: ["d", "fill", "style", "transform", "class"],
  });
  for (const kind of ["keydown", "click"]) {
    document.addEventListener(kind, (event) => {
      if (event.isTrusted) seen.touched = event.timeStamp;
    }, true);
  }
  /* Every figure in sight holds its marks: the map its 21 regions, the others some line. */
  const drawn = (figure) =>
    figure.querySelectorAll(".choroplethlayer path").length === 21
    || figure.querySelectorAll(".xy path, .shapelayer path").length > 0;
  const inSight = (figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return figure.offsetParent && top < innerHeight && bottom > 0;
  };
  window.__drawn = () => {
    const figures = [...document.querySelectorAll("[id$='-figure']")];
    return figures.length > 0 && figures.filter(inSight).every(drawn);
  };
})();
