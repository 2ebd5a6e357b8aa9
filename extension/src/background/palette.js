// The tokens' colours for what the browser draws and no style sheet reaches: the light half of each pair.
import tokens from "../ui/tokens.css";

/** @param {string} token  "bad" for --postil-bad @returns {string} */
export function colourOf(token) {
  return new RegExp(`--postil-${token}: light-dark\\((#[0-9a-f]{6})`).exec(tokens)?.[1] ?? "";
}
