"use strict";
(() => {
  // extension/src/adapters/page-text.js
  function islandProps(island3) {
    try {
      return asRecord(JSON.parse(island3?.getAttribute("data-props") ?? "{}"));
    } catch {
      return {};
    }
  }
  function asRecord(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (
      /** @type {Record<string, unknown>} */
      value
    ) : {};
  }
  function oneLine(value) {
    return typeof value === "string" ? value.replace(UNEVEN, " ").trim() : "";
  }
  var UNEVEN = /\s{2,}|[^\S ]/gu;
  function sameText(one, other) {
    return one === other || squeeze(one) === squeeze(other);
  }
  function elementHolding(elements, text) {
    const line = oneLine(text);
    const whole = line ? elements.filter(({ textContent }) => isLine(textContent ?? "", line)) : [];
    const holding = whole.length ? whole : holdingMost(elements, squeeze(text));
    return holding.find((element) => !holding.some((other) => other !== element && element.contains(other))) ?? null;
  }
  var isLine = (text, line) => text.length >= line.length && oneLine(text) === line;
  function holdingMost(elements, wanted) {
    const lengths = elements.map(({ textContent }) => heldLength(squeeze(textContent ?? ""), wanted));
    const most = Math.max(0, ...lengths);
    return most ? elements.filter((_, index) => lengths[index] === most) : [];
  }
  var TELLING_BEGINNING = 40;
  function heldLength(shown, wanted) {
    const beginning = shown === wanted ? shown : shown.replace(ELLIPSIS, "");
    const isTelling = shown === wanted || beginning.length >= TELLING_BEGINNING;
    return isTelling && wanted.startsWith(beginning) ? beginning.length : 0;
  }
  var ELLIPSIS = /(?:…|\.\.\.)$/u;
  function isCutShort(text) {
    return ELLIPSIS.test(text);
  }
  function beginAlike(one, other) {
    const [first, second] = [one, other].map((text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "").slice(0, TELLING_BEGINNING));
    return first.length === TELLING_BEGINNING && first === second;
  }
  function longestBlock(elements, least) {
    let longest = null;
    let most = least - 1;
    for (const element of elements) {
      const length = ownTextLength(element);
      if (length > most) [longest, most] = [element, length];
    }
    return longest;
  }
  var PHRASING = "a abbr b br cite code em i mark math q s small span strong sub sup time u var".split(" ");
  function ownTextLength(element) {
    let text = "";
    for (const child of element.childNodes) {
      const name = child.nodeName.toLowerCase();
      if (child.nodeType === 3 || PHRASING.includes(name)) text += child.textContent;
    }
    return oneLine(text).length;
  }
  function squeeze(text) {
    return text.replace(/\s+/gu, "");
  }
  function elementsAfter(root, mark) {
    const all = [...root.querySelectorAll("*")];
    return mark ? all.slice(all.indexOf(mark) + 1 + mark.querySelectorAll("*").length) : all;
  }

  // extension/src/adapters/paper-key.js
  var OLD_ARCHIVES = new Set(
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con".split(" ")
  );
  var FIRST_NEW = 704;
  var FIRST_FIVE_DIGITS = 1501;
  var NEW = /^(\d{2})(\d{2})\.(\d{4,5})$/;
  var OLD = /^([a-z-]+)(?:\.[a-z]{2})?\/(\d{2})(\d{2})(\d{3})$/;
  var HUGGING_FACE_ID = /^\d{4}\.\d{4,5}$/;
  function arxivId(spelling) {
    const bare = spelling.trim().toLowerCase().replace(/^arxiv:\s*/u, "").replace(/\/{2,}/gu, "/").replace(/(?:\.(?:pdf|ps|gz))+$/u, "");
    const version = /v([1-9]\d*)$/u.exec(bare);
    const id = withoutSubject(version ? bare.slice(0, version.index) : bare);
    return !id ? null : { id, key: `arxiv:${id}`, version: version ? Number(version[1]) : null };
  }
  function withoutSubject(id) {
    const modern = NEW.exec(id);
    if (modern) return isNew(modern[1], modern[2], modern[3]) ? id : null;
    const old = OLD.exec(id);
    if (!old || !OLD_ARCHIVES.has(old[1]) || !isOld(old[2], old[3], old[4])) return null;
    return `${old[1]}/${old[2]}${old[3]}${old[4]}`;
  }
  function isNew(year, month, number2) {
    const issued = Number(year + month);
    const digits = issued < FIRST_FIVE_DIGITS ? 4 : 5;
    return isMonth(month) && issued >= FIRST_NEW && number2.length === digits && Number(number2) > 0;
  }
  function isOld(year, month, number2) {
    const issued = Number(year + month);
    return isMonth(month) && (issued >= 9107 || issued < FIRST_NEW) && Number(number2) > 0;
  }
  function isMonth(month) {
    return month >= "01" && month <= "12";
  }
  function huggingFacePaper(href) {
    const url = parsed(href, "https://huggingface.co");
    if (url?.hostname !== "huggingface.co") return null;
    const [, section, id, ...rest] = url.pathname.replace(/\/$/u, "").split("/");
    return section === "papers" && rest.length === 0 && HUGGING_FACE_ID.test(id ?? "") ? arxivId(id) : null;
  }
  function parsed(href, base) {
    try {
      return new URL(href, base);
    } catch {
      return null;
    }
  }

  // extension/src/adapters/paper-address.js
  var ARXIV_HOSTS = ["arxiv.org", "www.arxiv.org", "export.arxiv.org", "browse.arxiv.org"];
  var AR5IV_HOSTS = ["ar5iv.labs.arxiv.org", "ar5iv.org", "www.ar5iv.org"];
  var ALPHAXIV_HOSTS = ["alphaxiv.org", "www.alphaxiv.org"];
  var OPENREVIEW_HOSTS = ["openreview.net", "www.openreview.net"];
  var ACL_HOSTS = ["aclanthology.org", "www.aclanthology.org"];
  var BIORXIV_HOSTS = ["biorxiv.org", "www.biorxiv.org", "medrxiv.org", "www.medrxiv.org"];
  var S2_HOSTS = ["semanticscholar.org", "www.semanticscholar.org"];
  var DOI = /^10\.\d{4,9}(?:\.\d{1,9})*\/\S+$/u;
  var PREPRINT_DOI = /^(10\.(?:1101|64898)\/\d[\d.]*)v([1-9]\d{0,5})$/u;
  var OLD_ACL = /^([a-z]\d{2}-\d{4})(?:v([1-9]\d?))?$/iu;
  var NEW_ACL = /^(\d{4}\.\w{1,40}(?:-\w{1,40})*\.\d{1,5})(?:v([1-9]\d?))?$/iu;
  function paperAt(href, base) {
    const url = URL.canParse(href, base) ? new URL(href, base) : null;
    const isPlain2 = url && /^https?:$/u.test(url.protocol) && !url.port && !url.username && !url.password;
    const read = isPlain2 && SITES.get(url.hostname);
    const path = read ? decoded(url.pathname) : null;
    return read && path ? read(path, url) : null;
  }
  function doiPaper(text) {
    const bare = decoded(text.trim())?.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/+(?:doi:\s*)?|doi:\s*|info:doi\/)/iu, "");
    const doi = bare?.replace(/[A-Z]/gu, (letter) => letter.toLowerCase()).replace(/[.,; ]+$/u, "");
    if (!doi || !DOI.test(doi)) return null;
    if (doi.startsWith("10.48550/arxiv.")) return arxivId(doi.slice("10.48550/arxiv.".length));
    const preprint = PREPRINT_DOI.exec(doi);
    if (preprint) return named("doi", preprint[1], preprint[2]);
    return doi.startsWith("10.18653/v1/") && aclId(doi.slice("10.18653/v1/".length)) || named("doi", doi);
  }
  function aclId(text) {
    const old = OLD_ACL.exec(text);
    if (old) return named("acl", old[1].toUpperCase(), old[2]);
    const modern = NEW_ACL.exec(text);
    return modern && named("acl", modern[1].toLowerCase(), modern[2]);
  }
  function openReviewId(text) {
    return /^[\w-]{1,64}$/u.test(text) ? named("openreview", text) : null;
  }
  var PAGES = {
    arxiv: "https://arxiv.org/abs/",
    doi: "https://doi.org/",
    acl: "https://aclanthology.org/",
    openreview: "https://openreview.net/forum?id=",
    s2: "https://www.semanticscholar.org/paper/",
    pmid: "https://pubmed.ncbi.nlm.nih.gov/",
    pmc: "https://pmc.ncbi.nlm.nih.gov/articles/"
  };
  function pageOf({ key, id }) {
    return PAGES[key.slice(0, key.indexOf(":"))] + encodeURI(id).replace(/[?#]/gu, encodeURIComponent);
  }
  function named(scheme, id, version) {
    return { id, key: `${scheme}:${id}`, version: version ? Number(version) : null };
  }
  var UNSEEN = new RegExp("[\\p{C}\\p{Zl}\\p{Zp}]|(?! )\\p{Zs}", "u");
  function decoded(text) {
    try {
      let plain2 = text;
      while (decodeURIComponent(plain2) !== plain2) plain2 = decodeURIComponent(plain2);
      return UNSEEN.test(plain2) ? null : plain2;
    } catch {
      return null;
    }
  }
  function inPath(pattern, read) {
    return (path) => {
      const id = pattern.exec(path.replace(/\/+$/u, ""))?.[1];
      return id ? read(id) : null;
    };
  }
  function openReviewPage(path, url) {
    const ids = new Set(url.searchParams.getAll("id"));
    return /^\/+(?:forum|pdf|attachment)\/*$/u.test(path) && ids.size === 1 ? openReviewId([...ids][0].trim()) : null;
  }
  var ARXIV_PAGE = inPath(/^\/+(?:abs|pdf|html|format|ps|src|e-print)\/+(.+)$/iu, arxivId);
  var ALPHAXIV_PAGE = inPath(/^\/+(?:abs|pdf|html|overview)\/+(.+)$/iu, arxivId);
  var ACL_PAGE = inPath(/^\/+(?:anthology\/+)?([^/]+?)(?:\.pdf|\.bib|\.xml|\.endf)?$/iu, aclId);
  var BIORXIV_PAGE = inPath(/^\/+content\/+(10\.\d+\/\d[\d.]*?(?:v\d+)?)(?:\.[a-z][a-z.+-]*)?$/iu, doiPaper);
  var S2_PAGE = inPath(/^\/+(?:paper|reader)\/+(?:[^/]+\/+)?([0-9a-f]{40})(?:\/.*)?$/iu, (id) => named("s2", id.toLowerCase()));
  var DOI_PAGE = (path) => doiPaper(/^\/+(?:doi:\s*)?(10\..+)$/iu.exec(path)?.[1] ?? "");
  var PUBMED_PAGE = inPath(/^\/+([1-9]\d{0,8})$/u, (id) => named("pmid", id));
  var PMC_PAGE = inPath(/^\/+articles\/+(PMC[1-9]\d{0,8})(?:\/.*)?$/iu, (id) => named("pmc", id.toUpperCase()));
  var SITES = new Map([
    ...sites([...ARXIV_HOSTS, ...AR5IV_HOSTS], ARXIV_PAGE),
    ...sites(ALPHAXIV_HOSTS, ALPHAXIV_PAGE),
    ...sites(["huggingface.co"], (_path, url) => huggingFacePaper(url.href)),
    ...sites(OPENREVIEW_HOSTS, openReviewPage),
    ...sites([...ACL_HOSTS, "aclweb.org", "www.aclweb.org"], ACL_PAGE),
    ...sites(BIORXIV_HOSTS, BIORXIV_PAGE),
    ...sites(S2_HOSTS, S2_PAGE),
    ...sites(["doi.org", "dx.doi.org", "www.doi.org"], DOI_PAGE),
    ...sites(["pubmed.ncbi.nlm.nih.gov"], PUBMED_PAGE),
    ...sites(["pmc.ncbi.nlm.nih.gov"], PMC_PAGE)
  ]);
  function sites(hosts, read) {
    return hosts.map((host) => [host, read]);
  }

  // extension/src/adapters/paper-on-page.js
  function paperOnPage(id, { source: source2, title, abstract, fulltext, aside, card = title ?? abstract, plain: plain2 }) {
    if (!id || !card) return [];
    return [
      {
        key: id.key,
        card,
        fields: { ...title && { title }, ...abstract && { abstract }, ...fulltext && { fulltext } },
        ...plain2?.title && { title: plain2.title },
        ...plain2?.abstract && { abstract: plain2.abstract },
        ...aside && { aside },
        source: source2,
        ...id.version && { version: id.version },
        url: pageOf(id)
      }
    ];
  }

  // extension/src/adapters/acl-anthology.js
  var ENTRY = "p.d-sm-flex";
  var aclAnthology = {
    name: "acl-anthology",
    matches: (url, doc) => ACL_HOSTS.includes(url.hostname) && (paperAt(url.href) !== null || doc.querySelector(ENTRY) !== null),
    papers: (doc) => {
      const id = paperAt(doc.URL);
      if (!id) return [...doc.querySelectorAll(ENTRY)].flatMap(paperOfEntry);
      return paperOnPage(id, { source: "acl", title: doc.querySelector("h2#title, #title"), abstract: doc.querySelector(".acl-abstract"), aside: HEADING });
    },
    island: () => null,
    shows: ["title"]
  };
  var acl_anthology_default = aclAnthology;
  var HEADING = ".acl-abstract > h5";
  function paperOfEntry(card) {
    const title = card.querySelector("strong a[href]");
    const id = title && paperAt(title.getAttribute("href") ?? "", "https://aclanthology.org");
    if (!id) return [];
    const folded = card.ownerDocument.getElementById(`abstract-${id.id.replaceAll(".", "--")}`);
    const abstract = folded && (folded.querySelector(".card-body") ?? folded);
    return paperOnPage(id, { source: "acl", card, title, abstract, plain: { abstract: oneLine(abstract?.textContent) } });
  }

  // extension/src/adapters/alphaxiv.js
  var alphaXiv = {
    name: "alphaxiv",
    matches: (url) => ALPHAXIV_HOSTS.includes(url.hostname) && paperAt(url.href) !== null,
    papers: (doc) => {
      const title = oneLine(doc.querySelector('meta[property="og:title"]')?.getAttribute("content")).replace(/ \| alphaXiv$/u, "");
      return paperOnPage(paperAt(doc.URL), { source: "alphaxiv", card: doc.documentElement, plain: { title } });
    },
    island: () => null
  };
  var alphaxiv_default = alphaXiv;

  // extension/src/adapters/arxiv-abs.js
  var arxivAbs = {
    name: "arxiv-abs",
    matches: (url) => ARXIV_HOSTS.includes(url.hostname) && url.pathname.startsWith("/abs/") && paperAt(url.href) !== null,
    papers: (doc) => paperOnPage(shownPaper(doc), {
      source: "arxiv",
      title: doc.querySelector("h1.title"),
      abstract: doc.querySelector("blockquote.abstract"),
      aside: ".descriptor"
      // "Title:", "Abstract:"
    }),
    island: () => null,
    shows: ["title", "abstract"]
  };
  var arxiv_abs_default = arxivAbs;
  function shownPaper(doc) {
    const asked = paperAt(doc.URL);
    if (!asked || asked.version) return asked;
    const told = [doc.querySelector('meta[property="og:url"]')?.getAttribute("content"), doc.querySelector(".arxividv a")?.getAttribute("href")];
    const versions = told.map((href) => href ? paperAt(href, doc.URL) : null);
    return versions.find((paper) => paper?.key === asked.key && paper.version) ?? asked;
  }

  // extension/src/adapters/arxiv-html.js
  var arxivHtml = {
    name: "arxiv-html",
    matches: (url) => [...ARXIV_HOSTS, ...AR5IV_HOSTS].includes(url.hostname) && /^\/(?:html|abs)\//u.test(url.pathname) && isText(url),
    papers,
    island: () => null,
    shows: ["fulltext"]
  };
  var arxiv_html_default = arxivHtml;
  function isText(url) {
    return paperAt(url.href) !== null && (url.pathname.startsWith("/html/") || AR5IV_HOSTS.includes(url.hostname));
  }
  function papers(doc) {
    const fulltext = doc.querySelector("article.ltx_document, .ltx_document");
    const title = fulltext?.querySelector(".ltx_title_document") ?? null;
    const abstract = fulltext?.querySelector(".ltx_abstract") ?? null;
    const card = title ?? abstract ?? fulltext?.firstElementChild ?? null;
    const source2 = AR5IV_HOSTS.includes(new URL(doc.URL).hostname) ? "ar5iv" : "arxiv-html";
    return paperOnPage(shownPaper2(doc), { source: source2, card, title, abstract, fulltext, aside: ".ltx_title_abstract, .ltx_abstract > h6" });
  }
  function shownPaper2(doc) {
    const asked = paperAt(doc.URL);
    const base = paperAt(doc.querySelector("base")?.getAttribute("href") ?? "", doc.URL);
    return asked && base?.key === asked.key ? { ...asked, version: asked.version ?? base.version } : asked;
  }

  // extension/src/adapters/arxiv-list.js
  var arxivList = {
    name: "arxiv-list",
    matches: (url) => ARXIV_HOSTS.includes(url.hostname) && /^\/(?:list|catchup)\//u.test(url.pathname),
    papers: (doc) => [...doc.querySelectorAll("#dlpage dl > dt")].flatMap(paperOfLine),
    island: () => null,
    shows: ["title"]
  };
  var arxiv_list_default = arxivList;
  function paperOfLine(line) {
    const card = line.nextElementSibling;
    if (card?.localName !== "dd") return [];
    const title = card.querySelector(".list-title");
    const abstract = card.querySelector("p.mathjax");
    return paperOnPage(idOf(line), { source: "arxiv", card, title, abstract, aside: ".descriptor" });
  }
  function idOf(line) {
    const links = [...line.querySelectorAll('a[title="Abstract"], a[href*="/abs/"]')];
    return links.map((link) => paperAt(link.getAttribute("href") ?? "", "https://arxiv.org")).find((paper) => paper) ?? null;
  }

  // extension/src/adapters/arxiv-pdf.js
  var arxivPdf = {
    name: "arxiv-pdf",
    matches: (url) => ARXIV_HOSTS.includes(url.hostname) && url.pathname.startsWith("/pdf/") && paperAt(url.href) !== null,
    papers: (doc) => paperOnPage(paperAt(doc.URL), { source: "arxiv", card: doc.documentElement }),
    island: () => null
  };
  var arxiv_pdf_default = arxivPdf;

  // extension/src/anchoring/math-markup.js
  var INVISIBLE = /[\s\u200b\u2061-\u2064]+/gu;
  var OVER = new Map(
    Object.entries({ "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "∼": "tilde", "¯": "bar", "―": "bar", "‾": "bar", "→": "vec", "⃗": "vec", "˙": "dot", "¨": "ddot" })
  );
  var PRIMES = /^['′″‴]+$/u;
  var SPELLINGS = {
    msup: ([base, above]) => base + raised(above),
    msub: ([base, below]) => `${base}_{${below}}`,
    msubsup: ([base, below, above]) => `${base}_{${below}}${raised(above)}`,
    mover: ([base, above]) => OVER.has(above) ? `${OVER.get(above)}{${base}}` : base + raised(above),
    munder: ([base, below]) => `${base}_{${below}}`,
    munderover: ([base, below, above]) => `${base}_{${below}}${raised(above)}`,
    mfrac: ([above, below]) => `{${above}}/{${below}}`,
    msqrt: (parts) => `√{${parts.join("")}}`,
    mroot: ([base, degree]) => `√[${degree}]{${base}}`,
    mfenced: (parts, element) => (element.getAttribute("open") ?? "(") + parts.join(",") + (element.getAttribute("close") ?? ")"),
    semantics: ([shown]) => shown,
    annotation: () => "",
    "annotation-xml": () => "",
    mphantom: () => ""
  };
  function texOf(element) {
    if (!element.firstElementChild) return element.localName in SPELLINGS ? "" : element.textContent.replace(INVISIBLE, "");
    const parts = [...element.children].map(texOf);
    const spelling = SPELLINGS[element.localName];
    return spelling ? spelling(parts, element) : parts.join("");
  }
  function raised(above = "") {
    return PRIMES.test(above) ? above : `^{${above}}`;
  }

  // extension/src/anchoring/math-atoms.js
  var OPEN = "⟦";
  var CLOSE = "⟧";
  var RENDERED = ["katex", "MathJax", "MathJax_Display", "MathJax_CHTML", "MathJax_SVG", "MathJax_SVG_Display", "MathJax_MathML", "mjx-chtml"];
  var TEX_SCRIPT = 'script[type^="math/tex"]';
  var TEX_ANNOTATION = 'annotation[encoding="application/x-tex"], annotation[encoding="TeX"]';
  function mathAtom(element) {
    if (element.localName === "script") return scriptAtom(element);
    if (element.classList.contains("MathJax_Preview")) return "";
    return isFormula(element) ? spellAtom(source(element)) : null;
  }
  function isFormula(element) {
    const name = element.localName;
    if (name === "math" || name === "mjx-container") return true;
    return element.hasAttribute("class") && RENDERED.some((token) => element.classList.contains(token));
  }
  function scriptAtom(script) {
    if (!script.matches(TEX_SCRIPT)) return null;
    const before = script.previousElementSibling;
    return before && isFormula(before) ? "" : spellAtom(script.textContent);
  }
  function source(element) {
    const annotation = element.querySelector(TEX_ANNOTATION);
    if (annotation) return annotation.textContent;
    const latex = element.querySelector("[data-latex]");
    if (latex) return latex.getAttribute("data-latex");
    const next = element.nextElementSibling;
    if (next?.matches(TEX_SCRIPT)) return next.textContent;
    const math = element.localName === "math" ? element : element.querySelector("math");
    if (math) return math.getAttribute("alttext") || texOf(math) || math.textContent;
    return element.getAttribute("aria-label") || element.textContent;
  }
  function spellAtom(tex) {
    const inside = (tex ?? "").replace(/\s+/gu, " ").trim();
    return OPEN + (inside || "math") + CLOSE;
  }

  // extension/src/anchoring/raw-tex.js
  var BREAK = "\u2029";
  var INSIDE = String.raw`(?:\\[^${BREAK}]|[^$\\${BREAK}])`;
  var FORMULA = new RegExp(
    [
      String.raw`\\\((?<round>[^${BREAK}]{1,1000}?)\\\)`,
      String.raw`\\\[(?<square>[^${BREAK}]{1,1000}?)\\\]`,
      String.raw`(?<![\\$])\$\$(?<display>${INSIDE}{1,1000}?)\$\$`,
      // As pandoc reads it: no blank inside the delimiters' edges, no digit after. "$5 and $10" is money.
      String.raw`(?<!\\)\$(?=[^\s$])(?<dollar>${INSIDE}{1,500}?)(?<=\S)\$(?!\d)`
    ].join("|"),
    "gu"
  );
  var PROSE = /(?<![\\A-Za-z])[A-Za-z]{2,}\s+[A-Za-z]{2,}/u;
  var TEXT_GROUP = /\\(?:text|mbox|mathrm|textrm|operatorname)\w*\s*\{[^{}]*\}/gu;
  function rawFormulas(raw) {
    if (!raw.includes("$") && !raw.includes("\\(") && !raw.includes("\\[")) return [];
    const found = [];
    FORMULA.lastIndex = 0;
    for (let match = FORMULA.exec(raw); match; match = FORMULA.exec(raw)) {
      const { round, square, display, dollar } = (
        /** @type {Record<string, string | undefined>} */
        match.groups
      );
      if (dollar !== void 0 && PROSE.test(dollar.replace(TEXT_GROUP, ""))) FORMULA.lastIndex = match.index + 1;
      else found.push({ start: match.index, end: FORMULA.lastIndex, text: spellAtom(round ?? square ?? display ?? dollar ?? "") });
    }
    return found;
  }

  // extension/src/anchoring/raised.js
  var PLAIN = "0123456789+-−";
  var RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
  var LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋";
  var NUMBER = /^\s*[-+−]?\d+\s*$/u;
  function raisedNumber(element) {
    const name = element.localName;
    if (name !== "sup" && name !== "sub" || !NUMBER.test(element.textContent)) return null;
    const signs = name === "sup" ? RAISED : LOWERED;
    return (text) => text.replace(/[-+−\d]/gu, (sign) => signs[PLAIN.indexOf(sign)]);
  }

  // extension/src/anchoring/unseen.js
  var NAMES = new Set(
    "audio canvas datalist embed head iframe noscript object rp rt script style svg template title video".split(" ")
  );
  var CLASSES = ["sr-only", "visually-hidden", "ltx_note_outer"];
  var CLIPPED = /^rect\((?:[01]px[, ]*)+\)$|^inset\((?:50|100)%/u;
  function unseenIn(root) {
    const view = root.ownerDocument?.defaultView;
    const isOff3 = view ? hiddenByStyle(view, root) : () => false;
    return (element) => NAMES.has(element.localName) || element.hasAttributes() && (hiddenByMarkup(element) || isOff3(element));
  }
  function hiddenByMarkup(element) {
    if (element.hasAttribute("data-postil")) return true;
    const hidden = element.getAttribute("hidden");
    if (hidden !== null && hidden !== "until-found") return true;
    if (CLASSES.some((token) => element.classList.contains(token))) return true;
    return /display\s*:\s*none/iu.test(element.getAttribute("style") ?? "");
  }
  function hiddenByStyle(view, root) {
    const owner = root.nodeType === 1 ? (
      /** @type {Element} */
      root
    ) : null;
    const visible = !owner || view.getComputedStyle(owner).visibility === "visible";
    return (element) => {
      const style = view.getComputedStyle(element);
      if (style.display === "none" || visible && style.visibility !== "visible") return true;
      return style.position === "absolute" && isClippedAway(style);
    };
  }
  function isClippedAway(style) {
    if (CLIPPED.test(style.clip) || CLIPPED.test(style.clipPath)) return true;
    return style.overflow === "hidden" && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
  }

  // extension/src/anchoring/flat-text.js
  var ELEMENT = 1;
  var TEXT = 3;
  var FOLLOWING = 4;
  var CONTAINED_BY = 16;
  var BLOCKS = new Set(
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre search section summary table tbody td tfoot th thead tr ul".split(" ")
  );
  var CONTROLS = /* @__PURE__ */ new Set(["button", "input", "select", "textarea"]);
  var TOGGLE = '[role="button"], a[onclick]:not([href])';
  var STEP = 400;
  var asWritten = (text) => text;
  function* flatten(root, aside) {
    const flat = { root, raw: "", pieces: [] };
    const isHidden = unseenIn(root);
    const isUnseen = aside ? (element) => element.matches(aside) || isHidden(element) : isHidden;
    const open2 = [{ next: root.firstChild, spelling: asWritten, block: false }];
    for (let count = 1; open2.length; count++) {
      const inside = open2[open2.length - 1];
      const node = inside.next;
      if (!node) {
        if (inside.block) addBreak(flat);
        open2.pop();
        continue;
      }
      inside.next = node.nextSibling;
      if (node.nodeType === TEXT) addPiece(flat, node, inside.spelling(node.nodeValue ?? ""), false);
      else if (node.nodeType === ELEMENT) {
        const entered = addElement(
          flat,
          /** @type {Element} */
          node,
          inside.spelling,
          isUnseen
        );
        if (entered) open2.push(entered);
      }
      if (count % STEP === 0) yield;
    }
    return flat;
  }
  function addElement(flat, element, spelling, isUnseen) {
    const atom = mathAtom(element);
    if (isUnseen(element) && !(atom && element.localName === "script")) return null;
    if (atom !== null) {
      addPiece(flat, element, atom, true);
      return null;
    }
    const name = element.localName;
    if (name === "br" || CONTROLS.has(name) || element.matches(TOGGLE)) {
      addBreak(flat);
      return null;
    }
    const block = BLOCKS.has(name);
    if (block) addBreak(flat);
    return { next: element.firstChild, spelling: raisedNumber(element) ?? spelling, block };
  }
  function addPiece(flat, node, text, atom) {
    if (!text) return;
    const start = flat.raw.length;
    flat.raw += text;
    flat.pieces.push({ node, start, end: flat.raw.length, atom });
  }
  function addBreak(flat) {
    flat.raw += BREAK;
  }
  function rawOffsets(flat, node, offset) {
    const index = firstAfter(flat.pieces, node, offset);
    const before = flat.pieces[index - 1];
    if (before?.node === node && !before.atom) return sharp(Math.min(before.start + offset, before.end));
    if (before?.atom && before.node.contains(node)) return { floor: before.start, ceil: before.end };
    const after = flat.pieces[index];
    return sharp(after ? after.start : flat.raw.length);
  }
  function sharp(at) {
    return { floor: at, ceil: at };
  }
  function firstAfter(pieces, node, offset) {
    const child = node.nodeType === ELEMENT ? node.childNodes[offset] ?? null : null;
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (beginsAfter(pieces[middle].node, node, offset, child)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  function beginsAfter(candidate, node, offset, child) {
    if (candidate === node) return offset === 0 && node.nodeType === TEXT;
    if (child) return candidate === child || Boolean(child.compareDocumentPosition(candidate) & FOLLOWING);
    const relation = node.compareDocumentPosition(candidate);
    return Boolean(relation & FOLLOWING) && !(relation & CONTAINED_BY);
  }
  function startPoint(flat, at) {
    const piece = flat.pieces[firstIndex(flat.pieces, (candidate) => candidate.end > at)];
    if (!piece) return endPoint(flat, at);
    return piece.atom ? besides(piece.node, 0) : { node: piece.node, offset: Math.max(at - piece.start, 0) };
  }
  function endPoint(flat, at) {
    const piece = flat.pieces[firstIndex(flat.pieces, (candidate) => candidate.start >= at) - 1];
    if (!piece) return flat.pieces.length ? startPoint(flat, at) : { node: flat.root, offset: 0 };
    return piece.atom ? besides(piece.node, 1) : { node: piece.node, offset: Math.min(at, piece.end) - piece.start };
  }
  function firstIndex(pieces, holds) {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (holds(pieces[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  function besides(node, side) {
    let index = 0;
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) index++;
    return { node: (
      /** @type {Node} */
      node.parentNode
    ), offset: index + side };
  }

  // extension/src/anchoring/code-points.js
  function countPoints(text) {
    let count = text.length;
    for (let unit = 0; unit < text.length - 1; unit++) {
      if (isPair(text, unit)) {
        count--;
        unit++;
      }
    }
    return count;
  }
  function isPair(text, unit) {
    return (text.codePointAt(unit) ?? 0) > 65535;
  }

  // extension/src/anchoring/slices.js
  function finish(task) {
    for (; ; ) {
      const step = task.next();
      if (step.done) return step.value;
    }
  }

  // extension/src/anchoring/normal-text.js
  var STEP2 = 1e4;
  var PLAIN2 = /[!-~]+(?: [!-~]+)*/y;
  var JOINS = /[\p{M}\p{Emoji_Modifier}\u200c\u200d]/uy;
  var DROPPED = "\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
  var GAP = new RegExp(`[\\p{White_Space}${DROPPED}]+`, "uy");
  var OTHER = new RegExp(`[^!-~\\p{White_Space}${DROPPED}]+`, "uy");
  var SPACE = new RegExp("\\p{White_Space}", "u");
  var PICTURE = new RegExp("\\p{Extended_Pictographic}", "u");
  var segmenter;
  function* normalInSteps(raw, atoms = []) {
    const writer = new Writer();
    let from = 0;
    for (const atom of atoms) {
      yield* writeStretch(writer, raw.slice(from, atom.start), from);
      writer.whole(atom.start, atom.end, atom.text.normalize("NFC"));
      if (Math.floor(from / STEP2) < Math.floor(atom.end / STEP2)) yield;
      from = atom.end;
    }
    yield* writeStretch(writer, raw.slice(from), from);
    return { text: writer.text, length: writer.length, segments: writer.segments };
  }
  var Writer = class {
    text = "";
    length = 0;
    /** @type {Segment[]} */
    segments = [];
    /** @type {{from: number, to: number} | null} */
    #space = null;
    /** @param {number} from @param {number} to */
    space(from, to) {
      this.#space = { from: this.#space?.from ?? from, to };
    }
    /** @param {number} from @param {number} to @param {string} text  one unit for each raw character */
    plain(from, to, text) {
      this.#flush();
      this.#plain(from, to, text);
    }
    /** @param {number} from @param {number} to @param {string} text */
    whole(from, to, text) {
      this.#flush();
      this.#push(from, to, text, countPoints(text), true);
    }
    #flush() {
      const space = this.#space;
      this.#space = null;
      if (!space || !this.text) return;
      if (space.to - space.from === 1) this.#plain(space.from, space.to, " ");
      else this.#push(space.from, space.to, " ", 1, true);
    }
    /** @param {number} from @param {number} to @param {string} text */
    #plain(from, to, text) {
      const last = this.segments.at(-1);
      if (!last || last.whole || last.to !== from) return this.#push(from, to, text, to - from, false);
      last.to = to;
      last.end = this.length += to - from;
      this.text += text;
    }
    /** @param {number} from @param {number} to @param {string} text @param {number} points @param {boolean} whole */
    #push(from, to, text, points, whole) {
      this.segments.push({ from, to, start: this.length, end: this.length + points, whole });
      this.length += points;
      this.text += text;
    }
  };
  function* writeStretch(writer, raw, base) {
    let at = 0;
    for (let pause = STEP2; at < raw.length; ) {
      const end = plainEnd(raw, at);
      if (end > at) writer.plain(base + at, base + end, raw.slice(at, end));
      at = end;
      if (at === raw.length) break;
      const gap = matchEnd(GAP, raw, at);
      if (gap > at) {
        if (SPACE.test(raw.slice(at, gap))) writer.space(base + at, base + gap);
        at = gap;
      } else {
        const other = matchEnd(OTHER, raw, isPlain(raw, at) ? at + 1 : at);
        writeGraphemes(writer, raw.slice(at, other), base + at);
        at = other;
      }
      if (at < pause) continue;
      pause = at + STEP2;
      yield;
    }
  }
  function plainEnd(raw, at) {
    const end = matchEnd(PLAIN2, raw, at);
    return end > at && matchEnd(JOINS, raw, end) > end ? end - 1 : end;
  }
  function matchEnd(pattern, raw, at) {
    pattern.lastIndex = at;
    return pattern.test(raw) ? pattern.lastIndex : at;
  }
  function isPlain(raw, at) {
    const code = raw.charCodeAt(at);
    return code > 32 && code < 127;
  }
  function writeGraphemes(writer, run, base) {
    segmenter ??= new Intl.Segmenter(void 0, { granularity: "grapheme" });
    for (const { segment, index } of segmenter.segment(run)) {
      const kept = segment.includes("‍") && !PICTURE.test(segment) ? segment.replaceAll("‍", "") : segment;
      const text = kept.normalize("NFC");
      const from = base + index;
      if (segment.length === 1 && text.length === 1) writer.plain(from, from + 1, text);
      else if (text) writer.whole(from, from + segment.length, text);
    }
  }
  function pointsOfRaw(normal, at) {
    const segment = normal.segments[firstSegment(normal, (candidate) => candidate.to > at)];
    if (!segment) return { floor: normal.length, ceil: normal.length };
    if (at <= segment.from) return { floor: segment.start, ceil: segment.start };
    if (segment.whole) return { floor: segment.start, ceil: segment.end };
    const point = segment.start + at - segment.from;
    return { floor: point, ceil: point };
  }
  function rawOfSpan(normal, start, end) {
    const first = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
    const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
    const edge = normal.segments.at(-1)?.to ?? 0;
    const from = !first ? edge : first.whole ? first.from : first.from + Math.max(start - first.start, 0);
    const to = !last ? edge : last.whole ? last.to : last.from + Math.max(end - last.start, 0);
    return { from, to };
  }
  function firstSegment(normal, holds) {
    let low = 0;
    let high = normal.segments.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (holds(normal.segments[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  // extension/src/anchoring/canonical-text.js
  var layouts = /* @__PURE__ */ new WeakMap();
  function canonicalText(root, aside) {
    return finish(reading(root, aside));
  }
  function* reading(root, aside) {
    const flat = yield* flatten(root, aside);
    const normal = yield* normalInSteps(flat.raw, atomsOf(flat));
    const layout = { flat, normal };
    const canonical = {
      text: normal.text,
      length: normal.length,
      rangeOf: (start, end) => rangeOf(layout, start, end),
      offsetOf: (node, offset) => offsetsOf(layout, node, offset).floor
    };
    layouts.set(canonical, layout);
    return canonical;
  }
  function atomsOf({ raw, pieces }) {
    const typeset = pieces.filter((piece) => piece.atom).map(({ start, end }) => ({ start, end, text: raw.slice(start, end) }));
    const source2 = rawFormulas(raw).filter((one) => !typeset.some((other) => one.start < other.end && other.start < one.end));
    return [...typeset, ...source2].sort((one, other) => one.start - other.start);
  }
  function rangeOf({ flat, normal }, start, end) {
    const { from, to } = rawOfSpan(normal, start, end);
    const first = startPoint(flat, from);
    const last = start < end ? endPoint(flat, to) : first;
    return { startContainer: first.node, startOffset: first.offset, endContainer: last.node, endOffset: last.offset };
  }
  function offsetsOf({ flat, normal }, node, offset) {
    const raw = rawOffsets(flat, node, offset);
    return { floor: pointsOfRaw(normal, raw.floor).floor, ceil: pointsOfRaw(normal, raw.ceil).ceil };
  }

  // extension/src/anchoring/plain.js
  function plain(text) {
    return text.replace(/⟦([^⟧]*)⟧/gu, (_, tex) => `$${tex}$`);
  }

  // extension/src/adapters/arxiv-search.js
  var arxivSearch = {
    name: "arxiv-search",
    matches: (url) => ARXIV_HOSTS.includes(url.hostname) && /^\/search(?:\/|$)/u.test(url.pathname),
    papers: (doc) => [...doc.querySelectorAll("li.arxiv-result")].flatMap(paperOfResult),
    island: () => null,
    shows: ["title"]
  };
  var arxiv_search_default = arxivSearch;
  var SWITCH = "a[onclick]";
  function paperOfResult(card) {
    const [short, full] = ["short", "full"].map((which) => card.querySelector(`.abstract-${which}`));
    const isFolded = short !== null && !isOff(short);
    const whole = isFolded && full ? { abstract: plain(canonicalText(full, SWITCH).text) } : {};
    return paperOnPage(idOf2(card), { source: "arxiv", card, title: card.querySelector("p.title"), abstract: isFolded ? short : full, aside: SWITCH, plain: whole });
  }
  function isOff(element) {
    return /display\s*:\s*none/iu.test(element.getAttribute("style") ?? "");
  }
  function idOf2(card) {
    const links = [...card.querySelectorAll(".list-title a[href]")].map((link) => ({ paper: paperAt(link.getAttribute("href") ?? "", "https://arxiv.org"), link }));
    const found = links.find(({ paper }) => paper);
    if (!found?.paper) return null;
    return { ...found.paper, version: found.paper.version ?? arxivId(found.link.textContent ?? "")?.version ?? null };
  }

  // node_modules/@noble/hashes/_u64.js
  var fromNumH = (n) => n / 2 ** 32 | 0;
  var fromNumL = (n) => n >>> 0;
  function setU64FromNum(view, byteOffset, n, isLE) {
    const h = fromNumH(n);
    const l = fromNumL(n);
    view.setUint32(byteOffset, isLE ? l : h, isLE);
    view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
  }

  // node_modules/@noble/hashes/utils.js
  function isBytes(a) {
    return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
  }
  var atitle = (title) => title ? `"${title}" ` : "";
  function anumber(n, title = "") {
    if (typeof n !== "number")
      throw new TypeError(atitle(title) + "expected number, got " + typeof n);
    if (!Number.isSafeInteger(n) || n < 0)
      throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
    return n;
  }
  function abytes(value, length, title = "") {
    if (isBytes(value) && (length === void 0 || value.length === length))
      return value;
    if (length !== void 0)
      anumber(length, "length");
    const bytes = isBytes(value);
    const ofLen = length !== void 0 ? ` of length ${length}` : "";
    const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
    const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
    if (!bytes)
      throw new TypeError(message);
    throw new RangeError(message);
  }
  var aobject = (value, label) => {
    if (value === null || typeof value !== "object" || Array.isArray(value))
      throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
  };
  var aopts = (value, label) => {
    aobject(value, label);
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null)
      throw new TypeError(`"${label}" expected plain object`);
    if (Object.hasOwn(value, "__proto__"))
      throw new TypeError(`"${label}.__proto__" is not allowed`);
  };
  function aexists(instance, checkFinished = true) {
    if (instance.destroyed)
      throw new Error("hash was destroyed");
    if (checkFinished && instance.finished)
      throw new Error("digest() was already called");
  }
  function aoutput(out, instance) {
    abytes(out, void 0, "output");
    const min = instance.outputLen;
    if (!(out.length >= min)) {
      throw new RangeError('"output" expected length >= ' + min);
    }
  }
  function clean(...arrays) {
    for (let i = 0; i < arrays.length; i++) {
      arrays[i].fill(0);
    }
  }
  function createView(arr) {
    return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
  }
  function rotr(word, shift) {
    return word << 32 - shift | word >>> shift;
  }
  var hasHexBuiltin = /* @__PURE__ */ (() => (
    // @ts-ignore
    typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
  ))();
  var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
  function bytesToHex(bytes) {
    abytes(bytes);
    if (hasHexBuiltin)
      return bytes.toHex();
    let hex = "";
    for (let i = 0; i < bytes.length; i++) {
      hex += hexes[bytes[i]];
    }
    return hex;
  }
  function utf8ToBytes(str) {
    if (typeof str !== "string")
      throw new TypeError("string expected");
    const encoded2 = new TextEncoder().encode(str);
    try {
      return new Uint8Array(encoded2);
    } finally {
      clean(encoded2);
    }
  }
  function checkOpts(defaults, opts, title = "opts") {
    aopts(defaults, "defaults");
    if (opts !== void 0)
      aopts(opts, title);
    const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
    return merged;
  }
  function createHasher(hashCons, info = {}) {
    if (typeof hashCons !== "function")
      throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
    info = checkOpts({}, info, "info");
    const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
    const tmp = hashCons(void 0);
    hashC.outputLen = tmp.outputLen;
    hashC.blockLen = tmp.blockLen;
    hashC.canXOF = tmp.canXOF;
    hashC.create = (opts) => hashCons(opts);
    Object.assign(hashC, info);
    return Object.freeze(hashC);
  }
  var oidNist = (suffix) => ({
    // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
    // Larger suffix values would need base-128 OID encoding and a different length byte.
    oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
  });

  // node_modules/@noble/hashes/_md.js
  function Chi(a, b, c) {
    return a & b ^ ~a & c;
  }
  function Maj(a, b, c) {
    return a & b ^ a & c ^ b & c;
  }
  var HashMD = class {
    blockLen;
    outputLen;
    canXOF = false;
    padOffset;
    isLE;
    // For partial updates less than block size
    buffer;
    view;
    finished = false;
    length = 0;
    pos = 0;
    destroyed = false;
    constructor(blockLen, outputLen, padOffset, isLE) {
      this.blockLen = blockLen;
      this.outputLen = outputLen;
      this.padOffset = padOffset;
      this.isLE = isLE;
      this.buffer = new Uint8Array(blockLen);
      this.view = createView(this.buffer);
    }
    update(data) {
      aexists(this);
      abytes(data);
      const { view, buffer, blockLen } = this;
      const len = data.length;
      let processed = false;
      for (let pos = 0; pos < len; ) {
        const take = Math.min(blockLen - this.pos, len - pos);
        if (take === blockLen) {
          const dataView = createView(data);
          for (; blockLen <= len - pos; pos += blockLen)
            this.process(dataView, pos);
          processed = true;
          continue;
        }
        buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
        this.pos += take;
        pos += take;
        if (this.pos === blockLen) {
          this.process(view, 0);
          this.pos = 0;
          processed = true;
        }
      }
      this.length += data.length;
      if (processed)
        this.roundClean();
      return this;
    }
    digestInto(out) {
      aexists(this);
      aoutput(out, this);
      this.finished = true;
      const { buffer, view, blockLen, isLE } = this;
      let { pos } = this;
      buffer[pos++] = 128;
      buffer.fill(0, pos);
      if (this.padOffset > blockLen - pos) {
        this.process(view, 0);
        buffer.fill(0);
      }
      setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
      this.process(view, 0);
      this.roundClean();
      const oview = out === buffer ? view : createView(out);
      const len = this.outputLen;
      const outLen = len / 4;
      const state = this.get();
      if (len % 4 || outLen > state.length)
        throw new Error("invalid outputLen");
      for (let i = 0; i < outLen; i++)
        oview.setUint32(4 * i, state[i], isLE);
    }
    digest() {
      const { buffer, outputLen } = this;
      this.digestInto(buffer);
      const res = buffer.slice(0, outputLen);
      this.destroy();
      return res;
    }
    _cloneIntoMeta(to) {
      const { buffer, length, finished, destroyed, pos } = this;
      to.destroyed = destroyed;
      to.finished = finished;
      to.length = length;
      to.pos = pos;
      if (pos)
        to.buffer.set(buffer);
      return to;
    }
    clone() {
      return this._cloneInto();
    }
  };
  var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
    1779033703,
    3144134277,
    1013904242,
    2773480762,
    1359893119,
    2600822924,
    528734635,
    1541459225
  ]);

  // node_modules/@noble/hashes/sha2.js
  var SHA256_K = /* @__PURE__ */ Uint32Array.from([
    1116352408,
    1899447441,
    3049323471,
    3921009573,
    961987163,
    1508970993,
    2453635748,
    2870763221,
    3624381080,
    310598401,
    607225278,
    1426881987,
    1925078388,
    2162078206,
    2614888103,
    3248222580,
    3835390401,
    4022224774,
    264347078,
    604807628,
    770255983,
    1249150122,
    1555081692,
    1996064986,
    2554220882,
    2821834349,
    2952996808,
    3210313671,
    3336571891,
    3584528711,
    113926993,
    338241895,
    666307205,
    773529912,
    1294757372,
    1396182291,
    1695183700,
    1986661051,
    2177026350,
    2456956037,
    2730485921,
    2820302411,
    3259730800,
    3345764771,
    3516065817,
    3600352804,
    4094571909,
    275423344,
    430227734,
    506948616,
    659060556,
    883997877,
    958139571,
    1322822218,
    1537002063,
    1747873779,
    1955562222,
    2024104815,
    2227730452,
    2361852424,
    2428436474,
    2756734187,
    3204031479,
    3329325298
  ]);
  var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
  var SHA2_32B = class extends HashMD {
    // We cannot use array here since array allows indexing by variable
    // which means optimizer/compiler cannot use registers.
    // Numeric initializers matter: starting the fields as `undefined` changes
    // V8's field representation and makes sha256 3x slower (measured).
    A = 0;
    B = 0;
    C = 0;
    D = 0;
    E = 0;
    F = 0;
    G = 0;
    H = 0;
    constructor(outputLen, IV) {
      super(64, outputLen, 8, false);
      this.A = IV[0] | 0;
      this.B = IV[1] | 0;
      this.C = IV[2] | 0;
      this.D = IV[3] | 0;
      this.E = IV[4] | 0;
      this.F = IV[5] | 0;
      this.G = IV[6] | 0;
      this.H = IV[7] | 0;
    }
    get() {
      const { A, B, C, D, E, F, G, H } = this;
      return [A, B, C, D, E, F, G, H];
    }
    // prettier-ignore
    set(A, B, C, D, E, F, G, H) {
      this.A = A | 0;
      this.B = B | 0;
      this.C = C | 0;
      this.D = D | 0;
      this.E = E | 0;
      this.F = F | 0;
      this.G = G | 0;
      this.H = H | 0;
    }
    _cloneInto(to) {
      (to ||= new this.constructor()).set(...this.get());
      return this._cloneIntoMeta(to);
    }
    process(view, offset) {
      for (let i = 0; i < 16; i++, offset += 4)
        SHA256_W[i] = view.getUint32(offset, false);
      for (let i = 16; i < 64; i++) {
        const W15 = SHA256_W[i - 15];
        const W2 = SHA256_W[i - 2];
        const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
        const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
        SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
      }
      let { A, B, C, D, E, F, G, H } = this;
      for (let i = 0; i < 64; i++) {
        const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
        const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
        const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
        const T2 = sigma0 + Maj(A, B, C) | 0;
        H = G;
        G = F;
        F = E;
        E = D + T1 | 0;
        D = C;
        C = B;
        B = A;
        A = T1 + T2 | 0;
      }
      A = A + this.A | 0;
      B = B + this.B | 0;
      C = C + this.C | 0;
      D = D + this.D | 0;
      E = E + this.E | 0;
      F = F + this.F | 0;
      G = G + this.G | 0;
      H = H + this.H | 0;
      this.set(A, B, C, D, E, F, G, H);
    }
    roundClean() {
      clean(SHA256_W);
    }
    destroy() {
      this.destroyed = true;
      this.set(0, 0, 0, 0, 0, 0, 0, 0);
      clean(this.buffer);
    }
  };
  var _SHA256 = class extends SHA2_32B {
    constructor() {
      super(32, SHA256_IV);
    }
  };
  var sha256 = /* @__PURE__ */ createHasher(
    () => new _SHA256(),
    /* @__PURE__ */ oidNist(1)
  );

  // extension/src/adapters/url-key.js
  function urlKey(href) {
    const normal = normalisedUrl(href);
    return normal && `url:${bytesToHex(sha256(utf8ToBytes(normal)))}`;
  }
  function normalisedUrl(href) {
    const url = URL.canParse(href) ? new URL(href) : null;
    if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.password) return null;
    const pairs = encoded(url.search.slice(1)).split("&").filter((pair) => pair && !/^utm_/iu.test(pair));
    return `https://${url.host}${encoded(url.pathname)}${pairs.length ? `?${pairs.join("&")}` : ""}`;
  }
  function encoded(text) {
    return text.replace(/%([0-9a-f]{2})?/giu, triplet).replace(/[^\w!#$%&'()*+,/:;=?@[\]~.-]/gu, encodeURIComponent);
  }
  function triplet(_all, hex = "25") {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/u.test(character) ? character : `%${hex.toUpperCase()}`;
  }

  // extension/src/adapters/tagged-page.js
  var SHORTEST_ABSTRACT = 120;
  var HEADINGS = "h1, h2, h3, h4, h5, h6";
  var ABSTRACT = [
    /^abstract[^\p{L}]*$/iu,
    /^(?:kurzfassung|résumé|resumen|resumo|аннотация|özet|streszczenie|摘要|要旨|초록|(?:ال)?ملخص|(?:ال)?مستخلص|چکیده|תקציר)[^\p{L}]*$/iu
  ];
  var MARKUP = /<\/?[a-z][^>]*>/giu;
  function tag(doc, ...names) {
    const metas = [...doc.querySelectorAll("meta[name][content]")];
    const told = names.map((name) => metas.find((meta) => meta.getAttribute("name")?.toLowerCase() === name)?.getAttribute("content"));
    return told.map((text) => oneLine(text?.replace(MARKUP, ""))).find(Boolean) ?? "";
  }
  function taggedPaper(doc) {
    const link = doc.querySelector('head link[href*="//doi.org/10."]')?.getAttribute("href");
    const dois = [tag(doc, "citation_doi"), tag(doc, "dc.identifier"), tag(doc, "prism.doi"), link ?? ""];
    const id = paperAt(doc.URL) ?? arxivId(tag(doc, "citation_arxiv_id")) ?? dois.map(doiPaper).find((paper) => paper);
    if (id) return { id };
    const url = canonicalAddress(doc);
    const key = urlKey(url);
    return key ? { id: { id: key.slice("url:".length), key, version: null }, url } : null;
  }
  function canonicalAddress(doc) {
    const here = new URL(doc.URL);
    here.hash = "";
    const href = doc.querySelector('link[rel="canonical"]')?.getAttribute("href");
    const told = href && URL.canParse(href, doc.URL) ? new URL(href, doc.URL) : here;
    return told.host === here.host && told.pathname !== "/" ? told.href : here.href;
  }
  function titleElement(doc) {
    const title = tag(doc, "citation_title", "dc.title");
    const headings = [...doc.querySelectorAll(HEADINGS)];
    const same = headings.find((heading) => title && sameText(heading.textContent ?? "", title));
    return same ?? headings.find((heading) => beginAlike(heading.textContent ?? "", title)) ?? null;
  }
  function abstractElement(doc) {
    const headings = [...doc.querySelectorAll(HEADINGS)];
    const heading = ABSTRACT.map((word) => headings.find((one) => word.test(oneLine(one.textContent)))).find(Boolean);
    return (heading && abstractUnder(heading)) ?? abstractByWords(doc);
  }
  function abstractUnder(heading) {
    const after = heading.parentElement ? elementsAfter(heading.parentElement, heading) : [];
    const next = after.find((one) => one.matches(HEADINGS) && one.localName <= heading.localName);
    const own = next ? after.slice(0, after.indexOf(next)) : after;
    const block = longestBlock(own, SHORTEST_ABSTRACT);
    const paragraphs = own.filter((one) => one.parentElement === block?.parentElement && one.localName === block?.localName && isLong(one));
    const all = paragraphs.length > 1 ? block?.parentElement ?? null : null;
    return all && !(next && all.contains(next)) ? all : block;
  }
  function isLong(element) {
    return oneLine(element.textContent).length >= SHORTEST_ABSTRACT;
  }
  function abstractByWords(doc) {
    const words = tag(doc, "citation_abstract", "dc.description", "description");
    const blocks = words.length < SHORTEST_ABSTRACT ? [] : [...doc.querySelectorAll("p, div, section, blockquote")].filter((block) => oneLine(block.textContent).length < 3 * words.length);
    return elementHolding(blocks, words) ?? blocks.find((block) => block.localName === "p" && beginAlike(block.textContent ?? "", words)) ?? null;
  }

  // extension/src/adapters/biorxiv-paper.js
  var biorxivPaper = {
    name: "biorxiv-paper",
    matches: (url) => BIORXIV_HOSTS.includes(url.hostname) && url.pathname.startsWith("/content/10."),
    papers: (doc) => {
      const source2 = new URL(doc.URL).hostname.includes("medrxiv") ? "medrxiv" : "biorxiv";
      const abstract = doc.querySelector(".section.abstract") ?? abstractElement(doc);
      return paperOnPage(paperAt(doc.URL), { source: source2, title: titleElement(doc) ?? doc.querySelector("#page-title"), abstract, aside: ".abstract > h2" });
    },
    island: () => null,
    shows: ["title"]
  };
  var biorxiv_paper_default = biorxivPaper;

  // extension/src/adapters/citation-tags.js
  var citationTags = {
    name: "citation-tags",
    general: true,
    matches: (_url, doc) => tag(doc, "citation_title") !== "",
    papers: papers2,
    island: () => null,
    shows: ["title"]
  };
  var citation_tags_default = citationTags;
  function papers2(doc) {
    const paper = taggedPaper(doc);
    if (!paper) return [];
    const title = titleElement(doc);
    const abstract = abstractElement(doc);
    const found = { source: sourceOf(doc), title, abstract, aside: ABSTRACT_HEADING, plain: { title: tag(doc, "citation_title") } };
    return paperOnPage(paper.id, found).map((one) => ({ ...one, ...paper.url && { url: paper.url } }));
  }
  var ABSTRACT_HEADING = "h1, h2";
  function sourceOf(doc) {
    return new URL(doc.URL).hostname.replace(/^www\./u, "").replace(/[^a-z0-9]+/gu, "-").slice(0, 40);
  }

  // extension/src/adapters/huggingface-listing.js
  var PATHS = /^\/papers(?:\/(?:trending|(?:date|week|month)\/[^/]+))?\/?$/u;
  var SHORTEST_ABSTRACT2 = 120;
  var huggingFaceListing = {
    name: "huggingface-listing",
    matches: (url) => url.hostname === "huggingface.co" && PATHS.test(url.pathname),
    papers: papers3,
    island,
    shows: ["title"]
  };
  var huggingface_listing_default = huggingFaceListing;
  function island(doc) {
    return doc.querySelector('[data-target="DailyPapers"]');
  }
  function papers3(doc) {
    const home = island(doc);
    const entries = entriesById(islandProps(home));
    const guess = !showsSummaries(new URL(doc.URL));
    return cards(home ?? doc).flatMap((card) => paperOfCard(card, entries, guess) ?? []);
  }
  function showsSummaries(url) {
    return url.pathname.startsWith("/papers/trending") && !url.searchParams.has("q");
  }
  function cards(scope) {
    const articles = [...scope.querySelectorAll("article")].filter((article) => !article.parentElement?.closest("article"));
    if (articles.length) return articles;
    return [...scope.querySelectorAll("h3")].flatMap((heading) => heading.parentElement ?? []);
  }
  function entriesById(props) {
    const entries = /* @__PURE__ */ new Map();
    for (const list of [props.dailyPapers, props.searchResults]) {
      for (const item of (Array.isArray(list) ? list : []).map(asRecord)) entries.set(oneLine(asRecord(item.paper).id), item);
    }
    return entries;
  }
  function entryOf(item) {
    if (!item) return null;
    const inner = asRecord(item.paper);
    return { title: oneLine(inner.title ?? item.title), abstract: oneLine(inner.summary ?? item.summary) };
  }
  function paperOfCard(card, entries, guess) {
    const heading = card.querySelector("h3");
    const id = idOfCard(card, heading);
    if (!id) return null;
    let found = null;
    const words = () => found ??= wordsOfCard(card, heading, entries.get(id.id), guess);
    return {
      key: id.key,
      card,
      get fields() {
        return words().fields;
      },
      get title() {
        return words().title;
      },
      get abstract() {
        return words().abstract;
      },
      source: "huggingface",
      url: `https://huggingface.co/papers/${id.id}`
    };
  }
  function wordsOfCard(card, heading, item, guess) {
    const title = heading && (heading.querySelector("a[href]") ?? heading);
    const entry = trusted(entryOf(item), title);
    const abstract = abstractElement2(elementsAfter(card, heading), entry, guess);
    const shown = oneLine(abstract?.textContent);
    return {
      fields: { ...title && { title }, ...abstract && { abstract } },
      title: entry?.title || oneLine(title?.textContent) || void 0,
      abstract: entry?.abstract || (isCutShort(shown) ? "" : shown) || void 0
    };
  }
  function idOfCard(card, heading) {
    for (const part2 of [heading, card]) {
      for (const link of part2?.querySelectorAll("a[href]") ?? []) {
        const id = huggingFacePaper(link.getAttribute("href") ?? "");
        if (id) return id;
      }
    }
    return null;
  }
  function trusted(entry, title) {
    return entry && (!title || sameText(title.textContent ?? "", entry.title)) ? entry : null;
  }
  function abstractElement2(elements, entry, guess) {
    if (!entry?.abstract) return guess ? longestBlock(elements, SHORTEST_ABSTRACT2) : null;
    const known = elementHolding(elements, entry.abstract);
    if (known) return known;
    const longest = longestBlock(elements, SHORTEST_ABSTRACT2);
    return longest && beginAlike(longest.textContent ?? "", entry.abstract) ? longest : null;
  }

  // extension/src/adapters/huggingface-paper.js
  var SHORTEST_ABSTRACT3 = 120;
  var AI_BOX = '[class*="bg-blue-"], [class*="border-blue-"]';
  var huggingFacePaperPage = {
    name: "huggingface-paper",
    matches: (url) => huggingFacePaper(url.href) !== null,
    papers: papers4,
    island: island2,
    shows: ["title", "abstract"]
  };
  var huggingface_paper_default = huggingFacePaperPage;
  function island2(doc) {
    return doc.querySelector('[data-target="PaperContent"]');
  }
  function papers4(doc) {
    const home = island2(doc);
    const scope = home ?? doc.querySelector("main") ?? doc.body;
    const title = scope?.querySelector("h1");
    const id = huggingFacePaper(doc.URL);
    if (!id || !scope || !title) return [];
    const props = trusted2(islandProps(home), id.id, title);
    const abstract = abstractElement3(scope, title, props);
    const text = props?.abstract || oneLine(abstract?.textContent);
    return [
      {
        key: id.key,
        card: title.parentElement ?? title,
        fields: { title, ...abstract && { abstract } },
        title: props?.title || oneLine(title.textContent),
        ...text && { abstract: text },
        source: "huggingface",
        url: `https://huggingface.co/papers/${id.id}`
      }
    ];
  }
  function trusted2(props, id, title) {
    const paper = asRecord(props.paper);
    if (paper.id !== id || !sameText(title.textContent ?? "", oneLine(paper.title))) return null;
    return { title: oneLine(paper.title), abstract: oneLine(paper.summary), aiSummary: oneLine(paper.ai_summary) };
  }
  function abstractElement3(scope, title, props) {
    const heading = [...scope.querySelectorAll("h2")].find((one) => /^abstract$/iu.test(oneLine(one.textContent)));
    const section = heading?.parentElement;
    const nearby = withoutSummary(section ? elementsAfter(section, heading) : elementsAfter(scope, title), props);
    const known = props && elementHolding(nearby, props.abstract);
    if (known) return known;
    return section ? longestBlock(nearby, SHORTEST_ABSTRACT3) : null;
  }
  function withoutSummary(elements, props) {
    const summary = props?.aiSummary ? elementHolding(elements, props.aiSummary) : null;
    return elements.filter((element) => !element.closest(AI_BOX) && !summary?.contains(element));
  }

  // extension/src/adapters/openreview-forum.js
  var openReviewForum = {
    name: "openreview-forum",
    matches: (url) => OPENREVIEW_HOSTS.includes(url.hostname) && /^\/forum(?:\/|$)/u.test(url.pathname),
    papers: papers5,
    island: (doc) => doc.querySelector("#content, main"),
    shows: ["title"]
  };
  var openreview_forum_default = openReviewForum;
  function papers5(doc) {
    const title = doc.querySelector("h2.citation_title, .forum-title h2");
    const note = title?.closest(".forum-note") ?? title?.parentElement?.parentElement;
    return paperOnPage(idOf3(doc), { source: "openreview", title, abstract: note ? abstractOf(note) : null });
  }
  function idOf3(doc) {
    const pdf = doc.querySelector('meta[name="citation_pdf_url"]')?.getAttribute("content") ?? "";
    return paperAt(doc.URL) ?? paperAt(pdf, doc.URL);
  }
  function abstractOf(note) {
    const label = [...note.querySelectorAll(".note-content-field")].find((field2) => /^abstract\W*$/iu.test(oneLine(field2.textContent)));
    const value = label?.parentElement?.querySelector(".note-content-value");
    return value ?? null;
  }

  // extension/src/adapters/papers-cool.js
  var papersCool = {
    name: "papers-cool",
    matches: (url) => url.hostname === "papers.cool" && /^\/(?:arxiv|venue)(?:\/|$)/u.test(url.pathname),
    papers: (doc) => [...doc.querySelectorAll(".panel.paper[id]")].flatMap(paperOfPanel),
    island: () => null,
    shows: ["title", "abstract"]
  };
  var papers_cool_default = papersCool;
  var ORIGINS = { "": arxivId, OpenReview: openReviewId, ACL: aclId };
  function paperOfPanel(card) {
    const [id, origin = ""] = card.id.split("@");
    const read = Object.hasOwn(ORIGINS, origin) ? ORIGINS[origin] : () => null;
    return paperOnPage(read(id), { source: "papers-cool", card, title: card.querySelector("a.title-link"), abstract: card.querySelector("p.summary, .summary") });
  }

  // extension/src/adapters/postil-listing.js
  var CARD = "[data-postil-paper]";
  var KEY = /^[a-z0-9]+:\S+$/u;
  var postilListing = {
    name: "postil-listing",
    matches: (_url, doc) => doc.querySelector(CARD) !== null,
    papers: (doc) => [...doc.querySelectorAll(CARD)].flatMap((card) => paperOfCard2(card, doc) ?? []),
    island: () => null
  };
  var postil_listing_default = postilListing;
  function paperOfCard2(card, doc) {
    const key = card.getAttribute("data-postil-paper") ?? "";
    if (!KEY.test(key)) return null;
    const title = field(card, "title");
    const abstract = field(card, "abstract");
    const version = Number(card.getAttribute("data-postil-version"));
    return {
      key,
      card,
      fields: { ...title && { title }, ...abstract && { abstract } },
      ...title && { title: oneLine(title.textContent) },
      ...abstract && { abstract: oneLine(abstract.textContent) },
      source: card.getAttribute("data-postil-source") || "postil",
      ...Number.isSafeInteger(version) && version > 0 && { version },
      url: address(card.getAttribute("data-postil-url"), doc)
    };
  }
  function field(card, name) {
    const selector = `[data-postil-field="${name}"]`;
    return [...card.querySelectorAll(selector)].find((element) => element.closest(CARD) === card) ?? null;
  }
  function address(href, doc) {
    const here = new URL(doc.URL);
    here.hash = "";
    if (!href || !URL.canParse(href, doc.baseURI)) return here.href;
    const url = new URL(href, doc.baseURI);
    return /^https?:$/u.test(url.protocol) ? url.href : here.href;
  }

  // extension/src/adapters/semantic-scholar.js
  var semanticScholar = {
    name: "semantic-scholar",
    matches: (url) => S2_HOSTS.includes(url.hostname) && paperAt(url.href) !== null,
    papers: (doc) => {
      const heading = doc.querySelector('[data-test-id="paper-detail-title"], h1');
      return paperOnPage(paperAt(doc.URL), { source: "semantic-scholar", card: doc.documentElement, plain: { title: oneLine(heading?.textContent) } });
    },
    island: (doc) => doc.querySelector("#app")
  };
  var semantic_scholar_default = semanticScholar;

  // extension/src/adapters/found.js
  var adapters = [acl_anthology_default, alphaxiv_default, arxiv_abs_default, arxiv_html_default, arxiv_list_default, arxiv_pdf_default, arxiv_search_default, biorxiv_paper_default, citation_tags_default, huggingface_listing_default, huggingface_paper_default, openreview_forum_default, papers_cool_default, postil_listing_default, semantic_scholar_default];

  // extension/src/adapters/index.js
  function adapterFor(url, doc) {
    const [general, particular] = [true, false].map((is) => adapters.filter((adapter) => (adapter.general ?? false) === is));
    return [...particular, ...general].find((adapter) => adapter.matches(url, doc)) ?? null;
  }

  // extension/src/shared/catalogues.js
  var catalogues = {
    ar: () => ({
      abstract: "الملخص",
      abstract_of: "الملخص: $1",
      badge_of_paper: "$1: $2",
      badge_trouble: "$1. $2",
      badge_unasked: "البحث عن ملاحظات",
      badge_waiting: "بانتظار الإرسال",
      close: "إغلاق",
      comma: "، ",
      connect_in_options: "صِل Postil بخادم من خياراته.",
      copy: "نسخ",
      copy_saved: "سُلّمت نسخة إلى تنزيلات المتصفح. ما زالت الملاحظات محفوظة هنا.",
      delete: "حذف",
      failed_notes_few: "تعذّر إرسال $1 ملاحظات. افتح Postil لمعرفة السبب.",
      failed_notes_many: "تعذّر إرسال $1 ملاحظة. افتح Postil لمعرفة السبب.",
      failed_notes_one: "تعذّر إرسال ملاحظة واحدة. افتح Postil لمعرفة السبب.",
      failed_notes_other: "تعذّر إرسال $1 ملاحظة. افتح Postil لمعرفة السبب.",
      failed_notes_two: "تعذّر إرسال ملاحظتين. افتح Postil لمعرفة السبب.",
      failed_notes_zero: "لم يتعذّر إرسال أي ملاحظة.",
      icon_problem: "Postil: $1",
      new_notes_few: "$1 جديدة",
      new_notes_many: "$1 جديدة",
      new_notes_one: "واحدة جديدة",
      new_notes_other: "$1 جديدة",
      new_notes_two: "اثنتان جديدتان",
      new_notes_zero: "لا جديد",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      no_notes: "لا ملاحظات",
      not_running: "لا يعمل Postil في هذه الصفحة.",
      notes_few: "$1 ملاحظات",
      notes_many: "$1 ملاحظة",
      notes_one: "ملاحظة واحدة",
      notes_other: "$1 ملاحظة",
      notes_two: "ملاحظتان",
      notes_zero: "لا ملاحظات",
      number_changed: "عدد: «$1» صار الآن «$2»",
      own_pages_only: "لا يمكن فعل هذا إلا في صفحة من صفحات Postil نفسه.",
      said_sent: "أُرسل ما كان بانتظار الإرسال",
      switched_off: "أُوقف Postil في هذه الصفحة.",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة.",
      walk: "القراءة جملة جملة",
      walk_by: "القراءة جملة جملة ($1)",
      walk_next: "الجملة التالية",
      walk_previous: "الجملة السابقة",
      walk_stop: "إيقاف القراءة جملة جملة",
      walk_title: "العنوان: $1",
      went_wrong: "حدث خطأ داخل Postil."
    }),
    de: () => ({
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      badge_of_paper: "$1: $2",
      badge_trouble: "$1. $2",
      badge_unasked: "Nach Notizen suchen",
      badge_waiting: "wartet auf das Senden",
      close: "Schließen",
      comma: ", ",
      connect_in_options: "Verbinde Postil in seinen Einstellungen mit einem Server.",
      copy: "Kopieren",
      copy_saved: "Eine Kopie wurde den Downloads des Browsers übergeben. Die Notizen sind weiterhin hier.",
      delete: "Löschen",
      failed_notes_one: "$1 Notiz konnte nicht gesendet werden. Öffne Postil, um zu sehen, warum.",
      failed_notes_other: "$1 Notizen konnten nicht gesendet werden. Öffne Postil, um zu sehen, warum.",
      icon_problem: "Postil: $1",
      new_notes_one: "$1 neue",
      new_notes_other: "$1 neue",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      no_notes: "Keine Notizen",
      not_running: "Postil läuft auf dieser Seite nicht.",
      notes_one: "$1 Notiz",
      notes_other: "$1 Notizen",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      own_pages_only: "Das geht nur auf einer Seite von Postil selbst.",
      said_sent: "Was gewartet hat, ist gesendet",
      switched_off: "Postil wurde auf dieser Seite ausgeschaltet.",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen.",
      walk: "Satz für Satz lesen",
      walk_by: "Satz für Satz lesen ($1)",
      walk_next: "Nächster Satz",
      walk_previous: "Vorheriger Satz",
      walk_stop: "Satzweises Lesen beenden",
      walk_title: "Titel: $1",
      went_wrong: "In Postil ist etwas schiefgegangen."
    }),
    en: () => ({
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      badge_of_paper: "$1: $2",
      badge_trouble: "$1. $2",
      badge_unasked: "Look for notes",
      badge_waiting: "waiting to be sent",
      close: "Close",
      comma: ", ",
      connect_in_options: "Connect Postil to a server in its options.",
      copy: "Copy",
      copy_saved: "A copy was handed to the browser's downloads. The notes are still kept here.",
      delete: "Delete",
      failed_notes_one: "$1 note could not be sent. Open Postil to see why.",
      failed_notes_other: "$1 notes could not be sent. Open Postil to see why.",
      icon_problem: "Postil: $1",
      new_notes_one: "$1 new",
      new_notes_other: "$1 new",
      no_answer: "Postil did not answer. Reload this page.",
      no_notes: "No notes",
      not_running: "Postil is not running on this page.",
      notes_one: "$1 note",
      notes_other: "$1 notes",
      number_changed: "Number: “$1” is now “$2”",
      own_pages_only: "This can only be done on a page of Postil itself.",
      said_sent: "What waited was sent",
      switched_off: "Postil was switched off on this page.",
      updated: "Postil was updated. Reload this page to go on.",
      walk: "Read by sentence",
      walk_by: "Read by sentence ($1)",
      walk_next: "Next sentence",
      walk_previous: "Previous sentence",
      walk_stop: "Stop reading by sentence",
      walk_title: "Title: $1",
      went_wrong: "Something went wrong inside Postil."
    })
  };

  // extension/src/shared/phrase.js
  var LOCALES = { en: "en-GB" };
  var RIGHT_TO_LEFT = /* @__PURE__ */ new Set(["ar"]);
  var RIGHT_TO_LEFT_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
  var ASCII = /^[\0-\x7f]*$/u;
  var TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;
  var [ISOLATE, END_OF_ISOLATE] = ["⁨", "⁩"];
  var spoken = "en";
  var phrases = null;
  function speak(wanted) {
    const known = wanted.flatMap((tag2) => [tag2, tag2.split("-")[0]]).find((tag2) => Object.hasOwn(catalogues, tag2));
    spoken = /** @type {Language} */
    known ?? "en";
    phrases = null;
  }
  var language = () => spoken;
  var direction = () => RIGHT_TO_LEFT.has(spoken) ? "rtl" : "ltr";
  var locale = () => LOCALES[spoken] ?? spoken;
  function phrase(key, ...values) {
    phrases ??= catalogues[spoken]();
    return phrases[key].replace(/\$(\d)/g, (_, place) => {
      const value = values[place - 1];
      return typeof value === "string" ? isolated(value) : listed(value);
    });
  }
  var listed = (values) => values.map(isolated).join(phrase("comma"));
  function counted(stem, count, ...values) {
    const key = (
      /** @type {Key} */
      `${stem}_${new Intl.PluralRules(spoken).select(count)}`
    );
    return phrase(key, number(count), ...values);
  }
  var number = (count) => new Intl.NumberFormat(locale()).format(count);
  function isolated(value) {
    if (direction() === "ltr" && ASCII.test(value)) return value;
    const plain2 = value.replace(TURNS, "");
    const isForeign = RIGHT_TO_LEFT_LETTER.test(plain2) || direction() === "rtl" && new RegExp("\\p{L}", "u").test(plain2);
    return isForeign ? `${ISOLATE}${plain2}${END_OF_ISOLATE}` : plain2;
  }

  // extension/src/shared/messages.js
  var everyone = Object.freeze(["content", "page"]);
  var pagesOnly = Object.freeze(["page"]);
  var MESSAGES = Object.freeze({
    status: everyone,
    notes: everyone,
    refresh: everyone,
    looked: everyone,
    history: everyone,
    "catch-up": everyone,
    tools: everyone,
    "still-on": everyone,
    create: everyone,
    edit: everyone,
    attach: everyone,
    "draft-keep": everyone,
    "draft-drop": everyone,
    "draft-claim": everyone,
    move: everyone,
    delete: everyone,
    "undo-delete": everyone,
    destination: everyone,
    "paper-seen": everyone,
    "mute-group": everyone,
    // A page that took over its renderer must not reach the pairing, tell the server more than was chosen, read or throw away
    // what could not be sent, nor switch Postil off on other sites.
    pause: pagesOnly,
    "hide-marks": pagesOnly,
    waiting: pagesOnly,
    drafts: pagesOnly,
    "draft-open": pagesOnly,
    kept: pagesOnly,
    "try-now": pagesOnly,
    "resolve-failed": pagesOnly,
    "look-up": pagesOnly,
    "set-keys": pagesOnly,
    connect: pagesOnly,
    "begin-pairing": pagesOnly,
    "poll-pairing": pagesOnly,
    disconnect: pagesOnly,
    sites: pagesOnly,
    "switch-site": pagesOnly,
    // What a content script answers. The last is the worker's, which some browsers send without an address.
    "papers-on-page": pagesOnly,
    "page-report": pagesOnly,
    "leave-page": everyone
  });
  var AskError = class extends Error {
    /** @param {string} code @param {string} message */
    constructor(code, message) {
      super(message);
      this.name = "AskError";
      this.code = code;
    }
  };
  function messageOf(error) {
    const { message } = (
      /** @type {{message?: unknown}} */
      error ?? {}
    );
    return typeof message === "string" && message ? message : phrase("went_wrong");
  }
  var current = null;
  function speakThrough(transport) {
    current = transport;
  }
  function transportInUse() {
    if (!current) throw new AskError("no-transport", phrase("not_running"));
    return current;
  }
  async function ask(name, payload) {
    return open(await transportInUse().send({ ask: name, payload }));
  }
  function onPush(listener) {
    return transportInUse().onPush(listener);
  }
  function serve(handlers, transport) {
    transport.receive((message, party, sender) => {
      const name = (
        /** @type {MessageName} */
        message.ask
      );
      if (!Object.hasOwn(MESSAGES, name) || !Object.hasOwn(handlers, name)) return null;
      return reply(handlers, name, message.payload, party, sender);
    });
  }
  async function reply(handlers, name, payload, party, sender) {
    try {
      if (!MESSAGES[name].includes(party)) throw new AskError("not-allowed", phrase("own_pages_only"));
      const handler = (
        /** @type {(payload: unknown, party: Party, sender: Sender) => unknown} */
        handlers[name]
      );
      return { ok: true, answer: await handler(payload, party, sender) };
    } catch (error) {
      return { ok: false, error: described(error) };
    }
  }
  function described(error) {
    const { code } = (
      /** @type {{code?: unknown}} */
      error ?? {}
    );
    return { code: typeof code === "string" ? code : "internal", message: messageOf(error) };
  }
  function open(envelope) {
    const reply2 = (
      /** @type {Envelope | null | undefined} */
      envelope
    );
    if (!reply2 || typeof reply2.ok !== "boolean") throw new AskError("nobody", phrase("no_answer"));
    if (!reply2.ok) throw new AskError(reply2.error.code, reply2.error.message);
    return reply2.answer;
  }

  // extension/src/shared/transport-runtime.js
  function runtimeTransport(browser = chrome) {
    return {
      send: (message, tab) => send(browser, message, tab),
      receive: (answer) => {
        browser.runtime.onMessage.addListener((message, sender, respond) => {
          if (!isAsk(message) || sender.id !== browser.runtime.id) return false;
          const reply2 = answer(message, isOwnPage(sender, browser) ? "page" : "content", sender);
          if (!reply2) return false;
          reply2.then(respond);
          return true;
        });
      },
      onPush: (listener) => {
        const heard = (message, sender) => {
          if (isPush(message) && isOwn(sender, browser)) listener(message);
        };
        browser.runtime.onMessage.addListener(heard);
        return () => browser.runtime.onMessage.removeListener(heard);
      }
    };
  }
  async function send(browser, message, tab) {
    if (!browser.runtime?.id) throw new AskError("cut-off", phrase("updated"));
    try {
      if (tab === void 0) return await browser.runtime.sendMessage(message);
      return await browser.tabs?.sendMessage(tab, message);
    } catch (error) {
      throw readable(error);
    }
  }
  function readable(error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/context invalidated/i.test(text)) return new AskError("cut-off", phrase("updated"));
    return new AskError("nobody", phrase("no_answer"));
  }
  function isAsk(message) {
    return typeof message === "object" && message !== null && typeof message.ask === "string";
  }
  function isPush(message) {
    return typeof message === "object" && message !== null && message.push === "changed";
  }
  function isOwnPage(sender, browser) {
    return typeof sender.url === "string" && sender.url.startsWith(browser.runtime.getURL(""));
  }
  function isOwn(sender, browser) {
    return sender.id === browser.runtime.id && (!sender.tab || isOwnPage(sender, browser));
  }

  // extension/src/shared/keys.js
  var LETTERS = Object.freeze({
    walk: "r",
    next: "j",
    previous: "k",
    "next-paper": "f",
    "previous-paper": "b",
    highlight: "h",
    note: "n",
    abstract: "a"
  });
  var DEFAULT_KEYS = Object.freeze({ on: true, letters: Object.freeze({}) });
  var ACTIONS = (
    /** @type {KeyAction[]} */
    Object.keys(LETTERS)
  );
  var WIDENING = ["next", "previous"];
  var ONE_LETTER = /^[\p{L}\p{N}]$/u;
  function letterOf({ on, letters }, action) {
    return on ? letters[action] ?? LETTERS[action] : "";
  }
  function actionOf(event, keys) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return null;
    const [action = null] = typedLetters(event).flatMap((letter) => ACTIONS.find((one) => letterOf(keys, one) === letter) ?? []);
    const isOurs2 = action && (WIDENING.includes(action) || !event.shiftKey && !event.repeat);
    return isOurs2 ? action : null;
  }
  function typedLetters({ key, code }) {
    if (!ONE_LETTER.test(key)) return [];
    const latin = /^[a-z0-9]$/iu.test(key) ? null : /^Key([A-Z])$/u.exec(code);
    return [key.toLowerCase(), ...latin ? [latin[1].toLowerCase()] : []];
  }

  // extension/src/shared/switches.js
  function toggled(list, one, isIn) {
    const others = list.filter((other) => other !== one);
    return isIn ? [...others, one] : others;
  }

  // extension/src/content/words.js
  var MINUTE = 6e4;
  var HOUR = 60 * MINUTE;
  var DAY = 24 * HOUR;
  function badgeName(count, fresh, waiting) {
    const parts = [count ? counted("notes", count) : phrase("no_notes")];
    if (fresh) parts.push(counted("new_notes", fresh));
    if (waiting) parts.push(phrase("badge_waiting"));
    return listed(parts);
  }
  function problemLine(status) {
    if (status.problem) return status.problem.message;
    if (status.failed) return counted("failed_notes", status.failed);
    return "";
  }
  function farEndLine(error) {
    return error instanceof Error ? error.message : phrase("no_answer");
  }

  // extension/src/content/badge-state.js
  function badgeState(margin, shown, known, status) {
    const notes = shown.placed.map(({ note }) => note);
    return {
      title: margin.title(shown),
      count: notes.length,
      fresh: notes.filter((note) => note.fresh && !known.has(note.id)).length,
      unasked: status.lookup === "badge",
      waiting: notes.some((note) => note.pending !== null || note.failed !== null),
      problem: problemLine(status)
    };
  }

  // extension/src/content/note-icon.js
  var NOTE = "M3 2.75h10v7.5l-3 3H3z M13 10.25h-3v3 M5.5 6h5M5.5 8.75h2.5";
  var made = null;
  function noteElement() {
    made ??= make();
    return made.cloneNode(true);
  }
  function make() {
    const [shape, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    const look = { class: "icon", viewBox: "0 0 16 16", width: "16", height: "16", fill: "none", stroke: "currentColor" };
    const line = { "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false" };
    for (const [name, value] of Object.entries({ ...look, ...line })) shape.setAttribute(name, value);
    path.setAttribute("d", NOTE);
    shape.append(path);
    return shape;
  }

  // extension/src/content/badge.js
  function createBadge(first, events) {
    let shown = first;
    let said = "";
    const element = document.createElement("button");
    element.type = "button";
    element.setAttribute("aria-haspopup", "dialog");
    element.addEventListener("click", () => events.open(shown, element));
    element.addEventListener("keydown", (event) => {
      const action = actionOf(event, events.keys());
      if (action === "abstract") events.openAbstract(shown);
      if (action === "walk") events.walk(shown);
    });
    return {
      element,
      /** @param {Shown} now @returns {boolean} whether it looks otherwise than before */
      show(now) {
        shown = now;
        const state = events.stateOf(now);
        const saying = JSON.stringify([now.paper.key, state]);
        if (saying === said) return false;
        said = saying;
        const name = state.unasked && !state.count ? phrase("badge_unasked") : badgeName(state.count, state.fresh, state.waiting);
        element.className = `badge ${state.fresh ? "fresh" : state.count ? "some" : "none"}${isWhole(now) ? " corner" : ""}`;
        element.title = state.problem ? phrase("badge_trouble", name, state.problem) : name;
        element.setAttribute("aria-label", state.title ? phrase("badge_of_paper", name, state.title) : name);
        element.setAttribute("data-paper", now.paper.key);
        const pill = part("pill", noteElement(), ...state.count ? [part("count", number(state.count))] : []);
        element.replaceChildren(pill, ...state.waiting ? [part("dot")] : []);
        return true;
      }
    };
  }
  function isWhole({ paper: { card } }) {
    return card === card.ownerDocument.documentElement;
  }
  function part(name, ...inside) {
    const element = document.createElement("span");
    element.className = name;
    element.append(...inside);
    return element;
  }

  // extension/src/content/geometry.js
  var STEP3 = 16;
  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }
  function placeBadge(badge, card, taken3, width, isRtl = false) {
    if (isRtl) {
      const mirrored = (box) => ({ left: width - box.right, top: box.top, right: width - box.left, bottom: box.bottom });
      const spot = placeBadge(badge, mirrored(card), taken3.map(mirrored), width);
      return { left: width - spot.left - badge.width, top: spot.top };
    }
    const right = Math.min(card.right, width);
    const inside = right - badge.width - 6;
    const edge = card.top - badge.height / 2;
    const spots = [{ left: inside, top: card.top + 6 }];
    for (let left = inside; left >= Math.max(card.left, 0); left -= STEP3) spots.push({ left, top: edge });
    spots.push({ left: inside, top: card.bottom - badge.height - 6 }, { left: inside, top: card.bottom - badge.height / 2 });
    const free = spots.find((spot) => {
      const box = { ...spot, right: spot.left + badge.width, bottom: spot.top + badge.height };
      return spot.left >= 0 && !taken3.some((other) => overlap(box, other));
    });
    return free ?? { left: Math.max(0, inside), top: edge };
  }

  // extension/src/content/spots.js
  var CONTROLS2 = "a[href], button, input, select, textarea, label, summary, [role=button], [role=checkbox], img, svg, video";
  function createSpots() {
    const found = /* @__PURE__ */ new WeakMap();
    return {
      /**
       * @param {Shown} shown
       * @param {HTMLElement} badge
       * @param {number} width  of the document
       * @returns {Box | null}  in the viewport; null while the page does not show the card
       */
      of(shown, badge, width) {
        if (isWhole(shown)) return boxAt(0, 0, { width: 0, height: 0 });
        const { card } = shown.paper;
        const box = card.getBoundingClientRect();
        if (!box.width || !box.height) return null;
        const size = { width: badge.offsetWidth || 32, height: badge.offsetHeight || 32 };
        const around = `${size.width} ${size.height} ${box.left} ${width}`;
        const known = found.get(card);
        if (known?.card === sizeOf(box) && known.badge === around) return boxAt(box.left + known.left, box.top + known.top, size);
        const isRtl = getComputedStyle(card).direction === "rtl";
        const spot = placeBadge(size, box, taken(shown, box), width, isRtl);
        found.set(card, { card: sizeOf(box), badge: around, left: spot.left - box.left, top: spot.top - box.top });
        return boxAt(spot.left, spot.top, size);
      },
      /** Whether a card still has the size that its spot was found for. @param {Element} card */
      fits: (card) => found.get(card)?.card === sizeOf(card.getBoundingClientRect()),
      /** @param {Iterable<Element>} cards  where other things stand now */
      forget(cards2) {
        for (const card of cards2) found.delete(card);
      }
    };
  }
  var boxAt = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });
  var sizeOf = ({ width, height }) => `${width} ${height}`;
  function taken(shown, card) {
    const large = card.width * card.height * 0.3;
    const things = [...shown.paper.card.querySelectorAll("*")].filter((one) => one.matches(CONTROLS2) || isLabel(one));
    const boxes = things.flatMap((one) => [...one.getClientRects()]).filter((box) => box.width * box.height < large);
    const texts = [shown.paper.fields.title, shown.paper.fields.abstract].flatMap((field2) => field2 ? linesOf(field2) : []);
    return [...boxes, ...texts];
  }
  var LABEL = 80;
  function isLabel(element) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    return words && (element.textContent ?? "").length <= LABEL;
  }
  function linesOf(field2) {
    const range = field2.ownerDocument.createRange();
    range.selectNodeContents(field2);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0 && box.height < 80);
  }

  // extension/src/content/badges.js
  var NEAR = 0.5;
  function createBadges(host, events) {
    const layer2 = host.layer("badge-layer");
    const spots = createSpots();
    let all = [];
    let drawn = [];
    let awaited = /* @__PURE__ */ new Set();
    const near = /* @__PURE__ */ new Map();
    let stale = false;
    const approach = new IntersectionObserver((entries) => {
      const come = new Set(entries.filter(({ isIntersecting, target }) => isIntersecting && !near.has(target)).map(({ target }) => target));
      if (!come.size) return;
      for (const shown of all) if (come.has(shown.paper.card)) approached(shown);
      show();
    }, { rootMargin: `${NEAR * 100}% 0px` });
    const resize = new ResizeObserver((entries) => {
      if (entries.some(({ target }) => !spots.fits(target))) placeAll();
    });
    const approached = (shown) => {
      const { card } = shown.paper;
      if (near.has(card)) return;
      near.set(card, createBadge(shown, events));
      resize.observe(card);
    };
    const leave = (card) => {
      approach.unobserve(card);
      resize.unobserve(card);
      near.get(card)?.element.remove();
      near.delete(card);
    };
    const watch = () => {
      const present = new Set(all.map(({ paper }) => paper.card));
      for (const card of awaited) if (!present.has(card)) leave(card);
      for (const card of present) if (!awaited.has(card)) approach.observe(card);
      for (const shown of all.filter(({ paper }) => !awaited.has(paper.card))) {
        if (isNear(shown.paper.card)) approached(shown);
        else if (isBelow(shown.paper.card)) break;
      }
      awaited = present;
    };
    const badgeOf = ({ paper }) => (
      /** @type {Badge} */
      near.get(paper.card)
    );
    const show = () => {
      drawn = all.filter(({ paper }) => near.has(paper.card));
      const changed = drawn.filter((shown) => badgeOf(shown).show(shown));
      drawn.forEach((shown, index) => {
        const { element } = badgeOf(shown);
        if (layer2.children[index] !== element) layer2.insertBefore(element, layer2.children[index] ?? null);
      });
      if (changed.length || stale) placeAll();
    };
    const placeAll = () => {
      stale = false;
      if (!drawn.length) return;
      const origin = host.origin();
      const places = looked();
      places.forEach(({ place, isCovered: isCovered2 }, index) => {
        const { element } = badgeOf(drawn[index]);
        element.hidden = !place;
        element.classList.toggle("covered", isCovered2);
        if (place) element.style.translate = `${place.left - origin.left}px ${place.top - origin.top}px`;
      });
    };
    const looked = () => {
      const width = document.documentElement.clientWidth;
      return drawn.map((shown) => {
        const place = spots.of(shown, badgeOf(shown).element, width);
        return { place, isCovered: place !== null && isCovered(shown, place, host.element) };
      });
    };
    const hideCovered = () => looked().forEach(({ isCovered: isCovered2 }, index) => badgeOf(drawn[index]).element.classList.toggle("covered", isCovered2));
    return {
      /** @param {Shown[]} shown  what is to have a badge */
      draw(shown) {
        all = shown;
        watch();
        show();
      },
      /** @param {Element | null} element */
      has: (element) => element !== null && element.parentElement === layer2,
      place: placeAll,
      scrolled: hideCovered,
      /** What stands on these cards may stand elsewhere on them now. @param {Node[]} touched */
      forget(touched) {
        stale = true;
        spots.forget([...near.keys()].filter((card) => touched.some((node) => card.contains(node) || node.contains(card))));
      },
      remove() {
        approach.disconnect();
        resize.disconnect();
        layer2.replaceChildren();
      }
    };
  }
  var isBelow = (card) => card.getBoundingClientRect().top > (1 + NEAR) * window.innerHeight;
  function isNear(card) {
    const { top, bottom, width, height } = card.getBoundingClientRect();
    const margin = NEAR * window.innerHeight;
    return (width > 0 || height > 0) && bottom >= -margin && top <= window.innerHeight + margin;
  }
  function isCovered(shown, badge, own) {
    const { card } = shown.paper;
    if (isWhole(shown) || !overlap(badge, { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight })) return false;
    const box = card.getBoundingClientRect();
    const x = Math.min(Math.max((badge.left + badge.right) / 2, box.left + 2), box.right - 2);
    const y = Math.min(Math.max((badge.top + badge.bottom) / 2, box.top + 2), box.bottom - 2);
    const top = document.elementsFromPoint(x, y).find((one) => one !== own);
    return Boolean(top) && !card.contains(
      /** @type {Element} */
      top
    ) && !/** @type {Element} */
    top.contains(card);
  }

  // extension/src/ui/tokens.css
  var tokens_default = "/* Every colour and size that Postil uses; nothing else names a colour. Used by the extension's pages, by the shadow\n   root on someone else's page, and by the server's own pages.\n   A pair follows the element's color-scheme, so a page that has a theme of its own sets `color-scheme` on the root and\n   is done. ::highlight() on a foreign page cannot: the marks' halves have names of their own (-on-light, -on-dark). */\n\n:root,\n:host {\n  color-scheme: light dark;\n\n  --postil-paper: light-dark(#ffffff, #16171a);\n  --postil-raised: light-dark(#f7f7f8, #1f2024);\n  --postil-popover: light-dark(#ffffff, #1f2024); /* what lies over a page: in the dark lighter than it */\n  --postil-hover: light-dark(rgb(27 27 31 / 0.06), rgb(255 255 255 / 0.08));\n  --postil-ink: light-dark(#1b1b1f, #ececee);\n  --postil-muted: light-dark(#5c6068, #a3a7b0);\n  --postil-line: light-dark(#e2e4e8, #303238);\n  --postil-control-line: light-dark(#80858e, #767b85); /* edges of fields: 3:1 against paper */\n  --postil-accent: light-dark(#3b5bdb, #91a4fb);\n  --postil-on-accent: light-dark(#ffffff, #10131f);\n  --postil-good: light-dark(#067647, #47cd89);\n  --postil-warn: light-dark(#9a4a05, #f5a15b);\n  --postil-bad: light-dark(#b42318, #f97066);\n  --postil-shadow: 0 6px 24px light-dark(rgb(27 27 31 / 0.16), rgb(0 0 0 / 0.5)), 0 1px 3px light-dark(rgb(27 27 31 / 0.12), rgb(0 0 0 / 0.4));\n\n  /* Marks: background, underline colour, underline style and thickness. The underline tells them apart without colour. */\n  --postil-mark-amber-on-light: #ffe08a;\n  --postil-mark-amber-on-dark: #524000;\n  --postil-mark-amber-line-on-light: #8a6400;\n  --postil-mark-amber-line-on-dark: #d9ae2b;\n  --postil-mark-amber-style: solid;\n  --postil-mark-amber-thickness: 2px;\n\n  --postil-mark-sky-on-light: #b9e1ff;\n  --postil-mark-sky-on-dark: #0f4163;\n  --postil-mark-sky-line-on-light: #1769a0;\n  --postil-mark-sky-line-on-dark: #6bbcf2;\n  --postil-mark-sky-style: dashed;\n  --postil-mark-sky-thickness: 2px;\n\n  --postil-mark-mint-on-light: #bdeccd;\n  --postil-mark-mint-on-dark: #164a2b;\n  --postil-mark-mint-line-on-light: #1c7a44;\n  --postil-mark-mint-line-on-dark: #5fc98a;\n  --postil-mark-mint-style: dotted;\n  --postil-mark-mint-thickness: 2px;\n\n  --postil-mark-rose-on-light: #ffcdd6;\n  --postil-mark-rose-on-dark: #661f31;\n  --postil-mark-rose-line-on-light: #b02a4a;\n  --postil-mark-rose-line-on-dark: #f28ba0;\n  --postil-mark-rose-style: wavy;\n  --postil-mark-rose-thickness: 2px;\n\n  --postil-mark-lilac-on-light: #dfd0ff;\n  --postil-mark-lilac-on-dark: #43306e;\n  --postil-mark-lilac-line-on-light: #6a43c0;\n  --postil-mark-lilac-line-on-dark: #b39af2;\n  --postil-mark-lilac-style: double;\n  --postil-mark-lilac-thickness: 2px;\n\n  --postil-mark-sand-on-light: #ecdcc8;\n  --postil-mark-sand-on-dark: #4d3d2a;\n  --postil-mark-sand-line-on-light: #7d5f38;\n  --postil-mark-sand-line-on-dark: #cfae82;\n  --postil-mark-sand-style: solid;\n  --postil-mark-sand-thickness: 4px;\n\n  --postil-mark-lime-on-light: #e4f1ac;\n  --postil-mark-lime-on-dark: #3d4a10;\n  --postil-mark-lime-line-on-light: #5f7510;\n  --postil-mark-lime-line-on-dark: #b3cc4d;\n  --postil-mark-lime-style: dashed;\n  --postil-mark-lime-thickness: 4px;\n\n  --postil-mark-grey-on-light: #e1e4e9;\n  --postil-mark-grey-on-dark: #3a3e46;\n  --postil-mark-grey-line-on-light: #5c6068;\n  --postil-mark-grey-line-on-dark: #a3a7b0;\n  --postil-mark-grey-style: dotted;\n  --postil-mark-grey-thickness: 4px;\n\n  --postil-mark-amber: light-dark(var(--postil-mark-amber-on-light), var(--postil-mark-amber-on-dark));\n  --postil-mark-sky: light-dark(var(--postil-mark-sky-on-light), var(--postil-mark-sky-on-dark));\n  --postil-mark-mint: light-dark(var(--postil-mark-mint-on-light), var(--postil-mark-mint-on-dark));\n  --postil-mark-rose: light-dark(var(--postil-mark-rose-on-light), var(--postil-mark-rose-on-dark));\n  --postil-mark-lilac: light-dark(var(--postil-mark-lilac-on-light), var(--postil-mark-lilac-on-dark));\n  --postil-mark-sand: light-dark(var(--postil-mark-sand-on-light), var(--postil-mark-sand-on-dark));\n  --postil-mark-lime: light-dark(var(--postil-mark-lime-on-light), var(--postil-mark-lime-on-dark));\n  --postil-mark-grey: light-dark(var(--postil-mark-grey-on-light), var(--postil-mark-grey-on-dark));\n  --postil-mark-amber-line: light-dark(var(--postil-mark-amber-line-on-light), var(--postil-mark-amber-line-on-dark));\n  --postil-mark-sky-line: light-dark(var(--postil-mark-sky-line-on-light), var(--postil-mark-sky-line-on-dark));\n  --postil-mark-mint-line: light-dark(var(--postil-mark-mint-line-on-light), var(--postil-mark-mint-line-on-dark));\n  --postil-mark-rose-line: light-dark(var(--postil-mark-rose-line-on-light), var(--postil-mark-rose-line-on-dark));\n  --postil-mark-lilac-line: light-dark(var(--postil-mark-lilac-line-on-light), var(--postil-mark-lilac-line-on-dark));\n  --postil-mark-sand-line: light-dark(var(--postil-mark-sand-line-on-light), var(--postil-mark-sand-line-on-dark));\n  --postil-mark-lime-line: light-dark(var(--postil-mark-lime-line-on-light), var(--postil-mark-lime-line-on-dark));\n  --postil-mark-grey-line: light-dark(var(--postil-mark-grey-line-on-light), var(--postil-mark-grey-line-on-dark));\n\n  /* Type: four sizes, two weights. */\n  --postil-sans: system-ui, -apple-system, \"Segoe UI\", Roboto, sans-serif;\n  --postil-serif: ui-serif, Georgia, serif;\n  --postil-small: 13px;\n  --postil-text: 15px;\n  --postil-reading: 17px;\n  --postil-title: 20px;\n  --postil-leading: 1.5;\n  --postil-reading-leading: 1.6;\n  --postil-measure: 544px; /* at most 72 letters of a narrow serif at reading size */\n  --postil-regular: 400;\n  --postil-strong: 600;\n\n  /* Space on a grid of 4; --postil-space-3 is three steps, 12 px. */\n  --postil-space-1: 4px;\n  --postil-space-2: 8px;\n  --postil-space-3: 12px;\n  --postil-space-4: 16px;\n  --postil-space-6: 24px;\n  --postil-space-8: 32px;\n  --postil-radius: 8px;\n  --postil-target: 32px;\n\n  --postil-focus: 2px solid var(--postil-accent);\n  --postil-focus-offset: 2px;\n  --postil-motion: 120ms;\n}\n\n@media (pointer: coarse) {\n  :root,\n  :host {\n    --postil-target: 44px;\n  }\n}\n\n@media (prefers-reduced-motion: reduce) {\n  :root,\n  :host {\n    --postil-motion: 0ms;\n  }\n}\n\n@media (forced-colors: active) {\n  :root,\n  :host {\n    --postil-paper: Canvas;\n    --postil-raised: Canvas;\n    --postil-popover: Canvas;\n    --postil-hover: Canvas;\n    --postil-ink: CanvasText;\n    --postil-muted: CanvasText;\n    --postil-line: CanvasText;\n    --postil-control-line: ButtonBorder;\n    --postil-accent: LinkText;\n    --postil-on-accent: Canvas;\n    --postil-good: CanvasText;\n    --postil-warn: CanvasText;\n    --postil-bad: CanvasText;\n    --postil-shadow: none;\n  }\n}\n";

  // extension/src/content/host.css
  var host_default = `/* Postil on someone else's page: inside one shadow root, colours from the tokens alone. */

:host {
  all: initial !important;
  position: absolute !important;
  top: 0 !important;
  left: 0 !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
}
:host([data-scheme="light"]) { color-scheme: light !important; }
:host([data-scheme="dark"]) { color-scheme: dark !important; }
@media print { :host { display: none !important; } }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }

.layer, .live {
  font: var(--postil-regular) var(--postil-text) / var(--postil-leading) var(--postil-sans);
  color: var(--postil-ink);
  text-align: start;
}
/* At the left in every language: at the right end of nothing they would stick out of a page that is read from there. */
.live { position: absolute; top: 0; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

p, h2, h3, ul, blockquote { margin: 0; padding: 0; }
.icon { flex: none; display: block; }

button, select, input, textarea {
  font: inherit;
  color: inherit;
  margin: 0;
  letter-spacing: normal;
}
button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: var(--postil-space-1);
  min-height: var(--postil-target);
  padding: 0 var(--postil-space-3);
  border: 1px solid transparent;
  border-radius: var(--postil-radius);
  background: transparent;
  cursor: pointer;
  white-space: nowrap;
}
button:hover { background: var(--postil-hover); }
button:disabled { opacity: 0.6; cursor: default; }
button.primary, button.primary:hover { background: var(--postil-accent); color: var(--postil-on-accent); font-weight: var(--postil-strong); }
button.bare { width: var(--postil-target); padding: 0; color: var(--postil-muted); }
:focus-visible { outline: var(--postil-focus); outline-offset: var(--postil-focus-offset); }


/* Badges */

.badge {
  position: absolute;
  top: 0;
  left: 0;
  min-width: var(--postil-target);
  height: var(--postil-target);
  padding: 0;
  color: var(--postil-muted);
  font-size: var(--postil-small);
  font-variant-numeric: tabular-nums;
}
.badge:hover { background: transparent; }
.badge.corner { position: fixed; inset-block: auto 12px; inset-inline: auto 12px; translate: none !important; }
/* Behind a bar of the page: not seen, not in the way, still there for the keyboard. */
.badge.covered:not(:focus-visible) { opacity: 0; pointer-events: none; }
.badge .pill {
  display: inline-flex;
  align-items: center;
  gap: var(--postil-space-1);
  height: 24px;
  padding: 0 6px;
  border: 1px solid var(--postil-line);
  border-radius: 12px;
  background: var(--postil-paper);
}
.badge.none .pill { padding: 0 3px; border-color: transparent; background: transparent; }
.badge:hover .pill, .badge:focus-visible .pill { border-color: var(--postil-control-line); background: var(--postil-paper); color: var(--postil-ink); }
.badge.fresh .pill { border-color: var(--postil-accent); background: var(--postil-accent); color: var(--postil-on-accent); font-weight: var(--postil-strong); }
.badge .dot {
  position: absolute;
  top: 2px;
  inset-inline-end: 0;
  width: 8px;
  height: 8px;
  border: 1px solid var(--postil-paper);
  border-radius: 50%;
  background: var(--postil-warn);
}

/* The way in by keyboard */

.way-in:not(:focus-visible) { position: absolute; top: 0; left: 0; width: 1px; height: 1px; min-height: 0; padding: 0; overflow: hidden; clip-path: inset(50%); }
.way-in:focus-visible::before { content: attr(aria-label); }
.way-in:focus-visible {
  position: fixed;
  left: 50%;
  bottom: var(--postil-space-4);
  translate: -50% 0;
  max-width: calc(100vw - 16px);
  border: 1px solid var(--postil-line);
  background: var(--postil-popover);
  box-shadow: var(--postil-shadow);
}

@media (forced-colors: active) {
  .badge { border: 0; }
  .badge .pill { border-color: CanvasText; }
  .badge.fresh .pill { forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText; }
  .badge .dot { forced-color-adjust: none; background: Highlight; }
}
`;

  // extension/src/content/host.js
  var KEPT = [
    "click",
    "dblclick",
    "auxclick",
    "contextmenu",
    "mousedown",
    "mouseup",
    "mouseover",
    "mouseout",
    "pointerdown",
    "pointerup",
    "pointerover",
    "pointerout",
    "touchstart",
    "touchend",
    "keydown",
    "keyup",
    "keypress",
    "beforeinput",
    "input",
    "change",
    "submit",
    "focusin",
    "focusout",
    "paste",
    "copy",
    "cut",
    "compositionstart",
    "compositionend",
    "dragstart",
    "selectstart"
  ];
  var FIRST = ["mouseover", "focusin", "click"];
  var HEEDED = ["click", "submit", "input", "change", "keydown"];
  function createHost(doc) {
    const element = doc.createElement("div");
    element.setAttribute("data-postil", "");
    const root = element.attachShadow({ mode: "closed" });
    heedHands(root);
    const wear = (rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    };
    wear(`${tokens_default}
${host_default}`);
    keepEvents(element);
    const live = doc.createElement("div");
    live.className = "live";
    live.setAttribute("role", "status");
    live.setAttribute("aria-live", "polite");
    root.append(inOurLanguage(live));
    doc.documentElement.append(element);
    return {
      element,
      root,
      layer: (name) => layer(root, name),
      origin: () => element.getBoundingClientRect(),
      focused: () => focused(root),
      say: (text) => announce(live, text),
      scheme: (scheme) => element.setAttribute("data-scheme", scheme),
      wear,
      token: (name) => getComputedStyle(element).getPropertyValue(name).trim(),
      ready: (painted) => element.setAttribute("data-postil-ready", String(painted)),
      settled: (settled) => element.setAttribute("data-postil-settled", String(settled)),
      hold: () => void (element.isConnected || doc.documentElement.append(element)),
      remove: () => element.remove()
    };
  }
  function heedHands(root) {
    let isClicked = false;
    const heed = (event) => {
      if (event.isTrusted && event.type === "click") {
        isClicked = true;
        setTimeout(() => isClicked = false);
      }
      if (event.isTrusted && (event.type !== "submit" || isClicked)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const type of HEEDED) root.addEventListener(type, heed, true);
  }
  function keepEvents(element) {
    const doc = element.ownerDocument;
    const keepAll = () => {
      for (const type of FIRST) element.removeEventListener(type, keepAll, true);
      doc.removeEventListener("pointerdown", keepAll, true);
      for (const type of KEPT) element.addEventListener(type, (event) => event.stopPropagation());
    };
    for (const type of FIRST) element.addEventListener(type, keepAll, true);
    doc.addEventListener("pointerdown", keepAll, true);
  }
  function layer(root, name) {
    const place = root.ownerDocument.createElement("div");
    place.className = `layer ${name}`;
    root.append(inOurLanguage(place));
    return place;
  }
  function inOurLanguage(place) {
    place.lang = language();
    place.dir = direction();
    return place;
  }
  function focused(root) {
    const element = root.activeElement ?? root.ownerDocument.activeElement;
    return element instanceof HTMLElement && element !== root.ownerDocument.body ? element : null;
  }
  function announce(live, text) {
    live.textContent = "";
    setTimeout(() => {
      live.textContent = text;
    }, 50);
  }

  // extension/src/content/scheme.js
  function schemeOf(element) {
    return schemeOfInk(getComputedStyle(element).color);
  }
  function schemeOfInk(colour) {
    const oklab = /^(ok)?l(ab|ch)\(\s*([\d.]+)(%?)/.exec(colour);
    if (oklab) return Number(oklab[3]) / (oklab[1] && !oklab[4] ? 1 : 100) > 0.55 ? "dark" : "light";
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    const scale = colour.startsWith("color(") ? 255 : 1;
    return (0.299 * red + 0.587 * green + 0.114 * blue) * scale > 128 ? "dark" : "light";
  }

  // extension/src/content/stir.js
  var SIGNS = ["pointerdown", "keydown", "selectionchange"];
  function awaitStir(doc, stirred) {
    const signed = (event) => {
      stop();
      stirred({ byTouch: event instanceof PointerEvent && event.pointerType === "touch" });
    };
    const stop = () => SIGNS.forEach((type) => doc.removeEventListener(type, signed, true));
    for (const type of SIGNS) doc.addEventListener(type, signed, true);
    return stop;
  }

  // extension/src/content/own-keys.js
  function isForUs(event, host) {
    if (!event.isTrusted || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
    return event.key === "Escape" || !usesLetters(event.composedPath(), host);
  }
  var WRITING = "input, textarea, select";
  var ROLES = ["textbox", "searchbox", "combobox", "listbox", "menu", "menubar", "tree", "grid", "treegrid", "spinbutton", "application"];
  var WIDGETS = ["embed", "object", ...ROLES.map((role) => `[role=${role}]`)].join();
  function usesLetters(path, { element, root }) {
    const isInUs = path.includes(element);
    const inner = isInUs ? root.activeElement : path[0];
    if (!(inner instanceof Element)) return false;
    if (inner.matches(WRITING) || inner instanceof HTMLElement && inner.isContentEditable) return true;
    if (isInUs) return false;
    return inner.localName.includes("-") || path.some((one) => one instanceof Element && one.matches(WIDGETS));
  }
  function taken2(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // extension/src/content/way-in.js
  function createWayIn(host, { keys, isOpen, enter }) {
    const layer2 = host.layer("way-layer");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "way-in";
    button.setAttribute("aria-label", phrase("walk"));
    button.addEventListener("click", enter);
    const pressed = (event) => {
      if (event.defaultPrevented || !isForUs(event, host) || actionOf(event, keys()) !== "walk" || !isOpen()) return;
      taken2(event);
      enter();
    };
    window.addEventListener("keydown", pressed);
    return {
      draw() {
        const letter = letterOf(keys(), "walk");
        button.title = letter ? phrase("walk_by", letter) : phrase("walk");
        if (letter) button.setAttribute("aria-keyshortcuts", letter);
        else button.removeAttribute("aria-keyshortcuts");
        if (!isOpen()) button.remove();
        else if (!button.isConnected) layer2.append(button);
      },
      remove: () => window.removeEventListener("keydown", pressed)
    };
  }

  // extension/src/content/desk.js
  var Desk = class {
    /** Notes that were looked at here. @type {Set<string>} */
    known = /* @__PURE__ */ new Set();
    /** @type {Tools | null} */
    tools = null;
    /** @type {Promise<Tools> | null} */
    #equipping = null;
    /** The last one, while they are fetched. @type {Sign | undefined} */
    #sign;
    #isGone = false;
    #stopWaiting = () => {
    };
    /**
     * @param {Document} doc
     * @param {Margin} margin
     * @param {DeskEvents} events
     */
    constructor(doc, margin, events) {
      this.doc = doc;
      this.margin = margin;
      this.events = events;
      this.host = createHost(doc);
      const keys = () => events.status().keys;
      this.badges = createBadges(this.host, {
        keys,
        stateOf: (shown) => badgeState(margin, shown, this.known, events.status()),
        open: (shown, badge) => void this.#use((tools2) => tools2.openPaper(shown, badge)),
        openAbstract: ({ paper }) => void this.#use((tools2) => tools2.openAbstract(paper)),
        walk: ({ paper }) => void this.#use((tools2) => tools2.walk.enter(paper))
      });
      this.wayIn = createWayIn(this.host, {
        keys,
        isOpen: () => margin.shown().length > 0 && !this.tools?.walk.isOn(),
        enter: () => void this.#use((tools2) => tools2.walk.enter(null))
      });
      this.#wait();
    }
    /** Where they cannot be had now, the next sign asks for them again. */
    #wait() {
      this.#stopWaiting = awaitStir(this.doc, (sign) => void this.equip(sign).catch(() => this.#isGone || this.#wait()));
    }
    /**
     * Rejects where they cannot be had: the extension was updated meanwhile, say.
     * @param {Sign} [sign]
     * @returns {Promise<Tools>}
     */
    equip(sign) {
      this.#sign = sign ?? this.#sign;
      this.#equipping ??= this.#equipped();
      this.#equipping.catch(() => this.#equipping = null);
      return this.#equipping;
    }
    async #equipped() {
      const Made = await this.events.tools();
      if (this.#isGone) throw new Error("the page is left");
      this.#stopWaiting();
      this.tools = new Made(this, this.#sign);
      this.paint();
      return this.tools;
    }
    /** @param {(tools: Tools) => void} work */
    async #use(work) {
      try {
        work(this.tools ?? await this.equip());
      } catch (reason) {
        this.host.say(farEndLine(reason));
      }
    }
    paint() {
      if (this.#isGone) return;
      const { margin, host } = this;
      const paper = margin.shown()[0]?.paper;
      host.scheme(schemeOf(paper?.fields.abstract ?? paper?.card ?? document.body));
      const painted = this.tools?.paint() ?? 0;
      this.badges.draw(this.events.status().paired ? margin.shown() : []);
      this.wayIn.draw();
      host.ready(painted);
    }
    /** A page may clear the registry of highlights, or throw out what it does not know. */
    reassert() {
      if (this.#isGone) return;
      this.host.hold();
      this.tools?.painter.reassert();
    }
    /** The page has changed here. @param {Node[]} touched */
    touched(touched) {
      this.reassert();
      this.badges.forget(touched);
    }
    layout() {
      if (this.#isGone) return;
      this.badges.place();
      this.tools?.layout();
    }
    scrolled() {
      this.badges.scrolled();
      this.tools?.toolbar.place();
    }
    remove() {
      this.#isGone = true;
      this.#stopWaiting();
      this.tools?.remove();
      this.wayIn.remove();
      this.badges.remove();
      this.host.remove();
    }
  };

  // extension/src/content/margin.js
  var FIELDS = ["title", "abstract", "fulltext"];
  function createMargin() {
    let shown = [];
    const notes = /* @__PURE__ */ new Map();
    let people = {};
    let labels = {};
    let opened = null;
    let muted = [];
    let placing = null;
    const read = () => {
      if (!placing) throw new Error("no words are read before a placing is there");
      return placing;
    };
    const rootsOf = ({ key, fields }) => opened?.key === key ? { ...fields, abstract: opened.abstract } : fields;
    const anew = (paper) => ({
      paper,
      get fields() {
        return rootsOf(this.paper);
      },
      texts: /* @__PURE__ */ new Map(),
      anchors: /* @__PURE__ */ new Map(),
      placed: []
    });
    const stands = (note) => note.pending !== "delete" && !muted.includes(note.group);
    const settle = (keys) => {
      const meant = new Set(keys);
      for (const one of shown) {
        const { key } = one.paper;
        if (meant.has(key)) one.placed = (notes.get(key) ?? []).filter(stands).map((note) => read().place(one, note));
      }
    };
    const find = (id) => shown.flatMap((one) => one.placed).find((one) => one.note.id === id) ?? null;
    return {
      shown: () => shown,
      people: () => people,
      find,
      /** @param {Note} note  the label of its group that it bears, should the group still have it */
      label: (note) => labels[note.group]?.find((label) => label.key === note.label) ?? null,
      keys: () => [...new Set(shown.map((one) => one.paper.key))],
      /** @param {Placing} given  from now on */
      placeBy(given) {
        placing = given;
      },
      /** @param {Shown} one */
      title: (one) => one.paper.title ?? titleOf(one, placing),
      /** @param {string} key */
      of: (key) => shown.find((one) => one.paper.key === key) ?? null,
      placed: () => shown.flatMap((one) => one.placed),
      /**
       * Takes the papers as they now stand on the page; only those whose text was touched are read and anchored again.
       * @param {PaperOnPage[]} papers
       * @param {Node[]} touched
       * @returns {string[]} keys that were not here before
       */
      setPapers(papers6, touched) {
        const before = new Set(shown.map((one) => one.paper.key));
        const kept = new Map(shown.map((one) => [one.paper.card, one]));
        shown = papers6.map((paper) => carried(kept.get(paper.card), paper, touched) ?? anew(paper));
        settle(shown.filter((one) => !one.texts.size).map((one) => one.paper.key));
        return [...new Set(papers6.map((paper) => paper.key))].filter((key) => !before.has(key));
      },
      /**
       * What was read here is not what stands there now, and marks nothing more until the papers are taken again.
       * @param {Node[]} touched
       */
      release(touched) {
        for (const one of shown) {
          const changed = [...one.texts.keys()].filter((field2) => touched.some((node) => field2.contains(node)));
          if (!changed.length) continue;
          one.texts.clear();
          one.anchors.clear();
          one.placed = one.placed.map((placed) => placed.field && changed.includes(placed.field) ? { ...placed, range: null } : placed);
        }
      },
      /**
       * An abstract of ours stands for the page's, which shows none or a part of it.
       * @param {string} key
       * @param {Element | null} abstract  null: it is closed again
       */
      open(key, abstract) {
        opened = abstract && { key, abstract };
        for (const one of shown) {
          if (one.paper.key !== key) continue;
          one.texts.clear();
          one.anchors.clear();
        }
        settle([key]);
      },
      /**
       * @param {Notes} answer
       * @param {string[]} asked
       */
      setNotes(answer, asked) {
        people = { ...people, ...answer.people };
        labels = { ...labels, ...answer.labels };
        for (const key of asked) notes.set(key, answer.papers[key] ?? []);
        settle(asked);
      },
      /** @param {Note} note */
      put(note) {
        const rest = (notes.get(note.paper) ?? []).slice();
        const index = rest.findIndex((one) => one.id === note.id);
        if (index < 0) rest.push(note);
        else rest[index] = note;
        notes.set(note.paper, rest);
        settle([note.paper]);
      },
      /** @param {Note} note */
      drop(note) {
        notes.set(note.paper, (notes.get(note.paper) ?? []).filter((one) => one.id !== note.id));
        settle([note.paper]);
      },
      /** @param {string[]} groups */
      mute(groups) {
        if (groups.join() === muted.join()) return;
        muted = groups;
        settle(notes.keys());
      },
      /**
       * Where words are that no note marks yet.
       * @param {string} key
       * @param {{field: Field | null, selectors: Selector[]}} mark
       */
      locate(key, mark) {
        const one = shown.find(({ paper }) => paper.key === key);
        return one && mark.field ? read().place(
          one,
          /** @type {Note} */
          { ...mark, parent: null }
        ) : null;
      },
      forget() {
        notes.clear();
        for (const one of shown) one.placed = [];
      },
      /**
       * @param {Shown} one
       * @param {Element} field
       */
      text: (one, field2) => read().text(one, field2),
      /**
       * @param {Placed} placed
       * @returns {Comparison | null}  of a changed mark: its stored words and today's
       */
      compared(placed) {
        const one = shown.find((other) => other.placed.includes(placed));
        return one ? read().compared(one, placed) : null;
      }
    };
  }
  function carried(before, paper, touched) {
    if (!before || before.paper.key !== paper.key || !before.texts.size) return null;
    const isSame = (name) => {
      const field2 = paper.fields[name];
      return field2 === before.paper.fields[name] && !(field2 && touched.some((node) => field2.contains(node)));
    };
    if (!FIELDS.every(isSame)) return null;
    before.paper = paper;
    return before;
  }
  function titleOf(shown, placing) {
    const { title } = shown.fields;
    if (!title) return "";
    return placing ? placing.text(shown, title).text : oneLine(title.textContent);
  }

  // extension/src/content/news.js
  function createNews(say) {
    let isOwed = false;
    return (before, now) => {
      const isAway = now.problem !== null;
      const isBack = isOwed && !isAway && !now.waiting;
      isOwed = !isBack && (isOwed || isAway && now.waiting > 0);
      if (now.failed > before.failed) say(counted("failed_notes", now.failed));
      else if (now.problem && now.problem.code !== before.problem?.code) say(now.problem.message);
      else if (isBack) say(phrase("said_sent"));
    };
  }

  // extension/src/content/pulse.js
  var EVERY = 1e4;
  function keepPulse(doc, ask2, every = EVERY) {
    const win = (
      /** @type {Window & typeof globalThis} */
      doc.defaultView
    );
    let timer = 0;
    let asking = false;
    let again = false;
    let stopped = false;
    const beat = async () => {
      win.clearTimeout(timer);
      if (stopped || doc.visibilityState !== "visible") return;
      again = asking;
      if (asking) return;
      asking = true;
      await ask2().catch(() => {
      });
      asking = false;
      if (again) return beat();
      win.clearTimeout(timer);
      if (!stopped) timer = win.setTimeout(beat, every);
    };
    const now = () => void beat();
    timer = win.setTimeout(beat, every);
    doc.addEventListener("visibilitychange", now);
    win.addEventListener("focus", now);
    win.addEventListener("online", now);
    return () => {
      stopped = true;
      win.clearTimeout(timer);
      doc.removeEventListener("visibilitychange", now);
      win.removeEventListener("focus", now);
      win.removeEventListener("online", now);
    };
  }

  // extension/src/content/watch.js
  function quiet(target, { still = 300, atMost = 3e3 } = {}) {
    return new Promise((resolve) => {
      const finish2 = () => {
        observer.disconnect();
        clearTimeout(rest);
        clearTimeout(end);
        resolve();
      };
      const observer = new MutationObserver(() => {
        clearTimeout(rest);
        rest = setTimeout(finish2, still);
      });
      let rest = setTimeout(finish2, still);
      const end = setTimeout(finish2, atMost);
      observer.observe(target, { childList: true, subtree: true, characterData: true });
    });
  }
  var BURST = 80;
  var BURST_AT_MOST = 600;
  function watchPage(doc, own, events) {
    const win = (
      /** @type {Window & typeof globalThis} */
      doc.defaultView
    );
    const stops = [watchUrl(win, events.navigated), watchTheme(doc, own, events.themed)];
    const touched = /* @__PURE__ */ new Set();
    let since = 0;
    let timer = 0;
    const flush = () => {
      const nodes = [...touched];
      touched.clear();
      since = 0;
      events.mutated(nodes);
    };
    const observer = new MutationObserver((all) => {
      const records = all.filter(tells);
      const nodes = records.filter((record) => !isOurs(record, own())).map((record) => record.target);
      if (!nodes.length) return;
      events.mutating(nodes);
      for (const node of nodes) touched.add(node);
      since ||= Date.now();
      win.clearTimeout(timer);
      timer = win.setTimeout(flush, Math.max(0, Math.min(BURST, since + BURST_AT_MOST - Date.now())));
    });
    const told = { attributes: true, attributeOldValue: true, attributeFilter: ["data-props", "hidden", "href", "style"] };
    observer.observe(doc, { childList: true, subtree: true, characterData: true, ...told });
    const visible = () => doc.visibilityState === "visible" && events.shown();
    const returned = ({ persisted }) => persisted && events.returned();
    doc.addEventListener("visibilitychange", visible);
    win.addEventListener("pageshow", visible);
    win.addEventListener("pageshow", returned);
    win.addEventListener("focus", visible);
    return () => {
      observer.disconnect();
      win.clearTimeout(timer);
      doc.removeEventListener("visibilitychange", visible);
      win.removeEventListener("pageshow", visible);
      win.removeEventListener("pageshow", returned);
      win.removeEventListener("focus", visible);
      for (const stop of stops) stop();
    };
  }
  function isOurs({ target, addedNodes, removedNodes }, own) {
    return target === own || addedNodes.length === 1 && addedNodes[0] === own && !removedNodes.length;
  }
  function watchUrl(win, navigated) {
    const address2 = () => win.location.href.split("#")[0];
    let known = address2();
    const look = () => {
      if (address2() === known) return;
      known = address2();
      navigated();
    };
    const navigation = (
      /** @type {EventTarget | undefined} */
      Reflect.get(win, "navigation")
    );
    navigation?.addEventListener("currententrychange", look);
    win.addEventListener("popstate", look);
    const timer = navigation ? 0 : win.setInterval(look, 1e3);
    return () => {
      navigation?.removeEventListener("currententrychange", look);
      win.removeEventListener("popstate", look);
      win.clearInterval(timer);
    };
  }
  function watchTheme(doc, own, themed) {
    const observer = new MutationObserver((records) => {
      if (records.some((record) => record.target !== own())) themed();
    });
    const filter = { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode"] };
    observer.observe(doc.documentElement, filter);
    if (doc.body) observer.observe(doc.body, filter);
    const preference = doc.defaultView?.matchMedia?.("(prefers-color-scheme: dark)");
    preference?.addEventListener("change", themed);
    return () => {
      observer.disconnect();
      preference?.removeEventListener("change", themed);
    };
  }
  function tells({ attributeName, oldValue, target }) {
    return attributeName !== "style" || isOff2(oldValue) !== isOff2(
      /** @type {Element} */
      target.getAttribute("style")
    );
  }
  var isOff2 = (style) => /display\s*:\s*none/iu.test(style ?? "");

  // extension/src/content/reader.js
  function startReader(options) {
    const reader = new Reader(document, options);
    void reader.begin();
    return reader;
  }
  var Reader = class {
    #margin = createMargin();
    /** @type {Status | null} */
    #status = null;
    /** @type {Adapter | null} */
    #adapter = null;
    /** @type {Desk | null} */
    #desk = null;
    #tell = createNews((text) => this.#desk?.host.say(text));
    #visits = 0;
    /** Notes came, and the tools to show them with did not. */
    #isBehind = false;
    #stopLayout = () => {
    };
    #wasRead = () => {
    };
    #read = new Promise((resolve) => void (this.#wasRead = resolve));
    /** @type {Array<() => void>} */
    #stops = [];
    /**
     * @param {Document} doc
     * @param {ReaderOptions} options
     */
    constructor(doc, { adapterFor: adapterFor2, tools: tools2, connect = phrase("connect_in_options"), isOn = async () => true }) {
      this.doc = doc;
      this.adapterFor = adapterFor2;
      this.tools = tools2;
      this.connect = connect;
      this.isOn = isOn;
    }
    async begin() {
      if (this.#stops.length) return;
      const stops = [
        onPush((push) => void this.#heard(push).catch(() => {
        })),
        keepPulse(this.doc, () => this.#lookAround()),
        watchPage(this.doc, () => this.#desk?.host.element ?? null, {
          mutating: (touched) => {
            this.#margin.release(touched);
            this.#desk?.tools?.painter.release(touched);
          },
          mutated: (touched) => this.#rescan(touched),
          navigated: () => {
            this.#desk?.tools?.toolbar.close();
            void this.#visit();
          },
          shown: () => this.#desk?.reassert(),
          returned: () => void this.#returned().catch(() => {
          }),
          themed: () => this.#desk?.paint()
        })
      ];
      this.#stops = stops;
      try {
        const status = await ask("status", void 0);
        if (stops !== this.#stops) return;
        this.#know(status);
        await this.#visit();
      } catch {
        this.#wasRead();
      }
    }
    /** Those that the page shows, once it was read. */
    async papers() {
      if (!this.#stops.length) throw new Error(phrase("switched_off"));
      await this.#read;
      return this.#margin.shown().map((shown) => ({ key: shown.paper.key, title: this.#margin.title(shown) }));
    }
    async report() {
      const { reportOf } = await this.tools();
      return reportOf(this.#adapter, this.#margin, this.doc);
    }
    stop() {
      for (const stop of this.#stops) stop();
      this.#stops = [];
      this.#leave();
    }
    /** @param {Status} status @returns {boolean}  whether it is another account's, and nothing of the last one's is left */
    #know(status) {
      const before = this.#status;
      if (before) this.#tell(before, status);
      this.#status = status;
      this.#margin.mute(status.muted);
      if (!before || !isOther(before, status)) return false;
      this.#desk?.tools?.card.close();
      this.#desk?.tools?.drafts.forget();
      this.#margin.forget();
      this.#desk?.paint();
      return true;
    }
    /** What others wrote meanwhile comes back as a push. */
    async #lookAround() {
      if (!this.#desk || !this.#status?.paired) return;
      if (this.#isBehind) await this.#load(this.#desk, this.#margin.keys());
      else await ask("catch-up", void 0);
    }
    async #visit() {
      this.#visits += 1;
      const visit = this.#visits;
      this.#adapter = this.adapterFor(new URL(location.href), this.doc);
      if (!this.#adapter || this.#isPaused()) return this.#leave();
      const island3 = this.#adapter.island(this.doc);
      if (island3) await quiet(island3);
      if (visit !== this.#visits || !this.#adapter) return;
      const desk = this.#open();
      const keys = this.#margin.setPapers(this.#adapter.papers(this.doc), []);
      desk.paint();
      this.#wasRead();
      await this.#load(desk, keys);
    }
    #isPaused() {
      return !this.#status || this.#status.paused.includes(location.hostname);
    }
    #open() {
      if (this.#desk) return this.#desk;
      this.#desk = new Desk(this.doc, this.#margin, {
        status: () => (
          /** @type {Status} */
          this.#status
        ),
        choose: (group) => void this.#switch(() => ask("destination", { group }), () => ({ destination: group })),
        mute: (group, muted) => void this.#switch(() => ask("mute-group", { group, muted }), (before) => ({ muted: toggled(before.muted, group, muted) })),
        opened: (paper) => void this.#opened(paper),
        looked: (paper) => void ask("looked", { papers: [paper] }).catch(() => {
        }),
        tools: this.tools,
        connect: this.connect
      });
      this.#stopLayout = watchLayout(this.#desk);
      return this.#desk;
    }
    #leave() {
      this.#wasRead();
      this.#visits += 1;
      this.#stopLayout();
      this.#desk?.remove();
      this.#desk = null;
      this.#margin.setPapers([], []);
    }
    /**
     * What is kept here is painted before the server is asked.
     * @param {Desk} desk
     * @param {string[]} papers
     * @param {boolean} [asked]  for by the reader, not by the page's being open
     * @returns {Promise<void>}
     */
    async #load(desk, papers6, asked = false) {
      if (!this.#status?.paired) return desk.host.settled(true);
      desk.host.settled(false);
      try {
        const kept = await ask("notes", { papers: papers6 });
        await this.#take(desk, kept, papers6);
        const writes = () => desk.tools?.writer.writes() ?? 0;
        const before = writes();
        const answer = await ask("refresh", { papers: papers6, asked });
        if (this.#know(answer.status)) return this.#load(desk, this.#margin.keys());
        await this.#take(desk, before === writes() ? answer : await ask("notes", { papers: papers6 }), papers6);
      } catch {
      }
      desk.host.settled(true);
    }
    /**
     * @param {Desk} desk
     * @param {Notes} answer
     * @param {string[]} papers
     */
    async #take(desk, answer, papers6) {
      const isBare = !answer.unfinished.length && papers6.every((paper) => !answer.papers[paper]?.length);
      if (!isBare) {
        this.#isBehind = true;
        await desk.equip();
      }
      if (desk !== this.#desk) return;
      this.#isBehind = false;
      this.#margin.setNotes(answer, papers6);
      desk.tools?.drafts.know(answer.unfinished, papers6);
      desk.paint();
      void this.#goOn(desk).catch(() => {
      });
    }
    /** Somebody asked, in the popup or in the options, for what was left unfinished here. @param {Desk} desk */
    async #goOn(desk) {
      const { tools: tools2 } = desk;
      const papers6 = [...new Set(tools2?.drafts.of().map(({ paper }) => paper))];
      if (!tools2 || !papers6.length || this.doc.visibilityState !== "visible") return;
      const { draft } = await ask("draft-claim", { papers: papers6 });
      if (draft && desk === this.#desk) tools2.goOn(draft);
    }
    /** Where the server is not asked about whole listings, it is asked now. @param {string} paper */
    async #opened(paper) {
      if (this.#desk && this.#status?.lookup === "badge") await this.#load(this.#desk, [paper], true);
    }
    /**
     * A switch stands where the reader put it from the first moment: what is painted meanwhile would set it back.
     * @param {() => Promise<Status>} change @param {(before: Status) => Partial<Status>} hoped
     */
    async #switch(change, hoped) {
      const before = (
        /** @type {Status} */
        this.#status
      );
      this.#know({ ...before, ...hoped(before) });
      try {
        this.#know(await change());
      } catch (reason) {
        this.#know(before);
        this.#desk?.host.say(farEndLine(reason));
      }
      this.#desk?.paint();
    }
    /** @param {Node[]} touched */
    #rescan(touched) {
      const desk = this.#desk;
      if (!desk || !this.#adapter) return;
      desk.touched(touched);
      const scope = this.#adapter.island(this.doc) ?? this.doc.body;
      if (!touched.some((node) => scope.contains(node) || node.contains(scope))) return desk.layout();
      const keys = this.#margin.setPapers(this.#adapter.papers(this.doc), touched);
      desk.paint();
      if (keys.length) void this.#load(desk, keys);
    }
    async #returned() {
      if (!await this.isOn()) return this.stop();
      await this.#heard({ push: "changed", papers: null, status: await ask("status", void 0) });
      await this.#lookAround();
    }
    /** @param {import("../shared/messages.js").Push} push */
    async #heard(push) {
      const isFirst = !this.#status;
      const desk = this.#desk;
      const isAnothers = this.#know(push.status);
      if (isFirst || !desk || this.#isPaused()) return this.#visit();
      if (isAnothers) return this.#load(desk, this.#margin.keys());
      const papers6 = this.#margin.keys().filter((key) => push.papers === null || push.papers.includes(key));
      if (!papers6.length || !push.status.paired) return desk.paint();
      await this.#take(desk, await ask("notes", { papers: papers6 }), papers6);
    }
  };
  function isOther(before, now) {
    return before.paired !== now.paired || before.server !== now.server || before.user?.id !== now.user?.id;
  }
  function watchLayout(desk) {
    let frame = 0;
    let moved = false;
    const run = () => {
      frame = 0;
      if (moved) desk.layout();
      else desk.scrolled();
      moved = false;
    };
    const soon = (all) => {
      moved ||= all;
      frame ||= requestAnimationFrame(run);
    };
    const scrolled = (event) => soon(event.target !== document);
    const resized = () => soon(true);
    const boxes = [document.documentElement, document.body].filter(Boolean);
    const sizes = () => boxes.map((box) => box.getBoundingClientRect()).map(({ width, height }) => `${width} ${height}`).join();
    let known = "";
    const size = new ResizeObserver(() => {
      const now = sizes();
      if (known && now !== known) resized();
      known = now;
    });
    for (const box of boxes) size.observe(box);
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    window.addEventListener("resize", resized);
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      document.removeEventListener("scroll", scrolled, { capture: true });
      window.removeEventListener("resize", resized);
    };
  }

  // extension/src/content/main.js
  var world = (
    /** @type {any} */
    globalThis
  );
  if (world.postilReader) void world.postilReader.begin();
  else if (!document.documentElement.hasAttribute("data-postil-server")) {
    speak(navigator.languages);
    const transport = runtimeTransport();
    speakThrough(transport);
    const reader = startReader({ adapterFor, tools, isOn: async () => (await ask("still-on", void 0)).on });
    world.postilReader = reader;
    const handlers = {
      "papers-on-page": async () => ({ papers: await reader.papers() }),
      "page-report": () => reader.report(),
      "leave-page": () => {
        reader.stop();
        return {};
      }
    };
    serve(handlers, transport);
  }
  async function tools() {
    if (!world.postilTools) await ask("tools", void 0);
    if (!world.postilTools) throw new AskError("no-tools", phrase("no_answer"));
    return world.postilTools;
  }
})();
