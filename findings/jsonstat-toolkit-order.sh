#!/bin/bash
# jsonstat-toolkit 2.2.2: regions 10 to 25 come before 01 to 09 in a table with a column for each month.
#
# `toTable({type: "arrobj", by: "month"})` gathers rows as the properties of an object by their codes, and
# an object of JavaScript has whole numbers first, whatever the order they came in: "10", "12" and "25"
# are whole numbers, "01" and "03" are not. The order of the JSON-stat file is lost for any codes of
# which some begin with 0, as those of counties and regions in Sweden do; without `by` it is kept. A list of names beside
# such a table, or last year's column, is then of other regions. `status: true` is dropped with `by`.
# Each row has its own figures: on our side docs/addresses.md tells to join by the code.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; npm --silent init -y >/dev/null; npm --silent install jsonstat-toolkit@2.2.2
cat > run.mjs <<'JS'
import assert from "node:assert";
import JSONstat from "jsonstat-toolkit";

const codes = ["01", "03", "10", "12", "25"];
const table = JSONstat({
  version: "2.0", class: "dataset", id: ["region", "month"], size: [5, 2],
  dimension: {
    region: { category: { index: codes } },
    month: { category: { index: ["2025-09", "2025-10"] } },
  },
  value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  status: { 1: "p" },
});
const wide = table.toTable({ type: "arrobj", by: "month", content: "id", status: true });
const long = table.toTable({ type: "arrobj", content: "id", status: true });
console.log(wide);
assert.deepEqual(wide.map((row) => row.region), ["10", "12", "25", "01", "03"]);
assert.deepEqual(wide[3], { region: "01", "2025-09": 1, "2025-10": 2 });
assert.deepEqual([...new Set(long.map((row) => row.region))], codes);
assert.equal(long[1].status, "p");
JS
node run.mjs
echo "as described"
