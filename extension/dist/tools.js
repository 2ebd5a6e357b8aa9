"use strict";
(() => {
  // extension/src/shared/catalogues.js
  var catalogues = {
    ar: () => ({
      abstract: "الملخص",
      abstract_of: "الملخص: $1",
      answer_cut: "انقطع جواب الخادم.",
      attach_here: "اربطها هنا",
      attach_which: "حدّد الكلمات التي تتناولها هذه الملاحظة",
      author_someone: "شخص ما",
      author_you: "أنت",
      bad_keys: "تلقّى Postil مفاتيح لا يمكنه استخدامها.",
      bad_mark: "وصلت إلى Postil علامة لا يستطيع قراءتها.",
      bad_message: "وصلت إلى Postil رسالة لا يستطيع قراءتها.",
      bad_note: "وصلت إلى Postil ملاحظة لا يستطيع قراءتها.",
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
      highlight: "تظليل",
      history: "السجل",
      history_close: "إغلاق السجل",
      history_restore: "استعادة هذا النص",
      history_same: "لم تتغيّر كلماتها.",
      history_waiting: "بانتظار الخادم",
      icon_problem: "Postil: $1",
      is_now: "الآن",
      just_now: "الآن",
      made_on: "أُنشئت على v$1",
      move: "نقل",
      move_to: "النقل إلى",
      negation_changed: "نفي: «$1» صارت الآن «$2»",
      negation_put_in: "نفي: أُضيفت «$1»",
      negation_taken_out: "نفي: حُذفت «$1»",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      no_destination: "لا مكان للحفظ فيه. صِل Postil بخادم من خياراته.",
      no_notes: "لا ملاحظات",
      no_text: "بلا نص",
      not_kept: "ما تكتبه لا يُحفظ هنا: $1 احفظه أو انسخه قبل مغادرة هذه الصفحة.",
      not_running: "لا يعمل Postil في هذه الصفحة.",
      note: "ملاحظة",
      note_deleted: "هذه الملاحظة محذوفة.",
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
      only_me: "أنا فقط",
      place_changed: "تغيّر منذ تعليمه",
      place_changed_mine: "تغيّر منذ أن علّمته",
      place_hidden: "غير ظاهر في هذا العرض",
      place_lost: "غير موجود في هذه الصفحة",
      reattach: "إعادة الربط",
      refused: "لا يمكن تعليم هذا.",
      refused_across: "حدّد داخل عنوان واحد أو ملخص واحد لتعليمه.",
      refused_another_paper: "الملاحظة المراد إعادة ربطها تخصّ ورقة أخرى. حدّد كلمات منها.",
      refused_nothing: "لا شيء هنا لتعليمه. حدّد بعض الكلمات.",
      refused_one_character: "حرف واحد لا يكفي للتعليم. حدّد كلمة.",
      refused_too_long: "هذا أطول من أن يُعلَّم. حدّد أقل.",
      refused_two_papers: "يمتد هذا على ورقتين. حدّد داخل ورقة واحدة لتعليمه.",
      reply: "رد",
      reply_stays: "يبقى الرد مع الملاحظة التي يجيب عنها.",
      said_brought_back: "استُعيدت",
      said_confirmed: "أُكّدت",
      said_deleted: "حُذفت",
      said_highlighted: "ظُلّل النص",
      said_moved: "نُقلت",
      said_reattached: "أُعيد ربطها",
      said_saved: "حُفظت",
      save: "حفظ",
      save_to: "الحفظ في",
      sending_failed: "تعذّر الإرسال: $1",
      sending_waiting: "بانتظار الإرسال",
      sentence: "$1.",
      show_notes_of: "إظهار ملاحظات",
      show_on_page: "الإظهار في الصفحة",
      tags: "الوسوم",
      tags_hint: "مفصولة بفواصل",
      theirs_changed: "لا يمكن إلا لـ$1 تأكيد هذه الملاحظة أو إعادة ربطها.",
      theirs_lost: "لا يمكن إلا لـ$1 إعادة ربط هذه الملاحظة.",
      undo: "تراجع",
      unfinished: "تركت هذا دون إكمال",
      unfinished_edit: "تعديل ملاحظة",
      unfinished_go_on: "متابعة",
      unfinished_gone: "لم تعد هذه الملاحظة غير المكتملة هنا.",
      unfinished_new: "ملاحظة جديدة",
      unfinished_reply: "رد",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة.",
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
      was_marked: "المُعلَّم"
    }),
    de: () => ({
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      answer_cut: "Die Antwort des Servers brach ab.",
      attach_here: "Hier anheften",
      attach_which: "Wähle die Wörter aus, um die es in dieser Notiz geht",
      author_someone: "Jemand",
      author_you: "Du",
      bad_keys: "Postil hat Tasten erhalten, die es nicht verwenden kann.",
      bad_mark: "Postil hat eine Markierung bekommen, die es nicht lesen kann.",
      bad_message: "Postil hat eine Nachricht bekommen, die es nicht lesen kann.",
      bad_note: "Postil hat eine Notiz bekommen, die es nicht lesen kann.",
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
      highlight: "Markieren",
      history: "Verlauf",
      history_close: "Verlauf schließen",
      history_restore: "Diesen Text wiederherstellen",
      history_same: "Der Wortlaut hat sich nicht geändert.",
      history_waiting: "Warten auf den Server",
      icon_problem: "Postil: $1",
      is_now: "Jetzt",
      just_now: "gerade eben",
      made_on: "an v$1 gemacht",
      move: "Verschieben",
      move_to: "Verschieben nach",
      negation_changed: "Verneinung: „$1“ ist jetzt „$2“",
      negation_put_in: "Verneinung: „$1“ kam hinzu",
      negation_taken_out: "Verneinung: „$1“ fiel weg",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      no_destination: "Es gibt keinen Ort zum Speichern. Verbinde Postil in seinen Einstellungen mit einem Server.",
      no_notes: "Keine Notizen",
      no_text: "Kein Text",
      not_kept: "Was du tippst, wird hier nicht aufbewahrt: $1 Speichere oder kopiere es, bevor du diese Seite verlässt.",
      not_running: "Postil läuft auf dieser Seite nicht.",
      note: "Notiz",
      note_deleted: "Diese Notiz ist gelöscht.",
      notes_deleted_name: "Gelöscht",
      notes_deleted_one: "Notiz gelöscht",
      notes_deleted_other: "$1 Notizen gelöscht",
      notes_one: "$1 Notiz",
      notes_other: "$1 Notizen",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      number_put_in: "Zahl: „$1“ kam hinzu",
      number_taken_out: "Zahl: „$1“ fiel weg",
      only_me: "Nur ich",
      place_changed: "Geändert, seit es markiert wurde",
      place_changed_mine: "Geändert, seit du es markiert hast",
      place_hidden: "In dieser Ansicht nicht zu sehen",
      place_lost: "Auf dieser Seite nicht gefunden",
      reattach: "Neu anheften",
      refused: "Das lässt sich nicht markieren.",
      refused_across: "Wähle innerhalb eines Titels oder eines Abstracts aus, um zu markieren.",
      refused_another_paper: "Die Notiz, die neu angeheftet werden soll, gehört zu einem anderen Paper. Wähle Wörter in jenem aus.",
      refused_nothing: "Hier gibt es nichts zu markieren. Wähle einige Wörter aus.",
      refused_one_character: "Ein Zeichen ist zu wenig. Wähle ein Wort aus.",
      refused_too_long: "Das ist zu lang. Wähle weniger aus.",
      refused_two_papers: "Das reicht über zwei Paper. Wähle innerhalb eines Papers aus, um zu markieren.",
      reply: "Antworten",
      reply_stays: "Eine Antwort bleibt bei der Notiz, auf die sie antwortet.",
      said_brought_back: "Zurückgeholt",
      said_confirmed: "Bestätigt",
      said_deleted: "Gelöscht",
      said_highlighted: "Markiert",
      said_moved: "Verschoben",
      said_reattached: "Neu angeheftet",
      said_saved: "Gespeichert",
      save: "Speichern",
      save_to: "Speichern in",
      sending_failed: "Konnte nicht gesendet werden: $1",
      sending_waiting: "Wartet auf das Senden",
      sentence: "$1.",
      show_notes_of: "Notizen zeigen von",
      show_on_page: "Auf der Seite zeigen",
      tags: "Schlagwörter",
      tags_hint: "durch Kommas getrennt",
      theirs_changed: "Nur $1 kann diese Notiz bestätigen oder neu anheften.",
      theirs_lost: "Nur $1 kann diese Notiz neu anheften.",
      undo: "Rückgängig",
      unfinished: "Das hast du unfertig gelassen",
      unfinished_edit: "Änderung einer Notiz",
      unfinished_go_on: "Weiterschreiben",
      unfinished_gone: "Diese unfertige Notiz ist nicht mehr da.",
      unfinished_new: "Neue Notiz",
      unfinished_reply: "Antwort",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen.",
      walk: "Satz für Satz lesen",
      walk_by: "Satz für Satz lesen ($1)",
      walk_next: "Nächster Satz",
      walk_notes_one: "$1 Notiz hier",
      walk_notes_other: "$1 Notizen hier",
      walk_previous: "Vorheriger Satz",
      walk_stop: "Satzweises Lesen beenden",
      walk_title: "Titel: $1",
      was_marked: "Markiert"
    }),
    en: () => ({
      abstract: "Abstract",
      abstract_of: "Abstract: $1",
      answer_cut: "The server's answer was cut short.",
      attach_here: "Attach here",
      attach_which: "Select the words that this note is about",
      author_someone: "Someone",
      author_you: "You",
      bad_keys: "Postil got keys that it cannot use.",
      bad_mark: "Postil got a mark that it cannot read.",
      bad_message: "Postil got a message that it cannot read.",
      bad_note: "Postil got a note that it cannot read.",
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
      highlight: "Highlight",
      history: "History",
      history_close: "Close the history",
      history_restore: "Restore this text",
      history_same: "Its words have not changed.",
      history_waiting: "Waiting for the server",
      icon_problem: "Postil: $1",
      is_now: "Now",
      just_now: "just now",
      made_on: "made on v$1",
      move: "Move",
      move_to: "Move to",
      negation_changed: "Negation: “$1” is now “$2”",
      negation_put_in: "Negation: “$1” was put in",
      negation_taken_out: "Negation: “$1” was taken out",
      no_answer: "Postil did not answer. Reload this page.",
      no_destination: "There is no place to save to. Connect Postil to a server in its options.",
      no_notes: "No notes",
      no_text: "No text",
      not_kept: "What you type is not kept here: $1 Save it, or copy it, before you leave this page.",
      not_running: "Postil is not running on this page.",
      note: "Note",
      note_deleted: "This note is deleted.",
      notes_deleted_name: "Deleted",
      notes_deleted_one: "Note deleted",
      notes_deleted_other: "$1 notes deleted",
      notes_one: "$1 note",
      notes_other: "$1 notes",
      number_changed: "Number: “$1” is now “$2”",
      number_put_in: "Number: “$1” was put in",
      number_taken_out: "Number: “$1” was taken out",
      only_me: "Only me",
      place_changed: "Changed since it was marked",
      place_changed_mine: "Changed since you marked it",
      place_hidden: "Not on this view",
      place_lost: "Not found on this page",
      reattach: "Re-attach",
      refused: "This cannot be marked.",
      refused_across: "Select within one title or one abstract to mark it.",
      refused_another_paper: "The note to re-attach is about another paper. Select words of that one.",
      refused_nothing: "There is nothing here to mark. Select some words.",
      refused_one_character: "One character is too little to mark. Select a word.",
      refused_too_long: "This is too long to mark. Select less.",
      refused_two_papers: "This reaches over two papers. Select within one to mark it.",
      reply: "Reply",
      reply_stays: "A reply stays with the note that it answers.",
      said_brought_back: "Brought back",
      said_confirmed: "Confirmed",
      said_deleted: "Deleted",
      said_highlighted: "Highlighted",
      said_moved: "Moved",
      said_reattached: "Re-attached",
      said_saved: "Saved",
      save: "Save",
      save_to: "Save to",
      sending_failed: "Could not be sent: $1",
      sending_waiting: "Waiting to be sent",
      sentence: "$1.",
      show_notes_of: "Show notes of",
      show_on_page: "Show on the page",
      tags: "Tags",
      tags_hint: "separated by commas",
      theirs_changed: "Only $1 can confirm or re-attach this note.",
      theirs_lost: "Only $1 can re-attach this note.",
      undo: "Undo",
      unfinished: "You left this unfinished",
      unfinished_edit: "Change of a note",
      unfinished_go_on: "Go on",
      unfinished_gone: "This unfinished note is not here any more.",
      unfinished_new: "New note",
      unfinished_reply: "Reply",
      updated: "Postil was updated. Reload this page to go on.",
      walk: "Read by sentence",
      walk_by: "Read by sentence ($1)",
      walk_next: "Next sentence",
      walk_notes_one: "$1 note here",
      walk_notes_other: "$1 notes here",
      walk_previous: "Previous sentence",
      walk_stop: "Stop reading by sentence",
      walk_title: "Title: $1",
      was_marked: "Marked"
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
    const known3 = wanted.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(catalogues, tag));
    spoken = /** @type {Language} */
    known3 ?? "en";
    phrases = null;
  }
  var direction = () => RIGHT_TO_LEFT.has(spoken) ? "rtl" : "ltr";
  var locale = () => LOCALES[spoken] ?? spoken;
  function phrase(key, ...values) {
    phrases ??= catalogues[spoken]();
    return phrases[key].replace(/\$(\d)/g, (_2, place2) => {
      const value = values[place2 - 1];
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
    const text2 = error instanceof Error ? error.message : String(error);
    if (/context invalidated/i.test(text2)) return new AskError("cut-off", phrase("updated"));
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
    const isOurs = action && (WIDENING.includes(action) || !event.shiftKey && !event.repeat);
    return isOurs ? action : null;
  }
  function typedLetters({ key, code }) {
    if (!ONE_LETTER.test(key)) return [];
    const latin = /^[a-z0-9]$/iu.test(key) ? null : /^Key([A-Z])$/u.exec(code);
    return [key.toLowerCase(), ...latin ? [latin[1].toLowerCase()] : []];
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

  // extension/src/anchoring/plain.js
  function plain(text2) {
    return text2.replace(/⟦([^⟧]*)⟧/gu, (_2, tex) => `$${tex}$`);
  }

  // extension/src/content/attaching.js
  function createAttaching(host) {
    const layer = host.layer("attaching-layer");
    let note = null;
    const draw = () => D(note ? bar(note, close) : A, layer);
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

  // extension/src/shared/wording.js
  function wordingOf({ text: text2, tags }) {
    return { text: text2, tags };
  }
  function seenIn(note) {
    return note.conflict ? { ...wordingOf(note.conflict), mine: wordingOf(note) } : wordingOf(note);
  }
  function isSame(one, other) {
    const [tags, others] = [[...new Set(one.tags)], [...new Set(other.tags)]];
    return bare(one.text) === bare(other.text) && tags.length === others.length && tags.every((tag, i3) => tag === others[i3]);
  }
  function bare(text2) {
    return text2.trim() ? text2 : "";
  }

  // extension/src/content/note-icon.js
  var NOTE = "M3 2.75h10v7.5l-3 3H3z M13 10.25h-3v3 M5.5 6h5M5.5 8.75h2.5";

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
  function around(text2, first, core) {
    const before = (
      /** @type {RegExpExecArray} */
      BEFORE.exec(text2.slice(first, core))
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
      const [first, last] = [this.#stretchAt(start), this.#stretchAt(end - 1)];
      if (first < 0 || last < 0) return { start: 0, end: 0 };
      return {
        start: this.#starts[first] + (this.#copied[first] ? start - this.#begins[first] : 0),
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
  function fold(text2) {
    return finish(foldInSteps(text2));
  }
  function* foldInSteps(text2) {
    const folding = new Folding(text2);
    let at = 0;
    let pause = STEP;
    for (const address of [...addressesIn(text2), { start: text2.length, end: text2.length }]) {
      while (at < address.start) {
        at = foldStretch(folding, text2, at, Math.min(address.start, pause));
        if (at < pause) continue;
        pause = at + STEP;
        yield;
      }
      folding.put(address.start, address.end, address.end > address.start ? ADDRESS : "");
      at = address.end;
    }
    return { text: folding.written, source: (start, end) => folding.source(start, end) };
  }
  function foldStretch(folding, text2, at, end) {
    let from = at;
    while (at < end) {
      const code = text2.charCodeAt(at);
      if (code <= LAST_ASCII && code !== SPACE && !BEGINNINGS[code]) {
        at++;
        continue;
      }
      folding.copy(from, at);
      from = at;
      if (code === SPACE) from = ++at;
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
  function textOf(text2, tokens) {
    return tokens.length ? text2.slice(tokens[0].start, tokens[tokens.length - 1].end) : "";
  }

  // extension/src/anchoring/normal-text.js
  var STEP2 = 1e4;
  var PLAIN2 = /[!-~]+(?: [!-~]+)*/y;
  var JOINS = /[\p{M}\p{Emoji_Modifier}\u200c\u200d]/uy;
  var DROPPED = "\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
  var GAP = new RegExp(`[\\p{White_Space}${DROPPED}]+`, "uy");
  var OTHER = new RegExp(`[^!-~\\p{White_Space}${DROPPED}]+`, "uy");
  var SPACE2 = new RegExp("\\p{White_Space}", "u");
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
    return (SPACE2.test(raw[0]) ? " " : "") + text2 + (SPACE2.test(raw[raw.length - 1]) ? " " : "");
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
        if (SPACE2.test(raw.slice(at, gap))) writer.space(base + at, base + gap);
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
    const first = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
    const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
    const edge = normal.segments.at(-1)?.to ?? 0;
    const from = !first ? edge : first.whole ? first.from : first.from + Math.max(start - first.start, 0);
    const to = !last ? edge : last.whole ? last.to : last.from + Math.max(end - last.start, 0);
    return { from, to };
  }
  function widen(normal, start, end) {
    const first = normal.segments[firstSegment(normal, (segment) => segment.end > start)];
    const last = normal.segments[firstSegment(normal, (segment) => segment.end >= end)];
    return { start: first?.whole ? Math.min(first.start, start) : start, end: last?.whole ? last.end : end };
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
  function later(make) {
    let made;
    return () => made ??= make();
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
    for (const address of [...addressesIn(text2), { start: text2.length, end: text2.length }]) {
      for (const { 0: found2, index } of text2.slice(at, address.start).matchAll(token())) tokens.push(tokenAt(text2, at + index, at + index + found2.length));
      if (address.end > address.start) tokens.push({ ...address, key: text2.slice(address.start, address.end) });
      at = address.end;
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
  var KEPT = 8;
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
    const [head, tail] = [follows ? words.slice(0, KEPT).join("") : "", precedes ? words.slice(-KEPT).join("") : ""];
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
  function problemLine(status) {
    if (status.problem) return status.problem.message;
    if (status.failed) return counted("failed_notes", status.failed);
    return "";
  }
  function farEndLine(error) {
    return error instanceof Error ? error.message : phrase("no_answer");
  }
  function tagsOf(typed) {
    const tags = typed.split(",").map((tag) => tag.trim().replace(/^#/, "").replace(/\s+/g, " "));
    return [...new Set(tags.filter(Boolean))];
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
    ${tags.length ? b`<ul class="tags" aria-label=${phrase("tags")}>${tags.map((tag) => b`<li dir="auto">${tag}</li>`)}</ul>` : A}
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
      const form = (
        /** @type {HTMLFormElement} */
        event.currentTarget
      );
      events.move(note, String(new FormData(form).get("group")));
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
    const place2 = events.show && result === "not on this view" ? "" : placeOf(note, result);
    return b`<article class="note ${note.parent ? "answer" : ""}" data-note=${note.id}>
    ${comparison ? A : note.quote ? quote(note, show) : A}
    ${place2 ? b`<p class="place">${place2}</p>` : A}
    ${comparison ? comparisonView(comparison, show) : A}
    ${changeView(placed, author(note, people), events)}
    ${note.text && !note.conflict ? b`<p class="text" dir="auto">${note.text}</p>` : A}
    ${facts(placed, people, status)}
    ${note.tags.length && !note.conflict ? b`<ul class="tags" aria-label=${phrase("tags")}>${note.tags.map((tag) => b`<li dir="auto">${tag}</li>`)}</ul>` : A}
    ${state ? b`<p class="state ${state.tone}">${state.text}</p>` : A}
    ${note.conflict ? conflictView({ ...note, conflict: note.conflict }, events) : instead ?? actions(note, status, events)}
  </article>`;
  }
  function canAnswer(note, status) {
    return !note.parent && status.groups.some(({ id, can_write }) => id === note.group && can_write);
  }
  function actions(note, status, events) {
    const reply = canAnswer(note, status) ? events.reply : null;
    const canMove = note.mine && !note.parent && otherPlaces(note, status).length > 0;
    const verb = (name, act) => b`<button type="button" @click=${() => act(note)}>${name}</button>`;
    if (!reply && !note.mine && !note.edited) return A;
    return b`<div class="actions">
    ${reply ? verb(phrase("reply"), reply) : A}
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
    ${replies.map((reply) => listed2(reply, face, events))}
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

  // extension/src/content/geometry.js
  var GAP2 = 8;
  var EDGE = 8;
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

  // extension/src/content/float.js
  function createFloat(host, layer, spotFor) {
    let placed = "";
    return {
      /** @param {Box | null | undefined} beside */
      place(beside2) {
        const box = (
          /** @type {HTMLElement | null} */
          layer.firstElementChild
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
    let writes = 0;
    const told = /* @__PURE__ */ new Set();
    const done = (words) => {
      writes += 1;
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
      writes: () => writes,
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
  function targetOf({ paper, field, selectors, quote: quote2 }) {
    return { field, selectors, quote: quote2, ...metOn(paper) };
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
    const read2 = (field) => field && shown ? plain(margin.text(shown, field).text) : "";
    return {
      key: paper.key,
      title: paper.title ?? read2(paper.fields.title),
      abstract: paper.abstract ?? read2(paper.fields.abstract),
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
      if (this.view && mark) this.float.place(inText(mark, Object.values(this.view.paper.fields).map((field) => field.getBoundingClientRect())));
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
      typed: (part) => this.#typed(part),
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
    #typed(part) {
      const { view } = this;
      const edit = this.#edit;
      if (!view || !edit) return;
      Object.assign(edit, part);
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
      const place2 = placeName(this.view, note, parent);
      this.#edit = opened(this.view, note, parent, place2, left ?? this.drafts.at(place2), this.events.status().account);
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
    #amend(edit, part) {
      Object.assign(edit, part);
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
  function opened(view, note, parent, place2, left, account) {
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
      place: place2,
      text: written.text,
      tags: written.tags,
      initial: { text: text2, tags },
      recovered: left !== null,
      saving: false,
      error: ""
    };
  }
  function unfinishedOf({ paper }, { draft, place: place2, note, parent, picked, text: text2, tags, seen }, title) {
    const mark = { field: picked?.field ?? null, selectors: picked?.selectors ?? [], quote: picked?.quote ?? (parent ?? note)?.quote ?? "" };
    const url = addressFor(paper);
    return { id: draft, place: place2, paper: paper.key, title, url, ...mark, note: note?.id ?? null, parent: parent?.id ?? null, text: text2, tags, seen, at: Date.now() };
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
      know(list, papers) {
        const isNewer = ({ id }) => [waiting, sent].some((kept2) => kept2?.draft.id === id);
        known3 = [...list.filter((one) => !isNewer(one)), ...known3.filter((one) => isNewer(one) || !papers.includes(one.paper))];
      },
      /** @param {string} [paper] */
      of: (paper) => known3.filter((one) => paper === void 0 || one.paper === paper),
      /** @param {string} place */
      at: (place2) => known3.find((one) => one.place === place2) ?? null,
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
  var STEP3 = 2e4;
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
      if ((work += words) > STEP3) {
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
  function weigh(form, quote2, start, end, errors = 0) {
    const before = sideBefore(form, quote2, start);
    const after = sideAfter(form, quote2, end);
    const count = (says) => Number(before.says === says) + Number(after.says === says);
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
    const [first, second] = [...places].sort((one, other) => -compare(one, other));
    if (compare(first, second) > 0) return first;
    const equals = places.filter((place2) => compare(place2, first) === 0).filter(stayed);
    return equals.length === 1 ? equals[0] : null;
  }
  function compare(one, other) {
    return one.yes - one.no - (other.yes - other.no) || one.agreed - other.agreed || other.errors - one.errors;
  }

  // extension/src/anchoring/trigrams.js
  var MOST_MEETINGS = 1e5;
  var MOST_PLACES = 4;
  var STEP4 = 1e4;
  var LEAST_SHARE = 0.2;
  function* trigramsOf(text2) {
    const count = Math.max(text2.length - 2, 0);
    const bits = Math.min(Math.max(32 - Math.clz32(count), 8), 16);
    const shift2 = 32 - bits;
    const ends = new Uint32Array(1 << bits);
    const buckets = new Uint16Array(count);
    for (let from = 0; from < count; from += STEP4) {
      countBuckets(text2, from, Math.min(from + STEP4, count), shift2, buckets, ends);
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
  function* nearly(form, text2, wanted) {
    const quote2 = wanted.folded();
    const most = Math.floor(quote2.exact.length * MOST_ERRORS);
    if (most < 1 || isMonotonous(quote2.exact)) return [];
    const trigrams = yield* form.trigrams();
    const matches = [];
    for (const { from, to } of stretches(form.text, trigrams, quote2.exact, most)) {
      const match = yield* nearest(form.text.slice(from, to), quote2.exact);
      if (match.errors <= most) matches.push({ start: from + match.start, end: from + match.end, errors: match.errors });
    }
    const fitted = [];
    for (const match of apart(matches)) fitted.push(yield* fit(form, text2, wanted, match, most));
    return fitted.filter((match) => !isNeighbour(form.text, quote2, match));
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
  function* fit(form, read2, wanted, rough, most) {
    const { text: text2 } = form;
    const { exact, prefix, suffix } = wanted.folded();
    const words = wholeWords2(form, read2, wanted.quote(), rough);
    const start = endOfLandmark(text2, prefix.slice(-LANDMARK), rough.start) ?? words.start;
    const end = nearestIndex(text2, suffix.slice(0, LANDMARK), rough.end) ?? words.end;
    if (start === rough.start && end === rough.end) return rough;
    if (start >= end) return rough;
    const errors = yield* distance(text2.slice(start, end), exact);
    return errors <= most ? { start, end, errors } : rough;
  }
  function wholeWords2(form, text2, { exact, prefix, suffix }, match) {
    const units = form.source(match.start, match.end);
    let { start, end } = match;
    if (!isInsideWord(prefix.slice(-1) + exact, prefix ? 1 : 0)) for (let at = units.start; isInsideWord(text2, at); at--) start--;
    if (!isInsideWord(exact + suffix, exact.length)) for (let at = units.end; isInsideWord(text2, at); at++) end++;
    return { start: Math.max(start, 0), end: Math.min(end, form.text.length) };
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

  // extension/src/anchoring/unseen.js
  var NAMES = new Set(
    "audio canvas datalist embed head iframe noscript object rp rt script style svg template title video".split(" ")
  );
  var CLASSES = ["sr-only", "visually-hidden", "ltx_note_outer"];
  var CLIPPED = /^rect\((?:[01]px[, ]*)+\)$|^inset\((?:50|100)%/u;
  function unseenIn(root) {
    const view = root.ownerDocument?.defaultView;
    const isOff = view ? hiddenByStyle(view, root) : () => false;
    return (element) => NAMES.has(element.localName) || element.hasAttributes() && (hiddenByMarkup(element) || isOff(element));
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
  var STEP5 = 400;
  var asWritten = (text2) => text2;
  function* flatten(root, aside) {
    const flat = { root, raw: "", pieces: [] };
    const isHidden = unseenIn(root);
    const isUnseen = aside ? (element) => element.matches(aside) || isHidden(element) : isHidden;
    const open2 = [{ next: root.firstChild, spelling: asWritten, block: false }];
    for (let count = 1; open2.length; count++) {
      const inside2 = open2[open2.length - 1];
      const node = inside2.next;
      if (!node) {
        if (inside2.block) addBreak(flat);
        open2.pop();
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
        if (entered) open2.push(entered);
      }
      if (count % STEP5 === 0) yield;
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
    const first = startPoint(flat, from);
    const last = start < end ? endPoint(flat, to) : first;
    return { startContainer: first.node, startOffset: first.offset, endContainer: last.node, endOffset: last.offset };
  }
  function offsetsOf({ flat, normal }, node, offset) {
    const raw = rawOffsets(flat, node, offset);
    return { floor: pointsOfRaw(normal, raw.floor).floor, ceil: pointsOfRaw(normal, raw.ceil).ceil };
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
    const joined = joinedAtEnd(before);
    if (SIGN_ONLY.test(joined)) return new RegExp("^\\p{N}", "u").test(exact) ? joined : "";
    if (/[.,]$/u.test(joined) && !(new RegExp("\\p{N}[.,]$", "u").test(joined) && new RegExp("^\\p{N}", "u").test(exact))) return "";
    const word = withoutLooseStart(joined);
    return endsWord(word.replace(/[^\p{L}\p{N}\p{M}]+$/u, "")) && !isUnspaced(word.at(-1)) ? word : "";
  }
  function joinedAfter(after, exact) {
    if (!endsWord(exact) || isUnspaced(exact[exact.length - 1])) return "";
    const joined = joinedAtStart(after).replace(LOOSE_AFTER, "");
    if (/^[.,]/u.test(joined) && !(new RegExp("\\p{N}$", "u").test(exact) && new RegExp("^[.,]\\p{N}", "u").test(joined))) return "";
    if (/^[%‰°×]/u.test(joined)) return new RegExp("\\p{N}$", "u").test(exact) ? joined : "";
    return isUnspaced(joined[0]) ? "" : joined;
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
    const clause = CLAUSE_AFTER.exec(text2.replace(/^\S+/u, (joined) => ENDS_CLAUSE.test(joined) ? "." : ""))?.[0] ?? "";
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
  function kept(make) {
    let made;
    return function* () {
      made ??= yield* make();
      return made;
    };
  }
  function viewOf(text2) {
    const lead = /^(?:…|\.\.\.) ?/u.exec(text2.slice(0, LONGEST_ELLIPSIS))?.[0].length ?? 0;
    const tail = / ?(?:…|\.\.\.)$/u.exec(text2.slice(-LONGEST_ELLIPSIS))?.[0].length ?? 0;
    return { from: lead, to: Math.max(text2.length - tail, lead) };
  }

  // extension/src/anchoring/anchor.js
  var NEAR = 48;
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
    if (edit && edit.place.yes === 2 && !(same && overlap(same, edit))) return changed(subject, wanted, edit);
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
    const read2 = credible(subject, wanted, subject.read, wanted.quote());
    if (read2?.place.held) return read2;
    const folded = credible(subject, wanted, yield* subject.folded(), wanted.folded());
    return folded?.place.held ? folded : read2 ?? folded;
  }
  function credible(subject, wanted, form, quote2) {
    const places = placesOf(form, quote2);
    const place2 = best(places, ({ start, end }) => shift(subject, wanted, form.source(start, end)) === 0);
    return place2 && isCredible(place2, quote2, isNear(subject, wanted, form, place2)) ? { place: place2, form } : null;
  }
  function placesOf(form, quote2) {
    const places = [];
    if (!quote2.exact) return places;
    for (let at = form.text.indexOf(quote2.exact); at >= 0; at = form.text.indexOf(quote2.exact, at + 1)) {
      if (places.length === MOST_CANDIDATES) return [];
      places.push(weigh(form, quote2, at, at + quote2.exact.length));
    }
    return places;
  }
  function* edited(subject, wanted) {
    const form = yield* subject.folded();
    const quote2 = wanted.folded();
    const places = [];
    for (const match of yield* nearly(form, subject.read.text, wanted)) {
      const place3 = weigh(form, quote2, match.start, match.end, match.errors);
      if (isCredibleEdit(place3, quote2, isNear(subject, wanted, form, place3))) places.push(place3);
    }
    const place2 = best(places, () => false);
    return place2 && { place: place2, form };
  }
  function overlap(one, other) {
    const [first, second] = [one, other].map(({ place: place2, form }) => form.source(place2.start, place2.end));
    return first.start < second.end && second.start < first.end;
  }
  function isCutOff({ read: { text: text2, view }, points }, { position }) {
    return view.from > 0 || view.to < text2.length && (!position || position.end > points.toPoint(view.to));
  }
  function settled(subject, wanted, { place: place2, form }) {
    const units = form.source(place2.start, place2.end);
    const { exact, prefix, suffix } = wanted.quote();
    if (form === subject.read && place2.held && place2.agreed === prefix.length + suffix.length) return sameAt("exact", spanOf2(subject, units));
    const today = subject.read.text.slice(units.start, units.end);
    const around2 = aroundOf(subject, wanted, units);
    const differences = [...today === exact ? [] : differencesOf(exact, today), ...around2.differences];
    const span = spanOf2(subject, units);
    if (differences.length || around2.cut || isRespelt(exact, today)) return { result: "changed", score: 1 - 1 / (exact.length + 1), ...span, differences };
    const stayed = place2.held || Math.abs(shift(subject, wanted, units)) <= NEAR;
    return sameAt(stayed ? "exact" : "moved", span);
  }
  function sameAt(result, { start, end }) {
    return { result, score: 1, start, end, differences: [] };
  }
  function changed(subject, wanted, { place: place2, form }) {
    const score = 1 - place2.errors / wanted.folded().exact.length;
    if (score < 1 - MOST_ERRORS) return nowhere("lost");
    const units = form.source(place2.start, place2.end);
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
  function isNear(subject, wanted, form, { start, end }) {
    return Math.abs(shift(subject, wanted, form.source(start, end))) <= NEAR;
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
  function text(shown, field) {
    const known3 = shown.texts.get(field);
    if (known3) return known3;
    const read2 = canonicalText(field, shown.paper.aside);
    shown.texts.set(field, read2);
    return read2;
  }
  function place(shown, note) {
    const nowhere2 = { note, range: null, start: 0, end: 0, field: null, differences: [], madeOn: madeOn(note, shown.paper) };
    if (!note.field || note.parent || !note.selectors.length) return { ...nowhere2, result: null };
    const field = shown.fields[note.field];
    if (!field) return { ...nowhere2, result: "not on this view" };
    const canonical = text(shown, field);
    const { result, start, end, differences } = anchored(shown, note, canonical);
    const range = result === "lost" || result === "not on this view" ? null : rangeOf2(canonical, start, end);
    return { ...nowhere2, result: range || result === "not on this view" ? result : "lost", range, start, end, field, differences };
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
  function compared2(shown, { field, result, note, start, end }) {
    return field && result === "changed" ? comparisonAt(text(shown, field), note.selectors, { start, end }) : null;
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
      const hits = Object.values(shown.fields).flatMap((field) => {
        if (!field.contains(caret.node)) return [];
        const offset = margin.text(shown, field).offsetOf(caret.node, caret.offset);
        const near = shown.placed.filter((one) => one.range && one.field === field && one.start <= offset && offset <= one.end);
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
  var CONTROLS2 = "a[href], button, input, select, textarea, label, summary, video, audio, [role=button], [role=link], [contenteditable]";
  function isPlain2(event) {
    if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.detail > 1) return false;
    const target = event.composedPath()[0];
    return target instanceof Element && !target.closest(CONTROLS2);
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

  // extension/src/content/hatch.js
  var WIDTH = 6;
  function createHatch(layer) {
    let marks = [];
    const place2 = () => {
      const origin = layer.getBoundingClientRect();
      layer.replaceChildren(...marks.flatMap(edgesOf).map((edge) => hatch(edge, origin)));
    };
    return {
      /** @param {Mark[]} changed */
      draw(changed2) {
        const had = marks.length > 0;
        marks = changed2;
        if (had || marks.length) place2();
      },
      place: () => void (marks.length && place2())
    };
  }
  function hatch({ left, top, height, line }, origin) {
    const strip = document.createElement("span");
    strip.className = "hatch";
    const style = { left: `${left - origin.left}px`, top: `${top - origin.top}px`, width: `${WIDTH}px`, height: `${height}px`, "--edge": line };
    for (const [name, value] of Object.entries(style)) strip.style.setProperty(name, value);
    return strip;
  }
  function edgesOf({ range, colour, field }) {
    const live = liveRange(range);
    const boxes = live ? boxesOf(live) : [];
    if (!boxes.length) return [];
    const first = boxes[0];
    const last = boxes[boxes.length - 1];
    const line = `var(--postil-mark-${colour}-line-on-${schemeOf(field)})`;
    return [
      { left: first.left - WIDTH, top: first.top, height: first.height, line },
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
        for (const field of new Set(marks.map((mark) => mark.field))) dress(field);
        reassert();
      },
      sketch(range, field) {
        for (const scheme of SCHEMES) drop(`${SKETCH}-${scheme}`);
        if (!range || !field) return;
        fill(own, `${SKETCH}-${schemeOf(field)}`, [range]);
        dress(field);
        reassert();
      },
      release(nodes) {
        for (const { range, field } of painted) {
          if (nodes.some((node) => field.contains(node))) for (const highlight of own.values()) highlight.delete(range);
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
  function markOf(margin, { note, range, result, field }) {
    if (!range || !field) return [];
    const colour = margin.label(note)?.colour ?? note.label ?? "";
    return [{ range, field, colour: COLOURS.includes(colour) ? colour : COLOURS[0], changed: result === "changed", mine: note.mine }];
  }

  // extension/src/content/offer.js
  function offerOf(reading2, status, attaching, connect) {
    if (reading2.picked && attaching.refuses(reading2.picked.paper)) return { picked: null, line: refusal("another paper") };
    if (!status.paired || !destination(status)) return { picked: null, line: status.problem?.message ?? connect };
    return reading2.picked ? { picked: reading2.picked, line: null } : { picked: null, line: refusal(reading2.refused) };
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
  function taken(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // extension/src/content/pointer.js
  var REST = 250;
  var OPEN_TEXT = "[data-postil-field]";
  function watchHand(doc, host, events, sign) {
    let down = false;
    let inText2 = false;
    let byTouch = sign?.byTouch ?? false;
    let rest = 0;
    const isText = (target) => target instanceof Element && target.closest(OPEN_TEXT) !== null;
    const isInUs = (event) => event.composedPath().includes(host.element);
    const where = (listener) => (event) => {
      if (event.isTrusted && isInUs(event) === (event.currentTarget === host.root)) listener(event);
    };
    const isOurs = (event) => isInUs(event) && !isText(event.composedPath()[0]);
    const selectedSoon = () => {
      clearTimeout(rest);
      rest = window.setTimeout(() => events.selected(byTouch), REST);
    };
    const pointing = [
      [
        "pointerdown",
        (event) => {
          if (isOurs(event)) return;
          down = true;
          inText2 = isInUs(event);
          byTouch = event.pointerType === "touch";
          events.pressed(!inText2);
        }
      ],
      [
        "pointerup",
        (event) => {
          const isStray = down && inText2 && !isText(event.composedPath()[0]);
          const settle = () => {
            if (isStray) events.strayed(event.clientX, event.clientY);
            events.selected(byTouch);
          };
          clearTimeout(rest);
          if (down || !isOurs(event)) setTimeout(settle);
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
          if (!isOurs(event) && isPlain2(event) && events.nothingSelected()) events.clicked(event.clientX, event.clientY);
        }
      ]
    ];
    const selecting = () => {
      const inOurs = doc.activeElement === host.element && !host.root.activeElement?.querySelector(OPEN_TEXT);
      if (down || inOurs) clearTimeout(rest);
      else selectedSoon();
    };
    const pressing = (event) => {
      if (isForUs(event, host) && events.key(event, isInUs(event))) taken(event);
    };
    const listeners = [
      [doc, "selectionchange", selecting],
      [doc, "keydown", pressing],
      ...pointing.flatMap(([type, listener]) => [doc, host.root].map((place2) => (
        /** @type {[EventTarget, string, typeof listener]} */
        [place2, type, where(listener)]
      )))
    ];
    for (const [place2, type, listener] of listeners) place2.addEventListener(type, listener, true);
    if (sign && !events.nothingSelected()) selectedSoon();
    return {
      stop() {
        clearTimeout(rest);
        for (const [place2, type, listener] of listeners) place2.removeEventListener(type, listener, true);
      }
    };
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
    const read2 = isPlain3 && SITES.get(url.hostname);
    const path = read2 ? decoded(url.pathname) : null;
    return read2 && path ? read2(path, url) : null;
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
  function inPath(pattern, read2) {
    return (path) => {
      const id = pattern.exec(path.replace(/\/+$/u, ""))?.[1];
      return id ? read2(id) : null;
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
  function sites(hosts, read2) {
    return hosts.map((host) => [host, read2]);
  }

  // extension/src/content/report.js
  function reportOf(adapter, margin, doc) {
    const shown = margin.shown();
    const { host, pathname } = new URL(doc.URL);
    const having = (field) => shown.filter(({ paper }) => paper.fields[field]).length;
    const fields = { title: having("title"), abstract: having("abstract"), fulltext: having("fulltext") };
    const links = papersNamed(doc);
    const isBare2 = !shown.length && (links > 0 || adapter?.general === true);
    const lacking = (adapter?.shows ?? []).filter((field) => fields[field] < shown.length);
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
    const shape2 = (part) => part.replace(/%[0-9a-f]{2}|[^\d.,:;~@+_-]/giu, "a").replace(/\d+/gu, "0").replace(/a+/gu, "a");
    return pathname.split("/").map((part) => KINDS.has(part) ? part : shape2(part)).join("/");
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
    const [first] = new Intl.Segmenter(void 0, { granularity: "grapheme" }).segment(exact);
    return first.segment.length === exact.length;
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
    const whole = parts.filter((part) => !strays(range, part.range));
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
    return fields.flatMap(([field, root]) => {
      if (!root?.isConnected || !range.intersectsNode(root)) return [];
      const part = clip(range, root);
      return bare2(part) ? [{ shown, field, root, range: part }] : [];
    });
  }
  function clip(range, root) {
    const whole = root.ownerDocument.createRange();
    whole.selectNodeContents(root);
    const part = range.cloneRange();
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
    return part;
  }
  var bare2 = (range) => range.toString().replace(/\s+/g, "");
  function strays(range, part) {
    return bare2(range).length !== bare2(part).length;
  }
  function readMark(margin, { note, field: root, range: fixed2 }) {
    const [shown, range] = [margin.of(note.paper), fixed2 && liveRange(fixed2)];
    return shown && root && range && note.field ? pick(margin, { shown, field: note.field, root, range }) : null;
  }
  function pick(margin, { shown, field, root, range }) {
    const described = describe(margin.text(shown, root), range);
    if ("refused" in described) return { picked: null, refused: described.refused };
    const { selectors, quote: quote2 } = described;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const fixed2 = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    return { picked: { paper: shown.paper, field, root, selectors, quote: quote2, range: fixed2 }, refused: null };
  }

  // extension/src/content/sheet.js
  function createSheet(host, margin, events) {
    const layer = host.layer("sheet-layer");
    const float = createFloat(host, layer, placeUnder);
    let paper = null;
    let hatch2 = null;
    let back = null;
    const text2 = () => (
      /** @type {HTMLElement} */
      layer.querySelector(OPEN_TEXT)
    );
    const box = () => (
      /** @type {HTMLElement | null} */
      layer.firstElementChild
    );
    const draw = () => D(paper ? sheet(paper, { close, scrolled: events.scrolled }) : A, layer);
    const place2 = () => {
      const shown = paper && margin.of(paper.key);
      if (shown) float.place(placeOf2(shown));
      hatch2?.place();
    };
    const close = () => {
      if (!paper) return;
      const { key } = paper;
      const hadFocus = layer.contains(host.root.activeElement);
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
        place2();
        element.focus({ preventScroll: true });
      },
      /** The page has changed: its paper may be gone, or be told otherwise. */
      follow() {
        const now = paper && margin.of(paper.key)?.paper;
        if (paper && now?.abstract !== paper.abstract) close();
        else place2();
      },
      /**
       * @param {Mark[]} marks
       * @returns {Mark[]}  those that are not in here
       */
      hatch(marks) {
        const isInside = ({ field }) => layer.contains(field);
        hatch2?.draw(marks.filter(isInside));
        return marks.filter((mark) => !isInside(mark));
      },
      /**
       * @param {Node} node
       * @returns {import("./geometry.js").Box | null}  what can be seen of the sheet that the node is in
       */
      sight: (node) => layer.contains(node) ? box()?.getBoundingClientRect() ?? null : null,
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
      place: place2,
      close
    };
  }
  function opens(paper) {
    const field = paper.fields.abstract;
    if (!paper.abstract) return false;
    if (!field) return true;
    if (field.matches(OPEN_TEXT)) return false;
    if (!field.getClientRects().length) return true;
    return bare3(field.textContent ?? "") !== bare3(paper.abstract) || field.scrollHeight > field.clientHeight + ROUNDING;
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
    const layer = host.layer("toolbar-layer");
    let offer = null;
    let over = null;
    let isTouched = false;
    const draw = () => {
      D(offer ? bar2(offer, act, events) : A, layer);
      place2();
    };
    const place2 = () => {
      const row = (
        /** @type {HTMLElement | null} */
        layer.firstElementChild
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
      D(A, layer);
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
      place: place2,
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
    const layer = host.layer("undo-layer");
    let deleted = [];
    let since = 0;
    let error = "";
    const draw = () => D(deleted.length ? bar3() : A, layer);
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
  function resumedView(paper, { field, selectors, quote: quote2 }, found2) {
    const range = found2?.range ?? new StaticRange({ startContainer: paper.card, startOffset: 0, endContainer: paper.card, endOffset: 0 });
    const picked = field && { paper, field, root: found2?.field ?? paper.card, selectors, quote: quote2, range };
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
  var FIELDS = ["title", "abstract", "fulltext"];
  function createCursor(margin) {
    let stand = null;
    const stopsOf = (shown) => FIELDS.flatMap((name) => stopAt(margin, shown, name) ?? []);
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
      const stop = entryOf(stopsOf(shown));
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
        const { first, last, fixed: fixed2 } = now.stand;
        const moved = (first < fixed2 ? first : last) + by;
        if (!now.stops[now.at].sentences[moved]) return false;
        const words = wordsOf(now.stops[now.at], Math.min(fixed2, moved));
        stand = { ...now.stand, first: Math.min(fixed2, moved), last: Math.max(fixed2, moved), words };
        return true;
      },
      /** @param {1 | -1} by  one paper; back first to where this one begins */
      paper(by) {
        const now = here();
        if (!now) return false;
        const isBegun = now.stand.last > 0 || now.stops[now.at] !== entryOf(now.stops);
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
  var entryOf = (stops) => stops.find(({ name }) => name === "abstract") ?? stops[0];
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
    const isSeen = ({ start, end }) => {
      const range = inner.length || floor !== null ? new StaticRange(text2.rangeOf(start, end)) : null;
      return !range || !inner.some((other) => other.contains(range.startContainer)) && !isBelow(range, floor);
    };
    const sentences = sentencesOf(text2).filter(isSeen);
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
  function isBelow(range, floor) {
    if (floor === null) return false;
    const [box] = liveRange(range)?.getClientRects() ?? [];
    return Boolean(box) && box.top >= floor - 2;
  }

  // extension/src/content/ring.js
  var NEAR2 = 2;
  var LINE = 2;
  var SVG = "http://www.w3.org/2000/svg";
  function createRing(layer, name) {
    const element = document.createElement("div");
    element.className = "ring";
    element.tabIndex = 0;
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", name);
    return {
      element,
      /** @param {Box[]} boxes  of the lines, in the viewport; none: nothing of it is in sight */
      draw(boxes) {
        if (!element.isConnected) layer.prepend(element);
        const whole = union(boxes);
        element.replaceChildren(...whole ? [outline(boxes, whole)] : []);
        if (!whole) return;
        const origin = layer.getBoundingClientRect();
        const style = { left: whole.left - origin.left, top: whole.top - origin.top, width: whole.right - whole.left, height: whole.bottom - whole.top };
        for (const [property, value] of Object.entries(style)) element.style.setProperty(property, `${value}px`);
      },
      focus: () => element.focus({ preventScroll: true }),
      remove: () => element.remove()
    };
  }
  function outline(boxes, whole) {
    const edge = NEAR2 + LINE;
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
    const mask = shape("mask", { id: "postil-ring", maskUnits: "userSpaceOnUse", x: 0, y: 0, ...size2 }, shape("rect", { ...size2, fill: "white" }), ...lines(NEAR2, "black"));
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
    const layer = host.layer("walk-layer");
    const ring = createRing(layer, phrase("walk"));
    const row = layer.appendChild(doc.createElement("div"));
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
    const open2 = () => {
      const now = cursor.here();
      if (now) events.open(now.shown, notesAt(now), () => union(boxes()));
    };
    const barEvents = { act: (action) => void act(action, false), open: open2, leave: () => leave(), choose: events.choose };
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
      listens: () => isOn && (host.root.activeElement === null || layer.contains(host.root.activeElement)),
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
        if (event.key === "Enter") open2();
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
    return parts.map((part, index) => index === parts.length - 1 || SENTENCE_END2.test(part) ? part : phrase("sentence", part)).join(" ");
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
          const reading2 = readMark(this.margin, placed);
          if (!reading2?.picked) throw new Error(refusal(reading2?.refused ?? ""));
          await this.writer.confirm(placed.note, reading2.picked);
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
      const reading2 = readSelection(this.margin, selection);
      if (!reading2 || !selection) return this.toolbar.close();
      if (nameOf2(selection) === this.#dismissed) return;
      this.#dismissed = "";
      this.toolbar.open(this.#offer(reading2), reading2.picked?.range ?? fixed(selection), byTouch);
    }
    /** @returns {boolean} whether the key was for us */
    #escape() {
      if (this.toolbar.isOpen()) {
        this.#dismissed = nameOf2(this.#selection());
        this.toolbar.close();
        return true;
      }
      if (this.card.hasFocus()) return false;
      const open2 = [this.card.view && this.card, this.sheet.isOpen() && this.sheet, this.attaching.note() && this.attaching].find(Boolean);
      if (open2) open2.close();
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
    #offer(reading2) {
      return offerOf(reading2, this.events.status(), this.attaching, this.events.connect);
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
    async #deselectAfter(write) {
      const before = nameOf2(this.#selection());
      await write();
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

  // extension/src/content/tools-entry.js
  speak(navigator.languages);
  speakThrough(runtimeTransport());
  globalThis.postilTools = Tools;
})();
