// Where the extension begins on a page.
import { adapterFor } from "../adapters/index.js";
import { AskError, ask, serve, speakThrough } from "../shared/messages.js";
import { phrase, speak } from "../shared/phrase.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { startReader } from "./reader.js";

/**
 * What scripts of ours on one page have in common: one whose site is switched off and on again gets this one twice.
 * @type {{postilReader?: ReturnType<typeof startReader>, postilTools?: typeof import("./tools.js").Tools}}
 */
const world = /** @type {any} */ (globalThis);

// The server's own pages do all this by themselves; two of us would paint everything twice.
if (world.postilReader) void world.postilReader.begin();
else if (!document.documentElement.hasAttribute("data-postil-server")) {
  speak(navigator.languages);
  const transport = runtimeTransport();
  speakThrough(transport);
  const reader = startReader({ adapterFor, tools, isOn: async () => (await ask("still-on", undefined)).on });
  world.postilReader = reader;
  const handlers = {
    "papers-on-page": async () => ({ papers: await reader.papers() }),
    "page-report": () => reader.report(),
    "leave-page": () => {
      reader.stop();
      return {};
    },
  };
  serve(handlers, transport);
}

async function tools() {
  if (!world.postilTools) await ask("tools", undefined);
  if (!world.postilTools) throw new AskError("no-tools", phrase("no_answer"));
  return world.postilTools;
}
