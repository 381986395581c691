// The map by arrows: which region lies nearest in a direction.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../assets/scripts/directions.js";

const UP = [0, -1];
const RIGHT = [1, 0];

test("the nearest ahead is taken, not what is nearer behind", () => {
  assert.equal(nearest([0, 0], UP, [[0, 5], [0, -20], [0, -50]]), 1);
});

test("straying sideways counts double", () => {
  assert.equal(nearest([0, 0], RIGHT, [[10, 10], [25, 0]]), 1);
});

test("what lies more aside than ahead is gone to when nothing else is there", () => {
  assert.equal(nearest([0, 0], RIGHT, [[5, 100], [-5, 0]]), 0);
  assert.equal(nearest([0, 0], RIGHT, [[5, 20], [60, 0]]), 1);
});

test("nothing ahead is no place", () => {
  assert.equal(nearest([0, 0], UP, [[0, 10], [3, 0]]), -1);
});
