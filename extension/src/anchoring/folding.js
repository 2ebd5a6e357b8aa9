// A folded text as it grows, and the way back from it to the text that was folded.

export class Folding {
  written = "";
  /** Where each stretch begins in the folded text. @type {number[]} */
  #begins = [];
  /** What it came from. @type {number[]} */
  #starts = [];
  /** @type {number[]} */
  #ends = [];
  /** Whether it came character by character, or as a whole. @type {boolean[]} */
  #copied = [];
  #text;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  /** @param {number} start @param {number} end */
  copy(start, end) {
    if (start < end) this.#write(start, end, this.#text.slice(start, end), true);
  }

  /** @param {number} start @param {number} end @param {string} spelling  of text[start, end) */
  put(start, end, spelling) {
    if (spelling) this.#write(start, end, spelling, false);
  }

  /** @param {number} start @param {number} end @param {string} spelling @param {boolean} copied */
  #write(start, end, spelling, copied) {
    this.#begins.push(this.written.length);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#copied.push(copied);
    this.written += spelling;
  }

  /**
   * The stretch of the text that a stretch of the folded text came from.
   * @param {number} start
   * @param {number} end
   */
  source(start, end) {
    const [first, last] = [this.#stretchAt(start), this.#stretchAt(end - 1)];
    if (first < 0 || last < 0) return { start: 0, end: 0 };
    return {
      start: this.#starts[first] + (this.#copied[first] ? start - this.#begins[first] : 0),
      end: this.#copied[last] ? this.#starts[last] + end - this.#begins[last] : this.#ends[last],
    };
  }

  /** @param {number} at */
  #stretchAt(at) {
    let low = 0;
    let high = this.#begins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#begins[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
}
