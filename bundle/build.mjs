// Builds plotly.js with only the trace types that are drawn, our modules as one script, and
// Bootstrap's style of only what is laid out, into the folder given.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";

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

// Of Bootstrap's style sheet what the layouts and our modules name; the server says where it is and
// what to call the part of it.
const root = fileURLToPath(new URL("../", import.meta.url));
const said = "from dashboard.web.asset_bundling import purged; print(*purged(), sep='\\n')";
const [whole, part] = execFileSync(join(root, ".venv/bin/python"), ["-c", said], { cwd: root })
  .toString().trim().split("\n");
const words = (text) => text.match(/[A-Za-z][\w-]*/g) || [];
const users = (name, ending) => readdirSync(join(root, name), { recursive: true })
  .filter((one) => one.endsWith(ending))
  .map((one) => ({ raw: readFileSync(join(root, name, one), "utf8"), extension: "words" }));
const [{ css }] = await new PurgeCSS().purge({
  content: [...users("layouts", ".py"), ...users("assets/scripts", ".js")],
  css: [{ raw: readFileSync(whole, "utf8") }],
  // An element is named by a function with a capital letter.
  extractors: [{ extensions: ["words"], extractor: (text) => words(text + text.toLowerCase()) }],
  // The size of a control is put to its name where it is written.
  safelist: { standard: ["html", "body"], deep: [/^form-(select|control)-sm$/] },
  variables: true,
});
writeFileSync(join(folder, basename(part)), css);
