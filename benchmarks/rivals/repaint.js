/* Plotly's own repaint of the figures that a touch draws (in sight, or within half a screen), from one state to another and back: milliseconds
   until the frame after, nothing of the page but plotly at work. */
(() => {
  const NEAR = 0.5;
  const isNear = (gd) => {
    const { top, bottom } = gd.getBoundingClientRect();
    const margin = NEAR * innerHeight;
    return gd.offsetParent && gd.data && top < innerHeight + margin && bottom > -margin;
  };
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const states = [];
  window.__keep = () => {
    states.push([...document.querySelectorAll(".js-plotly-plot")].filter(isNear).map(
      (gd) => ({ gd, data: copy(gd.data), layout: copy(gd.layout) })));
  };
  /* What is equal in both states is one object, as it is after a patch. */
  const share = (a, b) => {
    for (const key of Object.keys(b)) {
      if (JSON.stringify(a[key]) === JSON.stringify(b[key])) b[key] = a[key];
    }
  };
  const frame = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    requestAnimationFrame(() => port2.postMessage(0));
  });
  window.__repaint = async (times) => {
    const [before, after] = states.splice(0);
    after.forEach(({ data, layout }, i) => {
      data.forEach((trace, j) => before[i] && before[i].data[j] && share(before[i].data[j], trace));
      if (before[i]) share(before[i].layout, layout);
    });
    const found = [];
    for (let turn = 0; turn < 2 * times; turn += 1) {
      const began = performance.now();
      for (const { gd, data, layout } of turn % 2 ? after : before) {
        Plotly.react(gd, data.map((trace) => ({ ...trace })), { ...layout });
      }
      found.push(await frame() - began);
    }
    return found.slice(2);
  };
})();
