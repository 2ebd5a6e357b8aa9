// The tools as a bundle of their own, which the worker puts beside the content script when that asks for them.
import { speakThrough } from "../shared/messages.js";
import { speak } from "../shared/phrase.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { Tools } from "./tools.js";

speak(navigator.languages);
speakThrough(runtimeTransport());
/** @type {any} */ (globalThis).postilTools = Tools;
