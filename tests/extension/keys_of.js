// What the browser side makes of addresses, for the test that compares it with the server: a list in, a list out.

import { doiPaper, paperAt } from "../../extension/src/adapters/paper-address.js";
import { normalisedUrl, urlKey } from "../../extension/src/adapters/url-key.js";

let asked = "";
for await (const part of process.stdin) asked += part;
const answers = JSON.parse(asked).map((text) => {
  const paper = paperAt(text) ?? doiPaper(text);
  const href = URL.canParse(text) ? new URL(text).href : null;
  return { key: paper?.key ?? null, version: paper?.version ?? null, href, normal: href && normalisedUrl(href), url: href && urlKey(href) };
});
process.stdout.write(JSON.stringify(answers));
