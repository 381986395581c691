// Figures are copied for plotly with real colours, and stay as they came.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assigned, clone, fitted, palette } from "../../assets/scripts/figures.js";

const COLOURS = { accent: "#0b4f6c", ink: "#1c2126", "seq-1": "#e6ebed" };
const light = palette((name) => COLOURS[name]);

test("a token becomes the colour of the palette, alone and within words", () => {
  const figure = { line: { color: "var(--seq-1)" }, text: '<b style="color:var(--ink)">a</b>' };
  assert.deepEqual(clone(figure, light), {
    line: { color: "#e6ebed" }, text: '<b style="color:#1c2126">a</b>',
  });
  assert.equal(figure.line.color, "var(--seq-1)");
});

test("a scale of steps and colours is painted", () => {
  assert.deepEqual(clone([[0, "var(--ink)"], [1, "var(--accent)"]], light),
    [[0, "#1c2126"], [1, "#0b4f6c"]]);
});

test("a list without colours stays the same object", () => {
  const x = ["2025-01", "2025-02"];
  const y = [null, 1.5];
  const copy = clone({ x, y }, light);
  assert.equal(copy.x, x);
  assert.equal(copy.y, y);
});

test("a list of colours painted twice with a palette is the same object, and another one's is not", () => {
  const figure = { color: ["var(--ink)", "var(--accent)", null] };
  const dark = palette(() => "#ffffff");
  assert.deepEqual(clone(figure, light).color, ["#1c2126", "#0b4f6c", null]);
  assert.equal(clone(figure, light).color, clone(figure, light).color);
  assert.deepEqual(clone(figure, dark).color, ["#ffffff", "#ffffff", null]);
});

test("a list of parts is copied to the last of them, also behind an empty place", () => {
  const parts = [null, { font: { size: 13 } }];
  const copy = clone(parts, light);
  assert.deepEqual(copy, parts);
  assert.notEqual(copy[1].font, parts[1].font);
});

test("what is set at a place leaves the rest of the figure the same object", () => {
  const figure = { data: [{ x: [1] }, { x: [2] }], layout: { height: 300 } };
  const now = assigned(figure, ["data", 1, "x"], [[3]]);
  assert.deepEqual(now.data[1], { x: [3] });
  assert.deepEqual(figure.data[1], { x: [2] });
  assert.equal(now.data[0], figure.data[0]);
  assert.equal(now.layout, figure.layout);
});

test("what is set to nothing is gone", () => {
  assert.deepEqual(assigned({ a: 1, b: 2 }, ["b"], []), { a: 1 });
});

test("a narrow screen has the narrow parts, and a wide one has none of them", () => {
  const layout = { height: 300, annotations: ["event", "value"] };
  const figure = { layout, narrow: { below: 600, annotations: ["value"] } };
  assert.deepEqual(fitted(figure, (width) => width >= 390), { height: 300, annotations: ["value"] });
  assert.equal(fitted(figure, (width) => width >= 1400), layout);
  assert.equal(fitted({ layout }, () => true), layout);
});
