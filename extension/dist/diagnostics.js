"use strict";
(() => {
  // node_modules/lit-html/lit-html.js
  /**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   */
  var t = globalThis;
  var i = (t2) => t2;
  var s = t.trustedTypes;
  var e = s ? s.createPolicy("lit-html", { createHTML: (t2) => t2 }) : void 0;
  var h = "$lit$";
  var o = `lit$${Math.random().toFixed(9).slice(2)}$`;
  var n = "?" + o;
  var r = `<${n}>`;
  var l = document;
  var c = () => l.createComment("");
  var a = (t2) => null === t2 || "object" != typeof t2 && "function" != typeof t2;
  var u = Array.isArray;
  var d = (t2) => u(t2) || "function" == typeof t2?.[Symbol.iterator];
  var f = "[ 	\n\f\r]";
  var v = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g;
  var _ = /-->/g;
  var m = />/g;
  var p = RegExp(`>|${f}(?:([^\\s"'>=/]+)(${f}*=${f}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`, "g");
  var g = /'/g;
  var $ = /"/g;
  var y = /^(?:script|style|textarea|title)$/i;
  var x = (t2) => (i2, ...s2) => ({ _$litType$: t2, strings: i2, values: s2 });
  var b = x(1);
  var w = x(2);
  var T = x(3);
  var E = /* @__PURE__ */ Symbol.for("lit-noChange");
  var A = /* @__PURE__ */ Symbol.for("lit-nothing");
  var C = /* @__PURE__ */ new WeakMap();
  var P = l.createTreeWalker(l, 129);
  function V(t2, i2) {
    if (!u(t2) || !t2.hasOwnProperty("raw")) throw Error("invalid template strings array");
    return void 0 !== e ? e.createHTML(i2) : i2;
  }
  var N = (t2, i2) => {
    const s2 = t2.length - 1, e2 = [];
    let n2, l2 = 2 === i2 ? "<svg>" : 3 === i2 ? "<math>" : "", c2 = v;
    for (let i3 = 0; i3 < s2; i3++) {
      const s3 = t2[i3];
      let a2, u2, d2 = -1, f2 = 0;
      for (; f2 < s3.length && (c2.lastIndex = f2, u2 = c2.exec(s3), null !== u2); ) f2 = c2.lastIndex, c2 === v ? "!--" === u2[1] ? c2 = _ : void 0 !== u2[1] ? c2 = m : void 0 !== u2[2] ? (y.test(u2[2]) && (n2 = RegExp("</" + u2[2], "g")), c2 = p) : void 0 !== u2[3] && (c2 = p) : c2 === p ? ">" === u2[0] ? (c2 = n2 ?? v, d2 = -1) : void 0 === u2[1] ? d2 = -2 : (d2 = c2.lastIndex - u2[2].length, a2 = u2[1], c2 = void 0 === u2[3] ? p : '"' === u2[3] ? $ : g) : c2 === $ || c2 === g ? c2 = p : c2 === _ || c2 === m ? c2 = v : (c2 = p, n2 = void 0);
      const x2 = c2 === p && t2[i3 + 1].startsWith("/>") ? " " : "";
      l2 += c2 === v ? s3 + r : d2 >= 0 ? (e2.push(a2), s3.slice(0, d2) + h + s3.slice(d2) + o + x2) : s3 + o + (-2 === d2 ? i3 : x2);
    }
    return [V(t2, l2 + (t2[s2] || "<?>") + (2 === i2 ? "</svg>" : 3 === i2 ? "</math>" : "")), e2];
  };
  var S = class _S {
    constructor({ strings: t2, _$litType$: i2 }, e2) {
      let r2;
      this.parts = [];
      let l2 = 0, a2 = 0;
      const u2 = t2.length - 1, d2 = this.parts, [f2, v2] = N(t2, i2);
      if (this.el = _S.createElement(f2, e2), P.currentNode = this.el.content, 2 === i2 || 3 === i2) {
        const t3 = this.el.content.firstChild;
        t3.replaceWith(...t3.childNodes);
      }
      for (; null !== (r2 = P.nextNode()) && d2.length < u2; ) {
        if (1 === r2.nodeType) {
          if (r2.hasAttributes()) for (const t3 of r2.getAttributeNames()) if (t3.endsWith(h)) {
            const i3 = v2[a2++], s2 = r2.getAttribute(t3).split(o), e3 = /([.?@])?(.*)/.exec(i3);
            d2.push({ type: 1, index: l2, name: e3[2], strings: s2, ctor: "." === e3[1] ? I : "?" === e3[1] ? L : "@" === e3[1] ? z : H }), r2.removeAttribute(t3);
          } else t3.startsWith(o) && (d2.push({ type: 6, index: l2 }), r2.removeAttribute(t3));
          if (y.test(r2.tagName)) {
            const t3 = r2.textContent.split(o), i3 = t3.length - 1;
            if (i3 > 0) {
              r2.textContent = s ? s.emptyScript : "";
              for (let s2 = 0; s2 < i3; s2++) r2.append(t3[s2], c()), P.nextNode(), d2.push({ type: 2, index: ++l2 });
              r2.append(t3[i3], c());
            }
          }
        } else if (8 === r2.nodeType) if (r2.data === n) d2.push({ type: 2, index: l2 });
        else {
          let t3 = -1;
          for (; -1 !== (t3 = r2.data.indexOf(o, t3 + 1)); ) d2.push({ type: 7, index: l2 }), t3 += o.length - 1;
        }
        l2++;
      }
    }
    static createElement(t2, i2) {
      const s2 = l.createElement("template");
      return s2.innerHTML = t2, s2;
    }
  };
  function M(t2, i2, s2 = t2, e2) {
    if (i2 === E) return i2;
    let h2 = void 0 !== e2 ? s2._$Co?.[e2] : s2._$Cl;
    const o2 = a(i2) ? void 0 : i2._$litDirective$;
    return h2?.constructor !== o2 && (h2?._$AO?.(false), void 0 === o2 ? h2 = void 0 : (h2 = new o2(t2), h2._$AT(t2, s2, e2)), void 0 !== e2 ? (s2._$Co ??= [])[e2] = h2 : s2._$Cl = h2), void 0 !== h2 && (i2 = M(t2, h2._$AS(t2, i2.values), h2, e2)), i2;
  }
  var R = class {
    constructor(t2, i2) {
      this._$AV = [], this._$AN = void 0, this._$AD = t2, this._$AM = i2;
    }
    get parentNode() {
      return this._$AM.parentNode;
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    u(t2) {
      const { el: { content: i2 }, parts: s2 } = this._$AD, e2 = (t2?.creationScope ?? l).importNode(i2, true);
      P.currentNode = e2;
      let h2 = P.nextNode(), o2 = 0, n2 = 0, r2 = s2[0];
      for (; void 0 !== r2; ) {
        if (o2 === r2.index) {
          let i3;
          2 === r2.type ? i3 = new k(h2, h2.nextSibling, this, t2) : 1 === r2.type ? i3 = new r2.ctor(h2, r2.name, r2.strings, this, t2) : 6 === r2.type && (i3 = new Z(h2, this, t2)), this._$AV.push(i3), r2 = s2[++n2];
        }
        o2 !== r2?.index && (h2 = P.nextNode(), o2++);
      }
      return P.currentNode = l, e2;
    }
    p(t2) {
      let i2 = 0;
      for (const s2 of this._$AV) void 0 !== s2 && (void 0 !== s2.strings ? (s2._$AI(t2, s2, i2), i2 += s2.strings.length - 2) : s2._$AI(t2[i2])), i2++;
    }
  };
  var k = class _k {
    get _$AU() {
      return this._$AM?._$AU ?? this._$Cv;
    }
    constructor(t2, i2, s2, e2) {
      this.type = 2, this._$AH = A, this._$AN = void 0, this._$AA = t2, this._$AB = i2, this._$AM = s2, this.options = e2, this._$Cv = e2?.isConnected ?? true;
    }
    get parentNode() {
      let t2 = this._$AA.parentNode;
      const i2 = this._$AM;
      return void 0 !== i2 && 11 === t2?.nodeType && (t2 = i2.parentNode), t2;
    }
    get startNode() {
      return this._$AA;
    }
    get endNode() {
      return this._$AB;
    }
    _$AI(t2, i2 = this) {
      t2 = M(this, t2, i2), a(t2) ? t2 === A || null == t2 || "" === t2 ? (this._$AH !== A && this._$AR(), this._$AH = A) : t2 !== this._$AH && t2 !== E && this._(t2) : void 0 !== t2._$litType$ ? this.$(t2) : void 0 !== t2.nodeType ? this.T(t2) : d(t2) ? this.k(t2) : this._(t2);
    }
    O(t2) {
      return this._$AA.parentNode.insertBefore(t2, this._$AB);
    }
    T(t2) {
      this._$AH !== t2 && (this._$AR(), this._$AH = this.O(t2));
    }
    _(t2) {
      this._$AH !== A && a(this._$AH) ? this._$AA.nextSibling.data = t2 : this.T(l.createTextNode(t2)), this._$AH = t2;
    }
    $(t2) {
      const { values: i2, _$litType$: s2 } = t2, e2 = "number" == typeof s2 ? this._$AC(t2) : (void 0 === s2.el && (s2.el = S.createElement(V(s2.h, s2.h[0]), this.options)), s2);
      if (this._$AH?._$AD === e2) this._$AH.p(i2);
      else {
        const t3 = new R(e2, this), s3 = t3.u(this.options);
        t3.p(i2), this.T(s3), this._$AH = t3;
      }
    }
    _$AC(t2) {
      let i2 = C.get(t2.strings);
      return void 0 === i2 && C.set(t2.strings, i2 = new S(t2)), i2;
    }
    k(t2) {
      u(this._$AH) || (this._$AH = [], this._$AR());
      const i2 = this._$AH;
      let s2, e2 = 0;
      for (const h2 of t2) e2 === i2.length ? i2.push(s2 = new _k(this.O(c()), this.O(c()), this, this.options)) : s2 = i2[e2], s2._$AI(h2), e2++;
      e2 < i2.length && (this._$AR(s2 && s2._$AB.nextSibling, e2), i2.length = e2);
    }
    _$AR(t2 = this._$AA.nextSibling, s2) {
      for (this._$AP?.(false, true, s2); t2 !== this._$AB; ) {
        const s3 = i(t2).nextSibling;
        i(t2).remove(), t2 = s3;
      }
    }
    setConnected(t2) {
      void 0 === this._$AM && (this._$Cv = t2, this._$AP?.(t2));
    }
  };
  var H = class {
    get tagName() {
      return this.element.tagName;
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    constructor(t2, i2, s2, e2, h2) {
      this.type = 1, this._$AH = A, this._$AN = void 0, this.element = t2, this.name = i2, this._$AM = e2, this.options = h2, s2.length > 2 || "" !== s2[0] || "" !== s2[1] ? (this._$AH = Array(s2.length - 1).fill(new String()), this.strings = s2) : this._$AH = A;
    }
    _$AI(t2, i2 = this, s2, e2) {
      const h2 = this.strings;
      let o2 = false;
      if (void 0 === h2) t2 = M(this, t2, i2, 0), o2 = !a(t2) || t2 !== this._$AH && t2 !== E, o2 && (this._$AH = t2);
      else {
        const e3 = t2;
        let n2, r2;
        for (t2 = h2[0], n2 = 0; n2 < h2.length - 1; n2++) r2 = M(this, e3[s2 + n2], i2, n2), r2 === E && (r2 = this._$AH[n2]), o2 ||= !a(r2) || r2 !== this._$AH[n2], r2 === A ? t2 = A : t2 !== A && (t2 += (r2 ?? "") + h2[n2 + 1]), this._$AH[n2] = r2;
      }
      o2 && !e2 && this.j(t2);
    }
    j(t2) {
      t2 === A ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, t2 ?? "");
    }
  };
  var I = class extends H {
    constructor() {
      super(...arguments), this.type = 3;
    }
    j(t2) {
      this.element[this.name] = t2 === A ? void 0 : t2;
    }
  };
  var L = class extends H {
    constructor() {
      super(...arguments), this.type = 4;
    }
    j(t2) {
      this.element.toggleAttribute(this.name, !!t2 && t2 !== A);
    }
  };
  var z = class extends H {
    constructor(t2, i2, s2, e2, h2) {
      super(t2, i2, s2, e2, h2), this.type = 5;
    }
    _$AI(t2, i2 = this) {
      if ((t2 = M(this, t2, i2, 0) ?? A) === E) return;
      const s2 = this._$AH, e2 = t2 === A && s2 !== A || t2.capture !== s2.capture || t2.once !== s2.once || t2.passive !== s2.passive, h2 = t2 !== A && (s2 === A || e2);
      e2 && this.element.removeEventListener(this.name, this, s2), h2 && this.element.addEventListener(this.name, this, t2), this._$AH = t2;
    }
    handleEvent(t2) {
      "function" == typeof this._$AH ? this._$AH.call(this.options?.host ?? this.element, t2) : this._$AH.handleEvent(t2);
    }
  };
  var Z = class {
    constructor(t2, i2, s2) {
      this.element = t2, this.type = 6, this._$AN = void 0, this._$AM = i2, this.options = s2;
    }
    get _$AU() {
      return this._$AM._$AU;
    }
    _$AI(t2) {
      M(this, t2);
    }
  };
  var B = t.litHtmlPolyfillSupport;
  B?.(S, k), (t.litHtmlVersions ??= []).push("3.3.3");
  var D = (t2, i2, s2) => {
    const e2 = s2?.renderBefore ?? i2;
    let h2 = e2._$litPart$;
    if (void 0 === h2) {
      const t3 = s2?.renderBefore ?? null;
      e2._$litPart$ = h2 = new k(i2.insertBefore(c(), t3), t3, void 0, s2 ?? {});
    }
    return h2._$AI(t2), h2;
  };

  // extension/src/background/push.js
  async function patterns() {
    const fixed = (chrome.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []);
    const added = await chrome.scripting.getRegisteredContentScripts().catch(() => []);
    return [.../* @__PURE__ */ new Set([...fixed, ...added.flatMap(({ matches }) => matches ?? [])])];
  }

  // extension/src/shared/catalogues.js
  var catalogues = {
    ar: () => ({
      bad_keys: "تلقّى Postil مفاتيح لا يمكنه استخدامها.",
      bad_mark: "وصلت إلى Postil علامة لا يستطيع قراءتها.",
      bad_message: "وصلت إلى Postil رسالة لا يستطيع قراءتها.",
      bad_note: "وصلت إلى Postil ملاحظة لا يستطيع قراءتها.",
      comma: "، ",
      copied: "نُسخ.",
      copy: "نسخ",
      copy_saved: "سُلّمت نسخة إلى تنزيلات المتصفح. ما زالت الملاحظات محفوظة هنا.",
      diagnostics: "التشخيص",
      diagnostics_about: "ما يجده Postil في الصفحات المفتوحة الآن. يذكر نوع الصفحة وعدد الأوراق، ولا يحوي كلمات من صفحة ولا عنوانًا كاملًا ولا ملاحظة. انسخه في تقرير عندما ينقص شيء.",
      diagnostics_bad_few: "في $1 صفحات لم يُعثر على شيء ينبغي أن يكون فيها.",
      diagnostics_bad_many: "في $1 صفحة لم يُعثر على شيء ينبغي أن يكون فيها.",
      diagnostics_bad_one: "في صفحة واحدة لم يُعثر على شيء ينبغي أن يكون فيها.",
      diagnostics_bad_other: "في $1 صفحة لم يُعثر على شيء ينبغي أن يكون فيها.",
      diagnostics_bad_two: "في صفحتين لم يُعثر على شيء ينبغي أن يكون فيهما.",
      diagnostics_bad_zero: "لا ينقص شيء في أي صفحة.",
      diagnostics_look: "الفحص مجددًا",
      diagnostics_looked: "أُعيد الفحص.",
      diagnostics_no_page: "لا توجد صفحة مفتوحة يقرؤها Postil. افتح واحدة ثم أعد الفحص.",
      diagnostics_report: "التقرير",
      diagnostics_short: "ما يجده Postil في الصفحات المفتوحة.",
      diagnostics_title: "Postil: التشخيص",
      diagnostics_well_few: "$1 صفحات مفتوحة، ولا ينقص شيء.",
      diagnostics_well_many: "$1 صفحة مفتوحة، ولا ينقص شيء.",
      diagnostics_well_one: "صفحة واحدة مفتوحة، ولا ينقص شيء.",
      diagnostics_well_other: "$1 صفحة مفتوحة، ولا ينقص شيء.",
      diagnostics_well_two: "صفحتان مفتوحتان، ولا ينقص شيء.",
      diagnostics_well_zero: "لا صفحة مفتوحة.",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      not_running: "لا يعمل Postil في هذه الصفحة.",
      number_changed: "عدد: «$1» صار الآن «$2»",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة."
    }),
    de: () => ({
      bad_keys: "Postil hat Tasten erhalten, die es nicht verwenden kann.",
      bad_mark: "Postil hat eine Markierung bekommen, die es nicht lesen kann.",
      bad_message: "Postil hat eine Nachricht bekommen, die es nicht lesen kann.",
      bad_note: "Postil hat eine Notiz bekommen, die es nicht lesen kann.",
      comma: ", ",
      copied: "Kopiert.",
      copy: "Kopieren",
      copy_saved: "Eine Kopie wurde den Downloads des Browsers übergeben. Die Notizen sind weiterhin hier.",
      diagnostics: "Diagnose",
      diagnostics_about: "Was Postil auf den Seiten findet, die jetzt offen sind. Es nennt die Art der Seite und die Zahl der Paper und enthält keine Wörter einer Seite, keine ganze Adresse und keine Notiz. Kopiere es in eine Fehlermeldung, wenn etwas fehlt.",
      diagnostics_bad_one: "Auf $1 Seite wurde etwas nicht gefunden, das da sein sollte.",
      diagnostics_bad_other: "Auf $1 Seiten wurde etwas nicht gefunden, das da sein sollte.",
      diagnostics_look: "Noch einmal ansehen",
      diagnostics_looked: "Noch einmal angesehen.",
      diagnostics_no_page: "Es ist keine Seite offen, die Postil liest. Öffne eine, und sieh noch einmal nach.",
      diagnostics_report: "Bericht",
      diagnostics_short: "was Postil auf den offenen Seiten findet.",
      diagnostics_title: "Postil: Diagnose",
      diagnostics_well_one: "$1 Seite offen, und nichts fehlt.",
      diagnostics_well_other: "$1 Seiten offen, und nichts fehlt.",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      not_running: "Postil läuft auf dieser Seite nicht.",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen."
    }),
    en: () => ({
      bad_keys: "Postil got keys that it cannot use.",
      bad_mark: "Postil got a mark that it cannot read.",
      bad_message: "Postil got a message that it cannot read.",
      bad_note: "Postil got a note that it cannot read.",
      comma: ", ",
      copied: "Copied.",
      copy: "Copy",
      copy_saved: "A copy was handed to the browser's downloads. The notes are still kept here.",
      diagnostics: "Diagnostics",
      diagnostics_about: "What Postil finds on the pages that are open now. It says which kind of page and how many papers, and holds no words of a page, no whole address, and no note. Copy it into a report when something is missing.",
      diagnostics_bad_one: "On $1 page something was not found that should be there.",
      diagnostics_bad_other: "On $1 pages something was not found that should be there.",
      diagnostics_look: "Look again",
      diagnostics_looked: "Looked again.",
      diagnostics_no_page: "No page is open that Postil reads. Open one, and look again.",
      diagnostics_report: "Report",
      diagnostics_short: "what Postil finds on the pages that are open.",
      diagnostics_title: "Postil: diagnostics",
      diagnostics_well_one: "$1 page open, and nothing is missing.",
      diagnostics_well_other: "$1 pages open, and nothing is missing.",
      no_answer: "Postil did not answer. Reload this page.",
      not_running: "Postil is not running on this page.",
      number_changed: "Number: “$1” is now “$2”",
      updated: "Postil was updated. Reload this page to go on."
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
    return phrases[key].replace(/\$(\d)/g, (_2, place) => {
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
  var current = null;
  function speakThrough(transport) {
    current = transport;
  }
  function transportInUse() {
    if (!current) throw new AskError("no-transport", phrase("not_running"));
    return current;
  }
  async function askTab(tab, name, payload) {
    return open(await transportInUse().send({ ask: name, payload }, tab));
  }
  function open(envelope) {
    const reply = (
      /** @type {Envelope | null | undefined} */
      envelope
    );
    if (!reply || typeof reply.ok !== "boolean") throw new AskError("nobody", phrase("no_answer"));
    if (!reply.ok) throw new AskError(reply.error.code, reply.error.message);
    return reply.answer;
  }

  // extension/src/shared/transport-runtime.js
  function runtimeTransport(browser = chrome) {
    return {
      send: (message, tab) => send(browser, message, tab),
      receive: (answer) => {
        browser.runtime.onMessage.addListener((message, sender, respond) => {
          if (!isAsk(message) || sender.id !== browser.runtime.id) return false;
          const reply = answer(message, isOwnPage(sender, browser) ? "page" : "content", sender);
          if (!reply) return false;
          reply.then(respond);
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

  // extension/src/ui/page-language.js
  function speakOnPage(title) {
    speak(navigator.languages);
    document.documentElement.lang = language();
    document.documentElement.dir = direction();
    document.title = phrase(title);
  }

  // extension/src/diagnostics/text.js
  function reportText(version, browser, pages) {
    const silent = pages.filter((page) => page === null).length;
    const lines = pages.flatMap((page) => page ? lineOf(page) : []);
    return [`Postil ${version}`, browser, ...lines, ...silent ? [`${silent} open without an answer (reload them)`] : []].join("\n");
  }
  function lineOf(page) {
    const { adapter, host, path, links, papers, fields, marks } = page;
    const found = `papers ${papers}: title ${fields.title}, abstract ${fields.abstract}, full text ${fields.fulltext}; links to papers ${links}`;
    const notes = Object.entries(marks).map(([result, count]) => `${result} ${count}`).join(", ");
    return [`${host}${path}`, adapter ?? "no adapter", found, notes && `marks: ${notes}`, trouble(page)].filter(Boolean).join(" | ");
  }
  function trouble({ missing }) {
    return missing.length ? `NOT FOUND: ${missing.join(", ")}` : "";
  }

  // extension/src/diagnostics/diagnostics.js
  var root = (
    /** @type {HTMLElement} */
    document.getElementById("diagnostics")
  );
  async function reports() {
    const tabs = await chrome.tabs.query({ url: await patterns(), discarded: false });
    return Promise.all(tabs.map(({ id }) => id === void 0 ? null : askTab(id, "page-report", void 0).catch(() => null)));
  }
  function draw(pages, said) {
    const told = pages.filter((page) => page !== null);
    const text = reportText(chrome.runtime.getManifest().version, navigator.userAgent, pages);
    const copy = async () => {
      await navigator.clipboard.writeText(text);
      draw(pages, phrase("copied"));
    };
    const bad = told.filter((page) => trouble(page)).length;
    D(b`
    <h1>${phrase("diagnostics")}</h1>
    <p>${phrase("diagnostics_about")}</p>
    <p class=${bad ? "bad" : "muted"}>${headline(told.length, bad)}</p>
    <pre tabindex="0" lang="en" dir="ltr" aria-label=${phrase("diagnostics_report")}>${text}</pre>
    <div class="row">
      <button type="button" class="primary" @click=${copy}>${phrase("copy")}</button>
      <button type="button" @click=${() => void start(phrase("diagnostics_looked"))}>${phrase("diagnostics_look")}</button>
    </div>
    <p class="small muted" role="status">${said || A}</p>
  `, root);
  }
  function headline(pages, bad) {
    if (!pages) return phrase("diagnostics_no_page");
    return bad ? counted("diagnostics_bad", bad) : counted("diagnostics_well", pages);
  }
  async function start(said) {
    draw(await reports(), said);
  }
  speakOnPage("diagnostics_title");
  speakThrough(runtimeTransport());
  void start("");
})();
