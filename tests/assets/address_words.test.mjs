// The words that editors write into the address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assumedWords, ruleWords, similarWords, within } from "../../assets/scripts/address_words.js";

test("usual peers need no options", () => {
  assert.equal(similarWords(4, [["size", 1], ["age", 1]]), "similar");
});

test("peers say their number and the weights that are not usual", () => {
  assert.equal(similarWords(6, [["size", 0.5], ["age", 1]]), "similar:k=6,size=0.5");
});

test("an assumption set to its usual value is not said", () => {
  assert.equal(assumedWords("usual", "growth", "1.5", "1"), "growth=1.5");
  assert.equal(assumedWords("growth=1.5,share=30", "growth", "1", "1"), "share=30");
  assert.equal(assumedWords("growth=1.5", "growth", "1", "1"), "usual");
});

test("an assumption set anew keeps its place", () => {
  assert.equal(assumedWords("growth=1.5,share=30", "growth", "2", "1"), "growth=2,share=30");
});

test("a rule says in what it departs from the decision", () => {
  const parts = [
    { name: "cells", value: 90, usual: 90 }, { name: "months", value: 6, usual: 12 },
    { name: "top", value: "all", usual: "five" },
  ];
  assert.equal(ruleWords(parts), "months=6,top=all");
  assert.equal(ruleWords(parts.slice(0, 1)), "2024");
});

test("a number stays within its bounds, and what is none is the usual one", () => {
  const field = { min: "1", max: "10" };
  assert.equal(within({ ...field, value: "50" }, 4), 10);
  assert.equal(within({ ...field, value: "-3" }, 4), 1);
  assert.equal(within({ ...field, value: "" }, 4), 4);
  assert.equal(within({ ...field, value: "abc" }, 4), 4);
});
