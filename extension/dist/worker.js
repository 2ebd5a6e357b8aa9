"use strict";
(() => {
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
      bad_keys: "تلقّى Postil مفاتيح لا يمكنه استخدامها.",
      bad_mark: "وصلت إلى Postil علامة لا يستطيع قراءتها.",
      bad_message: "وصلت إلى Postil رسالة لا يستطيع قراءتها.",
      bad_note: "وصلت إلى Postil ملاحظة لا يستطيع قراءتها.",
      badge_trouble: "$1. $2",
      badge_unasked: "البحث عن ملاحظات",
      badge_waiting: "بانتظار الإرسال",
      comma: "، ",
      connect_again_in_options: "أعد الاتصال من خيارات Postil.",
      connected: "متصل",
      connected_to: "اتصل بـ$1.",
      delete: "حذف",
      discard: "تجاهل",
      discard_this: "تجاهل هذا",
      edit: "تحرير",
      foreign: "ما يجيب في هذا العنوان ليس خادم Postil.",
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
      keep: "إبقاء",
      keeps_nothing: "لا يحفظ هذا المتصفح شيئًا لـPostil، كما حين يُضبط على عدم تذكر السجل. غيّر ذلك وأعد تحميل هذه الصفحة.",
      kept: "حُفظ.",
      kept_for: "محفوظ لآخرين",
      kept_who: "$1 على $2",
      look_at_address: "راجع العنوان في خيارات Postil.",
      move: "نقل",
      move_to: "النقل إلى",
      no_answer: "لم يستجب Postil. أعد تحميل هذه الصفحة.",
      not_among_failed: "ليس هذا بين ما تعذّر إرساله.",
      not_brought_back: "لم يعد ممكنًا استعادة هذه الملاحظة هنا.",
      not_into_only_me: "لا يمكن حفظ هذا في «أنا فقط».",
      note_deleted: "هذه الملاحظة محذوفة.",
      note_not_here: "لم تعد هذه الملاحظة هنا. أعد تحميل هذه الصفحة.",
      number_changed: "عدد: «$1» صار الآن «$2»",
      offline: "لا يجيب الخادم.",
      old_extension: "هذه الإضافة أقدم من خادمك. حدّث إضافة Postil.",
      old_page: "نسخة هذه الصفحة تختلف عن نسخة خادمها. أعد تحميلها.",
      old_server: "خادمك أقدم من هذه الإضافة. اطلب من مالكه تحديثه.",
      other_account: "حساب آخر متصل الآن. ما كتبته يبقى هنا للحساب الذي كتبته به.",
      own_pages_only: "لا يمكن فعل هذا إلا في صفحة من صفحات Postil نفسه.",
      pages_of_server: "هذه الصفحات تخص خادمها.",
      pairing_denied: "لم يُسمح بذلك في صفحة الخادم، فلم يُوصل شيء.",
      pairing_ended: "أنهاه الخادم دون جواب. أعد الاتصال.",
      pairing_expired: "انتهت صلاحية الرمز. أعد الاتصال للحصول على رمز جديد.",
      pairing_no_code: "لم يعطِ الخادم رمزًا. استخدم مفتاحًا بدلًا منه.",
      pairing_no_code_why: "لم يعطِ الخادم رمزًا: $1. استخدم مفتاحًا بدلًا منه.",
      place_changed: "تغيّر منذ تعليمه",
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
      redirected: "يحيل هذا العنوان إلى عنوان آخر. أدخل العنوان الذي يقود إليه.",
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
      sending_failed: "تعذّر الإرسال: $1",
      sending_unfinished: "لم يستطع Postil إتمام الإرسال.",
      sending_waiting: "بانتظار الإرسال",
      server: "الخادم",
      server_address: "عنوان الخادم",
      server_error: "صادف الخادم خطأ غير متوقع.",
      server_help: "على هذا الحاسوب يكون عادة $1. يطبعه الخادم عند بدئه.",
      server_later: "لا يستطيع الخادم الإجابة الآن ($1).",
      server_offline: "$1 تحقق من أنه يعمل ومن صحة العنوان.",
      server_too_many: "محاولات كثيرة. انتظر قليلًا.",
      server_unavailable: "لا يستطيع الخادم استخدام قاعدة بياناته الآن.",
      server_wrong_host: "لا يجيب هذا الخادم عن هذا العنوان: يمكن لمالكه أن يضبط POSTIL_PUBLIC_URL عليه.",
      sign_in_again: "سجّل الدخول مجددًا.",
      signed_out: "أنت غير مسجّل الدخول.",
      signed_out_here: "لا يعرف Postil من أنت هنا. سجّل الدخول ثم أعد تحميل هذه الصفحة.",
      sites_allow: "السماح به هناك",
      sites_allowed: "سُمح بذلك. أعد تحميل الصفحات المفتوحة هناك.",
      sites_closed: "لا يسمح المتصفح لـPostil بالعمل في $1، فلا تظهر ملاحظات هناك.",
      store_refused: "لم يتمكن المتصفح من حفظ هذا، ربما لأن القرص ممتلئ.",
      tags: "الوسوم",
      tags_hint: "مفصولة بفواصل",
      token_from_settings: "الصق مفتاح وصول من إعدادات الخادم.",
      token_unknown: "لا يعرف الخادم مفتاح الوصول هذا، أو أُبطل.",
      token_unknown_make: "لا يعرف الخادم هذا المفتاح، أو أُبطل. أنشئ واحدًا جديدًا في إعدادات الخادم.",
      unfinished_gone: "لم تعد هذه الملاحظة غير المكتملة هنا.",
      unpaired: "ليس Postil متصلًا بخادم. صِله من خياراته.",
      updated: "حُدّث Postil. أعد تحميل هذه الصفحة للمتابعة.",
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
      bad_keys: "Postil hat Tasten erhalten, die es nicht verwenden kann.",
      bad_mark: "Postil hat eine Markierung bekommen, die es nicht lesen kann.",
      bad_message: "Postil hat eine Nachricht bekommen, die es nicht lesen kann.",
      bad_note: "Postil hat eine Notiz bekommen, die es nicht lesen kann.",
      badge_trouble: "$1. $2",
      badge_unasked: "Nach Notizen suchen",
      badge_waiting: "wartet auf das Senden",
      comma: ", ",
      connect_again_in_options: "Verbinde neu in den Einstellungen von Postil.",
      connected: "Verbunden",
      connected_to: "Mit $1 verbunden.",
      delete: "Löschen",
      discard: "Verwerfen",
      discard_this: "Das verwerfen",
      edit: "Bearbeiten",
      foreign: "Was unter dieser Adresse antwortet, ist kein Postil-Server.",
      icon_failed_one: "Postil: $1 konnte nicht gesendet werden",
      icon_failed_other: "Postil: $1 konnten nicht gesendet werden",
      icon_not_connected: "Postil: mit keinem Server verbunden",
      icon_problem: "Postil: $1",
      icon_waiting_one: "Postil: $1 wartet auf das Senden",
      icon_waiting_other: "Postil: $1 warten auf das Senden",
      keep: "Behalten",
      keeps_nothing: "Dieser Browser behält nichts für Postil, etwa weil er nie eine Chronik anlegen soll. Ändere das und lade diese Seite neu.",
      kept: "Gemerkt.",
      kept_for: "Für andere aufbewahrt",
      kept_who: "$1 auf $2",
      look_at_address: "Sieh dir die Adresse in den Einstellungen von Postil an.",
      move: "Verschieben",
      move_to: "Verschieben nach",
      no_answer: "Postil hat nicht geantwortet. Lade diese Seite neu.",
      not_among_failed: "Das ist nicht unter dem, was nicht gesendet werden konnte.",
      not_brought_back: "Diese Notiz lässt sich hier nicht mehr zurückholen.",
      not_into_only_me: "Das lässt sich nicht in „Nur ich“ speichern.",
      note_deleted: "Diese Notiz ist gelöscht.",
      note_not_here: "Diese Notiz ist nicht mehr hier. Lade diese Seite neu.",
      number_changed: "Zahl: „$1“ ist jetzt „$2“",
      offline: "Der Server antwortet nicht.",
      old_extension: "Diese Erweiterung ist älter als dein Server. Aktualisiere die Postil-Erweiterung.",
      old_page: "Diese Seite hat eine andere Version als ihr Server. Lade sie neu.",
      old_server: "Dein Server ist älter als diese Erweiterung. Bitte den Betreiber, ihn zu aktualisieren.",
      other_account: "Jetzt ist ein anderes Konto verbunden. Was du geschrieben hast, bleibt hier für das Konto, unter dem du es geschrieben hast.",
      own_pages_only: "Das geht nur auf einer Seite von Postil selbst.",
      pages_of_server: "Diese Seiten gehören zu ihrem Server.",
      pairing_denied: "Auf der Seite des Servers wurde es nicht erlaubt, deshalb wurde nichts verbunden.",
      pairing_ended: "Der Server hat es ohne Antwort beendet. Verbinde noch einmal.",
      pairing_expired: "Der Code ist abgelaufen. Verbinde noch einmal für einen neuen.",
      pairing_no_code: "Der Server hat keinen Code gegeben. Nimm stattdessen ein Token.",
      pairing_no_code_why: "Der Server hat keinen Code gegeben: $1. Nimm stattdessen ein Token.",
      place_changed: "Geändert, seit es markiert wurde",
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
      redirected: "Diese Adresse leitet auf eine andere weiter. Gib die Adresse ein, zu der sie führt.",
      reply_stays: "Eine Antwort bleibt bei der Notiz, auf die sie antwortet.",
      safe_until_server_one: "Deine Notiz bleibt hier und wird gesendet, wenn er wieder da ist.",
      safe_until_server_other: "Deine $1 Notizen bleiben hier und werden gesendet, wenn er wieder da ist.",
      safe_until_you_one: "Deine Notiz bleibt hier und wird gesendet, sobald du zurück bist.",
      safe_until_you_other: "Deine $1 Notizen bleiben hier und werden gesendet, sobald du zurück bist.",
      sending_failed: "Konnte nicht gesendet werden: $1",
      sending_unfinished: "Postil konnte das Senden nicht abschließen.",
      sending_waiting: "Wartet auf das Senden",
      server: "Server",
      server_address: "Adresse des Servers",
      server_error: "Der Server ist auf einen unerwarteten Fehler gestoßen.",
      server_help: "Auf diesem Computer meist $1. Der Server zeigt sie, wenn er startet.",
      server_later: "Der Server kann jetzt nicht antworten ($1).",
      server_offline: "$1 Sieh nach, ob er läuft und ob die Adresse stimmt.",
      server_too_many: "Zu viele Versuche. Warte eine Weile.",
      server_unavailable: "Der Server kann seine Datenbank jetzt nicht benutzen.",
      server_wrong_host: "Dieser Server antwortet nicht für diese Adresse: Sein Eigentümer kann POSTIL_PUBLIC_URL darauf setzen.",
      sign_in_again: "Melde dich wieder an.",
      signed_out: "Du bist abgemeldet.",
      signed_out_here: "Postil weiß hier nicht, wer du bist. Melde dich an und lade dann diese Seite neu.",
      sites_allow: "Dort erlauben",
      sites_allowed: "Erlaubt. Lade die Seiten neu, die dort offen sind.",
      sites_closed: "Der Browser lässt Postil auf $1 nicht laufen, deshalb sind dort keine Notizen zu sehen.",
      store_refused: "Der Browser konnte dies nicht aufbewahren, vielleicht weil die Festplatte voll ist.",
      tags: "Schlagwörter",
      tags_hint: "durch Kommas getrennt",
      token_from_settings: "Füge ein Zugangstoken aus den Einstellungen des Servers ein.",
      token_unknown: "Der Server kennt dieses Zugangstoken nicht, oder es wurde widerrufen.",
      token_unknown_make: "Der Server kennt dieses Token nicht, oder es wurde widerrufen. Mach ein neues in den Einstellungen des Servers.",
      unfinished_gone: "Diese unfertige Notiz ist nicht mehr da.",
      unpaired: "Postil ist mit keinem Server verbunden. Verbinde es in seinen Einstellungen.",
      updated: "Postil wurde aktualisiert. Lade diese Seite neu, um weiterzumachen.",
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
      bad_keys: "Postil got keys that it cannot use.",
      bad_mark: "Postil got a mark that it cannot read.",
      bad_message: "Postil got a message that it cannot read.",
      bad_note: "Postil got a note that it cannot read.",
      badge_trouble: "$1. $2",
      badge_unasked: "Look for notes",
      badge_waiting: "waiting to be sent",
      comma: ", ",
      connect_again_in_options: "Connect again in Postil's options.",
      connected: "Connected",
      connected_to: "Connected to $1.",
      delete: "Delete",
      discard: "Discard",
      discard_this: "Discard this",
      edit: "Edit",
      foreign: "What answers at this address is not a Postil server.",
      icon_failed_one: "Postil: $1 could not be sent",
      icon_failed_other: "Postil: $1 could not be sent",
      icon_not_connected: "Postil: not connected to a server",
      icon_problem: "Postil: $1",
      icon_waiting_one: "Postil: $1 waiting to be sent",
      icon_waiting_other: "Postil: $1 waiting to be sent",
      keep: "Keep",
      keeps_nothing: "This browser keeps nothing for Postil, as when it is set never to remember history. Change that, and reload this page.",
      kept: "Kept.",
      kept_for: "Kept for others",
      kept_who: "$1 on $2",
      look_at_address: "Look at the address in Postil's options.",
      move: "Move",
      move_to: "Move to",
      no_answer: "Postil did not answer. Reload this page.",
      not_among_failed: "This is not among what could not be sent.",
      not_brought_back: "This note can no longer be brought back here.",
      not_into_only_me: "This cannot be saved into Only me.",
      note_deleted: "This note is deleted.",
      note_not_here: "This note is not here any more. Reload this page.",
      number_changed: "Number: “$1” is now “$2”",
      offline: "The server does not answer.",
      old_extension: "This extension is older than your server. Update Postil's extension.",
      old_page: "This page is of another version than its server. Reload it.",
      old_server: "Your server is older than this extension. Ask its owner to update it.",
      other_account: "Another account is connected now. What you wrote stays here for the one that you wrote it under.",
      own_pages_only: "This can only be done on a page of Postil itself.",
      pages_of_server: "These pages belong to their server.",
      pairing_denied: "It was not allowed on the server's page, so nothing was connected.",
      pairing_ended: "The server ended it without an answer. Connect again.",
      pairing_expired: "The code has expired. Connect again for a new one.",
      pairing_no_code: "The server did not give a code. Use a token instead.",
      pairing_no_code_why: "The server did not give a code: $1. Use a token instead.",
      place_changed: "Changed since it was marked",
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
      redirected: "This address sends on to another one. Enter the address that it leads to.",
      reply_stays: "A reply stays with the note that it answers.",
      safe_until_server_one: "Your note is kept here and will be sent when it is back.",
      safe_until_server_other: "Your $1 notes are kept here and will be sent when it is back.",
      safe_until_you_one: "Your note is kept here and will be sent once you are back.",
      safe_until_you_other: "Your $1 notes are kept here and will be sent once you are back.",
      sending_failed: "Could not be sent: $1",
      sending_unfinished: "Postil could not finish sending.",
      sending_waiting: "Waiting to be sent",
      server: "Server",
      server_address: "Server address",
      server_error: "The server met an unforeseen error.",
      server_help: "On this computer usually $1. The server prints it when it starts.",
      server_later: "The server cannot answer now ($1).",
      server_offline: "$1 Look whether it runs and whether the address is right.",
      server_too_many: "Too many tries. Wait a while.",
      server_unavailable: "The server cannot use its database now.",
      server_wrong_host: "This server does not answer for this address: its owner can set POSTIL_PUBLIC_URL to it.",
      sign_in_again: "Sign in again.",
      signed_out: "You are signed out.",
      signed_out_here: "Postil does not know who you are here. Sign in, then reload this page.",
      sites_allow: "Allow it there",
      sites_allowed: "Allowed. Reload the pages that are open there.",
      sites_closed: "The browser does not let Postil run on $1, so no notes show there.",
      store_refused: "The browser could not keep this, perhaps because the disk is full.",
      tags: "Tags",
      tags_hint: "separated by commas",
      token_from_settings: "Paste an access token from the server's settings.",
      token_unknown: "The server does not know this access token, or it was revoked.",
      token_unknown_make: "The server does not know this token, or it was revoked. Make a new one in the server's settings.",
      unfinished_gone: "This unfinished note is not here any more.",
      unpaired: "Postil is not connected to a server. Connect it in its options.",
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
    const known = wanted.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => Object.hasOwn(catalogues, tag));
    spoken = /** @type {Language} */
    known ?? "en";
    phrases = null;
  }
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
    const detail = [body.detail, body.title, body.code].find((text) => typeof text === "string" && text !== "");
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
    const { response, text } = await exchange(client, { path, method: "POST", headers, body: String(new URLSearchParams(fields)), anonymous: true });
    const body = parsed(text);
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
    const { response, text } = await exchange(client, request);
    const body = parsed(text);
    if (response.ok || response.status === 304) {
      if (text !== "" && body === void 0) throw isJson(response) ? offline() : foreign();
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
  function parsed(text) {
    try {
      return JSON.parse(text);
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

  // extension/src/shared/wording.js
  function wordingOf({ text, tags }) {
    return { text, tags };
  }
  function isSame(one, other) {
    const [tags, others] = [[...new Set(one.tags)], [...new Set(other.tags)]];
    return bare(one.text) === bare(other.text) && tags.length === others.length && tags.every((tag, i) => tag === others[i]);
  }
  function bare(text) {
    return text.trim() ? text : "";
  }
  function isWording(value) {
    return typeof value === "object" && value !== null && typeof value.text === "string" && Array.isArray(value.tags) && value.tags.every((tag) => typeof tag === "string");
  }
  function isSeen(value) {
    return isWording(value) && isWording(
      /** @type {Seen} */
      value.mine ?? value
    );
  }

  // extension/src/shared/annotation.js
  var CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { postil: "urn:x-postil:ns:" }];
  function annotationFromDraft(draft, answered) {
    return {
      "@context": CONTEXT,
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
  function bodies({ text, tags, parent }) {
    const purpose = parent ? "replying" : "commenting";
    const comment = { type: "TextualBody", value: text, format: "text/markdown", purpose };
    const tagged = tags.map((tag) => ({ type: "TextualBody", value: tag, format: "text/plain", purpose: "tagging" }));
    return text.trim() ? [comment, ...tagged] : tagged;
  }
  function patchOf(draft, parts) {
    const body = bodies(draft);
    const target = { "postil:source": null, "postil:version": null, ...targetFromDraft(draft), "postil:paper": void 0 };
    return { ...parts.includes("text") && { body: body.length ? body : null }, ...parts.includes("target") && { target } };
  }
  function targetOf({ field, selectors, quote, url, source, version }) {
    return { field, selectors, quote, url, source, version };
  }
  function noteFromEntry({ etag, annotation }, paper, me) {
    const target = first(annotation.target);
    const isReply2 = typeof target === "string";
    const selectors = isReply2 ? [] : knownSelectors(target?.selector);
    const creator = iriOf(annotation.creator);
    return {
      id: idOf(annotation.id),
      paper,
      group: annotation["postil:group"] ?? "",
      field: isReply2 ? null : target?.["postil:field"] ?? null,
      selectors,
      quote: quoteOf(selectors),
      source: isReply2 ? "" : target?.["postil:source"] ?? "",
      version: isReply2 ? null : target?.["postil:version"] ?? null,
      text: textOf(annotation.body),
      tags: tagsOf(annotation.body),
      creator,
      mine: isBy(annotation, me),
      created: annotation.created ?? "",
      modified: annotation.modified ?? annotation.created ?? "",
      label: annotation["postil:label"] ?? null,
      parent: isReply2 ? idOf(target) : null,
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
    const { id, group, field, selectors, quote, source, version, text, tags, created, parent } = noteFromEntry(entry, paper, "");
    const target = first(entry.annotation.target);
    const draft = { id, group, paper, field, selectors, quote, text, tags, created, url: iriOf(target?.source), source };
    if (version !== null) draft.version = version;
    if (parent) draft.parent = parent;
    return draft;
  }
  function says(annotation, draft, parts = ["text", "target"]) {
    const { body, target } = annotation;
    return (!parts.includes("text") || isSame(wordingIn(body), draft)) && (!parts.includes("target") || marksSame(first(target), draft));
  }
  function wordingIn(body) {
    return { text: textOf(body), tags: tagsOf(body) };
  }
  function marksSame(target, { field, selectors }) {
    const marked = (list) => list.map((one) => "exact" in one ? [one.exact, one.prefix, one.suffix] : [one.start, one.end]);
    const [theirs, ours] = [knownSelectors(target?.selector), selectors].map((list) => JSON.stringify(marked(list)));
    return (target?.["postil:field"] ?? null) === (field ?? null) && theirs === ours;
  }
  var isEdited = (etag) => Number(/-(\d+)"$/.exec(etag)?.[1]) > 1;
  function answeredBy(annotation) {
    const target = first(annotation?.target);
    return typeof target === "string" ? idOf(target) : null;
  }
  function idOf(iri) {
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
  function textOf(body) {
    const text = bodiesOf(body).find((one) => one?.purpose === "commenting" || one?.purpose === "replying");
    return typeof text?.value === "string" ? text.value : "";
  }
  function tagsOf(body) {
    return bodiesOf(body).filter((one) => one?.purpose === "tagging" && typeof one.value === "string").map((one) => one.value);
  }

  // extension/src/shared/cache.js
  var PAPERS = 2e3;
  var LOOKUPS = 50;
  function createCache({ store: store2, space, locks, now = Date.now, limit = PAPERS }) {
    const shelf = new Shelf(store2, space, now, limit);
    const alone = (work) => locks(`cache|${space}`, work);
    const keeping = (nothing, work) => alone(async () => shelf.isCleared ? nothing : work());
    return {
      // While a changed note is put in the place of what it was, it is nowhere.
      /** @param {string[]} papers */
      read: (papers) => alone(() => shelf.read(papers)),
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
    constructor(store2, space, now, limit) {
      this.store = store2;
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
    async read(papers) {
      const kept = await Promise.all(papers.map(async (paper) => (
        /** @type {const} */
        [paper, await this.entries(paper)]
      )));
      return { papers: Object.fromEntries(kept), ...await this.names() };
    }
    /** @param {string} note @returns {Promise<{paper: string, entry: Entry} | null>} */
    async find(note) {
      const { papers } = await this.index();
      for (const [paper, { notes }] of Object.entries(papers)) {
        if (!notes.includes(note)) continue;
        const entry = (await this.entries(paper)).find(({ annotation }) => idOf(annotation.id) === note);
        if (entry) return { paper, entry };
      }
      return null;
    }
    /** An ETag is only worth naming while all that it stood for is still here. @param {string[]} keys */
    async etagFor(keys) {
      const { lookups, papers } = await this.index();
      const line = lookups[joined(keys)];
      return line && line.held.every((paper) => Object.hasOwn(papers, paper)) ? line.etag : null;
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
      const kept = entries.filter(({ annotation }) => !ids.has(idOf(annotation.id)));
      for (const [, one] of newer) if (one.entry && one.paper === paper) kept.push(one.entry);
      return kept;
    }
    /** Writes one paper's notes; the caller writes the index after all of them. @param {Index} index @param {string} paper @param {Entry[]} entries */
    async place(index, paper, entries) {
      if (entries.length && await this.write(this.paperKey(paper), entries, index)) {
        index.papers[paper] = { used: this.now(), notes: entries.map(({ annotation }) => idOf(annotation.id)) };
      } else if (Object.hasOwn(index.papers, paper)) {
        await this.store.remove(this.paperKey(paper));
        delete index.papers[paper];
      }
    }
    /** @param {string} paper @param {{etag: string, annotation: any}} entry */
    async put(paper, { etag, annotation }) {
      const index = await this.index();
      const id = idOf(annotation.id);
      const entries = await this.entries(paper);
      const at = entries.findIndex((one) => idOf(one.annotation.id) === id);
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
      await this.dropWhere(index, (entry) => idOf(entry.annotation.id) === note, (line) => line.notes.includes(note));
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
        const kept = entries.filter((entry) => !unwanted(entry));
        if (kept.length === entries.length) continue;
        await this.place(index, paper, kept);
        touched.push(paper);
      }
      return touched;
    }
    /** @param {Changes} changes @param {number} moment @returns {Promise<string[]>} papers touched */
    async takeChanges(changes, moment) {
      const index = await this.index();
      const isOlder = (id) => (this.recent.get(id)?.tick ?? 0) > moment;
      const notes = changes.notes.filter(({ annotation }) => !isOlder(idOf(annotation.id)));
      const homes = this.homesOf(index, notes);
      const groups = /* @__PURE__ */ new Set([...changes.reset, ...changes.lost]);
      const touched = new Set(groups.size ? await this.dropWhere(index, ({ annotation }) => groups.has("*") || groups.has(annotation["postil:group"])) : []);
      const changed = new Set(notes.map(({ annotation }) => idOf(annotation.id)));
      const gone = changes.gone.filter(({ id }) => !isOlder(idOf(id)));
      const left = new Set(gone.map(({ id, group }) => `${idOf(id)} ${group}`));
      const outdated = /* @__PURE__ */ new Set([...changed, ...gone.map(({ id }) => idOf(id))]);
      const isOutdated = ({ annotation }) => changed.has(idOf(annotation.id)) || left.has(`${idOf(annotation.id)} ${annotation["postil:group"]}`);
      for (const paper of await this.dropWhere(index, isOutdated, ({ notes: notes2 }) => notes2.some((id) => outdated.has(id)))) touched.add(paper);
      for (const entry of notes) {
        const paper = homes.get(idOf(entry.annotation.id));
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
      const wanted = new Set(entries.flatMap(({ annotation }) => [idOf(annotation.id), answeredBy(annotation) ?? ""]));
      const homes = /* @__PURE__ */ new Map();
      for (const [paper, { notes }] of Object.entries(index.papers)) for (const id of notes) if (wanted.has(id)) homes.set(id, paper);
      const settled = ({ annotation }) => {
        const id = idOf(annotation.id);
        const paper = homes.get(id) ?? homes.get(answeredBy(annotation) ?? "") ?? annotation.target?.["postil:paper"];
        if (typeof paper === "string") homes.set(id, paper);
        return homes.has(id);
      };
      for (let left = entries, count = -1; left.length !== count; ) {
        count = left.length;
        left = left.filter((entry) => !settled(entry));
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
      const lines = Object.entries(index.lookups).sort(([, a], [, b]) => b.used - a.used);
      index.lookups = Object.fromEntries(lines.slice(0, LOOKUPS));
      await this.write(`${this.prefix}index`, index, index);
    }
    /** Drops the papers that were looked at longest ago. @param {Index} index @param {number} size */
    async shrink(index, size) {
      const oldest = Object.entries(index.papers).sort(([, a], [, b]) => a.used - b.used);
      for (const [paper] of oldest.slice(0, oldest.length - size)) {
        await this.store.remove(this.paperKey(paper));
        delete index.papers[paper];
      }
    }
    /** A full disk costs cached papers, never an answer: what cannot be kept is fetched again. @param {string} key @param {any} value @param {Index} [index] */
    async write(key, value, index) {
      const kept = () => this.store.set(key, value).then(() => true, () => false);
      if (await kept()) return true;
      if (index) await this.shrink(index, Math.floor(Object.keys(index.papers).length / 2));
      return kept();
    }
    async clear() {
      this.isCleared = true;
      this.recent.clear();
      for (const [key] of await this.store.list(this.prefix)) await this.store.remove(key);
    }
  };

  // extension/src/shared/freshness.js
  var KEPT = 2e3;
  function createFreshness({ store: store2, space, now }) {
    const key = `looked|${space}`;
    const read2 = async () => {
      const kept = await store2.get(key);
      if (kept) return kept;
      const begun = { since: new Date(now()).toISOString(), papers: {} };
      await store2.set(key, begun);
      return begun;
    };
    return {
      /** @returns {Promise<(note: Note) => boolean>} */
      async test() {
        const { since, papers } = await read2();
        return (note) => !note.mine && note.modified > (papers[note.paper] ?? since);
      },
      /** @param {Note[]} notes */
      async looked(notes) {
        const looked = await read2();
        for (const { paper, modified, mine } of notes) {
          if (!mine && modified > (looked.papers[paper] ?? looked.since)) looked.papers[paper] = modified;
        }
        await store2.set(key, bounded(looked));
      }
    };
  }
  function bounded({ since, papers }) {
    const newestFirst = Object.entries(papers).sort(([, a], [, b]) => a < b ? 1 : -1);
    const dropped = newestFirst[KEPT]?.[1] ?? since;
    return { since: dropped > since ? dropped : since, papers: Object.fromEntries(newestFirst.slice(0, KEPT)) };
  }

  // extension/src/shared/history.js
  function statesOf(past) {
    const states = past.map(stateOf);
    return states.filter((state, i) => i === states.length - 1 || !readsLike(state, states[i + 1]));
  }
  function stateOf({ at, annotation }) {
    const { text, tags, quote } = noteFromEntry({ etag: "", state: {}, annotation }, "", "");
    return { at, text, tags, quote };
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
    if (kind === "edit" && draft) return writes.patch(subject, patchOf(draft, partsOf(operation)), id, etag);
    if (kind === "move" && draft) return writes.patch(subject, { "postil:group": draft.group }, id, etag);
    if (kind === "delete") return writes.delete(subject, id, etag);
    if (kind === "restore") return writes.restore(subject, id);
    if (kind === "paper" && seen) return writes.paper(seen.key, paperBody(seen), id);
    throw new Error(`an operation of kind ${kind} without its content`);
  }
  function paperBody({ title, abstract, source, version, url, group }) {
    return { title, abstract, source, version, url, group: group ?? void 0 };
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
  function partsOf({ kind, parts = ["text"] }) {
    if (kind === "create") return ["text", "target"];
    return kind === "edit" ? parts : [];
  }
  function newestWords(all, subject) {
    return newest(all.filter(({ operation }) => operation.kind === "restore" || partsOf(operation).includes("text")), subject);
  }
  function isStale({ failure }) {
    return failure?.code === STALE;
  }
  function isConflict(operation) {
    return operation.kind === "edit" && isStale(operation) && partsOf(operation).includes("text");
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

  // extension/src/shared/uuid.js
  var HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
  var PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  function uuidv7(milliseconds = Date.now()) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    for (let i = 5, rest = milliseconds; i >= 0; i -= 1) {
      bytes[i] = rest % 256;
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
  function createOutbox({ store: store2, space, locks, newId = uuidv7, now = Date.now }) {
    const queue = new Queue(store2, space, newId, now);
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
      attach: (find, target) => from(find, (base) => queue.attach(base, targetOf(target))),
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
    constructor(store2, space, newId, now) {
      this.store = store2;
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
      const isOther = !isSame(wording, shown);
      if (isOther && !isSame(seen, shown)) return void await this.keepApart(all, conflict, { ...shown, ...wording }, { ...shown, ...wordingOf(seen) });
      const marked = conflict?.operation.draft && partsOf(conflict.operation).includes("target") ? targetOf(conflict.operation.draft) : null;
      const parts = [...isOther ? (
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
      const kept = await this.store.list(this.removedPrefix);
      const oldestFirst = kept.sort(([, a], [, b]) => a.at - b.at);
      for (const [key] of oldestFirst.slice(0, Math.max(0, kept.length - 100))) await this.store.remove(key);
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
      for (const later of folded) await this.remove(later);
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
    return [.../* @__PURE__ */ new Set([...operations.flatMap(partsOf), ...more])];
  }

  // extension/src/shared/papers-seen.js
  var KEPT2 = 500;
  function createPapersSeen({ store: store2, space }) {
    const name = `seen|${space}`;
    const read2 = async () => await store2.get(name) ?? {};
    return {
      /** @param {PaperSeen} paper @param {string | null} group */
      has: async (paper, group) => (await read2())[paper.key] === printOf(paper, group),
      /** @param {PaperSeen} paper @param {string | null} group */
      async add(paper, group) {
        const seen = await read2();
        delete seen[paper.key];
        const newestLast = [...Object.entries(seen), [paper.key, printOf(paper, group)]].slice(-KEPT2);
        await store2.set(name, Object.fromEntries(newestLast));
      },
      /** It did not arrive: the next page that shows it offers it again. @param {string} key */
      async forget(key) {
        const seen = await read2();
        delete seen[key];
        await store2.set(name, seen);
      },
      clear: () => store2.remove(name)
    };
  }
  function printOf(paper, group) {
    const text = JSON.stringify([paper, group]);
    let hash = 2166136261;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
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
    const parts = partsOf(operation);
    const text = parts.includes("text") ? { text: drawn.text, tags: drawn.tags } : {};
    const { field, selectors, quote, source, version } = drawn;
    const target = parts.includes("target") ? { field, selectors, quote, source, version } : {};
    const place = kind === "create" || kind === "move" && !failure ? { group: draft.group } : {};
    const state = failure ? { failed: failure.reason } : { pending: PENDING[kind], failed: null };
    const conflict = isConflict(operation) && notes.has(subject) ? wordingOf(note) : note.conflict;
    notes.set(subject, { ...note, ...text, ...target, ...place, ...state, conflict });
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
    const sending = new Sending(options);
    return {
      /** Sends what may be sent now; resolves when nothing more can be. @param {{now?: boolean}} [how] now: without waiting out a delay or a pause */
      flush: (how = {}) => sending.flush(how),
      paused: () => sending.isPaused(),
      resume: () => sending.resume(),
      /** Nothing more is sent; what is on its way may end. */
      close: () => {
        sending.closed = true;
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
      if (entry && operation.was && !says(entry.annotation, operation.was, partsOf(operation))) return UNKNOWN;
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
    async overtaken(operation, { current, etag }) {
      const { kind, draft, was, write: write2 } = operation;
      if (kind !== "edit" || !draft || !etag || etag === write2?.etag) return false;
      if (says(current, draft, partsOf(operation))) await this.acknowledge(operation, { annotation: current, etag });
      else if (was && says(current, was, partsOf(operation))) await this.outbox.change((queue) => queue.rebase(operation.id, etag));
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
      const known = error instanceof ApiError ? error : new ApiError("later", phrase("sending_unfinished"));
      this.trouble(known);
      if (known.kind === "unauthorized") {
        this.notBefore = Infinity;
        if (this.closed) return;
        return this.store.set(this.pauseKey, known.kind).catch(() => void 0);
      }
      this.tryLater(known);
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
    if (next.kind === "edit" && next.was) return says(annotation, next.was, partsOf(next));
    return !draft || annotation["postil:group"] === draft.group && says(annotation, draft);
  }
  function checkAnswer({ kind, subject }, { annotation }) {
    if (kind === "paper") return;
    if (kind !== "delete" && typeof annotation?.id !== "string") throw new ApiError("offline", phrase("answer_cut"));
    const isOurs = kind === "delete" ? annotation === null : idOf(annotation.id) === subject;
    if (!isOurs) throw new ApiError("foreign", phrase("foreign"));
  }
  async function removeById(queue, id) {
    const stored = await queue.find(id);
    if (stored) await queue.remove(stored);
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
  function letterOf({ on, letters }, action) {
    return on ? letters[action] ?? LETTERS[action] : "";
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

  // extension/src/shared/settings.js
  function createSettings(store2) {
    return {
      /** @returns {Promise<Account | null>} */
      account: async () => await store2.get("account") ?? null,
      /** Whose notes lie here is known after they have left, too. @param {Account} account */
      setAccount: async (account) => {
        await store2.set(`known|${spaceOf(account.server, account.user.id)}`, account.user.display_name || account.user.name);
        await store2.set("account", account);
      },
      /** @param {string} space @returns {Promise<string | null>} of a user who was connected here */
      nameOf: async (space) => await store2.get(`known|${space}`) ?? null,
      forgetAccount: () => store2.remove("account"),
      /** @param {string} space @returns {Promise<string | null>} */
      destination: async (space) => await store2.get(`destination|${space}`) ?? null,
      /** @param {string} space @param {string} group */
      setDestination: (space, group) => store2.set(`destination|${space}`, group),
      /** @returns {Promise<Choices>} */
      choices: async () => ({ paused: [], hidden: false, muted: [], lookup: "listing", keys: DEFAULT_KEYS, ...await store2.get("choices") }),
      /** @param {Choices} choices */
      setChoices: (choices) => store2.set("choices", choices)
    };
  }
  function spaceOf(server, user) {
    const path = URL.canParse(user) ? new URL(user).pathname : user;
    return `${encodeURIComponent(server)}|${encodeURIComponent(path)}`;
  }

  // extension/src/shared/draft.js
  var FIELDS = ["title", "abstract", "fulltext"];
  var TEXTS = ["group", "paper", "quote", "text", "url", "source", "created"];
  var LONGEST = 1e6;
  function isDraft(value) {
    return typeof value === "object" && value !== null && isUuid(value.id) && TEXTS.every((name) => typeof value[name] === "string") && ((value.field ?? null) === null || FIELDS.includes(value.field)) && isMarked(value) && Array.isArray(value.tags) && value.tags.every((tag) => typeof tag === "string") && (value.parent === void 0 || isReply(value)) && isBounded(value);
  }
  function isTarget(value) {
    return typeof value === "object" && value !== null && ["quote", "url", "source"].every((name) => typeof value[name] === "string") && FIELDS.includes(value.field) && isMarked(value) && value.selectors.length > 0 && isBounded(value);
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
  function isReply({ parent, field, selectors }) {
    return isUuid(parent) && (field ?? null) === null && selectors.length === 0;
  }
  function isSelector(value) {
    if (value?.type === "TextQuoteSelector") return typeof value.exact === "string";
    return value?.type === "TextPositionSelector" && Number.isInteger(value.start) && Number.isInteger(value.end);
  }

  // extension/src/shared/unfinished.js
  var TEXTS2 = ["place", "paper", "title", "url", "quote", "text", "tags"];
  function createUnfinished({ store: store2, space }) {
    const prefix = `draft|${space}|`;
    return {
      /** @param {Unfinished} one @returns {Promise<void>} once it is on disk */
      keep: (one) => store2.set(prefix + one.id, one),
      /** @param {string} id */
      drop: (id) => store2.remove(prefix + id),
      /** @returns {Promise<Unfinished[]>} the last that was written at comes first */
      list: async () => (await store2.list(prefix)).map(([, one]) => one).sort((one, other) => other.at - one.at)
    };
  }
  function isUnfinished(value) {
    return typeof value === "object" && value !== null && isUuid(value.id) && TEXTS2.every((name) => typeof value[name] === "string") && [value.note, value.parent].every((id) => id === null || isUuid(id)) && (value.field === null || typeof value.field === "string") && isMarked(value) && isSeen(value.seen) && Number.isFinite(value.at) && isBounded(value);
  }

  // extension/src/shared/session.js
  function createSession(account, surroundings, reports) {
    const { store: store2, locks, now = Date.now } = surroundings;
    const space = spaceOf(account.server, account.user.id);
    const auth = account.token === null ? { kind: "cookie", user: account.user.id } : { kind: "bearer", token: account.token };
    const api = createApi({ origin: account.server, auth, fetch: surroundings.fetch, now });
    const cache = createCache({ store: store2, space, locks, now });
    const outbox = createOutbox({ store: store2, space, locks, now });
    const isStillUs = async () => account.token !== null || spaceOf(account.server, (await api.me()).user.id) === space;
    const notes = new SessionNotes(account, space, store2, api, cache, outbox, createFreshness({ store: store2, space, now }), isStillUs);
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
    constructor(account, space, store2, api, cache, outbox, freshness, isStillUs) {
      this.account = account;
      this.space = space;
      this.api = api;
      this.cache = cache;
      this.outbox = outbox;
      this.freshness = freshness;
      this.isStillUs = isStillUs;
      this.unfinished = createUnfinished({ store: store2, space });
      this.seen = createPapersSeen({ store: store2, space });
      this.asking = /* @__PURE__ */ new Map();
    }
    get me() {
      return this.account.user.id;
    }
    /** @param {string[]} papers @returns {Promise<Notes>} */
    async read(papers) {
      const [kept, stored, unfinished] = await Promise.all([this.cache.read(papers), this.outbox.list(), this.unfinished.list()]);
      const operations = stored.map(({ operation }) => operation);
      const { name, display_name } = this.account.user;
      const isFresh = await this.freshness.test();
      const notesOf = (paper) => overlaid(paper, kept.papers[paper], operations, this.me).map((note) => ({ ...note, fresh: isFresh(note) }));
      return {
        papers: Object.fromEntries(papers.map((paper) => [paper, notesOf(paper)])),
        people: { ...kept.people, [this.me]: { name, display_name } },
        labels: kept.labels,
        unfinished: unfinished.filter(({ paper }) => papers.includes(paper))
      };
    }
    /** Asks the server about these papers, as many at once as it allows. @param {string[]} papers @returns {Promise<boolean>} false: another user is signed in */
    async refresh(papers) {
      if (!await this.isStillUs()) return false;
      const unique = [...new Set(papers)].sort();
      for (let i = 0; i < unique.length; i += PAPERS_PER_LOOKUP) {
        await this.lookUp(unique.slice(i, i + PAPERS_PER_LOOKUP));
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
    async looked(papers) {
      const { papers: shown } = await this.read(papers);
      await this.freshness.looked(papers.flatMap((paper) => shown[paper]));
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
      const papers = [...new Set(operations.filter(isConflict).map(({ paper }) => paper))];
      return waitingList(operations, papers.length ? Object.values((await this.read(papers)).papers).flat() : []);
    }
    /** The note as it shows now. @param {Draft} draft @returns {Promise<Note>} */
    async one(draft) {
      const { papers } = await this.read([draft.paper]);
      return papers[draft.paper].find(({ id }) => id === draft.id) ?? noteFromDraft(draft, this.me);
    }
    /** What the server holds of a note, or, before it holds any, what waits. @param {string} id @returns {Promise<Base>} */
    async base(id) {
      const known = await this.cache.find(id);
      if (known) {
        const { entry, paper } = known;
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
    api(server, token) {
      const auth = (
        /** @type {import("./api.js").Auth} */
        token === null ? { kind: "cookie" } : { kind: "bearer", token }
      );
      return createApi({ origin: server, auth, fetch: this.options.fetch, now: this.now });
    }
    /** @param {string} server @param {string | null} token @returns {Promise<Account>} */
    async accountAt(server, token) {
      const api = this.api(server, token);
      await api.discovery();
      const { user, groups } = await api.me();
      this.askedAt = this.now();
      return { server, token, user, groups };
    }
    /** @param {Account} account @returns {Session} */
    begin(account) {
      const session = createSession(account, this.options, {
        changed: (papers) => this.events.changed(papers, session),
        trouble: this.events.trouble,
        fits: this.events.fits,
        replaced: () => void this.renew(session).catch(() => void 0)
        // else with the next look around
      });
      return session;
    }
    /** Groups and roles may be others by now, and behind a cookie so may the user. @param {Session} session */
    async renew(session) {
      const { server, token } = session.account;
      const account = await this.accountAt(server, token);
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
      const address = serverAddress(server);
      if ("problem" in address) throw new AskError("wrong-address", address.problem);
      return address.origin;
    }
    /** @param {string} server @param {string} token */
    async connect(server, token) {
      const origin = this.addressOf(server);
      if (!token.trim()) throw new AskError("unauthorized", phrase("token_from_settings"));
      const account = await this.accountAt(origin, token.trim()).catch(refusedConnection);
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
    revoke({ server, token }) {
      if (token) void this.api(server, null).form("/oauth/revoke", { token }).catch(() => void 0);
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
  async function keptForOthers(store2, locks, settings, present) {
    const keys = (await Promise.all(["outbox|", "draft|"].map((prefix) => store2.list(prefix)))).flat().map(([key]) => key);
    const accounts = [...new Set(keys.map((key) => key.split("|").slice(1, 3).join("|")))].filter((account) => account !== present);
    const kept = accounts.map(async (account) => {
      const operations = (await createOutbox({ store: store2, space: account, locks }).list()).map(({ operation }) => operation);
      const [server, user] = account.split("|").map(decodeURIComponent);
      const name = await settings.nameOf(account) ?? user;
      return { account, server, name, operations: waitingList(operations, []), unfinished: (await createUnfinished({ store: store2, space: account }).list()).length };
    });
    return (await Promise.all(kept)).filter(({ operations, unfinished }) => operations.length + unfinished > 0);
  }

  // extension/src/shared/leaving.js
  function leaving(far) {
    const { accounts, settings } = far;
    const { store: store2 } = far.options;
    let wanted = null;
    const notesOf = async (account) => {
      const space = String(account);
      const isKnown = (await accounts.current())?.space === space || await settings.nameOf(space) !== null;
      if (!isKnown) throw new AskError("other-account", phrase("other_account"));
      return createUnfinished({ store: store2, space });
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
      "draft-claim": async ({ papers }) => {
        const here = far.strings(papers);
        const draft = (await list()).find(({ id, paper }) => id === wanted && here.includes(paper)) ?? null;
        if (draft) wanted = null;
        return { draft };
      },
      kept: async () => {
        const present = (await accounts.current())?.space ?? null;
        return { accounts: await keptForOthers(store2, accounts.options.locks, settings, present) };
      }
    };
  }

  // extension/src/shared/switches.js
  function switches(far) {
    const change = async (change2) => {
      const choices = await far.settings.choices();
      await far.settings.setChoices({ ...choices, ...change2(choices) });
      await far.tell([]);
      return far.status();
    };
    return {
      pause: ({ site, paused }) => change((choices) => ({ paused: toggled(choices.paused, String(site), paused === true) })),
      "hide-marks": ({ hidden }) => change(() => ({ hidden: hidden === true })),
      "mute-group": ({ group, muted }) => change((choices) => ({ muted: toggled(choices.muted, String(group), muted === true) })),
      "look-up": ({ when }) => change(() => ({ lookup: when === "badge" ? "badge" : "listing" })),
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
      edit: async ({ id, text, tags, seen, account, unfinished }) => {
        if (!isWording({ text, tags }) || !isSeen(seen) || !isBounded({ text, tags, seen })) throw new AskError("bad-message", phrase("bad_note"));
        const session = await accounts.need(account);
        const note = await session.notes.edit(String(id), { text, tags }, seen);
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
    const handlers = { ...reading(far), ...writing(far), ...leaving(far), ...switches(far), ...connecting(far) };
    return { handlers, tick: () => far.catchUp(), status: () => far.status() };
  }
  function reading(far) {
    return {
      status: () => far.status(),
      notes: ({ papers }) => far.notes(far.strings(papers)),
      refresh: async ({ papers, asked }) => ({ ...await far.refresh(far.strings(papers), asked === true), status: await far.status() }),
      history: ({ id }) => far.history(String(id)),
      looked: async ({ papers }) => {
        await (await far.accounts.need()).notes.looked(far.strings(papers));
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
      connect: async ({ server, token }) => {
        await accounts.connect(String(server), String(token));
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
        changed: (papers, session) => void this.tell(papers, session).catch(() => void 0),
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
      const counts = countsOf((await this.waiting()).operations);
      return {
        paired: Boolean(account) || this.isByCookie,
        account: session?.space ?? null,
        server: account?.server ?? (access.kind === "cookie" ? access.server : null),
        user: account?.user ?? null,
        groups: account?.groups ?? [],
        destination: session ? await this.destination(session) : null,
        problem: await this.problemNow(session, counts.waiting),
        ...counts,
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
      const choices = await this.settings.choices();
      if (choices.muted.includes(group)) await this.settings.setChoices({ ...choices, muted: toggled(choices.muted, group, false) });
    }
    async waiting() {
      const session = await this.accounts.current();
      return { operations: session ? await session.notes.waiting() : [] };
    }
    /** @param {string[] | null} papers @param {Session} [from]  an account that is no longer in use is not heard */
    async tell(papers, from) {
      if (from && await this.accounts.current() !== from) return;
      this.options.push({ push: "changed", papers, status: await this.status() });
    }
    /** @param {string[]} papers */
    async notes(papers) {
      const session = await this.accounts.current();
      return session ? session.notes.read(papers) : { papers: Object.fromEntries(papers.map((paper) => [paper, []])), people: {}, labels: {}, unfinished: [] };
    }
    /** @param {string} note */
    async history(note) {
      const session = await this.accounts.need();
      if (this.problem && !this.fits) throw this.problem;
      return { states: await session.notes.history(note) };
    }
    /** @param {string[]} papers @param {boolean} isAsked  by the user: where they chose so, the server hears of no other papers */
    async refresh(papers, isAsked) {
      const session = await this.accounts.current();
      const { lookup: lookup2 } = await this.settings.choices();
      const may = session && this.fits && (isAsked || lookup2 === "listing") && !await session.sender.paused();
      if (may) await this.attempt(() => this.refreshAs(session, papers));
      return this.notes(papers);
    }
    /** @param {Session} session @param {string[]} papers */
    async refreshAs(session, papers) {
      if (await session.notes.refresh(papers)) return;
      await this.accounts.renew(session);
      await (await this.accounts.current())?.notes.refresh(papers);
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
      const current = await this.accounts.current();
      if (!current || !this.fits || await current.sender.paused()) return;
      void current.sender.flush();
      await this.attempt(async () => {
        const caught = await current.notes.catchUp();
        if (!caught) return this.accounts.renew(current);
        const { papers, groups } = caught;
        if (groups) this.accounts.expire();
        if (groups || papers.length) await this.tell(groups ? null : papers, current);
        if (!groups) return;
        await this.accounts.renew(current);
        await this.tell(null, current);
      });
    }
  };

  // extension/src/shared/transport-runtime.js
  function runtimeTransport(browser = chrome) {
    return {
      send: (message, tab) => send2(browser, message, tab),
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
  async function send2(browser, message, tab) {
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

  // extension/src/background/badge.js
  function badgeFor(status) {
    if (!status.paired) return { text: "", colour: "muted", title: phrase("icon_not_connected") };
    if (status.failed) return { text: short(status.failed), colour: "bad", title: counted("icon_failed", status.failed) };
    if (status.problem && status.problem.code !== "offline") return { text: "!", colour: "warn", title: phrase("icon_problem", status.problem.message) };
    if (status.waiting) return { text: short(status.waiting), colour: "muted", title: counted("icon_waiting", status.waiting) };
    return { text: "", colour: "muted", title: "Postil" };
  }
  function short(count) {
    return count > 99 ? "99+" : String(count);
  }
  function showBadge(status, colourOf2, browser = chrome) {
    const { text, colour, title } = badgeFor(status);
    void browser.action.setBadgeText({ text });
    void browser.action.setBadgeBackgroundColor({ color: colourOf2(colour) });
    void browser.action.setBadgeTextColor?.({ color: colourOf2("paper") });
    void browser.action.setTitle({ title });
  }

  // extension/src/ui/tokens.css
  var tokens_default = "/* Every colour and size that Postil uses; nothing else names a colour. Used by the extension's pages, by the shadow\n   root on someone else's page, and by the server's own pages.\n   A pair follows the element's color-scheme, so a page that has a theme of its own sets `color-scheme` on the root and\n   is done. ::highlight() on a foreign page cannot: the marks' halves have names of their own (-on-light, -on-dark). */\n\n:root,\n:host {\n  color-scheme: light dark;\n\n  --postil-paper: light-dark(#ffffff, #16171a);\n  --postil-raised: light-dark(#f7f7f8, #1f2024);\n  --postil-popover: light-dark(#ffffff, #1f2024); /* what lies over a page: in the dark lighter than it */\n  --postil-hover: light-dark(rgb(27 27 31 / 0.06), rgb(255 255 255 / 0.08));\n  --postil-ink: light-dark(#1b1b1f, #ececee);\n  --postil-muted: light-dark(#5c6068, #a3a7b0);\n  --postil-line: light-dark(#e2e4e8, #303238);\n  --postil-control-line: light-dark(#80858e, #767b85); /* edges of fields: 3:1 against paper */\n  --postil-accent: light-dark(#3b5bdb, #91a4fb);\n  --postil-on-accent: light-dark(#ffffff, #10131f);\n  --postil-good: light-dark(#067647, #47cd89);\n  --postil-warn: light-dark(#9a4a05, #f5a15b);\n  --postil-bad: light-dark(#b42318, #f97066);\n  --postil-shadow: 0 6px 24px light-dark(rgb(27 27 31 / 0.16), rgb(0 0 0 / 0.5)), 0 1px 3px light-dark(rgb(27 27 31 / 0.12), rgb(0 0 0 / 0.4));\n\n  /* Marks: background, underline colour, underline style and thickness. The underline tells them apart without colour. */\n  --postil-mark-amber-on-light: #ffe08a;\n  --postil-mark-amber-on-dark: #524000;\n  --postil-mark-amber-line-on-light: #8a6400;\n  --postil-mark-amber-line-on-dark: #d9ae2b;\n  --postil-mark-amber-style: solid;\n  --postil-mark-amber-thickness: 2px;\n\n  --postil-mark-sky-on-light: #b9e1ff;\n  --postil-mark-sky-on-dark: #0f4163;\n  --postil-mark-sky-line-on-light: #1769a0;\n  --postil-mark-sky-line-on-dark: #6bbcf2;\n  --postil-mark-sky-style: dashed;\n  --postil-mark-sky-thickness: 2px;\n\n  --postil-mark-mint-on-light: #bdeccd;\n  --postil-mark-mint-on-dark: #164a2b;\n  --postil-mark-mint-line-on-light: #1c7a44;\n  --postil-mark-mint-line-on-dark: #5fc98a;\n  --postil-mark-mint-style: dotted;\n  --postil-mark-mint-thickness: 2px;\n\n  --postil-mark-rose-on-light: #ffcdd6;\n  --postil-mark-rose-on-dark: #661f31;\n  --postil-mark-rose-line-on-light: #b02a4a;\n  --postil-mark-rose-line-on-dark: #f28ba0;\n  --postil-mark-rose-style: wavy;\n  --postil-mark-rose-thickness: 2px;\n\n  --postil-mark-lilac-on-light: #dfd0ff;\n  --postil-mark-lilac-on-dark: #43306e;\n  --postil-mark-lilac-line-on-light: #6a43c0;\n  --postil-mark-lilac-line-on-dark: #b39af2;\n  --postil-mark-lilac-style: double;\n  --postil-mark-lilac-thickness: 2px;\n\n  --postil-mark-sand-on-light: #ecdcc8;\n  --postil-mark-sand-on-dark: #4d3d2a;\n  --postil-mark-sand-line-on-light: #7d5f38;\n  --postil-mark-sand-line-on-dark: #cfae82;\n  --postil-mark-sand-style: solid;\n  --postil-mark-sand-thickness: 4px;\n\n  --postil-mark-lime-on-light: #e4f1ac;\n  --postil-mark-lime-on-dark: #3d4a10;\n  --postil-mark-lime-line-on-light: #5f7510;\n  --postil-mark-lime-line-on-dark: #b3cc4d;\n  --postil-mark-lime-style: dashed;\n  --postil-mark-lime-thickness: 4px;\n\n  --postil-mark-grey-on-light: #e1e4e9;\n  --postil-mark-grey-on-dark: #3a3e46;\n  --postil-mark-grey-line-on-light: #5c6068;\n  --postil-mark-grey-line-on-dark: #a3a7b0;\n  --postil-mark-grey-style: dotted;\n  --postil-mark-grey-thickness: 4px;\n\n  --postil-mark-amber: light-dark(var(--postil-mark-amber-on-light), var(--postil-mark-amber-on-dark));\n  --postil-mark-sky: light-dark(var(--postil-mark-sky-on-light), var(--postil-mark-sky-on-dark));\n  --postil-mark-mint: light-dark(var(--postil-mark-mint-on-light), var(--postil-mark-mint-on-dark));\n  --postil-mark-rose: light-dark(var(--postil-mark-rose-on-light), var(--postil-mark-rose-on-dark));\n  --postil-mark-lilac: light-dark(var(--postil-mark-lilac-on-light), var(--postil-mark-lilac-on-dark));\n  --postil-mark-sand: light-dark(var(--postil-mark-sand-on-light), var(--postil-mark-sand-on-dark));\n  --postil-mark-lime: light-dark(var(--postil-mark-lime-on-light), var(--postil-mark-lime-on-dark));\n  --postil-mark-grey: light-dark(var(--postil-mark-grey-on-light), var(--postil-mark-grey-on-dark));\n  --postil-mark-amber-line: light-dark(var(--postil-mark-amber-line-on-light), var(--postil-mark-amber-line-on-dark));\n  --postil-mark-sky-line: light-dark(var(--postil-mark-sky-line-on-light), var(--postil-mark-sky-line-on-dark));\n  --postil-mark-mint-line: light-dark(var(--postil-mark-mint-line-on-light), var(--postil-mark-mint-line-on-dark));\n  --postil-mark-rose-line: light-dark(var(--postil-mark-rose-line-on-light), var(--postil-mark-rose-line-on-dark));\n  --postil-mark-lilac-line: light-dark(var(--postil-mark-lilac-line-on-light), var(--postil-mark-lilac-line-on-dark));\n  --postil-mark-sand-line: light-dark(var(--postil-mark-sand-line-on-light), var(--postil-mark-sand-line-on-dark));\n  --postil-mark-lime-line: light-dark(var(--postil-mark-lime-line-on-light), var(--postil-mark-lime-line-on-dark));\n  --postil-mark-grey-line: light-dark(var(--postil-mark-grey-line-on-light), var(--postil-mark-grey-line-on-dark));\n\n  /* Type: four sizes, two weights. */\n  --postil-sans: system-ui, -apple-system, \"Segoe UI\", Roboto, sans-serif;\n  --postil-serif: ui-serif, Georgia, serif;\n  --postil-small: 13px;\n  --postil-text: 15px;\n  --postil-reading: 17px;\n  --postil-title: 20px;\n  --postil-leading: 1.5;\n  --postil-reading-leading: 1.6;\n  --postil-measure: 544px; /* at most 72 letters of a narrow serif at reading size */\n  --postil-regular: 400;\n  --postil-strong: 600;\n\n  /* Space on a grid of 4; --postil-space-3 is three steps, 12 px. */\n  --postil-space-1: 4px;\n  --postil-space-2: 8px;\n  --postil-space-3: 12px;\n  --postil-space-4: 16px;\n  --postil-space-6: 24px;\n  --postil-space-8: 32px;\n  --postil-radius: 8px;\n  --postil-target: 32px;\n\n  --postil-focus: 2px solid var(--postil-accent);\n  --postil-focus-offset: 2px;\n  --postil-motion: 120ms;\n}\n\n@media (pointer: coarse) {\n  :root,\n  :host {\n    --postil-target: 44px;\n  }\n}\n\n@media (prefers-reduced-motion: reduce) {\n  :root,\n  :host {\n    --postil-motion: 0ms;\n  }\n}\n\n@media (forced-colors: active) {\n  :root,\n  :host {\n    --postil-paper: Canvas;\n    --postil-raised: Canvas;\n    --postil-popover: Canvas;\n    --postil-hover: Canvas;\n    --postil-ink: CanvasText;\n    --postil-muted: CanvasText;\n    --postil-line: CanvasText;\n    --postil-control-line: ButtonBorder;\n    --postil-accent: LinkText;\n    --postil-on-accent: Canvas;\n    --postil-good: CanvasText;\n    --postil-warn: CanvasText;\n    --postil-bad: CanvasText;\n    --postil-shadow: none;\n  }\n}\n";

  // extension/src/background/palette.js
  function colourOf(token) {
    return new RegExp(`--postil-${token}: light-dark\\((#[0-9a-f]{6})`).exec(tokens_default)?.[1] ?? "";
  }

  // extension/src/background/push.js
  async function patterns() {
    const fixed = (chrome.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []);
    const added = await chrome.scripting.getRegisteredContentScripts().catch(() => []);
    return [.../* @__PURE__ */ new Set([...fixed, ...added.flatMap(({ matches }) => matches ?? [])])];
  }
  function pushToAll(push) {
    void toTabs(push).catch(() => void 0);
    void chrome.runtime.sendMessage(push).catch(() => void 0);
  }
  async function toTabs(push) {
    const tabs = await chrome.tabs.query({ url: await patterns(), discarded: false });
    await Promise.all(tabs.map(({ id }) => id === void 0 ? void 0 : chrome.tabs.sendMessage(id, push).catch(() => void 0)));
  }

  // extension/src/background/sites.js
  var KEY = "sites";
  var SCRIPT = "sites";
  var FILE = "dist/content.js";
  function createSites({ store: store2, server, browser = chrome }) {
    let last = Promise.resolve();
    const chosen = async () => (
      /** @type {string[]} */
      await store2.get(KEY) ?? []
    );
    const settle = async () => agree(browser, await permitted(browser, await chosen()));
    const oneAfterAnother = (work) => {
      const next = last.then(work);
      last = next.catch(() => void 0);
      return next;
    };
    const choose = async (site, isOn) => {
      const others = (await chosen()).filter((other) => other !== site);
      await store2.set(KEY, isOn ? [...others, site] : others);
      await settle();
      const isServer = await server() === `https://${site}`;
      if (!isOn && !isServer) await browser.permissions.remove({ origins: [patternOf(site)] }).catch(() => void 0);
    };
    const answer = async () => ({ sites: await permitted(browser, await chosen()) });
    const handlers = {
      sites: answer,
      "still-on": async (_, __, { url }) => {
        const site = new URL(
          /** @type {string} */
          url
        ).host;
        return { on: alwaysOn(browser.runtime.getManifest()).includes(site) || (await answer()).sites.includes(site) };
      },
      "switch-site": async ({ site, on }) => {
        if (mayBeSwitched(String(site), browser)) await oneAfterAnother(() => choose(String(site), on === true));
        return answer();
      }
    };
    return { handlers, sync: () => oneAfterAnother(settle) };
  }
  function patternOf(site) {
    return `https://${site}/*`;
  }
  function mayBeSwitched(site, browser) {
    const isHost = URL.canParse(`https://${site}`) && new URL(`https://${site}`).host === site;
    return isHost && /^[a-z\d.-]+$/u.test(site) && !alwaysOn(browser.runtime.getManifest()).includes(site);
  }
  function alwaysOn(manifest) {
    return (manifest.content_scripts ?? []).flatMap(({ matches }) => matches ?? []).map((pattern) => pattern.split("/")[2]);
  }
  async function permitted(browser, sites2) {
    const may = await Promise.all(sites2.map((site) => browser.permissions.contains({ origins: [patternOf(site)] })));
    return sites2.filter((_, index) => may[index]);
  }
  async function agree(browser, sites2) {
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    const before = registered?.matches ?? [];
    const matches = sites2.map(patternOf);
    const added = matches.filter((pattern) => !before.includes(pattern));
    const removed = before.filter((pattern) => !matches.includes(pattern));
    if (!added.length && !removed.length) return;
    const script = { id: SCRIPT, matches, js: [FILE], runAt: "document_idle" };
    if (!matches.length) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    else if (registered) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
    await inTabs(browser, removed, (tabId) => browser.tabs.sendMessage(tabId, { ask: "leave-page" }));
    await inTabs(browser, added, (tabId) => browser.scripting.executeScript({ target: { tabId }, files: [FILE] }));
  }
  async function inTabs(browser, url, work) {
    const tabs = url.length ? await browser.tabs.query({ url, discarded: false }) : [];
    await Promise.all(tabs.map(({ id }) => id === void 0 ? void 0 : work(id).catch(() => void 0)));
  }

  // extension/src/shared/not-kept.js
  var NotKept = class extends Error {
    /** @param {unknown} cause */
    constructor(cause) {
      super(phrase("store_refused"), { cause });
      this.name = "NotKept";
      this.code = "not-kept";
    }
  };

  // extension/src/shared/store-chrome.js
  async function lock(area) {
    await area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
  }
  function chromeStore(area = chrome.storage.local) {
    let locked = null;
    const ready = () => locked ??= lock(area).catch((error) => {
      locked = null;
      throw error;
    });
    return {
      get: async (key) => (await area.get(key))[key],
      set: async (key, value) => {
        await ready();
        await area.set({ [key]: value }).catch((error) => {
          throw new NotKept(error);
        });
      },
      remove: async (key) => area.remove(key),
      list: async (prefix) => {
        const keys = (await keysOf(area)).filter((key) => key.startsWith(prefix)).sort();
        if (!keys.length) return [];
        const values = await area.get(keys);
        return keys.filter((key) => key in values).map((key) => [key, values[key]]);
      }
    };
  }
  async function keysOf(area) {
    if (typeof area.getKeys === "function") return area.getKeys();
    return Object.keys(await area.get(null));
  }

  // extension/src/shared/store-indexeddb.js
  var TABLE = "kept";
  var LAST = "￿";
  function indexedDbStore(name = "postil", factory = indexedDB) {
    let opening = null;
    const database = () => opening ??= open(factory, name, () => {
      opening = null;
    });
    return {
      get: async (key) => finished(read(await database()).get(key)),
      set: async (key, value) => write(await database(), (table) => table.put(value, key)),
      remove: async (key) => write(await database(), (table) => table.delete(key)),
      list: async (prefix) => {
        const range = IDBKeyRange.bound(prefix, prefix + LAST);
        const table = read(await database());
        const [keys, values] = await Promise.all([finished(table.getAllKeys(range)), finished(table.getAll(range))]);
        return keys.map((key, i) => [String(key), values[i]]);
      }
    };
  }
  function open(factory, name, closed) {
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
  function read(database) {
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

  // extension/src/background/store.js
  function closedStore() {
    if ("setAccessLevel" in chrome.storage.local) return chromeStore();
    void navigator.storage.persist();
    return indexedDbStore();
  }

  // extension/src/background/tools.js
  var FILE2 = "dist/tools.js";
  function toolsHandlers(browser = chrome) {
    return {
      tools: async (_, __, { tab, frameId = 0, documentId }) => {
        const where = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
        const target = { tabId: (
          /** @type {number} */
          tab?.id
        ), ...where };
        await browser.scripting.executeScript({ target, files: [FILE2], injectImmediately: true });
        return {};
      }
    };
  }

  // extension/src/background/service-worker.js
  var ALARM = "outbox";
  var MINUTES = 0.5;
  speak(navigator.languages);
  var store = closedStore();
  var backend = createBackend({
    store,
    access: { kind: "paired" },
    push: (push) => {
      showBadge(push.status, colourOf);
      pushToAll(push);
    }
  });
  var sites = createSites({ store, server: async () => (await backend.status()).server });
  serve({ ...backend.handlers, ...sites.handlers, ...toolsHandlers() }, runtimeTransport());
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void wake();
  });
  for (const event of [chrome.runtime.onStartup, chrome.runtime.onInstalled]) {
    event.addListener(() => {
      void wake();
      void sites.sync();
    });
  }
  for (const event of [chrome.permissions.onAdded, chrome.permissions.onRemoved]) event.addListener(() => void sites.sync());
  void keepAlarm();
  async function keepAlarm() {
    if (!await chrome.alarms.get(ALARM)) await chrome.alarms.create(ALARM, { periodInMinutes: MINUTES });
  }
  async function wake() {
    await backend.tick().catch(() => void 0);
    showBadge(await backend.status(), colourOf);
  }
})();
