// Where the extension begins on a page.
import { adapterFor } from "../adapters/index.js";
import { serve, speakThrough } from "../shared/messages.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { startReader } from "./reader.js";

// The server's own pages do all this by themselves; two of us would paint everything twice.
if (!document.documentElement.hasAttribute("data-postil-server")) {
  const transport = runtimeTransport();
  speakThrough(transport);
  const reader = startReader({ adapterFor });
  serve({ "papers-on-page": () => ({ papers: reader.papers() }) }, transport);
}
