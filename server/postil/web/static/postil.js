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
  function elementHolding(elements, text2) {
    const line = oneLine(text2);
    const whole = line ? elements.filter(({ textContent }) => isLine(textContent ?? "", line)) : [];
    const holding = whole.length ? whole : holdingMost(elements, squeeze(text2));
    return holding.find((element) => !holding.some((other) => other !== element && element.contains(other))) ?? null;
  }
  var isLine = (text2, line) => text2.length >= line.length && oneLine(text2) === line;
  function holdingMost(elements, wanted) {
    const lengths = elements.map(({ textContent }) => heldLength(squeeze(textContent ?? ""), wanted));
    const most = Math.max(0, ...lengths);
    return most ? elements.filter((_2, index) => lengths[index] === most) : [];
  }
  var TELLING_BEGINNING = 40;
  function heldLength(shown, wanted) {
    const beginning = shown === wanted ? shown : shown.replace(ELLIPSIS, "");
    const isTelling = shown === wanted || beginning.length >= TELLING_BEGINNING;
    return isTelling && wanted.startsWith(beginning) ? beginning.length : 0;
  }
  var ELLIPSIS = /(?:…|\.\.\.)$/u;
  function isCutShort(text2) {
    return ELLIPSIS.test(text2);
  }
  function beginAlike(one, other) {
    const [first2, second] = [one, other].map((text2) => text2.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "").slice(0, TELLING_BEGINNING));
    return first2.length === TELLING_BEGINNING && first2 === second;
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
    let text2 = "";
    for (const child of element.childNodes) {
      const name = child.nodeName.toLowerCase();
      if (child.nodeType === 3 || PHRASING.includes(name)) text2 += child.textContent;
    }
    return oneLine(text2).length;
  }
  function squeeze(text2) {
    return text2.replace(/\s+/gu, "");
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
    const bare4 = spelling.trim().toLowerCase().replace(/^arxiv:\s*/u, "").replace(/\/{2,}/gu, "/").replace(/(?:\.(?:pdf|ps|gz))+$/u, "");
    const version = /v([1-9]\d*)$/u.exec(bare4);
    const id = withoutSubject(version ? bare4.slice(0, version.index) : bare4);
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
    const isPlain3 = url && /^https?:$/u.test(url.protocol) && !url.port && !url.username && !url.password;
    const read3 = isPlain3 && SITES.get(url.hostname);
    const path = read3 ? decoded(url.pathname) : null;
    return read3 && path ? read3(path, url) : null;
  }
  function doiPaper(text2) {
    const bare4 = decoded(text2.trim())?.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/+(?:doi:\s*)?|doi:\s*|info:doi\/)/iu, "");
    const doi = bare4?.replace(/[A-Z]/gu, (letter) => letter.toLowerCase()).replace(/[.,; ]+$/u, "");
    if (!doi || !DOI.test(doi)) return null;
    if (doi.startsWith("10.48550/arxiv.")) return arxivId(doi.slice("10.48550/arxiv.".length));
    const preprint = PREPRINT_DOI.exec(doi);
    if (preprint) return named("doi", preprint[1], preprint[2]);
    return doi.startsWith("10.18653/v1/") && aclId(doi.slice("10.18653/v1/".length)) || named("doi", doi);
  }
  function aclId(text2) {
    const old = OLD_ACL.exec(text2);
    if (old) return named("acl", old[1].toUpperCase(), old[2]);
    const modern = NEW_ACL.exec(text2);
    return modern && named("acl", modern[1].toLowerCase(), modern[2]);
  }
  function openReviewId(text2) {
    return /^[\w-]{1,64}$/u.test(text2) ? named("openreview", text2) : null;
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
  function decoded(text2) {
    try {
      let plain2 = text2;
      while (decodeURIComponent(plain2) !== plain2) plain2 = decodeURIComponent(plain2);
      return UNSEEN.test(plain2) ? null : plain2;
    } catch {
      return null;
    }
  }
  function inPath(pattern, read3) {
    return (path) => {
      const id = pattern.exec(path.replace(/\/+$/u, ""))?.[1];
      return id ? read3(id) : null;
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
  function sites(hosts, read3) {
    return hosts.map((host) => [host, read3]);
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
    return element.hasAttribute("class") && RENDERED.some((token2) => element.classList.contains(token2));
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
    const inside2 = (tex ?? "").replace(/\s+/gu, " ").trim();
    return OPEN + (inside2 || "math") + CLOSE;
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
    const found2 = [];
    FORMULA.lastIndex = 0;
    for (let match = FORMULA.exec(raw); match; match = FORMULA.exec(raw)) {
      const { round, square, display, dollar } = (
        /** @type {Record<string, string | undefined>} */
        match.groups
      );
      if (dollar !== void 0 && PROSE.test(dollar.replace(TEXT_GROUP, ""))) FORMULA.lastIndex = match.index + 1;
      else found2.push({ start: match.index, end: FORMULA.lastIndex, text: spellAtom(round ?? square ?? display ?? dollar ?? "") });
    }
    return found2;
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
    return (text2) => text2.replace(/[-+−\d]/gu, (sign) => signs[PLAIN.indexOf(sign)]);
  }
  function writtenOut(sign, before) {
    for (const [signs, mark] of [[RAISED, "^"], [LOWERED, "_"]]) {
      const at = signs.indexOf(sign);
      if (at >= 0) return (before && signs.includes(before) ? "" : mark) + PLAIN[at];
    }
    return null;
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
    if (CLASSES.some((token2) => element.classList.contains(token2))) return true;
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
  var asWritten = (text2) => text2;
  function* flatten(root, aside) {
    const flat = { root, raw: "", pieces: [] };
    const isHidden = unseenIn(root);
    const isUnseen = aside ? (element) => element.matches(aside) || isHidden(element) : isHidden;
    const open3 = [{ next: root.firstChild, spelling: asWritten, block: false }];
    for (let count = 1; open3.length; count++) {
      const inside2 = open3[open3.length - 1];
      const node = inside2.next;
      if (!node) {
        if (inside2.block) addBreak(flat);
        open3.pop();
        continue;
      }
      inside2.next = node.nextSibling;
      if (node.nodeType === TEXT) addPiece(flat, node, inside2.spelling(node.nodeValue ?? ""), false);
      else if (node.nodeType === ELEMENT) {
        const entered = addElement(
          flat,
          /** @type {Element} */
          node,
          inside2.spelling,
          isUnseen
        );
        if (entered) open3.push(entered);
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
  function addPiece(flat, node, text2, atom) {
    if (!text2) return;
    const start = flat.raw.length;
    flat.raw += text2;
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
  function firstIndex(pieces, holds2) {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (holds2(pieces[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  function besides(node, side2) {
    let index = 0;
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) index++;
    return { node: (
      /** @type {Node} */
      node.parentNode
    ), offset: index + side2 };
  }

  // extension/src/anchoring/code-points.js
  var identity = { toUnit: (point) => point, toPoint: (unit) => unit };
  function countPoints(text2) {
    let count = text2.length;
    for (let unit = 0; unit < text2.length - 1; unit++) {
      if (isPair(text2, unit)) {
        count--;
        unit++;
      }
    }
    return count;
  }
  function codePoints(text2, length) {
    if (text2.length === length) return identity;
    const units = new Uint32Array(length + 1);
    const points = new Uint32Array(text2.length + 1);
    let unit = 0;
    for (let point = 0; point < length; point++) {
      units[point] = unit;
      points[unit] = point;
      if (isPair(text2, unit)) points[++unit] = point;
      unit++;
    }
    units[length] = text2.length;
    points[text2.length] = length;
    const clamp2 = (n2, top) => Math.min(Math.max(n2, 0), top);
    return { toUnit: (point) => units[clamp2(point, length)], toPoint: (at) => points[clamp2(at, text2.length)] };
  }
  function utf8Length(text2) {
    let bytes = 0;
    for (const character of text2) {
      const code = (
        /** @type {number} */
        character.codePointAt(0)
      );
      bytes += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
    }
    return bytes;
  }
  function isPair(text2, unit) {
    return (text2.codePointAt(unit) ?? 0) > 65535;
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
  function normalise(raw) {
    return finish(normalInSteps(raw));
  }
  function normalString(raw) {
    const text2 = normalise(raw).text;
    if (!text2) return "";
    return (SPACE.test(raw[0]) ? " " : "") + text2 + (SPACE.test(raw[raw.length - 1]) ? " " : "");
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
    plain(from, to, text2) {
      this.#flush();
      this.#plain(from, to, text2);
    }
    /** @param {number} from @param {number} to @param {string} text */
    whole(from, to, text2) {
      this.#flush();
      this.#push(from, to, text2, countPoints(text2), true);
    }
    #flush() {
      const space = this.#space;
      this.#space = null;
      if (!space || !this.text) return;
      if (space.to - space.from === 1) this.#plain(space.from, space.to, " ");
      else this.#push(space.from, space.to, " ", 1, true);
    }
    /** @param {number} from @param {number} to @param {string} text */
    #plain(from, to, text2) {
      const last = this.segments.at(-1);
      if (!last || last.whole || last.to !== from) return this.#push(from, to, text2, to - from, false);
      last.to = to;
      last.end = this.length += to - from;
      this.text += text2;
    }
    /** @param {number} from @param {number} to @param {string} text @param {number} points @param {boolean} whole */
    #push(from, to, text2, points, whole) {
      this.segments.push({ from, to, start: this.length, end: this.length + points, whole });
      this.length += points;
      this.text += text2;
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
  function writeGraphemes(writer, run2, base) {
    segmenter ??= new Intl.Segmenter(void 0, { granularity: "grapheme" });
    for (const { segment, index } of segmenter.segment(run2)) {
      const kept2 = segment.includes("‍") && !PICTURE.test(segment) ? segment.replaceAll("‍", "") : segment;
      const text2 = kept2.normalize("NFC");
      const from = base + index;
      if (segment.length === 1 && text2.length === 1) writer.plain(from, from + 1, text2);
      else if (text2) writer.whole(from, from + segment.length, text2);
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
    const first2 = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
    const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
    const edge = normal.segments.at(-1)?.to ?? 0;
    const from = !first2 ? edge : first2.whole ? first2.from : first2.from + Math.max(start - first2.start, 0);
    const to = !last ? edge : last.whole ? last.to : last.from + Math.max(end - last.start, 0);
    return { from, to };
  }
  function widen(normal, start, end) {
    const first2 = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
    const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
    return { start: first2?.whole ? Math.min(first2.start, start) : start, end: last?.whole ? last.end : end };
  }
  function firstSegment(normal, holds2) {
    let low = 0;
    let high = normal.segments.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (holds2(normal.segments[middle])) high = middle;
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
  function spanOf(canonical, range) {
    const layout = layoutOf(canonical);
    const tree = layout.flat.root.getRootNode();
    if (range.startContainer.getRootNode() !== tree || range.endContainer.getRootNode() !== tree) return null;
    const start = offsetsOf(layout, range.startContainer, range.startOffset).floor;
    const end = offsetsOf(layout, range.endContainer, range.endOffset).ceil;
    return { start, end: range.collapsed ? start : Math.max(start, end) };
  }
  function wholeUnits(canonical, start, end) {
    return widen(layoutOf(canonical).normal, start, end);
  }
  function wholesOf(canonical) {
    return layoutOf(canonical).normal.segments.filter(({ whole, start, end }) => whole && end - start > 1);
  }
  function layoutOf(canonical) {
    const layout = layouts.get(canonical);
    if (!layout) throw new TypeError("not a canonical text of this module");
    return layout;
  }
  function rangeOf({ flat, normal }, start, end) {
    const { from, to } = rawOfSpan(normal, start, end);
    const first2 = startPoint(flat, from);
    const last = start < end ? endPoint(flat, to) : first2;
    return { startContainer: first2.node, startOffset: first2.offset, endContainer: last.node, endOffset: last.offset };
  }
  function offsetsOf({ flat, normal }, node, offset) {
    const raw = rawOffsets(flat, node, offset);
    return { floor: pointsOfRaw(normal, raw.floor).floor, ceil: pointsOfRaw(normal, raw.ceil).ceil };
  }

  // extension/src/anchoring/plain.js
  function plain(text2) {
    return text2.replace(/⟦([^⟧]*)⟧/gu, (_2, tex) => `$${tex}$`);
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
    const found2 = links.find(({ paper }) => paper);
    if (!found2?.paper) return null;
    return { ...found2.paper, version: found2.paper.version ?? arxivId(found2.link.textContent ?? "")?.version ?? null };
  }

  // node_modules/@noble/hashes/_u64.js
  var fromNumH = (n2) => n2 / 2 ** 32 | 0;
  var fromNumL = (n2) => n2 >>> 0;
  function setU64FromNum(view, byteOffset, n2, isLE) {
    const h2 = fromNumH(n2);
    const l3 = fromNumL(n2);
    view.setUint32(byteOffset, isLE ? l3 : h2, isLE);
    view.setUint32(byteOffset + 4, isLE ? h2 : l3, isLE);
  }

  // node_modules/@noble/hashes/utils.js
  function isBytes(a2) {
    return a2 instanceof Uint8Array || ArrayBuffer.isView(a2) && a2.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a2 && a2.BYTES_PER_ELEMENT === 1;
  }
  var atitle = (title) => title ? `"${title}" ` : "";
  function anumber(n2, title = "") {
    if (typeof n2 !== "number")
      throw new TypeError(atitle(title) + "expected number, got " + typeof n2);
    if (!Number.isSafeInteger(n2) || n2 < 0)
      throw new RangeError(atitle(title) + "expected integer >= 0, got " + n2);
    return n2;
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
    for (let i3 = 0; i3 < arrays.length; i3++) {
      arrays[i3].fill(0);
    }
  }
  function createView(arr) {
    return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
  }
  function rotr(word, shift2) {
    return word << 32 - shift2 | word >>> shift2;
  }
  var hasHexBuiltin = /* @__PURE__ */ (() => (
    // @ts-ignore
    typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
  ))();
  var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_2, i3) => i3.toString(16).padStart(2, "0"));
  function bytesToHex(bytes) {
    abytes(bytes);
    if (hasHexBuiltin)
      return bytes.toHex();
    let hex = "";
    for (let i3 = 0; i3 < bytes.length; i3++) {
      hex += hexes[bytes[i3]];
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
  function Chi(a2, b2, c2) {
    return a2 & b2 ^ ~a2 & c2;
  }
  function Maj(a2, b2, c2) {
    return a2 & b2 ^ a2 & c2 ^ b2 & c2;
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
      for (let i3 = 0; i3 < outLen; i3++)
        oview.setUint32(4 * i3, state[i3], isLE);
    }
    digest() {
      const { buffer, outputLen } = this;
      this.digestInto(buffer);
      const res = buffer.slice(0, outputLen);
      this.destroy();
      return res;
    }
    _cloneIntoMeta(to) {
      const { buffer, length, finished: finished2, destroyed, pos } = this;
      to.destroyed = destroyed;
      to.finished = finished2;
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
      const { A: A2, B: B2, C: C2, D: D2, E: E2, F, G, H: H2 } = this;
      return [A2, B2, C2, D2, E2, F, G, H2];
    }
    // prettier-ignore
    set(A2, B2, C2, D2, E2, F, G, H2) {
      this.A = A2 | 0;
      this.B = B2 | 0;
      this.C = C2 | 0;
      this.D = D2 | 0;
      this.E = E2 | 0;
      this.F = F | 0;
      this.G = G | 0;
      this.H = H2 | 0;
    }
    _cloneInto(to) {
      (to ||= new this.constructor()).set(...this.get());
      return this._cloneIntoMeta(to);
    }
    process(view, offset) {
      for (let i3 = 0; i3 < 16; i3++, offset += 4)
        SHA256_W[i3] = view.getUint32(offset, false);
      for (let i3 = 16; i3 < 64; i3++) {
        const W15 = SHA256_W[i3 - 15];
        const W2 = SHA256_W[i3 - 2];
        const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
        const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
        SHA256_W[i3] = s1 + SHA256_W[i3 - 7] + s0 + SHA256_W[i3 - 16] | 0;
      }
      let { A: A2, B: B2, C: C2, D: D2, E: E2, F, G, H: H2 } = this;
      for (let i3 = 0; i3 < 64; i3++) {
        const sigma1 = rotr(E2, 6) ^ rotr(E2, 11) ^ rotr(E2, 25);
        const T1 = H2 + sigma1 + Chi(E2, F, G) + SHA256_K[i3] + SHA256_W[i3] | 0;
        const sigma0 = rotr(A2, 2) ^ rotr(A2, 13) ^ rotr(A2, 22);
        const T2 = sigma0 + Maj(A2, B2, C2) | 0;
        H2 = G;
        G = F;
        F = E2;
        E2 = D2 + T1 | 0;
        D2 = C2;
        C2 = B2;
        B2 = A2;
        A2 = T1 + T2 | 0;
      }
      A2 = A2 + this.A | 0;
      B2 = B2 + this.B | 0;
      C2 = C2 + this.C | 0;
      D2 = D2 + this.D | 0;
      E2 = E2 + this.E | 0;
      F = F + this.F | 0;
      G = G + this.G | 0;
      H2 = H2 + this.H | 0;
      this.set(A2, B2, C2, D2, E2, F, G, H2);
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
    const pairs2 = encoded(url.search.slice(1)).split("&").filter((pair) => pair && !/^utm_/iu.test(pair));
    return `https://${url.host}${encoded(url.pathname)}${pairs2.length ? `?${pairs2.join("&")}` : ""}`;
  }
  function encoded(text2) {
    return text2.replace(/%([0-9a-f]{2})?/giu, triplet).replace(/[^\w!#$%&'()*+,/:;=?@[\]~.-]/gu, encodeURIComponent);
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
    return told.map((text2) => oneLine(text2?.replace(MARKUP, ""))).find(Boolean) ?? "";
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
    const found2 = { source: sourceOf(doc), title, abstract, aside: ABSTRACT_HEADING, plain: { title: tag(doc, "citation_title") } };
    return paperOnPage(paper.id, found2).map((one) => ({ ...one, ...paper.url && { url: paper.url } }));
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
    let found2 = null;
    const words = () => found2 ??= wordsOfCard(card, heading, entries.get(id.id), guess);
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
    const known3 = elementHolding(elements, entry.abstract);
    if (known3) return known3;
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
    const text2 = props?.abstract || oneLine(abstract?.textContent);
    return [
      {
        key: id.key,
        card: title.parentElement ?? title,
        fields: { title, ...abstract && { abstract } },
        title: props?.title || oneLine(title.textContent),
        ...text2 && { abstract: text2 },
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
    const known3 = props && elementHolding(nearby, props.abstract);
    if (known3) return known3;
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
    const label = [...note.querySelectorAll(".note-content-field")].find((field3) => /^abstract\W*$/iu.test(oneLine(field3.textContent)));
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
    const read3 = Object.hasOwn(ORIGINS, origin) ? ORIGINS[origin] : () => null;
    return paperOnPage(read3(id), { source: "papers-cool", card, title: card.querySelector("a.title-link"), abstract: card.querySelector("p.summary, .summary") });
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
      account: "الحساب",
      address_login: "احذف الاسم وكلمة المرور قبل @.",
      address_missing: "أدخل عنوان خادم Postil الخاص بك.",
      address_none: "هذا ليس عنوانًا.",
      address_path: "أدخل الجزء الأول من العنوان فقط: $1",
      address_plain: "لا يُوصل إلى حاسوب آخر إلا بـ$1. لهذا الحاسوب استخدم $2 أو $3.",
      address_scheme: "ابدأ العنوان بـ$1 أو، على هذا الحاسوب، بـ$2",
      answer_cut: "انقطع جواب الخادم.",
      attach_here: "اربطها هنا",
      attach_which: "حدّد الكلمات التي تتناولها هذه الملاحظة",
      author_someone: "شخص ما",
      author_you: "أنت",
      bad_keys: "تلقّى Postil مفاتيح لا يمكنه استخدامها.",
      bad_mark: "وصلت إلى Postil علامة لا يستطيع قراءتها.",
      bad_message: "وصلت إلى Postil رسالة لا يستطيع قراءتها.",
      bad_note: "وصلت إلى Postil ملاحظة لا يستطيع قراءتها.",
      badge_of_paper: "$1: $2",
      badge_trouble: "$1. $2",
      badge_unasked: "البحث عن ملاحظات",
      badge_waiting: "بانتظار الإرسال",
      cancel: "إلغاء",
      card_deleted_note: "ملاحظة محذوفة",
      card_no_words: "اكتب بضع كلمات أولًا.",
      card_notes_here_few: "$1 ملاحظات هنا",
      card_notes_here_many: "$1 ملاحظة هنا",
      card_notes_here_one: "ملاحظة",
      card_notes_here_other: "$1 ملاحظة هنا",
      card_notes_here_two: "ملاحظتان هنا",
      card_notes_here_zero: "ملاحظة",
      card_notes_on_paper: "ملاحظات هذه الورقة",
      card_select: "حدّد كلمات من العنوان أو الملخص لتعليمها.",
      card_select_inside: "حدّد كلمات من العنوان لتعليمها، أو افتح الملخص وحدّد فيه.",
      card_whole_paper: "ملاحظة على الورقة كلها",
      close: "إغلاق",
      comma: "، ",
      confirm: "تأكيد",
      conflict_keep_mine: "الإبقاء على نصّي",
      conflict_keep_theirs: "الإبقاء على الآخر",
      conflict_merge: "دمج",
      conflict_mine: "نصّك، لم يُرسل",
      conflict_theirs: "تغيّر في مكان آخر",
      connect_again_in_options: "أعد الاتصال من خيارات Postil.",
      connect_by_signing_in: "سجّل الدخول إلى هذا الخادم لتعليم الأوراق.",
      connect_in_options: "صِل Postil بخادم من خياراته.",
      connected: "متصل",
      connected_to: "اتصل بـ$1.",
      copy: "نسخ",
      copy_saved: "سُلّمت نسخة إلى تنزيلات المتصفح. ما زالت الملاحظات محفوظة هنا.",
      ctrl_enter: "Ctrl+Enter",
      delete: "حذف",
      discard: "تجاهل",
      discard_this: "تجاهل هذا",
      dismiss: "إخفاء",
      do_changed: "أكّد لتعليم الكلمات الحالية، أو أعد الربط لتحديد غيرها، أو اتركها كما هي.",
      do_lost: "أعد الربط لتحديد كلمات أخرى، أو اتركها: ستظهر من جديد حيثما وُجدت كلماتها.",
      edit: "تحرير",
      editor_recovered: "هذا هو النص الذي تركته دون حفظ.",
      enter: "Enter",
      failed_notes_few: "تعذّر إرسال $1 ملاحظات. افتح Postil لمعرفة السبب.",
      failed_notes_many: "تعذّر إرسال $1 ملاحظة. افتح Postil لمعرفة السبب.",
      failed_notes_one: "تعذّر إرسال ملاحظة واحدة. افتح Postil لمعرفة السبب.",
      failed_notes_other: "تعذّر إرسال $1 ملاحظة. افتح Postil لمعرفة السبب.",
      failed_notes_two: "تعذّر إرسال ملاحظتين. افتح Postil لمعرفة السبب.",
      failed_notes_zero: "لم يتعذّر إرسال أي ملاحظة.",
      foreign: "ما يجيب في هذا العنوان ليس خادم Postil.",
      highlight: "تظليل",
      history: "السجل",
      history_close: "إغلاق السجل",
      history_restore: "استعادة هذا النص",
      history_same: "لم تتغيّر كلماتها.",
      history_waiting: "بانتظار الخادم",
      icon_problem: "Postil: $1",
      is_now: "الآن",
      just_now: "الآن",
      keep: "إبقاء",
      keeps_nothing: "لا يحفظ هذا المتصفح شيئًا لـPostil، كما حين يُضبط على عدم تذكر السجل. غيّر ذلك وأعد تحميل هذه الصفحة.",
      kept: "حُفظ.",
      kept_for: "محفوظ لآخرين",
      kept_who: "$1 على $2",
      keys: "المفاتيح",
      keys_about: "لا تعمل الحروف مفاتيحَ إلا حيث لا يُكتب نص. أما Escape وEnter وTab ومفاتيح الأسهم فتعمل كالمعتاد. الحقل الفارغ: بلا مفتاح.",
      keys_next_paper: "الورقة التالية",
      keys_not_one: "المفتاح حرف واحد أو رقم واحد.",
      keys_on: "استخدام الحروف مفاتيحَ على الصفحات",
      keys_previous_paper: "الورقة السابقة",
      keys_taken: "«$1» مفتاحٌ لـ«$2» بالفعل.",
      keys_usual: "استخدام الحروف المعتادة",
      look_at_address: "راجع العنوان في خيارات Postil.",
      made_on: "أُنشئت على v$1",
      move: "نقل",
      move_to: "النقل إلى",
      negation_changed: "نفي: «$1» صارت الآن «$2»",
      negation_put_in: "نفي: أُضيفت «$1»",
      negation_taken_out: "نفي: حُذفت «$1»",
      new_notes_few: "$1 جديدة",
      new_notes_many: "$1 جديدة",
      new_notes_one: "واحدة جديدة",
      new_notes_other: "$1 جديدة",
      new_notes_two: "اثنتان جديدتان",
      new_notes_zero: "لا جديد",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      no_destination: "لا مكان للحفظ فيه. صِل Postil بخادم من خياراته.",
      no_notes: "لا ملاحظات",
      no_text: "بلا نص",
      not_among_failed: "ليس هذا بين ما تعذّر إرساله.",
      not_brought_back: "لم يعد ممكنًا استعادة هذه الملاحظة هنا.",
      not_into_only_me: "لا يمكن حفظ هذا في «أنا فقط».",
      not_kept: "ما تكتبه لا يُحفظ هنا: $1 احفظه أو انسخه قبل مغادرة هذه الصفحة.",
      not_running: "لا يعمل Postil في هذه الصفحة.",
      note: "ملاحظة",
      note_deleted: "هذه الملاحظة محذوفة.",
      note_not_here: "لم تعد هذه الملاحظة هنا. أعد تحميل هذه الصفحة.",
      notes_deleted_few: "حُذفت $1 ملاحظات",
      notes_deleted_many: "حُذفت $1 ملاحظة",
      notes_deleted_name: "المحذوف",
      notes_deleted_one: "حُذفت الملاحظة",
      notes_deleted_other: "حُذفت $1 ملاحظة",
      notes_deleted_two: "حُذفت ملاحظتان",
      notes_deleted_zero: "لم يُحذف شيء",
      notes_few: "$1 ملاحظات",
      notes_many: "$1 ملاحظة",
      notes_one: "ملاحظة واحدة",
      notes_other: "$1 ملاحظة",
      notes_two: "ملاحظتان",
      notes_zero: "لا ملاحظات",
      number_changed: "عدد: «$1» صار الآن «$2»",
      number_put_in: "عدد: أُضيف «$1»",
      number_taken_out: "عدد: حُذف «$1»",
      offline: "لا يجيب الخادم.",
      old_extension: "هذه الإضافة أقدم من خادمك. حدّث إضافة Postil.",
      old_page: "نسخة هذه الصفحة تختلف عن نسخة خادمها. أعد تحميلها.",
      old_server: "خادمك أقدم من هذه الإضافة. اطلب من مالكه تحديثه.",
      only_me: "أنا فقط",
      other_account: "حساب آخر متصل الآن. ما كتبته يبقى هنا للحساب الذي كتبته به.",
      own_pages_only: "لا يمكن فعل هذا إلا في صفحة من صفحات Postil نفسه.",
      pages_of_server: "هذه الصفحات تخص خادمها.",
      pairing_denied: "لم يُسمح بذلك في صفحة الخادم، فلم يُوصل شيء.",
      pairing_ended: "أنهاه الخادم دون جواب. أعد الاتصال.",
      pairing_expired: "انتهت صلاحية الرمز. أعد الاتصال للحصول على رمز جديد.",
      pairing_no_code: "لم يعطِ الخادم رمزًا. استخدم مفتاحًا بدلًا منه.",
      pairing_no_code_why: "لم يعطِ الخادم رمزًا: $1. استخدم مفتاحًا بدلًا منه.",
      place_changed: "تغيّر منذ تعليمه",
      place_changed_mine: "تغيّر منذ أن علّمته",
      place_hidden: "غير ظاهر في هذا العرض",
      place_lost: "غير موجود في هذه الصفحة",
      read_only_team: "يمكنك قراءة ملاحظات هذا الفريق دون الكتابة فيه.",
      reason_gone: "حُذفت الملاحظة.",
      reason_has_replies: "أجاب آخرون عن هذه الملاحظة.",
      reason_id_taken: "لملاحظة أخرى المعرّف نفسه.",
      reason_missing_scope: "لا يسمح مفتاح وصول هذا المتصفح بالكتابة.",
      reason_not_allowed: "لم يعد يُسمح لك بالكتابة هنا.",
      reason_not_found: "لم تعد الملاحظة أو فريقها متاحًا لك.",
      reason_refused: "لم يقبلها الخادم: $1.",
      reason_stale: "عُدّلت الملاحظة في مكان آخر منذ أن فتحتها.",
      reason_too_large: "الملاحظة أطول مما يجب.",
      reattach: "إعادة الربط",
      redirected: "يحيل هذا العنوان إلى عنوان آخر. أدخل العنوان الذي يقود إليه.",
      refused: "لا يمكن تعليم هذا.",
      refused_across: "حدّد داخل عنوان واحد أو ملخص واحد لتعليمه.",
      refused_another_paper: "الملاحظة المراد إعادة ربطها تخصّ ورقة أخرى. حدّد كلمات منها.",
      refused_nothing: "لا شيء هنا لتعليمه. حدّد بعض الكلمات.",
      refused_one_character: "حرف واحد لا يكفي للتعليم. حدّد كلمة.",
      refused_too_long: "هذا أطول من أن يُعلَّم. حدّد أقل.",
      refused_two_papers: "يمتد هذا على ورقتين. حدّد داخل ورقة واحدة لتعليمه.",
      reply: "رد",
      reply_stays: "يبقى الرد مع الملاحظة التي يجيب عنها.",
      safe_until_server_few: "ملاحظاتك الـ$1 محفوظة هنا وستُرسل عندما يعود.",
      safe_until_server_many: "ملاحظاتك الـ$1 محفوظة هنا وستُرسل عندما يعود.",
      safe_until_server_one: "ملاحظتك محفوظة هنا وستُرسل عندما يعود.",
      safe_until_server_other: "ملاحظاتك الـ$1 محفوظة هنا وستُرسل عندما يعود.",
      safe_until_server_two: "ملاحظتاك محفوظتان هنا وستُرسلان عندما يعود.",
      safe_until_server_zero: "لا شيء ينتظر الإرسال.",
      safe_until_you_few: "ملاحظاتك الـ$1 محفوظة هنا وستُرسل عند عودتك.",
      safe_until_you_many: "ملاحظاتك الـ$1 محفوظة هنا وستُرسل عند عودتك.",
      safe_until_you_one: "ملاحظتك محفوظة هنا وستُرسل عند عودتك.",
      safe_until_you_other: "ملاحظاتك الـ$1 محفوظة هنا وستُرسل عند عودتك.",
      safe_until_you_two: "ملاحظتاك محفوظتان هنا وستُرسلان عند عودتك.",
      safe_until_you_zero: "لا شيء ينتظر الإرسال.",
      said_brought_back: "استُعيدت",
      said_confirmed: "أُكّدت",
      said_deleted: "حُذفت",
      said_highlighted: "ظُلّل النص",
      said_moved: "نُقلت",
      said_reattached: "أُعيد ربطها",
      said_saved: "حُفظت",
      said_sent: "أُرسل ما كان بانتظار الإرسال",
      save: "حفظ",
      save_to: "الحفظ في",
      sending_failed: "تعذّر الإرسال: $1",
      sending_unfinished: "لم يستطع Postil إتمام الإرسال.",
      sending_waiting: "بانتظار الإرسال",
      sentence: "$1.",
      server: "الخادم",
      server_address: "عنوان الخادم",
      server_error: "صادف الخادم خطأ غير متوقع.",
      server_help: "على هذا الحاسوب يكون عادة $1. يطبعه الخادم عند بدئه.",
      server_later: "لا يستطيع الخادم الإجابة الآن ($1).",
      server_offline: "$1 تحقق من أنه يعمل ومن صحة العنوان.",
      server_too_many: "محاولات كثيرة. انتظر قليلًا.",
      server_unavailable: "لا يستطيع الخادم استخدام قاعدة بياناته الآن.",
      server_wrong_host: "لا يجيب هذا الخادم عن هذا العنوان: يمكن لمالكه أن يضبط POSTIL_PUBLIC_URL عليه.",
      show_notes_of: "إظهار ملاحظات",
      show_on_page: "الإظهار في الصفحة",
      sign_in_again: "سجّل الدخول مجددًا.",
      signed_out: "أنت غير مسجّل الدخول.",
      signed_out_here: "لا يعرف Postil من أنت هنا. سجّل الدخول ثم أعد تحميل هذه الصفحة.",
      store_refused: "لم يتمكن المتصفح من حفظ هذا، ربما لأن القرص ممتلئ.",
      switched_off: "أُوقف Postil في هذه الصفحة.",
      tags: "الوسوم",
      tags_hint: "مفصولة بفواصل",
      theirs_changed: "لا يمكن إلا لـ$1 تأكيد هذه الملاحظة أو إعادة ربطها.",
      theirs_lost: "لا يمكن إلا لـ$1 إعادة ربط هذه الملاحظة.",
      token_from_settings: "الصق مفتاح وصول من إعدادات الخادم.",
      token_unknown: "لا يعرف الخادم مفتاح الوصول هذا، أو أُبطل.",
      token_unknown_make: "لا يعرف الخادم هذا المفتاح، أو أُبطل. أنشئ واحدًا جديدًا في إعدادات الخادم.",
      undo: "تراجع",
      unfinished: "تركت هذا دون إكمال",
      unfinished_edit: "تعديل ملاحظة",
      unfinished_go_on: "متابعة",
      unfinished_gone: "لم تعد هذه الملاحظة غير المكتملة هنا.",
      unfinished_new: "ملاحظة جديدة",
      unfinished_reply: "رد",
      unpaired: "ليس Postil متصلًا بخادم. صِله من خياراته.",
      walk: "القراءة جملة جملة",
      walk_by: "القراءة جملة جملة ($1)",
      walk_next: "الجملة التالية",
      walk_notes_few: "$1 ملاحظات هنا",
      walk_notes_many: "$1 ملاحظة هنا",
      walk_notes_one: "ملاحظة واحدة هنا",
      walk_notes_other: "$1 ملاحظة هنا",
      walk_notes_two: "ملاحظتان هنا",
      walk_notes_zero: "لا ملاحظات هنا",
      walk_previous: "الجملة السابقة",
      walk_stop: "إيقاف القراءة جملة جملة",
      walk_title: "العنوان: $1",
      was_marked: "المُعلَّم",
      went_wrong: "حدث خطأ داخل Postil."
    }),
    de: () => ({
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      account: "Konto",
      address_login: "Lass Name und Passwort vor dem @ weg.",
      address_missing: "Gib die Adresse deines Postil-Servers ein.",
      address_none: "Das ist keine Adresse.",
      address_path: "Gib nur den ersten Teil der Adresse ein: $1",
      address_plain: "Ein anderer Computer wird nur mit $1 erreicht. Für diesen nimm $2 oder $3.",
      address_scheme: "Beginne die Adresse mit $1 oder, auf diesem Computer, mit $2",
      answer_cut: "Die Antwort des Servers brach ab.",
      attach_here: "Hier anheften",
      attach_which: "Wähle die Wörter aus, um die es in dieser Notiz geht",
      author_someone: "Jemand",
      author_you: "Du",
      bad_keys: "Postil hat Tasten erhalten, die es nicht verwenden kann.",
      bad_mark: "Postil hat eine Markierung bekommen, die es nicht lesen kann.",
      bad_message: "Postil hat eine Nachricht bekommen, die es nicht lesen kann.",
      bad_note: "Postil hat eine Notiz bekommen, die es nicht lesen kann.",
      badge_of_paper: "$1: $2",
      badge_trouble: "$1. $2",
      badge_unasked: "Nach Notizen suchen",
      badge_waiting: "wartet auf das Senden",
      cancel: "Abbrechen",
      card_deleted_note: "Gelöschte Notiz",
      card_no_words: "Schreib zuerst ein paar Wörter.",
      card_notes_here_one: "Notiz",
      card_notes_here_other: "$1 Notizen hier",
      card_notes_on_paper: "Notizen zu diesem Paper",
      card_select: "Wähle Wörter des Titels oder des Abstracts aus, um sie zu markieren.",
      card_select_inside: "Wähle Wörter des Titels aus, um sie zu markieren, oder öffne den Abstract und wähle dort aus.",
      card_whole_paper: "Notiz zum ganzen Paper",
      close: "Schließen",
      comma: ", ",
      confirm: "Bestätigen",
      conflict_keep_mine: "Meine behalten",
      conflict_keep_theirs: "Die andere behalten",
      conflict_merge: "Zusammenführen",
      conflict_mine: "Deine, nicht gesendet",
      conflict_theirs: "Anderswo geändert",
      connect_again_in_options: "Verbinde neu in den Einstellungen von Postil.",
      connect_by_signing_in: "Melde dich bei diesem Server an, um Paper zu markieren.",
      connect_in_options: "Verbinde Postil in seinen Einstellungen mit einem Server.",
      connected: "Verbunden",
      connected_to: "Mit $1 verbunden.",
      copy: "Kopieren",
      copy_saved: "Eine Kopie wurde den Downloads des Browsers übergeben. Die Notizen sind weiterhin hier.",
      ctrl_enter: "Strg+Enter",
      delete: "Löschen",
      discard: "Verwerfen",
      discard_this: "Das verwerfen",
      dismiss: "Ausblenden",
      do_changed: "Bestätige, um die jetzigen Wörter zu markieren, hefte sie neu an, um andere auszuwählen, oder lass sie, wie sie ist.",
      do_lost: "Hefte sie neu an, um andere Wörter auszuwählen, oder lass sie: Sie erscheint wieder, wo ihre Wörter stehen.",
      edit: "Bearbeiten",
      editor_recovered: "Das ist der Text, den du ungespeichert gelassen hast.",
      enter: "Eingabe",
      failed_notes_one: "$1 Notiz konnte nicht gesendet werden. Öffne Postil, um zu sehen, warum.",
      failed_notes_other: "$1 Notizen konnten nicht gesendet werden. Öffne Postil, um zu sehen, warum.",
      foreign: "Was unter dieser Adresse antwortet, ist kein Postil-Server.",
      highlight: "Markieren",
      history: "Verlauf",
      history_close: "Verlauf schließen",
      history_restore: "Diesen Text wiederherstellen",
      history_same: "Der Wortlaut hat sich nicht geändert.",
      history_waiting: "Warten auf den Server",
      icon_problem: "Postil: $1",
      is_now: "Jetzt",
      just_now: "gerade eben",
      keep: "Behalten",
      keeps_nothing: "Dieser Browser behält nichts für Postil, etwa weil er nie eine Chronik anlegen soll. Ändere das und lade diese Seite neu.",
      kept: "Gemerkt.",
      kept_for: "Für andere aufbewahrt",
      kept_who: "$1 auf $2",
      keys: "Tasten",
      keys_about: "Buchstaben sind nur dort Tasten, wo nichts eingegeben wird. Escape, Eingabe, Tab und die Pfeiltasten wirken wie überall. Ein leeres Feld: keine Taste.",
      keys_next_paper: "Nächstes Paper",
      keys_not_one: "Eine Taste ist ein Buchstabe oder eine Ziffer.",
      keys_on: "Buchstaben auf Seiten als Tasten verwenden",
      keys_previous_paper: "Vorheriges Paper",
      keys_taken: "„$1“ ist schon die Taste für „$2“.",
      keys_usual: "Die üblichen Buchstaben verwenden",
      look_at_address: "Sieh dir die Adresse in den Einstellungen von Postil an.",
      made_on: "an v$1 gemacht",
      move: "Verschieben",
      move_to: "Verschieben nach",
      negation_changed: "Verneinung: „$1“ ist jetzt „$2“",
      negation_put_in: "Verneinung: „$1“ kam hinzu",
      negation_taken_out: "Verneinung: „$1“ fiel weg",
      new_notes_one: "$1 neue",
      new_notes_other: "$1 neue",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      no_destination: "Es gibt keinen Ort zum Speichern. Verbinde Postil in seinen Einstellungen mit einem Server.",
      no_notes: "Keine Notizen",
      no_text: "Kein Text",
      not_among_failed: "Das ist nicht unter dem, was nicht gesendet werden konnte.",
      not_brought_back: "Diese Notiz lässt sich hier nicht mehr zurückholen.",
      not_into_only_me: "Das lässt sich nicht in „Nur ich“ speichern.",
      not_kept: "Was du tippst, wird hier nicht aufbewahrt: $1 Speichere oder kopiere es, bevor du diese Seite verlässt.",
      not_running: "Postil läuft auf dieser Seite nicht.",
      note: "Notiz",
      note_deleted: "Diese Notiz ist gelöscht.",
      note_not_here: "Diese Notiz ist nicht mehr hier. Lade diese Seite neu.",
      notes_deleted_name: "Gelöscht",
      notes_deleted_one: "Notiz gelöscht",
      notes_deleted_other: "$1 Notizen gelöscht",
      notes_one: "$1 Notiz",
      notes_other: "$1 Notizen",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      number_put_in: "Zahl: „$1“ kam hinzu",
      number_taken_out: "Zahl: „$1“ fiel weg",
      offline: "Der Server antwortet nicht.",
      old_extension: "Diese Erweiterung ist älter als dein Server. Aktualisiere die Postil-Erweiterung.",
      old_page: "Diese Seite hat eine andere Version als ihr Server. Lade sie neu.",
      old_server: "Dein Server ist älter als diese Erweiterung. Bitte den Betreiber, ihn zu aktualisieren.",
      only_me: "Nur ich",
      other_account: "Jetzt ist ein anderes Konto verbunden. Was du geschrieben hast, bleibt hier für das Konto, unter dem du es geschrieben hast.",
      own_pages_only: "Das geht nur auf einer Seite von Postil selbst.",
      pages_of_server: "Diese Seiten gehören zu ihrem Server.",
      pairing_denied: "Auf der Seite des Servers wurde es nicht erlaubt, deshalb wurde nichts verbunden.",
      pairing_ended: "Der Server hat es ohne Antwort beendet. Verbinde noch einmal.",
      pairing_expired: "Der Code ist abgelaufen. Verbinde noch einmal für einen neuen.",
      pairing_no_code: "Der Server hat keinen Code gegeben. Nimm stattdessen ein Token.",
      pairing_no_code_why: "Der Server hat keinen Code gegeben: $1. Nimm stattdessen ein Token.",
      place_changed: "Geändert, seit es markiert wurde",
      place_changed_mine: "Geändert, seit du es markiert hast",
      place_hidden: "In dieser Ansicht nicht zu sehen",
      place_lost: "Auf dieser Seite nicht gefunden",
      read_only_team: "Du kannst die Notizen dieses Teams lesen, dort aber nicht schreiben.",
      reason_gone: "Die Notiz wurde gelöscht.",
      reason_has_replies: "Andere haben auf diese Notiz geantwortet.",
      reason_id_taken: "Eine andere Notiz hat dieselbe ID.",
      reason_missing_scope: "Das Zugangstoken dieses Browsers darf nicht schreiben.",
      reason_not_allowed: "Du darfst hier nicht mehr schreiben.",
      reason_not_found: "Die Notiz oder ihr Team ist für dich nicht mehr da.",
      reason_refused: "Der Server hat sie nicht angenommen: $1.",
      reason_stale: "Die Notiz wurde anderswo geändert, seit du sie geöffnet hast.",
      reason_too_large: "Die Notiz ist zu lang.",
      reattach: "Neu anheften",
      redirected: "Diese Adresse leitet auf eine andere weiter. Gib die Adresse ein, zu der sie führt.",
      refused: "Das lässt sich nicht markieren.",
      refused_across: "Wähle innerhalb eines Titels oder eines Abstracts aus, um zu markieren.",
      refused_another_paper: "Die Notiz, die neu angeheftet werden soll, gehört zu einem anderen Paper. Wähle Wörter in jenem aus.",
      refused_nothing: "Hier gibt es nichts zu markieren. Wähle einige Wörter aus.",
      refused_one_character: "Ein Zeichen ist zu wenig. Wähle ein Wort aus.",
      refused_too_long: "Das ist zu lang. Wähle weniger aus.",
      refused_two_papers: "Das reicht über zwei Paper. Wähle innerhalb eines Papers aus, um zu markieren.",
      reply: "Antworten",
      reply_stays: "Eine Antwort bleibt bei der Notiz, auf die sie antwortet.",
      safe_until_server_one: "Deine Notiz bleibt hier und wird gesendet, wenn er wieder da ist.",
      safe_until_server_other: "Deine $1 Notizen bleiben hier und werden gesendet, wenn er wieder da ist.",
      safe_until_you_one: "Deine Notiz bleibt hier und wird gesendet, sobald du zurück bist.",
      safe_until_you_other: "Deine $1 Notizen bleiben hier und werden gesendet, sobald du zurück bist.",
      said_brought_back: "Zurückgeholt",
      said_confirmed: "Bestätigt",
      said_deleted: "Gelöscht",
      said_highlighted: "Markiert",
      said_moved: "Verschoben",
      said_reattached: "Neu angeheftet",
      said_saved: "Gespeichert",
      said_sent: "Was gewartet hat, ist gesendet",
      save: "Speichern",
      save_to: "Speichern in",
      sending_failed: "Konnte nicht gesendet werden: $1",
      sending_unfinished: "Postil konnte das Senden nicht abschließen.",
      sending_waiting: "Wartet auf das Senden",
      sentence: "$1.",
      server: "Server",
      server_address: "Adresse des Servers",
      server_error: "Der Server ist auf einen unerwarteten Fehler gestoßen.",
      server_help: "Auf diesem Computer meist $1. Der Server zeigt sie, wenn er startet.",
      server_later: "Der Server kann jetzt nicht antworten ($1).",
      server_offline: "$1 Sieh nach, ob er läuft und ob die Adresse stimmt.",
      server_too_many: "Zu viele Versuche. Warte eine Weile.",
      server_unavailable: "Der Server kann seine Datenbank jetzt nicht benutzen.",
      server_wrong_host: "Dieser Server antwortet nicht für diese Adresse: Sein Eigentümer kann POSTIL_PUBLIC_URL darauf setzen.",
      show_notes_of: "Notizen zeigen von",
      show_on_page: "Auf der Seite zeigen",
      sign_in_again: "Melde dich wieder an.",
      signed_out: "Du bist abgemeldet.",
      signed_out_here: "Postil weiß hier nicht, wer du bist. Melde dich an und lade dann diese Seite neu.",
      store_refused: "Der Browser konnte dies nicht aufbewahren, vielleicht weil die Festplatte voll ist.",
      switched_off: "Postil wurde auf dieser Seite ausgeschaltet.",
      tags: "Schlagwörter",
      tags_hint: "durch Kommas getrennt",
      theirs_changed: "Nur $1 kann diese Notiz bestätigen oder neu anheften.",
      theirs_lost: "Nur $1 kann diese Notiz neu anheften.",
      token_from_settings: "Füge ein Zugangstoken aus den Einstellungen des Servers ein.",
      token_unknown: "Der Server kennt dieses Zugangstoken nicht, oder es wurde widerrufen.",
      token_unknown_make: "Der Server kennt dieses Token nicht, oder es wurde widerrufen. Mach ein neues in den Einstellungen des Servers.",
      undo: "Rückgängig",
      unfinished: "Das hast du unfertig gelassen",
      unfinished_edit: "Änderung einer Notiz",
      unfinished_go_on: "Weiterschreiben",
      unfinished_gone: "Diese unfertige Notiz ist nicht mehr da.",
      unfinished_new: "Neue Notiz",
      unfinished_reply: "Antwort",
      unpaired: "Postil ist mit keinem Server verbunden. Verbinde es in seinen Einstellungen.",
      walk: "Satz für Satz lesen",
      walk_by: "Satz für Satz lesen ($1)",
      walk_next: "Nächster Satz",
      walk_notes_one: "$1 Notiz hier",
      walk_notes_other: "$1 Notizen hier",
      walk_previous: "Vorheriger Satz",
      walk_stop: "Satzweises Lesen beenden",
      walk_title: "Titel: $1",
      was_marked: "Markiert",
      went_wrong: "In Postil ist etwas schiefgegangen."
    }),
    en: () => ({
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      account: "Account",
      address_login: "Leave out the name and password before the @.",
      address_missing: "Enter the address of your Postil server.",
      address_none: "This is not an address.",
      address_path: "Enter only the first part of the address: $1",
      address_plain: "Another computer is reached with $1 only. For this one use $2 or $3.",
      address_scheme: "Begin the address with $1 or, on this computer, with $2",
      answer_cut: "The server's answer was cut short.",
      attach_here: "Attach here",
      attach_which: "Select the words that this note is about",
      author_someone: "Someone",
      author_you: "You",
      bad_keys: "Postil got keys that it cannot use.",
      bad_mark: "Postil got a mark that it cannot read.",
      bad_message: "Postil got a message that it cannot read.",
      bad_note: "Postil got a note that it cannot read.",
      badge_of_paper: "$1: $2",
      badge_trouble: "$1. $2",
      badge_unasked: "Look for notes",
      badge_waiting: "waiting to be sent",
      cancel: "Cancel",
      card_deleted_note: "Deleted note",
      card_no_words: "Write a few words first.",
      card_notes_here_one: "Note",
      card_notes_here_other: "$1 notes here",
      card_notes_on_paper: "Notes on this paper",
      card_select: "Select words of the title or the abstract to mark them.",
      card_select_inside: "Select words of the title to mark them, or open the abstract and select there.",
      card_whole_paper: "Note on the whole paper",
      close: "Close",
      comma: ", ",
      confirm: "Confirm",
      conflict_keep_mine: "Keep mine",
      conflict_keep_theirs: "Keep theirs",
      conflict_merge: "Merge",
      conflict_mine: "Yours, not sent",
      conflict_theirs: "Changed elsewhere",
      connect_again_in_options: "Connect again in Postil's options.",
      connect_by_signing_in: "Sign in to this server to mark papers.",
      connect_in_options: "Connect Postil to a server in its options.",
      connected: "Connected",
      connected_to: "Connected to $1.",
      copy: "Copy",
      copy_saved: "A copy was handed to the browser's downloads. The notes are still kept here.",
      ctrl_enter: "Ctrl+Enter",
      delete: "Delete",
      discard: "Discard",
      discard_this: "Discard this",
      dismiss: "Dismiss",
      do_changed: "Confirm to mark the words of now, re-attach to select others, or leave it as it is.",
      do_lost: "Re-attach to select other words, or leave it: it shows again wherever its words stand.",
      edit: "Edit",
      editor_recovered: "This is the text that you left unsaved.",
      enter: "Enter",
      failed_notes_one: "$1 note could not be sent. Open Postil to see why.",
      failed_notes_other: "$1 notes could not be sent. Open Postil to see why.",
      foreign: "What answers at this address is not a Postil server.",
      highlight: "Highlight",
      history: "History",
      history_close: "Close the history",
      history_restore: "Restore this text",
      history_same: "Its words have not changed.",
      history_waiting: "Waiting for the server",
      icon_problem: "Postil: $1",
      is_now: "Now",
      just_now: "just now",
      keep: "Keep",
      keeps_nothing: "This browser keeps nothing for Postil, as when it is set never to remember history. Change that, and reload this page.",
      kept: "Kept.",
      kept_for: "Kept for others",
      kept_who: "$1 on $2",
      keys: "Keys",
      keys_about: "Letters are keys only where nothing is typed. Escape, Enter, Tab and the arrow keys do what they do everywhere. An empty field: no key.",
      keys_next_paper: "Next paper",
      keys_not_one: "A key is one letter or one digit.",
      keys_on: "Use letters as keys on pages",
      keys_previous_paper: "Previous paper",
      keys_taken: "“$1” is the key for “$2” already.",
      keys_usual: "Use the usual letters",
      look_at_address: "Look at the address in Postil's options.",
      made_on: "made on v$1",
      move: "Move",
      move_to: "Move to",
      negation_changed: "Negation: “$1” is now “$2”",
      negation_put_in: "Negation: “$1” was put in",
      negation_taken_out: "Negation: “$1” was taken out",
      new_notes_one: "$1 new",
      new_notes_other: "$1 new",
      no_answer: "Postil did not answer. Reload this page.",
      no_destination: "There is no place to save to. Connect Postil to a server in its options.",
      no_notes: "No notes",
      no_text: "No text",
      not_among_failed: "This is not among what could not be sent.",
      not_brought_back: "This note can no longer be brought back here.",
      not_into_only_me: "This cannot be saved into Only me.",
      not_kept: "What you type is not kept here: $1 Save it, or copy it, before you leave this page.",
      not_running: "Postil is not running on this page.",
      note: "Note",
      note_deleted: "This note is deleted.",
      note_not_here: "This note is not here any more. Reload this page.",
      notes_deleted_name: "Deleted",
      notes_deleted_one: "Note deleted",
      notes_deleted_other: "$1 notes deleted",
      notes_one: "$1 note",
      notes_other: "$1 notes",
      number_changed: "Number: “$1” is now “$2”",
      number_put_in: "Number: “$1” was put in",
      number_taken_out: "Number: “$1” was taken out",
      offline: "The server does not answer.",
      old_extension: "This extension is older than your server. Update Postil's extension.",
      old_page: "This page is of another version than its server. Reload it.",
      old_server: "Your server is older than this extension. Ask its owner to update it.",
      only_me: "Only me",
      other_account: "Another account is connected now. What you wrote stays here for the one that you wrote it under.",
      own_pages_only: "This can only be done on a page of Postil itself.",
      pages_of_server: "These pages belong to their server.",
      pairing_denied: "It was not allowed on the server's page, so nothing was connected.",
      pairing_ended: "The server ended it without an answer. Connect again.",
      pairing_expired: "The code has expired. Connect again for a new one.",
      pairing_no_code: "The server did not give a code. Use a token instead.",
      pairing_no_code_why: "The server did not give a code: $1. Use a token instead.",
      place_changed: "Changed since it was marked",
      place_changed_mine: "Changed since you marked it",
      place_hidden: "Not on this view",
      place_lost: "Not found on this page",
      read_only_team: "You can read this team's notes, not write there.",
      reason_gone: "The note was deleted.",
      reason_has_replies: "Others have answered this note.",
      reason_id_taken: "Another note has the same id.",
      reason_missing_scope: "The access token of this browser may not write.",
      reason_not_allowed: "You may not write here any more.",
      reason_not_found: "The note or its team is not there for you any more.",
      reason_refused: "The server did not take it: $1.",
      reason_stale: "The note was changed elsewhere since you opened it.",
      reason_too_large: "The note is too long.",
      reattach: "Re-attach",
      redirected: "This address sends on to another one. Enter the address that it leads to.",
      refused: "This cannot be marked.",
      refused_across: "Select within one title or one abstract to mark it.",
      refused_another_paper: "The note to re-attach is about another paper. Select words of that one.",
      refused_nothing: "There is nothing here to mark. Select some words.",
      refused_one_character: "One character is too little to mark. Select a word.",
      refused_too_long: "This is too long to mark. Select less.",
      refused_two_papers: "This reaches over two papers. Select within one to mark it.",
      reply: "Reply",
      reply_stays: "A reply stays with the note that it answers.",
      safe_until_server_one: "Your note is kept here and will be sent when it is back.",
      safe_until_server_other: "Your $1 notes are kept here and will be sent when it is back.",
      safe_until_you_one: "Your note is kept here and will be sent once you are back.",
      safe_until_you_other: "Your $1 notes are kept here and will be sent once you are back.",
      said_brought_back: "Brought back",
      said_confirmed: "Confirmed",
      said_deleted: "Deleted",
      said_highlighted: "Highlighted",
      said_moved: "Moved",
      said_reattached: "Re-attached",
      said_saved: "Saved",
      said_sent: "What waited was sent",
      save: "Save",
      save_to: "Save to",
      sending_failed: "Could not be sent: $1",
      sending_unfinished: "Postil could not finish sending.",
      sending_waiting: "Waiting to be sent",
      sentence: "$1.",
      server: "Server",
      server_address: "Server address",
      server_error: "The server met an unforeseen error.",
      server_help: "On this computer usually $1. The server prints it when it starts.",
      server_later: "The server cannot answer now ($1).",
      server_offline: "$1 Look whether it runs and whether the address is right.",
      server_too_many: "Too many tries. Wait a while.",
      server_unavailable: "The server cannot use its database now.",
      server_wrong_host: "This server does not answer for this address: its owner can set POSTIL_PUBLIC_URL to it.",
      show_notes_of: "Show notes of",
      show_on_page: "Show on the page",
      sign_in_again: "Sign in again.",
      signed_out: "You are signed out.",
      signed_out_here: "Postil does not know who you are here. Sign in, then reload this page.",
      store_refused: "The browser could not keep this, perhaps because the disk is full.",
      switched_off: "Postil was switched off on this page.",
      tags: "Tags",
      tags_hint: "separated by commas",
      theirs_changed: "Only $1 can confirm or re-attach this note.",
      theirs_lost: "Only $1 can re-attach this note.",
      token_from_settings: "Paste an access token from the server's settings.",
      token_unknown: "The server does not know this access token, or it was revoked.",
      token_unknown_make: "The server does not know this token, or it was revoked. Make a new one in the server's settings.",
      undo: "Undo",
      unfinished: "You left this unfinished",
      unfinished_edit: "Change of a note",
      unfinished_go_on: "Go on",
      unfinished_gone: "This unfinished note is not here any more.",
      unfinished_new: "New note",
      unfinished_reply: "Reply",
      unpaired: "Postil is not connected to a server. Connect it in its options.",
      walk: "Read by sentence",
      walk_by: "Read by sentence ($1)",
      walk_next: "Next sentence",
      walk_notes_one: "$1 note here",
      walk_notes_other: "$1 notes here",
      walk_previous: "Previous sentence",
      walk_stop: "Stop reading by sentence",
      walk_title: "Title: $1",
      was_marked: "Marked",
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
    const known3 = wanted.flatMap((tag2) => [tag2, tag2.split("-")[0]]).find((tag2) => Object.hasOwn(catalogues, tag2));
    spoken = /** @type {Language} */
    known3 ?? "en";
    phrases = null;
  }
  var language = () => spoken;
  var direction = () => RIGHT_TO_LEFT.has(spoken) ? "rtl" : "ltr";
  var locale = () => LOCALES[spoken] ?? spoken;
  function phrase(key, ...values) {
    phrases ??= catalogues[spoken]();
    return phrases[key].replace(/\$(\d)/g, (_2, place3) => {
      const value = values[place3 - 1];
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
  function speakThrough(transport2) {
    current = transport2;
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
  function serve(handlers, transport2) {
    transport2.receive((message, party, sender) => {
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
  function withLetter({ on, letters }, action, letter) {
    const own = { ...letters, [action]: letter };
    if (letter === LETTERS[action]) delete own[action];
    return { on, letters: own };
  }
  function clashIn(letters) {
    const chosen = ACTIONS.map((action) => ({ action, letter: letterOf({ on: true, letters }, action) }));
    for (const [index, { action, letter }] of chosen.entries()) {
      if (letter === "") continue;
      if (!ONE_LETTER.test(letter) || letter !== letter.toLowerCase()) return { action, other: null };
      const other = chosen.slice(0, index).find((one) => one.letter === letter);
      if (other) return { action, other: other.action };
    }
    return null;
  }
  function keysFrom(payload) {
    const { on, letters } = (
      /** @type {{on?: unknown, letters?: unknown}} */
      payload ?? {}
    );
    if (typeof on !== "boolean" || typeof letters !== "object" || letters === null) return null;
    const entries = Object.entries(letters);
    const areKnown = entries.every(([action, letter]) => Object.hasOwn(LETTERS, action) && typeof letter === "string");
    const own = (
      /** @type {Keys["letters"]} */
      Object.fromEntries(entries)
    );
    return areKnown && !clashIn(own) ? { on, letters: own } : null;
  }

  // extension/src/shared/switches.js
  function switches(far) {
    const change = async (change2) => {
      const choices2 = await far.settings.choices();
      await far.settings.setChoices({ ...choices2, ...change2(choices2) });
      await far.tell([]);
      return far.status();
    };
    return {
      pause: ({ site, paused }) => change((choices2) => ({ paused: toggled(choices2.paused, String(site), paused === true) })),
      "hide-marks": ({ hidden }) => change(() => ({ hidden: hidden === true })),
      "mute-group": ({ group, muted }) => change((choices2) => ({ muted: toggled(choices2.muted, String(group), muted === true) })),
      "look-up": ({ when: when2 }) => change(() => ({ lookup: when2 === "badge" ? "badge" : "listing" })),
      "set-keys": (payload) => {
        const keys = keysFrom(payload);
        if (!keys) throw new AskError("bad-message", phrase("bad_keys"));
        return change(() => ({ keys }));
      }
    };
  }
  function toggled(list, one, isIn) {
    const others = list.filter((other) => other !== one);
    return isIn ? [...others, one] : others;
  }

  // extension/src/content/words.js
  var MINUTE = 6e4;
  var HOUR = 60 * MINUTE;
  var DAY = 24 * HOUR;
  function when(time, now = Date.now()) {
    const then = Date.parse(time);
    if (Number.isNaN(then)) return "";
    const past = now - then;
    if (past < MINUTE) return phrase("just_now");
    const ago = new Intl.RelativeTimeFormat(locale());
    if (past < HOUR) return ago.format(-Math.floor(past / MINUTE), "minute");
    if (past < DAY) return ago.format(-Math.floor(past / HOUR), "hour");
    if (past < 7 * DAY) return ago.format(-Math.floor(past / DAY), "day");
    return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric" }).format(then);
  }
  function exactly(time) {
    const then = Date.parse(time);
    return Number.isNaN(then) ? "" : new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(then);
  }
  function author(note, people) {
    if (note.mine) return phrase("author_you");
    const person = people[note.creator];
    return person?.display_name || person?.name || phrase("author_someone");
  }
  function initials(name) {
    const words = name.trim().split(/\s+/u);
    const letters = words.length > 1 ? [words[0], words[words.length - 1]].map((word) => [...word][0]) : [...words[0]].slice(0, 2);
    return letters.join("").toLocaleUpperCase();
  }
  function groupName(id, groups) {
    const group = groups.find((one) => one.id === id);
    if (!group) return "";
    return group.kind === "personal" ? phrase("only_me") : group.name;
  }
  function sending(note) {
    if (note.failed) return { tone: "bad", text: phrase("sending_failed", note.failed) };
    if (note.pending) return { tone: "muted", text: phrase("sending_waiting") };
    return null;
  }
  function placeOf(note, result) {
    if (result === "changed") return phrase(note.mine ? "place_changed_mine" : "place_changed");
    if (result === "lost") return phrase("place_lost");
    return result === "not on this view" ? phrase("place_hidden") : "";
  }
  function whatToDo(note, result, name) {
    if (note.mine) return phrase(result === "lost" ? "do_lost" : "do_changed");
    return phrase(result === "lost" ? "theirs_lost" : "theirs_changed", name);
  }
  function differenceLine({ kind, was, is }) {
    if (!was) return phrase(kind === "number" ? "number_put_in" : "negation_put_in", is);
    if (!is) return phrase(kind === "number" ? "number_taken_out" : "negation_taken_out", was);
    return phrase(kind === "number" ? "number_changed" : "negation_changed", was, is);
  }
  var REFUSALS = (
    /** @type {Record<string, Key>} */
    {
      across: "refused_across",
      "two papers": "refused_two_papers",
      "another paper": "refused_another_paper",
      "nothing selected": "refused_nothing",
      "one character": "refused_one_character",
      "too long": "refused_too_long"
    }
  );
  function refusal(code) {
    return phrase(REFUSALS[code] ?? "refused");
  }
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
  function tagsOf(typed) {
    const tags = typed.split(",").map((tag2) => tag2.trim().replace(/^#/, "").replace(/\s+/g, " "));
    return [...new Set(tags.filter(Boolean))];
  }

  // extension/src/content/badge-state.js
  function badgeState(margin, shown, known3, status) {
    const notes = shown.placed.map(({ note }) => note);
    return {
      title: margin.title(shown),
      count: notes.length,
      fresh: notes.filter((note) => note.fresh && !known3.has(note.id)).length,
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
    const [shape2, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    const look = { class: "icon", viewBox: "0 0 16 16", width: "16", height: "16", fill: "none", stroke: "currentColor" };
    const line = { "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false" };
    for (const [name, value] of Object.entries({ ...look, ...line })) shape2.setAttribute(name, value);
    path.setAttribute("d", NOTE);
    shape2.append(path);
    return shape2;
  }

  // extension/src/content/badge.js
  function createBadge(first2, events) {
    let shown = first2;
    let said2 = "";
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
        if (saying === said2) return false;
        said2 = saying;
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
  function part(name, ...inside2) {
    const element = document.createElement("span");
    element.className = name;
    element.append(...inside2);
    return element;
  }

  // extension/src/content/geometry.js
  var GAP2 = 8;
  var EDGE = 8;
  var STEP3 = 16;
  var HANDLE = 32;
  var MENU = 64;
  var clamp = (value, low, high) => Math.max(low, Math.min(value, high));
  function union(boxes) {
    let all = null;
    for (const box of boxes) {
      all = all ? {
        left: Math.min(all.left, box.left),
        top: Math.min(all.top, box.top),
        right: Math.max(all.right, box.right),
        bottom: Math.max(all.bottom, box.bottom)
      } : { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
    }
    return all;
  }
  function lastLine(boxes) {
    const last = boxes[boxes.length - 1];
    return union(boxes.filter(({ top, bottom }) => last.top < (top + bottom) / 2 && (top + bottom) / 2 < last.bottom));
  }
  function overlap(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }
  function holds(box, x2, y2) {
    return x2 >= box.left && x2 <= box.right && y2 >= box.top && y2 <= box.bottom;
  }
  function nearestIn(box, x2, y2) {
    return { x: clamp(x2, box.left + 1, box.right - 1), y: clamp(y2, box.top + 1, box.bottom - 1) };
  }
  function inText(mark, texts) {
    const { left, top, right, bottom } = mark;
    return { left, top, right, bottom, text: texts.find((text2) => holds(text2, (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2)) };
  }
  function placeCard(card, mark, view) {
    const most = view.height - 2 * EDGE;
    const { left, right } = mark.text ?? mark;
    const beside2 = right + GAP2 + card.width <= view.width - EDGE ? right + GAP2 : left - GAP2 - card.width;
    if (beside2 >= EDGE) {
      const height = Math.min(card.height, most);
      return { left: beside2, top: clamp(mark.top, EDGE, view.height - EDGE - height), maxHeight: most };
    }
    return placeUnder(card, mark, view);
  }
  function placeUnder(card, mark, view) {
    const most = view.height - 2 * EDGE;
    const left = clamp(mark.left, EDGE, Math.max(EDGE, view.width - EDGE - card.width));
    const under = view.height - EDGE - (mark.bottom + GAP2);
    const above = mark.top - GAP2 - EDGE;
    if (card.height <= under || under >= above) {
      const room2 = Math.min(most, Math.max(under, 120));
      return { left, top: clamp(mark.bottom + GAP2, EDGE, view.height - EDGE - Math.min(card.height, room2)), maxHeight: room2 };
    }
    const room = Math.min(most, Math.max(above, 120));
    return { left, top: Math.max(EDGE, mark.top - GAP2 - Math.min(card.height, room)), maxHeight: room };
  }
  function placeToolbar(bar3, { line, whole, isRtl, isTouched }, view) {
    const left = clamp(isRtl ? line.left : line.right - bar3.width, EDGE, Math.max(EDGE, view.width - EDGE - bar3.width));
    const lowest = Math.max(EDGE, view.height - EDGE - bar3.height);
    const free = topsFor(bar3, { line, whole, isTouched }).find((top) => top >= EDGE && top <= lowest);
    if (free !== void 0) return { left, top: free };
    const beside2 = [whole.right + GAP2, whole.left - GAP2 - bar3.width].find((side2) => side2 >= EDGE && side2 + bar3.width <= view.width - EDGE);
    return { left: beside2 ?? left, top: clamp(isTouched ? lowest : line.top - GAP2 - bar3.height, EDGE, lowest) };
  }
  function topsFor(bar3, { line, whole, isTouched }) {
    const above = whole.top - (isTouched ? MENU : GAP2) - bar3.height;
    const under = whole.bottom + (isTouched ? HANDLE : GAP2);
    if (isTouched) return whole.top < MENU ? [under + MENU, under, above] : [under, above];
    const isOneLine = whole.bottom - whole.top < 1.5 * (line.bottom - line.top);
    return isOneLine ? [above, under] : [under, above];
  }
  function placeBadge(badge, card, taken3, width, isRtl = false) {
    if (isRtl) {
      const mirrored = (box) => ({ left: width - box.right, top: box.top, right: width - box.left, bottom: box.bottom });
      const spot = placeBadge(badge, mirrored(card), taken3.map(mirrored), width);
      return { left: width - spot.left - badge.width, top: spot.top };
    }
    const right = Math.min(card.right, width);
    const inside2 = right - badge.width - 6;
    const edge = card.top - badge.height / 2;
    const spots = [{ left: inside2, top: card.top + 6 }];
    for (let left = inside2; left >= Math.max(card.left, 0); left -= STEP3) spots.push({ left, top: edge });
    spots.push({ left: inside2, top: card.bottom - badge.height - 6 }, { left: inside2, top: card.bottom - badge.height / 2 });
    const free = spots.find((spot) => {
      const box = { ...spot, right: spot.left + badge.width, bottom: spot.top + badge.height };
      return spot.left >= 0 && !taken3.some((other) => overlap(box, other));
    });
    return free ?? { left: Math.max(0, inside2), top: edge };
  }

  // extension/src/content/spots.js
  var CONTROLS2 = "a[href], button, input, select, textarea, label, summary, [role=button], [role=checkbox], img, svg, video";
  function createSpots() {
    const found2 = /* @__PURE__ */ new WeakMap();
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
        const size2 = { width: badge.offsetWidth || 32, height: badge.offsetHeight || 32 };
        const around2 = `${size2.width} ${size2.height} ${box.left} ${width}`;
        const known3 = found2.get(card);
        if (known3?.card === sizeOf(box) && known3.badge === around2) return boxAt(box.left + known3.left, box.top + known3.top, size2);
        const isRtl = getComputedStyle(card).direction === "rtl";
        const spot = placeBadge(size2, box, taken(shown, box), width, isRtl);
        found2.set(card, { card: sizeOf(box), badge: around2, left: spot.left - box.left, top: spot.top - box.top });
        return boxAt(spot.left, spot.top, size2);
      },
      /** Whether a card still has the size that its spot was found for. @param {Element} card */
      fits: (card) => found2.get(card)?.card === sizeOf(card.getBoundingClientRect()),
      /** @param {Iterable<Element>} cards  where other things stand now */
      forget(cards2) {
        for (const card of cards2) found2.delete(card);
      }
    };
  }
  var boxAt = (left, top, { width, height }) => ({ left, top, right: left + width, bottom: top + height });
  var sizeOf = ({ width, height }) => `${width} ${height}`;
  function taken(shown, card) {
    const large = card.width * card.height * 0.3;
    const things = [...shown.paper.card.querySelectorAll("*")].filter((one) => one.matches(CONTROLS2) || isLabel(one));
    const boxes = things.flatMap((one) => [...one.getClientRects()]).filter((box) => box.width * box.height < large);
    const texts = [shown.paper.fields.title, shown.paper.fields.abstract].flatMap((field3) => field3 ? linesOf(field3) : []);
    return [...boxes, ...texts];
  }
  var LABEL = 80;
  function isLabel(element) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    return words && (element.textContent ?? "").length <= LABEL;
  }
  function linesOf(field3) {
    const range = field3.ownerDocument.createRange();
    range.selectNodeContents(field3);
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
      const changed2 = drawn.filter((shown) => badgeOf(shown).show(shown));
      drawn.forEach((shown, index) => {
        const { element } = badgeOf(shown);
        if (layer2.children[index] !== element) layer2.insertBefore(element, layer2.children[index] ?? null);
      });
      if (changed2.length || stale) placeAll();
    };
    const placeAll = () => {
      stale = false;
      if (!drawn.length) return;
      const origin = host.origin();
      const places = looked();
      places.forEach(({ place: place3, isCovered: isCovered2 }, index) => {
        const { element } = badgeOf(drawn[index]);
        element.hidden = !place3;
        element.classList.toggle("covered", isCovered2);
        if (place3) element.style.translate = `${place3.left - origin.left}px ${place3.top - origin.top}px`;
      });
    };
    const looked = () => {
      const width = document.documentElement.clientWidth;
      return drawn.map((shown) => {
        const place3 = spots.of(shown, badgeOf(shown).element, width);
        return { place: place3, isCovered: place3 !== null && isCovered(shown, place3, host.element) };
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
    const x2 = Math.min(Math.max((badge.left + badge.right) / 2, box.left + 2), box.right - 2);
    const y2 = Math.min(Math.max((badge.top + badge.bottom) / 2, box.top + 2), box.bottom - 2);
    const top = document.elementsFromPoint(x2, y2).find((one) => one !== own);
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
    const wear = (rules2) => {
      const sheet2 = new CSSStyleSheet();
      sheet2.replaceSync(rules2);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet2];
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
      say: (text2) => announce(live, text2),
      scheme: (scheme) => element.setAttribute("data-scheme", scheme),
      wear,
      token: (name) => getComputedStyle(element).getPropertyValue(name).trim(),
      ready: (painted) => element.setAttribute("data-postil-ready", String(painted)),
      settled: (settled2) => element.setAttribute("data-postil-settled", String(settled2)),
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
    const place3 = root.ownerDocument.createElement("div");
    place3.className = `layer ${name}`;
    root.append(inOurLanguage(place3));
    return place3;
  }
  function inOurLanguage(place3) {
    place3.lang = language();
    place3.dir = direction();
    return place3;
  }
  function focused(root) {
    const element = root.activeElement ?? root.ownerDocument.activeElement;
    return element instanceof HTMLElement && element !== root.ownerDocument.body ? element : null;
  }
  function announce(live, text2) {
    live.textContent = "";
    setTimeout(() => {
      live.textContent = text2;
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
  function createWayIn(host, { keys, isOpen: isOpen2, enter }) {
    const layer2 = host.layer("way-layer");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "way-in";
    button.setAttribute("aria-label", phrase("walk"));
    button.addEventListener("click", enter);
    const pressed = (event) => {
      if (event.defaultPrevented || !isForUs(event, host) || actionOf(event, keys()) !== "walk" || !isOpen2()) return;
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
        if (!isOpen2()) button.remove();
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
        open: (shown, badge) => void this.#use((tools) => tools.openPaper(shown, badge)),
        openAbstract: ({ paper }) => void this.#use((tools) => tools.openAbstract(paper)),
        walk: ({ paper }) => void this.#use((tools) => tools.walk.enter(paper))
      });
      this.wayIn = createWayIn(this.host, {
        keys,
        isOpen: () => margin.shown().length > 0 && !this.tools?.walk.isOn(),
        enter: () => void this.#use((tools) => tools.walk.enter(null))
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
    let opened2 = null;
    let muted = [];
    let placing2 = null;
    const read3 = () => {
      if (!placing2) throw new Error("no words are read before a placing is there");
      return placing2;
    };
    const rootsOf = ({ key, fields }) => opened2?.key === key ? { ...fields, abstract: opened2.abstract } : fields;
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
        if (meant.has(key)) one.placed = (notes.get(key) ?? []).filter(stands).map((note) => read3().place(one, note));
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
        placing2 = given;
      },
      /** @param {Shown} one */
      title: (one) => one.paper.title ?? titleOf(one, placing2),
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
        const kept2 = new Map(shown.map((one) => [one.paper.card, one]));
        shown = papers6.map((paper) => carried(kept2.get(paper.card), paper, touched) ?? anew(paper));
        settle(shown.filter((one) => !one.texts.size).map((one) => one.paper.key));
        return [...new Set(papers6.map((paper) => paper.key))].filter((key) => !before.has(key));
      },
      /**
       * What was read here is not what stands there now, and marks nothing more until the papers are taken again.
       * @param {Node[]} touched
       */
      release(touched) {
        for (const one of shown) {
          const changed2 = [...one.texts.keys()].filter((field3) => touched.some((node) => field3.contains(node)));
          if (!changed2.length) continue;
          one.texts.clear();
          one.anchors.clear();
          one.placed = one.placed.map((placed) => placed.field && changed2.includes(placed.field) ? { ...placed, range: null } : placed);
        }
      },
      /**
       * An abstract of ours stands for the page's, which shows none or a part of it.
       * @param {string} key
       * @param {Element | null} abstract  null: it is closed again
       */
      open(key, abstract) {
        opened2 = abstract && { key, abstract };
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
        return one && mark.field ? read3().place(
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
      text: (one, field3) => read3().text(one, field3),
      /**
       * @param {Placed} placed
       * @returns {Comparison | null}  of a changed mark: its stored words and today's
       */
      compared(placed) {
        const one = shown.find((other) => other.placed.includes(placed));
        return one ? read3().compared(one, placed) : null;
      }
    };
  }
  function carried(before, paper, touched) {
    if (!before || before.paper.key !== paper.key || !before.texts.size) return null;
    const isSame2 = (name) => {
      const field3 = paper.fields[name];
      return field3 === before.paper.fields[name] && !(field3 && touched.some((node) => field3.contains(node)));
    };
    if (!FIELDS.every(isSame2)) return null;
    before.paper = paper;
    return before;
  }
  function titleOf(shown, placing2) {
    const { title } = shown.fields;
    if (!title) return "";
    return placing2 ? placing2.text(shown, title).text : oneLine(title.textContent);
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
    let known3 = address2();
    const look = () => {
      if (address2() === known3) return;
      known3 = address2();
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
    #tell = createNews((text2) => this.#desk?.host.say(text2));
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
    constructor(doc, { adapterFor: adapterFor2, tools, connect = phrase("connect_in_options"), isOn = async () => true }) {
      this.doc = doc;
      this.adapterFor = adapterFor2;
      this.tools = tools;
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
      const { reportOf: reportOf2 } = await this.tools();
      return reportOf2(this.#adapter, this.#margin, this.doc);
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
        const kept2 = await ask("notes", { papers: papers6 });
        await this.#take(desk, kept2, papers6);
        const writes2 = () => desk.tools?.writer.writes() ?? 0;
        const before = writes2();
        const answer = await ask("refresh", { papers: papers6, asked });
        if (this.#know(answer.status)) return this.#load(desk, this.#margin.keys());
        await this.#take(desk, before === writes2() ? answer : await ask("notes", { papers: papers6 }), papers6);
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
      const isBare2 = !answer.unfinished.length && papers6.every((paper) => !answer.papers[paper]?.length);
      if (!isBare2) {
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
      const { tools } = desk;
      const papers6 = [...new Set(tools?.drafts.of().map(({ paper }) => paper))];
      if (!tools || !papers6.length || this.doc.visibilityState !== "visible") return;
      const { draft } = await ask("draft-claim", { papers: papers6 });
      if (draft && desk === this.#desk) tools.goOn(draft);
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
    const run2 = () => {
      frame = 0;
      if (moved) desk.layout();
      else desk.scrolled();
      moved = false;
    };
    const soon = (all) => {
      moved ||= all;
      frame ||= requestAnimationFrame(run2);
    };
    const scrolled = (event) => soon(event.target !== document);
    const resized = () => soon(true);
    const boxes = [document.documentElement, document.body].filter(Boolean);
    const sizes = () => boxes.map((box) => box.getBoundingClientRect()).map(({ width, height }) => `${width} ${height}`).join();
    let known3 = "";
    const size2 = new ResizeObserver(() => {
      const now = sizes();
      if (known3 && now !== known3) resized();
      known3 = now;
    });
    for (const box of boxes) size2.observe(box);
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    window.addEventListener("resize", resized);
    return () => {
      cancelAnimationFrame(frame);
      size2.disconnect();
      document.removeEventListener("scroll", scrolled, { capture: true });
      window.removeEventListener("resize", resized);
    };
  }

  // node_modules/lit-html/lit-html.js
  /**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   */
  var t = globalThis;
  var i = (t4) => t4;
  var s = t.trustedTypes;
  var e = s ? s.createPolicy("lit-html", { createHTML: (t4) => t4 }) : void 0;
  var h = "$lit$";
  var o = `lit$${Math.random().toFixed(9).slice(2)}$`;
  var n = "?" + o;
  var r = `<${n}>`;
  var l = document;
  var c = () => l.createComment("");
  var a = (t4) => null === t4 || "object" != typeof t4 && "function" != typeof t4;
  var u = Array.isArray;
  var d = (t4) => u(t4) || "function" == typeof t4?.[Symbol.iterator];
  var f = "[ 	\n\f\r]";
  var v = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g;
  var _ = /-->/g;
  var m = />/g;
  var p = RegExp(`>|${f}(?:([^\\s"'>=/]+)(${f}*=${f}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`, "g");
  var g = /'/g;
  var $ = /"/g;
  var y = /^(?:script|style|textarea|title)$/i;
  var x = (t4) => (i3, ...s2) => ({ _$litType$: t4, strings: i3, values: s2 });
  var b = x(1);
  var w = x(2);
  var T = x(3);
  var E = /* @__PURE__ */ Symbol.for("lit-noChange");
  var A = /* @__PURE__ */ Symbol.for("lit-nothing");
  var C = /* @__PURE__ */ new WeakMap();
  var P = l.createTreeWalker(l, 129);
  function V(t4, i3) {
    if (!u(t4) || !t4.hasOwnProperty("raw")) throw Error("invalid template strings array");
    return void 0 !== e ? e.createHTML(i3) : i3;
  }
  var N = (t4, i3) => {
    const s2 = t4.length - 1, e3 = [];
    let n2, l3 = 2 === i3 ? "<svg>" : 3 === i3 ? "<math>" : "", c2 = v;
    for (let i4 = 0; i4 < s2; i4++) {
      const s3 = t4[i4];
      let a2, u2, d2 = -1, f2 = 0;
      for (; f2 < s3.length && (c2.lastIndex = f2, u2 = c2.exec(s3), null !== u2); ) f2 = c2.lastIndex, c2 === v ? "!--" === u2[1] ? c2 = _ : void 0 !== u2[1] ? c2 = m : void 0 !== u2[2] ? (y.test(u2[2]) && (n2 = RegExp("</" + u2[2], "g")), c2 = p) : void 0 !== u2[3] && (c2 = p) : c2 === p ? ">" === u2[0] ? (c2 = n2 ?? v, d2 = -1) : void 0 === u2[1] ? d2 = -2 : (d2 = c2.lastIndex - u2[2].length, a2 = u2[1], c2 = void 0 === u2[3] ? p : '"' === u2[3] ? $ : g) : c2 === $ || c2 === g ? c2 = p : c2 === _ || c2 === m ? c2 = v : (c2 = p, n2 = void 0);
      const x2 = c2 === p && t4[i4 + 1].startsWith("/>") ? " " : "";
      l3 += c2 === v ? s3 + r : d2 >= 0 ? (e3.push(a2), s3.slice(0, d2) + h + s3.slice(d2) + o + x2) : s3 + o + (-2 === d2 ? i4 : x2);
    }
    return [V(t4, l3 + (t4[s2] || "<?>") + (2 === i3 ? "</svg>" : 3 === i3 ? "</math>" : "")), e3];
  };
  var S = class _S {
    constructor({ strings: t4, _$litType$: i3 }, e3) {
      let r3;
      this.parts = [];
      let l3 = 0, a2 = 0;
      const u2 = t4.length - 1, d2 = this.parts, [f2, v2] = N(t4, i3);
      if (this.el = _S.createElement(f2, e3), P.currentNode = this.el.content, 2 === i3 || 3 === i3) {
        const t5 = this.el.content.firstChild;
        t5.replaceWith(...t5.childNodes);
      }
      for (; null !== (r3 = P.nextNode()) && d2.length < u2; ) {
        if (1 === r3.nodeType) {
          if (r3.hasAttributes()) for (const t5 of r3.getAttributeNames()) if (t5.endsWith(h)) {
            const i4 = v2[a2++], s2 = r3.getAttribute(t5).split(o), e4 = /([.?@])?(.*)/.exec(i4);
            d2.push({ type: 1, index: l3, name: e4[2], strings: s2, ctor: "." === e4[1] ? I : "?" === e4[1] ? L : "@" === e4[1] ? z : H }), r3.removeAttribute(t5);
          } else t5.startsWith(o) && (d2.push({ type: 6, index: l3 }), r3.removeAttribute(t5));
          if (y.test(r3.tagName)) {
            const t5 = r3.textContent.split(o), i4 = t5.length - 1;
            if (i4 > 0) {
              r3.textContent = s ? s.emptyScript : "";
              for (let s2 = 0; s2 < i4; s2++) r3.append(t5[s2], c()), P.nextNode(), d2.push({ type: 2, index: ++l3 });
              r3.append(t5[i4], c());
            }
          }
        } else if (8 === r3.nodeType) if (r3.data === n) d2.push({ type: 2, index: l3 });
        else {
          let t5 = -1;
          for (; -1 !== (t5 = r3.data.indexOf(o, t5 + 1)); ) d2.push({ type: 7, index: l3 }), t5 += o.length - 1;
        }
        l3++;
      }
    }
    static createElement(t4, i3) {
      const s2 = l.createElement("template");
      return s2.innerHTML = t4, s2;
    }
  };
  function M(t4, i3, s2 = t4, e3) {
    if (i3 === E) return i3;
    let h2 = void 0 !== e3 ? s2._$Co?.[e3] : s2._$Cl;
    const o2 = a(i3) ? void 0 : i3._$litDirective$;
    return h2?.constructor !== o2 && (h2?._$AO?.(false), void 0 === o2 ? h2 = void 0 : (h2 = new o2(t4), h2._$AT(t4, s2, e3)), void 0 !== e3 ? (s2._$Co ??= [])[e3] = h2 : s2._$Cl = h2), void 0 !== h2 && (i3 = M(t4, h2._$AS(t4, i3.values), h2, e3)), i3;
  }
  var R = class {
    constructor(t4, i3) {
      this._$AV = [], this._$AN = void 0, this._$AD = t4, this._$AM = i3;
    }
    get parentNode() {
      return this._$AM.parentNode;
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    u(t4) {
      const { el: { content: i3 }, parts: s2 } = this._$AD, e3 = (t4?.creationScope ?? l).importNode(i3, true);
      P.currentNode = e3;
      let h2 = P.nextNode(), o2 = 0, n2 = 0, r3 = s2[0];
      for (; void 0 !== r3; ) {
        if (o2 === r3.index) {
          let i4;
          2 === r3.type ? i4 = new k(h2, h2.nextSibling, this, t4) : 1 === r3.type ? i4 = new r3.ctor(h2, r3.name, r3.strings, this, t4) : 6 === r3.type && (i4 = new Z(h2, this, t4)), this._$AV.push(i4), r3 = s2[++n2];
        }
        o2 !== r3?.index && (h2 = P.nextNode(), o2++);
      }
      return P.currentNode = l, e3;
    }
    p(t4) {
      let i3 = 0;
      for (const s2 of this._$AV) void 0 !== s2 && (void 0 !== s2.strings ? (s2._$AI(t4, s2, i3), i3 += s2.strings.length - 2) : s2._$AI(t4[i3])), i3++;
    }
  };
  var k = class _k {
    get _$AU() {
      return this._$AM?._$AU ?? this._$Cv;
    }
    constructor(t4, i3, s2, e3) {
      this.type = 2, this._$AH = A, this._$AN = void 0, this._$AA = t4, this._$AB = i3, this._$AM = s2, this.options = e3, this._$Cv = e3?.isConnected ?? true;
    }
    get parentNode() {
      let t4 = this._$AA.parentNode;
      const i3 = this._$AM;
      return void 0 !== i3 && 11 === t4?.nodeType && (t4 = i3.parentNode), t4;
    }
    get startNode() {
      return this._$AA;
    }
    get endNode() {
      return this._$AB;
    }
    _$AI(t4, i3 = this) {
      t4 = M(this, t4, i3), a(t4) ? t4 === A || null == t4 || "" === t4 ? (this._$AH !== A && this._$AR(), this._$AH = A) : t4 !== this._$AH && t4 !== E && this._(t4) : void 0 !== t4._$litType$ ? this.$(t4) : void 0 !== t4.nodeType ? this.T(t4) : d(t4) ? this.k(t4) : this._(t4);
    }
    O(t4) {
      return this._$AA.parentNode.insertBefore(t4, this._$AB);
    }
    T(t4) {
      this._$AH !== t4 && (this._$AR(), this._$AH = this.O(t4));
    }
    _(t4) {
      this._$AH !== A && a(this._$AH) ? this._$AA.nextSibling.data = t4 : this.T(l.createTextNode(t4)), this._$AH = t4;
    }
    $(t4) {
      const { values: i3, _$litType$: s2 } = t4, e3 = "number" == typeof s2 ? this._$AC(t4) : (void 0 === s2.el && (s2.el = S.createElement(V(s2.h, s2.h[0]), this.options)), s2);
      if (this._$AH?._$AD === e3) this._$AH.p(i3);
      else {
        const t5 = new R(e3, this), s3 = t5.u(this.options);
        t5.p(i3), this.T(s3), this._$AH = t5;
      }
    }
    _$AC(t4) {
      let i3 = C.get(t4.strings);
      return void 0 === i3 && C.set(t4.strings, i3 = new S(t4)), i3;
    }
    k(t4) {
      u(this._$AH) || (this._$AH = [], this._$AR());
      const i3 = this._$AH;
      let s2, e3 = 0;
      for (const h2 of t4) e3 === i3.length ? i3.push(s2 = new _k(this.O(c()), this.O(c()), this, this.options)) : s2 = i3[e3], s2._$AI(h2), e3++;
      e3 < i3.length && (this._$AR(s2 && s2._$AB.nextSibling, e3), i3.length = e3);
    }
    _$AR(t4 = this._$AA.nextSibling, s2) {
      for (this._$AP?.(false, true, s2); t4 !== this._$AB; ) {
        const s3 = i(t4).nextSibling;
        i(t4).remove(), t4 = s3;
      }
    }
    setConnected(t4) {
      void 0 === this._$AM && (this._$Cv = t4, this._$AP?.(t4));
    }
  };
  var H = class {
    get tagName() {
      return this.element.tagName;
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    constructor(t4, i3, s2, e3, h2) {
      this.type = 1, this._$AH = A, this._$AN = void 0, this.element = t4, this.name = i3, this._$AM = e3, this.options = h2, s2.length > 2 || "" !== s2[0] || "" !== s2[1] ? (this._$AH = Array(s2.length - 1).fill(new String()), this.strings = s2) : this._$AH = A;
    }
    _$AI(t4, i3 = this, s2, e3) {
      const h2 = this.strings;
      let o2 = false;
      if (void 0 === h2) t4 = M(this, t4, i3, 0), o2 = !a(t4) || t4 !== this._$AH && t4 !== E, o2 && (this._$AH = t4);
      else {
        const e4 = t4;
        let n2, r3;
        for (t4 = h2[0], n2 = 0; n2 < h2.length - 1; n2++) r3 = M(this, e4[s2 + n2], i3, n2), r3 === E && (r3 = this._$AH[n2]), o2 ||= !a(r3) || r3 !== this._$AH[n2], r3 === A ? t4 = A : t4 !== A && (t4 += (r3 ?? "") + h2[n2 + 1]), this._$AH[n2] = r3;
      }
      o2 && !e3 && this.j(t4);
    }
    j(t4) {
      t4 === A ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, t4 ?? "");
    }
  };
  var I = class extends H {
    constructor() {
      super(...arguments), this.type = 3;
    }
    j(t4) {
      this.element[this.name] = t4 === A ? void 0 : t4;
    }
  };
  var L = class extends H {
    constructor() {
      super(...arguments), this.type = 4;
    }
    j(t4) {
      this.element.toggleAttribute(this.name, !!t4 && t4 !== A);
    }
  };
  var z = class extends H {
    constructor(t4, i3, s2, e3, h2) {
      super(t4, i3, s2, e3, h2), this.type = 5;
    }
    _$AI(t4, i3 = this) {
      if ((t4 = M(this, t4, i3, 0) ?? A) === E) return;
      const s2 = this._$AH, e3 = t4 === A && s2 !== A || t4.capture !== s2.capture || t4.once !== s2.once || t4.passive !== s2.passive, h2 = t4 !== A && (s2 === A || e3);
      e3 && this.element.removeEventListener(this.name, this, s2), h2 && this.element.addEventListener(this.name, this, t4), this._$AH = t4;
    }
    handleEvent(t4) {
      "function" == typeof this._$AH ? this._$AH.call(this.options?.host ?? this.element, t4) : this._$AH.handleEvent(t4);
    }
  };
  var Z = class {
    constructor(t4, i3, s2) {
      this.element = t4, this.type = 6, this._$AN = void 0, this._$AM = i3, this.options = s2;
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    _$AI(t4) {
      M(this, t4);
    }
  };
  var j = { M: h, P: o, A: n, C: 1, L: N, R, D: d, V: M, I: k, H, N: L, U: z, B: I, F: Z };
  var B = t.litHtmlPolyfillSupport;
  B?.(S, k), (t.litHtmlVersions ??= []).push("3.3.3");
  var D = (t4, i3, s2) => {
    const e3 = s2?.renderBefore ?? i3;
    let h2 = e3._$litPart$;
    if (void 0 === h2) {
      const t5 = s2?.renderBefore ?? null;
      e3._$litPart$ = h2 = new k(i3.insertBefore(c(), t5), t5, void 0, s2 ?? {});
    }
    return h2._$AI(t4), h2;
  };

  // extension/src/content/attaching.js
  function createAttaching(host) {
    const layer2 = host.layer("attaching-layer");
    let note = null;
    const draw = () => D(note ? bar(note, close) : A, layer2);
    const close = () => {
      note = null;
      draw();
    };
    return {
      note: () => note,
      /** Whether it waits for words of another paper. @param {PaperOnPage} paper */
      refuses: (paper) => note !== null && note.paper !== paper.key,
      /** @param {Note} wanted */
      begin(wanted) {
        note = wanted;
        draw();
        host.say(phrase("attach_which"));
      },
      close
    };
  }
  function bar({ quote: quote2 }, close) {
    return b`<div class="undo attaching" role="group" aria-label=${phrase("reattach")}>
    <span class="lines"><span>${phrase("attach_which")}</span><span class="quiet" dir="auto">${plain(quote2)}</span></span>
    <button type="button" @click=${close}>${phrase("cancel")}</button>
  </div>`;
  }

  // extension/src/shared/uuid.js
  var HEX = Array.from({ length: 256 }, (_2, byte) => byte.toString(16).padStart(2, "0"));
  var PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  function uuidv7(milliseconds = Date.now()) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    for (let i3 = 5, rest = milliseconds; i3 >= 0; i3 -= 1) {
      bytes[i3] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    bytes[6] = bytes[6] & 15 | 112;
    bytes[8] = bytes[8] & 63 | 128;
    const hex = Array.from(bytes, (byte) => HEX[byte]).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }
  function isUuid(value) {
    return typeof value === "string" && PATTERN.test(value);
  }

  // extension/src/shared/wording.js
  function wordingOf({ text: text2, tags }) {
    return { text: text2, tags };
  }
  function seenIn(note) {
    return note.conflict ? { ...wordingOf(note.conflict), mine: wordingOf(note) } : wordingOf(note);
  }
  function isSame(one, other) {
    const [tags, others] = [[...new Set(one.tags)], [...new Set(other.tags)]];
    return bare(one.text) === bare(other.text) && tags.length === others.length && tags.every((tag2, i3) => tag2 === others[i3]);
  }
  function bare(text2) {
    return text2.trim() ? text2 : "";
  }
  function isWording(value) {
    return typeof value === "object" && value !== null && typeof value.text === "string" && Array.isArray(value.tags) && value.tags.every((tag2) => typeof tag2 === "string");
  }
  function isSeen(value) {
    return isWording(value) && isWording(
      /** @type {Seen} */
      value.mine ?? value
    );
  }

  // extension/src/content/icons.js
  var icon = (shape2) => w`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor"
  stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape2}</svg>`;
  var noteIcon = icon(w`<path d=${NOTE} />`);
  var highlightIcon = icon(w`<path d="M9.75 3 13 6.25 7.5 11.5 4.5 8.5z"/><path d="m4.5 8.5-1 3 1 0 3 0"/><path d="M2.5 14h11"/>`);
  var closeIcon = icon(w`<path d="m4 4 8 8M12 4l-8 8"/>`);
  var addIcon = icon(w`<path d="M8 3v10M3 8h10"/>`);
  var nextIcon = icon(w`<path d="m4 6 4 4 4-4"/>`);
  var previousIcon = icon(w`<path d="m4 10 4-4 4 4"/>`);
  var textIcon = icon(w`<path d="M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h6"/>`);

  // extension/src/anchoring/addresses.js
  var CORE = /:\/\/|\bwww\.|\.(?:com|org|net|io|ai|edu|gov|dev)\/|\bthis (?:https?|ftp) URL\b/gu;
  var BEFORE = /[A-Za-z0-9.+-]*$/u;
  var AFTER = /[^\s"<>“”«»，。；、（）【】]*/uy;
  var NOT_ITS_END = /[^A-Za-z0-9/]+$/u;
  var LONGEST_HOST = 80;
  function isUntold(text2) {
    return /^this \w+ URL$/u.test(text2);
  }
  function addressesIn(text2) {
    const found2 = [];
    for (const core of text2.matchAll(CORE)) {
      const [words] = core;
      const last = found2.at(-1)?.end ?? 0;
      if (core.index < last) continue;
      if (words.endsWith("URL")) found2.push({ start: core.index, end: core.index + words.length });
      else found2.push(around(text2, Math.max(last, core.index - LONGEST_HOST), core.index));
    }
    return found2;
  }
  function around(text2, first2, core) {
    const before = (
      /** @type {RegExpExecArray} */
      BEFORE.exec(text2.slice(first2, core))
    );
    AFTER.lastIndex = core;
    const after = (
      /** @type {RegExpExecArray} */
      AFTER.exec(text2)[0].replace(NOT_ITS_END, "")
    );
    return { start: core - before[0].length, end: core + after.length };
  }

  // extension/src/anchoring/folding.js
  var Folding = class {
    written = "";
    /** Where each stretch begins in the folded text. @type {number[]} */
    #begins = [];
    /** What it came from. @type {number[]} */
    #starts = [];
    /** @type {number[]} */
    #ends = [];
    /** Whether it came character by character, or as a whole. @type {boolean[]} */
    #copied = [];
    #text;
    /** @param {string} text */
    constructor(text2) {
      this.#text = text2;
    }
    /** @param {number} start @param {number} end */
    copy(start, end) {
      if (start < end) this.#write(start, end, this.#text.slice(start, end), true);
    }
    /** @param {number} start @param {number} end @param {string} spelling  of text[start, end) */
    put(start, end, spelling) {
      if (spelling) this.#write(start, end, spelling, false);
    }
    /** @param {number} start @param {number} end @param {string} spelling @param {boolean} copied */
    #write(start, end, spelling, copied) {
      this.#begins.push(this.written.length);
      this.#starts.push(start);
      this.#ends.push(end);
      this.#copied.push(copied);
      this.written += spelling;
    }
    /**
     * The stretch of the text that a stretch of the folded text came from.
     * @param {number} start
     * @param {number} end
     */
    source(start, end) {
      const [first2, last] = [this.#stretchAt(start), this.#stretchAt(end - 1)];
      if (first2 < 0 || last < 0) return { start: 0, end: 0 };
      return {
        start: this.#starts[first2] + (this.#copied[first2] ? start - this.#begins[first2] : 0),
        end: this.#copied[last] ? this.#starts[last] + end - this.#begins[last] : this.#ends[last]
      };
    }
    /** @param {number} at */
    #stretchAt(at) {
      let low = 0;
      let high = this.#begins.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (this.#begins[middle] > at) high = middle;
        else low = middle + 1;
      }
      return low - 1;
    }
  };

  // extension/src/anchoring/signs.js
  var NAMED = "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × div ÷ pm ± mp ∓ cdot ⋅ circ ∘ bullet • star ⋆ otimes ⊗ oplus ⊕ ominus ⊖ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ vee ∨ neg ¬ leq ≤ geq ≥ neq ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ forall ∀ exists ∃ nexists ∄ emptyset ∅ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ to → leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ top ⊤ bot ⊥ dagger † ddagger ‡ triangle △ ast ∗ models ⊨ vdash ⊢ checkmark ✓ mid ∣ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ".split(" ");
  var ALIASES = "le leq ge geq ne neq rightarrow to gets leftarrow longrightarrow to iff Leftrightarrow implies Rightarrow land wedge lor vee lnot neg varepsilon epsilon vartheta theta varphi phi varrho rho varsigma sigma varnothing emptyset leqslant leq geqslant geq perp bot widehat hat widetilde tilde overline bar overrightarrow vec degree ^circ ldots ... dots ... cdots ... vert | lvert | rvert | Vert || lVert || rVert || prime ' colon : lbrack [ rbrack ] dfrac frac tfrac frac cdotp cdot".split(" ");
  var NAME_OF = new Map([
    ...pairs(NAMED).map(([name, sign]) => (
      /** @type {[string, string]} */
      [sign, name]
    )),
    ["°", "^circ"],
    ["·", "cdot"],
    ["⟂", "bot"],
    ["∥", "||"],
    ["‖", "||"],
    ["⋯", "..."],
    ["−", "-"],
    ["⩽", "leq"],
    ["⩾", "geq"],
    ["ς", "sigma"],
    ["⟶", "to"],
    ["⁄", "/"],
    ["∕", "/"]
  ]);
  var SAME_AS = new Map(pairs(ALIASES));
  function pairs(list) {
    return list.flatMap((one, index) => index % 2 ? [] : [[one, list[index + 1]]]);
  }
  function commandName(name) {
    return SAME_AS.get(name) ?? name;
  }
  var GONE = new RegExp("[\\u0640⟦⟧]|\\p{Join_Control}|\\p{Variation_Selector}", "u");
  var DASH = /[‐‑‒–—―−﹘﹣－]/u;
  var DOUBLE = /[“”„‟″«»]/u;
  var SINGLE = /[‘’‚‛′]/u;
  var known = /* @__PURE__ */ new Map();
  function plainSign(sign, before) {
    let plain2 = known.get(sign);
    if (plain2 !== void 0) return plain2;
    const raised2 = writtenOut(sign, before);
    if (raised2 !== null) return raised2;
    known.set(sign, plain2 = spelt(sign));
    return plain2;
  }
  function spelt(sign) {
    if (GONE.test(sign)) return "";
    if (DASH.test(sign)) return "-";
    if (DOUBLE.test(sign)) return "''";
    if (SINGLE.test(sign)) return "'";
    const plain2 = sign.normalize("NFKC");
    return NAME_OF.get(sign) ?? NAME_OF.get(plain2) ?? plain2.replaceAll("⁄", "/").replaceAll(" ", "");
  }

  // extension/src/anchoring/fold.js
  var SPACING = String.raw`\\(?:[,;:! \\]|(?:quad|qquad|displaystyle|textstyle|limits|nolimits|left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z]))`;
  var STYLE = String.raw`\\(?:text(?:it|bf|tt|sc|sf|rm|normal)?|math(?:bb|bf|cal|frak|it|rm|sf|scr|tt|bin|rel|op|ord)|operatorname\*?|boldsymbol|bm|mbox|emph|em|it|bf|tt|sc)(?![A-Za-z]) ?`;
  var ACCENT = String.raw`\\(?:(?<sign>['${"`"}^"~=.])(?: ?\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))|(?<letter>[cvuHk])\{(?<under>[A-Za-z])\})`;
  var NEGATED = String.raw`\\not\s*(?<negated>=|\\in(?![A-Za-z]))`;
  var PRIME = String.raw`\^\{?\\prime\}?`;
  var FRACTION = String.raw`\\[dt]?frac\{(?<above>[^{}]*)\}(?=\{)`;
  var COMMAND = String.raw`\\(?<name>[A-Za-z]+)`;
  var MARKUP2 = String.raw`[\\{}$]`;
  var TIE = String.raw`(?<=\S)~(?=\S)`;
  var TEX = new RegExp(
    `(?<accent>${ACCENT})|(?<gone>${SPACING}|${STYLE}|${TIE})|${NEGATED}|(?<prime>${PRIME})|${FRACTION}|${COMMAND}|${MARKUP2}|(?<dash>-{2,})|(?<double>")|(?<single>\`)|(?<about>~)`,
    "uy"
  );
  var BEGINNINGS = new Uint8Array(128);
  for (const sign of '\\{}$~^`"-') BEGINNINGS[sign.charCodeAt(0)] = 1;
  var MARKS = {
    "'": "́",
    "`": "̀",
    "^": "̂",
    '"': "̈",
    "~": "̃",
    "=": "̄",
    ".": "̇",
    c: "̧",
    v: "̌",
    u: "̆",
    H: "̋",
    k: "̨"
  };
  var SPACE2 = 32;
  var LAST_ASCII = 126;
  var STEP4 = 1e4;
  var ADDRESS = "(address)";
  function fold(text2) {
    return finish(foldInSteps(text2));
  }
  function* foldInSteps(text2) {
    const folding = new Folding(text2);
    let at = 0;
    let pause = STEP4;
    for (const address2 of [...addressesIn(text2), { start: text2.length, end: text2.length }]) {
      while (at < address2.start) {
        at = foldStretch(folding, text2, at, Math.min(address2.start, pause));
        if (at < pause) continue;
        pause = at + STEP4;
        yield;
      }
      folding.put(address2.start, address2.end, address2.end > address2.start ? ADDRESS : "");
      at = address2.end;
    }
    return { text: folding.written, source: (start, end) => folding.source(start, end) };
  }
  function foldStretch(folding, text2, at, end) {
    let from = at;
    while (at < end) {
      const code = text2.charCodeAt(at);
      if (code <= LAST_ASCII && code !== SPACE2 && !BEGINNINGS[code]) {
        at++;
        continue;
      }
      folding.copy(from, at);
      from = at;
      if (code === SPACE2) from = ++at;
      else if (code > LAST_ASCII) from = at = foldSign(folding, text2, at);
      else if ((at = foldTex(folding, text2, at)) > from) from = at;
      else at++;
    }
    folding.copy(from, at);
    return at;
  }
  function foldSign(folding, text2, at) {
    const sign = String.fromCodePoint(
      /** @type {number} */
      text2.codePointAt(at)
    );
    folding.put(at, at + sign.length, plainSign(sign, text2[at - 1] ?? ""));
    return at + sign.length;
  }
  function foldTex(folding, text2, at) {
    TEX.lastIndex = at;
    const match = TEX.exec(text2);
    if (!match) return at;
    folding.put(at, TEX.lastIndex, replacement(match));
    return TEX.lastIndex;
  }
  function replacement(match) {
    const kind = (
      /** @type {Record<string, string | undefined>} */
      match.groups
    );
    if (kind.accent) return accented(kind);
    if (kind.negated) return kind.negated === "=" ? "neq" : "notin";
    if (kind.above !== void 0) return `${fold(kind.above).text}/`;
    if (kind.name) return commandName(kind.name);
    if (kind.dash) return "-";
    if (kind.double) return "''";
    if (kind.prime || kind.single) return "'";
    return kind.about ? "sim" : "";
  }
  function accented({ braced, bare: bare4, under, sign, letter }) {
    return ((braced ?? bare4 ?? under ?? "") + MARKS[sign ?? letter ?? ""]).normalize("NFC");
  }

  // extension/src/anchoring/hunks.js
  var MOST_CELLS = 25e4;
  function hunksOf(was, is) {
    let head = 0;
    while (head < was.length && head < is.length && was[head].key === is[head].key) head++;
    let tail = 0;
    const most = Math.min(was.length, is.length) - head;
    while (tail < most && was[was.length - 1 - tail].key === is[is.length - 1 - tail].key) tail++;
    const [one, other] = [was.slice(head, was.length - tail), is.slice(head, is.length - tail)];
    if (!one.length && !other.length) return [];
    if (one.length * other.length > MOST_CELLS) return [{ was: one, is: other, wasAt: head, isAt: head }];
    return aligned(one, other).map((hunk) => ({ ...hunk, wasAt: hunk.wasAt + head, isAt: hunk.isAt + head }));
  }
  function aligned(was, is) {
    const width = is.length + 1;
    const lengths = new Uint16Array((was.length + 1) * width);
    for (let i4 = was.length - 1; i4 >= 0; i4--) {
      for (let j3 = is.length - 1; j3 >= 0; j3--) {
        const [below, beside2] = [lengths[(i4 + 1) * width + j3], lengths[i4 * width + j3 + 1]];
        lengths[i4 * width + j3] = was[i4].key === is[j3].key ? lengths[(i4 + 1) * width + j3 + 1] + 1 : Math.max(below, beside2);
      }
    }
    const hunks = [];
    let open3 = null;
    let [i3, j2] = [0, 0];
    while (i3 < was.length || j2 < is.length) {
      if (i3 < was.length && j2 < is.length && was[i3].key === is[j2].key) {
        open3 = null;
        i3++;
        j2++;
        continue;
      }
      if (!open3) hunks.push(open3 = { was: [], is: [], wasAt: i3, isAt: j2 });
      if (j2 === is.length || i3 < was.length && lengths[(i3 + 1) * width + j2] >= lengths[i3 * width + j2 + 1]) open3.was.push(was[i3++]);
      else open3.is.push(is[j2++]);
    }
    return hunks;
  }
  function textOf(text2, tokens) {
    return tokens.length ? text2.slice(tokens[0].start, tokens[tokens.length - 1].end) : "";
  }

  // extension/src/anchoring/quote.js
  var SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s|$)|[。！？]/gu;
  function readSelectors(selectors) {
    let stored = null;
    let position = null;
    for (const selector of Array.isArray(selectors) ? selectors : []) {
      if (selector?.type === "TextQuoteSelector") stored ??= readQuote(selector);
      else if (selector?.type === "TextPositionSelector") position ??= readPosition(selector);
    }
    return stored && wantedFrom(stored, position);
  }
  function wantedFrom(stored, position) {
    let normal;
    let folded;
    const quote2 = () => normal ??= normalQuote(stored);
    return { stored, quote: quote2, folded: () => folded ??= foldedQuote(quote2()), position };
  }
  function readQuote({ exact, prefix, suffix }) {
    if (typeof exact !== "string" || !exact) return null;
    return { exact, prefix: typeof prefix === "string" ? prefix : "", suffix: typeof suffix === "string" ? suffix : "" };
  }
  function readPosition({ start, end }) {
    return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end > start ? { start, end } : null;
  }
  function normalQuote(stored) {
    const [lead, tail] = [/^\s*/u, /\s*$/u].map((edge) => (
      /** @type {RegExpExecArray} */
      edge.exec(stored.exact)[0]
    ));
    const exact = normalString(stored.exact).trim();
    const prefix = normalString(stored.prefix + lead);
    const suffix = normalString(tail + stored.suffix);
    return { exact, prefix, suffix, ownBefore: ownBefore(prefix), ownAfter: ownAfter(exact, suffix) };
  }
  function ownBefore(prefix) {
    const last = [...prefix.matchAll(SENTENCE_END)].at(-1);
    return last ? prefix.slice(last.index + last[0].length).trimStart().length : prefix.length;
  }
  function ownAfter(exact, suffix) {
    const ended = [...(exact + suffix).matchAll(SENTENCE_END)].find((end) => end.index + end[0].length >= exact.length);
    return ended ? ended.index + ended[0].length - exact.length : suffix.length;
  }
  function foldedQuote({ exact, prefix, suffix, ownBefore: ownBefore2, ownAfter: ownAfter2 }) {
    const folded = (text2) => fold(text2).text;
    return {
      exact: folded(exact),
      prefix: folded(prefix),
      suffix: folded(suffix),
      ownBefore: folded(prefix.slice(prefix.length - ownBefore2)).length,
      ownAfter: folded(suffix.slice(0, ownAfter2)).length
    };
  }

  // extension/src/anchoring/later.js
  function later(make2) {
    let made2;
    return () => made2 ??= make2();
  }

  // extension/src/anchoring/words.js
  var UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}`;
  var LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{M}]`;
  var NUMBER2 = String.raw`(?:(?<![\p{L}\p{N}\p{M})\]}])[-−–+±])?\p{N}+(?:[.,]\p{N}+)*(?:\^[-−]?\p{N}+)?`;
  var token = later(() => new RegExp(String.raw`⟦[^⟧]*⟧|${NUMBER2}|(?:${LETTER})+(?:['’](?:${LETTER})+)*|\S`, "gu"));
  var inside = later(() => new RegExp(String.raw`^(?:${LETTER}|\p{N}){2}$`, "u"));
  var NUMBERS = /[-^]*\d+(?:[.,]\d+)*/gu;
  var NEGATIONS = new Set(
    "no not non nor none never neither nobody nothing nowhere without cannot cant dont doesnt didnt isnt arent wasnt werent wont neq notin nexists".split(" ")
  );
  var COMMANDS = /\\[A-Za-z]+/gu;
  var NEGATING = ["un", "in", "im", "il", "ir", "non", "dis"];
  function tokensOf(text2) {
    const tokens = [];
    let at = 0;
    for (const address2 of [...addressesIn(text2), { start: text2.length, end: text2.length }]) {
      for (const { 0: found2, index } of text2.slice(at, address2.start).matchAll(token())) tokens.push(tokenAt(text2, at + index, at + index + found2.length));
      if (address2.end > address2.start) tokens.push({ ...address2, key: text2.slice(address2.start, address2.end) });
      at = address2.end;
    }
    return tokens;
  }
  function tokenAt(text2, start, end) {
    return { start, end, key: fold(text2.slice(start, end)).text };
  }
  function isInsideWord(text2, at) {
    return at > 0 && at < text2.length && inside().test(text2[at - 1] + text2[at]);
  }
  function numbersIn(text2, addresses) {
    const words = text2.split(" ").map((word) => addressesIn(word).length ? addresses ? word : "" : fold(word).text);
    return words.flatMap((word) => word.match(NUMBERS) ?? []).join(" ");
  }
  function hidesAddress(text2) {
    return addressesIn(text2).some(({ start, end }) => isUntold(text2.slice(start, end)));
  }
  function negationsIn(text2) {
    return tokensOf(text2).filter(({ key }) => isNegation(key)).length;
  }
  function isNegation(key) {
    const word = key.toLowerCase();
    return NEGATIONS.has(word) || NEGATIONS.has(word.replace("'", "")) || word.endsWith("n't") || /neq|notin/u.test(word);
  }
  function isOpposite(one, other) {
    const [short, long] = [one.toLowerCase(), other.toLowerCase()].sort((a2, b2) => a2.length - b2.length);
    return short.length > 2 && NEGATING.some((before) => long === before + short);
  }
  function isRespelt(one, other) {
    return [commandsIn, addressesOf].some((listed3) => {
      const [was, is] = [listed3(one), listed3(other)];
      return was.length > 0 && is.length > 0 && was.join(" ") !== is.join(" ");
    });
  }
  function commandsIn(text2) {
    return (text2.match(COMMANDS) ?? []).filter((command) => fold(command).text);
  }
  function addressesOf(text2) {
    const spelt2 = addressesIn(text2).map(({ start, end }) => text2.slice(start, end));
    return spelt2.filter((one) => !isUntold(one)).map((one) => one.replace(/^https?:\/\/|\/$/gu, ""));
  }

  // extension/src/anchoring/comparison.js
  var LONG = 24;
  var KEPT2 = 8;
  function comparisonAt({ text: text2, length }, selectors, { start, end }) {
    const { exact = "", prefix = "", suffix = "" } = readSelectors(selectors)?.quote() ?? {};
    const { toUnit } = codePoints(text2, length);
    const [from, to] = [toUnit(start), toUnit(end)];
    const today = text2.slice(from, to);
    if (exact !== today) return comparisonOf(exact, today);
    return comparisonOf(wholeWords(prefix + exact + suffix, prefix.length, prefix.length + exact.length), wholeWords(text2, from, to));
  }
  function comparisonOf(was, is) {
    const whole = wordsApart(was, is);
    return { was: cut(whole.was), is: cut(whole.is) };
  }
  function wordsApart(was, is) {
    const tokens = { was: tokensOf(was), is: tokensOf(is) };
    const folded = hunksOf(tokens.was, tokens.is).filter((hunk) => fold(textOf(was, hunk.was)).text !== fold(textOf(is, hunk.is)).text);
    const hunks = folded.length ? folded : hunksOf(asSpelt(was, tokens.was), asSpelt(is, tokens.is));
    return {
      was: runsOf(was, tokens.was, hunks.map((hunk) => ({ differing: hunk.was, at: hunk.wasAt }))),
      is: runsOf(is, tokens.is, hunks.map((hunk) => ({ differing: hunk.is, at: hunk.isAt })))
    };
  }
  function asSpelt(text2, tokens) {
    return tokens.map((token2) => ({ ...token2, key: text2.slice(token2.start, token2.end) }));
  }
  function runsOf(text2, tokens, hunks) {
    const runs = [];
    let end = 0;
    for (const { differing, at } of hunks) {
      const start = tokens[at]?.start ?? text2.length;
      runs.push({ text: text2.slice(end, start), differs: false });
      end = differing.at(-1)?.end ?? start;
      runs.push({ text: text2.slice(start, end), differs: true });
    }
    runs.push({ text: text2.slice(end), differs: false });
    return runs;
  }
  function cut(runs) {
    return runs.length > 1 ? runs.map((run2, index) => run2.differs ? run2 : { ...run2, text: shortened(run2.text, index > 0, index < runs.length - 1) }) : runs;
  }
  function shortened(text2, follows, precedes) {
    const words = text2.match(/\s*(?:⟦[^⟧]*⟧|\S)+/gu) ?? [];
    if (words.length <= LONG) return text2;
    const [head, tail] = [follows ? words.slice(0, KEPT2).join("") : "", precedes ? words.slice(-KEPT2).join("") : ""];
    return `${head} …${tail}${precedes ? /\s*$/u.exec(text2)?.[0] ?? "" : ""}`;
  }
  function wholeWords(text2, start, end) {
    let [from, to] = [start, end];
    while (isInsideWord(text2, from)) from--;
    while (isInsideWord(text2, to)) to++;
    return text2.slice(from, to);
  }

  // extension/src/content/conflict-view.js
  function conflictView(note, events) {
    return b`
    ${sides(note, note.conflict)}
    <div class="actions">
      <button type="button" @click=${() => events.settle(note, note)}>${phrase("conflict_keep_mine")}</button>
      <button type="button" @click=${() => events.settle(note, note.conflict)}>${phrase("conflict_keep_theirs")}</button>
      <button type="button" @click=${() => events.edit(note)}>${phrase("conflict_merge")}</button>
    </div>`;
  }
  function sides(mine, theirs) {
    const { was, is } = wordsApart(theirs.text, mine.text);
    return b`<div class="sides">${side(phrase("conflict_mine"), mine, is)}${side(phrase("conflict_theirs"), theirs, was)}</div>`;
  }
  var elsewhere = (theirs) => side(phrase("conflict_theirs"), theirs, [{ text: theirs.text, differs: false }]);
  function side(name, { text: text2, tags }, runs) {
    return b`<section aria-label=${name}>
    <h3>${name}</h3>
    ${text2 ? b`<p class="text" dir="auto">${runs.map((run2) => run2.differs && run2.text ? b`<mark>${run2.text}</mark>` : run2.text)}</p>` : b`<p class="text none">${phrase("no_text")}</p>`}
    ${tags.length ? b`<ul class="tags" aria-label=${phrase("tags")}>${tags.map((tag2) => b`<li dir="auto">${tag2}</li>`)}</ul>` : A}
  </section>`;
  }

  // extension/src/content/history-view.js
  function historyView({ states, error, seen }, note, events) {
    const restore = ({ text: text2, tags }) => events.restore(note, { text: text2, tags }, seen);
    return b`<section class="history" aria-label=${phrase("history")} tabindex="-1">
      <h3>${phrase("history")}</h3>
      ${error ? b`<p class="bad" role="alert">${error}</p>` : A}
      ${states || error ? A : b`<p class="quiet">${phrase("history_waiting")}</p>`}
      ${states?.length === 1 ? b`<p class="quiet">${phrase("history_same")}</p>` : A}
      ${states ? b`<ol>${states.map((state) => stateView(state, note, note.mine && !isSame(state, note) ? () => restore(state) : null))}</ol>` : A}
    </section>
    <div class="actions"><button type="button" @click=${() => events.history(null)}>${phrase("history_close")}</button></div>`;
  }
  function stateView({ at, text: text2, tags, quote: quote2 }, note, restore) {
    return b`<li>
    <p class="facts"><time datetime=${at} title=${exactly(at)}>${when(at)}</time></p>
    ${quote2 && quote2 !== note.quote ? b`<blockquote class="quote" dir="auto">${plain(quote2)}</blockquote>` : A}
    ${text2 ? b`<p class="text" dir="auto">${text2}</p>` : b`<p class="text none">${phrase("no_text")}</p>`}
    ${tags.length ? b`<ul class="tags" aria-label=${phrase("tags")}>${tags.map((tag2) => b`<li dir="auto">${tag2}</li>`)}</ul>` : A}
    ${restore ? b`<div class="actions"><button type="button" @click=${restore}>${phrase("history_restore")}</button></div>` : A}
  </li>`;
  }

  // node_modules/lit-html/directive.js
  /**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   */
  var t2 = { ATTRIBUTE: 1, CHILD: 2, PROPERTY: 3, BOOLEAN_ATTRIBUTE: 4, EVENT: 5, ELEMENT: 6 };
  var e2 = (t4) => (...e3) => ({ _$litDirective$: t4, values: e3 });
  var i2 = class {
    constructor(t4) {
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    _$AT(t4, e3, i3) {
      this._$Ct = t4, this._$AM = e3, this._$Ci = i3;
    }
    _$AS(t4, e3) {
      return this.update(t4, e3);
    }
    update(t4, e3) {
      return this.render(...e3);
    }
  };

  // node_modules/lit-html/directive-helpers.js
  /**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   */
  var { I: t3 } = j;
  var r2 = (o2) => void 0 === o2.strings;
  var m2 = {};
  var p2 = (o2, t4 = m2) => o2._$AH = t4;

  // node_modules/lit-html/directives/live.js
  /**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   */
  var l2 = e2(class extends i2 {
    constructor(r3) {
      if (super(r3), r3.type !== t2.PROPERTY && r3.type !== t2.ATTRIBUTE && r3.type !== t2.BOOLEAN_ATTRIBUTE) throw Error("The `live` directive is not allowed on child or event bindings");
      if (!r2(r3)) throw Error("`live` bindings can only contain a single expression");
    }
    render(r3) {
      return r3;
    }
    update(i3, [t4]) {
      if (t4 === E || t4 === A) return t4;
      const o2 = i3.element, l3 = i3.name;
      if (i3.type === t2.PROPERTY) {
        if (t4 === o2[l3]) return E;
      } else if (i3.type === t2.BOOLEAN_ATTRIBUTE) {
        if (!!t4 === o2.hasAttribute(l3)) return E;
      } else if (i3.type === t2.ATTRIBUTE && o2.getAttribute(l3) === t4 + "") return E;
      return p2(i3), t4;
    }
  });

  // extension/src/content/save-to.js
  var ORDER = { personal: 0, team: 1, public: 2 };
  function destinations(status) {
    return status.groups.filter((group) => group.can_write).sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
  }
  function destination(status) {
    const groups = destinations(status);
    return groups.find((group) => group.id === status.destination) ?? groups[0] ?? null;
  }
  function saveTo(status, choose) {
    const chosen = destination(status);
    return b`<select aria-label=${phrase("save_to")} title=${phrase("save_to")} @change=${(event) => choose(
      /** @type {HTMLSelectElement} */
      event.currentTarget.value
    )}>
    ${destinations(status).map(
      (group) => b`<option value=${group.id} .selected=${l2(group.id === chosen?.id)}>${group.kind === "personal" ? phrase("only_me") : group.name}</option>`
    )}
  </select>`;
  }

  // extension/src/content/move-to.js
  function otherPlaces(note, status) {
    return destinations(status).filter(({ id }) => id !== note.group);
  }
  function moveTo(note, status, events) {
    const submit = (event) => {
      event.preventDefault();
      const form2 = (
        /** @type {HTMLFormElement} */
        event.currentTarget
      );
      events.move(note, String(new FormData(form2).get("group")));
    };
    return b`<form class="move" @submit=${submit}>
    <label>${phrase("move_to")} <select name="group">
      ${otherPlaces(note, status).map(({ id }) => b`<option value=${id}>${groupName(id, status.groups)}</option>`)}
    </select></label>
    <span class="spring"></span>
    <button type="button" @click=${events.stay}>${phrase("cancel")}</button>
    <button type="submit" class="primary">${phrase("move")}</button>
  </form>`;
  }

  // extension/src/content/change-view.js
  function comparisonView({ was, is }, show) {
    const today = b`${is.map(({ text: text2, differs }) => run("ins", text2, differs))}`;
    return b`<dl class="compared">
    <dt>${phrase("was_marked")}</dt>
    <dd><blockquote class="quote whole" dir="auto">${was.map(({ text: text2, differs }) => run("del", text2, differs))}</blockquote></dd>
    <dt>${phrase("is_now")}</dt>
    <dd><blockquote class="quote whole" dir="auto">${show ? b`<button type="button" class="go" title=${phrase("show_on_page")} @click=${show}>${today}</button>` : today}</blockquote></dd>
  </dl>`;
  }
  function run(name, text2, differs) {
    const words = plain(text2);
    if (!differs) return words;
    if (!words) return A;
    return name === "ins" ? b`<ins>${words}</ins>` : b`<del>${words}</del>`;
  }
  function changeView(placed, author2, events) {
    const { note, result, differences } = placed;
    if (result !== "changed" && result !== "lost") return A;
    return b`${differences.length ? b`<ul class="differences">${differences.map((difference) => b`<li dir="auto">${differenceLine(difference)}</li>`)}</ul>` : A}
    <p class="quiet">${whatToDo(note, result, author2)}</p>
    ${note.mine ? verbs(placed, events) : A}`;
  }
  function verbs(placed, { confirm, reattach }) {
    return b`<div class="actions">
    ${placed.result === "changed" ? b`<button type="button" @click=${() => confirm(placed)}>${phrase("confirm")}</button>` : A}
    <button type="button" @click=${() => reattach(placed)}>${phrase("reattach")}</button>
  </div>`;
  }

  // extension/src/content/note-view.js
  function editor(edit, status, events) {
    const valueOf = (event) => (
      /** @type {HTMLInputElement} */
      event.currentTarget.value
    );
    const submit = (event) => {
      event.preventDefault();
      events.save();
    };
    const keys = (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      events.save();
    };
    return b`<form class="editor" @submit=${submit} @keydown=${keys}>
    <label>${phrase(edit.parent ? "reply" : "note")}
      <textarea rows="4" ?readonly=${edit.saving} .value=${edit.text} @input=${(event) => events.typed({ text: valueOf(event) })}></textarea>
    </label>
    ${edit.parent ? A : b`<label>${phrase("tags")}
          <input type="text" autocomplete="off" placeholder=${phrase("tags_hint")} ?readonly=${edit.saving} .value=${edit.tags}
            @input=${(event) => events.typed({ tags: valueOf(event) })} />
        </label>`}
    ${edit.recovered ? b`<p class="quiet recovered">${phrase("editor_recovered")} <button type="button" @click=${events.restart}>${phrase("discard")}</button></p>` : A}
    ${edit.error ? b`<p class="bad" role="alert">${edit.error}</p>` : A}
    <div class="actions">
      ${status ? saveTo(status, events.choose) : A}
      <span class="spring"></span>
      <button type="button" @click=${events.cancel}>${phrase("cancel")}</button>
      <button type="submit" class="primary" title=${phrase("ctrl_enter")} ?disabled=${edit.saving}>${phrase("save")}</button>
    </div>
  </form>`;
  }
  function noteView(placed, people, status, instead, events) {
    const { note, result } = placed;
    const state = sending(note);
    const comparison = events.compare(placed);
    const show = events.show && (() => events.show?.(note));
    const place3 = events.show && result === "not on this view" ? "" : placeOf(note, result);
    return b`<article class="note ${note.parent ? "answer" : ""}" data-note=${note.id}>
    ${comparison ? A : note.quote ? quote(note, show) : A}
    ${place3 ? b`<p class="place">${place3}</p>` : A}
    ${comparison ? comparisonView(comparison, show) : A}
    ${changeView(placed, author(note, people), events)}
    ${note.text && !note.conflict ? b`<p class="text" dir="auto">${note.text}</p>` : A}
    ${facts(placed, people, status)}
    ${note.tags.length && !note.conflict ? b`<ul class="tags" aria-label=${phrase("tags")}>${note.tags.map((tag2) => b`<li dir="auto">${tag2}</li>`)}</ul>` : A}
    ${state ? b`<p class="state ${state.tone}">${state.text}</p>` : A}
    ${note.conflict ? conflictView({ ...note, conflict: note.conflict }, events) : instead ?? actions(note, status, events)}
  </article>`;
  }
  function canAnswer(note, status) {
    return !note.parent && status.groups.some(({ id, can_write }) => id === note.group && can_write);
  }
  function actions(note, status, events) {
    const reply2 = canAnswer(note, status) ? events.reply : null;
    const canMove = note.mine && !note.parent && otherPlaces(note, status).length > 0;
    const verb = (name, act) => b`<button type="button" @click=${() => act(note)}>${name}</button>`;
    if (!reply2 && !note.mine && !note.edited) return A;
    return b`<div class="actions">
    ${reply2 ? verb(phrase("reply"), reply2) : A}
    ${note.mine ? verb(phrase("edit"), events.edit) : A}
    ${canMove ? verb(phrase("move"), events.askMove) : A}
    ${note.edited ? verb(phrase("history"), events.history) : A}
    ${note.mine ? verb(phrase("delete"), events.remove) : A}
  </div>`;
  }
  function quote(note, show) {
    const words = plain(note.quote);
    if (!show) return b`<blockquote class="quote" dir="auto">${words}</blockquote>`;
    return b`<blockquote class="quote" dir="auto"><button type="button" class="go" title=${phrase("show_on_page")} @click=${show}>${words}</button></blockquote>`;
  }
  function facts({ note, madeOn: madeOn2 }, people, status) {
    const group = note.parent ? "" : groupName(note.group, status.groups);
    const name = author(note, people);
    return b`<p class="facts">
    <span>${note.mine ? A : b`<span class="who" aria-hidden="true">${initials(name)}</span>`}<bdi>${name}</bdi></span>${group ? b`<bdi>${group}</bdi>` : A}<time
      datetime=${note.created} title=${exactly(note.created)}>${when(note.created)}</time>${madeOn2 === null ? A : b`<span>${phrase("made_on", String(madeOn2))}</span>`}
  </p>`;
  }

  // extension/src/content/key-cap.js
  var keyCap = (letter) => letter ? b`<kbd aria-hidden="true">${letter}</kbd>` : A;

  // extension/src/content/show-groups.js
  function showGroups({ groups, muted }, mute) {
    if (groups.length < 2) return A;
    return b`<fieldset class="show"><legend>${phrase("show_notes_of")}</legend>${groups.map(
      ({ id }) => b`<label class="choice"><input type="checkbox" .checked=${l2(!muted.includes(id))}
      @change=${(event) => mute(id, !/** @type {HTMLInputElement} */
      event.currentTarget.checked)} /><bdi>${groupName(id, groups)}</bdi></label>`
    )}</fieldset>`;
  }

  // extension/src/content/unfinished-view.js
  function unfinishedView(list, events) {
    if (!list.length) return A;
    return b`<div class="unfinished"><h3>${phrase("unfinished")}</h3>${list.map((one) => b`<article class="note">
    ${one.quote ? b`<blockquote class="quote" dir="auto">${plain(one.quote)}</blockquote>` : A}
    <p class="text" dir="auto">${one.text}</p>
    <p class="facts"><span>${kindOf(one)}</span><time>${whenLeft(one)}</time></p>
    <div class="actions">
      <button type="button" @click=${() => events.goOn(one)}>${phrase("unfinished_go_on")}</button>
      <button type="button" @click=${() => events.discard(one)}>${phrase("discard")}</button>
    </div>
  </article>`)}</div>`;
  }
  function kindOf({ note, parent }) {
    return phrase(parent ? "unfinished_reply" : note ? "unfinished_edit" : "unfinished_new");
  }
  var whenLeft = ({ at }) => when(new Date(at).toISOString());

  // extension/src/content/card-view.js
  function cardView(face, events) {
    const { view, threads, edit, error, status } = face;
    const name = nameOf(view, threads.length);
    const problem = error || problemLine(status);
    const isNew2 = edit !== null && !edit.note && !edit.parent;
    const isListing = view.kind === "paper" && !isNew2;
    const canOpen = isListing && face.opens;
    const keys = (event) => {
      const isOpening = canOpen && !edit && !face.moving && actionOf(event, status.keys) === "abstract";
      if (event.key !== "Escape" && !isOpening) return;
      event.preventDefault();
      if (isOpening) events.openAbstract();
      else if (edit) events.cancel();
      else events.close();
    };
    return b`<section class="card" role="dialog" aria-label=${name} tabindex="-1" @keydown=${keys}>
    <div class="top">
      <h2>${name}</h2>
      <button type="button" class="bare" aria-label=${phrase("close")} title=${phrase("close")} @click=${events.close}>${closeIcon}</button>
    </div>
    ${problem ? b`<p class="problem" role="status">${problem}</p>` : A}
    ${isNew2 ? newNote(edit, status, events) : A}
    ${unfinishedView(face.unfinished, events)}
    ${threads.map((thread) => threadView(thread, face, events))}
    ${isListing && !threads.length ? b`<p class="quiet">${phrase(canOpen ? "card_select_inside" : "card_select")}</p>` : A}
    ${isListing ? showGroups(status, events.mute) : A}
    ${isListing ? b`<div class="foot">${canOpen ? abstractButton(letterOf(status.keys, "abstract"), events) : A}${paperNoteButton(events)}</div>` : A}
  </section>`;
  }
  var abstractButton = (letter, events) => b`<button type="button" class="wide" aria-keyshortcuts=${letter || A} @click=${events.openAbstract}>
  ${textIcon}<span>${phrase("abstract")}</span><span class="spring"></span>${keyCap(letter)}
</button>`;
  var paperNoteButton = (events) => b`<button type="button" class="wide" @click=${() => events.edit(null)}>
  ${addIcon}<span>${phrase("card_whole_paper")}</span>
</button>`;
  function nameOf(view, count) {
    if (view.kind === "new") return phrase(view.picked ? "note" : "card_whole_paper");
    if (view.kind === "mark") return counted("card_notes_here", Math.max(count, 1));
    return phrase("card_notes_on_paper");
  }
  var quoted = (words) => words ? b`<blockquote class="quote" dir="auto">${plain(words)}</blockquote>` : A;
  function newNote(edit, status, events) {
    return b`${quoted(edit.picked?.quote ?? "")}${editor(edit, status, events)}`;
  }
  var isInAbstract = ({ note, result }) => note.field === "abstract" && result === "not on this view";
  function threadView({ root, note, replies }, face, events) {
    const { edit, status } = face;
    const isAnswered = replies.length > 0;
    return b`<div class="thread">
    ${note ? listed2(note, face, { ...events, reply: isAnswered ? null : events.reply }) : b`<p class="quiet deleted">${phrase("card_deleted_note")}</p>`}
    ${replies.map((reply2) => listed2(reply2, face, events))}
    ${edit?.parent?.id === root ? b`<div class="note answer">${editor(edit, null, events)}</div>` : isAnswered && note && canAnswer(note.note, status) ? replyButton(note.note, events) : A}
  </div>`;
  }
  var replyButton = (note, events) => b`<div class="actions last"><button type="button" @click=${() => events.reply(note)}>${phrase("reply")}</button></div>`;
  function listed2(placed, { view, opens: opens2, edit, moving, history, people, status }, events) {
    const { note } = placed;
    if (edit?.note?.id === note.id) {
      return b`<article class="note" data-note=${note.id}>${quoted(note.quote)}${note.conflict ? elsewhere(note.conflict) : A}${editor(edit, null, events)}</article>`;
    }
    const move = moving === note.id ? moveTo(note, status, { move: events.move, stay: () => events.askMove(null) }) : null;
    const past = history?.note === note.id ? historyView(history, note, events) : null;
    return noteView(placed, people, status, move ?? past, {
      ...events,
      show: view.kind === "paper" && (placed.range || opens2 && isInAbstract(placed)) ? events.show : null
    });
  }

  // extension/src/content/float.js
  function createFloat(host, layer2, spotFor) {
    let placed = "";
    return {
      /** @param {Box | null | undefined} beside */
      place(beside2) {
        const box = (
          /** @type {HTMLElement | null} */
          layer2.firstElementChild
        );
        if (!box || !beside2) return;
        const origin = host.origin();
        const where = [beside2.left - origin.left, beside2.top - origin.top, window.innerWidth, window.innerHeight, box.scrollHeight].join();
        if (where === placed) return;
        placed = where;
        if (getComputedStyle(box).position === "fixed") return uncover(box, beside2);
        box.style.maxHeight = "";
        const size2 = { width: box.offsetWidth, height: box.scrollHeight };
        const spot = spotFor(size2, beside2, { width: document.documentElement.clientWidth, height: window.innerHeight });
        box.style.left = `${spot.left - origin.left}px`;
        box.style.top = `${spot.top - origin.top}px`;
        box.style.maxHeight = `${spot.maxHeight}px`;
      },
      /** Another box than the one placed last. */
      anew: () => void (placed = "")
    };
  }
  function uncover(box, beside2) {
    box.classList.remove("head");
    const hidden = beside2.bottom + GAP2 - box.getBoundingClientRect().top;
    if (hidden <= 0 || beside2.top >= window.innerHeight) return;
    const before = window.scrollY;
    const wanted = Math.min(hidden, Math.max(beside2.top - GAP2, 0));
    window.scrollBy({ top: wanted, behavior: "instant" });
    const missing = wanted - (window.scrollY - before);
    box.classList.toggle("head", missing > 1 && beside2.top - (window.scrollY - before) > box.offsetHeight);
  }

  // extension/src/content/history.js
  var History = class {
    /** @type {OpenHistory | null} */
    now = null;
    /** @param {() => void} redraw */
    constructor(redraw) {
      this.redraw = redraw;
    }
    /** @param {Note} note */
    async open(note) {
      const opened2 = { note: note.id, seen: wordingOf(note), states: null, error: "" };
      this.now = opened2;
      this.redraw();
      try {
        opened2.states = (await ask("history", { id: note.id })).states;
      } catch (reason) {
        opened2.error = farEndLine(reason);
      }
      if (this.now === opened2) this.redraw();
    }
    close() {
      this.now = null;
    }
  };

  // extension/src/content/writer.js
  function createWriter(margin, events) {
    let writes2 = 0;
    const told = /* @__PURE__ */ new Set();
    const done = (words) => {
      writes2 += 1;
      events.written();
      events.say(events.status().problem ? `${phrase("sentence", words)} ${phrase("sending_waiting")}` : words);
    };
    const tell = async (paper, group) => {
      const what = `${group} ${paper.key} ${paper.source} ${paper.version ?? ""}`;
      const seen = particulars(margin, paper);
      if (told.has(what) || !(seen.title || seen.abstract)) return;
      told.add(what);
      await ask("paper-seen", { paper: seen }).catch(() => told.delete(what));
    };
    const attach = async (note, picked) => {
      await tell(picked.paper, note.group);
      margin.put(await ask("attach", { id: note.id, target: targetOf(picked) }));
    };
    return {
      /** How many writes there were: an answer asked for before the last one is old. */
      writes: () => writes2,
      /**
       * @param {PaperOnPage} paper
       * @param {Picked | null} picked
       * @param {string} text
       * @param {string[]} tags
       * @param {Begun} [begun]
       */
      async create(paper, picked, text2, tags, begun) {
        const draft = draftOf(events.status(), paper, picked, text2, tags);
        await tell(paper, draft.group);
        margin.put(await ask("create", { draft, ...begun }));
        done(phrase(text2 ? "said_saved" : "said_highlighted"));
      },
      /**
       * @param {Note} note
       * @param {Wording} wording
       * @param {Seen} seen
       * @param {Begun} [begun]
       */
      async edit({ id }, { text: text2, tags }, seen, begun) {
        const note = await ask("edit", { id, text: text2, tags, seen, ...begun });
        margin.put(note);
        done(note.conflict ? sending(note)?.text ?? "" : phrase("said_saved"));
      },
      /**
       * @param {Note} note
       * @param {Picked} picked  what it marks from now on: the words that stand where it lies
       */
      async confirm(note, picked) {
        await attach(note, picked);
        done(phrase("said_confirmed"));
      },
      /**
       * @param {Note} note
       * @param {Picked} picked  what it marks from now on: other words
       */
      async reattach(note, picked) {
        await attach(note, picked);
        done(phrase("said_reattached"));
      },
      /**
       * @param {Note} parent
       * @param {string} text
       * @param {Begun} [begun]
       */
      async reply(parent, text2, begun) {
        margin.put(await ask("create", { draft: replyTo(parent, text2), ...begun }));
        done(phrase("said_saved"));
      },
      /**
       * @param {Note} note
       * @param {string} group
       */
      async move(note, group) {
        margin.put(await ask("move", { id: note.id, group }));
        done(phrase("said_moved"));
      },
      /** @param {Note} note */
      async remove(note) {
        await ask("delete", { id: note.id });
        margin.drop(note);
        done(phrase("said_deleted"));
      },
      /** @param {Note} note */
      async bringBack(note) {
        margin.put(await ask("undo-delete", { id: note.id }));
        done(phrase("said_brought_back"));
      }
    };
  }
  function draftOf(status, paper, picked, text2, tags) {
    const group = destination(status);
    if (!group) throw new Error(phrase("no_destination"));
    return {
      id: uuidv7(),
      group: group.id,
      paper: paper.key,
      ...picked ? targetOf(picked) : { field: null, selectors: [], quote: "", ...metOn(paper) },
      text: text2,
      tags,
      created: (/* @__PURE__ */ new Date()).toISOString()
    };
  }
  function targetOf({ paper, field: field3, selectors, quote: quote2 }) {
    return { field: field3, selectors, quote: quote2, ...metOn(paper) };
  }
  function metOn(paper) {
    return { url: addressFor(paper), source: paper.source, ...paper.version === void 0 ? {} : { version: paper.version } };
  }
  function replyTo({ id, group, paper }, text2) {
    const unmarked = { field: null, selectors: [], quote: "", tags: [] };
    return { ...unmarked, id: uuidv7(), parent: id, group, paper, text: text2, url: location.href, source: "", created: (/* @__PURE__ */ new Date()).toISOString() };
  }
  function particulars(margin, paper) {
    const shown = margin.of(paper.key);
    const read3 = (field3) => field3 && shown ? plain(margin.text(shown, field3).text) : "";
    return {
      key: paper.key,
      title: paper.title ?? read3(paper.fields.title),
      abstract: paper.abstract ?? read3(paper.fields.abstract),
      url: paper.url,
      source: paper.source,
      ...paper.version === void 0 ? {} : { version: paper.version }
    };
  }
  var LONGEST_ADDRESS = 2048;
  function addressFor(paper) {
    const here = location.href.replace(/#.*$/u, "");
    return here.length <= LONGEST_ADDRESS ? here : paper.url;
  }

  // extension/src/content/card.js
  var Card = class {
    /** @type {View | null} */
    view = null;
    /** @type {OpenEdit | null} */
    #edit = null;
    /** The note whose next place is being chosen. @type {string | null} */
    #moving = null;
    #history = new History(() => this.#draw());
    /** @type {HTMLElement | null} where the focus goes back to */
    #back = null;
    #error = "";
    /**
     * @param {Host} host
     * @param {Drafts} drafts
     * @param {CardEvents} events
     */
    constructor(host, drafts, events) {
      this.host = host;
      this.drafts = drafts;
      this.events = events;
      this.layer = host.layer("card-layer");
      this.float = createFloat(host, this.layer, placeCard);
    }
    /** @param {View} view */
    open(view) {
      if (!this.view) this.#back = this.host.focused();
      this.#leaveEdit();
      this.view = view;
      this.float.anew();
      this.#error = "";
      if (view.kind === "new") return this.#startEdit(null);
      this.#draw();
      this.#focus("[role=dialog]");
    }
    /**
     * What was left unfinished, to write on.
     * @param {View} view
     * @param {Note | null} note
     * @param {Note | null} parent
     * @param {Unfinished} left
     */
    resume(view, note, parent, left) {
      if (!this.view) this.#back = this.host.focused();
      this.#leaveEdit();
      this.view = view;
      this.float.anew();
      this.#error = "";
      this.#startEdit(note, parent, left);
    }
    close() {
      if (!this.view) return;
      this.#leaveEdit();
      this.view = null;
      this.float.anew();
      this.#draw();
      if (this.#back?.isConnected) this.#back.focus({ preventScroll: true });
      this.#back = null;
    }
    /** A click elsewhere: unsaved words keep their card open. */
    leave() {
      if (!this.#isDirty()) this.close();
    }
    redraw() {
      if (!this.view) return;
      if (this.view.kind === "mark" && !this.#edit && !this.events.threads(this.view).length) this.close();
      else this.#draw();
    }
    place() {
      const mark = this.view?.at();
      if (this.view && mark) this.float.place(inText(mark, Object.values(this.view.paper.fields).map((field3) => field3.getBoundingClientRect())));
    }
    hasFocus() {
      return this.layer.contains(this.host.root.activeElement);
    }
    #draw() {
      const { view, events } = this;
      if (!view) return void D(A, this.layer);
      const threads = view.kind === "new" ? [] : events.threads(view);
      const opens2 = events.opens(view.paper);
      const face = { view, threads, opens: opens2, moving: this.#moving, history: this.#history.now, edit: this.#edit, error: this.#error, status: events.status(), people: events.people(), unfinished: this.#unfinished(view) };
      D(cardView(face, this.#faceEvents), this.layer);
      this.place();
    }
    /** @param {View} view */
    #unfinished(view) {
      return view.kind === "paper" ? this.drafts.of(view.paper.key).filter(({ id }) => id !== this.#edit?.draft) : [];
    }
    /** @type {FaceEvents} */
    #faceEvents = {
      close: () => this.close(),
      cancel: () => this.#cancel(),
      save: () => void this.#save(),
      typed: (part2) => this.#typed(part2),
      restart: () => this.#restart(),
      goOn: (one) => this.events.goOn(one),
      discard: (one) => {
        void this.drafts.drop(this.events.status().account, one.id);
        this.#draw();
      },
      choose: (group) => this.events.choose(group),
      edit: (note) => this.#startEdit(note),
      settle: (note, wording) => void this.#act(() => this.events.edit(note, wording, seenIn(note))),
      remove: (note) => void this.#act(() => this.events.remove(note)),
      reply: (note) => this.#startEdit(null, note),
      askMove: (note) => this.#askMove(note),
      move: (note, group) => void this.#act(() => this.events.move(note, group)),
      history: (note) => this.#showHistory(note),
      restore: (note, wording, seen) => void this.#act(() => this.events.edit(note, wording, seen)),
      mute: (group, muted) => this.events.mute(group, muted),
      show: (note) => this.events.show(note),
      compare: (placed) => this.events.compare(placed),
      confirm: (placed) => void this.#act(() => this.events.confirm(placed)),
      reattach: (placed) => {
        this.close();
        this.events.reattach(placed);
      },
      openAbstract: () => this.#openAbstract()
    };
    /** The abstract takes this card's place, and the focus goes back from there to where it came from. */
    #openAbstract() {
      const { view } = this;
      this.close();
      if (view) this.events.openAbstract(view.paper);
    }
    /** @param {string} selector */
    #focus(selector) {
      const element = (
        /** @type {HTMLElement | null} */
        this.layer.querySelector(selector)
      );
      element?.focus({ preventScroll: true });
      element?.closest("form")?.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    #isDirty() {
      const edit = this.#edit;
      return edit !== null && (edit.text !== edit.initial.text || edit.tags !== edit.initial.tags);
    }
    /** @param {Partial<Edit>} part */
    #typed(part2) {
      const { view } = this;
      const edit = this.#edit;
      if (!view || !edit) return;
      Object.assign(edit, part2);
      if (this.#isDirty()) this.drafts.keep(edit.account, unfinishedOf(view, edit, this.events.title(view.paper)));
      else void this.drafts.drop(edit.account, edit.draft);
    }
    /** Without what was left before. */
    #restart() {
      const edit = this.#edit;
      if (!edit) return;
      void this.drafts.drop(edit.account, edit.draft);
      this.#amend(edit, { text: edit.note?.text ?? "", tags: edit.note?.tags.join(", ") ?? "", recovered: false, error: "" });
      edit.seen = seenIn(edit.note ?? NO_NOTE);
      this.#focus("textarea");
    }
    /** What is typed is not kept. @param {string} draft @param {unknown} reason */
    notKept(draft, reason) {
      if (this.#edit?.draft === draft) this.#amend(this.#edit, { error: phrase("not_kept", farEndLine(reason)) });
    }
    #leaveEdit() {
      this.drafts.flush();
      this.#edit = null;
      this.#moving = null;
      this.#history.close();
      this.events.sketch(null);
    }
    /**
     * @param {Note | null} note  null: a new one
     * @param {Note | null} [parent]  the note that the new one answers
     * @param {Unfinished} [left]
     */
    #startEdit(note, parent = null, left) {
      if (!this.view) return;
      this.#leaveEdit();
      const place3 = placeName(this.view, note, parent);
      this.#edit = opened(this.view, note, parent, place3, left ?? this.drafts.at(place3), this.events.status().account);
      this.events.sketch(this.#edit.picked);
      this.#draw();
      this.#focus("textarea");
    }
    #cancel() {
      if (this.view?.kind === "new") return this.close();
      this.#leaveEdit();
      this.#draw();
      this.#focus("[role=dialog]");
    }
    async #save() {
      const edit = this.#edit;
      const view = this.view;
      if (!edit || !view || edit.saving) return;
      if (!edit.text.trim() && isBare(edit)) return this.#amend(edit, { error: phrase("card_no_words") });
      this.#amend(edit, { saving: true, error: "" });
      try {
        await this.#send(view, edit);
      } catch (reason) {
        return this.#amend(edit, { saving: false, error: farEndLine(reason) });
      }
      await this.drafts.drop(edit.account, edit.draft);
      if (this.#edit === edit) this.#saved(view);
    }
    /**
     * @param {View} view
     * @param {OpenEdit} edit
     */
    #send(view, { note, parent, picked, seen, account, draft, ...typed }) {
      const begun = { account, unfinished: draft };
      const text2 = typed.text.trim();
      const tags = tagsOf(typed.tags);
      if (parent) return this.events.reply(parent, text2, begun);
      if (note) return this.events.edit(note, { text: text2, tags }, seen, begun);
      return this.events.create(view.paper, picked, text2, tags, begun);
    }
    /** @param {View} view */
    #saved(view) {
      this.#edit = null;
      this.events.sketch(null);
      if (view.kind === "new") return this.close();
      this.#draw();
      this.#focus("[role=dialog]");
    }
    /**
     * @param {OpenEdit} edit
     * @param {Partial<Edit>} part
     */
    #amend(edit, part2) {
      Object.assign(edit, part2);
      this.#draw();
    }
    /** @param {Note | null} note */
    #askMove(note) {
      this.#leaveEdit();
      this.#moving = note?.id ?? null;
      this.#draw();
      this.#focus(note ? "form.move select" : "[role=dialog]");
    }
    /** @param {Note | null} note */
    #showHistory(note) {
      this.#leaveEdit();
      if (note) void this.#history.open(note);
      else this.#draw();
      this.#focus(note ? ".history" : "[role=dialog]");
    }
    /** @param {() => Promise<void>} work */
    async #act(work) {
      this.#moving = null;
      this.#history.close();
      try {
        await work();
      } catch (reason) {
        this.#error = farEndLine(reason);
      }
      this.redraw();
      this.#focus("[role=dialog]");
    }
  };
  var isBare = ({ note, parent, picked }) => Boolean(parent) || (note ? !note.field : !picked);
  function placeName(view, note, parent) {
    if (parent) return `reply ${parent.id}`;
    if (note) return `note ${note.id}`;
    const { paper, picked } = view;
    return `new ${paper.key} ${picked ? `${picked.field} ${picked.quote}` : "whole"}`;
  }
  var NO_NOTE = { text: "", tags: [] };
  function opened(view, note, parent, place3, left, account) {
    const text2 = note?.text ?? "";
    const tags = note?.tags.join(", ") ?? "";
    const written = left ?? { text: text2, tags };
    return {
      note,
      parent,
      picked: note || parent ? null : view.picked,
      seen: left?.seen ?? seenIn(note ?? NO_NOTE),
      account,
      draft: left?.id ?? uuidv7(),
      place: place3,
      text: written.text,
      tags: written.tags,
      initial: { text: text2, tags },
      recovered: left !== null,
      saving: false,
      error: ""
    };
  }
  function unfinishedOf({ paper }, { draft, place: place3, note, parent, picked, text: text2, tags, seen }, title) {
    const mark = { field: picked?.field ?? null, selectors: picked?.selectors ?? [], quote: picked?.quote ?? (parent ?? note)?.quote ?? "" };
    const url = addressFor(paper);
    return { id: draft, place: place3, paper: paper.key, title, url, ...mark, note: note?.id ?? null, parent: parent?.id ?? null, text: text2, tags, seen, at: Date.now() };
  }

  // extension/src/content/chosen.js
  function selectedRange(doc, root) {
    const selection = doc.getSelection();
    if (!selection?.rangeCount) return null;
    return rangeOver(doc, within(selection, root)) ?? rangeOver(doc, selection.getRangeAt(0));
  }
  function endSelectionAt(doc, root, text2, end) {
    const selection = doc.getSelection();
    const range = selection?.rangeCount ? within(selection, root) : null;
    if (!selection || !range || !end || !text2.contains(end.node)) return;
    const ends = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
    const inside2 = ends.filter(([node]) => text2.contains(node));
    if (inside2.length === 1) selection.setBaseAndExtent(...inside2[0], end.node, end.offset);
  }
  function within(selection, root) {
    if (typeof selection.getComposedRanges !== "function") {
      const own = (
        /** @type {{getSelection?: () => Selection | null}} */
        /** @type {unknown} */
        root.getSelection?.()
      );
      return own?.rangeCount ? own.getRangeAt(0) : null;
    }
    const plain2 = (
      /** @type {(...roots: ShadowRoot[]) => StaticRange[]} */
      /** @type {unknown} */
      selection.getComposedRanges
    );
    return composed(() => selection.getComposedRanges({ shadowRoots: [root] })) ?? composed(() => plain2.call(selection, root));
  }
  function composed(ask2) {
    try {
      return ask2()[0] ?? null;
    } catch {
      return null;
    }
  }
  function rangeOver(doc, range) {
    if (!range || range.startContainer.getRootNode() !== range.endContainer.getRootNode()) return null;
    const live = doc.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.collapsed ? null : live;
  }

  // extension/src/content/drafts.js
  var AT_MOST = 400;
  function createDrafts(window2, failed) {
    let known3 = [];
    let waiting = null;
    let sent = null;
    let timer = 0;
    const without = (id) => known3.filter((one) => one.id !== id);
    const flush = () => {
      window2.clearTimeout(timer);
      timer = 0;
      const next = waiting;
      waiting = null;
      if (!next?.account) return;
      sent = next;
      ask("draft-keep", { account: next.account, draft: next.draft }).catch((reason) => failed(next.draft.id, reason)).finally(() => {
        if (sent === next) sent = null;
      });
    };
    window2.addEventListener("pagehide", flush);
    window2.document.addEventListener("visibilitychange", flush);
    return {
      /** What is on its way is newer than any answer. @param {Unfinished[]} list  of these papers @param {string[]} papers */
      know(list, papers6) {
        const isNewer = ({ id }) => [waiting, sent].some((kept2) => kept2?.draft.id === id);
        known3 = [...list.filter((one) => !isNewer(one)), ...known3.filter((one) => isNewer(one) || !papers6.includes(one.paper))];
      },
      /** @param {string} [paper] */
      of: (paper) => known3.filter((one) => paper === void 0 || one.paper === paper),
      /** @param {string} place */
      at: (place3) => known3.find((one) => one.place === place3) ?? null,
      /** @param {string | null} account  the one that it is typed under @param {Unfinished} draft */
      keep(account, draft) {
        if (waiting && waiting.draft.id !== draft.id) flush();
        known3 = [draft, ...without(draft.id)];
        waiting = { account, draft };
        timer ||= window2.setTimeout(flush, AT_MOST);
      },
      flush,
      /** @param {string | null} account @param {string} id */
      async drop(account, id) {
        if (waiting?.draft.id === id) waiting = null;
        known3 = without(id);
        if (account) await ask("draft-drop", { account, id }).catch(() => {
        });
      },
      forget() {
        flush();
        known3 = [];
      },
      stop() {
        flush();
        window2.removeEventListener("pagehide", flush);
        window2.document.removeEventListener("visibilitychange", flush);
      }
    };
  }

  // extension/src/anchoring/alignment.js
  var STEP5 = 2e4;
  var WORD = 32;
  function* nearest(text2, pattern) {
    const errors = yield* errorsAt(text2, pattern, true);
    const end = leastAt(errors, pattern.length);
    const before = reversed(text2.slice(0, end));
    const back = yield* errorsAt(before, reversed(pattern), false);
    const length = leastAt(back, pattern.length);
    return { start: end - length, end, errors: back[length] };
  }
  function* distance(one, other) {
    if (one === other) return 0;
    if (!one || !other) return Math.max(one.length, other.length);
    return (yield* errorsAt(one, other, false))[one.length];
  }
  function reversed(text2) {
    return text2.split("").reverse().join("");
  }
  function leastAt(errors, wanted) {
    let best2 = 0;
    for (let at = 1; at < errors.length; at++) {
      const better = errors[at] - errors[best2] || Math.abs(at - wanted) - Math.abs(best2 - wanted);
      if (better < 0) best2 = at;
    }
    return best2;
  }
  function* errorsAt(text2, pattern, anywhere) {
    const words = Math.ceil(pattern.length / WORD);
    const masks = masksOf(pattern, words);
    const none = new Uint32Array(words);
    const plus = new Uint32Array(words).fill(4294967295);
    const minus = new Uint32Array(words);
    const last = 1 << (pattern.length - 1) % WORD;
    const errors = new Int32Array(text2.length + 1);
    errors[0] = pattern.length;
    let work = 0;
    for (let at = 0; at < text2.length; at++) {
      const equal = masks.get(text2.charCodeAt(at)) ?? none;
      let carry = anywhere ? 0 : 1;
      for (let word = 0; word < words; word++) carry = advance(plus, minus, word, equal[word], carry, word === words - 1 ? last : 1 << 31);
      errors[at + 1] = errors[at] + carry;
      if ((work += words) > STEP5) {
        work = 0;
        yield;
      }
    }
    return errors;
  }
  function masksOf(pattern, words) {
    const masks = /* @__PURE__ */ new Map();
    for (let at = 0; at < pattern.length; at++) {
      const code = pattern.charCodeAt(at);
      let mask = masks.get(code);
      if (!mask) masks.set(code, mask = new Uint32Array(words));
      mask[at >>> 5] |= 1 << (at & 31);
    }
    return masks;
  }
  function advance(plus, minus, word, equal, carry, lowest) {
    const up = plus[word];
    const down = minus[word];
    const vertical = equal | down;
    if (carry < 0) equal |= 1;
    const horizontal = (equal & up) + up ^ up | equal;
    let raised2 = down | ~(horizontal | up);
    let lowered = up & horizontal;
    const out = raised2 & lowest ? 1 : lowered & lowest ? -1 : 0;
    raised2 <<= 1;
    lowered <<= 1;
    if (carry < 0) lowered |= 1;
    else if (carry > 0) raised2 |= 1;
    plus[word] = lowered | ~(vertical | raised2);
    minus[word] = raised2 & vertical;
    return out;
  }

  // extension/src/anchoring/evidence.js
  var ENOUGH = 12;
  var LEAST = 4;
  var TELLING = 32;
  var OUTWEIGHING = 48;
  var FAR_OUTWEIGHING = 96;
  var MOST_ERRORS = 0.25;
  var MANY_ERRORS = 0.2;
  var FEW_ERRORS = 0.12;
  function weigh(form2, quote2, start, end, errors = 0) {
    const before = sideBefore(form2, quote2, start);
    const after = sideAfter(form2, quote2, end);
    const count = (says2) => Number(before.says === says2) + Number(after.says === says2);
    const agreed = before.agreed + after.agreed;
    const room = before.room + after.room;
    const [yes, whole] = [count("yes"), agreed === room];
    return { start, end, errors, agreed, yes, no: count("no"), held: yes > 0 || whole && agreed >= LEAST, whole, bare: room === 0 };
  }
  function sideBefore({ text: text2, view }, { prefix, ownBefore: ownBefore2 }, start) {
    const room = Math.min(prefix.length, Math.max(start - view.from, 0));
    let agreed = 0;
    while (agreed < room && text2[start - 1 - agreed] === prefix[prefix.length - 1 - agreed]) agreed++;
    const own = Math.min(ownBefore2, room);
    return judged(agreed, room, own, () => resembles(prefix.slice(prefix.length - own), text2.slice(Math.max(start - room - ENOUGH, 0), start)));
  }
  function sideAfter({ text: text2, view }, { suffix, ownAfter: ownAfter2 }, end) {
    const room = Math.min(suffix.length, Math.max(view.to - end, 0));
    let agreed = 0;
    while (agreed < room && text2[end + agreed] === suffix[agreed]) agreed++;
    const own = Math.min(ownAfter2, room);
    return judged(agreed, room, own, () => resembles(suffix.slice(0, own), text2.slice(end, end + room + ENOUGH)));
  }
  function judged(agreed, room, own, isAlike) {
    if (agreed >= ENOUGH || own >= LEAST && agreed >= own) return { agreed, room, says: "yes" };
    if (agreed >= own) return { agreed, room, says: "nothing" };
    return { agreed, room, says: isAlike() ? "yes" : "no" };
  }
  function resembles(stored, shown) {
    if (stored.length < ENOUGH) return false;
    let met = 0;
    for (let at = 0; at + 3 <= stored.length; at++) if (shown.includes(stored.slice(at, at + 3))) met++;
    return met * 2 >= stored.length - 2;
  }
  function isCredible({ yes, no, agreed, held, whole, bare: bare4 }, quote2, near) {
    const stretch = quote2.exact.length + agreed;
    if (yes && !no) return stretch >= TELLING || agreed >= ENOUGH || whole;
    if (yes) return stretch >= (near ? TELLING : OUTWEIGHING);
    if (no) return stretch >= (near && no < 2 ? OUTWEIGHING : FAR_OUTWEIGHING);
    return quote2.exact.length >= TELLING || held || bare4 && quote2.exact.length > 1;
  }
  function isCredibleEdit({ yes, no, errors, agreed, whole }, quote2, near) {
    const share = errors / quote2.exact.length;
    if (quote2.exact.length < TELLING) return yes > 0 && no === 0 && (agreed >= ENOUGH || whole);
    if (yes === 2) return share <= MOST_ERRORS;
    if (yes && !no) return share <= MANY_ERRORS;
    if (yes) return share <= (near ? MANY_ERRORS : FEW_ERRORS);
    return no === 0 && near && share <= FEW_ERRORS;
  }
  function best(places, stayed) {
    if (places.length < 2) return places[0] ?? null;
    const [first2, second] = [...places].sort((one, other) => -compare(one, other));
    if (compare(first2, second) > 0) return first2;
    const equals = places.filter((place3) => compare(place3, first2) === 0).filter(stayed);
    return equals.length === 1 ? equals[0] : null;
  }
  function compare(one, other) {
    return one.yes - one.no - (other.yes - other.no) || one.agreed - other.agreed || other.errors - one.errors;
  }

  // extension/src/anchoring/trigrams.js
  var MOST_MEETINGS = 1e5;
  var MOST_PLACES = 4;
  var STEP6 = 1e4;
  var LEAST_SHARE = 0.2;
  function* trigramsOf(text2) {
    const count = Math.max(text2.length - 2, 0);
    const bits = Math.min(Math.max(32 - Math.clz32(count), 8), 16);
    const shift2 = 32 - bits;
    const ends = new Uint32Array(1 << bits);
    const buckets = new Uint16Array(count);
    for (let from = 0; from < count; from += STEP6) {
      countBuckets(text2, from, Math.min(from + STEP6, count), shift2, buckets, ends);
      yield;
    }
    for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket] += ends[bucket - 1];
    const offsets = new Uint32Array(count);
    const next = ends.slice();
    for (let at = count - 1; at >= 0; at--) offsets[--next[buckets[at]]] = at;
    yield;
    return { length: text2.length, shift: shift2, ends, offsets };
  }
  function countBuckets(text2, from, to, shift2, buckets, ends) {
    for (let at = from; at < to; at++) ends[buckets[at] = bucketAt(text2, at, shift2)]++;
  }
  function bucketAt(text2, at, shift2) {
    return Math.imul(text2.charCodeAt(at) * 961 + text2.charCodeAt(at + 1) * 31 + text2.charCodeAt(at + 2), 2654435761) >>> shift2;
  }
  function likelyPlaces(trigrams, pattern, slack) {
    const width = slack + 1;
    const votes = new Uint32Array(Math.ceil((trigrams.length + pattern.length) / width) + 2);
    const counted2 = countVotes(trigrams, pattern, width, votes);
    const least = Math.max(counted2 * LEAST_SHARE, 1);
    return bestBins(votes, least).map((bin) => ({
      from: Math.max(bin * width - pattern.length - slack, 0),
      to: Math.min((bin + 2) * width + slack, trigrams.length)
    }));
  }
  function countVotes({ ends, offsets, shift: shift2 }, pattern, width, votes) {
    const buckets = Array.from({ length: Math.max(pattern.length - 2, 0) }, (_2, at) => ({ at, bucket: bucketAt(pattern, at, shift2) }));
    const size2 = (bucket) => ends[bucket] - (bucket ? ends[bucket - 1] : 0);
    buckets.sort((one, other) => size2(one.bucket) - size2(other.bucket));
    let meetings = 0;
    let counted2 = 0;
    for (const { at, bucket } of buckets) {
      meetings += size2(bucket);
      if (meetings > MOST_MEETINGS) break;
      counted2++;
      for (let i3 = bucket ? ends[bucket - 1] : 0; i3 < ends[bucket]; i3++) votes[Math.floor((offsets[i3] - at + pattern.length) / width)]++;
    }
    return counted2;
  }
  function bestBins(votes, least) {
    const bins = [];
    for (let bin = 0; bin + 1 < votes.length; bin++) {
      const count = votes[bin] + votes[bin + 1];
      if (count < least) continue;
      const last = bins.at(-1);
      if (!last || last.bin < bin - 2) bins.push({ bin, count });
      else if (count > last.count) bins[bins.length - 1] = { bin, count };
    }
    return bins.sort((one, other) => other.count - one.count).slice(0, MOST_PLACES).map(({ bin }) => bin);
  }

  // extension/src/anchoring/approximate.js
  var SHORT_TEXT = 4096;
  var LONG_QUOTE = 1024;
  var FEWEST_LETTERS = 8;
  var LANDMARK = 20;
  var LEAST_LANDMARK = 6;
  var REACH = 24;
  function* nearly(form2, text2, wanted) {
    const quote2 = wanted.folded();
    const most = Math.floor(quote2.exact.length * MOST_ERRORS);
    if (most < 1 || isMonotonous(quote2.exact)) return [];
    const trigrams = yield* form2.trigrams();
    const matches = [];
    for (const { from, to } of stretches(form2.text, trigrams, quote2.exact, most)) {
      const match = yield* nearest(form2.text.slice(from, to), quote2.exact);
      if (match.errors <= most) matches.push({ start: from + match.start, end: from + match.end, errors: match.errors });
    }
    const fitted = [];
    for (const match of apart(matches)) fitted.push(yield* fit(form2, text2, wanted, match, most));
    return fitted.filter((match) => !isNeighbour(form2.text, quote2, match));
  }
  function isMonotonous(text2) {
    const letters = new Set(text2).size;
    return letters < FEWEST_LETTERS && letters * 2 < text2.length;
  }
  function apart(matches) {
    const kept2 = [];
    for (const match of matches.sort((one, other) => one.errors - other.errors)) {
      if (!kept2.some((other) => match.start < other.end && other.start < match.end)) kept2.push(match);
    }
    return kept2;
  }
  function stretches(text2, trigrams, pattern, most) {
    const likely = likelyPlaces(trigrams, pattern, most);
    if (!likely.length && text2.length <= SHORT_TEXT) return [{ from: 0, to: text2.length }];
    return pattern.length > LONG_QUOTE ? likely.slice(0, 1) : likely;
  }
  function* fit(form2, read3, wanted, rough, most) {
    const { text: text2 } = form2;
    const { exact, prefix, suffix } = wanted.folded();
    const words = wholeWords2(form2, read3, wanted.quote(), rough);
    const start = endOfLandmark(text2, prefix.slice(-LANDMARK), rough.start) ?? words.start;
    const end = nearestIndex(text2, suffix.slice(0, LANDMARK), rough.end) ?? words.end;
    if (start === rough.start && end === rough.end) return rough;
    if (start >= end) return rough;
    const errors = yield* distance(text2.slice(start, end), exact);
    return errors <= most ? { start, end, errors } : rough;
  }
  function wholeWords2(form2, text2, { exact, prefix, suffix }, match) {
    const units = form2.source(match.start, match.end);
    let { start, end } = match;
    if (!isInsideWord(prefix.slice(-1) + exact, prefix ? 1 : 0)) for (let at = units.start; isInsideWord(text2, at); at--) start--;
    if (!isInsideWord(exact + suffix, exact.length)) for (let at = units.end; isInsideWord(text2, at); at++) end++;
    return { start: Math.max(start, 0), end: Math.min(end, form2.text.length) };
  }
  function endOfLandmark(text2, landmark, at) {
    const start = nearestIndex(text2, landmark, at - landmark.length);
    return start === null ? null : start + landmark.length;
  }
  function nearestIndex(text2, landmark, at) {
    if (landmark.length < LEAST_LANDMARK) return null;
    let best2 = null;
    const last = at + REACH;
    for (let found2 = text2.indexOf(landmark, Math.max(at - REACH, 0)); found2 >= 0 && found2 <= last; found2 = text2.indexOf(landmark, found2 + 1)) {
      if (best2 === null || Math.abs(found2 - at) < Math.abs(best2 - at)) best2 = found2;
    }
    return best2;
  }
  function isNeighbour(text2, { exact, prefix, suffix }, { start, end }) {
    const [before, after] = [prefix.slice(-LANDMARK), suffix.slice(0, LANDMARK)];
    if (after.length === LANDMARK && text2.startsWith(after, start) && !exact.startsWith(after)) return true;
    return before.length === LANDMARK && text2.endsWith(before, end) && !exact.endsWith(before);
  }

  // extension/src/anchoring/differences.js
  function differencesOf(was, is) {
    return hunksOf(tokensOf(was), tokensOf(is)).flatMap((hunk) => {
      const texts = { was: textOf(was, hunk.was), is: textOf(is, hunk.is) };
      const kind = kindOf2(texts, hunk);
      return kind ? [{ kind, ...texts }] : [];
    });
  }
  function kindOf2({ was, is }, hunk) {
    const addresses = !hidesAddress(was) && !hidesAddress(is);
    if (numbersIn(was, addresses) !== numbersIn(is, addresses)) return "number";
    if (negationsIn(was) !== negationsIn(is)) return "negation";
    return hunk.was.length === 1 && hunk.is.length === 1 && isOpposite(hunk.was[0].key, hunk.is[0].key) ? "negation" : null;
  }

  // extension/src/anchoring/edges.js
  var endsWord = (text2) => /[\p{L}\p{N}\p{M}]$/u.test(text2);
  var beginsWord = (text2) => /^[\p{L}\p{N}\p{M}]/u.test(text2);
  var joinedAtEnd = (text2) => /[-‐‑−–'’^_/.,±+<>~=\p{L}\p{N}\p{M}]*$/u.exec(text2)?.[0] ?? "";
  var joinedAtStart = (text2) => /^[-‐‑−–'’^_/.,%‰°×\p{L}\p{N}\p{M}]*/u.exec(text2)?.[0] ?? "";
  var withoutLooseStart = (text2) => text2.replace(/^[^\p{L}\p{N}\p{M}]+(?=[\p{L}\p{N}\p{M}])/u, "");
  var isUnspaced = (letter = "") => /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u.test(letter);
  var LOOSE_AFTER = /[-‐‑−–'’^_/.,]+$/u;
  var SIGN_ONLY = /^[-−–±+<>~=]$/u;
  var CLAUSE_BEFORE = /[^.!?;:,。，]*$/u;
  var CLAUSE_AFTER = /^[^.!?;:,。，]*/u;
  var ENDS_CLAUSE = /[.!?;:,。，]["'”’»)\]]*$/u;
  var NEAR_BEFORE = 3;
  var NEAR_AFTER = 2;
  function comparedAround(exact, stored, shown) {
    const ends = [
      cutBefore(exact, joinedBefore(stored.before, exact), joinedBefore(shown.before, exact), stored.before),
      cutAfter(exact, joinedAfter(stored.after, exact), joinedAfter(shown.after, exact), stored.after)
    ].filter((one) => one !== null);
    const beside2 = stored.before || stored.after ? [negationBefore(stored.before, shown.before), negationAfter(exact, stored.after, shown.after)] : [];
    return { cut: ends.length > 0, differences: [...ends.flatMap(differenceOf), ...beside2.flatMap((one) => one ?? [])] };
  }
  function joinedBefore(before, exact) {
    if (!beginsWord(exact) || isUnspaced(exact[0])) return "";
    const joined3 = joinedAtEnd(before);
    if (SIGN_ONLY.test(joined3)) return new RegExp("^\\p{N}", "u").test(exact) ? joined3 : "";
    if (/[.,]$/u.test(joined3) && !(new RegExp("\\p{N}[.,]$", "u").test(joined3) && new RegExp("^\\p{N}", "u").test(exact))) return "";
    const word = withoutLooseStart(joined3);
    return endsWord(word.replace(/[^\p{L}\p{N}\p{M}]+$/u, "")) && !isUnspaced(word.at(-1)) ? word : "";
  }
  function joinedAfter(after, exact) {
    if (!endsWord(exact) || isUnspaced(exact[exact.length - 1])) return "";
    const joined3 = joinedAtStart(after).replace(LOOSE_AFTER, "");
    if (/^[.,]/u.test(joined3) && !(new RegExp("\\p{N}$", "u").test(exact) && new RegExp("^[.,]\\p{N}", "u").test(joined3))) return "";
    if (/^[%‰°×]/u.test(joined3)) return new RegExp("\\p{N}$", "u").test(exact) ? joined3 : "";
    return isUnspaced(joined3[0]) ? "" : joined3;
  }
  function cutBefore(exact, was, is, all) {
    const word = tokensOf(exact)[0];
    const [one, other] = [fold(was).text, fold(is).text];
    if (one === other || was && was === all && other.endsWith(one)) return null;
    return { was: was + exact.slice(0, word.end), is: is + exact.slice(0, word.end) };
  }
  function cutAfter(exact, was, is, all) {
    const word = tokensOf(exact).at(-1);
    const [one, other] = [fold(was).text, fold(is).text];
    if (!word || one === other || was && was === all && other.startsWith(one)) return null;
    return { was: exact.slice(word.start) + was, is: exact.slice(word.start) + is };
  }
  function differenceOf({ was, is }) {
    if (numbersIn(was, true) !== numbersIn(is, true) || /[%‰°×]/u.test(was) !== /[%‰°×]/u.test(is)) return [{ kind: "number", was, is }];
    return isOpposite(was.replace(/-/gu, ""), is.replace(/-/gu, "")) ? [{ kind: "negation", was, is }] : [];
  }
  function negationBefore(stored, shown) {
    return shown ? compared(lastWords(stored), lastWords(shown)) : null;
  }
  function negationAfter(exact, stored, shown) {
    return shown && !ENDS_CLAUSE.test(exact) ? compared(firstWords(stored), firstWords(shown)) : null;
  }
  function lastWords(text2) {
    const clause = CLAUSE_BEFORE.exec(text2.replace(/\S+$/u, ""))?.[0] ?? "";
    return clause.split(" ").filter(Boolean).slice(-NEAR_BEFORE).join(" ");
  }
  function firstWords(text2) {
    const clause = CLAUSE_AFTER.exec(text2.replace(/^\S+/u, (joined3) => ENDS_CLAUSE.test(joined3) ? "." : ""))?.[0] ?? "";
    return clause.split(" ").filter(Boolean).slice(0, NEAR_AFTER).join(" ");
  }
  function compared(was, is) {
    return negationsIn(was) === negationsIn(is) ? null : { kind: "negation", was, is };
  }

  // extension/src/anchoring/subject.js
  var LONGEST_ELLIPSIS = 4;
  var subjects = /* @__PURE__ */ new WeakMap();
  function subjectOf(canonical) {
    let subject = subjects.get(canonical);
    if (!subject) subjects.set(canonical, subject = makeSubject(canonical));
    return subject;
  }
  function makeSubject(canonical) {
    const { text: text2, length } = canonical;
    return {
      canonical,
      points: codePoints(text2, length),
      read: { text: text2, view: viewOf(text2), source: (start, end) => ({ start, end }) },
      folded: kept(function* () {
        const folded = yield* foldInSteps(text2);
        yield;
        return { ...folded, view: viewOf(folded.text), trigrams: kept(() => trigramsOf(folded.text)) };
      })
    };
  }
  function kept(make2) {
    let made2;
    return function* () {
      made2 ??= yield* make2();
      return made2;
    };
  }
  function viewOf(text2) {
    const lead = /^(?:…|\.\.\.) ?/u.exec(text2.slice(0, LONGEST_ELLIPSIS))?.[0].length ?? 0;
    const tail = / ?(?:…|\.\.\.)$/u.exec(text2.slice(-LONGEST_ELLIPSIS))?.[0].length ?? 0;
    return { from: lead, to: Math.max(text2.length - tail, lead) };
  }

  // extension/src/anchoring/anchor.js
  var NEAR2 = 48;
  var MOST_CANDIDATES = 4e3;
  var AROUND = 64;
  function anchor(canonical, selectors) {
    return finish(anchoring(canonical, selectors));
  }
  function* anchoring(canonical, selectors) {
    const wanted = readSelectors(selectors);
    if (!wanted) return nowhere("lost");
    const subject = subjectOf(canonical);
    const unmoved = atPosition(subject, wanted);
    if (unmoved) return unmoved;
    if (!wanted.quote().exact) return nowhere("lost");
    const same = yield* sameCharacters(subject, wanted);
    if (same?.place.held) return settled(subject, wanted, same);
    yield;
    const edit = yield* edited(subject, wanted);
    if (edit && edit.place.yes === 2 && !(same && overlap2(same, edit))) return changed(subject, wanted, edit);
    if (same) return settled(subject, wanted, same);
    if (isCutOff(subject, wanted)) return nowhere("not on this view");
    return edit ? changed(subject, wanted, edit) : nowhere("lost");
  }
  function atPosition({ read: { text: text2 }, points }, { stored: { exact, prefix, suffix }, position }) {
    if (!position || !(prefix || suffix)) return null;
    const start = points.toUnit(position.start);
    const end = start + exact.length;
    const stands = text2.startsWith(exact, start) && text2.startsWith(suffix, end) && text2.startsWith(prefix, start - prefix.length);
    return stands && start >= prefix.length && points.toPoint(end) === position.end ? sameAt("exact", position) : null;
  }
  function* sameCharacters(subject, wanted) {
    const read3 = credible(subject, wanted, subject.read, wanted.quote());
    if (read3?.place.held) return read3;
    const folded = credible(subject, wanted, yield* subject.folded(), wanted.folded());
    return folded?.place.held ? folded : read3 ?? folded;
  }
  function credible(subject, wanted, form2, quote2) {
    const places = placesOf(form2, quote2);
    const place3 = best(places, ({ start, end }) => shift(subject, wanted, form2.source(start, end)) === 0);
    return place3 && isCredible(place3, quote2, isNear2(subject, wanted, form2, place3)) ? { place: place3, form: form2 } : null;
  }
  function placesOf(form2, quote2) {
    const places = [];
    if (!quote2.exact) return places;
    for (let at = form2.text.indexOf(quote2.exact); at >= 0; at = form2.text.indexOf(quote2.exact, at + 1)) {
      if (places.length === MOST_CANDIDATES) return [];
      places.push(weigh(form2, quote2, at, at + quote2.exact.length));
    }
    return places;
  }
  function* edited(subject, wanted) {
    const form2 = yield* subject.folded();
    const quote2 = wanted.folded();
    const places = [];
    for (const match of yield* nearly(form2, subject.read.text, wanted)) {
      const place4 = weigh(form2, quote2, match.start, match.end, match.errors);
      if (isCredibleEdit(place4, quote2, isNear2(subject, wanted, form2, place4))) places.push(place4);
    }
    const place3 = best(places, () => false);
    return place3 && { place: place3, form: form2 };
  }
  function overlap2(one, other) {
    const [first2, second] = [one, other].map(({ place: place3, form: form2 }) => form2.source(place3.start, place3.end));
    return first2.start < second.end && second.start < first2.end;
  }
  function isCutOff({ read: { text: text2, view }, points }, { position }) {
    return view.from > 0 || view.to < text2.length && (!position || position.end > points.toPoint(view.to));
  }
  function settled(subject, wanted, { place: place3, form: form2 }) {
    const units = form2.source(place3.start, place3.end);
    const { exact, prefix, suffix } = wanted.quote();
    if (form2 === subject.read && place3.held && place3.agreed === prefix.length + suffix.length) return sameAt("exact", spanOf2(subject, units));
    const today = subject.read.text.slice(units.start, units.end);
    const around2 = aroundOf(subject, wanted, units);
    const differences = [...today === exact ? [] : differencesOf(exact, today), ...around2.differences];
    const span = spanOf2(subject, units);
    if (differences.length || around2.cut || isRespelt(exact, today)) return { result: "changed", score: 1 - 1 / (exact.length + 1), ...span, differences };
    const stayed = place3.held || Math.abs(shift(subject, wanted, units)) <= NEAR2;
    return sameAt(stayed ? "exact" : "moved", span);
  }
  function sameAt(result, { start, end }) {
    return { result, score: 1, start, end, differences: [] };
  }
  function changed(subject, wanted, { place: place3, form: form2 }) {
    const score = 1 - place3.errors / wanted.folded().exact.length;
    if (score < 1 - MOST_ERRORS) return nowhere("lost");
    const units = form2.source(place3.start, place3.end);
    const today = subject.read.text.slice(units.start, units.end);
    const differences = [...differencesOf(wanted.quote().exact, today), ...aroundOf(subject, wanted, units).differences];
    return { result: "changed", score, ...spanOf2(subject, units), differences };
  }
  function aroundOf({ read: { text: text2, view } }, wanted, { start, end }) {
    const { exact, prefix, suffix } = wanted.quote();
    const shown = { before: text2.slice(Math.max(start - AROUND, view.from), start), after: text2.slice(end, Math.min(end + AROUND, view.to)) };
    return comparedAround(exact, { before: prefix, after: suffix }, shown);
  }
  function spanOf2({ canonical, points }, { start, end }) {
    return wholeUnits(canonical, points.toPoint(start), points.toPoint(end));
  }
  function shift({ points }, { position }, { start }) {
    return position ? points.toPoint(start) - position.start : 0;
  }
  function isNear2(subject, wanted, form2, { start, end }) {
    return Math.abs(shift(subject, wanted, form2.source(start, end))) <= NEAR2;
  }
  function nowhere(result) {
    return { result, score: 0, start: 0, end: 0, differences: [] };
  }

  // extension/src/content/made-on.js
  function madeOn({ source: source2, version }, paper) {
    const isComparable = version !== null && paper.version !== void 0 && source2 === paper.source;
    return isComparable && version !== paper.version ? version : null;
  }

  // extension/src/content/placing.js
  var placing = Object.freeze({ text, place, compared: compared2 });
  function text(shown, field3) {
    const known3 = shown.texts.get(field3);
    if (known3) return known3;
    const read3 = canonicalText(field3, shown.paper.aside);
    shown.texts.set(field3, read3);
    return read3;
  }
  function place(shown, note) {
    const nowhere2 = { note, range: null, start: 0, end: 0, field: null, differences: [], madeOn: madeOn(note, shown.paper) };
    if (!note.field || note.parent || !note.selectors.length) return { ...nowhere2, result: null };
    const field3 = shown.fields[note.field];
    if (!field3) return { ...nowhere2, result: "not on this view" };
    const canonical = text(shown, field3);
    const { result, start, end, differences } = anchored(shown, note, canonical);
    const range = result === "lost" || result === "not on this view" ? null : rangeOf2(canonical, start, end);
    return { ...nowhere2, result: range || result === "not on this view" ? result : "lost", range, start, end, field: field3, differences };
  }
  function anchored(shown, note, canonical) {
    const asked = note.field + JSON.stringify(note.selectors);
    const known3 = shown.anchors.get(asked);
    if (known3) return known3;
    const found2 = anchor(canonical, note.selectors);
    shown.anchors.set(asked, found2);
    return found2;
  }
  function rangeOf2(canonical, start, end) {
    if (end <= start) return null;
    return new StaticRange(canonical.rangeOf(start, end));
  }
  function compared2(shown, { field: field3, result, note, start, end }) {
    return field3 && result === "changed" ? comparisonAt(text(shown, field3), note.selectors, { start, end }) : null;
  }
  function liveRange(fixed2) {
    const { startContainer, startOffset, endContainer, endOffset } = fixed2;
    if (!startContainer.isConnected || !endContainer.isConnected) return null;
    if (startOffset > size(startContainer) || endOffset > size(endContainer)) return null;
    const range = (
      /** @type {Document} */
      startContainer.ownerDocument.createRange()
    );
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  }
  var size = (node) => node.nodeValue?.length ?? node.childNodes.length;

  // extension/src/content/hit.js
  function caretAt(doc, root, x2, y2) {
    if (doc.caretPositionFromPoint) {
      const caret = doc.caretPositionFromPoint(x2, y2, { shadowRoots: [root] });
      return caret && { node: caret.offsetNode, offset: caret.offset };
    }
    const range = doc.caretRangeFromPoint?.(x2, y2);
    return range ? { node: range.startContainer, offset: range.startOffset } : null;
  }
  function marksAt(margin, doc, root, x2, y2) {
    const caret = caretAt(doc, root, x2, y2);
    if (!caret) return null;
    for (const shown of margin.shown()) {
      const hits = Object.values(shown.fields).flatMap((field3) => {
        if (!field3.contains(caret.node)) return [];
        const offset = margin.text(shown, field3).offsetOf(caret.node, caret.offset);
        const near = shown.placed.filter((one) => one.range && one.field === field3 && one.start <= offset && offset <= one.end);
        return near.filter((one) => covers(one, x2, y2));
      });
      if (hits.length) return { shown, hits };
    }
    return null;
  }
  function covers(placed, x2, y2) {
    const range = placed.range && liveRange(placed.range);
    return Boolean(range) && boxesOf(
      /** @type {Range} */
      range
    ).some((box) => holds(box, x2, y2));
  }
  function boxesOf(range) {
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  }
  var CONTROLS3 = "a[href], button, input, select, textarea, label, summary, video, audio, [role=button], [role=link], [contenteditable]";
  function isPlain2(event) {
    if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.detail > 1) return false;
    const target = event.composedPath()[0];
    return target instanceof Element && !target.closest(CONTROLS3);
  }

  // extension/src/content/hatch.js
  var WIDTH = 6;
  function createHatch(layer2) {
    let marks = [];
    const place3 = () => {
      const origin = layer2.getBoundingClientRect();
      layer2.replaceChildren(...marks.flatMap(edgesOf).map((edge) => hatch(edge, origin)));
    };
    return {
      /** @param {Mark[]} changed */
      draw(changed2) {
        const had = marks.length > 0;
        marks = changed2;
        if (had || marks.length) place3();
      },
      place: () => void (marks.length && place3())
    };
  }
  function hatch({ left, top, height, line }, origin) {
    const strip = document.createElement("span");
    strip.className = "hatch";
    const style = { left: `${left - origin.left}px`, top: `${top - origin.top}px`, width: `${WIDTH}px`, height: `${height}px`, "--edge": line };
    for (const [name, value] of Object.entries(style)) strip.style.setProperty(name, value);
    return strip;
  }
  function edgesOf({ range, colour, field: field3 }) {
    const live = liveRange(range);
    const boxes = live ? boxesOf(live) : [];
    if (!boxes.length) return [];
    const first2 = boxes[0];
    const last = boxes[boxes.length - 1];
    const line = `var(--postil-mark-${colour}-line-on-${schemeOf(field3)})`;
    return [
      { left: first2.left - WIDTH, top: first2.top, height: first2.height, line },
      { left: last.right, top: last.top, height: last.height, line }
    ];
  }

  // extension/src/content/painter.js
  var COLOURS = ["amber", "sky", "mint", "rose", "lilac", "sand", "lime", "grey"];
  var PREFIX = "postil-";
  var SCHEMES = (
    /** @type {const} */
    ["light", "dark"]
  );
  function createPainter(host) {
    let sheet2 = null;
    const own = /* @__PURE__ */ new Map();
    const dressed = /* @__PURE__ */ new Set();
    let painted = [];
    const dress = (node) => {
      const root = (
        /** @type {Document | ShadowRoot} */
        node.getRootNode()
      );
      if (!sheet2) (sheet2 = new CSSStyleSheet()).replaceSync(rules(host.token));
      if (!("adoptedStyleSheets" in root) || root.adoptedStyleSheets.includes(sheet2)) return;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet2];
      dressed.add(root);
    };
    const reassert = () => {
      for (const [name, highlight] of own) if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      for (const root of dressed) dress(root);
    };
    const drop = (name) => {
      CSS.highlights.delete(name);
      own.delete(name);
    };
    return {
      reassert,
      paint(marks) {
        painted = marks;
        const wanted = byName(marks);
        for (const name of own.keys()) if (!name.startsWith(SKETCH) && !wanted.has(name)) drop(name);
        for (const [name, ranges] of wanted) fill(own, name, ranges);
        for (const field3 of new Set(marks.map((mark) => mark.field))) dress(field3);
        reassert();
      },
      sketch(range, field3) {
        for (const scheme of SCHEMES) drop(`${SKETCH}-${scheme}`);
        if (!range || !field3) return;
        fill(own, `${SKETCH}-${schemeOf(field3)}`, [range]);
        dress(field3);
        reassert();
      },
      release(nodes) {
        for (const { range, field: field3 } of painted) {
          if (nodes.some((node) => field3.contains(node))) for (const highlight of own.values()) highlight.delete(range);
        }
      },
      clear() {
        for (const name of own.keys()) drop(name);
        painted = [];
        for (const root of dressed) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet2);
        dressed.clear();
      }
    };
  }
  var SKETCH = `${PREFIX}sketch`;
  function fill(own, name, ranges) {
    const highlight = own.get(name) ?? new Highlight();
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    highlight.priority = name.startsWith(SKETCH) ? 2 : name.includes("changed") ? 1 : 0;
    own.set(name, highlight);
  }
  function byName(marks) {
    const ranges = /* @__PURE__ */ new Map();
    const schemes = /* @__PURE__ */ new Map();
    for (const mark of marks) {
      const scheme = schemes.get(mark.field) ?? schemeOf(mark.field);
      schemes.set(mark.field, scheme);
      const name = highlightName(mark.colour, scheme, mark.changed, mark.mine);
      const named2 = ranges.get(name);
      if (named2) named2.push(mark.range);
      else ranges.set(name, [mark.range]);
    }
    return ranges;
  }
  function highlightName(colour, scheme, changed2, mine) {
    return `${PREFIX}${colour}-${scheme}${changed2 ? "-changed" : ""}${mine ? "" : "-theirs"}`;
  }
  function rules(token2) {
    const marks = COLOURS.flatMap((colour) => SCHEMES.flatMap((scheme) => markRules(colour, scheme, token2)));
    return [
      ...marks,
      ...SCHEMES.map((scheme) => `::highlight(${SKETCH}-${scheme}) { background-color: ${token2(`--postil-mark-grey-on-${scheme}`)}; text-decoration: underline 2px; }`),
      `@media (forced-colors: active) { ${forced()} }`
    ].join("\n");
  }
  function markRules(colour, scheme, token2) {
    const base = `--postil-mark-${colour}`;
    const line = token2(`${base}-line-on-${scheme}`);
    return [true, false].flatMap((mine) => markRulesOf(colour, scheme, mine, token2, line));
  }
  function markRulesOf(colour, scheme, mine, token2, line) {
    const base = `--postil-mark-${colour}`;
    const fine = (thickness) => mine ? thickness : `calc(${thickness} - 1px)`;
    const underline = `${token2(`${base}-style`)} ${fine(token2(`${base}-thickness`))} ${line}`;
    return [
      `::highlight(${highlightName(colour, scheme, false, mine)}) { background-color: ${token2(`${base}-on-${scheme}`)}; text-decoration: underline ${underline}; }`,
      // No full ground under text that is not the one that was marked; hatch.js draws its edges.
      `::highlight(${highlightName(colour, scheme, true, mine)}) { text-decoration: underline overline dotted ${fine("2px")} ${line}; }`
    ];
  }
  function forced() {
    const names = COLOURS.flatMap((colour) => SCHEMES.flatMap((scheme) => [true, false].flatMap((mine) => [false, true].map((changed2) => highlightName(colour, scheme, changed2, mine)))));
    const sketches = SCHEMES.map((scheme) => `${SKETCH}-${scheme}`);
    const all = (ones) => ones.map((name) => `::highlight(${name})`).join(", ");
    return `${all([...names, ...sketches])} { background-color: Highlight; color: HighlightText; text-decoration-color: HighlightText; text-underline-offset: 0px; } ${all(sketches)} { text-decoration-line: none; }`;
  }

  // extension/src/content/mark-of.js
  function markOf(margin, { note, range, result, field: field3 }) {
    if (!range || !field3) return [];
    const colour = margin.label(note)?.colour ?? note.label ?? "";
    return [{ range, field: field3, colour: COLOURS.includes(colour) ? colour : COLOURS[0], changed: result === "changed", mine: note.mine }];
  }

  // extension/src/content/offer.js
  function offerOf(reading3, status, attaching, connect) {
    if (reading3.picked && attaching.refuses(reading3.picked.paper)) return { picked: null, line: refusal("another paper") };
    if (!status.paired || !destination(status)) return { picked: null, line: status.problem?.message ?? connect };
    return reading3.picked ? { picked: reading3.picked, line: null } : { picked: null, line: refusal(reading3.refused) };
  }

  // extension/src/content/pointer.js
  var REST = 250;
  var OPEN_TEXT = "[data-postil-field]";
  function watchHand(doc, host, events, sign) {
    let down = false;
    let inText2 = false;
    let byTouch = sign?.byTouch ?? false;
    let rest = 0;
    const isText2 = (target) => target instanceof Element && target.closest(OPEN_TEXT) !== null;
    const isInUs = (event) => event.composedPath().includes(host.element);
    const where = (listener) => (event) => {
      if (event.isTrusted && isInUs(event) === (event.currentTarget === host.root)) listener(event);
    };
    const isOurs2 = (event) => isInUs(event) && !isText2(event.composedPath()[0]);
    const selectedSoon = () => {
      clearTimeout(rest);
      rest = window.setTimeout(() => events.selected(byTouch), REST);
    };
    const pointing = [
      [
        "pointerdown",
        (event) => {
          if (isOurs2(event)) return;
          down = true;
          inText2 = isInUs(event);
          byTouch = event.pointerType === "touch";
          events.pressed(!inText2);
        }
      ],
      [
        "pointerup",
        (event) => {
          const isStray = down && inText2 && !isText2(event.composedPath()[0]);
          const settle = () => {
            if (isStray) events.strayed(event.clientX, event.clientY);
            events.selected(byTouch);
          };
          clearTimeout(rest);
          if (down || !isOurs2(event)) setTimeout(settle);
          down = false;
        }
      ],
      [
        "pointercancel",
        () => {
          down = false;
          selectedSoon();
        }
      ],
      [
        "click",
        (event) => {
          if (!isOurs2(event) && isPlain2(event) && events.nothingSelected()) events.clicked(event.clientX, event.clientY);
        }
      ]
    ];
    const selecting = () => {
      const inOurs = doc.activeElement === host.element && !host.root.activeElement?.querySelector(OPEN_TEXT);
      if (down || inOurs) clearTimeout(rest);
      else selectedSoon();
    };
    const pressing = (event) => {
      if (isForUs(event, host) && events.key(event, isInUs(event))) taken2(event);
    };
    const listeners = [
      [doc, "selectionchange", selecting],
      [doc, "keydown", pressing],
      ...pointing.flatMap(([type, listener]) => [doc, host.root].map((place3) => (
        /** @type {[EventTarget, string, typeof listener]} */
        [place3, type, where(listener)]
      )))
    ];
    for (const [place3, type, listener] of listeners) place3.addEventListener(type, listener, true);
    if (sign && !events.nothingSelected()) selectedSoon();
    return {
      stop() {
        clearTimeout(rest);
        for (const [place3, type, listener] of listeners) place3.removeEventListener(type, listener, true);
      }
    };
  }

  // extension/src/content/report.js
  function reportOf(adapter, margin, doc) {
    const shown = margin.shown();
    const { host, pathname } = new URL(doc.URL);
    const having = (field3) => shown.filter(({ paper }) => paper.fields[field3]).length;
    const fields = { title: having("title"), abstract: having("abstract"), fulltext: having("fulltext") };
    const links = papersNamed(doc);
    const isBare2 = !shown.length && (links > 0 || adapter?.general === true);
    const lacking = (adapter?.shows ?? []).filter((field3) => fields[field3] < shown.length);
    return {
      adapter: adapter?.name ?? null,
      host,
      path: shapeOf(pathname),
      links,
      papers: shown.length,
      fields,
      marks: counts(margin.placed().flatMap(({ result }) => result ?? [])),
      missing: !adapter ? [] : isBare2 ? ["papers"] : lacking
    };
  }
  function papersNamed(doc) {
    const links = [...doc.querySelectorAll("a[href]")].map((link) => paperAt(link.getAttribute("href") ?? "", doc.baseURI)?.key);
    return new Set([paperAt(doc.URL)?.key, ...links].filter(Boolean)).size;
  }
  function counts(results) {
    const all = {};
    for (const result of results) all[result] = (all[result] ?? 0) + 1;
    return all;
  }
  var KINDS = new Set(
    "abs anthology article articles arxiv attachment catchup content date doi events forum full html index list month new overview paper papers pastweek pdf people reader recent search trending venue volumes week".split(" ")
  );
  function shapeOf(pathname) {
    const shape2 = (part2) => part2.replace(/%[0-9a-f]{2}|[^\d.,:;~@+_-]/giu, "a").replace(/\d+/gu, "0").replace(/a+/gu, "a");
    return pathname.split("/").map((part2) => KINDS.has(part2) ? part2 : shape2(part2)).join("/");
  }

  // extension/src/content/reveal.js
  var HEAD = 80;
  var FOOT = 96;
  function reveal(words) {
    const range = liveRange(words);
    if (!range) return;
    const { startContainer } = range;
    const inner = startContainer instanceof Element ? startContainer : startContainer.parentElement;
    for (let one = inner; one && one !== document.body && one !== document.documentElement; one = one.parentElement) {
      if (!scrolls(one)) continue;
      const { top, bottom } = one.getBoundingClientRect();
      bring(range, one, { top: top + (Number.parseFloat(getComputedStyle(one).scrollPaddingTop) || 0), bottom });
    }
    const head = Math.min(HEAD, window.innerHeight / 5);
    bring(range, window, { top: head, bottom: window.innerHeight - Math.min(FOOT, window.innerHeight / 4) });
  }
  var scrolls = (element) => element.scrollHeight > element.clientHeight && /auto|scroll/u.test(getComputedStyle(element).overflowY);
  function bring(range, scroller, view) {
    const box = union(boxesOf(range));
    if (!box || box.top >= view.top && box.bottom <= view.bottom) return;
    const room = view.bottom - view.top - (box.bottom - box.top);
    const top = view.top + Math.max(room / 2, 0);
    scroller.scrollBy({ top: box.top - top, behavior: "instant" });
  }

  // extension/src/anchoring/describe.js
  var LONGEST_QUOTE = 8 * 1024;
  var CONTEXT = 32;
  var LONGEST_CONTEXT = 64;
  function describe(canonical, range) {
    const covered = spanOf(canonical, range);
    const cut3 = slicer(canonical);
    const span = covered && trim(canonical, cut3, covered);
    if (!span || span.start >= span.end) return { refused: "nothing selected" };
    const exact = cut3(span.start, span.end);
    if (isOneCharacter(exact)) return { refused: "one character" };
    if (utf8Length(exact) > LONGEST_QUOTE) return { refused: "too long" };
    return {
      quote: exact,
      selectors: [
        { type: "TextQuoteSelector", exact, prefix: prefixOf(canonical, cut3, span), suffix: suffixOf(canonical, cut3, span) },
        { type: "TextPositionSelector", start: span.start, end: span.end }
      ]
    };
  }
  function slicer({ text: text2, length }) {
    const { toUnit } = codePoints(text2, length);
    return (start, end) => text2.slice(toUnit(start), toUnit(end));
  }
  function trim(canonical, cut3, span) {
    const view = viewOf(canonical.text);
    let start = Math.max(span.start, countPoints(canonical.text.slice(0, view.from)));
    let end = Math.min(span.end, countPoints(canonical.text.slice(0, view.to)));
    while (start < end && cut3(start, start + 1) === " ") start++;
    while (start < end && cut3(end - 1, end) === " ") end--;
    return { start, end };
  }
  function isOneCharacter(exact) {
    const [first2] = new Intl.Segmenter(void 0, { granularity: "grapheme" }).segment(exact);
    return first2.segment.length === exact.length;
  }
  function prefixOf(canonical, cut3, { start }) {
    let from = Math.max(start - CONTEXT, 0);
    const last = Math.max(start - LONGEST_CONTEXT, 0);
    while (from > last && cut3(from - 1, from) !== " ") from--;
    return cut3(Math.min(wholeUnits(canonical, from, start).start, start), start);
  }
  function suffixOf(canonical, cut3, { end }) {
    let to = Math.min(end + CONTEXT, canonical.length);
    const last = Math.min(end + LONGEST_CONTEXT, canonical.length);
    while (to < last && cut3(to, to + 1) !== " ") to++;
    return cut3(end, Math.max(wholeUnits(canonical, end, to).end, end));
  }

  // extension/src/content/selection.js
  function readSelection(margin, range) {
    if (!range || range.collapsed) return null;
    const parts = margin.shown().flatMap((shown) => partsOf(shown, range));
    if (!parts.length) return null;
    const whole = parts.filter((part2) => !strays(range, part2.range));
    const inner = whole.find(({ root }) => !whole.some((other) => other.root !== root && root.contains(other.root)));
    if (inner) return pick(margin, inner);
    const isOfMany = parts.some(({ shown }) => shown.paper.key !== parts[0].shown.paper.key);
    return { picked: null, refused: isOfMany ? "two papers" : "across" };
  }
  function partsOf(shown, range) {
    const fields = (
      /** @type {Array<[Field, Element | undefined]>} */
      Object.entries(shown.fields)
    );
    return fields.flatMap(([field3, root]) => {
      if (!root?.isConnected || !range.intersectsNode(root)) return [];
      const part2 = clip(range, root);
      return bare2(part2) ? [{ shown, field: field3, root, range: part2 }] : [];
    });
  }
  function clip(range, root) {
    const whole = root.ownerDocument.createRange();
    whole.selectNodeContents(root);
    const part2 = range.cloneRange();
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part2.setStart(whole.startContainer, whole.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part2.setEnd(whole.endContainer, whole.endOffset);
    return part2;
  }
  var bare2 = (range) => range.toString().replace(/\s+/g, "");
  function strays(range, part2) {
    return bare2(range).length !== bare2(part2).length;
  }
  function readMark(margin, { note, field: root, range: fixed2 }) {
    const [shown, range] = [margin.of(note.paper), fixed2 && liveRange(fixed2)];
    return shown && root && range && note.field ? pick(margin, { shown, field: note.field, root, range }) : null;
  }
  function pick(margin, { shown, field: field3, root, range }) {
    const described2 = describe(margin.text(shown, root), range);
    if ("refused" in described2) return { picked: null, refused: described2.refused };
    const { selectors, quote: quote2 } = described2;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const fixed2 = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    return { picked: { paper: shown.paper, field: field3, root, selectors, quote: quote2, range: fixed2 }, refused: null };
  }

  // extension/src/content/sheet.js
  function createSheet(host, margin, events) {
    const layer2 = host.layer("sheet-layer");
    const float = createFloat(host, layer2, placeUnder);
    let paper = null;
    let hatch2 = null;
    let back = null;
    const text2 = () => (
      /** @type {HTMLElement} */
      layer2.querySelector(OPEN_TEXT)
    );
    const box = () => (
      /** @type {HTMLElement | null} */
      layer2.firstElementChild
    );
    const draw = () => D(paper ? sheet(paper, { close, scrolled: events.scrolled }) : A, layer2);
    const place3 = () => {
      const shown = paper && margin.of(paper.key);
      if (shown) float.place(placeOf2(shown));
      hatch2?.place();
    };
    const close = () => {
      if (!paper) return;
      const { key } = paper;
      const hadFocus = layer2.contains(host.root.activeElement);
      paper = hatch2 = null;
      draw();
      margin.open(key, null);
      events.changed();
      if (hadFocus && back?.isConnected) back.focus({ preventScroll: true });
      back = null;
    };
    return {
      isOpen: () => paper !== null,
      /** @param {PaperOnPage} wanted */
      open(wanted) {
        const from = host.focused();
        close();
        back = from;
        paper = wanted;
        draw();
        const element = (
          /** @type {HTMLElement} */
          box()
        );
        hatch2 = createHatch(
          /** @type {HTMLElement} */
          element.querySelector(".hatch-layer")
        );
        margin.open(paper.key, text2());
        events.changed();
        float.anew();
        place3();
        element.focus({ preventScroll: true });
      },
      /** The page has changed: its paper may be gone, or be told otherwise. */
      follow() {
        const now = paper && margin.of(paper.key)?.paper;
        if (paper && now?.abstract !== paper.abstract) close();
        else place3();
      },
      /**
       * @param {Mark[]} marks
       * @returns {Mark[]}  those that are not in here
       */
      hatch(marks) {
        const isInside = ({ field: field3 }) => layer2.contains(field3);
        hatch2?.draw(marks.filter(isInside));
        return marks.filter((mark) => !isInside(mark));
      },
      /**
       * @param {Node} node
       * @returns {import("./geometry.js").Box | null}  what can be seen of the sheet that the node is in
       */
      sight: (node) => layer2.contains(node) ? box()?.getBoundingClientRect() ?? null : null,
      text: text2,
      /**
       * @param {number} x
       * @param {number} y
       * @returns {{x: number, y: number} | null}  the point of the text in sight that is nearest
       */
      nearest(x2, y2) {
        const whole = box()?.getBoundingClientRect();
        if (!whole) return null;
        const words = text2().getBoundingClientRect();
        const head = (
          /** @type {Element} */
          text2().previousElementSibling.getBoundingClientRect()
        );
        const inside2 = { left: words.left, top: Math.max(words.top, head.bottom), right: words.right, bottom: Math.min(words.bottom, whole.bottom) };
        return nearestIn(inside2, x2, y2);
      },
      place: place3,
      close
    };
  }
  function opens(paper) {
    const field3 = paper.fields.abstract;
    if (!paper.abstract) return false;
    if (!field3) return true;
    if (field3.matches(OPEN_TEXT)) return false;
    if (!field3.getClientRects().length) return true;
    return bare3(field3.textContent ?? "") !== bare3(paper.abstract) || field3.scrollHeight > field3.clientHeight + ROUNDING;
  }
  var ROUNDING = 2;
  var bare3 = (text2) => text2.replace(/\s+/gu, "");
  function placeOf2({ paper }) {
    const { title } = paper.fields;
    const range = title?.ownerDocument.createRange();
    if (title) range?.selectNodeContents(title);
    const words = union([...range?.getClientRects() ?? []].filter(({ width, height }) => width > 0 && height > 0));
    return words ?? paper.card.getBoundingClientRect();
  }
  function sheet({ key, title, abstract = "" }, events) {
    return b`<section class="sheet" role="dialog" tabindex="-1" aria-label=${title ? phrase("abstract_of", title) : phrase("abstract")}
    data-postil-paper=${key} @scroll=${events.scrolled}>
    <div class="top">
      <h2>${phrase("abstract")}</h2>
      <button type="button" class="bare" aria-label=${phrase("close")} title=${phrase("close")} @click=${events.close}>${closeIcon}</button>
    </div>
    <p class="words" data-postil-field="abstract" dir="auto" .textContent=${abstract}></p>
    <div class="hatch-layer"></div>
  </section>`;
  }

  // extension/src/content/threads.js
  function threadsOf(placed) {
    const known3 = new Map(placed.map((one) => [one.note.id, one]));
    const threads = /* @__PURE__ */ new Map();
    for (const one of placed) {
      const root = rootOf(one, known3);
      const thread = threads.get(root) ?? { root, note: null, replies: [] };
      threads.set(root, thread);
      if (one.note.id === root) thread.note = one;
      else thread.replies.push(one);
    }
    for (const { replies } of threads.values()) replies.sort((one, other) => one.note.created < other.note.created ? -1 : 1);
    return [...threads.values()];
  }
  function rootOf({ note }, known3) {
    let { id, parent } = note;
    for (let steps = 0; parent !== null && steps <= known3.size; steps += 1) {
      id = parent;
      parent = known3.get(id)?.note.parent ?? null;
    }
    return id;
  }
  function threadsIn(placed, view) {
    const threads = threadsOf(placed);
    return view.kind === "paper" ? threads : threads.filter(({ root }) => view.ids.includes(root));
  }
  function membersOf(threads) {
    return threads.flatMap(({ note, replies }) => note ? [note, ...replies] : replies);
  }

  // extension/src/content/toolbar.js
  function createToolbar(host, events) {
    const layer2 = host.layer("toolbar-layer");
    let offer = null;
    let over = null;
    let isTouched = false;
    const draw = () => {
      D(offer ? bar2(offer, act, events) : A, layer2);
      place3();
    };
    const place3 = () => {
      const row = (
        /** @type {HTMLElement | null} */
        layer2.firstElementChild
      );
      const range = over && liveRange(over);
      if (!row || !range) return;
      const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const boxes = boxesOf(range);
      const [whole, line] = [union(boxes), lastLine(boxes)];
      const sight = events.sight(range.startContainer) ?? { top: 0, bottom: view.height };
      if (!whole || !line || whole.bottom < sight.top || whole.top > sight.bottom) return close();
      const isRtl = isRightToLeft(range.startContainer);
      const spot = placeToolbar(row.getBoundingClientRect(), { line, whole, isRtl, isTouched }, view);
      const origin = host.origin();
      row.style.left = `${spot.left - origin.left}px`;
      row.style.top = `${spot.top - origin.top}px`;
    };
    const close = () => {
      offer = null;
      over = null;
      D(A, layer2);
    };
    const act = (verb) => {
      const picked = offer?.picked;
      close();
      if (picked) events[verb](picked);
    };
    return {
      isOpen: () => offer !== null,
      /**
       * @param {"highlight" | "note"} verb
       * @returns {boolean} whether there was anything to do it to
       */
      act(verb) {
        if (!offer?.picked || verb === "note" && events.attaching()) return false;
        act(verb);
        return true;
      },
      /**
       * @param {Offer} wanted
       * @param {StaticRange} range
       * @param {boolean} [byTouch]  selected by a finger
       */
      open(wanted, range, byTouch = false) {
        offer = wanted;
        over = range;
        isTouched = byTouch;
        draw();
      },
      redraw: () => offer && draw(),
      place: place3,
      close
    };
  }
  function isRightToLeft(node) {
    const element = node instanceof Element ? node : node.parentElement;
    return element !== null && getComputedStyle(element).direction === "rtl";
  }
  var hold = (event) => {
    if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
  };
  function bar2(offer, act, events) {
    if (!offer.picked) return b`<div class="toolbar why" role="status" @mousedown=${hold}>${offer.line}</div>`;
    const status = events.status();
    const verb = (action, icon2, name) => {
      const letter = letterOf(status.keys, action);
      return b`<button type="button" aria-keyshortcuts=${letter || A} @click=${() => act(action)}>${icon2}<span>${name}</span>${keyCap(letter)}</button>`;
    };
    if (events.attaching()) {
      return b`<div class="toolbar" role="toolbar" aria-label="Postil" @mousedown=${hold}>${verb("highlight", highlightIcon, phrase("attach_here"))}</div>`;
    }
    return b`<div class="toolbar" role="toolbar" aria-label="Postil" @mousedown=${hold}>
    ${saveTo(status, events.choose)}
    <span class="rule"></span>
    ${verb("highlight", highlightIcon, phrase("highlight"))}
    ${verb("note", noteIcon, phrase("note"))}
  </div>`;
  }

  // extension/src/content/tools.css
  var tools_default = `/* All that a reader works with, beside what host.css has for every page. */

select {
  min-height: var(--postil-target);
  max-width: 160px;
  padding: 0 var(--postil-space-1);
  border: 1px solid transparent;
  border-radius: var(--postil-radius);
  background: transparent;
  color: var(--postil-ink);
  field-sizing: content; /* as wide as what is chosen, not as the longest choice */
  text-overflow: ellipsis;
  cursor: pointer;
}
select:hover { background: var(--postil-hover); }
option { background: var(--postil-popover); }

/* Marks whose text has changed */

.hatch {
  position: absolute;
  pointer-events: none;
  background: repeating-linear-gradient(135deg, var(--edge) 0 1.5px, transparent 1.5px 4px);
}

/* The row above a selection */

.toolbar {
  position: absolute;
  display: flex;
  align-items: center;
  gap: 2px;
  max-width: calc(100vw - 16px);
  padding: 1px;
  border: 1px solid var(--postil-line);
  border-radius: var(--postil-radius);
  background: var(--postil-popover);
  box-shadow: var(--postil-shadow);
  animation: appear var(--postil-motion) ease-out;
}
.toolbar button, .toolbar select { border-radius: 6px; }
.toolbar button { padding: 0 var(--postil-space-2); }
.toolbar select { flex: 0 1 auto; min-width: 0; }
@media (max-width: 479px), (pointer: coarse) { .toolbar kbd { display: none; } }
.toolbar.why { width: max-content; max-width: min(440px, calc(100vw - 16px)); padding: var(--postil-space-1) var(--postil-space-3); color: var(--postil-muted); text-wrap: balance; }
.toolbar .rule { width: 1px; height: 20px; background: var(--postil-line); }
kbd {
  min-width: 18px;
  padding: 0 4px;
  border: 1px solid var(--postil-line);
  border-radius: 4px;
  color: var(--postil-muted);
  font: var(--postil-small) / 16px var(--postil-sans);
  text-align: center;
}

/* A reader by keyboard: the sentence, and the row at the foot of the window */

.ring { position: absolute; pointer-events: none; color: var(--postil-accent); outline: none !important; }
.ring svg { position: absolute; top: -4px; left: -4px; overflow: visible; }
.walk-bar {
  position: fixed;
  left: 50%;
  bottom: var(--postil-space-4);
  translate: -50% 0;
  max-width: calc(100vw - 16px);
  border: 1px solid var(--postil-line);
  background: var(--postil-popover);
  box-shadow: var(--postil-shadow);
}
.walk-bar { display: flex; align-items: center; gap: 2px; padding: 1px; border-radius: var(--postil-radius); width: max-content; }
.walk-bar button, .walk-bar select { border-radius: 6px; }
.walk-bar button:not(.bare) { padding: 0 var(--postil-space-2); }
.walk-bar select { flex: 0 1 auto; min-width: 0; }
.walk-bar .rule { width: 1px; height: 20px; background: var(--postil-line); }
@media (max-width: 639px), (pointer: coarse) { .walk-bar kbd { display: none; } }
@media (max-width: 479px) { .walk-bar button > .icon + span { display: none; } }
.walk-layer:has(.walk-bar) ~ :is(.undo-layer, .attaching-layer) { --postil-foot: calc(var(--postil-space-4) + var(--postil-target)); }

/* An abstract, opened in place */

.sheet {
  position: absolute;
  width: max-content;
  max-width: min(calc(var(--postil-measure) + 2 * var(--postil-space-3) + 2px), calc(100vw - 16px));
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--postil-line);
  border-radius: var(--postil-radius);
  background: var(--postil-popover);
  box-shadow: var(--postil-shadow);
  /* The measure is counted in letters of the text, not of the heading. */
  font: var(--postil-regular) var(--postil-reading) / var(--postil-reading-leading) var(--postil-serif);
  animation: appear var(--postil-motion) ease-out;
  overflow-wrap: anywhere;
}
.sheet { scroll-padding-block-start: 44px; } /* its head stays there */
.sheet:focus, .sheet:focus-visible { outline: none; } /* a place for the focus to begin, not a control */
.sheet .words { padding: 0 var(--postil-space-3) var(--postil-space-3); text-wrap: pretty; cursor: auto; user-select: text; }
.sheet .hatch-layer { position: absolute; top: 0; left: 0; width: 0; height: 0; }
.sheet .top { font: var(--postil-regular) var(--postil-text) / var(--postil-leading) var(--postil-sans); user-select: none; }

/* The card */

.card {
  position: absolute;
  width: min(340px, calc(100vw - 16px));
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--postil-line);
  border-radius: var(--postil-radius);
  background: var(--postil-popover);
  box-shadow: var(--postil-shadow);
  animation: appear var(--postil-motion) ease-out;
  overflow-wrap: anywhere;
}
.card { scroll-padding-block: 40px 48px; } /* what stays at its top and at its bottom */
.card:focus, .card:focus-visible { outline: none; } /* a place for the focus to begin, not a control */
:is(.card, .sheet) > .top { position: sticky; top: 0; z-index: 1; background: var(--postil-popover); display: flex; align-items: center; justify-content: space-between; padding-block-start: var(--postil-space-1); padding-inline: var(--postil-space-3) var(--postil-space-1); }
:is(.card, .sheet) h2 { font-size: var(--postil-small); line-height: inherit; font-weight: var(--postil-strong); color: var(--postil-muted); }
.card > p, .card > .quote, .card > .editor { margin: 0 var(--postil-space-3) var(--postil-space-2); }
.card > .editor { margin-bottom: var(--postil-space-3); }
.card .paper {
  font-weight: var(--postil-strong);
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
}
.problem, .quiet { font-size: var(--postil-small); color: var(--postil-muted); }
.problem { padding-inline-start: var(--postil-space-2); border-inline-start: 2px solid var(--postil-warn); }
.bad { color: var(--postil-bad); }
.card p.bad { font-size: var(--postil-small); }

.note { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--postil-space-2); padding: var(--postil-space-2) var(--postil-space-3); }
.note:has(> .actions) { padding-bottom: var(--postil-space-1); }
.thread + .thread, .paper + .thread, .problem + .thread { border-top: 1px solid var(--postil-line); }
.card:has(.sides) { width: min(520px, calc(100vw - 16px)); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr)); gap: var(--postil-space-2); }
.note section { padding: var(--postil-space-2); border: 1px solid var(--postil-line); border-radius: var(--postil-radius); background: var(--postil-raised); }
.history { display: grid; gap: var(--postil-space-2); }
.history ol { margin: 0; padding: 0; list-style: none; }
.history ol > li { display: grid; gap: var(--postil-space-1); padding-block: var(--postil-space-2); border-top: 1px solid var(--postil-line); }
.history ol > li:last-child { padding-bottom: 0; }
.history .actions button { margin-inline-start: calc(-1 * var(--postil-space-2)); padding: 0 var(--postil-space-2); font-size: var(--postil-small); color: var(--postil-accent); }
.unfinished { padding-top: var(--postil-space-2); border-bottom: 1px solid var(--postil-line); }
.unfinished h3 { padding: 0 var(--postil-space-3); font-size: var(--postil-small); font-weight: var(--postil-strong); }
.recovered button { min-height: 0; padding: 0 var(--postil-space-1); font-size: var(--postil-small); color: var(--postil-accent); }
.note section h3 { font-size: var(--postil-small); font-weight: var(--postil-strong); color: var(--postil-muted); }
.note section .tags { margin-top: var(--postil-space-1); }
.sides mark { padding: 0 1px; border-radius: 2px; background: var(--postil-hover); color: inherit; text-decoration: underline 2px var(--postil-warn); text-underline-offset: 0.2em; }
.text.none { color: var(--postil-muted); }
.note.answer { padding-inline-start: var(--postil-space-2); margin-inline-start: var(--postil-space-4); border-inline-start: 2px solid var(--postil-line); }
.quote {
  padding-inline-start: var(--postil-space-2);
  border-inline-start: 2px solid var(--postil-line);
  color: var(--postil-muted);
  font-family: var(--postil-serif);
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 5;
  overflow: hidden;
}
.quote .go { display: inline; min-height: 0; padding: 0; border: 0; border-radius: 2px; font: inherit; text-align: start; white-space: normal; }
.quote .go:hover { background: none; color: var(--postil-accent); text-decoration: underline; }
.quote.whole { display: block; }
/* The stored words, and under them today's. */
.compared { display: grid; gap: var(--postil-space-1); margin: 0; }
.compared dt { font-size: var(--postil-small); color: var(--postil-muted); }
.compared dd { margin: 0 0 var(--postil-space-1); }
.compared ins, .compared del { padding: 0 1px; border-radius: 2px; background: var(--postil-hover); color: var(--postil-ink); }
.compared ins { text-decoration: underline 2px var(--postil-good); text-underline-offset: 0.2em; }
.compared del { text-decoration: line-through 1px var(--postil-bad); }
.differences { list-style: none; font-size: var(--postil-small); }
.differences li { padding-inline-start: var(--postil-space-2); border-inline-start: 2px solid var(--postil-warn); }
.differences li + li { padding-top: 2px; }
.text { white-space: pre-wrap; unicode-bidi: plaintext; } /* each line in its own direction */
.place { font-size: var(--postil-small); color: var(--postil-warn); }
/* The dot between two facts lies in the gap before each: at the beginning of a line it is cut off. */
.facts { display: flex; flex-wrap: wrap; column-gap: var(--postil-space-3); overflow: clip; font-size: var(--postil-small); color: var(--postil-muted); }
.facts > * { position: relative; }
.facts > *::before { content: "·" / ""; position: absolute; inset-inline-start: calc(-1 * var(--postil-space-3)); width: var(--postil-space-3); text-align: center; }
.facts > :first-child { color: var(--postil-ink); }
.who {
  display: inline-block;
  min-width: 24px;
  margin-inline-end: 6px;
  padding: 0 4px;
  border-radius: 4px;
  background: var(--postil-hover);
  color: var(--postil-muted);
  text-align: center;
}
.tags { display: flex; flex-wrap: wrap; gap: var(--postil-space-1); list-style: none; font-size: var(--postil-small); }
.tags li { padding: 0 var(--postil-space-2); border: 1px solid var(--postil-line); border-radius: 10px; background: var(--postil-raised); }
.state { font-size: var(--postil-small); }
.state.muted { color: var(--postil-muted); }
.state.bad { color: var(--postil-bad); }
.actions { display: flex; align-items: center; gap: var(--postil-space-1); }
.note > .actions { flex-wrap: wrap; margin-block-start: calc(-1 * var(--postil-space-1)); margin-inline-start: calc(-1 * var(--postil-space-2)); }
.actions.last { padding: 0 var(--postil-space-1) var(--postil-space-1); }
:is(.note > .actions, .actions.last) button { padding: 0 var(--postil-space-2); font-size: var(--postil-small); color: var(--postil-accent); }
.spring { flex: 1; }
.move { display: flex; flex-wrap: wrap; align-items: center; gap: var(--postil-space-1); font-size: var(--postil-small); }
.move label { display: flex; flex: 1 0 100%; min-width: 0; align-items: center; gap: var(--postil-space-2); white-space: nowrap; }
.move select { flex: 0 1 auto; min-width: 0; max-width: none; border-color: var(--postil-control-line); }
.card p.deleted { margin: 0; padding: var(--postil-space-2) var(--postil-space-3) 0; }
.card .show { margin: 0; padding: var(--postil-space-2) var(--postil-space-3); border: 0; border-top: 1px solid var(--postil-line); font-size: var(--postil-small); }
.card .show legend { float: inline-start; margin-inline-end: var(--postil-space-3); padding: 0; color: var(--postil-muted); line-height: var(--postil-target); }
.card .show .choice { display: inline-flex; align-items: flex-start; gap: var(--postil-space-1); min-height: var(--postil-target); margin-inline-end: var(--postil-space-3); padding-block: calc((var(--postil-target) - 1lh) / 2); }
.card .show input { flex: none; margin: calc((1lh - 13px) / 2) 0; accent-color: var(--postil-accent); }
.card .foot { position: sticky; bottom: 0; background: var(--postil-popover); }
button.wide { display: flex; width: 100%; gap: var(--postil-space-2); justify-content: flex-start; margin: 0; border-radius: 0; border-top: 1px solid var(--postil-line); min-height: max(40px, var(--postil-target)); color: var(--postil-accent); }
button.wide:focus-visible { outline-offset: -2px; }

.editor { display: grid; gap: var(--postil-space-2); }
.editor label { display: grid; gap: var(--postil-space-1); font-size: var(--postil-small); color: var(--postil-muted); }
.editor textarea, .editor input {
  width: 100%;
  min-height: var(--postil-target);
  padding: var(--postil-space-1) var(--postil-space-2);
  border: 1px solid var(--postil-control-line);
  border-radius: var(--postil-radius);
  background: var(--postil-paper);
  color: var(--postil-ink);
  font-size: var(--postil-text);
}
.editor textarea { field-sizing: content; resize: vertical; min-height: 88px; max-height: 50vh; }
.editor ::placeholder { color: var(--postil-muted); opacity: 1; }
.editor :is(textarea, input):focus-visible { outline-offset: 0; }
.editor select { max-width: 150px; margin-inline-start: calc(-1 * var(--postil-space-1)); }

/* The way back */

.undo {
  position: fixed;
  left: 50%;
  bottom: calc(var(--postil-space-4) + var(--postil-foot, 0px));
  transform: translateX(-50%);
  display: flex;
  align-items: center;
  gap: var(--postil-space-1);
  padding-block: var(--postil-space-1);
  padding-inline: var(--postil-space-4) var(--postil-space-1);
  border: 1px solid var(--postil-line);
  border-radius: var(--postil-radius);
  background: var(--postil-popover);
  box-shadow: var(--postil-shadow);
  width: max-content;
  max-width: calc(100vw - 16px);
}
/* What lies under it can be selected all the same. */
.attaching { pointer-events: none; max-width: min(440px, calc(100vw - 16px)); }
.undo-layer:has(.undo) ~ .attaching-layer > .attaching { bottom: calc(2 * var(--postil-space-4) + var(--postil-target) + var(--postil-foot, 0px)); }
.attaching button { pointer-events: auto; }
.attaching .lines { flex: 1; min-width: 0; display: grid; padding-block: var(--postil-space-1); }
.attaching .quiet { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.undo button:not(.bare) { color: var(--postil-accent); font-weight: var(--postil-strong); }

/* On a phone the card is a sheet at the foot of the window, and float.js moves the page so that what it is about stays in sight. */

@media (max-width: 479px) {
  .card, .card:has(.sides) {
    position: fixed;
    inset: auto 0 0 !important;
    width: auto;
    max-height: min(100dvh - 48px, max(60dvh, 320px)) !important;
    border-width: 1px 0 0;
    border-radius: var(--postil-radius) var(--postil-radius) 0 0;
  }
  .card.head { inset: 0 0 auto !important; border-width: 0 0 1px; border-radius: 0 0 var(--postil-radius) var(--postil-radius); }
  .card-layer:has(.card:not(.head)) ~ .undo-layer > .undo { top: var(--postil-space-4); bottom: auto; }
}
/* In a low window nothing stays at the card's edges: what one reads needs the room. */
@media (max-height: 400px) {
  .card, .sheet { scroll-padding-block: 0; }
  :is(.card, .sheet) > .top, .card .foot { position: static; }
}
@media (pointer: coarse) {
  .recovered button { min-height: var(--postil-target); }
  .actions button { min-width: var(--postil-target); }
}

@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .toolbar, .card, .sheet { animation: none; } }
@media (forced-colors: active) {
  .card, .sheet, .toolbar, .walk-bar, .undo { border-color: CanvasText; }
  .ring { forced-color-adjust: none; color: Highlight; }
  .hatch { forced-color-adjust: none; --edge: CanvasText !important; }
  button.primary { forced-color-adjust: none; } /* the browser would lay its own ground under the words */
  button:disabled { opacity: 1; color: GrayText; }
}
`;

  // extension/src/content/undo.js
  var AT_LEAST = 1e4;
  function createUndo(host, bringBack) {
    const layer2 = host.layer("undo-layer");
    let deleted = [];
    let since = 0;
    let error = "";
    const draw = () => D(deleted.length ? bar3() : A, layer2);
    const close = () => {
      deleted = [];
      error = "";
      draw();
    };
    const undo = async () => {
      try {
        for (const note of deleted.slice()) {
          await bringBack(note);
          deleted = deleted.filter((one) => one !== note);
        }
        close();
      } catch (reason) {
        error = farEndLine(reason);
        draw();
      }
    };
    const bar3 = () => b`<div class="undo" role="group" aria-label=${phrase("notes_deleted_name")}>
    <span>${error || counted("notes_deleted", deleted.length)}</span>
    <button type="button" @click=${() => void undo()}>${phrase("undo")}</button>
    <button type="button" class="bare" aria-label=${phrase("dismiss")} title=${phrase("dismiss")} @click=${close}>${closeIcon}</button>
  </div>`;
    return {
      /** @param {Note} note */
      offer(note) {
        if (Date.now() - since > AT_LEAST) deleted = [];
        deleted = [...deleted, note];
        since = Date.now();
        error = "";
        draw();
      },
      /** Another action was taken: the offer has had its time. */
      pass() {
        if (deleted.length && Date.now() - since > AT_LEAST) close();
      },
      close
    };
  }

  // extension/src/content/views.js
  function paperView({ paper }, at) {
    return { kind: "paper", paper, ids: [], picked: null, at };
  }
  function markView(margin, { paper }, hits) {
    const ids = hits.map(({ note }) => note.id);
    const at = () => union(ids.flatMap((id) => boxesOfMark(margin.find(id)?.range ?? null)));
    return { kind: "mark", paper, ids, picked: null, at };
  }
  function newView(paper, picked) {
    return { kind: "new", paper, ids: [], picked, at: () => boxOf(picked.range) };
  }
  function resumedView(paper, { field: field3, selectors, quote: quote2 }, found2) {
    const range = found2?.range ?? new StaticRange({ startContainer: paper.card, startOffset: 0, endContainer: paper.card, endOffset: 0 });
    const picked = field3 && { paper, field: field3, root: found2?.field ?? paper.card, selectors, quote: quote2, range };
    return { kind: "new", paper, ids: [], picked, at: () => boxOf(range) ?? paper.card.getBoundingClientRect() };
  }
  var beside = (element) => () => element.isConnected ? element.getBoundingClientRect() : null;
  function boxesOfMark(range) {
    const live = range && liveRange(range);
    return live ? boxesOf(live) : [];
  }
  var boxOf = (range) => union(boxesOfMark(range));

  // extension/src/anchoring/sentence.js
  var ATOM = "Ξ";
  var ABBREVIATIONS = [
    "e.g",
    "i.e",
    "cf",
    "vs",
    "viz",
    "al",
    "resp",
    "approx",
    "ca",
    "w.r.t",
    "a.k.a",
    "Fig",
    "Figs",
    "Eq",
    "Eqs",
    "Eqn",
    "Sec",
    "Secs",
    "Tab",
    "Ref",
    "Refs",
    "Thm",
    "Prop",
    "Lem",
    "Cor",
    "Ch",
    "Vol",
    "pp",
    "Dr",
    "Prof",
    "Mr",
    "Mrs",
    "Ms",
    "St"
  ];
  var UNFINISHED = new RegExp(`(?:^|[^\\p{L}\\p{N}.])(?:${ABBREVIATIONS.map((one) => one.replaceAll(".", "\\.")).join("|")})\\.\\s*$`, "u");
  var INSIDE2 = /[.!?]$/u;
  var segmenter2;
  var known2 = /* @__PURE__ */ new WeakMap();
  function sentencesOf(canonical) {
    let sentences = known2.get(canonical);
    if (!sentences) known2.set(canonical, sentences = read(canonical));
    return sentences;
  }
  function read(canonical) {
    const { toPoint, toUnit } = codePoints(canonical.text, canonical.length);
    const veiled = veil(canonical, toUnit);
    segmenter2 ??= new Intl.Segmenter("en", { granularity: "sentence" });
    const sentences = [];
    let from = 0;
    for (const { segment, index } of segmenter2.segment(veiled)) {
      const end = index + segment.length;
      const words = veiled.slice(from, end);
      if (end < veiled.length && (UNFINISHED.test(words) || INSIDE2.test(words))) continue;
      if (words.trim()) sentences.push({ start: toPoint(end - words.trimStart().length), end: toPoint(from + words.trimEnd().length) });
      from = end;
    }
    return sentences;
  }
  function veil(canonical, toUnit) {
    const parts = [];
    let at = 0;
    for (const { start, end } of wholesOf(canonical)) {
      const [from, to] = [toUnit(start), toUnit(end)];
      parts.push(canonical.text.slice(at, from), ATOM.repeat(to - from));
      at = to;
    }
    return parts.join("") + canonical.text.slice(at);
  }

  // extension/src/content/cursor.js
  var FIELDS2 = ["title", "abstract", "fulltext"];
  function createCursor(margin) {
    let stand = null;
    const stopsOf = (shown) => FIELDS2.flatMap((name) => stopAt(margin, shown, name) ?? []);
    const here = () => {
      const shown = stand && (margin.shown().find(({ paper }) => paper.card === stand?.card && paper.key === stand.key) ?? margin.of(stand.key));
      const stops = shown ? stopsOf(shown) : [];
      if (!stand || !shown || !stops.length) return null;
      const at = stops.findIndex(({ name }) => name === stand?.name);
      if (at < 0) stand = standIn(shown, stops[0], 0);
      else stand = found(shown, stops[at], stand);
      return { shown, stops, at: Math.max(at, 0), stand };
    };
    const take = (shown, stop, index = 0) => {
      stand = standIn(shown, stop, index);
      return true;
    };
    const begin = (shown) => {
      const stop = entryOf2(stopsOf(shown));
      return stop ? take(shown, stop) : false;
    };
    const toPaper = (from, by, go) => {
      const all = margin.shown();
      for (let index = (from ? all.indexOf(from) : -1) + by; all[index]; index += by) if (go(all[index])) return true;
      return false;
    };
    return {
      /** On the page as it is now; null also while it is being rendered anew. */
      here,
      /** Whether the page has that paper no more. */
      isGone: () => !stand || !margin.of(stand.key),
      /**
       * @param {Range | null} selected  to begin where it does
       * @param {(root: Element) => boolean} isInSight
       * @returns {boolean}  whether there is anywhere to stand
       */
      enter(selected, isInSight) {
        if (selected && standAt(margin, selected, stopsOf, take)) return true;
        const left = here();
        if (left && isInSight(left.stops[left.at].root)) return true;
        return toPaper(null, 1, (shown) => isInSight(placeOf3(shown)) && begin(shown)) || toPaper(null, 1, begin);
      },
      /**
       * @param {1 | -1} by  one sentence; over the edges of fields and papers
       * @returns {boolean}  whether there was one
       */
      step(by) {
        const now = here();
        if (!now) return false;
        const { shown, stops, at } = now;
        const next = by > 0 ? now.stand.last + 1 : now.stand.first - 1;
        const edge = (stop) => by > 0 ? 0 : stop.sentences.length - 1;
        if (stops[at].sentences[next]) return take(shown, stops[at], next);
        if (stops[at + by]) return take(shown, stops[at + by], edge(stops[at + by]));
        return toPaper(shown, by, (other) => {
          const [stop] = stopsOf(other).slice(by > 0 ? 0 : -1);
          return stop ? take(other, stop, edge(stop)) : false;
        });
      },
      /** One sentence more, or one less; within the field. @param {1 | -1} by */
      widen(by) {
        const now = here();
        if (!now) return false;
        const { first: first2, last, fixed: fixed2 } = now.stand;
        const moved = (first2 < fixed2 ? first2 : last) + by;
        if (!now.stops[now.at].sentences[moved]) return false;
        const words = wordsOf(now.stops[now.at], Math.min(fixed2, moved));
        stand = { ...now.stand, first: Math.min(fixed2, moved), last: Math.max(fixed2, moved), words };
        return true;
      },
      /** @param {1 | -1} by  one paper; back first to where this one begins */
      paper(by) {
        const now = here();
        if (!now) return false;
        const isBegun = now.stand.last > 0 || now.stops[now.at] !== entryOf2(now.stops);
        return by < 0 && isBegun && begin(now.shown) || toPaper(now.shown, by, begin);
      },
      /** To the beginning of a paper's abstract. @param {PaperOnPage} paper */
      into(paper) {
        const shown = margin.of(paper.key);
        return shown ? begin(shown) : false;
      },
      /** Back to one sentence, should there be more. @returns {boolean}  whether there were */
      narrow() {
        const now = here();
        if (!now || now.stand.first === now.stand.last) return false;
        return take(now.shown, now.stops[now.at], now.stand.fixed);
      }
    };
  }
  var entryOf2 = (stops) => stops.find(({ name }) => name === "abstract") ?? stops[0];
  function spanOf3({ stops, at, stand }) {
    const { sentences } = stops[at];
    return { start: sentences[stand.first].start, end: sentences[stand.last].end };
  }
  function rangeOf3(here) {
    const { start, end } = spanOf3(here);
    return new StaticRange(here.stops[here.at].text.rangeOf(start, end));
  }
  function placeOf3({ paper: { card }, fields: { title, abstract } }) {
    return [abstract, title].find((one) => one?.getClientRects().length) ?? card;
  }
  function wordsAt(here) {
    const { start, end } = spanOf3(here);
    return plain(cut2(here.stops[here.at].text, start, end));
  }
  function notesAt(here) {
    const { root } = here.stops[here.at];
    const { start, end } = spanOf3(here);
    return here.shown.placed.filter((one) => one.range && one.field === root && one.start < end && start < one.end);
  }
  function cut2({ text: text2, length }, start, end) {
    return text2.length === length ? text2.slice(start, end) : [...text2].slice(start, end).join("");
  }
  var wordsOf = ({ text: text2, sentences }, index) => cut2(text2, sentences[index].start, sentences[index].end);
  function standIn({ paper: { card, key } }, stop, index) {
    return { card, key, name: stop.name, first: index, last: index, fixed: index, words: wordsOf(stop, index) };
  }
  function found(shown, stop, stand) {
    const top = stop.sentences.length - 1;
    const isThere = stand.last <= top && wordsOf(stop, stand.first) === stand.words;
    if (isThere) return stand;
    const moved = stop.sentences.findIndex((_2, index) => wordsOf(stop, index) === stand.words);
    return standIn(shown, stop, moved < 0 ? Math.min(stand.first, top) : moved);
  }
  function standAt(margin, range, stopsOf, take) {
    for (const shown of margin.shown()) {
      if (!Object.values(shown.fields).some((root) => range.intersectsNode(root))) continue;
      const stop = stopsOf(shown).findLast(({ root }) => range.intersectsNode(root));
      if (!stop) continue;
      const at = stop.root.contains(range.startContainer) ? stop.text.offsetOf(range.startContainer, range.startOffset) : 0;
      return take(shown, stop, Math.max(stop.sentences.findLastIndex(({ start }) => start <= at), 0));
    }
    return false;
  }
  function stopAt(margin, shown, name) {
    const root = shown.fields[name];
    if (!root?.isConnected || !root.getClientRects().length) return null;
    const text2 = margin.text(shown, root);
    const inner = Object.values(shown.fields).filter((other) => other !== root && root.contains(other));
    const floor = floorOf(root, shown.paper.card);
    const isSeen2 = ({ start, end }) => {
      const range = inner.length || floor !== null ? new StaticRange(text2.rangeOf(start, end)) : null;
      return !range || !inner.some((other) => other.contains(range.startContainer)) && !isBelow2(range, floor);
    };
    const sentences = sentencesOf(text2).filter(isSeen2);
    return sentences.length ? { name, root, text: text2, sentences } : null;
  }
  function floorOf(root, card) {
    for (let one = (
      /** @type {Element | null} */
      root
    ); one && card.contains(one); one = one.parentElement) {
      const isCutting = one.scrollHeight > one.clientHeight + 2 && /hidden|clip/u.test(getComputedStyle(one).overflowY);
      if (isCutting) return one.getBoundingClientRect().bottom;
    }
    return null;
  }
  function isBelow2(range, floor) {
    if (floor === null) return false;
    const [box] = liveRange(range)?.getClientRects() ?? [];
    return Boolean(box) && box.top >= floor - 2;
  }

  // extension/src/content/ring.js
  var NEAR3 = 2;
  var LINE = 2;
  var SVG = "http://www.w3.org/2000/svg";
  function createRing(layer2, name) {
    const element = document.createElement("div");
    element.className = "ring";
    element.tabIndex = 0;
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", name);
    return {
      element,
      /** @param {Box[]} boxes  of the lines, in the viewport; none: nothing of it is in sight */
      draw(boxes) {
        if (!element.isConnected) layer2.prepend(element);
        const whole = union(boxes);
        element.replaceChildren(...whole ? [outline(boxes, whole)] : []);
        if (!whole) return;
        const origin = layer2.getBoundingClientRect();
        const style = { left: whole.left - origin.left, top: whole.top - origin.top, width: whole.right - whole.left, height: whole.bottom - whole.top };
        for (const [property, value] of Object.entries(style)) element.style.setProperty(property, `${value}px`);
      },
      focus: () => element.focus({ preventScroll: true }),
      remove: () => element.remove()
    };
  }
  function outline(boxes, whole) {
    const edge = NEAR3 + LINE;
    const size2 = { width: whole.right - whole.left + 2 * edge, height: whole.bottom - whole.top + 2 * edge };
    const lines = (by, fill2) => boxes.map(
      (box) => shape("rect", {
        x: box.left - whole.left + edge - by,
        y: box.top - whole.top + edge - by,
        width: box.right - box.left + 2 * by,
        height: box.bottom - box.top + 2 * by,
        fill: fill2
      })
    );
    const mask = shape("mask", { id: "postil-ring", maskUnits: "userSpaceOnUse", x: 0, y: 0, ...size2 }, shape("rect", { ...size2, fill: "white" }), ...lines(NEAR3, "black"));
    const ring = shape("g", { mask: "url(#postil-ring)" }, ...lines(edge, "currentColor"));
    return shape("svg", { ...size2, "aria-hidden": "true", focusable: "false" }, mask, ring);
  }
  function shape(name, attributes, ...inside2) {
    const element = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
    element.append(...inside2);
    return element;
  }

  // extension/src/content/walk-bar.js
  var hold2 = (event) => {
    if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
  };
  function walkBar(status, notes, isAttaching, events) {
    const verb = (action, name, face) => {
      const letter = letterOf(status.keys, action);
      return b`<button type="button" title=${name} aria-keyshortcuts=${letter || A} @click=${() => events.act(action)}>
      ${face}${keyCap(letter)}
    </button>`;
    };
    const worded = (action, icon2, name) => verb(action, name, b`${icon2}<span>${name}</span>`);
    const marking = () => b`${worded("highlight", highlightIcon, phrase("highlight"))}${worded("note", noteIcon, phrase("note"))}`;
    const stop = phrase("walk_stop");
    return b`<div class="walk-bar" role="toolbar" aria-label=${phrase("walk")} @mousedown=${hold2}>
    ${verb("previous", phrase("walk_previous"), previousIcon)}${verb("next", phrase("walk_next"), nextIcon)}
    <span class="rule"></span>
    ${status.paired && !isAttaching ? saveTo(status, events.choose) : A}
    ${isAttaching ? worded("highlight", highlightIcon, phrase("attach_here")) : marking()}
    ${notes ? b`<button type="button" @click=${events.open}><span>${counted("walk_notes", notes)}</span><kbd aria-hidden="true">${phrase("enter")}</kbd></button>` : A}
    <span class="rule"></span>
    <button type="button" class="bare" aria-label=${stop} title=${stop} @click=${events.leave}>${closeIcon}</button>
  </div>`;
  }

  // extension/src/content/walk.js
  function createWalk(doc, host, margin, events) {
    const layer2 = host.layer("walk-layer");
    const ring = createRing(layer2, phrase("walk"));
    const row = layer2.appendChild(doc.createElement("div"));
    const cursor = createCursor(margin);
    let isOn = false;
    let told = null;
    let back = null;
    const boxes = () => {
      const now = cursor.here();
      const range = now && liveRange(rangeOf3(now));
      return range ? inSight(boxesOf(range), events.sight(range.startContainer)) : [];
    };
    const draw = () => {
      if (isOn && cursor.isGone()) return leave();
      const now = isOn && cursor.here();
      if (!now) return;
      D(walkBar(events.status(), notesAt(now).length, events.attaching(), barEvents), row);
      ring.draw(boxes());
    };
    const arrive = () => {
      const now = cursor.here();
      if (!now) return;
      events.moved();
      reveal(rangeOf3(now));
      draw();
      host.say(speech(now, now.stand.key !== told, margin));
      told = now.stand.key;
    };
    const enter = (paper) => {
      const selected = paper ? null : events.selection();
      if (!(paper ? cursor.into(paper) : cursor.enter(selected, isBeforeTheEyes))) return false;
      if (!isOn) back = host.focused();
      if (selected) doc.getSelection()?.removeAllRanges();
      isOn = true;
      told = null;
      arrive();
      ring.focus();
      events.turned();
      return true;
    };
    const leave = (hasGone = false) => {
      if (!isOn) return;
      isOn = false;
      ring.remove();
      D(A, row);
      events.turned();
      if (!hasGone && back?.isConnected) back.focus({ preventScroll: true });
      back = null;
    };
    const open3 = () => {
      const now = cursor.here();
      if (now) events.open(now.shown, notesAt(now), () => union(boxes()));
    };
    const barEvents = { act: (action) => void act(action, false), open: open3, leave: () => leave(), choose: events.choose };
    const openAbstract = () => {
      const now = cursor.here();
      if (!now || !events.openAbstract(now.shown.paper)) return;
      cursor.into(now.shown.paper);
      arrive();
      ring.focus();
    };
    const act = (action, isWider) => {
      const now = cursor.here();
      if (!now) return isOn;
      const go = { next: 1, previous: -1, "next-paper": 1, "previous-paper": -1 };
      if (action === "highlight" || action === "note") events.mark(action, rangeOf3(now));
      else if (action === "abstract") openAbstract();
      else if (action === "walk") ring.focus();
      else if (move(
        action,
        /** @type {1 | -1} */
        go[action],
        isWider
      )) arrive();
      return true;
    };
    const move = (action, by, isWider) => action.endsWith("paper") ? cursor.paper(by) : isWider ? cursor.widen(by) : cursor.step(by);
    const elsewhere2 = (event) => event.target !== host.element && leave(true);
    doc.addEventListener("focusin", elsewhere2, true);
    return {
      isOn: () => isOn,
      enter,
      leave,
      /** Whether what is pressed now is meant for the sentence, and not for something else that has the focus. */
      listens: () => isOn && (host.root.activeElement === null || layer2.contains(host.root.activeElement)),
      act,
      /**
       * The keys that are the same everywhere.
       * @param {KeyboardEvent} event
       * @returns {boolean} whether it was one
       */
      press(event) {
        if (host.root.activeElement !== ring.element) return false;
        if (event.key === "ArrowDown") return act("next", event.shiftKey);
        if (event.key === "ArrowUp") return act("previous", event.shiftKey);
        if (event.key === "Enter") open3();
        return event.key === "Enter";
      },
      /** One step back: from several sentences to one, from one to the page. */
      escape() {
        if (cursor.narrow()) arrive();
        else leave();
      },
      draw,
      place: () => isOn && ring.draw(boxes()),
      remove: () => doc.removeEventListener("focusin", elsewhere2, true)
    };
  }
  var SENTENCE_END2 = /[.!?…]$/u;
  function speech(here, isNewPaper, margin) {
    const isTitle = here.stand.name === "title";
    const notes = notesAt(here);
    const changed2 = notes.find(({ result }) => result === "changed");
    const title = isNewPaper && !isTitle ? margin.title(here.shown) : "";
    const words = isTitle ? phrase("walk_title", wordsAt(here)) : wordsAt(here);
    const facts2 = listed([notes.length ? counted("notes", notes.length) : "", changed2 ? placeOf(changed2.note, "changed") : ""].filter(Boolean));
    const parts = [title, words, facts2].filter(Boolean);
    return parts.map((part2, index) => index === parts.length - 1 || SENTENCE_END2.test(part2) ? part2 : phrase("sentence", part2)).join(" ");
  }
  function inSight(boxes, sight) {
    if (!sight) return boxes;
    const cut3 = boxes.map(({ left, right, top, bottom }) => ({ left, right, top: Math.max(top, sight.top), bottom: Math.min(bottom, sight.bottom) }));
    return cut3.filter(({ top, bottom }) => bottom > top);
  }
  function isBeforeTheEyes(root) {
    const { top, bottom, height } = root.getBoundingClientRect();
    return height > 0 && top < window.innerHeight && (top >= 0 || bottom > window.innerHeight);
  }

  // extension/src/content/tools.js
  var Tools = class {
    static reportOf = reportOf;
    /** The selection whose toolbar was sent away. */
    #dismissed = "";
    /**
     * @param {Desk} desk
     * @param {Sign} [sign]  on which they came, while the hand may still be at it
     */
    constructor(desk, sign) {
      const { doc, host, margin, events } = desk;
      this.desk = desk;
      this.doc = doc;
      this.host = host;
      this.margin = margin;
      this.events = events;
      host.wear(tools_default);
      margin.placeBy(placing);
      this.painter = createPainter(host);
      this.hatch = createHatch(host.layer("hatch-layer"));
      this.writer = createWriter(margin, { status: events.status, say: host.say, written: () => desk.paint() });
      this.sheet = createSheet(host, margin, { changed: () => desk.paint(), scrolled: () => desk.layout() });
      this.drafts = createDrafts(window, (draft, reason) => this.card.notKept(draft, reason));
      this.walk = createWalk(doc, host, margin, this.#walkEvents());
      this.card = new Card(host, this.drafts, this.#cardEvents());
      this.undo = createUndo(host, this.writer.bringBack);
      this.attaching = createAttaching(host);
      this.toolbar = createToolbar(host, this.#toolbarEvents());
      this.hand = watchHand(doc, host, this.#handEvents(), sign);
    }
    /** @returns {number}  marks that are painted */
    paint() {
      const { margin } = this;
      const { paired, hidden } = this.events.status();
      this.sheet.follow();
      const marks = paired && !hidden ? margin.placed().flatMap((placed) => markOf(margin, placed)) : [];
      this.painter.paint(marks);
      this.hatch.draw(this.sheet.hatch(marks.filter((mark) => mark.changed)));
      this.card.redraw();
      this.toolbar.redraw();
      this.walk.draw();
      return marks.length;
    }
    layout() {
      this.hatch.place();
      this.sheet.place();
      this.walk.place();
      this.toolbar.place();
      this.card.place();
    }
    remove() {
      this.hand.stop();
      this.walk.remove();
      this.drafts.stop();
      this.painter.clear();
    }
    /** All notes of a paper, beside its badge. @param {Shown} shown @param {Element} badge */
    openPaper(shown, badge) {
      this.#open(paperView(shown, beside(badge)));
    }
    /** @returns {import("./card.js").CardEvents} */
    #cardEvents() {
      return {
        status: this.events.status,
        people: this.margin.people,
        title: (paper) => this.#titleOf(paper),
        goOn: (one) => this.goOn(one),
        threads: (view) => this.#threads(view),
        create: async (...note) => {
          this.undo.pass();
          await this.#deselectAfter(() => this.writer.create(...note));
        },
        edit: this.writer.edit,
        reply: this.writer.reply,
        move: this.writer.move,
        mute: this.events.mute,
        remove: async (note) => {
          await this.writer.remove(note);
          this.undo.offer(note);
        },
        show: (note) => this.#show(note),
        compare: this.margin.compared,
        confirm: async (placed) => {
          const reading3 = readMark(this.margin, placed);
          if (!reading3?.picked) throw new Error(refusal(reading3?.refused ?? ""));
          await this.writer.confirm(placed.note, reading3.picked);
        },
        reattach: ({ note }) => {
          this.undo.pass();
          this.attaching.begin(note);
        },
        opens,
        openAbstract: (paper) => void this.openAbstract(paper),
        choose: this.events.choose,
        sketch: (picked) => this.painter.sketch(picked?.range ?? null, picked?.root)
      };
    }
    /** @returns {import("./toolbar.js").ToolbarEvents} */
    #toolbarEvents() {
      return {
        status: this.events.status,
        attaching: () => this.attaching.note() !== null,
        sight: (node) => this.sheet.sight(node),
        highlight: (picked) => void this.#highlight(picked),
        note: (picked) => this.#open(newView(picked.paper, picked)),
        choose: this.events.choose
      };
    }
    /** @returns {import("./walk.js").WalkEvents} */
    #walkEvents() {
      return {
        status: this.events.status,
        selection: () => this.#selection(),
        sight: (node) => this.sheet.sight(node),
        attaching: () => this.attaching.note() !== null,
        mark: (verb, range) => this.#mark(verb, range),
        open: (shown, notes, at) => this.#open(notes.length ? markView(this.margin, shown, notes) : paperView(shown, at)),
        openAbstract: (paper) => this.openAbstract(paper),
        choose: this.events.choose,
        moved: () => this.toolbar.close(),
        turned: () => this.desk.wayIn.draw()
      };
    }
    /** @returns {import("./pointer.js").HandEvents} */
    #handEvents() {
      return {
        selected: (byTouch) => this.#selected(byTouch),
        clicked: (x2, y2) => {
          const found2 = marksAt(this.margin, this.doc, this.host.root, x2, y2);
          if (found2 && !this.events.status().hidden) this.#open(markView(this.margin, found2.shown, found2.hits));
        },
        pressed: (onPage) => {
          this.#dismissed = "";
          this.toolbar.close();
          this.walk.leave(true);
          this.card.leave();
          if (onPage && !this.card.view) this.sheet.close();
        },
        nothingSelected: () => this.#selection() === null,
        strayed: (x2, y2) => {
          const { text: text2, nearest: nearest2 } = this.sheet;
          const spot = nearest2(x2, y2);
          if (spot) endSelectionAt(this.doc, this.host.root, text2(), caretAt(this.doc, this.host.root, spot.x, spot.y));
        },
        key: (event, isInUs) => event.key === "Escape" ? this.#escape() : this.#act(event, isInUs)
      };
    }
    #selection() {
      return selectedRange(this.doc, this.host.root);
    }
    /** @param {boolean} byTouch */
    #selected(byTouch) {
      const selection = this.#selection();
      const reading3 = readSelection(this.margin, selection);
      if (!reading3 || !selection) return this.toolbar.close();
      if (nameOf2(selection) === this.#dismissed) return;
      this.#dismissed = "";
      this.toolbar.open(this.#offer(reading3), reading3.picked?.range ?? fixed(selection), byTouch);
    }
    /** @returns {boolean} whether the key was for us */
    #escape() {
      if (this.toolbar.isOpen()) {
        this.#dismissed = nameOf2(this.#selection());
        this.toolbar.close();
        return true;
      }
      if (this.card.hasFocus()) return false;
      const open3 = [this.card.view && this.card, this.sheet.isOpen() && this.sheet, this.attaching.note() && this.attaching].find(Boolean);
      if (open3) open3.close();
      else if (this.walk.isOn()) this.walk.escape();
      else return false;
      return true;
    }
    /**
     * @param {KeyboardEvent} event
     * @param {boolean} isInUs
     * @returns {boolean} whether the key was for us
     */
    #act(event, isInUs) {
      const action = actionOf(event, this.events.status().keys);
      const isVerb = action === "highlight" || action === "note";
      if (isVerb && this.toolbar.act(action)) return true;
      if (this.walk.listens()) return action ? this.walk.act(action, event.shiftKey) : this.walk.press(event);
      if (action !== "walk" || !isInUs || this.card.hasFocus() || this.desk.badges.has(this.host.root.activeElement)) return false;
      return this.walk.enter(null);
    }
    /** @param {Reading} reading */
    #offer(reading3) {
      return offerOf(reading3, this.events.status(), this.attaching, this.events.connect);
    }
    /**
     * The sentences that a reader by keyboard stands on.
     * @param {"highlight" | "note"} verb
     * @param {StaticRange} range
     */
    #mark(verb, range) {
      if (verb === "note" && this.attaching.note()) return this.host.say(phrase("attach_which"));
      const offer = this.#offer(readSelection(this.margin, liveRange(range)) ?? { picked: null, refused: "nothing selected" });
      if (offer.picked) return this.#toolbarEvents()[verb](offer.picked);
      this.toolbar.open(offer, range);
      this.host.say(offer.line);
    }
    /** @param {View} view */
    #open(view) {
      this.undo.pass();
      this.toolbar.close();
      this.card.open(view);
      this.#know(view);
      if (view.kind === "paper") this.events.opened(view.paper.key);
    }
    /** What is shown in an open card is nothing new. @param {View} view */
    #know(view) {
      const isFresh = ({ note }) => note.fresh && !this.desk.known.has(note.id);
      const fresh = membersOf(this.#threads(view)).filter(isFresh);
      if (!fresh.length) return;
      for (const { note } of fresh) this.desk.known.add(note.id);
      if (!this.margin.of(view.paper.key)?.placed.some(isFresh)) this.events.looked(view.paper.key);
      this.desk.paint();
    }
    /** @param {View} view */
    #threads(view) {
      return threadsIn(this.margin.of(view.paper.key)?.placed ?? [], view);
    }
    /** @param {Picked} picked */
    async #highlight(picked) {
      this.undo.pass();
      try {
        const note = this.attaching.note();
        if (this.attaching.refuses(picked.paper)) throw new Error(refusal("another paper"));
        await this.#deselectAfter(() => note ? this.writer.reattach(note, picked) : this.writer.create(picked.paper, picked, "", []));
        this.attaching.close();
      } catch (reason) {
        this.toolbar.open({ picked: null, line: farEndLine(reason) }, picked.range);
      }
    }
    /**
     * A write takes a moment. What was selected meanwhile is the reader's next thought, and stays.
     * @param {() => Promise<void>} write
     */
    async #deselectAfter(write2) {
      const before = nameOf2(this.#selection());
      await write2();
      if (nameOf2(this.#selection()) === before) this.doc.getSelection()?.removeAllRanges();
    }
    /**
     * @param {PaperOnPage} paper
     * @returns {boolean} whether there was one to open
     */
    openAbstract(paper) {
      if (!opens(paper)) return false;
      this.undo.pass();
      this.toolbar.close();
      this.card.leave();
      this.sheet.open(paper);
      this.events.opened(paper.key);
      return true;
    }
    /** @param {PaperOnPage} paper */
    #titleOf(paper) {
      const shown = this.margin.of(paper.key);
      return shown ? this.margin.title(shown) : "";
    }
    /** Opens what was left unfinished; an edit or answer of a note that is gone goes on as a note of its own. @param {Unfinished} one */
    goOn(one) {
      const { margin } = this;
      const paper = margin.of(one.paper)?.paper;
      if (!paper) return;
      this.undo.pass();
      this.toolbar.close();
      const [note, parent] = [one.note, one.parent].map((id) => id ? margin.find(id) : null);
      const written = note ?? parent;
      if (!boxesOfMark((written ?? margin.locate(one.paper, one))?.range ?? null).length && (written ? written.note.field : one.field) === "abstract") this.openAbstract(paper);
      const shown = (
        /** @type {Shown} */
        margin.of(one.paper)
      );
      const found2 = margin.locate(one.paper, one);
      if (found2?.range) reveal(found2.range);
      const view = written?.range ? markView(margin, shown, [written]) : written ? paperView(shown, beside(paper.card)) : resumedView(paper, one, found2);
      this.card.resume(view, note?.note ?? null, parent?.note ?? null, one);
    }
    /** @param {Note} note */
    #show(note) {
      const paper = this.margin.of(note.paper)?.paper;
      if (paper && !boxesOfMark(this.margin.find(note.id)?.range ?? null).length) this.openAbstract(paper);
      const placed = this.margin.find(note.id);
      const shown = this.margin.of(note.paper);
      if (!placed?.range || !shown) return;
      reveal(placed.range);
      this.#open(markView(this.margin, shown, [placed]));
    }
  };
  function fixed({ startContainer, startOffset, endContainer, endOffset }) {
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }
  var nameOf2 = (range) => range ? `${range.startOffset} ${range.endOffset} ${range.toString()}` : "";

  // extension/src/shared/address.js
  var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "localhost"]);
  function serverAddress(typed) {
    const text2 = typed.trim();
    if (!text2) return { problem: phrase("address_missing") };
    if (!/^https?:\/\//i.test(text2)) return { problem: phrase("address_scheme", "https://", "http://") };
    if (!URL.canParse(text2)) return { problem: phrase("address_none") };
    const url = new URL(text2);
    if (url.username || url.password) return { problem: phrase("address_login") };
    if (url.pathname !== "/" || url.search || url.hash) return { problem: phrase("address_path", url.origin) };
    if (url.protocol === "http:" && !LOOPBACK.has(url.hostname)) {
      return { problem: phrase("address_plain", "https://", "http://127.0.0.1", "http://localhost") };
    }
    return { origin: url.origin };
  }

  // extension/src/shared/api-error.js
  var ApiError = class extends Error {
    /** @param {FailureKind} kind @param {string} message @param {FailureDetails} [details] */
    constructor(kind, message, details = {}) {
      super(message);
      this.name = "ApiError";
      this.kind = kind;
      this.status = details.status ?? 0;
      this.code = details.code ?? kind;
      this.errors = details.errors ?? [];
      this.retryAfter = details.retryAfter ?? null;
      this.current = details.current ?? null;
      this.etag = details.etag ?? null;
    }
  };
  var LATER = /* @__PURE__ */ new Set([408, 425, 429]);
  var SAID = { "too-many": "server_too_many", unavailable: "server_unavailable", "server-error": "server_error", "wrong-host": "server_wrong_host" };
  var said = (problem) => problem && (Object.hasOwn(SAID, problem.code) ? phrase(SAID[problem.code]) : problem.detail);
  function failureOf(response, body, now) {
    const { status } = response;
    const problem = problemIn(body);
    const details = { status, code: problem?.code, errors: problem?.errors, current: problem?.current, etag: problem?.etag ?? null };
    if (response.type === "opaqueredirect") {
      return new ApiError("foreign", phrase("redirected"));
    }
    if (LATER.has(status) || status >= 500) {
      const retryAfter = retryAfterOf(response.headers.get("Retry-After"), now);
      return new ApiError("later", said(problem) ?? phrase("server_later", String(status)), { ...details, retryAfter });
    }
    if (!problem || status === 421) {
      return new ApiError("foreign", said(problem) ?? phrase("foreign"), details);
    }
    if (status === 401) return new ApiError("unauthorized", problem.detail, details);
    return new ApiError("problem", problem.detail, details);
  }
  function problemIn(body) {
    if (typeof body !== "object" || body === null || typeof body.code !== "string") return null;
    const detail = [body.detail, body.title, body.code].find((text2) => typeof text2 === "string" && text2 !== "");
    return { ...body, detail, errors: Array.isArray(body.errors) ? body.errors : [] };
  }
  function retryAfterOf(header, now) {
    if (!header) return null;
    if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1e3;
    const at = Date.parse(header);
    return Number.isNaN(at) ? null : Math.max(0, at - now);
  }

  // extension/src/shared/api.js
  var PROTOCOL = 1;
  var PAPERS_PER_LOOKUP = 60;
  var READ_TIMEOUT = 15e3;
  var WRITE_TIMEOUT = 3e4;
  var HISTORY_PAGES = 100;
  function createApi({ origin, auth, fetch: given, now = Date.now }) {
    const go = given ?? ((input, init) => fetch(input, init));
    const client = { origin, auth, go, now };
    return {
      origin,
      /** @param {string} note */
      iriOf: (note) => `${origin}/api/annotations/${note}`,
      /** @param {string} path @param {Record<string, string>} fields @returns {Promise<any>} */
      form: (path, fields) => form(client, path, fields),
      discovery: () => discovery(client),
      /** @returns {Promise<Me>} */
      me: async () => {
        const { body } = await call(client, { path: "/me" });
        if (typeof body?.user?.id !== "string" || !Array.isArray(body.groups)) throw foreign();
        return body;
      },
      /** @param {string[]} keys @param {string | null} etag */
      lookup: (keys, etag) => lookup(client, keys, etag),
      /** @param {string | null} cursor @returns {Promise<Changes>} */
      changes: async (cursor) => {
        const since = cursor === null ? "" : `&since=${encodeURIComponent(cursor)}`;
        const { body } = await call(client, { path: `/changes?limit=200${since}` });
        if (typeof body?.cursor !== "string" || !Array.isArray(body.notes)) throw foreign();
        return body;
      },
      /** @param {string} note @returns {Promise<Past[]>} the latest first */
      history: async (note) => {
        const states = [];
        let before = "";
        for (let page = 0; page < HISTORY_PAGES; page += 1) {
          const { body } = await call(client, { path: `/annotations/${encodeURIComponent(note)}/history${before}` });
          if (!Array.isArray(body?.states)) throw foreign();
          states.push(...body.states);
          if (typeof body.next !== "number") break;
          before = `?before=${body.next}`;
        }
        return states;
      },
      /** @param {Write} write */
      write: (write2) => send(client, write2)
    };
  }
  var ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
  var writes = {
    /** @param {string} id @param {object} annotation @param {string} operation @param {string | null} [etag] @returns {Write} */
    put: (id, annotation, operation, etag = null) => ({
      method: "PUT",
      path: `/annotations/${encodeURIComponent(id)}`,
      body: JSON.stringify(annotation),
      type: ANNOTATION_TYPE,
      etag,
      operation
    }),
    /** @param {string} id @param {object} patch @param {string} operation @param {string | null} etag @returns {Write} */
    patch: (id, patch, operation, etag) => ({
      method: "PATCH",
      path: `/annotations/${encodeURIComponent(id)}`,
      body: JSON.stringify(patch),
      type: "application/merge-patch+json",
      etag,
      operation
    }),
    /** @param {string} id @param {string} operation @param {string | null} etag @returns {Write} */
    delete: (id, operation, etag) => ({
      method: "DELETE",
      path: `/annotations/${encodeURIComponent(id)}`,
      body: null,
      type: null,
      etag,
      operation
    }),
    /** @param {string} id @param {string} operation @returns {Write} */
    restore: (id, operation) => ({
      method: "POST",
      path: `/annotations/${encodeURIComponent(id)}/restore`,
      body: null,
      type: null,
      etag: null,
      operation
    }),
    /** @param {string} key @param {object} paper @param {string} operation @returns {Write} */
    paper: (key, paper, operation) => ({
      method: "PUT",
      path: `/papers/${encodeURIComponent(key)}`,
      body: JSON.stringify(paper),
      type: "application/json",
      etag: null,
      operation
    })
  };
  async function discovery(client) {
    const { body } = await call({ ...client, auth: { kind: "cookie" } }, { path: "/", anonymous: true });
    const protocol = body?.protocol;
    if (!Number.isInteger(protocol?.current) || !Number.isInteger(protocol?.oldest)) throw foreign();
    if (protocol.oldest > PROTOCOL) {
      throw new ApiError("version", phrase("old_extension"));
    }
    if (protocol.current < PROTOCOL) {
      throw new ApiError("version", phrase("old_server"));
    }
    return body;
  }
  async function lookup(client, keys, etag) {
    const query = keys.map((key) => `paper=${encodeURIComponent(key)}`).join("&");
    const { response, body } = await call(client, { path: `/lookup?${query}`, headers: etag ? { "If-None-Match": etag } : {} });
    if (response.status === 304) return { same: true };
    if (typeof body?.papers !== "object" || body.papers === null) throw foreign();
    return { same: false, etag: response.headers.get("ETag"), lookup: body };
  }
  async function form(client, path, fields) {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const { response, text: text2 } = await exchange(client, { path, method: "POST", headers, body: String(new URLSearchParams(fields)), anonymous: true });
    const body = parsed2(text2);
    if (typeof body === "object" && body !== null && (response.ok || typeof body.error === "string")) return body;
    throw response.ok ? foreign() : failureOf(response, body, client.now());
  }
  async function send(client, write2) {
    const headers = { "Idempotency-Key": write2.operation };
    if (write2.type) headers["Content-Type"] = write2.type;
    if (write2.etag) headers["If-Match"] = write2.etag;
    if (client.auth.kind === "cookie" && client.auth.user) headers["Postil-User"] = client.auth.user;
    const { method, path, body } = write2;
    const answer = await call(client, { method, path, headers, body, timeout: WRITE_TIMEOUT });
    return { annotation: answer.body ?? null, etag: answer.response.headers.get("ETag") };
  }
  async function call(client, request) {
    const { response, text: text2 } = await exchange(client, request);
    const body = parsed2(text2);
    if (response.ok || response.status === 304) {
      if (text2 !== "" && body === void 0) throw isJson(response) ? offline() : foreign();
      return { response, body };
    }
    throw failureOf(response, body, client.now());
  }
  async function exchange(client, { path, method = "GET", headers = {}, body = null, timeout = READ_TIMEOUT, anonymous = false }) {
    try {
      const response = await client.go(`${client.origin}/api${path}`, {
        method,
        headers: { Accept: "application/json, application/ld+json", ...callerHeaders(client.auth, anonymous), ...headers },
        body,
        credentials: client.auth.kind === "cookie" && !anonymous ? "same-origin" : "omit",
        cache: "no-store",
        redirect: "manual",
        // a token goes to the server it was made for and to no other
        signal: AbortSignal.timeout(timeout)
      });
      return { response, text: response.type === "opaqueredirect" ? "" : await response.text() };
    } catch {
      throw offline();
    }
  }
  function callerHeaders(auth, anonymous) {
    if (anonymous) return {};
    if (auth.kind === "bearer") return { Authorization: `Bearer ${auth.token}`, "Postil-Client": "extension/0.1.0" };
    return { "Postil-Client": "page/0.1.0" };
  }
  function parsed2(text2) {
    try {
      return JSON.parse(text2);
    } catch {
      return void 0;
    }
  }
  function isJson(response) {
    return /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
  }
  function offline() {
    return new ApiError("offline", phrase("offline"));
  }
  function foreign() {
    return new ApiError("foreign", phrase("foreign"));
  }

  // extension/src/shared/problems.js
  var CODES = { offline: "offline", later: "server", unauthorized: "unauthorized", problem: "server", foreign: "wrong-address", version: "version" };
  function problemFrom(error, waiting, byCookie) {
    const code = CODES[error.kind];
    const parts = [happened(error, byCookie), safe(waiting, code), toDo(code, byCookie)];
    return { code, message: parts.filter(Boolean).join(" ") };
  }
  function happened(error, byCookie) {
    if (error.kind === "version" && byCookie) return phrase("old_page");
    if (error.kind !== "unauthorized") return error.message;
    return phrase(byCookie ? "signed_out" : "token_unknown");
  }
  function safe(waiting, code) {
    if (!waiting) return "";
    return counted(code === "unauthorized" ? "safe_until_you" : "safe_until_server", waiting);
  }
  function toDo(code, byCookie) {
    if (code === "unauthorized") return phrase(byCookie ? "sign_in_again" : "connect_again_in_options");
    if (code === "wrong-address") return phrase("look_at_address");
    return "";
  }

  // extension/src/shared/annotation.js
  var CONTEXT2 = ["http://www.w3.org/ns/anno.jsonld", { postil: "urn:x-postil:ns:" }];
  function annotationFromDraft(draft, answered) {
    return {
      "@context": CONTEXT2,
      type: "Annotation",
      created: draft.created,
      ...textMembers(draft),
      target: draft.parent ? answered : targetFromDraft(draft),
      "postil:group": draft.group
    };
  }
  function targetFromDraft(draft) {
    const target = { type: "SpecificResource", source: draft.url };
    if (draft.field && draft.selectors.length) {
      target.selector = draft.selectors;
      target["postil:field"] = draft.field;
    }
    target["postil:paper"] = draft.paper;
    if (draft.source) target["postil:source"] = draft.source;
    if (draft.version !== void 0) target["postil:version"] = draft.version;
    return target;
  }
  function textMembers(draft) {
    const body = bodies(draft);
    const motivation = draft.parent ? "replying" : draft.text.trim() ? "commenting" : "highlighting";
    return body.length ? { motivation, body } : { motivation };
  }
  function bodies({ text: text2, tags, parent }) {
    const purpose = parent ? "replying" : "commenting";
    const comment = { type: "TextualBody", value: text2, format: "text/markdown", purpose };
    const tagged = tags.map((tag2) => ({ type: "TextualBody", value: tag2, format: "text/plain", purpose: "tagging" }));
    return text2.trim() ? [comment, ...tagged] : tagged;
  }
  function patchOf(draft, parts) {
    const body = bodies(draft);
    const target = { "postil:source": null, "postil:version": null, ...targetFromDraft(draft), "postil:paper": void 0 };
    return { ...parts.includes("text") && { body: body.length ? body : null }, ...parts.includes("target") && { target } };
  }
  function targetOf2({ field: field3, selectors, quote: quote2, url, source: source2, version }) {
    return { field: field3, selectors, quote: quote2, url, source: source2, version };
  }
  function noteFromEntry({ etag, annotation }, paper, me) {
    const target = first(annotation.target);
    const isReply2 = typeof target === "string";
    const selectors = isReply2 ? [] : knownSelectors(target?.selector);
    const creator = iriOf(annotation.creator);
    return {
      id: idOf4(annotation.id),
      paper,
      group: annotation["postil:group"] ?? "",
      field: isReply2 ? null : target?.["postil:field"] ?? null,
      selectors,
      quote: quoteOf(selectors),
      source: isReply2 ? "" : target?.["postil:source"] ?? "",
      version: isReply2 ? null : target?.["postil:version"] ?? null,
      text: textOf2(annotation.body),
      tags: tagsOf2(annotation.body),
      creator,
      mine: isBy(annotation, me),
      created: annotation.created ?? "",
      modified: annotation.modified ?? annotation.created ?? "",
      label: annotation["postil:label"] ?? null,
      parent: isReply2 ? idOf4(target) : null,
      edited: isEdited(etag),
      fresh: false,
      pending: null,
      failed: null,
      conflict: null
    };
  }
  function noteFromDraft(draft, me) {
    return {
      id: draft.id,
      paper: draft.paper,
      group: draft.group,
      field: draft.field,
      selectors: draft.selectors,
      quote: draft.quote,
      source: draft.source,
      version: draft.version ?? null,
      text: draft.text,
      tags: draft.tags,
      creator: me,
      mine: true,
      created: draft.created,
      modified: draft.created,
      label: null,
      parent: draft.parent ?? null,
      edited: false,
      fresh: false,
      pending: null,
      failed: null,
      conflict: null
    };
  }
  function draftFromEntry(entry, paper) {
    const { id, group, field: field3, selectors, quote: quote2, source: source2, version, text: text2, tags, created, parent } = noteFromEntry(entry, paper, "");
    const target = first(entry.annotation.target);
    const draft = { id, group, paper, field: field3, selectors, quote: quote2, text: text2, tags, created, url: iriOf(target?.source), source: source2 };
    if (version !== null) draft.version = version;
    if (parent) draft.parent = parent;
    return draft;
  }
  function says(annotation, draft, parts = ["text", "target"]) {
    const { body, target } = annotation;
    return (!parts.includes("text") || isSame(wordingIn(body), draft)) && (!parts.includes("target") || marksSame(first(target), draft));
  }
  function wordingIn(body) {
    return { text: textOf2(body), tags: tagsOf2(body) };
  }
  function marksSame(target, { field: field3, selectors }) {
    const marked = (list) => list.map((one) => "exact" in one ? [one.exact, one.prefix, one.suffix] : [one.start, one.end]);
    const [theirs, ours] = [knownSelectors(target?.selector), selectors].map((list) => JSON.stringify(marked(list)));
    return (target?.["postil:field"] ?? null) === (field3 ?? null) && theirs === ours;
  }
  var isEdited = (etag) => Number(/-(\d+)"$/.exec(etag)?.[1]) > 1;
  function answeredBy(annotation) {
    const target = first(annotation?.target);
    return typeof target === "string" ? idOf4(target) : null;
  }
  function idOf4(iri) {
    return String(iri ?? "").split("/").pop() ?? "";
  }
  function first(value) {
    return Array.isArray(value) ? value[0] : value;
  }
  function isBy({ creator }, user) {
    return user !== "" && iriOf(creator) === user;
  }
  function iriOf(value) {
    const one = first(value);
    if (typeof one === "string") return one;
    return typeof one?.id === "string" ? one.id : "";
  }
  function knownSelectors(selector) {
    const all = Array.isArray(selector) ? selector : [selector];
    return all.filter((one) => one?.type === "TextQuoteSelector" || one?.type === "TextPositionSelector");
  }
  function quoteOf(selectors) {
    for (const selector of selectors) if (selector.type === "TextQuoteSelector") return selector.exact;
    return "";
  }
  function bodiesOf(body) {
    if (body === void 0 || body === null) return [];
    return Array.isArray(body) ? body : [body];
  }
  function textOf2(body) {
    const text2 = bodiesOf(body).find((one) => one?.purpose === "commenting" || one?.purpose === "replying");
    return typeof text2?.value === "string" ? text2.value : "";
  }
  function tagsOf2(body) {
    return bodiesOf(body).filter((one) => one?.purpose === "tagging" && typeof one.value === "string").map((one) => one.value);
  }

  // extension/src/shared/cache.js
  var PAPERS = 2e3;
  var LOOKUPS = 50;
  function createCache({ store, space, locks, now = Date.now, limit = PAPERS }) {
    const shelf = new Shelf(store, space, now, limit);
    const alone = (work) => locks(`cache|${space}`, work);
    const keeping = (nothing, work) => alone(async () => shelf.isCleared ? nothing : work());
    return {
      // While a changed note is put in the place of what it was, it is nowhere.
      /** @param {string[]} papers */
      read: (papers6) => alone(() => shelf.read(papers6)),
      /** @param {string} note */
      find: (note) => alone(() => shelf.find(note)),
      /** @param {string[]} keys */
      etagFor: (keys) => shelf.etagFor(keys),
      /** Called before a look-up is asked: what is written after this moment is newer than its answer. */
      moment: () => shelf.tick,
      /** @param {string[]} keys @param {string | null} etag @param {Lookup} lookup @param {number} moment */
      takeIn: (keys, etag, lookup2, moment) => keeping(void 0, () => shelf.takeIn(keys, etag, lookup2, moment)),
      /** @param {string} paper @param {{etag: string, annotation: any}} entry */
      put: (paper, entry) => keeping(void 0, () => shelf.put(paper, entry)),
      /** @param {string} note */
      drop: (note) => keeping(void 0, () => shelf.drop(note)),
      cursor: async () => (await shelf.index()).cursor,
      /** @param {Changes} changes @param {number} moment @returns {Promise<string[]>} papers touched */
      takeChanges: (changes, moment) => keeping(
        /** @type {string[]} */
        [],
        () => shelf.takeChanges(changes, moment)
      ),
      /** For good: of the account nothing is kept any more. */
      clear: () => alone(() => shelf.clear())
    };
  }
  function joined(keys) {
    return keys.join(" ");
  }
  var Shelf = class {
    /** @param {Store} store @param {string} space @param {() => number} now @param {number} limit */
    constructor(store, space, now, limit) {
      this.store = store;
      this.prefix = `cache|${space}|`;
      this.now = now;
      this.limit = limit;
      this.tick = 0;
      this.isCleared = false;
      this.recent = /* @__PURE__ */ new Map();
    }
    /** @param {string} paper */
    paperKey(paper) {
      return `${this.prefix}paper|${paper}`;
    }
    /** @returns {Promise<Index>} */
    async index() {
      return await this.store.get(`${this.prefix}index`) ?? { papers: {}, lookups: {}, cursor: null };
    }
    /** @returns {Promise<Names>} */
    async names() {
      return await this.store.get(`${this.prefix}names`) ?? { people: {}, labels: {} };
    }
    /** @param {string} paper @returns {Promise<Entry[]>} */
    async entries(paper) {
      return await this.store.get(this.paperKey(paper)) ?? [];
    }
    /** @param {string[]} papers */
    async read(papers6) {
      const kept2 = await Promise.all(papers6.map(async (paper) => (
        /** @type {const} */
        [paper, await this.entries(paper)]
      )));
      return { papers: Object.fromEntries(kept2), ...await this.names() };
    }
    /** @param {string} note @returns {Promise<{paper: string, entry: Entry} | null>} */
    async find(note) {
      const { papers: papers6 } = await this.index();
      for (const [paper, { notes }] of Object.entries(papers6)) {
        if (!notes.includes(note)) continue;
        const entry = (await this.entries(paper)).find(({ annotation }) => idOf4(annotation.id) === note);
        if (entry) return { paper, entry };
      }
      return null;
    }
    /** An ETag is only worth naming while all that it stood for is still here. @param {string[]} keys */
    async etagFor(keys) {
      const { lookups, papers: papers6 } = await this.index();
      const line = lookups[joined(keys)];
      return line && line.held.every((paper) => Object.hasOwn(papers6, paper)) ? line.etag : null;
    }
    /** @param {string[]} keys @param {string | null} etag @param {Lookup} lookup @param {number} moment */
    async takeIn(keys, etag, lookup2, moment) {
      const index = await this.index();
      for (const key of keys) await this.place(index, key, this.withRecent(key, lookup2.papers[key]?.notes ?? [], moment));
      await this.learn(lookup2);
      const held = keys.filter((key) => lookup2.papers[key]?.notes.length);
      if (etag) index.lookups[joined(keys)] = { etag, used: this.now(), held };
      index.cursor ??= lookup2.cursor ?? null;
      await this.keepIndex(index);
    }
    /** @param {string} paper @param {Entry[]} entries @param {number} moment @returns {Entry[]} */
    withRecent(paper, entries, moment) {
      const newer = [...this.recent].filter(([, { tick }]) => tick > moment);
      const ids = new Set(newer.map(([id]) => id));
      const kept2 = entries.filter(({ annotation }) => !ids.has(idOf4(annotation.id)));
      for (const [, one] of newer) if (one.entry && one.paper === paper) kept2.push(one.entry);
      return kept2;
    }
    /** Writes one paper's notes; the caller writes the index after all of them. @param {Index} index @param {string} paper @param {Entry[]} entries */
    async place(index, paper, entries) {
      if (entries.length && await this.write(this.paperKey(paper), entries, index)) {
        index.papers[paper] = { used: this.now(), notes: entries.map(({ annotation }) => idOf4(annotation.id)) };
      } else if (Object.hasOwn(index.papers, paper)) {
        await this.store.remove(this.paperKey(paper));
        delete index.papers[paper];
      }
    }
    /** @param {string} paper @param {{etag: string, annotation: any}} entry */
    async put(paper, { etag, annotation }) {
      const index = await this.index();
      const id = idOf4(annotation.id);
      const entries = await this.entries(paper);
      const at = entries.findIndex((one) => idOf4(one.annotation.id) === id);
      const entry = { etag, state: entries[at]?.state ?? {}, annotation };
      if (at >= 0) entries[at] = entry;
      else entries.push(entry);
      this.remember(id, paper, entry);
      for (const keys of Object.keys(index.lookups)) if (keys.split(" ").includes(paper)) delete index.lookups[keys];
      await this.place(index, paper, entries);
      await this.keepIndex(index);
    }
    /** @param {string} note */
    async drop(note) {
      this.remember(note, null, null);
      const index = await this.index();
      await this.dropWhere(index, (entry) => idOf4(entry.annotation.id) === note, (line) => line.notes.includes(note));
      await this.keepIndex(index);
    }
    /** @param {string} id @param {string | null} paper @param {Entry | null} entry */
    remember(id, paper, entry) {
      this.tick += 1;
      this.recent.delete(id);
      this.recent.set(id, { tick: this.tick, paper, entry });
      for (const oldest of this.recent.keys()) {
        if (this.recent.size <= 200) return;
        this.recent.delete(oldest);
      }
    }
    /** @param {Index} index @param {(entry: Entry) => boolean} unwanted @param {(line: PaperLine) => boolean} [mayHold] @returns {Promise<string[]>} papers touched */
    async dropWhere(index, unwanted, mayHold = () => true) {
      const touched = [];
      for (const [paper, line] of Object.entries(index.papers)) {
        if (!mayHold(line)) continue;
        const entries = await this.entries(paper);
        const kept2 = entries.filter((entry) => !unwanted(entry));
        if (kept2.length === entries.length) continue;
        await this.place(index, paper, kept2);
        touched.push(paper);
      }
      return touched;
    }
    /** @param {Changes} changes @param {number} moment @returns {Promise<string[]>} papers touched */
    async takeChanges(changes, moment) {
      const index = await this.index();
      const isOlder = (id) => (this.recent.get(id)?.tick ?? 0) > moment;
      const notes = changes.notes.filter(({ annotation }) => !isOlder(idOf4(annotation.id)));
      const homes = this.homesOf(index, notes);
      const groups = /* @__PURE__ */ new Set([...changes.reset, ...changes.lost]);
      const touched = new Set(groups.size ? await this.dropWhere(index, ({ annotation }) => groups.has("*") || groups.has(annotation["postil:group"])) : []);
      const changed2 = new Set(notes.map(({ annotation }) => idOf4(annotation.id)));
      const gone = changes.gone.filter(({ id }) => !isOlder(idOf4(id)));
      const left = new Set(gone.map(({ id, group }) => `${idOf4(id)} ${group}`));
      const outdated = /* @__PURE__ */ new Set([...changed2, ...gone.map(({ id }) => idOf4(id))]);
      const isOutdated = ({ annotation }) => changed2.has(idOf4(annotation.id)) || left.has(`${idOf4(annotation.id)} ${annotation["postil:group"]}`);
      for (const paper of await this.dropWhere(index, isOutdated, ({ notes: notes2 }) => notes2.some((id) => outdated.has(id)))) touched.add(paper);
      for (const entry of notes) {
        const paper = homes.get(idOf4(entry.annotation.id));
        if (paper === void 0) continue;
        await this.place(index, paper, [...await this.entries(paper), entry]);
        touched.add(paper);
      }
      await this.learn(changes);
      index.cursor = changes.cursor;
      await this.keepIndex(index);
      return [...touched];
    }
    /**
     * The paper of each changed note: where it or the note that it answers stands by now, under the key that was asked, which need
     * not be the canonical one. A reply may come before the note that it answers.
     * @param {Index} index @param {Entry[]} entries
     */
    homesOf(index, entries) {
      const wanted = new Set(entries.flatMap(({ annotation }) => [idOf4(annotation.id), answeredBy(annotation) ?? ""]));
      const homes = /* @__PURE__ */ new Map();
      for (const [paper, { notes }] of Object.entries(index.papers)) for (const id of notes) if (wanted.has(id)) homes.set(id, paper);
      const settled2 = ({ annotation }) => {
        const id = idOf4(annotation.id);
        const paper = homes.get(id) ?? homes.get(answeredBy(annotation) ?? "") ?? annotation.target?.["postil:paper"];
        if (typeof paper === "string") homes.set(id, paper);
        return homes.has(id);
      };
      for (let left = entries, count = -1; left.length !== count; ) {
        count = left.length;
        left = left.filter((entry) => !settled2(entry));
      }
      return homes;
    }
    /** @param {Partial<Names>} learnt */
    async learn({ people = {}, labels = {} }) {
      if (!Object.keys(people).length && !Object.keys(labels).length) return;
      const names = await this.names();
      await this.write(`${this.prefix}names`, { people: { ...names.people, ...people }, labels: { ...names.labels, ...labels } });
    }
    /** @param {Index} index */
    async keepIndex(index) {
      if (Object.keys(index.papers).length > this.limit) await this.shrink(index, Math.floor(this.limit * 0.9));
      const lines = Object.entries(index.lookups).sort(([, a2], [, b2]) => b2.used - a2.used);
      index.lookups = Object.fromEntries(lines.slice(0, LOOKUPS));
      await this.write(`${this.prefix}index`, index, index);
    }
    /** Drops the papers that were looked at longest ago. @param {Index} index @param {number} size */
    async shrink(index, size2) {
      const oldest = Object.entries(index.papers).sort(([, a2], [, b2]) => a2.used - b2.used);
      for (const [paper] of oldest.slice(0, oldest.length - size2)) {
        await this.store.remove(this.paperKey(paper));
        delete index.papers[paper];
      }
    }
    /** A full disk costs cached papers, never an answer: what cannot be kept is fetched again. @param {string} key @param {any} value @param {Index} [index] */
    async write(key, value, index) {
      const kept2 = () => this.store.set(key, value).then(() => true, () => false);
      if (await kept2()) return true;
      if (index) await this.shrink(index, Math.floor(Object.keys(index.papers).length / 2));
      return kept2();
    }
    async clear() {
      this.isCleared = true;
      this.recent.clear();
      for (const [key] of await this.store.list(this.prefix)) await this.store.remove(key);
    }
  };

  // extension/src/shared/freshness.js
  var KEPT3 = 2e3;
  function createFreshness({ store, space, now }) {
    const key = `looked|${space}`;
    const read3 = async () => {
      const kept2 = await store.get(key);
      if (kept2) return kept2;
      const begun = { since: new Date(now()).toISOString(), papers: {} };
      await store.set(key, begun);
      return begun;
    };
    return {
      /** @returns {Promise<(note: Note) => boolean>} */
      async test() {
        const { since, papers: papers6 } = await read3();
        return (note) => !note.mine && note.modified > (papers6[note.paper] ?? since);
      },
      /** @param {Note[]} notes */
      async looked(notes) {
        const looked = await read3();
        for (const { paper, modified, mine } of notes) {
          if (!mine && modified > (looked.papers[paper] ?? looked.since)) looked.papers[paper] = modified;
        }
        await store.set(key, bounded(looked));
      }
    };
  }
  function bounded({ since, papers: papers6 }) {
    const newestFirst = Object.entries(papers6).sort(([, a2], [, b2]) => a2 < b2 ? 1 : -1);
    const dropped = newestFirst[KEPT3]?.[1] ?? since;
    return { since: dropped > since ? dropped : since, papers: Object.fromEntries(newestFirst.slice(0, KEPT3)) };
  }

  // extension/src/shared/history.js
  function statesOf(past) {
    const states = past.map(stateOf);
    return states.filter((state, i3) => i3 === states.length - 1 || !readsLike(state, states[i3 + 1]));
  }
  function stateOf({ at, annotation }) {
    const { text: text2, tags, quote: quote2 } = noteFromEntry({ etag: "", state: {}, annotation }, "", "");
    return { at, text: text2, tags, quote: quote2 };
  }
  var readsLike = (one, other) => isSame(one, other) && one.quote === other.quote;

  // extension/src/shared/operation.js
  var UNKNOWN = "";
  function newOperation(kind, id, rest) {
    return { id, kind, draft: null, seen: null, state: "waiting", etag: null, was: null, write: null, failure: null, ...rest };
  }
  function writeOf(operation, etag, answered) {
    const { kind, id, subject, draft, seen } = operation;
    if (kind === "create" && draft) return writes.put(subject, annotationFromDraft(draft, answered), id);
    if (kind === "edit" && draft) return writes.patch(subject, patchOf(draft, partsOf2(operation)), id, etag);
    if (kind === "move" && draft) return writes.patch(subject, { "postil:group": draft.group }, id, etag);
    if (kind === "delete") return writes.delete(subject, id, etag);
    if (kind === "restore") return writes.restore(subject, id);
    if (kind === "paper" && seen) return writes.paper(seen.key, paperBody(seen), id);
    throw new Error(`an operation of kind ${kind} without its content`);
  }
  function paperBody({ title, abstract, source: source2, version, url, group }) {
    return { title, abstract, source: source2, version, url, group: group ?? void 0 };
  }
  function heads(all) {
    const first2 = /* @__PURE__ */ new Map();
    for (const one of all) {
      const { state, subject } = one.operation;
      if (state !== "failed" && !first2.has(subject)) first2.set(subject, one);
    }
    return [...first2.values()].filter(({ operation }) => !isHeld(operation, all));
  }
  function isHeld({ kind, subject, draft }, all) {
    const others = all.map((one) => one.operation);
    if (kind === "move") return others.some((other) => other.kind === "create" && other.draft?.parent === subject && !isOpen(other));
    if (kind !== "create" || !draft?.parent) return false;
    const before = others.filter((other) => other.subject === draft.parent);
    return before.some((other) => other.kind === "create" || PLACING.has(other.kind) && other.state !== "failed");
  }
  var PLACING = /* @__PURE__ */ new Set(["create", "restore", "move"]);
  function newest(all, subject) {
    return all.findLast(({ operation }) => operation.subject === subject && !(operation.state === "failed" && !writesNote(operation)));
  }
  function isOpen(operation) {
    return operation.state !== "sending";
  }
  function writesNote(operation) {
    return operation.kind === "create" || operation.kind === "edit";
  }
  function partsOf2({ kind, parts = ["text"] }) {
    if (kind === "create") return ["text", "target"];
    return kind === "edit" ? parts : [];
  }
  function newestWords(all, subject) {
    return newest(all.filter(({ operation }) => operation.kind === "restore" || partsOf2(operation).includes("text")), subject);
  }
  function isStale({ failure }) {
    return failure?.code === STALE;
  }
  function isConflict(operation) {
    return operation.kind === "edit" && isStale(operation) && partsOf2(operation).includes("text");
  }
  function staleness() {
    return { code: STALE, reason: phrase(REASONS[STALE]) };
  }
  var STALE = "stale";
  var REASONS = (
    /** @type {Record<string, import("./phrase.js").Key>} */
    {
      stale: "reason_stale",
      "not-allowed": "reason_not_allowed",
      "missing-scope": "reason_missing_scope",
      "not-found": "reason_not_found",
      gone: "reason_gone",
      "id-taken": "reason_id_taken",
      "has-replies": "reason_has_replies",
      "too-large": "reason_too_large"
    }
  );
  function failureFor(error) {
    const code = error.status === 412 || error.status === 428 ? STALE : error.code;
    const details = [...new Set(error.errors.map(({ message }) => message))].join("; ");
    const refused = details ? phrase("reason_refused", details) : error.message;
    return { code, reason: REASONS[code] ? phrase(REASONS[code]) : refused };
  }

  // extension/src/shared/outbox.js
  var OutboxError = class extends Error {
    /** @param {string} code @param {string} message */
    constructor(code, message) {
      super(message);
      this.name = "OutboxError";
      this.code = code;
    }
  };
  var DIGITS = 12;
  function createOutbox({ store, space, locks, newId = uuidv7, now = Date.now }) {
    const queue = new Queue(store, space, newId, now);
    const alone = (work) => locks(`outbox|${space}`, work);
    const from = (find, work) => alone(async () => {
      const base = await find();
      await work(base);
      return base;
    });
    return {
      space,
      list: () => queue.list(),
      /** Reads and changes the queue with nobody else at it; the sender's door. @template T @param {(queue: Queue) => Promise<T>} work */
      change: (work) => alone(() => work(queue)),
      /** @param {Draft} draft */
      create: (draft) => alone(() => queue.create(draft)),
      /** @param {FindBase} find @param {Wording} wording @param {Seen} seen */
      edit: (find, wording, seen) => from(find, (base) => queue.edit(base, wording, seen)),
      /** @param {FindBase} find @param {Target} target */
      attach: (find, target) => from(find, (base) => queue.attach(base, targetOf2(target))),
      /** @param {FindBase} find @param {string} group */
      move: (find, group) => from(find, (base) => queue.move(base, group)),
      /** @param {FindBase} find */
      delete: (find) => from(find, (base) => queue.delete(base)),
      /** @param {string} note */
      undoDelete: (note) => alone(() => queue.undoDelete(note)),
      /** @param {PaperSeen} paper @param {string | null} group */
      paper: (paper, group) => alone(() => queue.paper(paper, group)),
      /** @param {string} id @param {"only-me" | "discard" | "retry"} way @param {string | null} personal */
      resolve: (id, way, personal) => alone(() => queue.resolve(id, way, personal)),
      discardAll: () => alone(() => queue.discardAll())
    };
  }
  var Queue = class {
    /** @param {Store} store @param {string} space @param {() => string} newId @param {() => number} now */
    constructor(store, space, newId, now) {
      this.store = store;
      this.prefix = `outbox|${space}|`;
      this.removedPrefix = `removed|${space}|`;
      this.newId = newId;
      this.now = now;
    }
    /** @returns {Promise<Stored[]>} in order */
    async list() {
      return (await this.store.list(this.prefix)).map(([key, operation]) => ({ key, operation }));
    }
    /** @param {string} id @returns {Promise<Stored | undefined>} */
    async find(id) {
      return (await this.list()).find(({ operation }) => operation.id === id);
    }
    /** @param {string} key @param {Operation} operation */
    async put(key, operation) {
      await this.store.set(key, operation);
      return operation;
    }
    /** @param {Stored} stored */
    async remove({ key }) {
      await this.store.remove(key);
    }
    /** @param {Stored[]} all @param {Operation} operation */
    async append(all, operation) {
      const last = all.length ? Number(all[all.length - 1].key.slice(this.prefix.length)) : 0;
      return this.put(this.prefix + String(last + 1).padStart(DIGITS, "0"), operation);
    }
    /** Changed content is another operation: a key that may have been seen is never used for it. @param {Stored} stored @param {Partial<Operation>} change */
    async renew({ key, operation }, change) {
      return this.put(key, { ...operation, id: this.newId(), state: "waiting", write: null, failure: null, ...change });
    }
    /** Asked twice for one draft, as after an answer that got lost, it is one note. @param {Draft} draft */
    async create(draft) {
      const all = await this.list();
      const there = all.find(({ operation }) => operation.subject === draft.id && operation.kind === "create");
      if (there) return there.operation;
      return this.append(all, newOperation("create", this.newId(), { subject: draft.id, paper: draft.paper, draft }));
    }
    /**
     * Written only over what its writer has seen: here that is looked at, at the server it is `If-Match`. What would overwrite
     * anything else, from another tab too, is kept apart as a conflict, and every later edit that began with it in sight is a way out.
     * @param {Base} base @param {Wording} wording @param {Seen} seen
     */
    async edit(base, wording, seen) {
      const all = await this.list();
      const isBegunOn = (draft) => draft !== null && isSame(seen.mine ?? seen, draft);
      const conflict = all.find(({ operation }) => operation.subject === base.draft.id && isConflict(operation) && isBegunOn(operation.draft));
      const others = all.filter((one) => one !== conflict);
      const last = newest(others, base.draft.id);
      if (last?.operation.kind === "delete") throw new OutboxError("gone", phrase("note_deleted"));
      const said2 = newestWords(others, base.draft.id);
      const shown = { ...last?.operation.draft ?? base.draft, ...wordingOf(said2?.operation.draft ?? base.draft) };
      const isOther2 = !isSame(wording, shown);
      if (isOther2 && !isSame(seen, shown)) return void await this.keepApart(all, conflict, { ...shown, ...wording }, { ...shown, ...wordingOf(seen) });
      const marked = conflict?.operation.draft && partsOf2(conflict.operation).includes("target") ? targetOf2(conflict.operation.draft) : null;
      const parts = [...isOther2 ? (
        /** @type {const} */
        ["text"]
      ) : [], ...marked ? (
        /** @type {const} */
        ["target"]
      ) : []];
      if (parts.length) await this.write(all, said2 && isConflict(said2.operation) ? said2 : last, base.etag, shown, { ...marked, ...wordingOf(wording) }, parts);
      if (conflict) await this.remove(conflict);
    }
    /** What the note marks is no part of a conflict: it goes as another edit beside it. @param {Base} base @param {Target} target */
    async attach(base, target) {
      const all = await this.list();
      const last = newest(all.filter(({ operation }) => !isConflict(operation)), base.draft.id);
      if (last?.operation.kind === "delete") throw new OutboxError("gone", phrase("note_deleted"));
      await this.write(all, last, base.etag, last?.operation.draft ?? base.draft, target, ["target"]);
    }
    /** @param {Stored[]} all @param {Stored | undefined} conflict  the one that it takes the place of @param {Draft} draft @param {Draft} was */
    async keepApart(all, conflict, draft, was) {
      if (conflict) return this.put(conflict.key, { ...conflict.operation, draft });
      const failed = { state: (
        /** @type {const} */
        "failed"
      ), failure: staleness() };
      return this.append(all, newOperation("edit", this.newId(), { subject: draft.id, paper: draft.paper, draft, was, parts: ["text"], ...failed }));
    }
    /** @param {Stored[]} all @param {Stored | undefined} last @param {string | null} etag @param {Draft} was @param {Partial<Draft>} change @param {Part[]} parts */
    async write(all, last, etag, was, change, parts) {
      if (last && writesNote(last.operation) && isOpen(last.operation)) return this.fold(last, change, parts);
      const rest = { subject: was.id, paper: was.paper, draft: { ...was, ...change }, parts, etag: last ? null : etag, was };
      return this.append(all, newOperation("edit", this.newId(), rest));
    }
    /** @param {Stored} last @param {Partial<Draft>} change @param {Part[]} parts */
    async fold(last, change, parts) {
      const { draft, state } = last.operation;
      const after = { draft: draft && { ...draft, ...change }, parts: joined2([last.operation], parts) };
      return state === "failed" ? this.renew(last, after) : this.put(last.key, { ...last.operation, ...after });
    }
    /** One move of a note is enough: the last place asked for, or none when that is where it stands. @param {Base} base @param {string} group */
    async move({ draft, etag }, group) {
      if (draft.parent) throw new OutboxError("not-allowed", phrase("reply_stays"));
      const all = await this.list();
      const own = all.filter(({ operation }) => operation.subject === draft.id);
      const last = newest(all, draft.id);
      if (last?.operation.kind === "delete") throw new OutboxError("gone", phrase("note_deleted"));
      const unsent = own.find(({ operation }) => isOpen(operation) && operation.kind === "create");
      if (unsent) return this.redirect(unsent, group, null);
      const moving = own.find(({ operation }) => isOpen(operation) && operation.kind === "move");
      const goesTo = own.findLast(({ operation }) => !isOpen(operation) && (operation.kind === "create" || operation.kind === "move"));
      const isThere = (goesTo?.operation.draft ?? draft).group === group;
      if (moving && isThere) await this.passOn(own.filter(({ key }) => key > moving.key), moving.operation.etag);
      if (moving) return isThere ? this.cancel(moving) : this.redirect(moving, group, etag);
      if (isThere) return null;
      const after = { ...last?.operation.draft ?? draft, group };
      const follows = last !== void 0 && last.operation.state !== "failed";
      return this.append(all, newOperation("move", this.newId(), { subject: draft.id, paper: draft.paper, draft: after, etag: follows ? null : etag }));
    }
    /** @param {Stored} stored @param {string} group @param {string | null} etag */
    async redirect(stored, group, etag) {
      const { draft, state } = stored.operation;
      const after = { draft: draft && { ...draft, group } };
      if (state === "failed") return this.renew(stored, { ...after, etag });
      return this.put(stored.key, { ...stored.operation, ...after });
    }
    /** @param {Base} base */
    async delete({ draft, etag }) {
      const all = await this.list();
      const last = newest(all, draft.id);
      const kind = last?.operation.kind;
      if (last && kind === "delete") return last.operation;
      const shown = last?.operation.draft ?? draft;
      if (last && kind === "restore" && isOpen(last.operation)) {
        await this.keepRemoved(shown, false);
        return this.cancel(last);
      }
      if (last && kind === "create" && isOpen(last.operation)) {
        await this.keepRemoved(shown, true);
        return this.cancel(last);
      }
      await this.keepRemoved(shown, false);
      const failed = all.find(({ operation }) => operation.subject === draft.id && operation.kind === "delete");
      if (failed) return this.renew(failed, { etag });
      const follows = last !== void 0 && last.operation.state !== "failed";
      const rest = { subject: draft.id, paper: draft.paper, draft: shown, etag: follows ? null : etag };
      return this.append(all, newOperation("delete", this.newId(), rest));
    }
    /** @param {Stored} stored */
    async cancel(stored) {
      await this.remove(stored);
      return stored.operation;
    }
    /**
     * @param {string} note
     * @returns {Promise<Draft>} the note as it is again
     */
    async undoDelete(note) {
      const all = await this.list();
      const deletion = all.findLast(({ operation }) => operation.subject === note && operation.kind === "delete");
      if (deletion && isOpen(deletion.operation)) {
        await this.remove(deletion);
        return (
          /** @type {Draft} */
          deletion.operation.draft
        );
      }
      const removed = await this.store.get(this.removedPrefix + note);
      if (!removed) throw new OutboxError("not-found", phrase("not_brought_back"));
      const last = newest(all, note)?.operation;
      if (last?.kind === "create" || last?.kind === "restore") return (
        /** @type {Draft} */
        last.draft
      );
      const rest = { subject: note, paper: removed.draft.paper, draft: removed.draft };
      await this.append(all, newOperation(removed.unsent ? "create" : "restore", this.newId(), rest));
      await this.store.remove(this.removedPrefix + note);
      return removed.draft;
    }
    /** What a deleted note was, for undoing: `unsent` when the server never heard of it. @param {Draft} draft @param {boolean} unsent */
    async keepRemoved(draft, unsent) {
      await this.store.set(this.removedPrefix + draft.id, { draft, unsent, at: this.now() });
      const kept2 = await this.store.list(this.removedPrefix);
      const oldestFirst = kept2.sort(([, a2], [, b2]) => a2.at - b2.at);
      for (const [key] of oldestFirst.slice(0, Math.max(0, kept2.length - 100))) await this.store.remove(key);
    }
    /** What a page showed: of one version of one source the newest text that waits is enough. @param {PaperSeen} paper @param {string | null} group */
    async paper(paper, group) {
      const all = await this.list();
      const subject = `paper:${paper.key} ${group} ${paper.source} ${paper.version ?? ""}`;
      const seen = { ...paper, group };
      const waiting = all.findLast(({ operation }) => operation.subject === subject && isOpen(operation));
      if (waiting) return this.put(waiting.key, { ...waiting.operation, seen });
      return this.append(all, newOperation("paper", this.newId(), { subject, paper: paper.key, seen }));
    }
    /** The same edit, of a later state. @param {string} id @param {string} etag */
    async rebase(id, etag) {
      const stored = await this.find(id);
      if (stored) await this.renew(stored, { etag });
    }
    /**
     * The server refused for good. Later edits of the note go into the refused one, so that one entry holds the whole text.
     * @param {string} id @param {ApiError} error
     */
    async fail(id, error) {
      const all = await this.list();
      const refused = all.find(({ operation }) => operation.id === id);
      if (!refused) return;
      const failure = failureFor(error);
      const behind = all.filter((one) => one.operation.subject === refused.operation.subject && one.key > refused.key && !isConflict(one.operation));
      const into = refused.operation;
      const folded = behind.filter(({ operation: { kind } }) => writesNote(into) && (kind === "edit" || kind === "move" && into.kind === "create"));
      const draft = folded.at(-1)?.operation.draft ?? into.draft;
      const parts = joined2([into, ...folded.map(({ operation }) => operation)]);
      await this.passOn(behind.filter((one) => !folded.includes(one)), into.write?.etag ?? UNKNOWN);
      await this.put(refused.key, { ...into, draft, parts, state: "failed", etag: into.write?.etag ?? into.etag, write: null, failure });
      for (const later2 of folded) await this.remove(later2);
      await this.failBehind(refused, behind, failure);
    }
    /**
     * What waited for the state that another was to leave, and now will not, changes the one that the other was to change: not the
     * newest, which nobody here has seen. A move overwrites nothing.
     * @param {Stored[]} behind @param {string | null} etag
     */
    async passOn(behind, etag) {
      const next = behind.find(({ operation: { state, kind } }) => state === "waiting" && kind !== "move");
      if (next && next.operation.etag === null) await this.put(next.key, { ...next.operation, etag });
    }
    /** @param {Stored} refused @param {Stored[]} behind @param {{code: string, reason: string}} failure */
    async failBehind(refused, behind, failure) {
      const deletion = behind.find(({ operation }) => operation.kind === "delete");
      if (!deletion) return;
      if (refused.operation.kind === "create") {
        await this.keepRemoved(
          /** @type {Draft} */
          deletion.operation.draft,
          true
        );
        await this.remove(refused);
        await this.remove(deletion);
      } else if (isStale({ failure })) {
        await this.put(deletion.key, { ...deletion.operation, state: "failed", failure });
      }
    }
    /**
     * @param {string} id @param {"only-me" | "discard" | "retry"} way @param {string | null} personal  the user's own group
     */
    async resolve(id, way, personal) {
      const stored = await this.find(id);
      if (stored?.operation.state !== "failed") throw new OutboxError("not-found", phrase("not_among_failed"));
      if (way === "discard") return void await this.remove(stored);
      const { kind, draft, failure } = stored.operation;
      if (way === "retry") return void await this.renew(stored, isStale(stored.operation) && !isConflict(stored.operation) ? { etag: null, was: null } : {});
      if (!personal || !draft || !writesNote(stored.operation)) throw new OutboxError("not-allowed", phrase("not_into_only_me"));
      const isTaken = kind === "edit" || failure?.code === "id-taken" || failure?.code === "gone";
      const note = isTaken ? this.newId() : draft.id;
      const copy = { ...draft, parent: void 0, id: note, group: personal, created: new Date(this.now()).toISOString() };
      await this.renew(stored, { kind: "create", subject: note, draft: copy, etag: null });
    }
    async discardAll() {
      for (const stored of await this.list()) await this.remove(stored);
      for (const [key] of await this.store.list(this.removedPrefix)) await this.store.remove(key);
    }
  };
  function joined2(operations, more = []) {
    return [.../* @__PURE__ */ new Set([...operations.flatMap(partsOf2), ...more])];
  }

  // extension/src/shared/papers-seen.js
  var KEPT4 = 500;
  function createPapersSeen({ store, space }) {
    const name = `seen|${space}`;
    const read3 = async () => await store.get(name) ?? {};
    return {
      /** @param {PaperSeen} paper @param {string | null} group */
      has: async (paper, group) => (await read3())[paper.key] === printOf(paper, group),
      /** @param {PaperSeen} paper @param {string | null} group */
      async add(paper, group) {
        const seen = await read3();
        delete seen[paper.key];
        const newestLast = [...Object.entries(seen), [paper.key, printOf(paper, group)]].slice(-KEPT4);
        await store.set(name, Object.fromEntries(newestLast));
      },
      /** It did not arrive: the next page that shows it offers it again. @param {string} key */
      async forget(key) {
        const seen = await read3();
        delete seen[key];
        await store.set(name, seen);
      },
      clear: () => store.remove(name)
    };
  }
  function printOf(paper, group) {
    const text2 = JSON.stringify([paper, group]);
    let hash = 2166136261;
    for (let i3 = 0; i3 < text2.length; i3 += 1) hash = Math.imul(hash ^ text2.charCodeAt(i3), 16777619);
    return (hash >>> 0).toString(16);
  }

  // extension/src/shared/overlay.js
  function overlaid(paper, entries, operations, me) {
    const notes = /* @__PURE__ */ new Map();
    for (const entry of entries) {
      if (entry.state?.deleted) continue;
      const note = noteFromEntry(entry, paper, me);
      notes.set(note.id, note);
    }
    for (const operation of operations) if (operation.paper === paper) lay(notes, operation, me);
    return [...notes.values()];
  }
  var PENDING = { create: "create", edit: "edit", move: "move", delete: "delete", restore: "create", paper: null };
  function lay(notes, operation, me) {
    const { kind, subject, draft, failure } = operation;
    if (kind === "paper" || !draft) return;
    const drawn = noteFromDraft(draft, me);
    const note = notes.get(subject) ?? (kind === "delete" ? null : drawn);
    if (!note) return;
    const parts = partsOf2(operation);
    const text2 = parts.includes("text") ? { text: drawn.text, tags: drawn.tags } : {};
    const { field: field3, selectors, quote: quote2, source: source2, version } = drawn;
    const target = parts.includes("target") ? { field: field3, selectors, quote: quote2, source: source2, version } : {};
    const place3 = kind === "create" || kind === "move" && !failure ? { group: draft.group } : {};
    const state = failure ? { failed: failure.reason } : { pending: PENDING[kind], failed: null };
    const conflict = isConflict(operation) && notes.has(subject) ? wordingOf(note) : note.conflict;
    notes.set(subject, { ...note, ...text2, ...target, ...place3, ...state, conflict });
  }
  function waitingList(operations, notes) {
    const theirs = new Map(notes.map((note) => [note.id, note.conflict]));
    const list = [];
    const last = new Map(operations.filter(isConflict).map((operation) => [operation.subject, operation]));
    for (const operation of operations) {
      if (isConflict(operation) && operation !== last.get(operation.subject)) continue;
      const { id, kind, subject, paper, draft, failure, state } = operation;
      if (kind === "paper") continue;
      const waiting = {
        id,
        note: subject,
        kind,
        paper,
        quote: draft?.quote ?? "",
        text: draft?.text ?? "",
        tags: draft?.tags ?? [],
        theirs: isConflict(operation) ? theirs.get(subject) ?? null : null,
        group: draft?.group ?? "",
        reason: failure?.reason ?? null,
        state: state === "failed" ? "failed" : "waiting"
      };
      list.push(waiting);
    }
    return list;
  }
  function countsOf(operations) {
    const notes = (which) => new Set(operations.filter(({ state }) => state === which).map(({ note }) => note)).size;
    return { waiting: notes("waiting"), failed: notes("failed") };
  }

  // extension/src/shared/sender.js
  var AT_ONCE = 4;
  var FIRST_DELAY = 2e3;
  var LONGEST_DELAY = 5 * 6e4;
  var LONGEST_RETRY_AFTER = 15 * 6e4;
  var SERVER_IS_DOWN = 3;
  function createSender(options) {
    const sending2 = new Sending(options);
    return {
      /** Sends what may be sent now; resolves when nothing more can be. @param {{now?: boolean}} [how] now: without waiting out a delay or a pause */
      flush: (how = {}) => sending2.flush(how),
      paused: () => sending2.isPaused(),
      resume: () => sending2.resume(),
      /** Nothing more is sent; what is on its way may end. */
      close: () => {
        sending2.closed = true;
      }
    };
  }
  function delayFor(failures, retryAfter, random) {
    const capped = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures - 1, 16));
    const spread = capped * (0.5 + random / 2);
    return Math.max(spread, Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER));
  }
  var Sending = class {
    /** @param {SenderOptions} options */
    constructor(options) {
      this.outbox = options.outbox;
      this.store = options.store;
      this.cache = options.cache;
      this.send = options.send;
      this.iriOf = options.iriOf;
      this.me = options.me;
      this.locks = options.locks;
      this.confirm = options.confirm ?? (async () => true);
      this.replaced = options.replaced ?? (() => void 0);
      this.changed = options.changed ?? (() => void 0);
      this.trouble = (error) => void (this.closed || options.trouble?.(error));
      this.forget = options.forget ?? (async () => void 0);
      this.meet = options.meet ?? (async () => void 0);
      this.fits = options.fits ?? (() => true);
      this.schedule = options.schedule ?? ((milliseconds, work) => void setTimeout(work, milliseconds));
      this.now = options.now ?? Date.now;
      this.random = options.random ?? Math.random;
      this.closed = false;
      this.running = null;
      this.wanted = false;
      this.wake = () => void 0;
      this.failures = 0;
      this.notBefore = 0;
      this.slow = /* @__PURE__ */ new Map();
      this.active = /* @__PURE__ */ new Map();
    }
    get pauseKey() {
      return `pause|${this.outbox.space}`;
    }
    async isPaused() {
      return await this.store.get(this.pauseKey) !== void 0;
    }
    async resume() {
      this.notBefore = 0;
      this.slow.clear();
      await this.store.remove(this.pauseKey);
    }
    /** @param {{now?: boolean}} how */
    async flush({ now = false }) {
      if (now) await this.resume();
      this.wanted = true;
      this.wake();
      this.running ??= this.locks(`send|${this.outbox.space}`, () => this.drain());
      await this.running;
    }
    async drain() {
      try {
        while (this.wanted) {
          this.wanted = false;
          if (await this.mayStart()) await this.empty();
        }
      } catch (error) {
        await this.backOff(error);
      } finally {
        this.running = null;
      }
    }
    async mayStart() {
      if (this.closed || !this.fits() || this.now() < this.notBefore || await this.isPaused()) return false;
      if (!(await this.outbox.list()).some(({ operation }) => operation.state !== "failed")) return false;
      try {
        const isUs = await this.confirm();
        if (!isUs) this.replaced();
        return isUs;
      } catch (error) {
        await this.backOff(error);
        return false;
      }
    }
    /** Keeps a few operations of different notes on their way until none may be sent. */
    async empty() {
      for (; ; ) {
        const woken = new Promise((resolve) => {
          this.wake = () => resolve(void 0);
        });
        while (this.active.size < AT_ONCE && await this.startOne()) this.wanted = false;
        if (!this.active.size) return;
        await Promise.race([...this.active.values(), woken]);
      }
    }
    async startOne() {
      if (this.closed || this.now() < this.notBefore) return false;
      const operation = await this.outbox.change((queue) => this.freezeNext(queue));
      if (!operation) return false;
      const attempt = this.attempt(operation).finally(() => this.active.delete(operation.subject));
      this.active.set(operation.subject, attempt);
      return true;
    }
    /**
     * On disk before it is sent: after a crash the same bytes go out under the same key.
     * @param {import("./outbox.js").Queue} queue
     * @returns {Promise<Operation | null>}
     */
    async freezeNext(queue) {
      const next = heads(await queue.list()).find(({ operation: operation2 }) => this.isDue(operation2.subject));
      if (!next) return null;
      const { key, operation } = next;
      if (operation.state === "sending" && operation.write) return operation;
      const etag = await this.stateFor(operation);
      const { draft, answered } = await this.inThread(operation.draft);
      const placed = { ...operation, draft };
      return queue.put(key, { ...placed, state: "sending", write: writeOf(placed, etag, answered) });
    }
    /** The one that it names, or else the one that is known of its note: for an edit only where that says what the edit began with. @param {Operation} operation */
    async stateFor(operation) {
      const isNamed = operation.etag !== null && (operation.etag !== UNKNOWN || !operation.was);
      if (isNamed) return operation.etag;
      const entry = (await this.cache.find(operation.subject))?.entry;
      if (entry && operation.was && !says(entry.annotation, operation.was, partsOf2(operation))) return UNKNOWN;
      return entry?.etag || null;
    }
    /** A reply follows its author's own note to another group; where somebody else moved theirs, other readers were never chosen. @param {import("./types.js").Draft | null} draft */
    async inThread(draft) {
      if (!draft?.parent) return { draft };
      const parent = (await this.cache.find(draft.parent))?.entry.annotation;
      const group = parent && isBy(parent, this.me) ? parent["postil:group"] : draft.group;
      return { draft: { ...draft, group }, answered: parent?.id ?? this.iriOf(draft.parent) };
    }
    /** @param {string} subject */
    isDue(subject) {
      return !this.active.has(subject) && this.now() >= (this.slow.get(subject)?.notBefore ?? 0);
    }
    /** @param {Operation} operation */
    async attempt(operation) {
      try {
        const written = await this.send(
          /** @type {Write} */
          operation.write
        );
        checkAnswer(operation, written);
        await this.acknowledge(operation, written);
        this.failures = 0;
        this.slow.delete(operation.subject);
        this.trouble(null);
      } catch (error) {
        await this.failed(operation, error).catch((another) => this.backOff(another));
      }
      this.changed([operation.paper]);
    }
    /**
     * First the cache, then the note's next operation, then the key goes: a crash anywhere before that sends it again, and
     * the server answers a repeat with the present state. That is what the next one starts from only while it is what we wrote:
     * else somebody changed the note in between, and would be overwritten unseen.
     * @param {Operation} operation @param {Written} written
     */
    async acknowledge(operation, { annotation, etag }) {
      if (operation.kind === "delete") await this.cache.drop(operation.subject);
      else if (operation.kind !== "paper") await this.cache.put(operation.paper, { annotation, etag: etag ?? "" });
      await this.outbox.change(async (queue) => {
        const all = await queue.list();
        const done = all.find(({ operation: { id } }) => id === operation.id);
        if (!done) return;
        const next = all.find((one) => one.operation.subject === operation.subject && one.key > done.key);
        if (next && next.operation.state === "waiting" && etag !== null) {
          await queue.put(next.key, { ...next.operation, etag: isAsLeft(annotation, operation, next.operation) ? etag : UNKNOWN });
        }
        await queue.remove(done);
      });
    }
    /** @param {Operation} operation @param {unknown} error */
    async failed(operation, error) {
      const isApi = error instanceof ApiError;
      if (isApi && error.code === "other-user") {
        this.tryLater(error);
        return this.replaced();
      }
      if (isApi && error.kind === "problem") {
        const stranger = await this.meet().then(() => null, (reason) => reason);
        return stranger ? this.backOff(stranger) : this.refused(operation, error);
      }
      if (isApi && error.kind === "later" && error.status !== 429 && error.status !== 503) this.slowDown(operation, error);
      else await this.backOff(error);
    }
    /** @param {Operation} operation @param {ApiError} error */
    async refused(operation, error) {
      this.failures = 0;
      this.trouble(null);
      if (operation.kind === "paper") {
        await this.forget(operation.paper);
        return this.outbox.change((queue) => removeById(queue, operation.id));
      }
      if (operation.kind === "delete" && error.status === 410) return this.acknowledge(operation, { annotation: null, etag: null });
      if (error.status === 412 && error.current) {
        await this.cache.put(operation.paper, { annotation: error.current, etag: error.etag ?? "" });
        if (await this.overtaken(operation, error)) return;
      }
      await this.outbox.change((queue) => queue.fail(operation.id, error));
    }
    /**
     * An edit of a state that has passed, where nothing would be overwritten unseen: the note says by now what the edit was to make of
     * it, or still what it said where the edit began, as after a move elsewhere. A server that refuses its own present state is not asked again.
     * @param {Operation} operation @param {ApiError} error
     */
    async overtaken(operation, { current: current2, etag }) {
      const { kind, draft, was, write: write2 } = operation;
      if (kind !== "edit" || !draft || !etag || etag === write2?.etag) return false;
      if (says(current2, draft, partsOf2(operation))) await this.acknowledge(operation, { annotation: current2, etag });
      else if (was && says(current2, was, partsOf2(operation))) await this.outbox.change((queue) => queue.rebase(operation.id, etag));
      else return false;
      return true;
    }
    /** The server fails on one note: that one waits, the others go on, until it looks like the server itself. @param {Operation} operation @param {ApiError} error */
    slowDown(operation, error) {
      const failures = (this.slow.get(operation.subject)?.failures ?? 0) + 1;
      const delay = delayFor(failures, error.retryAfter, this.random());
      this.slow.set(operation.subject, { failures, notBefore: this.now() + delay });
      this.failures += 1;
      this.trouble(error);
      if (this.failures >= SERVER_IS_DOWN) this.notBefore = this.now() + delay;
      this.schedule(delay, () => void this.flush({}));
    }
    /** @param {unknown} error  also one of our own, as when the disk is full: then too it stays and is tried again */
    async backOff(error) {
      const known3 = error instanceof ApiError ? error : new ApiError("later", phrase("sending_unfinished"));
      this.trouble(known3);
      if (known3.kind === "unauthorized") {
        this.notBefore = Infinity;
        if (this.closed) return;
        return this.store.set(this.pauseKey, known3.kind).catch(() => void 0);
      }
      this.tryLater(known3);
    }
    /** @param {ApiError} error */
    tryLater({ retryAfter }) {
      this.failures += 1;
      const delay = delayFor(this.failures, retryAfter, this.random());
      this.notBefore = Math.max(this.notBefore, this.now() + delay);
      this.schedule(delay, () => void this.flush({}));
    }
  };
  function isAsLeft(annotation, { draft }, next) {
    if (next.kind === "edit" && next.was) return says(annotation, next.was, partsOf2(next));
    return !draft || annotation["postil:group"] === draft.group && says(annotation, draft);
  }
  function checkAnswer({ kind, subject }, { annotation }) {
    if (kind === "paper") return;
    if (kind !== "delete" && typeof annotation?.id !== "string") throw new ApiError("offline", phrase("answer_cut"));
    const isOurs2 = kind === "delete" ? annotation === null : idOf4(annotation.id) === subject;
    if (!isOurs2) throw new ApiError("foreign", phrase("foreign"));
  }
  async function removeById(queue, id) {
    const stored = await queue.find(id);
    if (stored) await queue.remove(stored);
  }

  // extension/src/shared/settings.js
  function createSettings(store) {
    return {
      /** @returns {Promise<Account | null>} */
      account: async () => await store.get("account") ?? null,
      /** Whose notes lie here is known after they have left, too. @param {Account} account */
      setAccount: async (account) => {
        await store.set(`known|${spaceOf(account.server, account.user.id)}`, account.user.display_name || account.user.name);
        await store.set("account", account);
      },
      /** @param {string} space @returns {Promise<string | null>} of a user who was connected here */
      nameOf: async (space) => await store.get(`known|${space}`) ?? null,
      forgetAccount: () => store.remove("account"),
      /** @param {string} space @returns {Promise<string | null>} */
      destination: async (space) => await store.get(`destination|${space}`) ?? null,
      /** @param {string} space @param {string} group */
      setDestination: (space, group) => store.set(`destination|${space}`, group),
      /** @returns {Promise<Choices>} */
      choices: async () => ({ paused: [], hidden: false, muted: [], lookup: "listing", keys: DEFAULT_KEYS, ...await store.get("choices") }),
      /** @param {Choices} choices */
      setChoices: (choices2) => store.set("choices", choices2)
    };
  }
  function spaceOf(server, user) {
    const path = URL.canParse(user) ? new URL(user).pathname : user;
    return `${encodeURIComponent(server)}|${encodeURIComponent(path)}`;
  }

  // extension/src/shared/draft.js
  var FIELDS3 = ["title", "abstract", "fulltext"];
  var TEXTS = ["group", "paper", "quote", "text", "url", "source", "created"];
  var LONGEST = 1e6;
  function isDraft(value) {
    return typeof value === "object" && value !== null && isUuid(value.id) && TEXTS.every((name) => typeof value[name] === "string") && ((value.field ?? null) === null || FIELDS3.includes(value.field)) && isMarked(value) && Array.isArray(value.tags) && value.tags.every((tag2) => typeof tag2 === "string") && (value.parent === void 0 || isReply(value)) && isBounded(value);
  }
  function isTarget(value) {
    return typeof value === "object" && value !== null && ["quote", "url", "source"].every((name) => typeof value[name] === "string") && FIELDS3.includes(value.field) && isMarked(value) && value.selectors.length > 0 && isBounded(value);
  }
  function isPaperSeen(value) {
    return typeof value === "object" && value !== null && ["key", "title", "url", "source"].every((name) => typeof value[name] === "string") && (value.abstract === void 0 || typeof value.abstract === "string") && isVersion(value.version) && isBounded(value);
  }
  function isBounded(value) {
    return JSON.stringify(value).length <= LONGEST;
  }
  function isMarked({ selectors, version }) {
    return Array.isArray(selectors) && selectors.every(isSelector) && isVersion(version);
  }
  function isVersion(value) {
    return value === void 0 || Number.isInteger(value);
  }
  function isReply({ parent, field: field3, selectors }) {
    return isUuid(parent) && (field3 ?? null) === null && selectors.length === 0;
  }
  function isSelector(value) {
    if (value?.type === "TextQuoteSelector") return typeof value.exact === "string";
    return value?.type === "TextPositionSelector" && Number.isInteger(value.start) && Number.isInteger(value.end);
  }

  // extension/src/shared/unfinished.js
  var TEXTS2 = ["place", "paper", "title", "url", "quote", "text", "tags"];
  function createUnfinished({ store, space }) {
    const prefix = `draft|${space}|`;
    return {
      /** @param {Unfinished} one @returns {Promise<void>} once it is on disk */
      keep: (one) => store.set(prefix + one.id, one),
      /** @param {string} id */
      drop: (id) => store.remove(prefix + id),
      /** @returns {Promise<Unfinished[]>} the last that was written at comes first */
      list: async () => (await store.list(prefix)).map(([, one]) => one).sort((one, other) => other.at - one.at)
    };
  }
  function isUnfinished(value) {
    return typeof value === "object" && value !== null && isUuid(value.id) && TEXTS2.every((name) => typeof value[name] === "string") && [value.note, value.parent].every((id) => id === null || isUuid(id)) && (value.field === null || typeof value.field === "string") && isMarked(value) && isSeen(value.seen) && Number.isFinite(value.at) && isBounded(value);
  }

  // extension/src/shared/session.js
  function createSession(account, surroundings, reports) {
    const { store, locks, now = Date.now } = surroundings;
    const space = spaceOf(account.server, account.user.id);
    const auth = account.token === null ? { kind: "cookie", user: account.user.id } : { kind: "bearer", token: account.token };
    const api = createApi({ origin: account.server, auth, fetch: surroundings.fetch, now });
    const cache = createCache({ store, space, locks, now });
    const outbox = createOutbox({ store, space, locks, now });
    const isStillUs = async () => account.token !== null || spaceOf(account.server, (await api.me()).user.id) === space;
    const notes = new SessionNotes(account, space, store, api, cache, outbox, createFreshness({ store, space, now }), isStillUs);
    const sender = createSender({
      ...surroundings,
      ...reports,
      outbox,
      cache,
      send: (write2) => api.write(write2),
      meet: () => api.discovery(),
      iriOf: api.iriOf,
      me: account.user.id,
      confirm: isStillUs,
      forget: notes.seen.forget
    });
    return { account, space, api, cache, outbox, sender, isStillUs, notes };
  }
  var SessionNotes = class {
    /**
     * @param {Account} account @param {string} space @param {import("./types.js").Store} store @param {import("./api.js").Api} api
     * @param {import("./cache.js").Cache} cache @param {import("./outbox.js").Outbox} outbox
     * @param {import("./freshness.js").Freshness} freshness @param {() => Promise<boolean>} isStillUs
     */
    constructor(account, space, store, api, cache, outbox, freshness, isStillUs) {
      this.account = account;
      this.space = space;
      this.api = api;
      this.cache = cache;
      this.outbox = outbox;
      this.freshness = freshness;
      this.isStillUs = isStillUs;
      this.unfinished = createUnfinished({ store, space });
      this.seen = createPapersSeen({ store, space });
      this.asking = /* @__PURE__ */ new Map();
    }
    get me() {
      return this.account.user.id;
    }
    /** @param {string[]} papers @returns {Promise<Notes>} */
    async read(papers6) {
      const [kept2, stored, unfinished] = await Promise.all([this.cache.read(papers6), this.outbox.list(), this.unfinished.list()]);
      const operations = stored.map(({ operation }) => operation);
      const { name, display_name } = this.account.user;
      const isFresh = await this.freshness.test();
      const notesOf = (paper) => overlaid(paper, kept2.papers[paper], operations, this.me).map((note) => ({ ...note, fresh: isFresh(note) }));
      return {
        papers: Object.fromEntries(papers6.map((paper) => [paper, notesOf(paper)])),
        people: { ...kept2.people, [this.me]: { name, display_name } },
        labels: kept2.labels,
        unfinished: unfinished.filter(({ paper }) => papers6.includes(paper))
      };
    }
    /** Asks the server about these papers, as many at once as it allows. @param {string[]} papers @returns {Promise<boolean>} false: another user is signed in */
    async refresh(papers6) {
      if (!await this.isStillUs()) return false;
      const unique = [...new Set(papers6)].sort();
      for (let i3 = 0; i3 < unique.length; i3 += PAPERS_PER_LOOKUP) {
        await this.lookUp(unique.slice(i3, i3 + PAPERS_PER_LOOKUP));
      }
      return true;
    }
    /** @param {string[]} keys */
    async lookUp(keys) {
      const name = keys.join(" ");
      const asked = this.asking.get(name) ?? this.lookUpOnce(keys).finally(() => this.asking.delete(name));
      this.asking.set(name, asked);
      await asked;
    }
    /** @param {string[]} keys */
    async lookUpOnce(keys) {
      const moment = this.cache.moment();
      const answer = await this.api.lookup(keys, await this.cache.etagFor(keys));
      if (!answer.same) await this.cache.takeIn(keys, answer.etag, answer.lookup, moment);
    }
    /** The user has looked at all the notes of these papers. @param {string[]} papers */
    async looked(papers6) {
      const { papers: shown } = await this.read(papers6);
      await this.freshness.looked(papers6.flatMap((paper) => shown[paper]));
    }
    /**
     * Takes in what changed since the last time: the papers touched, and whether groups, their members or labels are others.
     * @returns {Promise<{papers: string[], groups: boolean} | null>} null: another user is signed in
     */
    async catchUp() {
      const touched = /* @__PURE__ */ new Set();
      let groups = false;
      let cursor = await this.cache.cursor();
      do {
        if (!await this.isStillUs()) return null;
        if (cursor === null) break;
        const moment = this.cache.moment();
        const changes = await this.changesSince(cursor);
        for (const paper of await this.cache.takeChanges(changes, moment)) touched.add(paper);
        if (changes.reset.includes("*")) await this.seen.clear();
        groups ||= [changes.groups ?? [], changes.lost, changes.reset].some((list) => list.length > 0);
        cursor = changes.more && changes.cursor !== cursor ? changes.cursor : null;
      } while (cursor !== null);
      return { papers: [...touched], groups };
    }
    /** A cursor that the server does not know, as after an update of it, is no use any more: all over again. @param {string} cursor */
    async changesSince(cursor) {
      try {
        return await this.api.changes(cursor);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== "bad-cursor") throw error;
        const changes = await this.api.changes(null);
        return { ...changes, reset: ["*"] };
      }
    }
    /** What a note has said: the server alone knows. @param {string} id @returns {Promise<import("./types.js").State[]>} the latest first */
    async history(id) {
      if (!await this.isStillUs()) throw new AskError("other-account", phrase("other_account"));
      return statesOf(await this.api.history(id));
    }
    /** @param {Draft} draft @returns {Promise<Note>} once it is on disk */
    async create(draft) {
      await this.outbox.create(draft);
      return this.one(draft);
    }
    /** @param {string} id @param {Wording} wording @param {import("./types.js").Seen} seen @returns {Promise<Note>} with the conflict, where there is one */
    async edit(id, wording, seen) {
      const base = await this.outbox.edit(() => this.base(id), wording, seen);
      return this.one(base.draft);
    }
    /** @param {string} id @param {Target} target  what it marks from now on @returns {Promise<Note>} */
    async attach(id, target) {
      const base = await this.outbox.attach(() => this.base(id), target);
      return this.one(base.draft);
    }
    /** @param {string} id @param {string} group @returns {Promise<Note>} */
    async move(id, group) {
      const base = await this.outbox.move(() => this.base(id), group);
      return this.one(base.draft);
    }
    /** @param {string} id @returns {Promise<string>} its paper */
    async delete(id) {
      const base = await this.outbox.delete(() => this.base(id));
      return base.draft.paper;
    }
    /** @param {string} id @returns {Promise<Note>} */
    async undoDelete(id) {
      return this.one(await this.outbox.undoDelete(id));
    }
    /** What waits and what could not be sent, each conflict with both of its wordings. @returns {Promise<import("./types.js").Waiting[]>} */
    async waiting() {
      const operations = (await this.outbox.list()).map(({ operation }) => operation);
      const papers6 = [...new Set(operations.filter(isConflict).map(({ paper }) => paper))];
      return waitingList(operations, papers6.length ? Object.values((await this.read(papers6)).papers).flat() : []);
    }
    /** The note as it shows now. @param {Draft} draft @returns {Promise<Note>} */
    async one(draft) {
      const { papers: papers6 } = await this.read([draft.paper]);
      return papers6[draft.paper].find(({ id }) => id === draft.id) ?? noteFromDraft(draft, this.me);
    }
    /** What the server holds of a note, or, before it holds any, what waits. @param {string} id @returns {Promise<Base>} */
    async base(id) {
      const known3 = await this.cache.find(id);
      if (known3) {
        const { entry, paper } = known3;
        return { draft: draftFromEntry(entry, paper), etag: entry.etag || null };
      }
      const waiting = newest(await this.outbox.list(), id)?.operation;
      if (!waiting?.draft) throw new AskError("not-found", phrase("note_not_here"));
      return { draft: waiting.draft, etag: null };
    }
    /** Passes on what a page showed. @param {PaperSeen} paper @param {string | null} group */
    async paperSeen(paper, group) {
      if (await this.seen.has(paper, group)) return;
      await this.outbox.paper(paper, group);
      await this.seen.add(paper, group);
    }
    /** All that waits, and what could not be sent. */
    async discardAll() {
      await this.outbox.discardAll();
      await this.seen.clear();
    }
  };

  // extension/src/shared/accounts.js
  var ACCOUNT_AGE = 10 * 6e4;
  var Accounts = class {
    /**
     * @param {BackendOptions & {locks: import("./locks.js").Locks}} options
     * @param {import("./settings.js").Settings} settings
     * @param {AccountEvents} events
     */
    constructor(options, settings, events) {
      this.options = options;
      this.access = options.access;
      this.settings = settings;
      this.events = events;
      this.now = options.now ?? Date.now;
      this.opening = null;
      this.askedAt = 0;
    }
    get isOld() {
      return this.now() - this.askedAt > ACCOUNT_AGE;
    }
    /** What is known of the account has changed at the server. */
    expire() {
      this.askedAt = -Infinity;
    }
    /** @returns {Promise<Session | null>} */
    current() {
      this.opening ??= this.open().catch((error) => {
        this.opening = null;
        throw error;
      });
      return this.opening;
    }
    /**
     * @param {unknown} [account]  what is asked was written under this one, and is nothing for another
     * @returns {Promise<Session>}
     */
    async need(account) {
      const session = await this.current();
      if (session && typeof account === "string" && account !== session.space) throw new AskError("other-account", phrase("other_account"));
      if (session) return session;
      if (this.access.kind === "cookie") throw new AskError("signed-out", phrase("signed_out_here"));
      throw new AskError("unpaired", phrase("unpaired"));
    }
    /** @returns {Promise<Session | null>} */
    async open() {
      const account = await this.settings.account();
      if (this.access.kind === "paired") return account && this.begin(account);
      return this.meet(this.access.server, account);
    }
    /** Behind a cookie the server says who is asking. Only while it does not answer, the page itself does. @param {string} server @param {Account | null} last @returns {Promise<Session | null>} */
    async meet(server, last) {
      try {
        const account = await this.accountAt(server, null);
        await this.settings.setAccount(account);
        const session = this.begin(account);
        await session.sender.resume();
        return session;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        this.events.trouble(error);
        if (last && this.isViewer(server, last) && (error.kind === "offline" || error.kind === "later")) return this.begin(last);
        this.opening = null;
        return null;
      }
    }
    /** Whether the page was made for the user of last time: another's notes are never shown, nor what is written taken for theirs. @param {string} server @param {Account} last */
    isViewer(server, last) {
      const { access } = this;
      return access.kind === "cookie" && last.server === server && access.viewer !== null && last.user.name === access.viewer;
    }
    /** @param {string} server @param {string | null} token */
    api(server, token2) {
      const auth = (
        /** @type {import("./api.js").Auth} */
        token2 === null ? { kind: "cookie" } : { kind: "bearer", token: token2 }
      );
      return createApi({ origin: server, auth, fetch: this.options.fetch, now: this.now });
    }
    /** @param {string} server @param {string | null} token @returns {Promise<Account>} */
    async accountAt(server, token2) {
      const api = this.api(server, token2);
      await api.discovery();
      const { user, groups } = await api.me();
      this.askedAt = this.now();
      return { server, token: token2, user, groups };
    }
    /** @param {Account} account @returns {Session} */
    begin(account) {
      const session = createSession(account, this.options, {
        changed: (papers6) => this.events.changed(papers6, session),
        trouble: this.events.trouble,
        fits: this.events.fits,
        replaced: () => void this.renew(session).catch(() => void 0)
        // else with the next look around
      });
      return session;
    }
    /** Groups and roles may be others by now, and behind a cookie so may the user. @param {Session} session */
    async renew(session) {
      const { server, token: token2 } = session.account;
      const account = await this.accountAt(server, token2);
      await this.alone(async () => {
        if (await this.current() !== session) return;
        if (account.user.id !== session.account.user.id) return this.events.changed(null, await this.take(account));
        await this.settings.setAccount(account);
        Object.assign(session.account, account);
      });
    }
    /** What is kept as the account and the session at work change together, or an answer in between brings back the one that was left. @template T @param {() => Promise<T>} work */
    alone(work) {
      return this.options.locks("account", work);
    }
    /** @param {Account} account  from now on @returns {Promise<Session>} */
    async take(account) {
      await this.settings.setAccount(account);
      const session = this.begin(account);
      await this.replace(session);
      return session;
    }
    /** @param {Session | null} session */
    async replace(session) {
      const before = await this.opening;
      before?.sender.close();
      this.opening = Promise.resolve(session);
    }
    /** @param {string} server @returns {string} its origin; nothing but the extension may choose a server */
    addressOf(server) {
      if (this.access.kind === "cookie") throw new AskError("not-allowed", phrase("pages_of_server"));
      const address2 = serverAddress(server);
      if ("problem" in address2) throw new AskError("wrong-address", address2.problem);
      return address2.origin;
    }
    /** @param {string} server @param {string} token */
    async connect(server, token2) {
      const origin = this.addressOf(server);
      if (!token2.trim()) throw new AskError("unauthorized", phrase("token_from_settings"));
      const account = await this.accountAt(origin, token2.trim()).catch(refusedConnection);
      const session = await this.alone(() => this.take(account));
      this.events.trouble(null);
      await session.sender.resume();
      void session.sender.flush();
    }
    /** @param {"keep" | "discard"} waiting  kept, it is sent when the same account is connected again */
    async disconnect(waiting) {
      if (this.access.kind === "cookie") throw new AskError("not-allowed", phrase("pages_of_server"));
      const session = await this.alone(async () => {
        const left = await this.current();
        await this.settings.forgetAccount();
        await this.replace(null);
        return left;
      });
      this.events.trouble(null);
      if (session) this.revoke(session.account);
      if (waiting === "discard") await session?.notes.discardAll();
      await session?.cache.clear();
    }
    /** The token is of no use to anyone now. Nobody waits for it: the server may be away for good. @param {Account} account */
    revoke({ server, token: token2 }) {
      if (token2) void this.api(server, null).form("/oauth/revoke", { token: token2 }).catch(() => void 0);
    }
  };
  function refusedConnection(error) {
    if (!(error instanceof ApiError)) throw error;
    const { code } = problemFrom(error, 0, false);
    const message = error.kind === "unauthorized" ? phrase("token_unknown_make") : error.message;
    throw new AskError(code, message);
  }

  // extension/src/shared/locks.js
  function sharedLocks() {
    const shared = globalThis.navigator?.locks;
    if (!shared) return ownLocks();
    return (name, work) => (
      /** @type {any} */
      shared.request(`postil|${name}`, work)
    );
  }
  function ownLocks() {
    const last = /* @__PURE__ */ new Map();
    return (name, work) => {
      const turn = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(name, turn.catch(() => void 0));
      return turn;
    };
  }

  // extension/src/shared/pairing.js
  var GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  var ENDED = (
    /** @type {Record<string, import("./phrase.js").Key>} */
    {
      access_denied: "pairing_denied",
      expired_token: "pairing_expired"
    }
  );
  async function beginPairing(accounts, server, client) {
    const origin = accounts.addressOf(server);
    const api = accounts.api(origin, null);
    const answer = await api.discovery().then(() => api.form("/oauth/device", { client_name: client, scope: "read write" })).catch(refusedConnection);
    if (typeof answer.device_code !== "string" || typeof answer.user_code !== "string") {
      throw new AskError("server", answer.error ? phrase("pairing_no_code_why", String(answer.error)) : phrase("pairing_no_code"));
    }
    const { device_code: device, user_code: code, verification_uri_complete: uri } = answer;
    const page = typeof uri === "string" && URL.canParse(uri) && new URL(uri).origin === origin ? uri : null;
    return { server: origin, code, page, device, interval: seconds(answer.interval, 5), expires: seconds(answer.expires_in, 600) };
  }
  async function pollPairing(accounts, server, device) {
    const origin = accounts.addressOf(server);
    const answer = await accounts.api(origin, null).form("/oauth/token", { grant_type: GRANT, device_code: device }).catch(refusedConnection);
    if (typeof answer.access_token === "string") {
      await accounts.connect(origin, answer.access_token);
      return "connected";
    }
    if (answer.error === "authorization_pending") return "pending";
    if (answer.error === "slow_down") return "slow-down";
    const code = String(answer.error ?? "server");
    throw new AskError(code, phrase(ENDED[code] ?? "pairing_ended"));
  }
  function seconds(value, fallback) {
    return typeof value === "number" && value > 0 ? value : fallback;
  }

  // extension/src/shared/kept.js
  async function keptForOthers(store, locks, settings, present) {
    const keys = (await Promise.all(["outbox|", "draft|"].map((prefix) => store.list(prefix)))).flat().map(([key]) => key);
    const accounts = [...new Set(keys.map((key) => key.split("|").slice(1, 3).join("|")))].filter((account) => account !== present);
    const kept2 = accounts.map(async (account) => {
      const operations = (await createOutbox({ store, space: account, locks }).list()).map(({ operation }) => operation);
      const [server, user] = account.split("|").map(decodeURIComponent);
      const name = await settings.nameOf(account) ?? user;
      return { account, server, name, operations: waitingList(operations, []), unfinished: (await createUnfinished({ store, space: account }).list()).length };
    });
    return (await Promise.all(kept2)).filter(({ operations, unfinished }) => operations.length + unfinished > 0);
  }

  // extension/src/shared/leaving.js
  function leaving(far) {
    const { accounts, settings } = far;
    const { store } = far.options;
    let wanted = null;
    const notesOf = async (account) => {
      const space = String(account);
      const isKnown = (await accounts.current())?.space === space || await settings.nameOf(space) !== null;
      if (!isKnown) throw new AskError("other-account", phrase("other_account"));
      return createUnfinished({ store, space });
    };
    const list = async () => await (await accounts.current())?.notes.unfinished.list() ?? [];
    return {
      "draft-keep": async ({ account, draft }) => {
        if (!isUnfinished(draft)) throw new AskError("bad-message", phrase("bad_note"));
        await (await notesOf(account)).keep(draft);
        return {};
      },
      "draft-drop": async ({ account, id }) => {
        await (await notesOf(account)).drop(String(id));
        await far.tell([]);
        return {};
      },
      drafts: async () => ({ drafts: await list() }),
      "draft-open": async ({ id }) => {
        const draft = (await list()).find((one) => one.id === id);
        if (!draft) throw new AskError("not-found", phrase("unfinished_gone"));
        wanted = draft.id;
        await far.tell([draft.paper]);
        return {};
      },
      "draft-claim": async ({ papers: papers6 }) => {
        const here = far.strings(papers6);
        const draft = (await list()).find(({ id, paper }) => id === wanted && here.includes(paper)) ?? null;
        if (draft) wanted = null;
        return { draft };
      },
      kept: async () => {
        const present = (await accounts.current())?.space ?? null;
        return { accounts: await keptForOthers(store, accounts.options.locks, settings, present) };
      }
    };
  }

  // extension/src/shared/writing.js
  function writing(far) {
    const { accounts } = far;
    const written = async (session, paper, unfinished) => {
      if (typeof unfinished === "string") await session.notes.unfinished.drop(unfinished);
      void session.sender.flush();
      await far.tell([paper]);
    };
    return {
      create: async ({ draft, account, unfinished }) => {
        if (!isDraft(draft)) throw new AskError("bad-message", phrase("bad_note"));
        const session = await accounts.need(account);
        const note = await session.notes.create(draft);
        await far.unmute(draft.group);
        await written(session, draft.paper, unfinished);
        return note;
      },
      edit: async ({ id, text: text2, tags, seen, account, unfinished }) => {
        if (!isWording({ text: text2, tags }) || !isSeen(seen) || !isBounded({ text: text2, tags, seen })) throw new AskError("bad-message", phrase("bad_note"));
        const session = await accounts.need(account);
        const note = await session.notes.edit(String(id), { text: text2, tags }, seen);
        await written(session, note.paper, unfinished);
        return note;
      },
      attach: async ({ id, target }) => {
        if (!isTarget(target)) throw new AskError("bad-message", phrase("bad_mark"));
        const session = await accounts.need();
        const note = await session.notes.attach(String(id), target);
        await written(session, note.paper);
        return note;
      },
      move: async ({ id, group }) => {
        const session = await accounts.need();
        mayWrite(session, group);
        const note = await session.notes.move(String(id), group);
        await far.unmute(group);
        await written(session, note.paper);
        return note;
      },
      delete: async ({ id }) => {
        const session = await accounts.need();
        await written(session, await session.notes.delete(String(id)));
        return {};
      },
      "undo-delete": async ({ id }) => {
        const session = await accounts.need();
        const note = await session.notes.undoDelete(String(id));
        await written(session, note.paper);
        return note;
      },
      "paper-seen": async ({ paper }) => {
        if (!isPaperSeen(paper)) throw new AskError("bad-message", phrase("bad_message"));
        const session = await accounts.need();
        await session.notes.paperSeen(paper, await far.destination(session));
        void session.sender.flush();
        return {};
      },
      destination: async ({ group }) => {
        const session = await accounts.need();
        mayWrite(session, group);
        await far.settings.setDestination(session.space, group);
        await far.tell([]);
        return far.status();
      },
      waiting: () => far.waiting(),
      "resolve-failed": async ({ operation, way }) => {
        const session = await accounts.need();
        const personal = session.account.groups.find(({ kind }) => kind === "personal")?.id ?? null;
        await session.outbox.resolve(String(operation), way, personal);
        void session.sender.flush();
        await far.tell(null);
        return far.status();
      }
    };
  }
  function mayWrite({ account }, group) {
    const isWritable = account.groups.some(({ id, can_write }) => id === group && can_write);
    if (!isWritable) throw new AskError("not-allowed", phrase("read_only_team"));
  }

  // extension/src/shared/backend.js
  function createBackend(options) {
    const far = new FarEnd(options);
    const handlers = { ...reading2(far), ...writing(far), ...leaving(far), ...switches(far), ...connecting(far) };
    return { handlers, tick: () => far.catchUp(), status: () => far.status() };
  }
  function reading2(far) {
    return {
      status: () => far.status(),
      notes: ({ papers: papers6 }) => far.notes(far.strings(papers6)),
      refresh: async ({ papers: papers6, asked }) => ({ ...await far.refresh(far.strings(papers6), asked === true), status: await far.status() }),
      history: ({ id }) => far.history(String(id)),
      looked: async ({ papers: papers6 }) => {
        await (await far.accounts.need()).notes.looked(far.strings(papers6));
        return {};
      },
      "catch-up": async () => {
        await far.catchUp();
        return {};
      },
      "try-now": () => far.tryNow()
    };
  }
  function connecting(far) {
    const { accounts } = far;
    const after = async () => {
      await far.tell(null);
      return far.status();
    };
    return {
      connect: async ({ server, token: token2 }) => {
        await accounts.connect(String(server), String(token2));
        return after();
      },
      disconnect: async (payload) => {
        await accounts.disconnect(payload?.waiting ?? "keep");
        return after();
      },
      "begin-pairing": ({ server, client }) => beginPairing(accounts, String(server), String(client)),
      "poll-pairing": async ({ server, device }) => {
        const outcome = await pollPairing(accounts, String(server), String(device));
        return { outcome, status: outcome === "connected" ? await after() : null };
      }
    };
  }
  var FarEnd = class {
    /** @param {BackendOptions} options */
    constructor(options) {
      this.options = options;
      this.isByCookie = options.access.kind === "cookie";
      this.settings = createSettings(options.store);
      this.accounts = new Accounts({ ...options, locks: options.locks ?? sharedLocks() }, this.settings, {
        changed: (papers6, session) => void this.tell(papers6, session).catch(() => void 0),
        trouble: (error) => this.note(error),
        fits: () => this.fits
      });
      this.problem = null;
      this.catching = null;
    }
    /** @param {unknown} value @returns {string[]} */
    strings(value) {
      if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) throw new AskError("bad-message", phrase("bad_message"));
      return value;
    }
    /** While the versions do not fit nothing is sent or asked, but for whether they do by now. */
    get fits() {
      return this.problem?.kind !== "version";
    }
    /** @param {ApiError | null} error */
    note(error) {
      this.problem = error;
    }
    /** @returns {Promise<Status>} */
    async status() {
      const { access } = this.options;
      const session = await this.accounts.current();
      const account = session?.account;
      const counts2 = countsOf((await this.waiting()).operations);
      return {
        paired: Boolean(account) || this.isByCookie,
        account: session?.space ?? null,
        server: account?.server ?? (access.kind === "cookie" ? access.server : null),
        user: account?.user ?? null,
        groups: account?.groups ?? [],
        destination: session ? await this.destination(session) : null,
        problem: await this.problemNow(session, counts2.waiting),
        ...counts2,
        ...await this.settings.choices()
      };
    }
    /** @param {Session | null} session @param {number} waiting */
    async problemNow(session, waiting) {
      const isPaused = session ? await session.sender.paused() : false;
      const error = this.problem ?? (isPaused ? new ApiError("unauthorized", "") : null);
      return error && problemFrom(error, waiting, this.isByCookie);
    }
    /** Only me until the user picks another, and again when the picked one is gone or only read. @param {Session} session @returns {Promise<string | null>} */
    async destination({ account, space }) {
      const writable = account.groups.filter(({ can_write }) => can_write);
      const chosen = await this.settings.destination(space);
      const group = writable.find(({ id }) => id === chosen) ?? writable.find(({ kind }) => kind === "personal");
      return group?.id ?? null;
    }
    /** Who writes into a group wants to see it. @param {string} group */
    async unmute(group) {
      const choices2 = await this.settings.choices();
      if (choices2.muted.includes(group)) await this.settings.setChoices({ ...choices2, muted: toggled(choices2.muted, group, false) });
    }
    async waiting() {
      const session = await this.accounts.current();
      return { operations: session ? await session.notes.waiting() : [] };
    }
    /** @param {string[] | null} papers @param {Session} [from]  an account that is no longer in use is not heard */
    async tell(papers6, from) {
      if (from && await this.accounts.current() !== from) return;
      this.options.push({ push: "changed", papers: papers6, status: await this.status() });
    }
    /** @param {string[]} papers */
    async notes(papers6) {
      const session = await this.accounts.current();
      return session ? session.notes.read(papers6) : { papers: Object.fromEntries(papers6.map((paper) => [paper, []])), people: {}, labels: {}, unfinished: [] };
    }
    /** @param {string} note */
    async history(note) {
      const session = await this.accounts.need();
      if (this.problem && !this.fits) throw this.problem;
      return { states: await session.notes.history(note) };
    }
    /** @param {string[]} papers @param {boolean} isAsked  by the user: where they chose so, the server hears of no other papers */
    async refresh(papers6, isAsked) {
      const session = await this.accounts.current();
      const { lookup: lookup2 } = await this.settings.choices();
      const may = session && this.fits && (isAsked || lookup2 === "listing") && !await session.sender.paused();
      if (may) await this.attempt(() => this.refreshAs(session, papers6));
      return this.notes(papers6);
    }
    /** @param {Session} session @param {string[]} papers */
    async refreshAs(session, papers6) {
      if (await session.notes.refresh(papers6)) return;
      await this.accounts.renew(session);
      await (await this.accounts.current())?.notes.refresh(papers6);
    }
    /** What is kept is shown in any case; what went wrong stands in the status. @param {() => Promise<unknown>} work */
    async attempt(work) {
      const before = this.problem?.kind ?? null;
      try {
        await work();
        this.note(null);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        this.note(error);
      }
      if ((this.problem?.kind ?? null) !== before) await this.tell([]);
    }
    async tryNow() {
      const session = await this.accounts.current();
      if (session) await this.attempt(() => this.accounts.renew(session));
      await (await this.accounts.current())?.sender.flush({ now: true });
      await this.tell(null);
      return this.status();
    }
    /** Now and then, and often while somebody looks: what waits goes out, what changed comes in. Many pages ask, one answer serves them. */
    catchUp() {
      this.catching ??= this.catchUpOnce().finally(() => {
        this.catching = null;
      });
      return this.catching;
    }
    async catchUpOnce() {
      const session = await this.accounts.current();
      if (!session) return;
      const isPaused = await session.sender.paused();
      if (isPaused && !this.isByCookie) return;
      if (isPaused || this.accounts.isOld || !this.fits) {
        await this.attempt(async () => {
          await this.accounts.renew(session);
          if (isPaused) await session.sender.resume();
        });
      }
      const current2 = await this.accounts.current();
      if (!current2 || !this.fits || await current2.sender.paused()) return;
      void current2.sender.flush();
      await this.attempt(async () => {
        const caught = await current2.notes.catchUp();
        if (!caught) return this.accounts.renew(current2);
        const { papers: papers6, groups } = caught;
        if (groups) this.accounts.expire();
        if (groups || papers6.length) await this.tell(groups ? null : papers6, current2);
        if (!groups) return;
        await this.accounts.renew(current2);
        await this.tell(null, current2);
      });
    }
  };

  // extension/src/shared/not-kept.js
  var NotKept = class extends Error {
    /** @param {unknown} cause */
    constructor(cause) {
      super(phrase("store_refused"), { cause });
      this.name = "NotKept";
      this.code = "not-kept";
    }
  };

  // extension/src/shared/store-indexeddb.js
  var TABLE = "kept";
  var LAST = "￿";
  function indexedDbStore(name = "postil", factory = indexedDB) {
    let opening = null;
    const database = () => opening ??= open2(factory, name, () => {
      opening = null;
    });
    return {
      get: async (key) => finished(read2(await database()).get(key)),
      set: async (key, value) => write(await database(), (table) => table.put(value, key)),
      remove: async (key) => write(await database(), (table) => table.delete(key)),
      list: async (prefix) => {
        const range = IDBKeyRange.bound(prefix, prefix + LAST);
        const table = read2(await database());
        const [keys, values] = await Promise.all([finished(table.getAllKeys(range)), finished(table.getAll(range))]);
        return keys.map((key, i3) => [String(key), values[i3]]);
      }
    };
  }
  function open2(factory, name, closed) {
    return new Promise((resolve, reject) => {
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
      request.onsuccess = () => {
        const database = request.result;
        database.onversionchange = () => {
          database.close();
          closed();
        };
        database.onclose = closed;
        resolve(database);
      };
      request.onerror = () => {
        closed();
        reject(request.error?.name === "InvalidStateError" ? new Error(phrase("keeps_nothing")) : request.error);
      };
    });
  }
  function read2(database) {
    return database.transaction(TABLE, "readonly").objectStore(TABLE);
  }
  function write(database, change) {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new NotKept(transaction.error));
      change(transaction.objectStore(TABLE));
    });
  }
  function finished(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  // extension/src/shared/transport-direct.js
  function directTransport() {
    const answerers = [];
    const listeners = /* @__PURE__ */ new Set();
    return {
      send: async (message) => {
        for (const answer of answerers) {
          const reply2 = answer(structuredClone(message), "page", {});
          if (reply2) return structuredClone(await reply2);
        }
        return void 0;
      },
      receive: (answer) => {
        answerers.push(answer);
      },
      onPush: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      push: (push) => {
        for (const listener of listeners) listener(structuredClone(push));
      }
    };
  }

  // extension/src/options/keys-form.js
  var NAMES2 = {
    walk: "walk",
    next: "walk_next",
    previous: "walk_previous",
    "next-paper": "keys_next_paper",
    "previous-paper": "keys_previous_paper",
    highlight: "highlight",
    note: "note",
    abstract: "abstract"
  };
  function rekeyed(keys, action, typed) {
    const letter = [...typed.trim()].at(-1)?.toLowerCase() ?? "";
    const wanted = withLetter(keys, action, letter);
    const clash = clashIn(wanted.letters);
    if (!clash) return { keys: wanted, untaken: null };
    const other = clash.other === action ? clash.action : clash.other;
    return { keys: null, untaken: { action, letter, line: other ? phrase("keys_taken", letter, phrase(NAMES2[other])) : phrase("keys_not_one") } };
  }
  function keysActions(present, keep, refuse) {
    const change = (changed2) => {
      const now = present();
      if (!now) return;
      const { keys, untaken } = changed2(now);
      if (keys) keep(keys);
      else refuse(untaken);
    };
    return {
      useKeys: (on) => change((keys) => ({ keys: { ...keys, on }, untaken: null })),
      takeKey: (action, typed) => change((keys) => rekeyed(keys, action, typed)),
      usualKeys: () => change(({ on }) => ({ keys: { ...DEFAULT_KEYS, on }, untaken: null }))
    };
  }
  function keysForm(keys, untaken, actions2) {
    const isUsual = !Object.keys(keys.letters).length;
    return b`
    <section aria-labelledby="keys">
      <h2 id="keys">${phrase("keys")}</h2>
      <p id="keys-about">${phrase("keys_about")}</p>
      <label class="choice">
        <input type="checkbox" .checked=${l2(keys.on)} @change=${(event) => actions2.useKeys(inputOf(event).checked)} /><span>${phrase("keys_on")}</span></label>
      <fieldset class="keys" aria-labelledby="keys" ?disabled=${!keys.on}>${ACTIONS.map((action) => field2(action, keys, untaken, actions2))}</fieldset>
      <p class="small wrong" id="key-wrong" aria-live="polite">${untaken?.line ?? ""}</p>
      <div class="row"><button type="button" ?disabled=${isUsual && !untaken} @click=${actions2.usualKeys}>${phrase("keys_usual")}</button></div>
    </section>
  `;
  }
  function field2(action, { letters }, untaken, actions2) {
    const wrong = untaken?.action === action ? untaken : null;
    return b`<label for="key-${action}">${phrase(NAMES2[action])}</label>
    <input id="key-${action}" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid=${String(wrong !== null)}
      aria-describedby=${wrong ? "key-wrong" : "keys-about"} .value=${l2(wrong?.letter ?? letterOf({ on: true, letters }, action))}
      @focus=${(event) => inputOf(event).select()}
      @input=${(event) => event.isComposing || actions2.takeKey(action, inputOf(event).value)} />`;
  }
  var inputOf = ({ currentTarget }) => (
    /** @type {HTMLInputElement} */
    currentTarget
  );

  // extension/src/options/letters.js
  function createLetters(kept2, keep, show) {
    let shown = kept2;
    const turn = (keys) => show(shown = keys);
    return {
      /** What is kept by now, maybe from another tab. @param {Keys} keys */
      heard(keys) {
        const isSettled = shown === kept2;
        kept2 = keys;
        if (isSettled) turn(keys);
      },
      /** What is typed next builds on it, answered or not. Rejects as `keep` does. @param {Keys} keys */
      async choose(keys) {
        turn(keys);
        try {
          await keep(keys);
          kept2 = keys;
        } catch (error) {
          if (shown === keys) turn(kept2);
          throw error;
        }
      }
    };
  }

  // extension/src/page/keys.js
  async function editKeys(place3, chosen) {
    const state = { keys: DEFAULT_KEYS, untaken: null, said: "" };
    const show = (change) => {
      Object.assign(state, change);
      D(b`${keysForm(state.keys, state.untaken, actions2)}<p class="hint" role="status">${state.said}</p>`, place3);
    };
    const letters = createLetters(state.keys, (keys) => ask("set-keys", keys), (keys) => show({ keys }));
    const keep = async (keys) => {
      state.untaken = null;
      try {
        await letters.choose(keys);
        show({ said: phrase("kept") });
        chosen();
      } catch (error) {
        show({ said: messageOf(error) });
      }
    };
    const actions2 = keysActions(() => state.keys, (keys) => void keep(keys), (untaken) => show({ untaken, said: "" }));
    onPush(({ status }) => letters.heard(status.keys));
    letters.heard((await ask("status", void 0)).keys);
  }

  // extension/src/page/main.js
  speak([document.documentElement.lang]);
  var transport = directTransport();
  var backend = createBackend({
    store: indexedDbStore(),
    access: { kind: "cookie", server: location.origin, viewer: document.documentElement.getAttribute("data-postil-viewer") },
    push: transport.push
  });
  serve(backend.handlers, transport);
  speakThrough(transport);
  startReader({ adapterFor, tools: async () => Tools, connect: phrase("connect_by_signing_in") });
  var choices = new BroadcastChannel("postil-choices");
  choices.addEventListener("message", async () => transport.push({ push: "changed", papers: [], status: await ask("status", void 0) }));
  var place2 = document.getElementById("postil-keys");
  if (place2) void editKeys(place2, () => choices.postMessage("keys"));
})();
