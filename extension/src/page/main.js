// The reader on the server's own pages: both ends of the messages in one document, with the page's cookie and no extension.
import { adapterFor } from "../adapters/index.js";
import { startReader } from "../content/reader.js";
import { Tools } from "../content/tools.js";
import { createBackend } from "../shared/backend.js";
import { ask, serve, speakThrough } from "../shared/messages.js";
import { phrase, speak } from "../shared/phrase.js";
import { indexedDbStore } from "../shared/store-indexeddb.js";
import { directTransport } from "../shared/transport-direct.js";
import { editKeys } from "./keys.js";

speak([document.documentElement.lang]);
const transport = directTransport();
const backend = createBackend({
  store: indexedDbStore(),
  access: { kind: "cookie", server: location.origin, viewer: document.documentElement.getAttribute("data-postil-viewer") },
  push: transport.push,
});
serve(backend.handlers, transport);
speakThrough(transport);
startReader({ adapterFor, tools: async () => Tools, connect: phrase("connect_by_signing_in") });

// What is chosen in the settings is so on the pages that are open.
const choices = new BroadcastChannel("postil-choices");
choices.addEventListener("message", async () => transport.push({ push: "changed", papers: [], status: await ask("status", undefined) }));
const place = document.getElementById("postil-keys");
if (place) void editKeys(place, () => choices.postMessage("keys"));
