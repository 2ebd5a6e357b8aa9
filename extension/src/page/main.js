// The reader on the server's own pages: both ends of the messages in one document, with the page's cookie and no extension.
import { adapterFor } from "../adapters/index.js";
import { startReader } from "../content/reader.js";
import { createBackend } from "../shared/backend.js";
import { serve, speakThrough } from "../shared/messages.js";
import { phrase, speak } from "../shared/phrase.js";
import { indexedDbStore } from "../shared/store-indexeddb.js";
import { directTransport } from "../shared/transport-direct.js";

speak([document.documentElement.lang]);
const transport = directTransport();
const backend = createBackend({
  store: indexedDbStore(),
  access: { kind: "cookie", server: location.origin, viewer: document.documentElement.getAttribute("data-postil-viewer") },
  push: transport.push,
});
serve(backend.handlers, transport);
speakThrough(transport);
startReader({ adapterFor, connect: phrase("connect_by_signing_in") });
