import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, askTab, MESSAGES, onPush, serve, speakThrough } from "../../extension/src/shared/messages.js";
import { directTransport } from "../../extension/src/shared/transport-direct.js";
import { runtimeTransport } from "../../extension/src/shared/transport-runtime.js";

const OWN = "chrome-extension://abcdefghijklmnop/";
const ID = "abcdefghijklmnop";
const OPTIONS = { id: ID, url: `${OWN}src/options/options.html`, tab: { id: 3 } };
const CONTENT = { id: ID, url: "https://huggingface.co/papers", tab: { id: 4 } };
const WORKER = { id: ID };

/** chrome.runtime as far as messages go: every listener hears, the first that promises an answer gives it. */
function fakeBrowser(sender) {
  const listeners = new Set();
  const deliver = (message, from) => new Promise((resolve, reject) => {
    let promised = false;
    for (const listener of [...listeners]) promised = listener(structuredClone(message), from, (answer) => resolve(structuredClone(answer))) === true || promised;
    if (!promised) reject(new Error("Could not establish connection. Receiving end does not exist."));
  });
  const browser = {
    runtime: {
      id: ID,
      getURL: (path) => OWN + path,
      sendMessage: (message) => deliver(message, sender),
      onMessage: { addListener: (listener) => listeners.add(listener), removeListener: (listener) => listeners.delete(listener) },
    },
    tabs: { sendMessage: (tab, message) => deliver(message, WORKER) },
  };
  return { browser, deliver };
}

test("the trust table: who may send what", async () => {
  const onlyPages = [
    "pause", "hide-marks", "waiting", "try-now", "resolve-failed", "look-up", "set-keys", "connect", "begin-pairing", "poll-pairing", "disconnect", "papers-on-page",
    "sites", "switch-site", "page-report", "drafts", "draft-open", "kept",
  ];
  for (const name of Object.keys(MESSAGES)) {
    for (const [sender, isPage] of [[OPTIONS, true], [CONTENT, false], [{ ...CONTENT, url: `https://evil.example/?${OWN}` }, false], [{ id: ID, tab: { id: 1 } }, false]]) {
      const { browser } = fakeBrowser(sender);
      const calls = [];
      serve({ [name]: (payload, party) => void calls.push(party) }, runtimeTransport(browser));
      speakThrough(runtimeTransport(browser));
      if (isPage || !onlyPages.includes(name)) {
        await ask(name, {});
        assert.deepEqual(calls, [isPage ? "page" : "content"], name);
      } else {
        await assert.rejects(ask(name, {}), { code: "not-allowed" });
        assert.deepEqual(calls, [], name);
      }
    }
  }
});

test("another extension, a push, and an unknown name are not answered", async () => {
  const { browser, deliver } = fakeBrowser(OPTIONS);
  let called = 0;
  serve({ status: () => void (called += 1) }, runtimeTransport(browser));
  for (const [message, sender] of [[{ ask: "status" }, { id: "another", url: OPTIONS.url }], [{ push: "changed" }, WORKER], [{ ask: "toString" }, OPTIONS], [{ ask: "__proto__" }, OPTIONS], ["status", OPTIONS], [null, OPTIONS]]) {
    await assert.rejects(deliver(message, sender));
  }
  assert.equal(called, 0);
});

test("what a handler throws arrives as a rejection with its words and its code", async () => {
  for (const make of [() => { const { browser } = fakeBrowser(CONTENT); return runtimeTransport(browser); }, directTransport]) {
    const transport = make();
    speakThrough(transport);
    serve({
      create: async () => { throw Object.assign(new Error("The disk is full."), { code: "quota" }); },
      edit: () => { throw null; },
    }, transport);
    await assert.rejects(ask("create", { draft: {} }), { name: "AskError", code: "quota", message: "The disk is full." });
    await assert.rejects(ask("edit", {}), { code: "internal", message: /went wrong/ });
    await assert.rejects(ask("status"), { code: "nobody" });
  }
});

test("an extension that was updated says so in the tabs that it left behind", async () => {
  const { browser } = fakeBrowser(CONTENT);
  speakThrough(runtimeTransport(browser));
  browser.runtime.sendMessage = async () => { throw new Error("Extension context invalidated."); };
  await assert.rejects(ask("status"), { code: "cut-off", message: /Reload this page/ });
  browser.runtime.id = undefined;
  await assert.rejects(ask("status"), { code: "cut-off" });
});

test("pushes are heard from the worker and our own pages alone", async () => {
  const { browser, deliver } = fakeBrowser(WORKER);
  speakThrough(runtimeTransport(browser));
  const heard = [];
  const stop = onPush((push) => heard.push(push.papers));
  const send = (papers, sender) => deliver({ push: "changed", papers, status: {} }, sender).catch(() => undefined);
  await send(["a"], WORKER);
  await send(["b"], OPTIONS);
  await send(["c"], CONTENT);
  await send(["d"], { id: "another" });
  stop();
  await send(["e"], WORKER);
  assert.deepEqual(heard, [["a"], ["b"]]);
});

test("one tab is asked through chrome.tabs, and a tab without Postil is nobody", async () => {
  const { browser } = fakeBrowser(OPTIONS);
  speakThrough(runtimeTransport(browser));
  await assert.rejects(askTab(4, "papers-on-page"), { code: "nobody" });
});

test("in one page both sides keep their own copies", async () => {
  const transport = directTransport();
  const own = { papers: { a: [] }, people: {}, labels: {} };
  serve({ notes: ({ papers }) => { papers.push("x"); return own; } }, transport);
  speakThrough(transport);
  const papers = ["a"];
  const answer = await ask("notes", { papers });
  answer.papers.a.push("changed");
  assert.deepEqual([papers, own.papers.a], [["a"], []]);
});
