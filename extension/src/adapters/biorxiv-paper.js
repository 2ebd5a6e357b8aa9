// A paper's page on bioRxiv or medRxiv: its abstract alone or its full text, of any version. The version stands in the address.

import { BIORXIV_HOSTS, paperAt } from "./paper-address.js";
import { paperOnPage } from "./paper-on-page.js";
import { abstractElement, titleElement } from "./tagged-page.js";

/** @type {import("../shared/types.js").Adapter} */
const biorxivPaper = {
  name: "biorxiv-paper",
  matches: (url) => BIORXIV_HOSTS.includes(url.hostname) && url.pathname.startsWith("/content/10."),
  papers: (doc) => {
    const source = new URL(doc.URL).hostname.includes("medrxiv") ? "medrxiv" : "biorxiv";
    const abstract = doc.querySelector(".section.abstract") ?? abstractElement(doc);
    return paperOnPage(paperAt(doc.URL), { source, title: titleElement(doc) ?? doc.querySelector("#page-title"), abstract, aside: ".abstract > h2" });
  },
  island: () => null,
  shows: ["title"],
};
export default biorxivPaper;
