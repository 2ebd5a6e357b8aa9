// How this browser is named on the server's page that asks whether to let it in.
import { phrase } from "../shared/phrase.js";

/** @typedef {{userAgent: string, userAgentData?: {brands: {brand: string}[], platform: string}}} About */

const FAMILIES = ["Google Chrome", "Microsoft Edge", "Opera", "Brave", "Vivaldi"];
const SYSTEMS = /** @type {[RegExp, string][]} */ ([
  [/Android/, "Android"], [/Windows/, "Windows"], [/Mac OS X|Macintosh/, "macOS"], [/CrOS/, "ChromeOS"], [/Linux/, "Linux"],
]);

/** @param {About} [about] */
export function clientName(about = navigator) {
  const brands = about.userAgentData?.brands.map(({ brand }) => brand) ?? [];
  const browser = FAMILIES.find((name) => brands.includes(name)) ?? (/Firefox\//.test(about.userAgent) ? "Firefox" : "Chromium");
  const system = about.userAgentData?.platform || SYSTEMS.find(([pattern]) => pattern.test(about.userAgent))?.[1];
  return system ? phrase("client_on_system", browser, system) : phrase("client", browser);
}
