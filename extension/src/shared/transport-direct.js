// Messages on the server's own pages, where both sides run in one document and no extension is needed.
// Payloads and answers are copied, so that neither side can change what the other holds, as with real messages.

/**
 * @typedef {import("./messages.js").Push} Push
 * @typedef {import("./messages.js").Transport} Transport
 */

/** @returns {Transport & {push: (push: Push) => void}} */
export function directTransport() {
  /** @type {Array<Parameters<Transport["receive"]>[0]>} */
  const answerers = [];
  /** @type {Set<(push: Push) => void>} */
  const listeners = new Set();
  return {
    send: async (message) => {
      for (const answer of answerers) {
        const reply = answer(structuredClone(message), "page", {});
        if (reply) return structuredClone(await reply);
      }
      return undefined;
    },
    receive: (answer) => {
      answerers.push(answer);
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (push) => {
      for (const listener of listeners) listener(structuredClone(push));
    },
  };
}
