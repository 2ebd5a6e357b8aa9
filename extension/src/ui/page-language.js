// A page of the extension in its reader's language: the frame, which its HTML cannot write by itself.
import { direction, language, phrase, speak } from "../shared/phrase.js";

/** @param {import("../shared/phrase.js").Key} title */
export function speakOnPage(title) {
  speak(navigator.languages);
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = phrase(title);
}
