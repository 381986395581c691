// Builds plotly.js with only the trace types that are drawn, and our modules as one script, into
// the folder given.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { version } = createRequire(import.meta.url)("plotly.js/package.json");
const traces = JSON.parse(readFileSync(new URL("traces.json", import.meta.url), "utf8"));
const required = traces.map((name) => `require("plotly.js/lib/${name}")`);

const folder = process.argv[2];

await build({
  stdin: {
    contents: `const core = require("plotly.js/lib/core");
      core.register([${required}]);
      module.exports = core;`,
    resolveDir: fileURLToPath(new URL(".", import.meta.url)),
  },
  // The server takes a bundle only for the version of plotly that its Python package brings.
  outfile: join(folder, `plotly-${version}.js`),
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

// The server takes a bundle only of the modules as they are.
const scripts = fileURLToPath(new URL("../assets/scripts/", import.meta.url));
const sources = createHash("sha256");
for (const name of readdirSync(scripts).filter((one) => one.endsWith(".js")).sort()) {
  sources.update(readFileSync(join(scripts, name)));
}
await build({
  entryPoints: [join(scripts, "main.js")],
  outfile: join(folder, `site-${sources.digest("hex").slice(0, 16)}.js`),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
});
