// Sites switched on: what is registered with the browser always agrees with what was chosen and what the browser permits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSites } from "../../extension/src/background/sites.js";
import { Disk } from "./shared-fakes.js";

const MANIFEST = { content_scripts: [{ matches: ["https://huggingface.co/papers*", "https://arxiv.org/*"] }] };

/** The parts of a browser that count here, with what was done to its open tabs. */
function fakeBrowser({ permitted = [], tabs = [] } = {}) {
  const may = new Set(permitted.map((site) => `https://${site}/*`));
  let scripts = [];
  const done = [];
  const tabsOf = (patterns) => tabs.filter(({ url }) => patterns.includes(`${new URL(url).origin}/*`));
  const browser = {
    runtime: { getManifest: () => MANIFEST },
    permissions: {
      contains: async ({ origins }) => origins.every((origin) => may.has(origin)),
      remove: async ({ origins }) => origins.every((origin) => may.delete(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      registerContentScripts: async (added) => {
        assert.deepEqual(scripts, [], "a second registration under one id is an error");
        scripts = added;
      },
      updateContentScripts: async (changed) => {
        assert.equal(scripts.length, 1);
        scripts = changed;
      },
      unregisterContentScripts: async () => {
        scripts = [];
      },
      executeScript: async ({ target, files }) => void done.push(`${target.tabId} ${files}`),
    },
    tabs: {
      query: async ({ url }) => tabsOf(url),
      sendMessage: async (id, { ask }) => void done.push(`${id} ${ask}`),
    },
  };
  return { browser, may, done, registered: () => scripts.flatMap(({ matches }) => matches), forget: () => (scripts = []) };
}

const SITE = "openreview.net";
const PATTERN = `https://${SITE}/*`;
const TABS = [{ id: 1, url: `${PATTERN.slice(0, -1)}forum` }, { id: 2, url: "https://other.example/" }];

function make(options, server = null) {
  const fake = fakeBrowser(options);
  const store = new Disk().mount().store;
  const start = () => createSites({ store, server: async () => server, browser: fake.browser });
  return { ...fake, start, ...start() };
}

test("a wish without leave changes nothing; once the leave is given, by whichever way, the site is on, in open tabs too", async () => {
  const { handlers, sync, may, done, registered } = make({ tabs: TABS });
  assert.deepEqual(await handlers["switch-site"]({ site: SITE, on: true }), { sites: [] });
  assert.deepEqual([registered(), done], [[], []]);
  may.add(PATTERN);
  await sync();
  assert.deepEqual([registered(), done], [[PATTERN], ["1 dist/content.js"]]);
  await sync();
  assert.deepEqual(done, ["1 dist/content.js"], "and once");
  assert.deepEqual(await handlers.sites(), { sites: [SITE] });
});

test("leave that is taken back takes the site off", async () => {
  const { handlers, sync, may, done, registered } = make({ permitted: [SITE], tabs: TABS });
  await handlers["switch-site"]({ site: SITE, on: true });
  may.clear();
  await sync();
  assert.deepEqual([registered(), await handlers.sites()], [[], { sites: [] }]);
  assert.deepEqual(done, ["1 dist/content.js", "1 leave-page"]);
});

test("switched off: open tabs are left, and the leave is given back, but for a site that is the server's too", async () => {
  for (const [server, kept] of [[null, false], [`https://${SITE}`, true]]) {
    const { handlers, may, done, registered } = make({ permitted: [SITE], tabs: TABS }, server);
    await handlers["switch-site"]({ site: SITE, on: true });
    assert.deepEqual(await handlers["switch-site"]({ site: SITE, on: false }), { sites: [] });
    assert.deepEqual([registered(), done.at(-1), may.has(PATTERN)], [[], "1 leave-page", kept]);
  }
});

test("a browser that forgot its registrations, as with an update, is told again", async () => {
  const { handlers, start, forget, registered } = make({ permitted: [SITE, "papers.cool"] });
  await handlers["switch-site"]({ site: SITE, on: true });
  await handlers["switch-site"]({ site: "papers.cool", on: true });
  forget();
  await start().sync();
  assert.deepEqual(registered(), [PATTERN, "https://papers.cool/*"]);
});

test("what happens at once happens one after the other", async () => {
  const { handlers, sync, registered } = make({ permitted: [SITE, "papers.cool"] });
  await Promise.all([handlers["switch-site"]({ site: SITE, on: true }), sync(), handlers["switch-site"]({ site: "papers.cool", on: true }), sync()]);
  assert.deepEqual(registered(), [PATTERN, "https://papers.cool/*"]);
});

test("only a host name, and none of the manifest's", async () => {
  const { handlers, registered } = make({ permitted: ["arxiv.org", "*", "x.example/a", "x.example:8443"] });
  for (const site of ["arxiv.org", "huggingface.co", "*", "x.example/a", "x.example:8443", "u@x.example", "", null, "X.Example"]) {
    assert.deepEqual(await handlers["switch-site"]({ site, on: true }), { sites: [] }, String(site));
  }
  assert.deepEqual(registered(), []);
});
