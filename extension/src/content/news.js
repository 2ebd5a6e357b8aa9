// What those hear who do not see a badge change: that the server is away, that it is back and has what waited, that something could not
// be sent. Each is said once.
import { counted, phrase } from "../shared/phrase.js";

/** @import {Status} from "../shared/types.js" */

/** @param {(text: string) => void} say */
export function createNews(say) {
  /** Whether the reader was told that something waits. */
  let isOwed = false;
  /**
   * @param {Status} before
   * @param {Status} now
   */
  return (before, now) => {
    const isAway = now.problem !== null;
    const isBack = isOwed && !isAway && !now.waiting;
    isOwed = !isBack && (isOwed || (isAway && now.waiting > 0));
    if (now.failed > before.failed) say(counted("failed_notes", now.failed));
    else if (now.problem && now.problem.code !== before.problem?.code) say(now.problem.message);
    else if (isBack) say(phrase("said_sent"));
  };
}
