// A copy of what waits, as a file that people and programs can read.

/** @typedef {import("../shared/types.js").Waiting} Waiting */

/** @param {Waiting[]} operations @param {string} server @param {string} user */
export function copyOf(operations, server, user) {
  const notes = operations.map(({ note, kind, paper, quote, text, tags, theirs, reason }) => ({ note, change: kind, paper, quote, text, tags, theirs, reason }));
  return JSON.stringify({ server, user, notes }, null, 2) + "\n";
}

/** @param {string} text @param {Date} [today] */
export function saveToFile(text, today = new Date()) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `postil-not-sent-${today.toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
