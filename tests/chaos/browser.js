// The extension's far end in a process of its own: what its service worker runs, over a directory instead of the browser's store.
// Reads questions as lines of JSON, `{ask, payload}`, and answers each with a line. `{doom: n}`: after so many steps on its disk and its
// network it kills itself, as a browser dies, in the middle of anything.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createBackend } from "../../extension/src/shared/backend.js";
import { ownLocks } from "../../extension/src/shared/locks.js";

const [directory, port] = process.argv.slice(2);
let left = Infinity;

function step() {
  left -= 1;
  if (left <= 0) process.kill(process.pid, "SIGKILL");
}

/** A file for each key, which takes its name when it is whole. @returns {import("../../extension/src/shared/types.js").Store} */
function store() {
  mkdirSync(directory, { recursive: true });
  const path = (key) => join(directory, encodeURIComponent(key));
  const keys = (prefix) => readdirSync(directory).map(decodeURIComponent).filter((key) => key.startsWith(prefix)).sort();
  const read = (key) => JSON.parse(readFileSync(path(key), "utf8"));
  return {
    get: async (key) => (keys(key).includes(key) ? read(key) : undefined),
    set: async (key, value) => {
      step();
      writeFileSync(`${directory}.unfinished`, JSON.stringify(value));
      renameSync(`${directory}.unfinished`, path(key));
      step();
    },
    remove: async (key) => {
      step();
      rmSync(path(key), { force: true });
      step();
    },
    list: async (prefix) => keys(prefix).map((key) => [key, read(key)]),
  };
}

/** To the server, by way of the port that was given. @type {typeof globalThis.fetch} */
async function through(url, { method, headers, body, signal }) {
  step();
  const { host, pathname, search } = new URL(url);
  const answer = await new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: pathname + search, method, headers: { ...headers, host }, signal }, resolve);
    asked.on("error", reject).end(body ?? undefined);
  });
  const parts = [];
  for await (const part of answer) parts.push(part);
  step();
  const isEmpty = [204, 304].includes(answer.statusCode);
  return new Response(isEmpty ? null : Buffer.concat(parts), { status: answer.statusCode, headers: new Headers(Object.entries(answer.headers)) });
}

const { handlers } = createBackend({ store: store(), access: { kind: "paired" }, push: () => undefined, locks: ownLocks(), fetch: through });

for await (const line of createInterface({ input: process.stdin })) {
  const { doom, ask, payload } = JSON.parse(line);
  if (doom) {
    left = doom;
    continue;
  }
  const said = await handlers[ask](payload).then((answer) => ({ answer }), ({ code, message }) => ({ error: `${code}: ${message}` }));
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
