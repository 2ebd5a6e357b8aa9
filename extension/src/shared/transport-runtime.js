// Messages inside the extension: chrome.runtime between worker, pages and content scripts; chrome.tabs towards one tab.
import { AskError } from "./messages.js";
import { phrase } from "./phrase.js";

/**
 * @typedef {import("./messages.js").Message} Message
 * @typedef {import("./messages.js").Push} Push
 * @typedef {import("./messages.js").Transport} Transport
 * @typedef {Pick<typeof chrome, "runtime"> & Partial<Pick<typeof chrome, "tabs">>} Browser
 */

/**
 * @param {Browser} [browser]
 * @returns {Transport}
 */
export function runtimeTransport(browser = chrome) {
  return {
    send: (message, tab) => send(browser, message, tab),
    receive: (answer) => {
      browser.runtime.onMessage.addListener((message, sender, respond) => {
        if (!isAsk(message) || sender.id !== browser.runtime.id) return false;
        const reply = answer(message, isOwnPage(sender, browser) ? "page" : "content", sender);
        if (!reply) return false;
        reply.then(respond);
        return true; // keeps the channel open for the answer
      });
    },
    onPush: (listener) => {
      /** @param {unknown} message @param {chrome.runtime.MessageSender} sender */
      const heard = (message, sender) => {
        if (isPush(message) && isOwn(sender, browser)) listener(message);
      };
      browser.runtime.onMessage.addListener(heard);
      return () => browser.runtime.onMessage.removeListener(heard);
    },
  };
}

/**
 * @param {Browser} browser @param {Message} message @param {number} [tab]
 * @returns {Promise<unknown>}
 */
async function send(browser, message, tab) {
  // After an update of the extension a content script lives on with a runtime that is cut off.
  if (!browser.runtime?.id) throw new AskError("cut-off", phrase("updated"));
  try {
    if (tab === undefined) return await browser.runtime.sendMessage(message);
    return await browser.tabs?.sendMessage(tab, message);
  } catch (error) {
    throw readable(error);
  }
}

/** @param {unknown} error @returns {AskError} */
function readable(error) {
  const text = error instanceof Error ? error.message : String(error);
  if (/context invalidated/i.test(text)) return new AskError("cut-off", phrase("updated"));
  return new AskError("nobody", phrase("no_answer"));
}

/** @param {any} message @returns {message is Message} */
function isAsk(message) {
  return typeof message === "object" && message !== null && typeof message.ask === "string";
}

/** @param {any} message @returns {message is Push} */
function isPush(message) {
  return typeof message === "object" && message !== null && message.push === "changed";
}

/**
 * An options page in a tab has a tab too, so the address alone decides. Nothing of the extension is web-accessible:
 * no other site can put one of its pages into a frame.
 * @param {chrome.runtime.MessageSender} sender @param {Browser} browser
 */
function isOwnPage(sender, browser) {
  return typeof sender.url === "string" && sender.url.startsWith(browser.runtime.getURL(""));
}

/**
 * The worker, which some browsers name without an address, or a page of the extension: never a content script.
 * @param {chrome.runtime.MessageSender} sender @param {Browser} browser
 */
function isOwn(sender, browser) {
  return sender.id === browser.runtime.id && (!sender.tab || isOwnPage(sender, browser));
}
