/* When every part of a rival's page shows the asked state: six times its words, and 21 regions.
   `window.__words` are the words of the state that the page opens with. */
(() => {
  const PARTS = 6;
  const REGIONS = 21;
  const seen = { touched: 0, painted: 0, words: window.__words };
  window.__asked = seen;
  /* Offline, plotly draws no map until it has a base map, which it would get from its makers. */
  window.PlotlyGeoAssets = { topojson: { world_110m: {} } };
  const roots = [document];
  const times = (text) => text.split(seen.words).length - 1;
  const shown = () => {
    let words = 0;
    let regions = 0;
    for (const root of roots) {
      // What a library has thrown away still holds its words.
      if (root.host && !root.host.isConnected) continue;
      words += times((root.body || root).textContent);
      for (const script of root.querySelectorAll("script, style")) {
        if ((root.body || root).contains(script)) words -= times(script.textContent);
      }
      regions += root.querySelectorAll(".choroplethlayer path").length;
    }
    return { words, regions };
  };
  window.__shown = shown;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { seen.painted = seen.painted || performance.now(); };
  let waiting = false;
  const check = () => {
    waiting = false;
    if (seen.painted || !document.body) return;
    const { words, regions } = shown();
    if (words >= PARTS && regions >= REGIONS) port2.postMessage(0);
  };
  const observer = new MutationObserver(() => {
    if (waiting || seen.painted) return;
    waiting = true;
    requestAnimationFrame(check);
  });
  const watch = (root) => observer.observe(root, {
    childList: true, subtree: true, characterData: true,
  });
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    watch(root);
    return root;
  };
  for (const kind of ["keydown", "click"]) {
    document.addEventListener(kind, (event) => {
      if (event.isTrusted && !seen.touched) seen.touched = event.timeStamp;
    }, true);
  }
  window.__ask = (words) => { Object.assign(seen, { touched: 0, painted: 0, words }); };
})();
