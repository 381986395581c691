// Builds plotly.js with only the trace types that are drawn, into the folder given.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { version } = createRequire(import.meta.url)("plotly.js/package.json");
const traces = JSON.parse(readFileSync(new URL("traces.json", import.meta.url), "utf8"));
const required = traces.map((name) => `require("plotly.js/lib/${name}")`);

await build({
  stdin: {
    contents: `const core = require("plotly.js/lib/core");
      core.register([${required}]);
      module.exports = core;`,
    resolveDir: fileURLToPath(new URL(".", import.meta.url)),
  },
  // The server takes a bundle only for the version of plotly that its Python package brings.
  outfile: join(process.argv[2], `plotly-${version}.js`),
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  target: "es2020",
  define: { global: "window", "define.amd": "false" },
  // The one style sheet that plotly.js asks for is of street maps, which are not drawn.
  loader: { ".css": "empty" },
  legalComments: "eof",
  banner: { js: `/* plotly.js v${version} (${traces.join(", ")}), (c) Plotly, Inc., MIT licence */` },
});
