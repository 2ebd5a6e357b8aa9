// What an adapter answers for one paper, made of what it found.

import { pageOf } from "./paper-address.js";

/**
 * @typedef {import("../shared/types.js").PaperOnPage} PaperOnPage
 * @typedef {import("./paper-address.js").PaperId} PaperId
 *
 * @typedef {object} Found
 * @property {string} source
 * @property {Element | null} [title]
 * @property {Element | null} [abstract]
 * @property {Element | null} [fulltext]
 * @property {string} [aside]
 * @property {Element | null} [card]  the title, where nothing else is said: a badge is placed by all that stands in its card
 * @property {{title?: string, abstract?: string}} [plain]  plain text of what the page does not show, or not whole
 *
 * @param {PaperId | null} id
 * @param {Found} found
 * @returns {PaperOnPage[]}  none where there is no paper, or nothing to show of it
 */
export function paperOnPage(id, { source, title, abstract, fulltext, aside, card = title ?? abstract, plain }) {
  if (!id || !card) return [];
  return [
    {
      key: id.key,
      card,
      fields: { ...(title && { title }), ...(abstract && { abstract }), ...(fulltext && { fulltext }) },
      ...(plain?.title && { title: plain.title }),
      ...(plain?.abstract && { abstract: plain.abstract }),
      ...(aside && { aside }),
      source,
      ...(id.version && { version: id.version }),
      url: pageOf(id),
    },
  ];
}
