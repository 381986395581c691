/* What every figure can also be: a picture file, in the colours of paper. */
import { permanentLink } from "./address.js";
import { light } from "./colours.js";
import { clone } from "./figures.js";
import { figure } from "./lazy_charts.js";
import { broken } from "./line_breaks.js";
import { plotly } from "./plotly.js";

const plot = (name) => document.querySelector(`#${name}-figure .js-plotly-plot`);
const text = (id) => (document.getElementById(id) || {}).textContent || "";

/* In a file the band is a shape. */
function lookedAt({ meta = {} }) {
  if (!meta.now) return [];
  return [{
    type: "line", xref: "x", yref: "paper", x0: meta.now, x1: meta.now, y0: 0, y1: 1,
    line: { color: light.colourOf("accent"), width: 6 }, opacity: 0.14, layer: "below",
  }];
}

async function save(name, format) {
  await plotly();
  const gd = plot(name);
  const { data, layout } = clone(figure(`${name}-figure`), light);
  layout.shapes = [...(layout.shapes || []), ...lookedAt(layout)];
  const width = Math.max(640, gd.clientWidth);
  const wide = Math.floor(width / 7);
  const title = broken(text(`${name}-title`), Math.floor(width / 11));
  const measure = broken(text(`${name}-measure`), wide);
  const foot = [...broken(text(`${name}-source`), wide), ...broken(permanentLink(), wide)];
  const above = 14 + 26 * title.length + 17 * measure.length + 18;
  const below = 16 * foot.length + 18;
  const { t = 0, b = 0, l = 0, r = 0 } = layout.margin;
  const height = layout.height + above + below;
  const place = (words, size, colour, from, y) => ({
    text: words.join("<br>"), showarrow: false, align: "left", xref: "paper", yref: "paper",
    x: 0, xanchor: "left", xshift: -l - 0, y: y, yanchor: from, font: { size, color: colour },
  });
  layout.annotations = [
    ...(layout.annotations || []),
    { ...place(title.map((line) => `<b>${line}</b>`), 20, light.colourOf("ink"), "top", 1), yshift: t + above - 8 },
    { ...place(measure, 13, light.colourOf("muted"), "top", 1), yshift: t + above - 14 - 26 * title.length },
    { ...place(foot, 12, light.colourOf("muted"), "bottom", 0), yshift: -b - below + 8 },
  ];
  layout.margin = { t: t + above, b: b + below, l: l + 16, r: r + 16 };
  for (const note of layout.annotations.slice(-3)) note.xshift = -l;
  Object.assign(layout, { width: width + 32, height, paper_bgcolor: light.colourOf("paper"), autosize: false });
  await window.Plotly.downloadImage(
    { data, layout, config: { displayModeBar: false } },
    { format, width: width + 32, height, scale: format === "png" ? 2 : 1,
      filename: (layout.meta || {}).file || name },
  );
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-picture]");
  if (button) save(button.dataset.picture, button.dataset.kind);
});
