// Where the extension begins on a page.
import { adapterFor } from "../adapters/index.js";
import { serve, speakThrough } from "../shared/messages.js";
import { speak } from "../shared/phrase.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { startReader } from "./reader.js";

/** A page whose site is switched off and on again gets this script twice. @type {{postilReader?: ReturnType<typeof startReader>}} */
const world = /** @type {any} */ (globalThis);

// The server's own pages do all this by themselves; two of us would paint everything twice.
if (world.postilReader) void world.postilReader.begin();
else if (!document.documentElement.hasAttribute("data-postil-server")) {
  speak(navigator.languages);
  const transport = runtimeTransport();
  speakThrough(transport);
  const reader = startReader({ adapterFor });
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
