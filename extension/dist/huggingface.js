//# allFunctionsCalledOnLoad
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

  // extension/src/adapters/huggingface-listing.js
  var PATHS = /^\/papers(?:\/(?:trending|(?:date|week|month)\/[^/]+))?\/?$/u;
  var SHORTEST_ABSTRACT = 120;
  var huggingFaceListing = {
    name: "huggingface-listing",
    matches: (url) => url.hostname === "huggingface.co" && PATHS.test(url.pathname),
    papers,
    island,
    shows: ["title"]
  };
  var huggingface_listing_default = huggingFaceListing;
  function island(doc) {
    return doc.querySelector('[data-target="DailyPapers"]');
  }
  function papers(doc) {
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
    const abstract = abstractElement(elementsAfter(card, heading), entry, guess);
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
  function abstractElement(elements, entry, guess) {
    if (!entry?.abstract) return guess ? longestBlock(elements, SHORTEST_ABSTRACT) : null;
    const known = elementHolding(elements, entry.abstract);
    if (known) return known;
    const longest = longestBlock(elements, SHORTEST_ABSTRACT);
    return longest && beginAlike(longest.textContent ?? "", entry.abstract) ? longest : null;
  }

  // extension/src/adapters/huggingface-paper.js
  var SHORTEST_ABSTRACT2 = 120;
  var AI_BOX = '[class*="bg-blue-"], [class*="border-blue-"]';
  var huggingFacePaperPage = {
    name: "huggingface-paper",
    matches: (url) => huggingFacePaper(url.href) !== null,
    papers: papers2,
    island: island2,
    shows: ["title", "abstract"]
  };
  var huggingface_paper_default = huggingFacePaperPage;
  function island2(doc) {
    return doc.querySelector('[data-target="PaperContent"]');
  }
  function papers2(doc) {
    const home = island2(doc);
    const scope = home ?? doc.querySelector("main") ?? doc.body;
    const title = scope?.querySelector("h1");
    const id = huggingFacePaper(doc.URL);
    if (!id || !scope || !title) return [];
    const props = trusted2(islandProps(home), id.id, title);
    const abstract = abstractElement2(scope, title, props);
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
  function abstractElement2(scope, title, props) {
    const heading = [...scope.querySelectorAll("h2")].find((one) => /^abstract$/iu.test(oneLine(one.textContent)));
    const section = heading?.parentElement;
    const nearby = withoutSummary(section ? elementsAfter(section, heading) : elementsAfter(scope, title), props);
    const known = props && elementHolding(nearby, props.abstract);
    if (known) return known;
    return section ? longestBlock(nearby, SHORTEST_ABSTRACT2) : null;
  }
  function withoutSummary(elements, props) {
    const summary = props?.aiSummary ? elementHolding(elements, props.aiSummary) : null;
    return elements.filter((element) => !element.closest(AI_BOX) && !summary?.contains(element));
  }

  // extension/src/adapters/found.js
  var adapters = [huggingface_listing_default, huggingface_paper_default];

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
    const known = wanted.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(catalogues, tag));
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
    const plain = value.replace(TURNS, "");
    const isForeign = RIGHT_TO_LEFT_LETTER.test(plain) || direction() === "rtl" && new RegExp("\\p{L}", "u").test(plain);
    return isForeign ? `${ISOLATE}${plain}${END_OF_ISOLATE}` : plain;
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
  var STEP = 16;
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
    for (let left = inside; left >= Math.max(card.left, 0); left -= STEP) spots.push({ left, top: edge });
    spots.push({ left: inside, top: card.bottom - badge.height - 6 }, { left: inside, top: card.bottom - badge.height / 2 });
    const free = spots.find((spot) => {
      const box = { ...spot, right: spot.left + badge.width, bottom: spot.top + badge.height };
      return spot.left >= 0 && !taken3.some((other) => overlap(box, other));
    });
    return free ?? { left: Math.max(0, inside), top: edge };
  }

  // extension/src/content/spots.js
  var CONTROLS = "a[href], button, input, select, textarea, label, summary, [role=button], [role=checkbox], img, svg, video";
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
    const things = [...shown.paper.card.querySelectorAll("*")].filter((one) => one.matches(CONTROLS) || isLabel(one));
    const boxes = things.flatMap((one) => [...one.getClientRects()]).filter((box) => box.width * box.height < large);
    const texts = [shown.paper.fields.title, shown.paper.fields.abstract].flatMap((field) => field ? linesOf(field) : []);
    return [...boxes, ...texts];
  }
  var LABEL = 80;
  function isLabel(element) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    return words && (element.textContent ?? "").length <= LABEL;
  }
  function linesOf(field) {
    const range = field.ownerDocument.createRange();
    range.selectNodeContents(field);
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
      setPapers(papers3, touched) {
        const before = new Set(shown.map((one) => one.paper.key));
        const kept = new Map(shown.map((one) => [one.paper.card, one]));
        shown = papers3.map((paper) => carried(kept.get(paper.card), paper, touched) ?? anew(paper));
        settle(shown.filter((one) => !one.texts.size).map((one) => one.paper.key));
        return [...new Set(papers3.map((paper) => paper.key))].filter((key) => !before.has(key));
      },
      /**
       * What was read here is not what stands there now, and marks nothing more until the papers are taken again.
       * @param {Node[]} touched
       */
      release(touched) {
        for (const one of shown) {
          const changed = [...one.texts.keys()].filter((field) => touched.some((node) => field.contains(node)));
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
      text: (one, field) => read().text(one, field),
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
      const field = paper.fields[name];
      return field === before.paper.fields[name] && !(field && touched.some((node) => field.contains(node)));
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
      const finish = () => {
        observer.disconnect();
        clearTimeout(rest);
        clearTimeout(end);
        resolve();
      };
      const observer = new MutationObserver(() => {
        clearTimeout(rest);
        rest = setTimeout(finish, still);
      });
      let rest = setTimeout(finish, still);
      const end = setTimeout(finish, atMost);
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
    const address = () => win.location.href.split("#")[0];
    let known = address();
    const look = () => {
      if (address() === known) return;
      known = address();
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
    return attributeName !== "style" || isOff(oldValue) !== isOff(
      /** @type {Element} */
      target.getAttribute("style")
    );
  }
  var isOff = (style) => /display\s*:\s*none/iu.test(style ?? "");

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
    async #load(desk, papers3, asked = false) {
      if (!this.#status?.paired) return desk.host.settled(true);
      desk.host.settled(false);
      try {
        const kept = await ask("notes", { papers: papers3 });
        await this.#take(desk, kept, papers3);
        const writes = () => desk.tools?.writer.writes() ?? 0;
        const before = writes();
        const answer = await ask("refresh", { papers: papers3, asked });
        if (this.#know(answer.status)) return this.#load(desk, this.#margin.keys());
        await this.#take(desk, before === writes() ? answer : await ask("notes", { papers: papers3 }), papers3);
      } catch {
      }
      desk.host.settled(true);
    }
    /**
     * @param {Desk} desk
     * @param {Notes} answer
     * @param {string[]} papers
     */
    async #take(desk, answer, papers3) {
      const isBare = !answer.unfinished.length && papers3.every((paper) => !answer.papers[paper]?.length);
      if (!isBare) {
        this.#isBehind = true;
        await desk.equip();
      }
      if (desk !== this.#desk) return;
      this.#isBehind = false;
      this.#margin.setNotes(answer, papers3);
      desk.tools?.drafts.know(answer.unfinished, papers3);
      desk.paint();
      void this.#goOn(desk).catch(() => {
      });
    }
    /** Somebody asked, in the popup or in the options, for what was left unfinished here. @param {Desk} desk */
    async #goOn(desk) {
      const { tools: tools2 } = desk;
      const papers3 = [...new Set(tools2?.drafts.of().map(({ paper }) => paper))];
      if (!tools2 || !papers3.length || this.doc.visibilityState !== "visible") return;
      const { draft } = await ask("draft-claim", { papers: papers3 });
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
      const papers3 = this.#margin.keys().filter((key) => push.papers === null || push.papers.includes(key));
      if (!papers3.length || !push.status.paired) return desk.paint();
      await this.#take(desk, await ask("notes", { papers: papers3 }), papers3);
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
