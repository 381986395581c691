// What the fields of an editor say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bounded } from "../../assets/scripts/field_bounds.js";

const FIELD = { min: "1", max: "10", step: "1", dataset: { usual: "4" } };

test("a number stays within its bounds, and what is none is the usual one", () => {
  assert.equal(bounded({ ...FIELD, value: "50" }), "10");
  assert.equal(bounded({ ...FIELD, value: "-3" }), "1");
  assert.equal(bounded({ ...FIELD, value: "" }), "4");
  assert.equal(bounded({ ...FIELD, value: "abc" }), "4");
});

test("a field with whole steps says a whole number, any other at most two decimals", () => {
  assert.equal(bounded({ ...FIELD, value: "3.6" }), "4");
  assert.equal(bounded({ ...FIELD, step: "0.5", value: "2.126" }), "2.13");
  assert.equal(bounded({ ...FIELD, step: "0.5", value: "2" }), "2");
});
