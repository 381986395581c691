/* What every figure can also be: a table of its own numbers, a picture file, a printed page. */
(function () {
  "use strict";
  const plot = (name) => document.querySelector(`#${name}-figure .js-plotly-plot`);
  const text = (id) => (document.getElementById(id) || {}).textContent || "";
  const lang = () => document.body.dataset.lang;
  const address = () => document.documentElement.dataset.link || location.href;
  const MONTH = { sv: "Period", en: "Period" };
  const REGION = { sv: "Region", en: "Region" };
  const VALUE = { sv: "Värde", en: "Value" };
  const STREAM = { sv: "Vårdform", en: "Stream" };
  const TARGET = { sv: "Mål", en: "Target" };
  const PLACE = { sv: "Läge", en: "Place" };
  const NONE = "–";
  const bare = (html) => {
    const box = document.createElement("template");
    box.innerHTML = String(html);
    return box.content.textContent;
  };

  function numbers(gd) {
    const decimals = (gd.layout.meta || {}).decimals ?? 1;
    const format = new Intl.NumberFormat(lang() === "sv" ? "sv-SE" : "en-GB", {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals,
    });
    return (value) => (value === null || value === undefined ? NONE : format.format(value));
  }

  /* Rows of a figure: its own table where it brings one; else a series has one per period, other
     figures one per place or bar. */
  function rowsOf(name, gd) {
    const { table } = gd.layout.meta || {};
    if (table) return [table.heads, table.rows];
    const format = numbers(gd);
    if (gd.data[0].type === "choropleth") {
      const { customdata, locations } = gd.data[0];
      const rows = customdata.map(([value, region], i) => [[region, locations[i]], value]);
      rows.sort((a, b) => a[0][0].localeCompare(b[0][0], lang()));
      return [[REGION[lang()], VALUE[lang()]], rows];
    }
    const lines = gd.data.filter((t) => t.meta === "loud");
    if (lines.length) {
      // A year is drawn at its middle.
      const byYear = lines[0].x.every((when) => when.endsWith("-07"));
      const x = lines[0].x.map((when) => (byYear ? when.slice(0, 4) : when));
      const shown = x.map((_, i) => i).filter((i) => x[i] !== x[i + 1]);
      const rows = shown.map((i) => [x[i], ...lines.map((t) => format(t.y[i]))]);
      return [[MONTH[lang()], ...lines.map((t) => t.name)], rows.reverse()];
    }
    return gd.data[0].customdata.every(Array.isArray) ? bulletRows(gd) : wayRows(gd);
  }

  const NUMBER = /<b>(.*)<\/b>(.*)/;

  /* A bullet carries its name and "<b>value</b>  target". */
  function bulletRows(gd) {
    const rows = gd.data[0].customdata.map(([name, said]) => {
      const [, value, target] = NUMBER.exec(said) || [said, NONE, said];
      return [bare(name), value, bare(target).trim()];
    });
    return [[STREAM[lang()], VALUE[lang()], TARGET[lang()]], rows];
  }

  /* A place on the way carries "<b>beds</b> name"; without a place there are no beds. */
  function wayRows(gd) {
    const rows = gd.data[0].customdata.map((words, i) => {
      const [, value, name] = NUMBER.exec(words);
      return [bare(name).trim(), gd.data[0].x[i] === null ? NONE : value];
    });
    return [[PLACE[lang()], VALUE[lang()]], rows];
  }

  function cell(kind, words, scope) {
    const td = document.createElement(kind);
    if (scope) td.scope = scope;
    td.append(Array.isArray(words) ? chooser(words) : words);
    return td;
  }

  function chooser([name, code]) {
    const button = document.createElement("button");
    const region = document.querySelector(".choice-region select");
    button.type = "button";
    button.className = "linklike";
    button.dataset.set = region ? region.id : "region";
    button.dataset.value = code;
    button.setAttribute("aria-pressed", String(Boolean(region) && region.value === code));
    button.textContent = name;
    return button;
  }

  function build(box) {
    const name = box.dataset.figure;
    const gd = plot(name);
    if (!gd || !gd.data || !gd.data.length) return;
    const [heads, rows] = rowsOf(name, gd);
    const table = document.createElement("table");
    const caption = table.createCaption();
    caption.textContent = text(`${name}-measure`);
    if (heads) {
      const row = table.createTHead().insertRow();
      heads.forEach((head) => row.append(cell("th", head, "col")));
    }
    const body = table.createTBody();
    const held = box.contains(document.activeElement) && document.activeElement.dataset.value;
    for (const [first, ...rest] of rows) {
      const row = body.insertRow();
      row.append(cell("th", first, "row"), ...rest.map((words) => cell("td", words)));
    }
    box.replaceChildren(table);
    if (held) box.querySelector(`[data-value="${held}"]`).focus({ preventScroll: true });
  }

  const shown = (box) => box.closest("details") ? box.closest("details").open
    : box.checkVisibility();
  const refresh = (all) => {
    for (const box of document.querySelectorAll(".as-table")) {
      if (!all && !shown(box)) continue;
      // A table that is read is of the latest figure, also where the picture is not seen.
      window.drawWithin(box.closest("section"));
      build(box);
    }
  };
  document.addEventListener("toggle", () => refresh(false), true);
  window.addEventListener("shape", () => refresh(false));
  let soon = 0;
  new MutationObserver((records) => {
    const part = (node) => (node.closest ? node : node.parentElement);
    if (records.every(({ target }) => part(target) && part(target).closest(".as-table"))) return;
    clearTimeout(soon);
    soon = setTimeout(() => refresh(false), 60);
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });

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
    refresh(true);
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
