// What the content side says: plain, short, the same word for the same thing everywhere.
import { counted, listed, locale, phrase } from "../shared/phrase.js";

/** @import {Key} from "../shared/phrase.js" */
/** @import {AnchorResult, Difference, Group, Note, Person, Status} from "../shared/types.js" */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Relative up to a week, then a date.
 * @param {string} time  RFC 3339
 * @param {number} [now]  milliseconds
 */
export function when(time, now = Date.now()) {
  const then = Date.parse(time);
  if (Number.isNaN(then)) return "";
  const past = now - then;
  if (past < MINUTE) return phrase("just_now");
  const ago = new Intl.RelativeTimeFormat(locale());
  if (past < HOUR) return ago.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return ago.format(-Math.floor(past / HOUR), "hour");
  if (past < 7 * DAY) return ago.format(-Math.floor(past / DAY), "day");
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric" }).format(then);
}

/** @param {string} time  in full, for a title */
export function exactly(time) {
  const then = Date.parse(time);
  return Number.isNaN(then) ? "" : new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(then);
}

/**
 * @param {Note} note
 * @param {Record<string, Person>} people
 */
export function author(note, people) {
  if (note.mine) return phrase("author_you");
  const person = people[note.creator];
  return person?.display_name || person?.name || phrase("author_someone");
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
  return group.kind === "personal" ? phrase("only_me") : group.name;
}

/**
 * What is to be said of a note's way to the server; null when all is well.
 * @param {Note} note
 * @returns {{tone: "muted" | "bad", text: string} | null}
 */
export function sending(note) {
  if (note.failed) return { tone: "bad", text: phrase("sending_failed", note.failed) };
  if (note.pending) return { tone: "muted", text: phrase("sending_waiting") };
  return null;
}

/**
 * @param {Note} note
 * @param {AnchorResult | null} result  null: a note on the whole paper
 */
export function placeOf(note, result) {
  if (result === "changed") return phrase(note.mine ? "place_changed_mine" : "place_changed");
  if (result === "lost") return phrase("place_lost");
  return result === "not on this view" ? phrase("place_hidden") : "";
}

/** What may be done about it, and by whom. @param {Note} note @param {"changed" | "lost"} result @param {string} name  its author's */
export function whatToDo(note, result, name) {
  if (note.mine) return phrase(result === "lost" ? "do_lost" : "do_changed");
  return phrase(result === "lost" ? "theirs_lost" : "theirs_changed", name);
}

/** @param {Difference} difference */
export function differenceLine({ kind, was, is }) {
  if (!was) return phrase(kind === "number" ? "number_put_in" : "negation_put_in", is);
  if (!is) return phrase(kind === "number" ? "number_taken_out" : "negation_taken_out", was);
  return phrase(kind === "number" ? "number_changed" : "negation_changed", was, is);
}

/** Why a selection cannot be marked: the codes of anchoring/describe.js and of selection.js. */
const REFUSALS = /** @type {Record<string, Key>} */ ({
  across: "refused_across",
  "two papers": "refused_two_papers",
  "another paper": "refused_another_paper",
  "nothing selected": "refused_nothing",
  "one character": "refused_one_character",
  "too long": "refused_too_long",
});

/** @param {string} code */
export function refusal(code) {
  return phrase(REFUSALS[code] ?? "refused");
}

/**
 * @param {number} count
 * @param {number} fresh
 * @param {boolean} waiting
 */
export function badgeName(count, fresh, waiting) {
  const parts = [count ? counted("notes", count) : phrase("no_notes")];
  if (fresh) parts.push(counted("new_notes", fresh));
  if (waiting) parts.push(phrase("badge_waiting"));
  return listed(parts);
}

/** @param {Status} status */
export function problemLine(status) {
  if (status.problem) return status.problem.message;
  if (status.failed) return counted("failed_notes", status.failed);
  return "";
}

/** @param {unknown} error  what an ask was rejected with: its message is fit to be shown */
export function farEndLine(error) {
  return error instanceof Error ? error.message : phrase("no_answer");
}

/** @param {string} typed  tags as typed, parted by commas */
export function tagsOf(typed) {
  const tags = typed.split(",").map((tag) => tag.trim().replace(/^#/, "").replace(/\s+/g, " "));
  return [...new Set(tags.filter(Boolean))];
}
