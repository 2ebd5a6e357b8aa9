"use strict";
(() => {
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

  // extension/src/shared/catalogues.js
  var catalogues = {
    ar: () => ({
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
      badge_trouble: "$1. $2",
      badge_unasked: "البحث عن ملاحظات",
      badge_waiting: "بانتظار الإرسال",
      cancel: "إلغاء",
      client: "إضافة Postil في $1",
      client_on_system: "إضافة Postil في $1 على $2",
      comma: "، ",
      conflict_keep_mine: "الإبقاء على نصّي",
      conflict_keep_theirs: "الإبقاء على الآخر",
      conflict_mine: "نصّك، لم يُرسل",
      conflict_theirs: "تغيّر في مكان آخر",
      connect: "اتصال",
      connect_again: "إعادة الاتصال",
      connected: "متصل",
      connected_to: "اتصل بـ$1.",
      connecting: "جارٍ الاتصال",
      copied: "نُسخ.",
      copy: "نسخ",
      copy_saved: "سُلّمت نسخة إلى تنزيلات المتصفح. ما زالت الملاحظات محفوظة هنا.",
      diagnostics: "التشخيص",
      diagnostics_about: "ما يجده Postil في الصفحات المفتوحة الآن. يذكر نوع الصفحة وعدد الأوراق، ولا يحوي كلمات من صفحة ولا عنوانًا كاملًا ولا ملاحظة. انسخه في تقرير عندما ينقص شيء.",
      diagnostics_look: "الفحص مجددًا",
      diagnostics_looked: "أُعيد الفحص.",
      diagnostics_report: "التقرير",
      diagnostics_short: "ما يجده Postil في الصفحات المفتوحة.",
      diagnostics_title: "Postil: التشخيص",
      discard: "تجاهل",
      discard_for_good: "تجاهل نهائي",
      discard_this: "تجاهل هذا",
      disconnect: "قطع الاتصال",
      disconnected: "قُطع الاتصال.",
      done_create: "جديدة",
      done_delete: "حُذفت",
      done_edit: "عُدّلت",
      done_move: "نُقلت",
      done_move_to: "نُقلت إلى $1",
      done_restore: "استُعيدت",
      edit: "تحرير",
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
      highlight: "تظليل",
      just_now: "الآن",
      keep: "إبقاء",
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
      look_up: "البحث عن ملاحظات لـ",
      look_up_badge: "ورقة عندما أفتح شارتها",
      look_up_kept: "تظهر الملاحظات المحفوظة هنا فورًا.",
      look_up_listing: "كل قائمة أفتحها",
      move: "نقل",
      move_to: "النقل إلى",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      no_text: "بلا نص",
      not_running: "لا يعمل Postil في هذه الصفحة.",
      note: "ملاحظة",
      note_deleted: "هذه الملاحظة محذوفة.",
      number_changed: "عدد: «$1» صار الآن «$2»",
      offline: "لا يجيب الخادم.",
      only_me: "أنا فقط",
      options_title: "Postil: الخيارات",
      pairing: "السماح لهذا المتصفح على خادمك",
      pairing_denied: "لم يُسمح بذلك في صفحة الخادم، فلم يُوصل شيء.",
      pairing_ended: "أنهاه الخادم دون جواب. أعد الاتصال.",
      pairing_expired: "انتهت صلاحية الرمز. أعد الاتصال للحصول على رمز جديد.",
      pairing_open: "افتح صفحة الخادم، وسجّل الدخول فيها، واسمح بذلك عندما تعرض الرمز نفسه.",
      pairing_open_page: "فتح صفحة الخادم",
      pairing_type: "افتح الصفحة $1 من خادمك، وسجّل الدخول فيها، واكتب هذا الرمز. تعذّر فتحها من هنا: يذكر الخادم لنفسه عنوانًا غير $2.",
      pairing_waits: "هذه الصفحة تنتظر. الرمز صالح لعشر دقائق.",
      popup_failed: "تعذّر إرساله",
      popup_waiting: "بانتظار الإرسال",
      save_into_only_me: "حفظ في «أنا فقط»",
      sentence: "$1.",
      server: "الخادم",
      server_address: "عنوان الخادم",
      server_error: "صادف الخادم خطأ غير متوقع.",
      server_help: "على هذا الحاسوب يكون عادة $1. يطبعه الخادم عند بدئه.",
      server_later: "لا يستطيع الخادم الإجابة الآن ($1).",
      server_not_allowed: "لم يُسمح للمتصفح بمخاطبة هذا الخادم، فلم يُوصل شيء. أعد الاتصال واسمح بذلك.",
      server_offline: "$1 تحقق من أنه يعمل ومن صحة العنوان.",
      server_unavailable: "لا يستطيع الخادم استخدام قاعدة بياناته الآن.",
      sites_allow: "السماح به هناك",
      sites_allowed: "سُمح بذلك. أعد تحميل الصفحات المفتوحة هناك.",
      sites_closed: "لا يسمح المتصفح لـPostil بالعمل في $1، فلا تظهر ملاحظات هناك.",
      tags: "الوسوم",
      tags_hint: "مفصولة بفواصل",
      token: "مفتاح الوصول",
      token_help: "أنشئ واحدًا في صفحة الخادم، ضمن الإعدادات، والصقه هنا. يبقى في هذا المتصفح.",
      token_missing: "الصق مفتاح وصول.",
      token_unknown: "لا يعرف الخادم مفتاح الوصول هذا، أو أُبطل.",
      try_again: "المحاولة مجددًا",
      try_now: "المحاولة الآن",
      unfinished: "تركت هذا دون إكمال",
      unfinished_edit: "تعديل ملاحظة",
      unfinished_go_on: "متابعة",
      unfinished_gone: "لم تعد هذه الملاحظة غير المكتملة هنا.",
      unfinished_new: "ملاحظة جديدة",
      unfinished_reply: "رد",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة.",
      use_code: "استخدام رمز بدلًا من ذلك",
      use_token: "استخدام مفتاح بدلًا من ذلك",
      walk: "القراءة جملة جملة",
      walk_by: "القراءة جملة جملة ($1)",
      walk_next: "الجملة التالية",
      walk_previous: "الجملة السابقة",
      walk_stop: "إيقاف القراءة جملة جملة",
      walk_title: "العنوان: $1",
      welcome: "يضع Postil ملاحظات فريقك على هوامش الأوراق. تُحفظ الملاحظات على خادم تختاره. صِله هنا.",
      went_wrong: "حدث خطأ داخل Postil.",
      you_write_to: "تكتب في"
    }),
    de: () => ({
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
      badge_trouble: "$1. $2",
      badge_unasked: "Nach Notizen suchen",
      badge_waiting: "wartet auf das Senden",
      cancel: "Abbrechen",
      client: "Postil-Erweiterung in $1",
      client_on_system: "Postil-Erweiterung in $1 unter $2",
      comma: ", ",
      conflict_keep_mine: "Meine behalten",
      conflict_keep_theirs: "Die andere behalten",
      conflict_mine: "Deine, nicht gesendet",
      conflict_theirs: "Anderswo geändert",
      connect: "Verbinden",
      connect_again: "Neu verbinden",
      connected: "Verbunden",
      connected_to: "Mit $1 verbunden.",
      connecting: "Verbindet",
      copied: "Kopiert.",
      copy: "Kopieren",
      copy_saved: "Eine Kopie wurde den Downloads des Browsers übergeben. Die Notizen sind weiterhin hier.",
      diagnostics: "Diagnose",
      diagnostics_about: "Was Postil auf den Seiten findet, die jetzt offen sind. Es nennt die Art der Seite und die Zahl der Paper und enthält keine Wörter einer Seite, keine ganze Adresse und keine Notiz. Kopiere es in eine Fehlermeldung, wenn etwas fehlt.",
      diagnostics_look: "Noch einmal ansehen",
      diagnostics_looked: "Noch einmal angesehen.",
      diagnostics_report: "Bericht",
      diagnostics_short: "was Postil auf den offenen Seiten findet.",
      diagnostics_title: "Postil: Diagnose",
      discard: "Verwerfen",
      discard_for_good: "Endgültig verwerfen",
      discard_this: "Das verwerfen",
      disconnect: "Trennen",
      disconnected: "Getrennt.",
      done_create: "Neu",
      done_delete: "Gelöscht",
      done_edit: "Geändert",
      done_move: "Verschoben",
      done_move_to: "Verschoben nach $1",
      done_restore: "Zurückgeholt",
      edit: "Bearbeiten",
      farewell_discard: "Verwerfen und trennen",
      farewell_keep: "Behalten und trennen",
      farewell_kept: "Hier behalten, werden sie gesendet, sobald $1 wieder mit $2 verbunden ist.",
      farewell_one: "$1 Notiz nicht an den Server gesendet",
      farewell_other: "$1 Notizen nicht an den Server gesendet",
      farewell_save: "In eine Datei speichern",
      farewell_stay: "Verbunden bleiben",
      highlight: "Markieren",
      just_now: "gerade eben",
      keep: "Behalten",
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
      look_up: "Notizen nachschlagen für",
      look_up_badge: "ein Paper, wenn ich sein Abzeichen öffne",
      look_up_kept: "Notizen, die schon hier liegen, sind sofort zu sehen.",
      look_up_listing: "jede Liste, die ich öffne",
      move: "Verschieben",
      move_to: "Verschieben nach",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      no_text: "Kein Text",
      not_running: "Postil läuft auf dieser Seite nicht.",
      note: "Notiz",
      note_deleted: "Diese Notiz ist gelöscht.",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      offline: "Der Server antwortet nicht.",
      only_me: "Nur ich",
      options_title: "Postil: Einstellungen",
      pairing: "Erlaube diesen Browser auf deinem Server",
      pairing_denied: "Auf der Seite des Servers wurde es nicht erlaubt, deshalb wurde nichts verbunden.",
      pairing_ended: "Der Server hat es ohne Antwort beendet. Verbinde noch einmal.",
      pairing_expired: "Der Code ist abgelaufen. Verbinde noch einmal für einen neuen.",
      pairing_open: "Öffne die Seite des Servers, melde dich dort an, und erlaube es, wenn sie denselben Code zeigt.",
      pairing_open_page: "Seite des Servers öffnen",
      pairing_type: "Öffne die Seite $1 deines Servers, melde dich dort an, und gib diesen Code ein. Von hier aus ließ sie sich nicht öffnen: Der Server nennt für sich eine andere Adresse als $2.",
      pairing_waits: "Diese Seite wartet. Der Code gilt zehn Minuten.",
      popup_failed: "Konnte nicht gesendet werden",
      popup_waiting: "Wartet auf das Senden",
      save_into_only_me: "In „Nur ich“ speichern",
      sentence: "$1.",
      server: "Server",
      server_address: "Adresse des Servers",
      server_error: "Der Server ist auf einen unerwarteten Fehler gestoßen.",
      server_help: "Auf diesem Computer meist $1. Der Server zeigt sie, wenn er startet.",
      server_later: "Der Server kann jetzt nicht antworten ($1).",
      server_not_allowed: "Dem Browser wurde nicht erlaubt, mit diesem Server zu sprechen, deshalb wurde nichts verbunden. Verbinde noch einmal und erlaube es.",
      server_offline: "$1 Sieh nach, ob er läuft und ob die Adresse stimmt.",
      server_unavailable: "Der Server kann seine Datenbank jetzt nicht benutzen.",
      sites_allow: "Dort erlauben",
      sites_allowed: "Erlaubt. Lade die Seiten neu, die dort offen sind.",
      sites_closed: "Der Browser lässt Postil auf $1 nicht laufen, deshalb sind dort keine Notizen zu sehen.",
      tags: "Schlagwörter",
      tags_hint: "durch Kommas getrennt",
      token: "Zugangstoken",
      token_help: "Mach eines auf der Seite des Servers, unter Einstellungen, und füge es hier ein. Es bleibt in diesem Browser.",
      token_missing: "Füge ein Zugangstoken ein.",
      token_unknown: "Der Server kennt dieses Zugangstoken nicht, oder es wurde widerrufen.",
      try_again: "Noch einmal versuchen",
      try_now: "Jetzt versuchen",
      unfinished: "Das hast du unfertig gelassen",
      unfinished_edit: "Änderung einer Notiz",
      unfinished_go_on: "Weiterschreiben",
      unfinished_gone: "Diese unfertige Notiz ist nicht mehr da.",
      unfinished_new: "Neue Notiz",
      unfinished_reply: "Antwort",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen.",
      use_code: "Stattdessen einen Code verwenden",
      use_token: "Stattdessen ein Token verwenden",
      walk: "Satz für Satz lesen",
      walk_by: "Satz für Satz lesen ($1)",
      walk_next: "Nächster Satz",
      walk_previous: "Vorheriger Satz",
      walk_stop: "Satzweises Lesen beenden",
      walk_title: "Titel: $1",
      welcome: "Postil setzt die Notizen deines Teams an den Rand von Papern. Die Notizen liegen auf einem Server, den du wählst. Verbinde ihn hier.",
      went_wrong: "In Postil ist etwas schiefgegangen.",
      you_write_to: "Du schreibst in"
    }),
    en: () => ({
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
      badge_trouble: "$1. $2",
      badge_unasked: "Look for notes",
      badge_waiting: "waiting to be sent",
      cancel: "Cancel",
      client: "Postil extension in $1",
      client_on_system: "Postil extension in $1 on $2",
      comma: ", ",
      conflict_keep_mine: "Keep mine",
      conflict_keep_theirs: "Keep theirs",
      conflict_mine: "Yours, not sent",
      conflict_theirs: "Changed elsewhere",
      connect: "Connect",
      connect_again: "Connect again",
      connected: "Connected",
      connected_to: "Connected to $1.",
      connecting: "Connecting",
      copied: "Copied.",
      copy: "Copy",
      copy_saved: "A copy was handed to the browser's downloads. The notes are still kept here.",
      diagnostics: "Diagnostics",
      diagnostics_about: "What Postil finds on the pages that are open now. It says which kind of page and how many papers, and holds no words of a page, no whole address, and no note. Copy it into a report when something is missing.",
      diagnostics_look: "Look again",
      diagnostics_looked: "Looked again.",
      diagnostics_report: "Report",
      diagnostics_short: "what Postil finds on the pages that are open.",
      diagnostics_title: "Postil: diagnostics",
      discard: "Discard",
      discard_for_good: "Discard for good",
      discard_this: "Discard this",
      disconnect: "Disconnect",
      disconnected: "Disconnected.",
      done_create: "New",
      done_delete: "Deleted",
      done_edit: "Changed",
      done_move: "Moved",
      done_move_to: "Moved to $1",
      done_restore: "Brought back",
      edit: "Edit",
      farewell_discard: "Discard them and disconnect",
      farewell_keep: "Keep them and disconnect",
      farewell_kept: "Kept here, they are sent when $1 is connected to $2 again.",
      farewell_one: "$1 note not sent to the server",
      farewell_other: "$1 notes not sent to the server",
      farewell_save: "Save to a file",
      farewell_stay: "Stay connected",
      highlight: "Highlight",
      just_now: "just now",
      keep: "Keep",
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
      look_up: "Look up notes for",
      look_up_badge: "a paper when I open its badge",
      look_up_kept: "Notes that are already kept here show at once.",
      look_up_listing: "every listing that I open",
      move: "Move",
      move_to: "Move to",
      no_answer: "Postil did not answer. Reload this page.",
      no_text: "No text",
      not_running: "Postil is not running on this page.",
      note: "Note",
      note_deleted: "This note is deleted.",
      number_changed: "Number: “$1” is now “$2”",
      offline: "The server does not answer.",
      only_me: "Only me",
      options_title: "Postil: options",
      pairing: "Allow this browser on your server",
      pairing_denied: "It was not allowed on the server's page, so nothing was connected.",
      pairing_ended: "The server ended it without an answer. Connect again.",
      pairing_expired: "The code has expired. Connect again for a new one.",
      pairing_open: "Open the server's page, sign in there, and allow it when it shows the same code.",
      pairing_open_page: "Open the server's page",
      pairing_type: "Open the page $1 of your server, sign in there, and type this code. It could not be opened from here: the server names another address for itself than $2.",
      pairing_waits: "This page waits. The code is good for ten minutes.",
      popup_failed: "Could not be sent",
      popup_waiting: "Waiting to be sent",
      save_into_only_me: "Save into Only me",
      sentence: "$1.",
      server: "Server",
      server_address: "Server address",
      server_error: "The server met an unforeseen error.",
      server_help: "On this computer usually $1. The server prints it when it starts.",
      server_later: "The server cannot answer now ($1).",
      server_not_allowed: "The browser was not allowed to talk to this server, so nothing was connected. Connect again and allow it.",
      server_offline: "$1 Look whether it runs and whether the address is right.",
      server_unavailable: "The server cannot use its database now.",
      sites_allow: "Allow it there",
      sites_allowed: "Allowed. Reload the pages that are open there.",
      sites_closed: "The browser does not let Postil run on $1, so no notes show there.",
      tags: "Tags",
      tags_hint: "separated by commas",
      token: "Access token",
      token_help: "Make one on the server's page, under Settings, and paste it here. It stays in this browser.",
      token_missing: "Paste an access token.",
      token_unknown: "The server does not know this access token, or it was revoked.",
      try_again: "Try again",
      try_now: "Try now",
      unfinished: "You left this unfinished",
      unfinished_edit: "Change of a note",
      unfinished_go_on: "Go on",
      unfinished_gone: "This unfinished note is not here any more.",
      unfinished_new: "New note",
      unfinished_reply: "Reply",
      updated: "Postil was updated. Reload this page to go on.",
      use_code: "Use a code instead",
      use_token: "Use a token instead",
      walk: "Read by sentence",
      walk_by: "Read by sentence ($1)",
      walk_next: "Next sentence",
      walk_previous: "Previous sentence",
      walk_stop: "Stop reading by sentence",
      walk_title: "Title: $1",
      welcome: "Postil puts your team's notes in the margin of papers. The notes are kept on a server that you choose. Connect it here.",
      went_wrong: "Something went wrong inside Postil.",
      you_write_to: "You write to"
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
    const known2 = wanted.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(catalogues, tag));
    spoken = /** @type {Language} */
    known2 ?? "en";
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
    const plain2 = value.replace(TURNS, "");
    const isForeign = RIGHT_TO_LEFT_LETTER.test(plain2) || direction() === "rtl" && new RegExp("\\p{L}", "u").test(plain2);
    return isForeign ? `${ISOLATE}${plain2}${END_OF_ISOLATE}` : plain2;
  }

  // extension/src/shared/address.js
  var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "localhost"]);
  function serverAddress(typed) {
    const text = typed.trim();
    if (!text) return { problem: phrase("address_missing") };
    if (!/^https?:\/\//i.test(text)) return { problem: phrase("address_scheme", "https://", "http://") };
    if (!URL.canParse(text)) return { problem: phrase("address_none") };
    const url = new URL(text);
    if (url.username || url.password) return { problem: phrase("address_login") };
    if (url.pathname !== "/" || url.search || url.hash) return { problem: phrase("address_path", url.origin) };
    if (url.protocol === "http:" && !LOOPBACK.has(url.hostname)) {
      return { problem: phrase("address_plain", "https://", "http://127.0.0.1", "http://localhost") };
    }
    return { origin: url.origin };
  }
  function permissionFor(origin) {
    const { protocol, hostname } = new URL(origin);
    return `${protocol}//${hostname}/*`;
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
  var ONE_LETTER = /^[\p{L}\p{N}]$/u;
  function letterOf({ on, letters: letters2 }, action) {
    return on ? letters2[action] ?? LETTERS[action] : "";
  }
  function withLetter({ on, letters: letters2 }, action, letter) {
    const own = { ...letters2, [action]: letter };
    if (letter === LETTERS[action]) delete own[action];
    return { on, letters: own };
  }
  function clashIn(letters2) {
    const chosen = ACTIONS.map((action) => ({ action, letter: letterOf({ on: true, letters: letters2 }, action) }));
    for (const [index, { action, letter }] of chosen.entries()) {
      if (letter === "") continue;
      if (!ONE_LETTER.test(letter) || letter !== letter.toLowerCase()) return { action, other: null };
      const other = chosen.slice(0, index).find((one) => one.letter === letter);
      if (other) return { action, other: other.action };
    }
    return null;
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

  // extension/src/anchoring/plain.js
  function plain(text) {
    return text.replace(/⟦([^⟧]*)⟧/gu, (_2, tex) => `$${tex}$`);
  }

  // extension/src/shared/wording.js
  function wordingOf({ text, tags }) {
    return { text, tags };
  }
  function seenIn(note) {
    return note.conflict ? { ...wordingOf(note.conflict), mine: wordingOf(note) } : wordingOf(note);
  }

  // extension/src/ui/unsent.js
  async function readUnsent() {
    const [{ operations }, { drafts }] = await Promise.all([ask("waiting", void 0), ask("drafts", void 0)]);
    return { operations, drafts };
  }
  function unsentActions(does2, show2, open2) {
    return {
      tryNow: () => does2(() => ask("try-now", void 0)),
      resolve: (operation, way) => does2(() => ask("resolve-failed", { operation, way })),
      settle: (mine, { text, tags }) => does2(async () => {
        if (mine.theirs) await ask("edit", { id: mine.note, text, tags, seen: seenIn({ ...mine, conflict: mine.theirs }) });
        return ask("status", void 0);
      }),
      askSure: (sure) => {
        show2({ sure });
        if (sure) document.getElementById("discard-for-good")?.focus();
      },
      copy: ({ quote, text }) => does2(async () => {
        await navigator.clipboard.writeText([quote && `> ${plain(quote)}`, text].filter(Boolean).join("\n\n"));
        show2({ said: phrase("copied") });
        return ask("status", void 0);
      }),
      goOn: (draft) => does2(async () => {
        await ask("draft-open", { id: draft.id });
        open2(draft);
        return ask("status", void 0);
      }),
      discardDraft: ({ id }) => does2(async () => {
        const status = await ask("status", void 0);
        await ask("draft-drop", { account: status.account ?? "", id });
        return status;
      })
    };
  }

  // extension/src/options/client-name.js
  var FAMILIES = ["Google Chrome", "Microsoft Edge", "Opera", "Brave", "Vivaldi"];
  var SYSTEMS = (
    /** @type {[RegExp, string][]} */
    [
      [/Android/, "Android"],
      [/Windows/, "Windows"],
      [/Mac OS X|Macintosh/, "macOS"],
      [/CrOS/, "ChromeOS"],
      [/Linux/, "Linux"]
    ]
  );
  function clientName(about = navigator) {
    const brands = about.userAgentData?.brands.map(({ brand }) => brand) ?? [];
    const browser = FAMILIES.find((name) => brands.includes(name)) ?? (/Firefox\//.test(about.userAgent) ? "Firefox" : "Chromium");
    const system = about.userAgentData?.platform || SYSTEMS.find(([pattern]) => pattern.test(about.userAgent))?.[1];
    return system ? phrase("client_on_system", browser, system) : phrase("client", browser);
  }

  // extension/src/options/keep-copy.js
  function copyOf(operations, server, user) {
    const notes = operations.map(({ note, kind, paper, quote, text, tags, theirs, reason }) => ({ note, change: kind, paper, quote, text, tags, theirs, reason }));
    return JSON.stringify({ server, user, notes }, null, 2) + "\n";
  }
  function saveToFile(text, today = /* @__PURE__ */ new Date()) {
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `postil-not-sent-${today.toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 6e4);
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

  // extension/src/options/keys-form.js
  var NAMES = {
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
    return { keys: null, untaken: { action, letter, line: other ? phrase("keys_taken", letter, phrase(NAMES[other])) : phrase("keys_not_one") } };
  }
  function keysActions(present, keep, refuse2) {
    const change = (changed) => {
      const now = present();
      if (!now) return;
      const { keys, untaken } = changed(now);
      if (keys) keep(keys);
      else refuse2(untaken);
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
      <fieldset class="keys" aria-labelledby="keys" ?disabled=${!keys.on}>${ACTIONS.map((action) => field(action, keys, untaken, actions2))}</fieldset>
      <p class="small wrong" id="key-wrong" aria-live="polite">${untaken?.line ?? ""}</p>
      <div class="row"><button type="button" ?disabled=${isUsual && !untaken} @click=${actions2.usualKeys}>${phrase("keys_usual")}</button></div>
    </section>
  `;
  }
  function field(action, { letters: letters2 }, untaken, actions2) {
    const wrong = untaken?.action === action ? untaken : null;
    return b`<label for="key-${action}">${phrase(NAMES[action])}</label>
    <input id="key-${action}" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-invalid=${String(wrong !== null)}
      aria-describedby=${wrong ? "key-wrong" : "keys-about"} .value=${l2(wrong?.letter ?? letterOf({ on: true, letters: letters2 }, action))}
      @focus=${(event) => inputOf(event).select()}
      @input=${(event) => event.isComposing || actions2.takeKey(action, inputOf(event).value)} />`;
  }
  var inputOf = ({ currentTarget }) => (
    /** @type {HTMLInputElement} */
    currentTarget
  );

  // extension/src/options/letters.js
  function createLetters(kept, keep, show2) {
    let shown = kept;
    const turn = (keys) => show2(shown = keys);
    return {
      /** What is kept by now, maybe from another tab. @param {Keys} keys */
      heard(keys) {
        const isSettled = shown === kept;
        kept = keys;
        if (isSettled) turn(keys);
      },
      /** What is typed next builds on it, answered or not. Rejects as `keep` does. @param {Keys} keys */
      async choose(keys) {
        turn(keys);
        try {
          await keep(keys);
          kept = keys;
        } catch (error) {
          if (shown === keys) turn(kept);
          throw error;
        }
      }
    };
  }

  // extension/src/options/permission.js
  function isPermitted(origin, permissions = chrome.permissions) {
    return permissions.contains({ origins: [permissionFor(origin)] });
  }
  function requestPermission(origin, permissions = chrome.permissions) {
    return permissions.request({ origins: [permissionFor(origin)] });
  }
  async function closedSites(browser = chrome) {
    const sites = ownSites(browser);
    const open2 = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
    return sites.filter((_2, i3) => !open2[i3]).map((site) => site.replace(/^.*:\/\/|\/\*$/g, ""));
  }
  function requestSites(browser = chrome) {
    return browser.permissions.request({ origins: ownSites(browser) });
  }
  function ownSites(browser) {
    return browser.runtime.getManifest().host_permissions ?? [];
  }

  // extension/src/options/pairing.js
  var SLOWER = 5;
  var PASSING = /* @__PURE__ */ new Set(["offline", "server"]);
  function createPairing(ask2, events, later2 = (work, delay) => setTimeout(work, delay), now = Date.now) {
    let attempt = 0;
    const poll = async (code, interval, end, mine) => {
      if (mine !== attempt) return;
      const next = (seconds) => void later2(() => void poll(code, seconds, end, mine), seconds * 1e3);
      try {
        const { outcome, status } = await ask2("poll-pairing", { server: code.server, device: code.device });
        if (status) {
          attempt += 1;
          events.connected(status);
        } else next(outcome === "slow-down" ? interval + SLOWER : interval);
      } catch (error) {
        if (mine !== attempt) return;
        if (PASSING.has(codeOf(error)) && now() < end) return next(interval * 2);
        attempt += 1;
        events.failed(error);
      }
    };
    return {
      /** @param {string} server @param {string} client */
      async begin(server, client) {
        attempt += 1;
        const mine = attempt;
        try {
          const code = await ask2("begin-pairing", { server, client });
          if (mine !== attempt) return;
          events.shown(code);
          later2(() => void poll(code, code.interval, now() + code.expires * 1e3, mine), code.interval * 1e3);
        } catch (error) {
          if (mine === attempt) events.failed(error);
        }
      },
      cancel() {
        attempt += 1;
      }
    };
  }
  function codeOf(error) {
    return (
      /** @type {{code?: string}} */
      error.code ?? ""
    );
  }

  // extension/src/anchoring/addresses.js
  var CORE = /:\/\/|\bwww\.|\.(?:com|org|net|io|ai|edu|gov|dev)\/|\bthis (?:https?|ftp) URL\b/gu;
  var BEFORE = /[A-Za-z0-9.+-]*$/u;
  var AFTER = /[^\s"<>“”«»，。；、（）【】]*/uy;
  var NOT_ITS_END = /[^A-Za-z0-9/]+$/u;
  var LONGEST_HOST = 80;
  function addressesIn(text) {
    const found = [];
    for (const core of text.matchAll(CORE)) {
      const [words] = core;
      const last = found.at(-1)?.end ?? 0;
      if (core.index < last) continue;
      if (words.endsWith("URL")) found.push({ start: core.index, end: core.index + words.length });
      else found.push(around(text, Math.max(last, core.index - LONGEST_HOST), core.index));
    }
    return found;
  }
  function around(text, first, core) {
    const before = (
      /** @type {RegExpExecArray} */
      BEFORE.exec(text.slice(first, core))
    );
    AFTER.lastIndex = core;
    const after = (
      /** @type {RegExpExecArray} */
      AFTER.exec(text)[0].replace(NOT_ITS_END, "")
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
    constructor(text) {
      this.#text = text;
    }
    /** @param {number} start @param {number} end */
    copy(start2, end) {
      if (start2 < end) this.#write(start2, end, this.#text.slice(start2, end), true);
    }
    /** @param {number} start @param {number} end @param {string} spelling  of text[start, end) */
    put(start2, end, spelling) {
      if (spelling) this.#write(start2, end, spelling, false);
    }
    /** @param {number} start @param {number} end @param {string} spelling @param {boolean} copied */
    #write(start2, end, spelling, copied) {
      this.#begins.push(this.written.length);
      this.#starts.push(start2);
      this.#ends.push(end);
      this.#copied.push(copied);
      this.written += spelling;
    }
    /**
     * The stretch of the text that a stretch of the folded text came from.
     * @param {number} start
     * @param {number} end
     */
    source(start2, end) {
      const [first, last] = [this.#stretchAt(start2), this.#stretchAt(end - 1)];
      if (first < 0 || last < 0) return { start: 0, end: 0 };
      return {
        start: this.#starts[first] + (this.#copied[first] ? start2 - this.#begins[first] : 0),
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

  // extension/src/anchoring/raised.js
  var PLAIN = "0123456789+-−";
  var RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
  var LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋";
  function writtenOut(sign, before) {
    for (const [signs, mark] of [[RAISED, "^"], [LOWERED, "_"]]) {
      const at = signs.indexOf(sign);
      if (at >= 0) return (before && signs.includes(before) ? "" : mark) + PLAIN[at];
    }
    return null;
  }

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
    const raised = writtenOut(sign, before);
    if (raised !== null) return raised;
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

  // extension/src/anchoring/slices.js
  function finish(task) {
    for (; ; ) {
      const step = task.next();
      if (step.done) return step.value;
    }
  }

  // extension/src/anchoring/fold.js
  var SPACING = String.raw`\\(?:[,;:! \\]|(?:quad|qquad|displaystyle|textstyle|limits|nolimits|left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z]))`;
  var STYLE = String.raw`\\(?:text(?:it|bf|tt|sc|sf|rm|normal)?|math(?:bb|bf|cal|frak|it|rm|sf|scr|tt|bin|rel|op|ord)|operatorname\*?|boldsymbol|bm|mbox|emph|em|it|bf|tt|sc)(?![A-Za-z]) ?`;
  var ACCENT = String.raw`\\(?:(?<sign>['${"`"}^"~=.])(?: ?\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))|(?<letter>[cvuHk])\{(?<under>[A-Za-z])\})`;
  var NEGATED = String.raw`\\not\s*(?<negated>=|\\in(?![A-Za-z]))`;
  var PRIME = String.raw`\^\{?\\prime\}?`;
  var FRACTION = String.raw`\\[dt]?frac\{(?<above>[^{}]*)\}(?=\{)`;
  var COMMAND = String.raw`\\(?<name>[A-Za-z]+)`;
  var MARKUP = String.raw`[\\{}$]`;
  var TIE = String.raw`(?<=\S)~(?=\S)`;
  var TEX = new RegExp(
    `(?<accent>${ACCENT})|(?<gone>${SPACING}|${STYLE}|${TIE})|${NEGATED}|(?<prime>${PRIME})|${FRACTION}|${COMMAND}|${MARKUP}|(?<dash>-{2,})|(?<double>")|(?<single>\`)|(?<about>~)`,
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
  var SPACE = 32;
  var LAST_ASCII = 126;
  var STEP = 1e4;
  var ADDRESS = "(address)";
  function fold(text) {
    return finish(foldInSteps(text));
  }
  function* foldInSteps(text) {
    const folding = new Folding(text);
    let at = 0;
    let pause = STEP;
    for (const address of [...addressesIn(text), { start: text.length, end: text.length }]) {
      while (at < address.start) {
        at = foldStretch(folding, text, at, Math.min(address.start, pause));
        if (at < pause) continue;
        pause = at + STEP;
        yield;
      }
      folding.put(address.start, address.end, address.end > address.start ? ADDRESS : "");
      at = address.end;
    }
    return { text: folding.written, source: (start2, end) => folding.source(start2, end) };
  }
  function foldStretch(folding, text, at, end) {
    let from = at;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code <= LAST_ASCII && code !== SPACE && !BEGINNINGS[code]) {
        at++;
        continue;
      }
      folding.copy(from, at);
      from = at;
      if (code === SPACE) from = ++at;
      else if (code > LAST_ASCII) from = at = foldSign(folding, text, at);
      else if ((at = foldTex(folding, text, at)) > from) from = at;
      else at++;
    }
    folding.copy(from, at);
    return at;
  }
  function foldSign(folding, text, at) {
    const sign = String.fromCodePoint(
      /** @type {number} */
      text.codePointAt(at)
    );
    folding.put(at, at + sign.length, plainSign(sign, text[at - 1] ?? ""));
    return at + sign.length;
  }
  function foldTex(folding, text, at) {
    TEX.lastIndex = at;
    const match = TEX.exec(text);
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
  function accented({ braced, bare, under, sign, letter }) {
    return ((braced ?? bare ?? under ?? "") + MARKS[sign ?? letter ?? ""]).normalize("NFC");
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
        const [below, beside] = [lengths[(i4 + 1) * width + j3], lengths[i4 * width + j3 + 1]];
        lengths[i4 * width + j3] = was[i4].key === is[j3].key ? lengths[(i4 + 1) * width + j3 + 1] + 1 : Math.max(below, beside);
      }
    }
    const hunks = [];
    let open2 = null;
    let [i3, j2] = [0, 0];
    while (i3 < was.length || j2 < is.length) {
      if (i3 < was.length && j2 < is.length && was[i3].key === is[j2].key) {
        open2 = null;
        i3++;
        j2++;
        continue;
      }
      if (!open2) hunks.push(open2 = { was: [], is: [], wasAt: i3, isAt: j2 });
      if (j2 === is.length || i3 < was.length && lengths[(i3 + 1) * width + j2] >= lengths[i3 * width + j2 + 1]) open2.was.push(was[i3++]);
      else open2.is.push(is[j2++]);
    }
    return hunks;
  }
  function textOf(text, tokens) {
    return tokens.length ? text.slice(tokens[0].start, tokens[tokens.length - 1].end) : "";
  }

  // extension/src/anchoring/normal-text.js
  var DROPPED = "\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
  var GAP = new RegExp(`[\\p{White_Space}${DROPPED}]+`, "uy");
  var OTHER = new RegExp(`[^!-~\\p{White_Space}${DROPPED}]+`, "uy");
  var SPACE2 = new RegExp("\\p{White_Space}", "u");
  var PICTURE = new RegExp("\\p{Extended_Pictographic}", "u");

  // extension/src/anchoring/later.js
  function later(make) {
    let made;
    return () => made ??= make();
  }

  // extension/src/anchoring/words.js
  var UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}`;
  var LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{M}]`;
  var NUMBER = String.raw`(?:(?<![\p{L}\p{N}\p{M})\]}])[-−–+±])?\p{N}+(?:[.,]\p{N}+)*(?:\^[-−]?\p{N}+)?`;
  var token = later(() => new RegExp(String.raw`⟦[^⟧]*⟧|${NUMBER}|(?:${LETTER})+(?:['’](?:${LETTER})+)*|\S`, "gu"));
  var inside = later(() => new RegExp(String.raw`^(?:${LETTER}|\p{N}){2}$`, "u"));
  var NEGATIONS = new Set(
    "no not non nor none never neither nobody nothing nowhere without cannot cant dont doesnt didnt isnt arent wasnt werent wont neq notin nexists".split(" ")
  );
  function tokensOf(text) {
    const tokens = [];
    let at = 0;
    for (const address of [...addressesIn(text), { start: text.length, end: text.length }]) {
      for (const { 0: found, index } of text.slice(at, address.start).matchAll(token())) tokens.push(tokenAt(text, at + index, at + index + found.length));
      if (address.end > address.start) tokens.push({ ...address, key: text.slice(address.start, address.end) });
      at = address.end;
    }
    return tokens;
  }
  function tokenAt(text, start2, end) {
    return { start: start2, end, key: fold(text.slice(start2, end)).text };
  }

  // extension/src/anchoring/comparison.js
  function wordsApart(was, is) {
    const tokens = { was: tokensOf(was), is: tokensOf(is) };
    const folded = hunksOf(tokens.was, tokens.is).filter((hunk) => fold(textOf(was, hunk.was)).text !== fold(textOf(is, hunk.is)).text);
    const hunks = folded.length ? folded : hunksOf(asSpelt(was, tokens.was), asSpelt(is, tokens.is));
    return {
      was: runsOf(was, tokens.was, hunks.map((hunk) => ({ differing: hunk.was, at: hunk.wasAt }))),
      is: runsOf(is, tokens.is, hunks.map((hunk) => ({ differing: hunk.is, at: hunk.isAt })))
    };
  }
  function asSpelt(text, tokens) {
    return tokens.map((token2) => ({ ...token2, key: text.slice(token2.start, token2.end) }));
  }
  function runsOf(text, tokens, hunks) {
    const runs = [];
    let end = 0;
    for (const { differing, at } of hunks) {
      const start2 = tokens[at]?.start ?? text.length;
      runs.push({ text: text.slice(end, start2), differs: false });
      end = differing.at(-1)?.end ?? start2;
      runs.push({ text: text.slice(start2, end), differs: true });
    }
    runs.push({ text: text.slice(end), differs: false });
    return runs;
  }

  // extension/src/content/conflict-view.js
  function sides(mine, theirs) {
    const { was, is } = wordsApart(theirs.text, mine.text);
    return b`<div class="sides">${side(phrase("conflict_mine"), mine, is)}${side(phrase("conflict_theirs"), theirs, was)}</div>`;
  }
  function side(name, { text, tags }, runs) {
    return b`<section aria-label=${name}>
    <h3>${name}</h3>
    ${text ? b`<p class="text" dir="auto">${runs.map((run) => run.differs && run.text ? b`<mark>${run.text}</mark>` : run.text)}</p>` : b`<p class="text none">${phrase("no_text")}</p>`}
    ${tags.length ? b`<ul class="tags" aria-label=${phrase("tags")}>${tags.map((tag) => b`<li dir="auto">${tag}</li>`)}</ul>` : A}
  </section>`;
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
  function groupName(id, groups) {
    const group = groups.find((one) => one.id === id);
    if (!group) return "";
    return group.kind === "personal" ? phrase("only_me") : group.name;
  }

  // extension/src/content/unfinished-view.js
  function kindOf({ note, parent }) {
    return phrase(parent ? "unfinished_reply" : note ? "unfinished_edit" : "unfinished_new");
  }
  var whenLeft = ({ at }) => when(new Date(at).toISOString());

  // extension/src/ui/unsent-view.js
  function waiting({ operations }, status, actions2) {
    const list = operations.filter(({ state: state2 }) => state2 === "waiting");
    if (!list.length) return A;
    return section(phrase("popup_waiting"), b`
    <ul>${list.map((one) => b`<li class="note">${operationView(one, status)}</li>`)}</ul>
    ${status.problem ? A : b`<button type="button" @click=${actions2.tryNow}>${phrase("try_now")}</button>`}
  `);
  }
  function failed({ operations, sure }, status, actions2) {
    const list = operations.filter(({ state: state2 }) => state2 === "failed");
    if (!list.length) return A;
    return section(phrase("popup_failed"), b`
    <ul>${list.map((one) => b`<li class="note">${operationView(one, status)}${waysOut(one, sure === one.id, actions2)}</li>`)}</ul>
  `);
  }
  var DONE = (
    /** @type {const} */
    { create: "done_create", edit: "done_edit", move: "done_move", delete: "done_delete", restore: "done_restore" }
  );
  function operationView(operation, { groups }) {
    const { kind, quote, text, theirs, group, reason } = operation;
    const place = kind === "move" && groupName(group, groups);
    return b`
    ${quoted(quote)}
    ${theirs ? sides(operation, theirs) : text ? b`<p class="text" dir="auto">${text}</p>` : A}
    <p class="small muted">${place ? phrase("done_move_to", place) : phrase(DONE[kind])}</p>
    ${reason ? b`<p class="small bad">${reason}</p>` : A}
  `;
  }
  function waysOut(one, isAsked, actions2) {
    if (isAsked) return sureView(() => actions2.resolve(one.id, "discard"), actions2);
    const { theirs } = one;
    if (theirs) {
      return b`
      <div class="row">
        <button type="button" @click=${() => actions2.settle(one, one)}>${phrase("conflict_keep_mine")}</button>
        <button type="button" @click=${() => actions2.settle(one, theirs)}>${phrase("conflict_keep_theirs")}</button>
        ${textWays(one, actions2)}
      </div>`;
    }
    const retry = b`<button type="button" @click=${() => actions2.resolve(one.id, "retry")}>${phrase("try_again")}</button>`;
    if (one.kind === "move") {
      return b`<div class="row">${retry}<button type="button" @click=${() => actions2.resolve(one.id, "discard")}>${phrase("leave_it")}</button></div>`;
    }
    return b`
    <div class="row">
      ${retry}
      ${one.kind === "create" || one.kind === "edit" ? textWays(one, actions2) : A}
      <button type="button" @click=${() => actions2.askSure(one.id)}>${phrase("discard")}</button>
    </div>`;
  }
  function textWays(one, actions2) {
    return b`
    <button type="button" @click=${() => actions2.resolve(one.id, "only-me")}>${phrase("save_into_only_me")}</button>
    <button type="button" @click=${() => actions2.copy(one)}>${phrase("copy")}</button>`;
  }
  function sureView(discard, actions2) {
    return b`
    <div class="row" role="group" aria-label=${phrase("discard_this")}>
      <button type="button" class="risky" id="discard-for-good" @click=${discard}>${phrase("discard_for_good")}</button>
      <button type="button" @click=${() => actions2.askSure(null)}>${phrase("keep")}</button>
    </div>`;
  }
  function unfinished({ drafts, sure }, actions2) {
    if (!drafts.length) return A;
    return section(phrase("unfinished"), b`<ul>${drafts.map((one) => b`<li class="note">
    <p class="small muted" dir="auto">${one.title || one.paper}</p>
    ${quoted(one.quote)}
    <p class="text" dir="auto">${one.text}</p>
    <p class="small muted">${kindOf(one)} · ${whenLeft(one)}</p>
    ${sure === one.id ? sureView(() => actions2.discardDraft(one), actions2) : b`<div class="row">
          <button type="button" @click=${() => actions2.goOn(one)}>${phrase("unfinished_go_on")}</button>
          <button type="button" @click=${() => actions2.copy(one)}>${phrase("copy")}</button>
          <button type="button" @click=${() => actions2.askSure(one.id)}>${phrase("discard")}</button>
        </div>`}
  </li>`)}</ul>`);
  }
  function quoted(quote) {
    return quote ? b`<blockquote dir="auto"><span>${plain(quote)}</span></blockquote>` : A;
  }
  function section(title, content) {
    return b`<section aria-label=${title}><h2>${title}</h2>${content}</section>`;
  }

  // extension/src/options/connect-form.js
  function connectForm(state2, server, actions2) {
    if (state2.pairing) return codeShown(state2.pairing, actions2);
    const { wrong, busy, byToken } = state2;
    return b`
    <form novalidate @submit=${actions2.connect} @input=${actions2.typed}>
      <div>
        <label for="server">${phrase("server_address")}</label>
        <input id="server" name="server" type="text" inputmode="url" autocomplete="url" spellcheck="false" autocapitalize="none"
          .value=${server} aria-describedby="server-help server-wrong" aria-invalid=${String(wrong?.field === "server")} />
        <p class="small muted" id="server-help">${phrase("server_help", "http://127.0.0.1:8017")}</p>
        <p class="small wrong" id="server-wrong">${wrong?.field === "server" ? wrong.message : A}</p>
      </div>
      ${byToken ? tokenField(wrong) : A}
      <div role="alert">${wrong && wrong.field === null ? b`<p class="message bad">${wrong.message}</p>` : A}</div>
      <div class="row">
        <button class="primary" type="submit" aria-disabled=${String(busy)}>${phrase(busy ? "connecting" : "connect")}</button>
        <button type="button" class="quiet" @click=${actions2.byToken}>${phrase(byToken ? "use_code" : "use_token")}</button>
      </div>
    </form>
  `;
  }
  function tokenField(wrong) {
    return b`<div>
    <label for="token">${phrase("token")}</label>
    <input id="token" name="token" type="password" autocomplete="off" spellcheck="false"
      aria-describedby="token-help token-wrong" aria-invalid=${String(wrong?.field === "token")} />
    <p class="small muted" id="token-help">${phrase("token_help")}</p>
    <p class="small wrong" id="token-wrong">${wrong?.field === "token" ? wrong.message : A}</p>
  </div>`;
  }
  function codeShown({ server, code, page }, actions2) {
    return b`
    <section aria-labelledby="pairing">
      <h2 id="pairing" tabindex="-1">${phrase("pairing")}</h2>
      <p class="code" id="code">${code}</p>
      <p>${page ? phrase("pairing_open") : phrase("pairing_type", "/connect", server)}</p>
      <p class="small muted">${phrase("pairing_waits")}</p>
      <div class="row">
        ${page ? b`<button type="button" class="primary" id="open-server" @click=${() => actions2.openPage(page)}>${phrase("pairing_open_page")}</button>` : A}
        <button type="button" @click=${actions2.cancelPairing}>${phrase("cancel")}</button>
      </div>
    </section>
  `;
  }

  // extension/src/options/view.js
  function optionsView(state2, actions2) {
    const { status } = state2;
    return b`
    <h1 class="brand"><img src="../../icons/icon-48.png" alt="" width="24" height="24" />Postil</h1>
    ${state2.closed.length ? closedSites2(state2.closed, actions2) : A}
    ${status === null ? A : status.paired ? connected(state2, status, actions2) : welcome(state2, actions2)}
    ${status?.user ? unsentViews(state2, status, actions2) : A}
    ${state2.kept.length ? keptForOthers(state2.kept, actions2) : A}
    ${state2.keys === null ? A : keysForm(state2.keys, state2.untaken, actions2)}
    ${status === null ? A : disclosure(status, actions2)}
    <p class="small"><a href="../diagnostics/diagnostics.html">${phrase("diagnostics")}</a>: ${phrase("diagnostics_short")}</p>
    <p class="small muted" role="status">${state2.said}</p>
  `;
  }
  function closedSites2(sites, actions2) {
    return b`
    <div class="message">
      <p>${phrase("sites_closed", sites)}</p>
      <div class="row"><button type="button" class="primary" @click=${actions2.openSites}>${phrase("sites_allow")}</button></div>
    </div>
  `;
  }
  function welcome(state2, actions2) {
    return b`
    <p>${phrase("welcome")}</p>
    ${connectForm(state2, state2.address, actions2)}
  `;
  }
  function connected(state2, status, actions2) {
    const isAgain = state2.pairing !== null || state2.again || status.problem?.code === "unauthorized" || status.problem?.code === "wrong-address";
    return b`
    <section aria-labelledby="account">
      <h2 id="account">${phrase("connected")}</h2>
      <dl>
        <dt>${phrase("account")}</dt><dd><bdi>${status.user?.display_name}</bdi> (<bdi>${status.user?.name}</bdi>)</dd>
        <dt>${phrase("server")}</dt><dd><bdi>${status.server}</bdi></dd>
        <dt>${phrase("you_write_to")}</dt><dd>${destinations(status)}</dd>
      </dl>
      ${status.problem ? b`<p class="message">${status.problem.message}</p>` : A}
      ${unsent(status) ? b`<p>${unsentLine(status)}</p>` : A}
      ${state2.leaving ? farewell(status, actions2) : b`
        <div class="row">
          <button type="button" id="disconnect" @click=${actions2.leave}>${phrase("disconnect")}</button>
          ${isAgain ? A : b`<button type="button" class="quiet" @click=${actions2.askAgain}>${phrase("connect_again")}</button>`}
        </div>`}
    </section>
    ${isAgain ? connectForm(state2, status.server ?? state2.address, actions2) : A}
  `;
  }
  function unsentViews(state2, status, actions2) {
    return b`${failed(state2, status, actions2)}${waiting(state2, status, actions2)}${unfinished(state2, actions2)}`;
  }
  function keptForOthers(kept, actions2) {
    return section(phrase("kept_for"), b`<ul>${kept.map((one) => b`<li class="note">
    <p>${phrase("kept_who", one.name, one.server)}</p>
    ${one.operations.length ? b`<p class="small muted">${counted("kept_notes", one.operations.length)}</p>` : A}
    ${one.unfinished ? b`<p class="small muted">${counted("kept_unfinished", one.unfinished)}</p>` : A}
    ${one.operations.length ? b`<div class="row"><button type="button" @click=${() => actions2.saveKept(one)}>${phrase("farewell_save")}</button></div>` : A}
  </li>`)}</ul>`);
  }
  function disclosure({ lookup }, actions2) {
    const choice = (when2, words) => b`<label class="choice">
    <input type="radio" name="lookup" .checked=${l2(lookup === when2)} @change=${() => actions2.lookUp(when2)} /><span>${words}</span></label>`;
    return b`
    <section aria-labelledby="disclosure">
      <h2 id="disclosure">${phrase("learns")}</h2>
      <p>${phrase("learns_about")}</p>
      <fieldset>
        <legend>${phrase("look_up")}</legend>
        ${choice("listing", phrase("look_up_listing"))}
        ${choice("badge", b`${phrase("look_up_badge")}<br /><span class="small muted">${phrase("look_up_kept")}</span>`)}
      </fieldset>
    </section>
  `;
  }
  function destinations({ groups }) {
    return listed(groups.filter(({ can_write }) => can_write).map(({ kind, name }) => kind === "personal" ? phrase("only_me") : name));
  }
  function unsent({ waiting: waiting2, failed: failed2 }) {
    return waiting2 + failed2;
  }
  function unsentLine({ waiting: waiting2, failed: failed2 }) {
    const parts = [];
    if (waiting2) parts.push(counted("account_waiting", waiting2));
    if (failed2) parts.push(counted("account_failed", failed2));
    return phrase("sentence", parts);
  }
  function farewell(status, actions2) {
    return b`
    <div role="group" aria-labelledby="farewell" class="message">
      <h3 id="farewell" tabindex="-1">${counted("farewell", unsent(status))}</h3>
      <p>${phrase("farewell_kept", status.user?.display_name ?? "", status.server ?? "")}</p>
      <div class="row">
        <button type="button" class="primary" @click=${() => actions2.disconnect("keep")}>${phrase("farewell_keep")}</button>
        <button type="button" @click=${actions2.saveCopy}>${phrase("farewell_save")}</button>
        <button type="button" class="risky" @click=${() => actions2.disconnect("discard")}>${phrase("farewell_discard")}</button>
        <button type="button" class="quiet" @click=${actions2.stay}>${phrase("farewell_stay")}</button>
      </div>
    </div>
  `;
  }

  // extension/src/options/options.js
  var root = (
    /** @type {HTMLElement} */
    document.getElementById("options")
  );
  var state = { status: null, keys: null, operations: [], drafts: [], sure: null, kept: [], said: "", busy: false, wrong: null, leaving: false, again: false, address: "", byToken: false, pairing: null, untaken: null, closed: [] };
  var permitted = { origin: "", yes: false };
  var actions = {
    ...unsentActions((action) => void does(action), (change) => show(change), ({ url }) => void chrome.tabs.create({ url })),
    saveKept: ({ operations, server, name }) => saveToFile(copyOf(operations, server, name)),
    connect: (event) => {
      event.preventDefault();
      const fields = new FormData(
        /** @type {HTMLFormElement} */
        event.target
      );
      if (!state.busy) void connect(String(fields.get("server")), state.byToken ? String(fields.get("token")).trim() : null);
    },
    byToken: () => show({ byToken: !state.byToken, wrong: null }, state.byToken ? "server" : "token"),
    openPage: (page) => void chrome.tabs.create({ url: page }),
    cancelPairing: () => {
      pairing.cancel();
      show({ pairing: null }, "server");
    },
    openSites: () => void openSites(),
    lookUp: (when2) => void lookUp(when2),
    ...keysActions(() => state.keys, (keys) => void setKeys(keys), (untaken) => show({ untaken, said: "" })),
    typed: () => void lookUpPermission(),
    askAgain: () => show({ again: true, said: "" }, "server"),
    leave: () => {
      if (state.status && unsent(state.status)) show({ leaving: true, said: "" }, "farewell");
      else void disconnect("keep");
    },
    stay: () => show({ leaving: false }, "disconnect"),
    saveCopy: () => void saveCopy(),
    disconnect: (waiting2) => void disconnect(waiting2)
  };
  var pairing = createPairing(ask, {
    shown: (code) => show({ busy: false, pairing: code }, code.page ? "open-server" : "pairing"),
    connected: (status) => connected2(status),
    failed: (error) => {
      show({ pairing: null });
      explain(error);
    }
  });
  var letters = createLetters(DEFAULT_KEYS, (keys) => ask("set-keys", keys), (keys) => show({ keys }));
  function show(change, focus) {
    Object.assign(state, change);
    D(optionsView(state, actions), root);
    if (focus) document.getElementById(focus)?.focus();
  }
  async function lookUpPermission() {
    const typed = (
      /** @type {HTMLInputElement | null} */
      document.getElementById("server")?.value ?? ""
    );
    const address = serverAddress(typed);
    if ("problem" in address || address.origin === permitted.origin) return;
    permitted = { origin: address.origin, yes: await isPermitted(address.origin) };
  }
  async function connect(server, token2) {
    const address = serverAddress(server);
    if ("problem" in address) return show({ wrong: { field: "server", message: address.problem } }, "server");
    if (token2 === "") return show({ wrong: { field: "token", message: phrase("token_missing") } }, "token");
    const permission = allowed(address.origin);
    show({ busy: true, wrong: null, said: "", address: address.origin });
    try {
      if (!await permission) return refuse(null, phrase("server_not_allowed"));
      if (token2 === null) await pairing.begin(address.origin, clientName());
      else connected2(await ask("connect", { server: address.origin, token: token2 }));
    } catch (error) {
      explain(error);
    }
  }
  function connected2(status) {
    show({ busy: false, status, again: false, byToken: false, pairing: null, wrong: null, said: phrase("connected_to", status.server ?? "") }, "disconnect");
  }
  async function openSites() {
    const yes = await requestSites();
    show({ closed: await closedSites(), said: yes ? phrase("sites_allowed") : "" });
  }
  async function lookUp(when2) {
    try {
      show({ status: await ask("look-up", { when: when2 }), said: phrase("kept") });
    } catch (error) {
      tell(error);
    }
  }
  async function setKeys(keys) {
    state.untaken = null;
    try {
      await letters.choose(keys);
      show({ said: phrase("kept") });
    } catch (error) {
      tell(error);
    }
  }
  function allowed(origin) {
    const isKnown = permitted.origin === origin && permitted.yes;
    return isKnown ? Promise.resolve(true) : requestPermission(origin);
  }
  function tell(error) {
    show({ said: messageOf(error) });
  }
  function explain(error) {
    const code = error instanceof AskError ? error.code : "";
    const message = messageOf(error);
    if (code === "unauthorized" && state.byToken) refuse("token", message);
    else if (code === "wrong-address") refuse("server", message);
    else if (code === "offline") refuse(null, phrase("server_offline", message));
    else refuse(null, message);
  }
  function refuse(field2, message) {
    show({ busy: false, wrong: { field: field2, message } }, field2 ?? void 0);
  }
  async function disconnect(waiting2) {
    try {
      const status = await ask("disconnect", { waiting: waiting2 });
      show({ status, leaving: false, again: false, wrong: null, said: phrase("disconnected") }, "server");
    } catch (error) {
      tell(error);
    }
  }
  async function saveCopy() {
    const { server, user } = state.status ?? {};
    try {
      const { operations } = await ask("waiting", void 0);
      saveToFile(copyOf(operations, server ?? "", user?.name ?? ""));
      show({ said: phrase("copy_saved") });
    } catch (error) {
      tell(error);
    }
  }
  async function does(action) {
    show({ said: "" });
    try {
      show({ status: await action(), sure: null });
      await look();
    } catch (error) {
      tell(error);
    }
  }
  async function look() {
    const [unsent2, { accounts }] = await Promise.all([readUnsent(), ask("kept", void 0)]);
    show({ ...unsent2, kept: accounts });
  }
  async function start() {
    onPush(({ status: status2 }) => {
      show({ status: status2, leaving: state.leaving && unsent(status2) > 0 });
      letters.heard(status2.keys);
      void look();
    });
    const status = await ask("status", void 0);
    show({ status, closed: await closedSites() });
    letters.heard(status.keys);
    await look();
    await lookUpPermission();
  }
  speakOnPage("options_title");
  speakThrough(runtimeTransport());
  start().catch((error) => {
    root.textContent = error instanceof Error ? error.message : phrase("no_answer");
  });
})();
