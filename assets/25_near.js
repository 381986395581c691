/* A picture is drawn when it comes near the screen; until then its latest figure waits. */
(function () {
  "use strict";
  const MARGIN = 0.5;
  const { react } = window.Plotly;
  const waiting = new Map();
  const seen = new WeakMap();

  const watch = new IntersectionObserver((records) => {
    for (const { target, isIntersecting } of records) {
      seen.set(target, isIntersecting);
      if (isIntersecting) draw(target);
      else if (!target.isConnected) waiting.delete(target);
    }
  }, { rootMargin: `${100 * MARGIN}% 0px` });

  /* The observer first answers after a frame, which what can be seen does not wait for. */
  function isNear(gd) {
    if (seen.has(gd)) return seen.get(gd);
    const [box] = gd.getClientRects();
    const margin = MARGIN * window.innerHeight;
    const near = Boolean(box) && box.top < window.innerHeight + margin && box.bottom > -margin;
    seen.set(gd, near);
    watch.observe(gd);
    return near;
  }

  /* Dash binds its events as soon as it has asked for a picture. */
  function wait(gd, figure) {
    const { listeners = [] } = waiting.get(gd) || {};
    waiting.set(gd, { figure, listeners });
    if (!gd.on) gd.on = (...listener) => waiting.get(gd).listeners.push(listener);
    return Promise.resolve(gd);
  }

  function draw(gd) {
    if (!waiting.has(gd)) return null;
    const { figure, listeners } = waiting.get(gd);
    waiting.delete(gd);
    const drawn = react(gd, ...figure);
    for (const listener of listeners) gd.on(...listener);
    return drawn;
  }

  window.Plotly.react = (gd, ...figure) => {
    if (!isNear(gd)) return wait(gd, figure);
    waiting.delete(gd);
    return react(gd, ...figure);
  };

  function drawWithin(part) {
    for (const gd of [...waiting.keys()]) if (part.contains(gd)) draw(gd);
  }
  window.drawWithin = drawWithin;
  window.drawAll = () => Promise.all([...waiting.keys()].map(draw));

  /* Paper has no near and far; a table and a file are made of what is drawn. */
  window.addEventListener("beforeprint", window.drawAll);
  window.addEventListener("shape", () => {
    for (const button of document.querySelectorAll("[data-shape][aria-pressed]")) {
      drawWithin(button.closest("section"));
    }
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("summary, [data-picture]");
    if (opener && opener.closest("section")) drawWithin(opener.closest("section"));
  }, true);
})();
