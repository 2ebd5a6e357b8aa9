// Bundles the browser side: one unminified file for each entry, committed so that a user needs no Node.
// `node extension/build.js` writes; `node extension/build.js --check` fails when a committed bundle is stale.
import { build } from "esbuild";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** entry -> committed bundle */
const bundles = {
  "extension/src/content/main.js": "extension/dist/content.js",
  "extension/src/background/service-worker.js": "extension/dist/worker.js",
  "extension/src/options/options.js": "extension/dist/options.js",
  "extension/src/popup/popup.js": "extension/dist/popup.js",
  "extension/src/page/main.js": "server/postil/web/static/postil.js",
};

/** source -> copy, for a server that was installed without the browser side's sources */
const copied = {
  "extension/src/ui/tokens.css": "server/postil/web/static/tokens.css",
};

const check = process.argv.includes("--check");
const stale = [];
for (const [entry, bundle] of Object.entries(bundles)) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    target: ["chrome120", "firefox128"],
    loader: { ".css": "text" },
    legalComments: "inline",
    charset: "utf8",
    write: false,
  });
  keep(bundle, result.outputFiles[0].text);
}
for (const [source, copy] of Object.entries(copied)) keep(copy, readFileSync(source, "utf8"));
if (stale.length) {
  process.stderr.write(`stale: ${stale.join(", ")}; run \`make bundle\` and commit the result\n`);
  process.exit(1);
}

/**
 * @param {string} file  committed
 * @param {string} text  what it has to hold
 */
function keep(file, text) {
  const present = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (present === text) return;
  if (check) stale.push(file);
  else writeFileSync(file, text);
}
