// What is offered for words that were read: marks to make of them, or the line that says why there are none.
import { destination } from "./save-to.js";
import { refusal } from "./words.js";

/** @import {Status} from "../shared/types.js" */
/** @import {Attaching} from "./attaching.js" */
/** @import {Picked, Reading} from "./selection.js" */

/** @typedef {{picked: Picked, line: null} | {picked: null, line: string}} Offer */

/**
 * @param {Reading} reading
 * @param {Status} status
 * @param {Attaching} attaching
 * @param {string} connect  what to say while there is nowhere to save to
 * @returns {Offer}
 */
export function offerOf(reading, status, attaching, connect) {
  if (reading.picked && attaching.refuses(reading.picked.paper)) return { picked: null, line: refusal("another paper") };
  if (!status.paired || !destination(status)) return { picked: null, line: status.problem?.message ?? connect };
  return reading.picked ? { picked: reading.picked, line: null } : { picked: null, line: refusal(reading.refused) };
}
