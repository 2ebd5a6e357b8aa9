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
      answer_cut: "انقطع جواب الخادم.",
      author_someone: "شخص ما",
      author_you: "أنت",
      bad_keys: "تلقّى Postil مفاتيح لا يمكنه استخدامها.",
      bad_mark: "وصلت إلى Postil علامة لا يستطيع قراءتها.",
      bad_message: "وصلت إلى Postil رسالة لا يستطيع قراءتها.",
      bad_note: "وصلت إلى Postil ملاحظة لا يستطيع قراءتها.",
      comma: "، ",
      conflict_keep_mine: "الإبقاء على نصّي",
      conflict_keep_theirs: "الإبقاء على الآخر",
      conflict_mine: "نصّك، لم يُرسل",
      conflict_theirs: "تغيّر في مكان آخر",
      copied: "نُسخ.",
      copy: "نسخ",
      copy_saved: "سُلّمت نسخة إلى تنزيلات المتصفح. ما زالت الملاحظات محفوظة هنا.",
      delete: "حذف",
      discard: "تجاهل",
      discard_for_good: "تجاهل نهائي",
      discard_this: "تجاهل هذا",
      done_create: "جديدة",
      done_delete: "حُذفت",
      done_edit: "عُدّلت",
      done_move: "نُقلت",
      done_move_to: "نُقلت إلى $1",
      done_restore: "استُعيدت",
      edit: "تحرير",
      just_now: "الآن",
      keep: "إبقاء",
      leave_it: "تركها حيث هي",
      move: "نقل",
      move_to: "النقل إلى",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      no_text: "بلا نص",
      not_running: "لا يعمل Postil في هذه الصفحة.",
      note: "ملاحظة",
      note_deleted: "هذه الملاحظة محذوفة.",
      notes_few: "$1 ملاحظات",
      notes_many: "$1 ملاحظة",
      notes_one: "ملاحظة واحدة",
      notes_other: "$1 ملاحظة",
      notes_two: "ملاحظتان",
      notes_zero: "لا ملاحظات",
      number_changed: "عدد: «$1» صار الآن «$2»",
      only_me: "أنا فقط",
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
      save_into_only_me: "حفظ في «أنا فقط»",
      sending_failed: "تعذّر الإرسال: $1",
      sending_waiting: "بانتظار الإرسال",
      show_notes_of: "إظهار ملاحظات",
      site: "هذا الموقع",
      site_about: "يسأل المتصفح هل يُسمح لـPostil بقراءة هذا الموقع وحده.",
      site_not_allowed: "يبقى Postil متوقفًا في $1: لم يُسمح للمتصفح بإدخاله.",
      site_off: "إيقاف في $1",
      site_on: "تشغيل في $1",
      sites_allow: "السماح به هناك",
      sites_allowed: "سُمح بذلك. أعد تحميل الصفحات المفتوحة هناك.",
      sites_closed: "لا يسمح المتصفح لـPostil بالعمل في $1، فلا تظهر ملاحظات هناك.",
      tags: "الوسوم",
      tags_hint: "مفصولة بفواصل",
      try_again: "المحاولة مجددًا",
      try_now: "المحاولة الآن",
      unfinished: "تركت هذا دون إكمال",
      unfinished_edit: "تعديل ملاحظة",
      unfinished_go_on: "متابعة",
      unfinished_gone: "لم تعد هذه الملاحظة غير المكتملة هنا.",
      unfinished_new: "ملاحظة جديدة",
      unfinished_reply: "رد",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة.",
      went_wrong: "حدث خطأ داخل Postil."
    }),
    de: () => ({
      answer_cut: "Die Antwort des Servers brach ab.",
      author_someone: "Jemand",
      author_you: "Du",
      bad_keys: "Postil hat Tasten erhalten, die es nicht verwenden kann.",
      bad_mark: "Postil hat eine Markierung bekommen, die es nicht lesen kann.",
      bad_message: "Postil hat eine Nachricht bekommen, die es nicht lesen kann.",
      bad_note: "Postil hat eine Notiz bekommen, die es nicht lesen kann.",
      comma: ", ",
      conflict_keep_mine: "Meine behalten",
      conflict_keep_theirs: "Die andere behalten",
      conflict_mine: "Deine, nicht gesendet",
      conflict_theirs: "Anderswo geändert",
      copied: "Kopiert.",
      copy: "Kopieren",
      copy_saved: "Eine Kopie wurde den Downloads des Browsers übergeben. Die Notizen sind weiterhin hier.",
      delete: "Löschen",
      discard: "Verwerfen",
      discard_for_good: "Endgültig verwerfen",
      discard_this: "Das verwerfen",
      done_create: "Neu",
      done_delete: "Gelöscht",
      done_edit: "Geändert",
      done_move: "Verschoben",
      done_move_to: "Verschoben nach $1",
      done_restore: "Zurückgeholt",
      edit: "Bearbeiten",
      just_now: "gerade eben",
      keep: "Behalten",
      leave_it: "Dort lassen, wo sie ist",
      move: "Verschieben",
      move_to: "Verschieben nach",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      no_text: "Kein Text",
      not_running: "Postil läuft auf dieser Seite nicht.",
      note: "Notiz",
      note_deleted: "Diese Notiz ist gelöscht.",
      notes_one: "$1 Notiz",
      notes_other: "$1 Notizen",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      only_me: "Nur ich",
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
      save_into_only_me: "In „Nur ich“ speichern",
      sending_failed: "Konnte nicht gesendet werden: $1",
      sending_waiting: "Wartet auf das Senden",
      show_notes_of: "Notizen zeigen von",
      site: "Diese Website",
      site_about: "Der Browser fragt, ob Postil diese Website lesen darf, und keine andere.",
      site_not_allowed: "Postil bleibt auf $1 ausgeschaltet: dem Browser wurde nicht erlaubt, es hereinzulassen.",
      site_off: "Für $1 ausschalten",
      site_on: "Für $1 einschalten",
      sites_allow: "Dort erlauben",
      sites_allowed: "Erlaubt. Lade die Seiten neu, die dort offen sind.",
      sites_closed: "Der Browser lässt Postil auf $1 nicht laufen, deshalb sind dort keine Notizen zu sehen.",
      tags: "Schlagwörter",
      tags_hint: "durch Kommas getrennt",
      try_again: "Noch einmal versuchen",
      try_now: "Jetzt versuchen",
      unfinished: "Das hast du unfertig gelassen",
      unfinished_edit: "Änderung einer Notiz",
      unfinished_go_on: "Weiterschreiben",
      unfinished_gone: "Diese unfertige Notiz ist nicht mehr da.",
      unfinished_new: "Neue Notiz",
      unfinished_reply: "Antwort",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen.",
      went_wrong: "In Postil ist etwas schiefgegangen."
    }),
    en: () => ({
      answer_cut: "The server's answer was cut short.",
      author_someone: "Someone",
      author_you: "You",
      bad_keys: "Postil got keys that it cannot use.",
      bad_mark: "Postil got a mark that it cannot read.",
      bad_message: "Postil got a message that it cannot read.",
      bad_note: "Postil got a note that it cannot read.",
      comma: ", ",
      conflict_keep_mine: "Keep mine",
      conflict_keep_theirs: "Keep theirs",
      conflict_mine: "Yours, not sent",
      conflict_theirs: "Changed elsewhere",
      copied: "Copied.",
      copy: "Copy",
      copy_saved: "A copy was handed to the browser's downloads. The notes are still kept here.",
      delete: "Delete",
      discard: "Discard",
      discard_for_good: "Discard for good",
      discard_this: "Discard this",
      done_create: "New",
      done_delete: "Deleted",
      done_edit: "Changed",
      done_move: "Moved",
      done_move_to: "Moved to $1",
      done_restore: "Brought back",
      edit: "Edit",
      just_now: "just now",
      keep: "Keep",
      leave_it: "Leave it where it is",
      move: "Move",
      move_to: "Move to",
      no_answer: "Postil did not answer. Reload this page.",
      no_text: "No text",
      not_running: "Postil is not running on this page.",
      note: "Note",
      note_deleted: "This note is deleted.",
      notes_one: "$1 note",
      notes_other: "$1 notes",
      number_changed: "Number: “$1” is now “$2”",
      only_me: "Only me",
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
      save_into_only_me: "Save into Only me",
      sending_failed: "Could not be sent: $1",
      sending_waiting: "Waiting to be sent",
      show_notes_of: "Show notes of",
      site: "This site",
      site_about: "The browser asks whether Postil may read this site, and no other.",
      site_not_allowed: "Postil stays off on $1: the browser was not allowed to let it in.",
      site_off: "Switch off for $1",
      site_on: "Switch on for $1",
      sites_allow: "Allow it there",
      sites_allowed: "Allowed. Reload the pages that are open there.",
      sites_closed: "The browser does not let Postil run on $1, so no notes show there.",
      tags: "Tags",
      tags_hint: "separated by commas",
      try_again: "Try again",
      try_now: "Try now",
      unfinished: "You left this unfinished",
      unfinished_edit: "Change of a note",
      unfinished_go_on: "Go on",
      unfinished_gone: "This unfinished note is not here any more.",
      unfinished_new: "New note",
      unfinished_reply: "Reply",
      updated: "Postil was updated. Reload this page to go on.",
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

  // extension/src/options/permission.js
  async function closedSites(browser = chrome) {
    const sites = ownSites(browser);
    const open3 = await Promise.all(sites.map((site) => browser.permissions.contains({ origins: [site] })));
    return sites.filter((_2, i3) => !open3[i3]).map((site) => site.replace(/^.*:\/\/|\/\*$/g, ""));
  }
  function ownSites(browser) {
    return browser.runtime.getManifest().host_permissions ?? [];
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
  async function askTab(tab, name, payload) {
    return open(await transportInUse().send({ ask: name, payload }, tab));
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

  // extension/src/shared/switches.js
  function toggled(list, one, isIn) {
    const others = list.filter((other) => other !== one);
    return isIn ? [...others, one] : others;
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
  function unsentActions(does2, show2, open3) {
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
        open3(draft);
        return ask("status", void 0);
      }),
      discardDraft: ({ id }) => does2(async () => {
        const status = await ask("status", void 0);
        await ask("draft-drop", { account: status.account ?? "", id });
        return status;
      })
    };
  }

  // extension/src/background/sites.js
  function alwaysOn(manifest) {
    return (manifest.content_scripts ?? []).flatMap(({ matches }) => matches ?? []).map((pattern) => pattern.split("/")[2]);
  }

  // extension/src/popup/site-switch.js
  async function showSiteSwitch(root2, url, changed) {
    const site = url?.protocol === "https:" && !alwaysOn(chrome.runtime.getManifest()).includes(url.hostname) ? url.hostname : null;
    if (!site) return D(A, root2);
    const { sites } = await ask("sites", void 0);
    draw(root2, site, sites.includes(site), "", changed);
  }
  function draw(root2, site, isOn, said, changed) {
    const to = async (on) => {
      const permission = on ? chrome.permissions.request({ origins: [`https://${site}/*`] }) : Promise.resolve(true);
      const wish = ask("switch-site", { site, on });
      try {
        const [may] = await Promise.all([permission, wish]);
        const { sites } = await ask("switch-site", { site, on: on && may });
        await changed();
        draw(root2, site, sites.includes(site), may ? "" : phrase("site_not_allowed", site), changed);
      } catch (error) {
        draw(root2, site, isOn, messageOf(error), changed);
      }
    };
    D(b`
    <section aria-label=${phrase("site")}>
      ${isOn ? b`<button type="button" class="quiet" @click=${() => void to(false)}>${phrase("site_off", site)}</button>` : b`<button type="button" @click=${() => void to(true)}>${phrase("site_on", site)}</button>
          <p class="small muted">${phrase("site_about")}</p>`}
      ${said ? b`<p class="small" role="status">${said}</p>` : A}
    </section>`, root2);
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
  function author(note, people) {
    if (note.mine) return phrase("author_you");
    const person = people[note.creator];
    return person?.display_name || person?.name || phrase("author_someone");
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

  // extension/src/content/show-groups.js
  function showGroups({ groups, muted }, mute) {
    if (groups.length < 2) return A;
    return b`<fieldset class="show"><legend>${phrase("show_notes_of")}</legend>${groups.map(
      ({ id }) => b`<label class="choice"><input type="checkbox" .checked=${l2(!muted.includes(id))}
      @change=${(event) => mute(id, !/** @type {HTMLInputElement} */
      event.currentTarget.checked)} /><bdi>${groupName(id, groups)}</bdi></label>`
    )}</fieldset>`;
  }

  // extension/src/content/threads.js
  function threadsOf(placed) {
    const known2 = new Map(placed.map((one) => [one.note.id, one]));
    const threads = /* @__PURE__ */ new Map();
    for (const one of placed) {
      const root2 = rootOf(one, known2);
      const thread = threads.get(root2) ?? { root: root2, note: null, replies: [] };
      threads.set(root2, thread);
      if (one.note.id === root2) thread.note = one;
      else thread.replies.push(one);
    }
    for (const { replies } of threads.values()) replies.sort((one, other) => one.note.created < other.note.created ? -1 : 1);
    return [...threads.values()];
  }
  function rootOf({ note }, known2) {
    let { id, parent } = note;
    for (let steps = 0; parent !== null && steps <= known2.size; steps += 1) {
      id = parent;
      parent = known2.get(id)?.note.parent ?? null;
    }
    return id;
  }
  function membersOf(threads) {
    return threads.flatMap(({ note, replies }) => note ? [note, ...replies] : replies);
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

  // extension/src/popup/view.js
  function popupView(state2, actions2) {
    const { status } = state2;
    if (!status) return A;
    return b`
    <header>
      <h1 class="brand"><img src="../../icons/icon-48.png" alt="" width="20" height="20" />Postil</h1>
      <span class="small muted">${status.user ? status.user.display_name || status.user.name : phrase("popup_not_connected")}</span>
    </header>
    ${status.paired ? paired(state2, status, actions2) : unpaired(actions2)}
    <p class="small muted" role="status">${state2.said}</p>
  `;
  }
  function unpaired(actions2) {
    return b`
    <p>${phrase("popup_about")}</p>
    <button type="button" class="primary" @click=${actions2.options}>${phrase("popup_connect")}</button>
  `;
  }
  function paired(state2, status, actions2) {
    return b`
    ${status.problem ? trouble(status.problem, actions2) : A}
    ${failed(state2, status, actions2)}
    ${waiting(state2, status, actions2)}
    ${unfinished(state2, actions2)}
    ${onThisPage(state2, status)}
    <section aria-label=${phrase("popup_settings")}>
      ${state2.site ? b`<label class="choice"><input type="checkbox" .checked=${status.paused.includes(state2.site)}
        @change=${(event) => actions2.pause(isChecked(event))} />${phrase("popup_pause", state2.site)}</label>` : A}
      <label class="choice"><input type="checkbox" .checked=${status.hidden}
        @change=${(event) => actions2.hide(isChecked(event))} />${phrase("popup_hide")}</label>
      ${showGroups(status, actions2.mute)}
      <button type="button" class="quiet" @click=${actions2.options}>${phrase("popup_options")}</button>
    </section>
  `;
  }
  function isChecked(event) {
    return (
      /** @type {HTMLInputElement} */
      event.target.checked
    );
  }
  function trouble({ code, message }, actions2) {
    const mend = code === "unauthorized" || code === "wrong-address";
    return b`
    <div class="message">
      <p>${message}</p>
      <div class="row">
        ${mend ? b`<button type="button" class="primary" @click=${actions2.options}>${phrase("popup_open_options")}</button>` : A}
        <button type="button" @click=${actions2.tryNow}>${phrase("try_now")}</button>
      </div>
    </div>
  `;
  }
  function onThisPage({ papers, notes, site, closed }, status) {
    if (!papers?.length) {
      const isPaused = site !== null && status.paused.includes(site);
      return section(phrase("popup_page"), b`<p class="muted">${isPaused ? phrase("popup_paused", site) : closed.length ? phrase("popup_closed", closed) : phrase("popup_no_papers")}</p>`);
    }
    const withNotes = papers.filter(({ key }) => shown(notes, key, status).length);
    if (!withNotes.length) {
      return section(phrase("popup_page"), b`<p class="muted">${counted("popup_papers", papers.length)}</p>`);
    }
    return section(phrase("popup_page"), withNotes.map((paper) => b`
    <h3 class="small" dir="auto">${paper.title || paper.key}</h3>
    <ul>${shown(notes, paper.key, status).map((note) => b`<li class="note ${note.parent ? "answer" : ""}">${noteView(note, notes, status)}</li>`)}</ul>
  `));
  }
  function shown(notes, key, { muted }) {
    const seen = (notes?.papers[key] ?? []).filter(({ pending, group }) => pending !== "delete" && !muted.includes(group));
    return membersOf(threadsOf(seen.map((note) => ({ note })))).map(({ note }) => note);
  }
  function noteView(note, notes, status) {
    const way = sending(note);
    const facts = [author(note, notes?.people ?? {}), when(note.created), groupName(note.group, status.groups)];
    return b`
    ${quoted(note.quote)}
    ${note.text ? b`<p class="text" dir="auto">${note.text}</p>` : A}
    <p class="small muted">${facts.filter(Boolean).map((fact, i3) => b`${i3 ? " · " : A}<bdi>${fact}</bdi>`)}</p>
    ${way ? b`<p class="small ${way.tone}">${way.text}</p>` : A}
  `;
  }

  // extension/src/popup/popup.js
  var root = (
    /** @type {HTMLElement} */
    document.getElementById("popup")
  );
  var state = { status: null, site: null, papers: null, notes: null, operations: [], drafts: [], sure: null, closed: [], said: "" };
  var actions = {
    ...unsentActions((action) => void does(action), (change) => show(change), (draft) => open2(draft)),
    options: () => void chrome.runtime.openOptionsPage(),
    pause: (paused) => void does(() => ask("pause", { site: state.site ?? "", paused }), ({ paused: sites }) => ({ paused: toggled(sites, state.site ?? "", paused) })),
    mute: (group, muted) => void does(() => ask("mute-group", { group, muted }), ({ muted: groups }) => ({ muted: toggled(groups, group, muted) })),
    hide: (hidden) => void does(() => ask("hide-marks", { hidden }), () => ({ hidden }))
  };
  function show(change) {
    Object.assign(state, change);
    D(popupView(state, actions), root);
  }
  async function does(action, hoped = () => ({})) {
    const { status } = state;
    show({ said: "", status: status && { ...status, ...hoped(status) } });
    try {
      show({ status: await action(), sure: null });
      await look();
    } catch (error) {
      show({ said: messageOf(error), status });
    }
  }
  function open2({ paper, url }) {
    if (state.papers?.some(({ key }) => key === paper)) window.close();
    else void chrome.tabs.create({ url });
  }
  async function look() {
    const [unsent, notes] = await Promise.all([
      readUnsent(),
      state.papers ? ask("notes", { papers: state.papers.map(({ key }) => key) }) : null
    ]);
    show({ ...unsent, notes });
  }
  async function pageBeside() {
    const named = Number(new URLSearchParams(location.search).get("tab"));
    const [tab] = named ? [await chrome.tabs.get(named)] : await chrome.tabs.query({ active: true, currentWindow: true });
    return tab;
  }
  async function lookBeside() {
    const tab = await pageBeside();
    if (tab?.id === void 0) return;
    const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
    const papers = await askTab(tab.id, "papers-on-page", void 0).then((answer) => answer.papers, () => null);
    const isOurs = papers !== null || url !== null && state.status?.paused.includes(url.hostname);
    show({ papers, site: isOurs && url ? url.hostname : null, closed: papers ? [] : await closedSites() });
    await showSiteSwitch(
      /** @type {HTMLElement} */
      document.getElementById("site"),
      url,
      async () => {
        await lookBeside();
        await look();
      }
    );
  }
  async function start() {
    show({ status: await ask("status", void 0) });
    if (!state.status?.paired) return;
    onPush(({ status }) => {
      show({ status });
      void look();
    });
    await lookBeside();
    await look();
  }
  speakOnPage("popup_title");
  speakThrough(runtimeTransport());
  start().catch((error) => {
    root.textContent = error instanceof Error ? error.message : phrase("popup_no_answer");
  });
})();
