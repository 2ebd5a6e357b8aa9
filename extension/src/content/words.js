// What the content side says: plain, short, the same word for the same thing everywhere.

/** @import {AnchorResult, Group, Note, Person, Status} from "../shared/types.js" */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * Relative up to a week, then a date.
 * @param {string} time  RFC 3339
 * @param {number} [now]  milliseconds
 */
export function when(time, now = Date.now()) {
  const then = Date.parse(time);
  if (Number.isNaN(then)) return "";
  const past = now - then;
  if (past < MINUTE) return "just now";
  if (past < HOUR) return `${counted(Math.floor(past / MINUTE), "minute")} ago`;
  if (past < DAY) return `${counted(Math.floor(past / HOUR), "hour")} ago`;
  if (past < 7 * DAY) return `${counted(Math.floor(past / DAY), "day")} ago`;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }).format(then);
}

/** @param {string} time  in full, for a title */
export function exactly(time) {
  const then = Date.parse(time);
  return Number.isNaN(then) ? "" : new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(then);
}

/**
 * @param {Note} note
 * @param {Record<string, Person>} people
 */
export function author(note, people) {
  if (note.mine) return "You";
  const person = people[note.creator];
  return person?.display_name || person?.name || "Someone";
}

/** Two letters that stand for a person beside the name. @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]].map((word) => [...word][0]) : [...words[0]].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

/**
 * @param {string} id
 * @param {Group[]} groups
 */
export function groupName(id, groups) {
  const group = groups.find((one) => one.id === id);
  if (!group) return "";
  return group.kind === "personal" ? "Only me" : group.name;
}

/**
 * What is to be said of a note's way to the server; null when all is well.
 * @param {Note} note
 * @returns {{tone: "muted" | "bad", text: string} | null}
 */
export function sending(note) {
  if (note.failed) return { tone: "bad", text: `Could not be sent: ${note.failed}` };
  if (note.pending) return { tone: "muted", text: "Waiting to be sent" };
  return null;
}

/**
 * @param {Note} note
 * @param {AnchorResult | null} result  null: a note on the whole paper
 */
export function placeOf(note, result) {
  if (result === "changed") return note.mine ? "Changed since you marked it" : "Changed since it was marked";
  if (result === "lost") return "Not found on this page";
  return result === "not on this view" ? "Not on this view" : "";
}

/** Why a selection cannot be marked: the codes of anchoring/describe.js and of selection.js. */
const REFUSALS = /** @type {Record<string, string>} */ ({
  across: "Select within one title or one abstract to mark it.",
  "two papers": "This reaches over two papers. Select within one to mark it.",
  "nothing selected": "There is nothing here to mark. Select some words.",
  "one character": "One character is too little to mark. Select a word.",
  "too long": "This is too long to mark. Select less.",
});

/** @param {string} code */
export function refusal(code) {
  return REFUSALS[code] ?? "This cannot be marked.";
}

/**
 * @param {number} count
 * @param {number} fresh
 * @param {boolean} waiting
 */
export function badgeName(count, fresh, waiting) {
  const parts = [count ? counted(count, "note") : "No notes"];
  if (fresh) parts.push(`${fresh} new`);
  if (waiting) parts.push("waiting to be sent");
  return parts.join(", ");
}

/** @param {Status} status */
export function problemLine(status) {
  if (status.problem) return status.problem.message;
  if (status.failed) return `${counted(status.failed, "note")} could not be sent. Open Postil to see why.`;
  return "";
}

/** @param {unknown} error  what an ask was rejected with: its message is fit to be shown */
export function farEndLine(error) {
  return error instanceof Error ? error.message : "Postil did not answer. Reload this page.";
}

/** @param {string} typed  tags as typed, parted by commas */
export function tagsOf(typed) {
  const tags = typed.split(",").map((tag) => tag.trim().replace(/^#/, "").replace(/\s+/g, " "));
  return [...new Set(tags.filter(Boolean))];
}
