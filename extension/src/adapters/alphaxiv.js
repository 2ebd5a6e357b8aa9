// A paper on alphaXiv, which shows its PDF: notes are on the whole paper.

import { ALPHAXIV_HOSTS, paperAt } from "./paper-address.js";
import { oneLine } from "./page-text.js";
import { paperOnPage } from "./paper-on-page.js";

/** @type {import("../shared/types.js").Adapter} */
const alphaXiv = {
  name: "alphaxiv",
  matches: (url) => ALPHAXIV_HOSTS.includes(url.hostname) && paperAt(url.href) !== null,
  papers: (doc) => {
    const title = oneLine(doc.querySelector('meta[property="og:title"]')?.getAttribute("content")).replace(/ \| alphaXiv$/u, "");
    return paperOnPage(paperAt(doc.URL), { source: "alphaxiv", card: doc.documentElement, plain: { title } });
  },
  island: () => null,
};
export default alphaXiv;
