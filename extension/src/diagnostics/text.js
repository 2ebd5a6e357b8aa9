// A report as text, a page a line.

/** @typedef {import("../content/report.js").PageReport} PageReport */

/**
 * @param {string} version
 * @param {string} browser
 * @param {(PageReport | null)[]} pages
 */
export function reportText(version, browser, pages) {
  const silent = pages.filter((page) => page === null).length;
  const lines = pages.flatMap((page) => (page ? lineOf(page) : []));
  return [`Postil ${version}`, browser, ...lines, ...(silent ? [`${silent} open without an answer (reload them)`] : [])].join("\n");
}

/** @param {PageReport} page */
function lineOf(page) {
  const { adapter, host, path, links, papers, fields, marks } = page;
  const found = `papers ${papers}: title ${fields.title}, abstract ${fields.abstract}, full text ${fields.fulltext}; links to papers ${links}`;
  const notes = Object.entries(marks).map(([result, count]) => `${result} ${count}`).join(", ");
  return [`${host}${path}`, adapter ?? "no adapter", found, notes && `marks: ${notes}`, trouble(page)].filter(Boolean).join(" | ");
}

/** @param {PageReport} page @returns {string} empty when all is well */
export function trouble({ missing }) {
  return missing.length ? `NOT FOUND: ${missing.join(", ")}` : "";
}
