// The reader on the server's own pages: both ends of the messages in one document, with the page's cookie and no extension.
import { adapterFor } from "../adapters/index.js";
import { startReader } from "../content/reader.js";
import { createBackend } from "../shared/backend.js";
import { serve, speakThrough } from "../shared/messages.js";
import { indexedDbStore } from "../shared/store-indexeddb.js";
import { directTransport } from "../shared/transport-direct.js";

const transport = directTransport();
const backend = createBackend({
  store: indexedDbStore(),
  access: { kind: "cookie", server: location.origin, viewer: document.documentElement.getAttribute("data-postil-viewer") },
  push: transport.push,
});
serve(backend.handlers, transport);
speakThrough(transport);
startReader({ adapterFor, connect: "Sign in to this server to mark papers." });
