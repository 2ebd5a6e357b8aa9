// What the stores say where a browser keeps nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { indexedDbStore } from "../../extension/src/shared/store-indexeddb.js";

/** As Firefox answers an extension when it is set never to remember history. */
const refusing = {
  open() {
    const request = { error: new DOMException("A mutation operation was attempted on a database that did not allow mutations.", "InvalidStateError") };
    queueMicrotask(() => request.onerror());
    return request;
  },
};

test("a browser that keeps nothing is named as the reason", async () => {
  const store = indexedDbStore("postil", /** @type {any} */ (refusing));
  await assert.rejects(store.set("a", 1), /set never to remember history/);
  await assert.rejects(store.get("a"), /set never to remember history/); // asked again each time: the setting may have changed
});
