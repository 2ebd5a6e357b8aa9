// The paper that an address or a DOI names, on the sites whose pages Postil reads: only what is certain, and as the server
// has it (server/postil/paper_keys.py).

import { arxivId, huggingFacePaper } from "./paper-key.js";

/**
 * @typedef {object} PaperId
 * @property {string} id  without version
 * @property {string} key  its scheme, a colon, the id
 * @property {number | null} version
 */

export const ARXIV_HOSTS = ["arxiv.org", "www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"];
export const AR5IV_HOSTS = ["ar5iv.labs.arxiv.org", "ar5iv.org", "www.ar5iv.org"];
export const ALPHAXIV_HOSTS = ["alphaxiv.org", "www.alphaxiv.org"];
export const OPENREVIEW_HOSTS = ["openreview.net", "www.openreview.net"];
export const ACL_HOSTS = ["aclanthology.org", "www.aclanthology.org"];
export const BIORXIV_HOSTS = ["biorxiv.org", "www.biorxiv.org", "medrxiv.org", "www.medrxiv.org"];
export const S2_HOSTS = ["semanticscholar.org", "www.semanticscholar.org"];

const DOI = /^10\.\d{4,9}(?:\.\d{1,9})*\/\S+$/u;
const PREPRINT_DOI = /^(10\.(?:1101|64898)\/\d[\d.]*)v([1-9]\d{0,5})$/u;
const OLD_ACL = /^([a-z]\d{2}-\d{4})(?:v([1-9]\d?))?$/iu;
const NEW_ACL = /^(\d{4}\.\w{1,40}(?:-\w{1,40})*\.\d{1,5})(?:v([1-9]\d?))?$/iu;

/**
 * @param {string} href  absolute, or as a link on `base` has it
 * @param {string} [base]
 * @returns {PaperId | null}  null: no page of one paper, or a site that is not known
 */
export function paperAt(href, base) {
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  const isPlain = url && /^https?:$/u.test(url.protocol) && !url.port && !url.username && !url.password;
  const read = isPlain && SITES.get(url.hostname);
  const path = read ? decoded(url.pathname) : null;
  return read && path ? read(path, url) : null;
}

/**
 * @param {string} text  "10.1000/x", "doi:10.1000/x" or its address
 * @returns {PaperId | null}
 */
export function doiPaper(text) {
  const bare = decoded(text.trim())?.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/+(?:doi:\s*)?|doi:\s*|info:doi\/)/iu, "");
  const doi = bare?.replace(/[A-Z]/gu, (letter) => letter.toLowerCase()).replace(/[.,; ]+$/u, "");
  if (!doi || !DOI.test(doi)) return null;
  if (doi.startsWith("10.48550/arxiv.")) return arxivId(doi.slice("10.48550/arxiv.".length));
  const preprint = PREPRINT_DOI.exec(doi);
  if (preprint) return named("doi", preprint[1], preprint[2]);
  return (doi.startsWith("10.18653/v1/") && aclId(doi.slice("10.18653/v1/".length))) || named("doi", doi);
}

/**
 * @param {string} text  "P17-1001", "2020.acl-main.447"
 * @returns {PaperId | null}
 */
export function aclId(text) {
  const old = OLD_ACL.exec(text);
  if (old) return named("acl", old[1].toUpperCase(), old[2]);
  const modern = NEW_ACL.exec(text);
  return modern && named("acl", modern[1].toLowerCase(), modern[2]);
}

/**
 * @param {string} text
 * @returns {PaperId | null}
 */
export function openReviewId(text) {
  return /^[\w-]{1,64}$/u.test(text) ? named("openreview", text) : null;
}

/** @type {Record<string, string>} */
const PAGES = {
  arxiv: "https://arxiv.org/abs/",
  doi: "https://doi.org/",
  acl: "https://aclanthology.org/",
  openreview: "https://openreview.net/forum?id=",
  s2: "https://www.semanticscholar.org/paper/",
  pmid: "https://pubmed.ncbi.nlm.nih.gov/",
  pmc: "https://pmc.ncbi.nlm.nih.gov/articles/",
};

/**
 * The page to send a reader to.
 * @param {PaperId} paper
 */
export function pageOf({ key, id }) {
  return PAGES[key.slice(0, key.indexOf(":"))] + encodeURI(id).replace(/[?#]/gu, encodeURIComponent);
}

/**
 * @param {string} scheme
 * @param {string} id
 * @param {string} [version]
 * @returns {PaperId}
 */
function named(scheme, id, version) {
  return { id, key: `${scheme}:${id}`, version: version ? Number(version) : null };
}

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/**
 * Percent-decoding to the end, so that a key is always the same.
 * @param {string} text
 * @returns {string | null}  null when something invisible is in it
 */
function decoded(text) {
  try {
    let plain = text;
    while (decodeURIComponent(plain) !== plain) plain = decodeURIComponent(plain);
    return UNSEEN.test(plain) ? null : plain;
  } catch {
    return null;
  }
}

/**
 * @typedef {(path: string, url: URL) => PaperId | null} Site
 *
 * @param {RegExp} pattern  its group is the id
 * @param {(id: string) => PaperId | null} read
 * @returns {Site}
 */
function inPath(pattern, read) {
  return (path) => {
    const id = pattern.exec(path.replace(/\/+$/u, ""))?.[1];
    return id ? read(id) : null;
  };
}

/** The paper is `id`; `noteId` is a comment on it. @type {Site} */
function openReviewPage(path, url) {
  const ids = new Set(url.searchParams.getAll("id"));
  return /^\/+(?:forum|pdf|attachment)\/*$/u.test(path) && ids.size === 1 ? openReviewId([...ids][0].trim()) : null;
}

const ARXIV_PAGE = inPath(/^\/+(?:abs|pdf|html|format|ps|src|e-print)\/+(.+)$/iu, arxivId);
const ALPHAXIV_PAGE = inPath(/^\/+(?:abs|pdf|html|overview)\/+(.+)$/iu, arxivId);
const ACL_PAGE = inPath(/^\/+(?:anthology\/+)?([^/]+?)(?:\.pdf|\.bib|\.xml|\.endf)?$/iu, aclId);
const BIORXIV_PAGE = inPath(/^\/+content\/+(10\.\d+\/\d[\d.]*?(?:v\d+)?)(?:\.[a-z][a-z.+-]*)?$/iu, doiPaper);
const S2_PAGE = inPath(/^\/+(?:paper|reader)\/+(?:[^/]+\/+)?([0-9a-f]{40})(?:\/.*)?$/iu, (id) => named("s2", id.toLowerCase()));
/** A slash at its end is the DOI's own. @type {Site} */
const DOI_PAGE = (path) => doiPaper(/^\/+(?:doi:\s*)?(10\..+)$/iu.exec(path)?.[1] ?? "");
const PUBMED_PAGE = inPath(/^\/+([1-9]\d{0,8})$/u, (id) => named("pmid", id));
const PMC_PAGE = inPath(/^\/+articles\/+(PMC[1-9]\d{0,8})(?:\/.*)?$/iu, (id) => named("pmc", id.toUpperCase()));

/** Whole host names: a pattern would let arxiv.org.example.com in. @type {Map<string, Site>} */
const SITES = new Map([
  ...sites([...ARXIV_HOSTS, ...AR5IV_HOSTS], ARXIV_PAGE),
  ...sites(ALPHAXIV_HOSTS, ALPHAXIV_PAGE),
  ...sites(["huggingface.co"], (_path, url) => huggingFacePaper(url.href)),
  ...sites(OPENREVIEW_HOSTS, openReviewPage),
  ...sites([...ACL_HOSTS, "aclweb.org", "www.aclweb.org"], ACL_PAGE),
  ...sites(BIORXIV_HOSTS, BIORXIV_PAGE),
  ...sites(S2_HOSTS, S2_PAGE),
  ...sites(["doi.org", "dx.doi.org", "www.doi.org"], DOI_PAGE),
  ...sites(["pubmed.ncbi.nlm.nih.gov"], PUBMED_PAGE),
  ...sites(["pmc.ncbi.nlm.nih.gov"], PMC_PAGE),
]);

/**
 * @param {string[]} hosts
 * @param {Site} read
 * @returns {Array<[string, Site]>}
 */
function sites(hosts, read) {
  return hosts.map((host) => [host, read]);
}
