// A PDF on arXiv. The browser's own viewer shows it, and no script sees its text: notes are on the whole paper.

import { ARXIV_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";

/** @type {import("../shared/types.js").Adapter} */
const arxivPdf = {
  name: "arxiv-pdf",
  matches: (url) => ARXIV_HOSTS.includes(url.hostname) && url.pathname.startsWith("/pdf/") && paperAt(url.href) !== null,
  papers: (doc) => paperOnPage(paperAt(doc.URL), { source: "arxiv", card: doc.documentElement }),
  island: () => null,
};
export default arxivPdf;
