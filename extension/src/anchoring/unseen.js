// What of a page's text a reader does not see: it never enters the canonical text. Attributes and known classes tell most of it, in
// any document; where the page is rendered, computed style tells the rest.

const NAMES = new Set(
  "audio canvas datalist embed head iframe noscript object rp rt script style svg template title video".split(" "),
);
const CLASSES = ["sr-only", "visually-hidden", "ltx_note_outer"];
/** How clip and clip-path spell "nothing of it". */
const CLIPPED = /^rect\((?:[01]px[, ]*)+\)$|^inset\((?:50|100)%/u;

/**
 * @typedef {(element: Element) => boolean} Test
 *
 * @param {Node} root  of the field: what is hidden with all of it (an abstract that is folded away) is none the less its text
 * @returns {Test}
 */
export function unseenIn(root) {
  const view = root.ownerDocument?.defaultView;
  const isOff = view ? hiddenByStyle(view, root) : () => false;
  return (element) => NAMES.has(element.localName) || (element.hasAttributes() && (hiddenByMarkup(element) || isOff(element)));
}

/** @param {Element} element */
function hiddenByMarkup(element) {
  if (element.hasAttribute("data-postil")) return true;
  const hidden = element.getAttribute("hidden");
  if (hidden !== null && hidden !== "until-found") return true;
  if (CLASSES.some((token) => element.classList.contains(token))) return true;
  return /display\s*:\s*none/iu.test(element.getAttribute("style") ?? "");
}

/**
 * @param {Window} view
 * @param {Node} root
 * @returns {Test}
 */
function hiddenByStyle(view, root) {
  const owner = root.nodeType === 1 ? /** @type {Element} */ (root) : null;
  const visible = !owner || view.getComputedStyle(owner).visibility === "visible";
  return (element) => {
    const style = view.getComputedStyle(element);
    if (style.display === "none" || (visible && style.visibility !== "visible")) return true;
    return style.position === "absolute" && isClippedAway(style);
  };
}

/**
 * The ways to leave text to screen readers alone.
 * @param {CSSStyleDeclaration} style
 */
function isClippedAway(style) {
  if (CLIPPED.test(style.clip) || CLIPPED.test(style.clipPath)) return true;
  return style.overflow === "hidden" && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
}
