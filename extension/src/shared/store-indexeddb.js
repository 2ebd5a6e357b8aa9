// The Store over IndexedDB, for the server's own pages and for Firefox. Strict durability: "saved" means on disk.
import { NotKept } from "./not-kept.js";
import { phrase } from "./phrase.js";

/** @typedef {import("./types.js").Store} Store */

const TABLE = "kept";
const LAST = "\uffff";

/**
 * @param {string} name
 * @param {IDBFactory} [factory]
 * @returns {Store}
 */
export function indexedDbStore(name = "postil", factory = indexedDB) {
  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;
  const database = () => (opening ??= open(factory, name, () => {
    opening = null;
  }));
  return {
    get: async (key) => finished(read(await database()).get(key)),
    set: async (key, value) => write(await database(), (table) => table.put(value, key)),
    remove: async (key) => write(await database(), (table) => table.delete(key)),
    list: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, prefix + LAST);
      const table = read(await database());
      const [keys, values] = await Promise.all([finished(table.getAllKeys(range)), finished(table.getAll(range))]);
      return keys.map((key, i) => [String(key), values[i]]);
    },
  };
}

/** @param {IDBFactory} factory @param {string} name @param {() => void} closed @returns {Promise<IDBDatabase>} */
function open(factory, name, closed) {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      const database = request.result;
      // Another tab may bring a newer version: make way, and open again when next asked.
      database.onversionchange = () => {
        database.close();
        closed();
      };
      database.onclose = closed;
      resolve(database);
    };
    request.onerror = () => {
      closed();
      reject(request.error?.name === "InvalidStateError" ? new Error(phrase("keeps_nothing")) : request.error);
    };
  });
}

/** @param {IDBDatabase} database */
function read(database) {
  return database.transaction(TABLE, "readonly").objectStore(TABLE);
}

/**
 * @param {IDBDatabase} database @param {(table: IDBObjectStore) => IDBRequest} change
 * @returns {Promise<void>}
 */
function write(database, change) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new NotKept(transaction.error));
    change(transaction.objectStore(TABLE));
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function finished(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
