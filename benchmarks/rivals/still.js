/* The page as a document without Dash: its words as they stand, and plotly drawing what is drawn. */
() => {
  const figures = [...document.querySelectorAll(".js-plotly-plot")].filter((gd) => gd.data);
  const drawn = figures.map((gd, i) => {
    gd.setAttribute("data-still", i);
    return { data: gd.data, layout: gd.layout };
  });
  const copy = document.documentElement.cloneNode(true);
  const plotly = [...document.scripts].find(({ src }) => src.includes("plotly"));
  const geo = [...document.scripts].find(({ src }) => src.includes("geo"));
  for (const script of copy.querySelectorAll("script, link[rel=preload]")) script.remove();
  for (const gd of copy.querySelectorAll("[data-still]")) {
    gd.replaceChildren();
    gd.className = "";
  }
  const draw = `window.PlotlyGeoAssets = { topojson: { world_110m: {} } };
    JSON.parse(document.getElementById("drawn").textContent).forEach(({ data, layout }, i) =>
      Plotly.newPlot(document.querySelector('[data-still="' + i + '"]'), data, layout,
        { displayModeBar: false, responsive: true }));`;
  const text = JSON.stringify(drawn).replaceAll("<", "\\u003c");
  const src = new URL(plotly.src).pathname;
  copy.querySelector("body").insertAdjacentHTML("beforeend",
    `<script id="drawn" type="application/json">${text}<\/script>
     <script src="${src}"><\/script><script>${draw}<\/script>`);
  return copy.outerHTML;
}
