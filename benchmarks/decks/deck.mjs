/* The deck of a pack by PptxGenJS: what our own slides hold, read from JSON, in the same places. */
import { readFileSync } from "node:fs";
import pptxgen from "pptxgenjs";

const [from, to] = process.argv.slice(2);
const { slides } = JSON.parse(readFileSync(from, "utf-8"));
const deck = new pptxgen();
deck.defineLayout({ name: "wide", width: 13.333, height: 7.5 });
deck.layout = "wide";
for (const { title, notes, lines, tables, charts, areas } of slides) {
  const slide = deck.addSlide();
  slide.addText(title, { x: 0.6, y: 0.3, w: 12.1, h: 0.9, fontSize: 28, bold: true });
  if (lines.length) {
    slide.addText(lines.map((text) => ({ text, options: { breakLine: true } })),
      { x: 0.6, y: 1.6, w: 12.1, h: 5.4, fontSize: 16, valign: "top" });
  }
  for (const rows of tables) {
    slide.addTable(rows.map((row) => row.map((text) => ({ text }))),
      { x: 0.6, y: 1.45, w: 12.1, fontSize: 12 });
  }
  for (const { labels, series } of charts) {
    slide.addChart(deck.ChartType.line,
      series.map(({ name, values }) => ({ name, labels, values })),
      { x: 0.6, y: 1.8, w: 12.1, h: 5.3, showLegend: true, legendPos: "b" });
  }
  for (const { name, rings } of areas) {
    for (const ring of rings) {
      const points = ring.map(([x, y], at) => ({ x: x * 5.2, y: y * 5.2, moveTo: at === 0 }));
      slide.addShape(deck.ShapeType.custGeom, { x: 0.9, y: 1.85, w: 5.2, h: 5.2, altText: name,
        fill: { color: "B7CCD6" }, line: { color: "FBFAF6", width: 0.5 },
        points: [...points, { close: true }] });
    }
  }
  slide.addNotes(notes);
}
await deck.writeFile({ fileName: to });
