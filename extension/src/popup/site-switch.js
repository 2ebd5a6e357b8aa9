// In the popup: Postil switched on, or off again, for the site beside it. The browser is asked for that site alone, in the click itself.
import { html, nothing, render } from "lit-html";
import { alwaysOn } from "../background/sites.js";
import { ask, messageOf } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";

/**
 * @param {HTMLElement} root
 * @param {URL | null} url  of the page beside
 * @param {() => Promise<void>} changed  the page is read now, or is no longer
 */
export async function showSiteSwitch(root, url, changed) {
  const site = url?.protocol === "https:" && !alwaysOn(chrome.runtime.getManifest()).includes(url.hostname) ? url.hostname : null;
  if (!site) return render(nothing, root);
  const { sites } = await ask("sites", undefined);
  draw(root, site, sites.includes(site), "", changed);
}

/**
 * @param {HTMLElement} root
 * @param {string} site
 * @param {boolean} isOn
 * @param {string} said
 * @param {() => Promise<void>} changed
 */
function draw(root, site, isOn, said, changed) {
  const to = async (/** @type {boolean} */ on) => {
    // Nothing is awaited before this: the browser asks in a click alone. It may close this popup while it asks, so the wish is told already.
    const permission = on ? chrome.permissions.request({ origins: [`https://${site}/*`] }) : Promise.resolve(true);
    const wish = ask("switch-site", { site, on });
    try {
      const [may] = await Promise.all([permission, wish]);
      const { sites } = await ask("switch-site", { site, on: on && may });
      await changed();
      draw(root, site, sites.includes(site), may ? "" : phrase("site_not_allowed", site), changed);
    } catch (error) {
      draw(root, site, isOn, messageOf(error), changed);
    }
  };
  render(html`
    <section aria-label=${phrase("site")}>
      ${isOn
        ? html`<button type="button" class="quiet" @click=${() => void to(false)}>${phrase("site_off", site)}</button>`
        : html`<button type="button" @click=${() => void to(true)}>${phrase("site_on", site)}</button>
          <p class="small muted">${phrase("site_about")}</p>`}
      ${said ? html`<p class="small" role="status">${said}</p>` : nothing}
    </section>`, root);
}
