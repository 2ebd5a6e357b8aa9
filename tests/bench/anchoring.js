// How long anchoring takes in a real browser: figures, printed, never a verdict. `node tests/bench/anchoring.js`

import { build } from "esbuild";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }; // fine timers
const page = '<!doctype html><meta charset="utf-8"><title>Anchoring</title><script src="/script.js" defer></script>';

const bundle = await build({ entryPoints: ["tests/bench/anchoring-page.js"], bundle: true, format: "iife", charset: "utf8", write: false });
const profile = mkdtempSync(join(tmpdir(), "postil-bench-"));
const server = createServer((request, response) => {
  if (request.method === "POST") return end(request, response);
  const isScript = request.url === "/script.js";
  response.writeHead(200, { ...ISOLATED, "Content-Type": isScript ? "text/javascript" : "text/html" });
  response.end(isScript ? bundle.outputFiles[0].text : page);
});
server.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const { port } = server.address();
const browser = spawn(chromium(), ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`], { stdio: "ignore" });

const patience = setTimeout(() => browser.kill(), 240_000);
browser.once("exit", () => {
  clearTimeout(patience);
  server.close();
  server.closeAllConnections();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function end(request, response) {
  for await (const part of request) process.stdout.write(part);
  response.end();
  browser.kill();
}

/** The one that the tests drive. */
function chromium() {
  const told = execFileSync(".venv/bin/python", ["tests/browser.py"], { encoding: "utf8" });
  return /^Chromium: (.*)$/m.exec(told)[1];
}
