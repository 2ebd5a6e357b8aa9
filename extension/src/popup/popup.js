// The popup of the toolbar button: this page's notes, what waits, what could not be sent, and two switches.
import { render } from "lit-html";
import { closedSites } from "../options/permission.js";
import { ask, askTab, messageOf, onPush, speakThrough } from "../shared/messages.js";
import { phrase } from "../shared/phrase.js";
import { toggled } from "../shared/switches.js";
import { runtimeTransport } from "../shared/transport-runtime.js";
import { speakOnPage } from "../ui/page-language.js";
import { readUnsent, unsentActions } from "../ui/unsent.js";
import { showSiteSwitch } from "./site-switch.js";
import { popupView } from "./view.js";

/**
 * @typedef {import("./view.js").State} State
 * @typedef {import("./view.js").Actions} Actions
 * @typedef {import("../shared/types.js").Status} Status
 */

const root = /** @type {HTMLElement} */ (document.getElementById("popup"));

/** @type {State} */
const state = { status: null, site: null, papers: null, notes: null, operations: [], drafts: [], sure: null, closed: [], said: "" };

/** @type {Actions} */
const actions = {
  ...unsentActions((action) => void does(action), (change) => show(change), (draft) => open(draft)),
  options: () => void chrome.runtime.openOptionsPage(),
  pause: (paused) => void does(() => ask("pause", { site: state.site ?? "", paused }), ({ paused: sites }) => ({ paused: toggled(sites, state.site ?? "", paused) })),
  mute: (group, muted) => void does(() => ask("mute-group", { group, muted }), ({ muted: groups }) => ({ muted: toggled(groups, group, muted) })),
  hide: (hidden) => void does(() => ask("hide-marks", { hidden }), () => ({ hidden })),
};

/** @param {Partial<State>} change */
function show(change) {
  Object.assign(state, change);
  render(popupView(state, actions), root);
}

/**
 * A switch stands where the user put it from the first moment: what is drawn meanwhile would set it back.
 * @param {() => Promise<Status>} action
 * @param {(before: Status) => Partial<Status>} [hoped]
 */
async function does(action, hoped = () => ({})) {
  const { status } = state;
  show({ said: "", status: status && { ...status, ...hoped(status) } });
  try {
    show({ status: await action(), sure: null });
    await look();
  } catch (error) {
    show({ said: messageOf(error), status });
  }
}

/** The page beside takes it up by itself, should it show that paper. @param {import("../shared/types.js").Unfinished} draft */
function open({ paper, url }) {
  if (state.papers?.some(({ key }) => key === paper)) window.close();
  else void chrome.tabs.create({ url });
}

/** Reads again what is shown beside the status. */
async function look() {
  const [unsent, notes] = await Promise.all([
    readUnsent(),
    state.papers ? ask("notes", { papers: state.papers.map(({ key }) => key) }) : null,
  ]);
  show({ ...unsent, notes });
}

/** The page beside the popup; opened as a tab of its own, the popup is told which (`?tab=`). */
async function pageBeside() {
  const named = Number(new URLSearchParams(location.search).get("tab"));
  const [tab] = named ? [await chrome.tabs.get(named)] : await chrome.tabs.query({ active: true, currentWindow: true });
  return tab;
}

async function lookBeside() {
  const tab = await pageBeside();
  if (tab?.id === undefined) return;
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const papers = await askTab(tab.id, "papers-on-page", undefined).then((answer) => answer.papers, () => null);
  const isOurs = papers !== null || (url !== null && state.status?.paused.includes(url.hostname));
  show({ papers, site: isOurs && url ? url.hostname : null, closed: papers ? [] : await closedSites() });
  await showSiteSwitch(/** @type {HTMLElement} */ (document.getElementById("site")), url, async () => {
    await lookBeside();
    await look();
  });
}

async function start() {
  show({ status: await ask("status", undefined) });
  if (!state.status?.paired) return;
  onPush(({ status }) => {
    show({ status });
    void look();
  });
  await lookBeside();
  await look();
}

speakOnPage("popup_title");
speakThrough(runtimeTransport());
start().catch((error) => {
  root.textContent = error instanceof Error ? error.message : phrase("popup_no_answer");
});
