// A write that the browser did not take, whatever its own words for it: the disk is full, or the profile is broken.
import { phrase } from "./phrase.js";

export class NotKept extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(phrase("store_refused"), { cause });
    this.name = "NotKept";
    this.code = "not-kept";
  }
}
