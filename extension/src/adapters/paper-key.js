// arXiv ids: their grammar, and the one key of a paper however it is spelled. The version is told beside the key.

/**
 * @typedef {object} ArxivId
 * @property {string} id  without version: "2504.13171", "hep-th/9901001"
 * @property {string} key  "arxiv:" and the id
 * @property {number | null} version
 */

const OLD_ARCHIVES = new Set(
  ("acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an " +
    "gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio " +
    "quant-ph solv-int supr-con").split(" "),
);
const FIRST_NEW = 704;
const FIRST_FIVE_DIGITS = 1501;
const NEW = /^(\d{2})(\d{2})\.(\d{4,5})$/;
const OLD = /^([a-z-]+)(?:\.[a-z]{2})?\/(\d{2})(\d{2})(\d{3})$/;
const HUGGING_FACE_ID = /^\d{4}\.\d{4,5}$/;

/**
 * @param {string} spelling  an id with or without "arXiv:" and version; no URL
 * @returns {ArxivId | null}
 */
export function arxivId(spelling) {
  const bare = spelling.trim().toLowerCase().replace(/^arxiv:\s*/u, "").replace(/\/{2,}/gu, "/").replace(/(?:\.(?:pdf|ps|gz))+$/u, "");
  const version = /v([1-9]\d*)$/u.exec(bare);
  const id = withoutSubject(version ? bare.slice(0, version.index) : bare);
  return !id ? null : { id, key: `arxiv:${id}`, version: version ? Number(version[1]) : null };
}

/** @param {string} id */
function withoutSubject(id) {
  const modern = NEW.exec(id);
  if (modern) return isNew(modern[1], modern[2], modern[3]) ? id : null;
  const old = OLD.exec(id);
  if (!old || !OLD_ARCHIVES.has(old[1]) || !isOld(old[2], old[3], old[4])) return null;
  return `${old[1]}/${old[2]}${old[3]}${old[4]}`;
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} number
 */
function isNew(year, month, number) {
  const issued = Number(year + month);
  const digits = issued < FIRST_FIVE_DIGITS ? 4 : 5;
  return isMonth(month) && issued >= FIRST_NEW && number.length === digits && Number(number) > 0;
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} number
 */
function isOld(year, month, number) {
  const issued = Number(year + month);
  return isMonth(month) && (issued >= 9107 || issued < FIRST_NEW) && Number(number) > 0;
}

/** @param {string} month */
function isMonth(month) {
  return month >= "01" && month <= "12";
}

/**
 * The paper that a Hugging Face address shows. Its period pages, "submit" and the like are no papers.
 * @param {string} href  absolute, or as a link on the site has it
 * @returns {ArxivId | null}
 */
export function huggingFacePaper(href) {
  const url = parsed(href, "https://huggingface.co");
  if (url?.hostname !== "huggingface.co") return null;
  const [, section, id, ...rest] = url.pathname.replace(/\/$/u, "").split("/");
  return section === "papers" && rest.length === 0 && HUGGING_FACE_ID.test(id ?? "") ? arxivId(id) : null;
}

/**
 * @param {string} href
 * @param {string} base
 */
function parsed(href, base) {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}
