// What is selected, in our own shadow root too: a selection seen from the document ends at the shadow's host.

/**
 * @param {Document} doc
 * @param {ShadowRoot} root
 * @returns {Range | null}  live, over the page's text or over our own; null when nothing is selected
 */
export function selectedRange(doc, root) {
  const selection = doc.getSelection();
  if (!selection?.rangeCount) return null;
  return rangeOver(doc, within(selection, root)) ?? rangeOver(doc, selection.getRangeAt(0));
}

/**
 * A drag that began in a text of ours and was let go beside it: what is selected ends in the text again, and is not turned
 * round by the page beneath, which comes before us in the document.
 * @param {Document} doc
 * @param {ShadowRoot} root
 * @param {Element} text
 * @param {{node: Node, offset: number} | null} end
 */
export function endSelectionAt(doc, root, text, end) {
  const selection = doc.getSelection();
  const range = selection?.rangeCount ? within(selection, root) : null;
  if (!selection || !range || !end || !text.contains(end.node)) return;
  /** @type {Array<[Node, number]>} */
  const ends = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
  const inside = ends.filter(([node]) => text.contains(node));
  if (inside.length === 1) selection.setBaseAndExtent(...inside[0], end.node, end.offset);
}

/**
 * Browsers take the shadow roots in an options object; some of before took them as plain arguments; Chromium of before had
 * a selection for each root.
 * @param {Selection} selection
 * @param {ShadowRoot} root
 * @returns {AbstractRange | null}
 */
function within(selection, root) {
  if (typeof selection.getComposedRanges !== "function") {
    const own = /** @type {{getSelection?: () => Selection | null}} */ (/** @type {unknown} */ (root)).getSelection?.();
    return own?.rangeCount ? own.getRangeAt(0) : null;
  }
  const plain = /** @type {(...roots: ShadowRoot[]) => StaticRange[]} */ (/** @type {unknown} */ (selection.getComposedRanges));
  return composed(() => selection.getComposedRanges({ shadowRoots: [root] })) ?? composed(() => plain.call(selection, root));
}

/** @param {() => StaticRange[]} ask  throws where the browser wants its argument otherwise */
function composed(ask) {
  try {
    return ask()[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {Document} doc
 * @param {AbstractRange | null} range
 */
function rangeOver(doc, range) {
  if (!range || range.startContainer.getRootNode() !== range.endContainer.getRootNode()) return null;
  const live = doc.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.collapsed ? null : live;
}
