/* What a reader of a page feels: the largest paint, long tasks, the wait of a touch, and when the
   first chart has been drawn, in milliseconds of the page. */
(() => {
  const felt = { lcp: 0, blocking: 0, inp: 0, chart: 0 };
  window.felt = felt;
  const watch = (type, react, options = {}) => new PerformanceObserver((list) => {
    for (const one of list.getEntries()) react(one);
  }).observe({ type, buffered: true, ...options });
  watch("largest-contentful-paint", (one) => { felt.lcp = one.startTime; });
  watch("longtask", (one) => { felt.blocking += Math.max(0, one.duration - 50); });
  watch("event", (one) => {
    if (one.interactionId) felt.inp = Math.max(felt.inp, one.duration);
  }, { durationThreshold: 16 });
  /* Offline, plotly draws no map until it has a base map, which it would get from its makers. */
  window.PlotlyGeoAssets = window.PlotlyGeoAssets || { topojson: { world_110m: {} } };
  /* Of plotly, or of ECharts. */
  const CHART = ".main-svg .plot, .geolayer path, [_echarts_instance_] :is(canvas, path)";
  const roots = [document];
  let waiting = false;
  const look = () => {
    waiting = false;
    if (felt.chart || !roots.some((root) => root.querySelector(CHART))) return;
    felt.chart = performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  });
  const follow = (root) => observer.observe(root, { childList: true, subtree: true });
  follow(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    if (!felt.chart) follow(root);
    return root;
  };
})();
