// Words of a picture file are broken where they would run out of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { broken } from "../../assets/scripts/line_breaks.js";

test("words are broken after a space", () => {
  assert.deepEqual(broken("beds per person and year", 12), ["beds per", "person and", "year"]);
});

test("an address is broken after an ampersand, and nothing of it is lost", () => {
  const address = "https://example.org/?region=14&period=2025-12&stream=acute";
  const lines = broken(address, 40);
  assert.equal(lines.join(""), address);
  assert.ok(lines.length > 1);
  assert.ok(lines.slice(0, -1).every((line) => line === "" || line.endsWith("&")));
});

test("what fits stays on one line", () => {
  assert.deepEqual(broken("beds", 12), ["beds"]);
});
