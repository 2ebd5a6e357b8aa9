// A paper's page on Semantic Scholar. Its abstract is cut short, and often the publisher's: notes are on the whole paper.

import { S2_HOSTS, paperAt } from "./paper-address.js";
import { oneLine } from "./page-text.js";
import { paperOnPage } from "./paper-on-page.js";

/** @type {import("../shared/types.js").Adapter} */
const semanticScholar = {
  name: "semantic-scholar",
  matches: (url) => S2_HOSTS.includes(url.hostname) && paperAt(url.href) !== null,
  papers: (doc) => {
    const heading = doc.querySelector('[data-test-id="paper-detail-title"], h1');
    return paperOnPage(paperAt(doc.URL), { source: "semantic-scholar", card: doc.documentElement, plain: { title: oneLine(heading?.textContent) } });
  },
  island: (doc) => doc.querySelector("#app"),
};
export default semanticScholar;
