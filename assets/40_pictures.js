/* What every figure can also be: a picture file, a printed page. */
(function () {
  "use strict";
  const plot = (name) => document.querySelector(`#${name}-figure .js-plotly-plot`);
  const text = (id) => (document.getElementById(id) || {}).textContent || "";
  const address = () => document.documentElement.dataset.link || location.href;
  /* Words that would run out of the picture are broken after a space, an address after an &. */
  function broken(words, width) {
    const lines = [""];
    for (const word of words.match(/[^ &]*[ &]?/g)) {
      if ((lines.at(-1) + word).length > width) lines.push("");
      lines[lines.length - 1] += word;
    }
    return lines.map((line) => line.trim());
  }

  /* In a file the band is a shape. */
  function lookedAt({ meta = {} }) {
    if (!meta.now) return [];
    return [{
      type: "line", xref: "x", yref: "paper", x0: meta.now, x1: meta.now, y0: 0, y1: 1,
      line: { color: "#0b4f6c", width: 6 }, opacity: 0.14, layer: "below",
    }];
  }

  async function save(name, format) {
    const gd = plot(name);
    const layout = JSON.parse(JSON.stringify(gd.layout));
    layout.shapes = [...(layout.shapes || []), ...lookedAt(layout)];
    const width = Math.max(640, gd.clientWidth);
    const wide = Math.floor(width / 7);
    const title = broken(text(`${name}-title`), Math.floor(width / 11));
    const measure = broken(text(`${name}-measure`), wide);
    const foot = [...broken(text(`${name}-source`), wide), ...broken(address(), wide)];
    const above = 14 + 26 * title.length + 17 * measure.length + 18;
    const below = 16 * foot.length + 18;
    const { t = 0, b = 0, l = 0, r = 0 } = layout.margin;
    const height = gd.layout.height + above + below;
    const place = (words, size, colour, from, y) => ({
      text: words.join("<br>"), showarrow: false, align: "left", xref: "paper", yref: "paper",
      x: 0, xanchor: "left", xshift: -l - 0, y: y, yanchor: from, font: { size, color: colour },
    });
    layout.annotations = [
      ...(layout.annotations || []),
      { ...place(title.map((line) => `<b>${line}</b>`), 20, "#1c2126", "top", 1), yshift: t + above - 8 },
      { ...place(measure, 13, "#5b6670", "top", 1), yshift: t + above - 14 - 26 * title.length },
      { ...place(foot, 12, "#5b6670", "bottom", 0), yshift: -b - below + 8 },
    ];
    layout.margin = { t: t + above, b: b + below, l: l + 16, r: r + 16 };
    for (const note of layout.annotations.slice(-3)) note.xshift = -l;
    Object.assign(layout, { width: width + 32, height, paper_bgcolor: "#fbfaf6", autosize: false });
    await window.Plotly.downloadImage(
      { data: gd.data, layout, config: { displayModeBar: false } },
      { format, width: width + 32, height, scale: format === "png" ? 2 : 1,
        filename: (gd.layout.meta || {}).file || name },
    );
  }

  /* The page of an A4 between its margins, and half of it for the map and its key. */
  const PAPER = 680;
  const MAP = 400;
  let opened = [];
  const tables = () => [...document.querySelectorAll("details.table-of-figure")];
  const drawn = () => [...document.querySelectorAll(".js-plotly-plot")].filter(
    (gd) => gd.offsetParent);

  function toPaper() {
    opened = tables().filter((details) => !details.open);
    for (const details of opened) details.open = true;
    for (const gd of drawn()) {
      const width = gd.closest("#map-figure") ? MAP : PAPER;
      gd.parentElement.style.width = `${width}px`;
      window.Plotly.relayout(gd, { width });
    }
    const line = document.querySelector(".printed-address");
    if (line) line.textContent = `${address()} · ${text("trust")}`;
  }
  function toScreen() {
    for (const gd of drawn()) {
      gd.parentElement.style.width = "";
      window.Plotly.relayout(gd, { width: null, autosize: true });
    }
    for (const details of opened) details.open = false;
  }
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", toScreen);

  document.addEventListener("click", (event) => {
    const picture = event.target.closest("[data-picture]");
    if (picture) save(picture.dataset.picture, picture.dataset.kind);
    if (event.target.closest("[data-print]")) window.print();
  });
})();
