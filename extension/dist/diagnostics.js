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
      about: "ملاحظات على هوامش الأوراق البحثية، تشاركها مع فريقك: علّم جملة من الملخص حيث تقع.",
      abstract: "الملخص",
      abstract_of: "الملخص: $1",
      account: "الحساب",
      account_failed_few: "$1 ملاحظات تعذّر إرسالها",
      account_failed_many: "$1 ملاحظة تعذّر إرسالها",
      account_failed_one: "ملاحظة واحدة تعذّر إرسالها",
      account_failed_other: "$1 ملاحظة تعذّر إرسالها",
      account_failed_two: "ملاحظتان تعذّر إرسالهما",
      account_failed_zero: "لم يتعذّر إرسال أي ملاحظة",
      account_waiting_few: "$1 ملاحظات بانتظار الإرسال",
      account_waiting_many: "$1 ملاحظة بانتظار الإرسال",
      account_waiting_one: "ملاحظة واحدة بانتظار الإرسال",
      account_waiting_other: "$1 ملاحظة بانتظار الإرسال",
      account_waiting_two: "ملاحظتان بانتظار الإرسال",
      account_waiting_zero: "لا ملاحظات بانتظار الإرسال",
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
      client: "إضافة Postil في $1",
      client_on_system: "إضافة Postil في $1 على $2",
      close: "إغلاق",
      comma: "، ",
      confirm: "تأكيد",
      conflict_keep_mine: "الإبقاء على نصّي",
      conflict_keep_theirs: "الإبقاء على الآخر",
      conflict_merge: "دمج",
      conflict_mine: "نصّك، لم يُرسل",
      conflict_theirs: "تغيّر في مكان آخر",
      connect: "اتصال",
      connect_again: "إعادة الاتصال",
      connect_again_in_options: "أعد الاتصال من خيارات Postil.",
      connect_by_signing_in: "سجّل الدخول إلى هذا الخادم لتعليم الأوراق.",
      connect_in_options: "صِل Postil بخادم من خياراته.",
      connected: "متصل",
      connected_to: "اتصل بـ$1.",
      connecting: "جارٍ الاتصال",
      copied: "نُسخ.",
      copy: "نسخ",
      copy_saved: "سُلّمت نسخة إلى تنزيلات المتصفح. ما زالت الملاحظات محفوظة هنا.",
      ctrl_enter: "Ctrl+Enter",
      delete: "حذف",
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
      discard: "تجاهل",
      discard_for_good: "تجاهل نهائي",
      discard_this: "تجاهل هذا",
      disconnect: "قطع الاتصال",
      disconnected: "قُطع الاتصال.",
      dismiss: "إخفاء",
      do_changed: "أكّد لتعليم الكلمات الحالية، أو أعد الربط لتحديد غيرها، أو اتركها كما هي.",
      do_lost: "أعد الربط لتحديد كلمات أخرى، أو اتركها: ستظهر من جديد حيثما وُجدت كلماتها.",
      done_create: "جديدة",
      done_delete: "حُذفت",
      done_edit: "عُدّلت",
      done_move: "نُقلت",
      done_move_to: "نُقلت إلى $1",
      done_restore: "استُعيدت",
      edit: "تحرير",
      editor_recovered: "هذا هو النص الذي تركته دون حفظ.",
      enter: "Enter",
      failed_notes_few: "تعذّر إرسال $1 ملاحظات. افتح Postil لمعرفة السبب.",
      failed_notes_many: "تعذّر إرسال $1 ملاحظة. افتح Postil لمعرفة السبب.",
      failed_notes_one: "تعذّر إرسال ملاحظة واحدة. افتح Postil لمعرفة السبب.",
      failed_notes_other: "تعذّر إرسال $1 ملاحظة. افتح Postil لمعرفة السبب.",
      failed_notes_two: "تعذّر إرسال ملاحظتين. افتح Postil لمعرفة السبب.",
      failed_notes_zero: "لم يتعذّر إرسال أي ملاحظة.",
      farewell_discard: "تجاهلها وقطع الاتصال",
      farewell_few: "$1 ملاحظات لم تُرسل إلى الخادم",
      farewell_keep: "إبقاؤها وقطع الاتصال",
      farewell_kept: "إن أُبقيت هنا، أُرسلت عندما يتصل $1 مجددًا بـ$2.",
      farewell_many: "$1 ملاحظة لم تُرسل إلى الخادم",
      farewell_one: "ملاحظة واحدة لم تُرسل إلى الخادم",
      farewell_other: "$1 ملاحظة لم تُرسل إلى الخادم",
      farewell_save: "حفظ في ملف",
      farewell_stay: "البقاء متصلًا",
      farewell_two: "ملاحظتان لم تُرسلا إلى الخادم",
      farewell_zero: "لا ملاحظات لم تُرسل إلى الخادم",
      foreign: "ما يجيب في هذا العنوان ليس خادم Postil.",
      highlight: "تظليل",
      history: "السجل",
      history_close: "إغلاق السجل",
      history_restore: "استعادة هذا النص",
      history_same: "لم تتغيّر كلماتها.",
      history_waiting: "بانتظار الخادم",
      icon_failed_few: "Postil: تعذّر إرسال $1",
      icon_failed_many: "Postil: تعذّر إرسال $1",
      icon_failed_one: "Postil: تعذّر إرسال واحدة",
      icon_failed_other: "Postil: تعذّر إرسال $1",
      icon_failed_two: "Postil: تعذّر إرسال اثنتين",
      icon_failed_zero: "Postil: لم يتعذّر إرسال شيء",
      icon_not_connected: "Postil: غير متصل بخادم",
      icon_problem: "Postil: $1",
      icon_waiting_few: "Postil: $1 بانتظار الإرسال",
      icon_waiting_many: "Postil: $1 بانتظار الإرسال",
      icon_waiting_one: "Postil: واحدة بانتظار الإرسال",
      icon_waiting_other: "Postil: $1 بانتظار الإرسال",
      icon_waiting_two: "Postil: اثنتان بانتظار الإرسال",
      icon_waiting_zero: "Postil: لا شيء بانتظار الإرسال",
      is_now: "الآن",
      just_now: "الآن",
      keep: "إبقاء",
      keeps_nothing: "لا يحفظ هذا المتصفح شيئًا لـPostil، كما حين يُضبط على عدم تذكر السجل. غيّر ذلك وأعد تحميل هذه الصفحة.",
      kept: "حُفظ.",
      kept_for: "محفوظ لآخرين",
      kept_notes_few: "$1 ملاحظات تنتظر هنا، ولا تُرسل إلا عند توصيل هذا الحساب مجددًا.",
      kept_notes_many: "$1 ملاحظة تنتظر هنا، ولا تُرسل إلا عند توصيل هذا الحساب مجددًا.",
      kept_notes_one: "ملاحظة واحدة تنتظر هنا، ولا تُرسل إلا عند توصيل هذا الحساب مجددًا.",
      kept_notes_other: "$1 ملاحظة تنتظر هنا، ولا تُرسل إلا عند توصيل هذا الحساب مجددًا.",
      kept_notes_two: "ملاحظتان تنتظران هنا، ولا تُرسلان إلا عند توصيل هذا الحساب مجددًا.",
      kept_notes_zero: "لا ملاحظات تنتظر هنا.",
      kept_unfinished_few: "$1 ملاحظات غير مكتملة",
      kept_unfinished_many: "$1 ملاحظة غير مكتملة",
      kept_unfinished_one: "ملاحظة واحدة غير مكتملة",
      kept_unfinished_other: "$1 ملاحظة غير مكتملة",
      kept_unfinished_two: "ملاحظتان غير مكتملتين",
      kept_unfinished_zero: "لا ملاحظات غير مكتملة",
      kept_who: "$1 على $2",
      keys: "المفاتيح",
      keys_about: "لا تعمل الحروف مفاتيحَ إلا حيث لا يُكتب نص. أما Escape وEnter وTab ومفاتيح الأسهم فتعمل كالمعتاد. الحقل الفارغ: بلا مفتاح.",
      keys_next_paper: "الورقة التالية",
      keys_not_one: "المفتاح حرف واحد أو رقم واحد.",
      keys_on: "استخدام الحروف مفاتيحَ على الصفحات",
      keys_previous_paper: "الورقة السابقة",
      keys_taken: "«$1» مفتاحٌ لـ«$2» بالفعل.",
      keys_usual: "استخدام الحروف المعتادة",
      learns: "ما يعرفه خادمك",
      learns_about: "لإظهار الملاحظات في صفحة، يسأل Postil خادمك عن الأوراق التي فيها، فيعرف الخادم أي الأوراق تطالع. لا يسأل خادمًا غيره، ولا يذكر صفحات بلا أوراق.",
      leave_it: "تركها حيث هي",
      look_at_address: "راجع العنوان في خيارات Postil.",
      look_up: "البحث عن ملاحظات لـ",
      look_up_badge: "ورقة عندما أفتح شارتها",
      look_up_kept: "تظهر الملاحظات المحفوظة هنا فورًا.",
      look_up_listing: "كل قائمة أفتحها",
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
      options_title: "Postil: الخيارات",
      other_account: "حساب آخر متصل الآن. ما كتبته يبقى هنا للحساب الذي كتبته به.",
      own_pages_only: "لا يمكن فعل هذا إلا في صفحة من صفحات Postil نفسه.",
      pages_of_server: "هذه الصفحات تخص خادمها.",
      pairing: "السماح لهذا المتصفح على خادمك",
      pairing_denied: "لم يُسمح بذلك في صفحة الخادم، فلم يُوصل شيء.",
      pairing_ended: "أنهاه الخادم دون جواب. أعد الاتصال.",
      pairing_expired: "انتهت صلاحية الرمز. أعد الاتصال للحصول على رمز جديد.",
      pairing_no_code: "لم يعطِ الخادم رمزًا. استخدم مفتاحًا بدلًا منه.",
      pairing_no_code_why: "لم يعطِ الخادم رمزًا: $1. استخدم مفتاحًا بدلًا منه.",
      pairing_open: "افتح صفحة الخادم، وسجّل الدخول فيها، واسمح بذلك عندما تعرض الرمز نفسه.",
      pairing_open_page: "فتح صفحة الخادم",
      pairing_type: "افتح الصفحة $1 من خادمك، وسجّل الدخول فيها، واكتب هذا الرمز. تعذّر فتحها من هنا: يذكر الخادم لنفسه عنوانًا غير $2.",
      pairing_waits: "هذه الصفحة تنتظر. الرمز صالح لعشر دقائق.",
      place_changed: "تغيّر منذ تعليمه",
      place_changed_mine: "تغيّر منذ أن علّمته",
      place_hidden: "غير ظاهر في هذا العرض",
      place_lost: "غير موجود في هذه الصفحة",
      popup_about: "علّم جملة من ملخص، واكتب ملاحظة، فيراها فريقك في كل صفحة تعرض الورقة.",
      popup_closed: "لا يسمح المتصفح لـPostil بالعمل في $1. يمكن للخيارات أن تطلب ذلك.",
      popup_connect: "الاتصال بخادم",
      popup_failed: "تعذّر إرساله",
      popup_hide: "إخفاء كل العلامات",
      popup_no_answer: "لم يستجب Postil. أغلق هذا وافتحه مجددًا.",
      popup_no_papers: "لا أوراق هنا يعرفها Postil. افتح Hugging Face Papers أو arXiv لتعليم واحدة.",
      popup_not_connected: "غير متصل",
      popup_open_options: "فتح الخيارات",
      popup_options: "الخيارات",
      popup_page: "هذه الصفحة",
      popup_papers_few: "$1 أوراق، ولا ملاحظات بعد. حدّد كلمات من ملخص لكتابة ملاحظة.",
      popup_papers_many: "$1 ورقة، ولا ملاحظات بعد. حدّد كلمات من ملخص لكتابة ملاحظة.",
      popup_papers_one: "ورقة واحدة، ولا ملاحظات بعد. حدّد كلمات من ملخص لكتابة ملاحظة.",
      popup_papers_other: "$1 ورقة، ولا ملاحظات بعد. حدّد كلمات من ملخص لكتابة ملاحظة.",
      popup_papers_two: "ورقتان، ولا ملاحظات بعد. حدّد كلمات من ملخص لكتابة ملاحظة.",
      popup_papers_zero: "لا أوراق، ولا ملاحظات بعد.",
      popup_pause: "إيقاف مؤقت في $1",
      popup_paused: "إن Postil متوقف مؤقتًا في $1.",
      popup_settings: "الإعدادات",
      popup_title: "Postil",
      popup_waiting: "بانتظار الإرسال",
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
      save_into_only_me: "حفظ في «أنا فقط»",
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
      server_not_allowed: "لم يُسمح للمتصفح بمخاطبة هذا الخادم، فلم يُوصل شيء. أعد الاتصال واسمح بذلك.",
      server_offline: "$1 تحقق من أنه يعمل ومن صحة العنوان.",
      server_too_many: "محاولات كثيرة. انتظر قليلًا.",
      server_unavailable: "لا يستطيع الخادم استخدام قاعدة بياناته الآن.",
      server_wrong_host: "لا يجيب هذا الخادم عن هذا العنوان: يمكن لمالكه أن يضبط POSTIL_PUBLIC_URL عليه.",
      show_notes_of: "إظهار ملاحظات",
      show_on_page: "الإظهار في الصفحة",
      sign_in_again: "سجّل الدخول مجددًا.",
      signed_out: "أنت غير مسجّل الدخول.",
      signed_out_here: "لا يعرف Postil من أنت هنا. سجّل الدخول ثم أعد تحميل هذه الصفحة.",
      site: "هذا الموقع",
      site_about: "يسأل المتصفح هل يُسمح لـPostil بقراءة هذا الموقع وحده.",
      site_not_allowed: "يبقى Postil متوقفًا في $1: لم يُسمح للمتصفح بإدخاله.",
      site_off: "إيقاف في $1",
      site_on: "تشغيل في $1",
      sites_allow: "السماح به هناك",
      sites_allowed: "سُمح بذلك. أعد تحميل الصفحات المفتوحة هناك.",
      sites_closed: "لا يسمح المتصفح لـPostil بالعمل في $1، فلا تظهر ملاحظات هناك.",
      store_refused: "لم يتمكن المتصفح من حفظ هذا، ربما لأن القرص ممتلئ.",
      switched_off: "أُوقف Postil في هذه الصفحة.",
      tags: "الوسوم",
      tags_hint: "مفصولة بفواصل",
      theirs_changed: "لا يمكن إلا لـ$1 تأكيد هذه الملاحظة أو إعادة ربطها.",
      theirs_lost: "لا يمكن إلا لـ$1 إعادة ربط هذه الملاحظة.",
      token: "مفتاح الوصول",
      token_from_settings: "الصق مفتاح وصول من إعدادات الخادم.",
      token_help: "أنشئ واحدًا في صفحة الخادم، ضمن الإعدادات، والصقه هنا. يبقى في هذا المتصفح.",
      token_missing: "الصق مفتاح وصول.",
      token_unknown: "لا يعرف الخادم مفتاح الوصول هذا، أو أُبطل.",
      token_unknown_make: "لا يعرف الخادم هذا المفتاح، أو أُبطل. أنشئ واحدًا جديدًا في إعدادات الخادم.",
      try_again: "المحاولة مجددًا",
      try_now: "المحاولة الآن",
      undo: "تراجع",
      unfinished: "تركت هذا دون إكمال",
      unfinished_edit: "تعديل ملاحظة",
      unfinished_go_on: "متابعة",
      unfinished_gone: "لم تعد هذه الملاحظة غير المكتملة هنا.",
      unfinished_new: "ملاحظة جديدة",
      unfinished_reply: "رد",
      unpaired: "ليس Postil متصلًا بخادم. صِله من خياراته.",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة.",
      use_code: "استخدام رمز بدلًا من ذلك",
      use_token: "استخدام مفتاح بدلًا من ذلك",
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
      welcome: "يضع Postil ملاحظات فريقك على هوامش الأوراق. تُحفظ الملاحظات على خادم تختاره. صِله هنا.",
      went_wrong: "حدث خطأ داخل Postil.",
      you_write_to: "تكتب في"
    }),
    de: () => ({
      about: "Randnotizen an Papern, geteilt mit deinem Team: markiere einen Satz eines Abstracts dort, wo er steht.",
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      account: "Konto",
      account_failed_one: "$1 Notiz konnte nicht gesendet werden",
      account_failed_other: "$1 Notizen konnten nicht gesendet werden",
      account_waiting_one: "$1 Notiz wartet auf das Senden",
      account_waiting_other: "$1 Notizen warten auf das Senden",
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
      client: "Postil-Erweiterung in $1",
      client_on_system: "Postil-Erweiterung in $1 unter $2",
      close: "Schließen",
      comma: ", ",
      confirm: "Bestätigen",
      conflict_keep_mine: "Meine behalten",
      conflict_keep_theirs: "Die andere behalten",
      conflict_merge: "Zusammenführen",
      conflict_mine: "Deine, nicht gesendet",
      conflict_theirs: "Anderswo geändert",
      connect: "Verbinden",
      connect_again: "Neu verbinden",
      connect_again_in_options: "Verbinde neu in den Einstellungen von Postil.",
      connect_by_signing_in: "Melde dich bei diesem Server an, um Paper zu markieren.",
      connect_in_options: "Verbinde Postil in seinen Einstellungen mit einem Server.",
      connected: "Verbunden",
      connected_to: "Mit $1 verbunden.",
      connecting: "Verbindet",
      copied: "Kopiert.",
      copy: "Kopieren",
      copy_saved: "Eine Kopie wurde den Downloads des Browsers übergeben. Die Notizen sind weiterhin hier.",
      ctrl_enter: "Strg+Enter",
      delete: "Löschen",
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
      discard: "Verwerfen",
      discard_for_good: "Endgültig verwerfen",
      discard_this: "Das verwerfen",
      disconnect: "Trennen",
      disconnected: "Getrennt.",
      dismiss: "Ausblenden",
      do_changed: "Bestätige, um die jetzigen Wörter zu markieren, hefte sie neu an, um andere auszuwählen, oder lass sie, wie sie ist.",
      do_lost: "Hefte sie neu an, um andere Wörter auszuwählen, oder lass sie: Sie erscheint wieder, wo ihre Wörter stehen.",
      done_create: "Neu",
      done_delete: "Gelöscht",
      done_edit: "Geändert",
      done_move: "Verschoben",
      done_move_to: "Verschoben nach $1",
      done_restore: "Zurückgeholt",
      edit: "Bearbeiten",
      editor_recovered: "Das ist der Text, den du ungespeichert gelassen hast.",
      enter: "Eingabe",
      failed_notes_one: "$1 Notiz konnte nicht gesendet werden. Öffne Postil, um zu sehen, warum.",
      failed_notes_other: "$1 Notizen konnten nicht gesendet werden. Öffne Postil, um zu sehen, warum.",
      farewell_discard: "Verwerfen und trennen",
      farewell_keep: "Behalten und trennen",
      farewell_kept: "Hier behalten, werden sie gesendet, sobald $1 wieder mit $2 verbunden ist.",
      farewell_one: "$1 Notiz nicht an den Server gesendet",
      farewell_other: "$1 Notizen nicht an den Server gesendet",
      farewell_save: "In eine Datei speichern",
      farewell_stay: "Verbunden bleiben",
      foreign: "Was unter dieser Adresse antwortet, ist kein Postil-Server.",
      highlight: "Markieren",
      history: "Verlauf",
      history_close: "Verlauf schließen",
      history_restore: "Diesen Text wiederherstellen",
      history_same: "Der Wortlaut hat sich nicht geändert.",
      history_waiting: "Warten auf den Server",
      icon_failed_one: "Postil: $1 konnte nicht gesendet werden",
      icon_failed_other: "Postil: $1 konnten nicht gesendet werden",
      icon_not_connected: "Postil: mit keinem Server verbunden",
      icon_problem: "Postil: $1",
      icon_waiting_one: "Postil: $1 wartet auf das Senden",
      icon_waiting_other: "Postil: $1 warten auf das Senden",
      is_now: "Jetzt",
      just_now: "gerade eben",
      keep: "Behalten",
      keeps_nothing: "Dieser Browser behält nichts für Postil, etwa weil er nie eine Chronik anlegen soll. Ändere das und lade diese Seite neu.",
      kept: "Gemerkt.",
      kept_for: "Für andere aufbewahrt",
      kept_notes_one: "$1 Notiz wartet hier und wird nur gesendet, wenn dieses Konto wieder verbunden ist.",
      kept_notes_other: "$1 Notizen warten hier und werden nur gesendet, wenn dieses Konto wieder verbunden ist.",
      kept_unfinished_one: "$1 unfertige Notiz",
      kept_unfinished_other: "$1 unfertige Notizen",
      kept_who: "$1 auf $2",
      keys: "Tasten",
      keys_about: "Buchstaben sind nur dort Tasten, wo nichts eingegeben wird. Escape, Eingabe, Tab und die Pfeiltasten wirken wie überall. Ein leeres Feld: keine Taste.",
      keys_next_paper: "Nächstes Paper",
      keys_not_one: "Eine Taste ist ein Buchstabe oder eine Ziffer.",
      keys_on: "Buchstaben auf Seiten als Tasten verwenden",
      keys_previous_paper: "Vorheriges Paper",
      keys_taken: "„$1“ ist schon die Taste für „$2“.",
      keys_usual: "Die üblichen Buchstaben verwenden",
      learns: "Was dein Server erfährt",
      learns_about: "Um die Notizen auf einer Seite zu zeigen, fragt Postil deinen Server nach den Papern darauf. So erfährt der Server, welche Paper du dir ansiehst. Es fragt keinen anderen Server und sagt nichts von Seiten ohne Paper.",
      leave_it: "Dort lassen, wo sie ist",
      look_at_address: "Sieh dir die Adresse in den Einstellungen von Postil an.",
      look_up: "Notizen nachschlagen für",
      look_up_badge: "ein Paper, wenn ich sein Abzeichen öffne",
      look_up_kept: "Notizen, die schon hier liegen, sind sofort zu sehen.",
      look_up_listing: "jede Liste, die ich öffne",
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
      options_title: "Postil: Einstellungen",
      other_account: "Jetzt ist ein anderes Konto verbunden. Was du geschrieben hast, bleibt hier für das Konto, unter dem du es geschrieben hast.",
      own_pages_only: "Das geht nur auf einer Seite von Postil selbst.",
      pages_of_server: "Diese Seiten gehören zu ihrem Server.",
      pairing: "Erlaube diesen Browser auf deinem Server",
      pairing_denied: "Auf der Seite des Servers wurde es nicht erlaubt, deshalb wurde nichts verbunden.",
      pairing_ended: "Der Server hat es ohne Antwort beendet. Verbinde noch einmal.",
      pairing_expired: "Der Code ist abgelaufen. Verbinde noch einmal für einen neuen.",
      pairing_no_code: "Der Server hat keinen Code gegeben. Nimm stattdessen ein Token.",
      pairing_no_code_why: "Der Server hat keinen Code gegeben: $1. Nimm stattdessen ein Token.",
      pairing_open: "Öffne die Seite des Servers, melde dich dort an, und erlaube es, wenn sie denselben Code zeigt.",
      pairing_open_page: "Seite des Servers öffnen",
      pairing_type: "Öffne die Seite $1 deines Servers, melde dich dort an, und gib diesen Code ein. Von hier aus ließ sie sich nicht öffnen: Der Server nennt für sich eine andere Adresse als $2.",
      pairing_waits: "Diese Seite wartet. Der Code gilt zehn Minuten.",
      place_changed: "Geändert, seit es markiert wurde",
      place_changed_mine: "Geändert, seit du es markiert hast",
      place_hidden: "In dieser Ansicht nicht zu sehen",
      place_lost: "Auf dieser Seite nicht gefunden",
      popup_about: "Markiere einen Satz eines Abstracts, schreib eine Notiz, und dein Team sieht sie auf jeder Seite, die das Paper zeigt.",
      popup_closed: "Der Browser lässt Postil auf $1 nicht laufen. Die Einstellungen können darum bitten.",
      popup_connect: "Mit einem Server verbinden",
      popup_failed: "Konnte nicht gesendet werden",
      popup_hide: "Alle Markierungen ausblenden",
      popup_no_answer: "Postil hat nicht geantwortet. Schließe dies und öffne es wieder.",
      popup_no_papers: "Hier gibt es keine Paper, die Postil kennt. Öffne Hugging Face Papers oder arXiv, um eines zu markieren.",
      popup_not_connected: "Nicht verbunden",
      popup_open_options: "Einstellungen öffnen",
      popup_options: "Einstellungen",
      popup_page: "Diese Seite",
      popup_papers_one: "$1 Paper, noch keine Notizen. Wähle Wörter eines Abstracts aus, um eine zu machen.",
      popup_papers_other: "$1 Paper, noch keine Notizen. Wähle Wörter eines Abstracts aus, um eine zu machen.",
      popup_pause: "Auf $1 pausieren",
      popup_paused: "Postil pausiert auf $1.",
      popup_settings: "Einstellungen",
      popup_title: "Postil",
      popup_waiting: "Wartet auf das Senden",
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
      save_into_only_me: "In „Nur ich“ speichern",
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
      server_not_allowed: "Dem Browser wurde nicht erlaubt, mit diesem Server zu sprechen, deshalb wurde nichts verbunden. Verbinde noch einmal und erlaube es.",
      server_offline: "$1 Sieh nach, ob er läuft und ob die Adresse stimmt.",
      server_too_many: "Zu viele Versuche. Warte eine Weile.",
      server_unavailable: "Der Server kann seine Datenbank jetzt nicht benutzen.",
      server_wrong_host: "Dieser Server antwortet nicht für diese Adresse: Sein Eigentümer kann POSTIL_PUBLIC_URL darauf setzen.",
      show_notes_of: "Notizen zeigen von",
      show_on_page: "Auf der Seite zeigen",
      sign_in_again: "Melde dich wieder an.",
      signed_out: "Du bist abgemeldet.",
      signed_out_here: "Postil weiß hier nicht, wer du bist. Melde dich an und lade dann diese Seite neu.",
      site: "Diese Website",
      site_about: "Der Browser fragt, ob Postil diese Website lesen darf, und keine andere.",
      site_not_allowed: "Postil bleibt auf $1 ausgeschaltet: dem Browser wurde nicht erlaubt, es hereinzulassen.",
      site_off: "Für $1 ausschalten",
      site_on: "Für $1 einschalten",
      sites_allow: "Dort erlauben",
      sites_allowed: "Erlaubt. Lade die Seiten neu, die dort offen sind.",
      sites_closed: "Der Browser lässt Postil auf $1 nicht laufen, deshalb sind dort keine Notizen zu sehen.",
      store_refused: "Der Browser konnte dies nicht aufbewahren, vielleicht weil die Festplatte voll ist.",
      switched_off: "Postil wurde auf dieser Seite ausgeschaltet.",
      tags: "Schlagwörter",
      tags_hint: "durch Kommas getrennt",
      theirs_changed: "Nur $1 kann diese Notiz bestätigen oder neu anheften.",
      theirs_lost: "Nur $1 kann diese Notiz neu anheften.",
      token: "Zugangstoken",
      token_from_settings: "Füge ein Zugangstoken aus den Einstellungen des Servers ein.",
      token_help: "Mach eines auf der Seite des Servers, unter Einstellungen, und füge es hier ein. Es bleibt in diesem Browser.",
      token_missing: "Füge ein Zugangstoken ein.",
      token_unknown: "Der Server kennt dieses Zugangstoken nicht, oder es wurde widerrufen.",
      token_unknown_make: "Der Server kennt dieses Token nicht, oder es wurde widerrufen. Mach ein neues in den Einstellungen des Servers.",
      try_again: "Noch einmal versuchen",
      try_now: "Jetzt versuchen",
      undo: "Rückgängig",
      unfinished: "Das hast du unfertig gelassen",
      unfinished_edit: "Änderung einer Notiz",
      unfinished_go_on: "Weiterschreiben",
      unfinished_gone: "Diese unfertige Notiz ist nicht mehr da.",
      unfinished_new: "Neue Notiz",
      unfinished_reply: "Antwort",
      unpaired: "Postil ist mit keinem Server verbunden. Verbinde es in seinen Einstellungen.",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen.",
      use_code: "Stattdessen einen Code verwenden",
      use_token: "Stattdessen ein Token verwenden",
      walk: "Satz für Satz lesen",
      walk_by: "Satz für Satz lesen ($1)",
      walk_next: "Nächster Satz",
      walk_notes_one: "$1 Notiz hier",
      walk_notes_other: "$1 Notizen hier",
      walk_previous: "Vorheriger Satz",
      walk_stop: "Satzweises Lesen beenden",
      walk_title: "Titel: $1",
      was_marked: "Markiert",
      welcome: "Postil setzt die Notizen deines Teams an den Rand von Papern. Die Notizen liegen auf einem Server, den du wählst. Verbinde ihn hier.",
      went_wrong: "In Postil ist etwas schiefgegangen.",
      you_write_to: "Du schreibst in"
    }),
    en: () => ({
      about: "Margin notes on papers, shared with your team: mark a sentence of an abstract where it stands.",
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      account: "Account",
      account_failed_one: "$1 note could not be sent",
      account_failed_other: "$1 notes could not be sent",
      account_waiting_one: "$1 note waiting to be sent",
      account_waiting_other: "$1 notes waiting to be sent",
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
      client: "Postil extension in $1",
      client_on_system: "Postil extension in $1 on $2",
      close: "Close",
      comma: ", ",
      confirm: "Confirm",
      conflict_keep_mine: "Keep mine",
      conflict_keep_theirs: "Keep theirs",
      conflict_merge: "Merge",
      conflict_mine: "Yours, not sent",
      conflict_theirs: "Changed elsewhere",
      connect: "Connect",
      connect_again: "Connect again",
      connect_again_in_options: "Connect again in Postil's options.",
      connect_by_signing_in: "Sign in to this server to mark papers.",
      connect_in_options: "Connect Postil to a server in its options.",
      connected: "Connected",
      connected_to: "Connected to $1.",
      connecting: "Connecting",
      copied: "Copied.",
      copy: "Copy",
      copy_saved: "A copy was handed to the browser's downloads. The notes are still kept here.",
      ctrl_enter: "Ctrl+Enter",
      delete: "Delete",
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
      discard: "Discard",
      discard_for_good: "Discard for good",
      discard_this: "Discard this",
      disconnect: "Disconnect",
      disconnected: "Disconnected.",
      dismiss: "Dismiss",
      do_changed: "Confirm to mark the words of now, re-attach to select others, or leave it as it is.",
      do_lost: "Re-attach to select other words, or leave it: it shows again wherever its words stand.",
      done_create: "New",
      done_delete: "Deleted",
      done_edit: "Changed",
      done_move: "Moved",
      done_move_to: "Moved to $1",
      done_restore: "Brought back",
      edit: "Edit",
      editor_recovered: "This is the text that you left unsaved.",
      enter: "Enter",
      failed_notes_one: "$1 note could not be sent. Open Postil to see why.",
      failed_notes_other: "$1 notes could not be sent. Open Postil to see why.",
      farewell_discard: "Discard them and disconnect",
      farewell_keep: "Keep them and disconnect",
      farewell_kept: "Kept here, they are sent when $1 is connected to $2 again.",
      farewell_one: "$1 note not sent to the server",
      farewell_other: "$1 notes not sent to the server",
      farewell_save: "Save to a file",
      farewell_stay: "Stay connected",
      foreign: "What answers at this address is not a Postil server.",
      highlight: "Highlight",
      history: "History",
      history_close: "Close the history",
      history_restore: "Restore this text",
      history_same: "Its words have not changed.",
      history_waiting: "Waiting for the server",
      icon_failed_one: "Postil: $1 could not be sent",
      icon_failed_other: "Postil: $1 could not be sent",
      icon_not_connected: "Postil: not connected to a server",
      icon_problem: "Postil: $1",
      icon_waiting_one: "Postil: $1 waiting to be sent",
      icon_waiting_other: "Postil: $1 waiting to be sent",
      is_now: "Now",
      just_now: "just now",
      keep: "Keep",
      keeps_nothing: "This browser keeps nothing for Postil, as when it is set never to remember history. Change that, and reload this page.",
      kept: "Kept.",
      kept_for: "Kept for others",
      kept_notes_one: "$1 note waits here, and is sent only when this account is connected again.",
      kept_notes_other: "$1 notes wait here, and are sent only when this account is connected again.",
      kept_unfinished_one: "$1 unfinished note",
      kept_unfinished_other: "$1 unfinished notes",
      kept_who: "$1 on $2",
      keys: "Keys",
      keys_about: "Letters are keys only where nothing is typed. Escape, Enter, Tab and the arrow keys do what they do everywhere. An empty field: no key.",
      keys_next_paper: "Next paper",
      keys_not_one: "A key is one letter or one digit.",
      keys_on: "Use letters as keys on pages",
      keys_previous_paper: "Previous paper",
      keys_taken: "“$1” is the key for “$2” already.",
      keys_usual: "Use the usual letters",
      learns: "What your server learns",
      learns_about: "To show the notes on a page, Postil asks your server about the papers on it. So the server learns which papers you look at. It asks no other server, and says nothing of pages without papers.",
      leave_it: "Leave it where it is",
      look_at_address: "Look at the address in Postil's options.",
      look_up: "Look up notes for",
      look_up_badge: "a paper when I open its badge",
      look_up_kept: "Notes that are already kept here show at once.",
      look_up_listing: "every listing that I open",
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
      options_title: "Postil: options",
      other_account: "Another account is connected now. What you wrote stays here for the one that you wrote it under.",
      own_pages_only: "This can only be done on a page of Postil itself.",
      pages_of_server: "These pages belong to their server.",
      pairing: "Allow this browser on your server",
      pairing_denied: "It was not allowed on the server's page, so nothing was connected.",
      pairing_ended: "The server ended it without an answer. Connect again.",
      pairing_expired: "The code has expired. Connect again for a new one.",
      pairing_no_code: "The server did not give a code. Use a token instead.",
      pairing_no_code_why: "The server did not give a code: $1. Use a token instead.",
      pairing_open: "Open the server's page, sign in there, and allow it when it shows the same code.",
      pairing_open_page: "Open the server's page",
      pairing_type: "Open the page $1 of your server, sign in there, and type this code. It could not be opened from here: the server names another address for itself than $2.",
      pairing_waits: "This page waits. The code is good for ten minutes.",
      place_changed: "Changed since it was marked",
      place_changed_mine: "Changed since you marked it",
      place_hidden: "Not on this view",
      place_lost: "Not found on this page",
      popup_about: "Mark a sentence of an abstract, write a note, and your team sees it on every page that shows the paper.",
      popup_closed: "The browser does not let Postil run on $1. The options can ask for it.",
      popup_connect: "Connect to a server",
      popup_failed: "Could not be sent",
      popup_hide: "Hide all marks",
      popup_no_answer: "Postil did not answer. Close this and open it again.",
      popup_no_papers: "There are no papers here that Postil knows. Open Hugging Face Papers or arXiv to mark one.",
      popup_not_connected: "Not connected",
      popup_open_options: "Open options",
      popup_options: "Options",
      popup_page: "This page",
      popup_papers_one: "$1 paper, no notes yet. Select words of an abstract to make one.",
      popup_papers_other: "$1 papers, no notes yet. Select words of an abstract to make one.",
      popup_pause: "Pause on $1",
      popup_paused: "Postil is paused on $1.",
      popup_settings: "Settings",
      popup_title: "Postil",
      popup_waiting: "Waiting to be sent",
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
      save_into_only_me: "Save into Only me",
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
      server_not_allowed: "The browser was not allowed to talk to this server, so nothing was connected. Connect again and allow it.",
      server_offline: "$1 Look whether it runs and whether the address is right.",
      server_too_many: "Too many tries. Wait a while.",
      server_unavailable: "The server cannot use its database now.",
      server_wrong_host: "This server does not answer for this address: its owner can set POSTIL_PUBLIC_URL to it.",
      show_notes_of: "Show notes of",
      show_on_page: "Show on the page",
      sign_in_again: "Sign in again.",
      signed_out: "You are signed out.",
      signed_out_here: "Postil does not know who you are here. Sign in, then reload this page.",
      site: "This site",
      site_about: "The browser asks whether Postil may read this site, and no other.",
      site_not_allowed: "Postil stays off on $1: the browser was not allowed to let it in.",
      site_off: "Switch off for $1",
      site_on: "Switch on for $1",
      sites_allow: "Allow it there",
      sites_allowed: "Allowed. Reload the pages that are open there.",
      sites_closed: "The browser does not let Postil run on $1, so no notes show there.",
      store_refused: "The browser could not keep this, perhaps because the disk is full.",
      switched_off: "Postil was switched off on this page.",
      tags: "Tags",
      tags_hint: "separated by commas",
      theirs_changed: "Only $1 can confirm or re-attach this note.",
      theirs_lost: "Only $1 can re-attach this note.",
      token: "Access token",
      token_from_settings: "Paste an access token from the server's settings.",
      token_help: "Make one on the server's page, under Settings, and paste it here. It stays in this browser.",
      token_missing: "Paste an access token.",
      token_unknown: "The server does not know this access token, or it was revoked.",
      token_unknown_make: "The server does not know this token, or it was revoked. Make a new one in the server's settings.",
      try_again: "Try again",
      try_now: "Try now",
      undo: "Undo",
      unfinished: "You left this unfinished",
      unfinished_edit: "Change of a note",
      unfinished_go_on: "Go on",
      unfinished_gone: "This unfinished note is not here any more.",
      unfinished_new: "New note",
      unfinished_reply: "Reply",
      unpaired: "Postil is not connected to a server. Connect it in its options.",
      updated: "Postil was updated. Reload this page to go on.",
      use_code: "Use a code instead",
      use_token: "Use a token instead",
      walk: "Read by sentence",
      walk_by: "Read by sentence ($1)",
      walk_next: "Next sentence",
      walk_notes_one: "$1 note here",
      walk_notes_other: "$1 notes here",
      walk_previous: "Previous sentence",
      walk_stop: "Stop reading by sentence",
      walk_title: "Title: $1",
      was_marked: "Marked",
      welcome: "Postil puts your team's notes in the margin of papers. The notes are kept on a server that you choose. Connect it here.",
      went_wrong: "Something went wrong inside Postil.",
      you_write_to: "You write to"
    })
  };

  // extension/src/shared/phrase.js
  var LOCALES = { en: "en-GB" };
  var RIGHT_TO_LEFT = /* @__PURE__ */ new Set(["ar"]);
  var RIGHT_TO_LEFT_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
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
    const category = new Intl.PluralRules(spoken).select(count);
    return phrase(
      /** @type {Key} */
      `${stem}_${category}`,
      number(count),
      ...values
    );
  }
  var number = (count) => new Intl.NumberFormat(locale()).format(count);
  function isolated(value) {
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
          const reply = answer(message, isOwnPage(sender, browser) ? "page" : "content");
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
