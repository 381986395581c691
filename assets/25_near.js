/* A picture is drawn when it comes near the screen; until then its latest figure waits. */
(function () {
  "use strict";
  const MARGIN = 0.5;
  const CONFIG = JSON.parse((document.getElementById("config") || { textContent: "{}" }).textContent);
  const held = new Map();
  const waiting = new Set();
  const seen = new WeakMap();
  const all = () => document.querySelectorAll(".graph");

  const watch = new IntersectionObserver((records) => {
    for (const { target, isIntersecting } of records) {
      seen.set(target, isIntersecting);
      if (isIntersecting && waiting.has(target.id)) draw(target);
    }
  }, { rootMargin: `${100 * MARGIN}% 0px` });

  /* The observer first answers after a frame, which what can be seen does not wait for. */
  function isNear(graph) {
    if (seen.has(graph)) return seen.get(graph);
    const [box] = graph.getClientRects();
    const margin = MARGIN * window.innerHeight;
    const near = Boolean(box) && box.top < window.innerHeight + margin && box.bottom > -margin;
    seen.set(graph, near);
    watch.observe(graph);
    return near;
  }

  /* Plotly writes into what it is given, but not into lists of plain values; where one is the
     same as before it need not look into it. */
  function own(value) {
    if (value === null || typeof value !== "object") return value;
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, own(one)]));
    }
    return typeof value[0] === "object" ? value.map(own) : value;
  }

  function draw(graph) {
    const { data, layout } = held.get(graph.id);
    waiting.delete(graph.id);
    mark(graph, layout);
    graph.style.height = `${layout.height}px`;
    return window.Plotly.react(graph.lastElementChild, own(data), own(layout), CONFIG);
  }

  /* A graph that got another place, as a hidden one has none; paper states its own width. */
  const placed = new ResizeObserver((records) => {
    for (const { target, contentRect } of records) {
      const { layout, _fullLayout: drawn } = target.lastElementChild;
      const isFitting = !drawn || layout.width || !contentRect.width
        || Math.abs(drawn.width - contentRect.width) < 1;
      if (!isFitting) window.Plotly.Plots.resize(target.lastElementChild);
    }
  });

  /* A light band where the period looked at lies, below the lines. */
  function mark(graph, { meta = {}, xaxis, margin }) {
    const known = graph.querySelector(".now");
    if (!meta.now) {
      if (known) known.remove();
      return;
    }
    const band = known || document.createElement("i");
    const { l, r, t, b } = margin;
    const [first, last] = xaxis.range.map(Date.parse);
    const at = (Date.parse(meta.now) - first) / (last - first);
    band.className = "now";
    band.style.left = `calc(${l}px + (100% - ${l + r}px) * ${at.toFixed(4)})`;
    band.style.top = `${t}px`;
    band.style.bottom = `${b}px`;
    if (!known) graph.prepend(band);
  }

  function show(graph) {
    if (isNear(graph)) draw(graph);
    else waiting.add(graph.id);
  }

  /* A figure with something at a place in it set or, when it is not given, taken away; what is
     not on the way there stays the same object, so that plotly need not look at it. */
  function assigned(value, [step, ...rest], more) {
    const copy = Array.isArray(value) ? [...value] : { ...value };
    if (rest.length) copy[step] = assigned(value[step], rest, more);
    else if (more.length) [copy[step]] = more;
    else delete copy[step];
    return copy;
  }

  const isTold = ([[part, name]]) => part === "layout" && name === "meta";

  /* `now` is a whole figure, or a list of places in it, each with what stands there now. */
  function change(id, now) {
    const whole = (figure, [place, ...more]) => assigned(figure, place, more);
    const graph = document.getElementById(id);
    const isWhole = !Array.isArray(now);
    held.set(id, isWhole ? now : now.reduce(whole, held.get(id)));
    const { layout } = held.get(id);
    const drawn = graph.lastElementChild.layout;
    /* What only tells of the picture is not drawn by plotly. */
    if (drawn && !waiting.has(id) && !isWhole && now.every(isTold)) {
      drawn.meta = layout.meta;
      mark(graph, layout);
    } else show(graph);
  }

  const drawWaiting = (within) => [...all()]
    .filter((graph) => waiting.has(graph.id) && within.contains(graph)).map(draw);

  window.pictures = { change, figure: (id) => held.get(id) };
  window.drawWithin = drawWaiting;
  window.drawAll = () => Promise.all(drawWaiting(document));

  for (const graph of all()) {
    held.set(graph.id, JSON.parse(graph.firstElementChild.textContent));
    graph.firstElementChild.remove();
  }
  all().forEach(show);
  all().forEach((graph) => placed.observe(graph));

  /* Outlines are fetched in advance for a map that waits: paper would not wait for them. */
  for (const id of waiting) {
    for (const { geojson } of held.get(id).data) {
      if (typeof geojson === "string") {
        fetch(geojson).then((answer) => answer.json()).then(
          (found) => { window.PlotlyGeoAssets[geojson] = found; }, () => {});
      }
    }
  }

  /* Paper has no near and far; a table and a file are made of what is drawn. */
  window.addEventListener("beforeprint", window.drawAll);
  window.addEventListener("shape", () => {
    for (const button of document.querySelectorAll("[data-shape][aria-pressed]")) {
      drawWaiting(button.closest("section"));
    }
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("summary, [data-picture]");
    if (opener && opener.closest("section")) drawWaiting(opener.closest("section"));
  }, true);
})();
