// Builds plotly.js with only the trace types that are drawn, our modules as one script, Bootstrap's
// style of only what is laid out, and the style of what is seen first, into the folder given.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
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

// Of Bootstrap's style sheet what the layouts and our modules name, and of all style what top.json
// names, which stands above the lead of a page; the server says what to call the parts.
const root = fileURLToPath(new URL("../", import.meta.url));
const said = "from dashboard.web.asset_bundling import styled; print(styled().as_json())";
const python = join(root, ".venv/bin/python");
const styles = JSON.parse(execFileSync(python, ["-c", said], { cwd: root }));
const read = (path) => readFileSync(path, "utf8");
const words = (text) => text.match(/[A-Za-z][\w-]*/g) || [];

async function purged(content, extractor, sheet) {
  const [{ css }] = await new PurgeCSS().purge({
    content: content.map((raw) => ({ raw, extension: "words" })),
    css: [{ raw: sheet }],
    extractors: [{ extensions: ["words"], extractor }],
    // The size of a control is put to its name where it is written.
    safelist: { standard: ["html", "body"], deep: [/^form-(select|control)-sm$/] },
    variables: true,
    keyframes: true,
  });
  return css;
}

// What a pointer changes, and the insides of fields, have the whole style by then.
const LATER = /:(hover|active|disabled)(?![^(]*\))|::(?!before|after|-webkit-details-marker)|:-moz/;
function untouched(css) {
  const rules = css.replace(/(?<=[{};])([^{};@]+)\{[^{}]*\}/g, (rule, selectors) =>
    selectors.split(",").every((one) => LATER.test(one)) ? "" : rule);
  return rules.replace(/@media[^{}]*\{\}/g, "");
}

// What is printed has the whole style.
function unprinted(css) {
  const start = css.indexOf("@media print{");
  if (start < 0) return css;
  let end = css.indexOf("{", start);
  for (let depth = 1; depth > 0; ) {
    end += 1;
    depth += { "{": 1, "}": -1 }[css[end]] || 0;
  }
  return css.slice(0, start) + unprinted(css.slice(end + 1));
}

// An element is named by a function with a capital letter.
const named = (text) => words(text + text.toLowerCase());
const bootstrap = await purged(styles.users.map(read), named, read(styles.whole));
writeFileSync(join(folder, basename(styles.part)), bootstrap);
const short = async (css) =>
  (await transform(css, { loader: "css", minify: true, legalComments: "none" })).code;
const ours = styles.own.map(read).join("\n");
writeFileSync(join(folder, basename(styles.ours)), await short(ours));
const first = await short(await purged([read(styles.top)], words, `${bootstrap}\n${ours}`));
writeFileSync(join(folder, basename(styles.first)), untouched(unprinted(first)));
