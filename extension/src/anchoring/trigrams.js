// Where a text may hold something like a pattern: the places on whose diagonal many of the pattern's trigrams lie. A match with a
// quarter of its characters edited still shares enough of them (the q-gram lemma), so that nearly all of a long text is never searched.

/** So many meetings of trigrams are counted for one pattern. Rare ones come first: in a text of few letters, the rest tell nothing. */
const MOST_MEETINGS = 100_000;
const MOST_PLACES = 4;
/** Characters between two looks at the clock. */
const STEP = 10_000;
/** The share of the counted trigrams that a place must hold. */
const LEAST_SHARE = 0.2;

/**
 * @typedef {object} Trigrams  of a text, by bucket
 * @property {number} length  of the text
 * @property {number} shift  what a hash is cut down by to the number of a bucket
 * @property {Uint32Array} ends  where each bucket's list of offsets ends
 * @property {Uint32Array} offsets
 */

/**
 * @param {string} text
 * @returns {Generator<void, Trigrams>}
 */
export function* trigramsOf(text) {
  const count = Math.max(text.length - 2, 0);
  const bits = Math.min(Math.max(32 - Math.clz32(count), 8), 16);
  const shift = 32 - bits;
  const ends = new Uint32Array(1 << bits);
  const buckets = new Uint16Array(count);
  for (let from = 0; from < count; from += STEP) {
    countBuckets(text, from, Math.min(from + STEP, count), shift, buckets, ends);
    yield;
  }
  for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket] += ends[bucket - 1];
  const offsets = new Uint32Array(count);
  const next = ends.slice();
  for (let at = count - 1; at >= 0; at--) offsets[--next[buckets[at]]] = at;
  yield;
  return { length: text.length, shift, ends, offsets };
}

/** @param {string} text @param {number} from @param {number} to @param {number} shift @param {Uint16Array} buckets @param {Uint32Array} ends */
function countBuckets(text, from, to, shift, buckets, ends) {
  for (let at = from; at < to; at++) ends[(buckets[at] = bucketAt(text, at, shift))]++;
}

/** @param {string} text @param {number} at @param {number} shift */
function bucketAt(text, at, shift) {
  return Math.imul(text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2), 0x9e3779b1) >>> shift;
}

/**
 * @typedef {{from: number, to: number}} Stretch
 *
 * @param {Trigrams} trigrams
 * @param {string} pattern
 * @param {number} slack  by how much an edited match may be longer or shorter than the pattern
 * @returns {Stretch[]}  of the text, the likeliest first
 */
export function likelyPlaces(trigrams, pattern, slack) {
  const width = slack + 1;
  const votes = new Uint32Array(Math.ceil((trigrams.length + pattern.length) / width) + 2);
  const counted = countVotes(trigrams, pattern, width, votes);
  const least = Math.max(counted * LEAST_SHARE, 1);
  return bestBins(votes, least).map((bin) => ({
    from: Math.max(bin * width - pattern.length - slack, 0),
    to: Math.min((bin + 2) * width + slack, trigrams.length),
  }));
}

/**
 * @param {Trigrams} trigrams
 * @param {string} pattern
 * @param {number} width
 * @param {Uint32Array} votes  by diagonal
 * @returns {number} trigrams that were counted
 */
function countVotes({ ends, offsets, shift }, pattern, width, votes) {
  const buckets = Array.from({ length: Math.max(pattern.length - 2, 0) }, (_, at) => ({ at, bucket: bucketAt(pattern, at, shift) }));
  const size = (/** @type {number} */ bucket) => ends[bucket] - (bucket ? ends[bucket - 1] : 0);
  buckets.sort((one, other) => size(one.bucket) - size(other.bucket));
  let meetings = 0;
  let counted = 0;
  for (const { at, bucket } of buckets) {
    meetings += size(bucket);
    if (meetings > MOST_MEETINGS) break;
    counted++;
    for (let i = bucket ? ends[bucket - 1] : 0; i < ends[bucket]; i++) votes[Math.floor((offsets[i] - at + pattern.length) / width)]++;
  }
  return counted;
}

/**
 * A match lies within two bins that stand beside each other.
 * @param {Uint32Array} votes
 * @param {number} least
 */
function bestBins(votes, least) {
  /** @type {Array<{bin: number, count: number}>} */
  const bins = [];
  for (let bin = 0; bin + 1 < votes.length; bin++) {
    const count = votes[bin] + votes[bin + 1];
    if (count < least) continue;
    const last = bins.at(-1);
    if (!last || last.bin < bin - 2) bins.push({ bin, count });
    else if (count > last.count) bins[bins.length - 1] = { bin, count };
  }
  return bins.sort((one, other) => other.count - one.count).slice(0, MOST_PLACES).map(({ bin }) => bin);
}
