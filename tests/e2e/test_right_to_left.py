"""From right to left: the interface in Arabic, on pages of the other direction and on our own; Arabic text, marked from an English one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, Playwright, expect

from .axe import Inspector
from .conftest import SEARCH, installed
from .extension import Browser
from .layout import NARROW, assert_fits
from .pages import props_of
from .reading import (
    HOST,
    abstract,
    badge,
    card,
    click_mark,
    expect_marks,
    highlight,
    open_page,
    reload,
    select,
    toolbar,
    write_note,
)
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-pages")

FERRYMAN = "arxiv:2503.90417"
DAY = "2025-06-03"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
JOURNAL = "https://www.toy-journal.example/ar/418"
MIXED = "هل هذا عند الميزانية نفسها؟ انظر table 3 (ظهر).\nAt equal budget?"

TITLE = "قراءة الهوامش: نماذج صغيرة على أجهزة الجيب"
OPENING = "تجيب المساعدات التي تعمل على جهاز صغير ضمن ميزانية طاقة تتغيّر من دقيقة إلى أخرى."
MARKED = "نقدّم موجّهًا يقرّر بعد كل 16 رمزًا"
WITH_LATIN = "نموذج BERT الأصلي بنسبة 97% مع طاقة أقل"
ARABIC_PAGE = f"""<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta name="citation_title" content="{TITLE}"><meta name="citation_doi" content="10.99999/Toy.418">
<style>body{{font:18px/1.9 sans-serif;margin:0 auto;max-width:44rem;padding:1rem}}</style></head>
<body><main><article><h1>{TITLE}</h1><section><h2>الملخص</h2>
<p>{OPENING} {MARKED} هل يواصل النموذج الصغير أم يتوقف، ويحافظ على دقة {WITH_LATIN} بكثير. وبعد أربعين دقيقة من
المعايرة ينتقل الموجّه إلى جهاز آخر، ونصف الحالتين اللتين بقيتا: الجداول الطويلة والأسئلة التي تُطرح أثناء المشي.</p>
</section></article></main></body></html>"""

#: Where a character stands, by its place in the text of an element.
_CHARACTER = """(part, character) => {
  const node = document.createTreeWalker(part, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.setStart(node, node.data.lastIndexOf(character));
  range.setEnd(node, node.data.lastIndexOf(character) + 1);
  return range.getBoundingClientRect().left;
}"""


def box(part: Locator) -> FloatRect:
    found = part.bounding_box()
    assert found is not None
    return found


def end(part: Locator) -> float:
    found = box(part)
    return found["x"] + found["width"]


@pytest.fixture(scope="module")
def speaking(
    playwright: Playwright, extension: Path, one_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Browser]]:
    """Starts a browser whose reader prefers a language; it runs until the last test here has ended."""
    running: list[Browser] = []

    def start(language: str) -> Browser:
        browser = Browser(playwright, installed.find(), extension, tmp_path_factory.mktemp(language), one_site.host_rules, language)
        browser.start()
        running.append(browser)
        return browser

    yield start
    for browser in running:
        browser.stop()


@pytest.fixture(scope="module")
def arabic_browser(speaking: Callable[[str], Browser]) -> Browser:
    return speaking("ar")


@pytest.fixture
def arabic(arabic_browser: Browser, site: Site, user: User) -> Browser:
    arabic_browser.forget()
    arabic_browser.connect(user.url, user.token)
    return arabic_browser


def test_the_interface_is_mirrored_on_a_page_that_is_not(arabic: Browser, user: User) -> None:
    inspector, page = Inspector(), arabic.context.new_page()
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    select(page, text, SENTENCE)
    bar = toolbar(page)
    assert_fits(bar)
    assert page.locator(f"{HOST} .layer").first.evaluate("(layer) => [layer.lang, layer.dir]") == ["ar", "rtl"]
    where, note = bar.get_by_role("combobox"), bar.get_by_role("button", name="ملاحظة")
    assert box(where)["x"] > box(note)["x"], "what comes first stands on the right"
    selected = page.evaluate("() => [...getSelection().getRangeAt(0).getClientRects()].at(-1).right")
    assert abs(end(bar) - selected) < 2, "the end of a selection is where its own text ends"
    page.keyboard.press("n")
    opened = card(page)
    assert_fits(opened)
    inspector.look(page, "a new note", HOST)
    opened.locator("textarea").fill(MIXED)
    opened.locator("input").fill("طاقة, energy")
    opened.get_by_role("button", name="حفظ").click()
    expect(opened).to_be_hidden()
    click_mark(page, text, SENTENCE)
    assert_fits(opened)
    assert box(opened.get_by_role("button", name="إغلاق"))["x"] < box(opened.locator("h2"))["x"]
    words = opened.locator(".text")
    assert words.evaluate(_CHARACTER, "?") > words.evaluate(_CHARACTER, "A"), "an English line is read from the left"
    assert words.evaluate(_CHARACTER, ".") < words.evaluate(_CHARACTER, "ه"), "an Arabic one from the right"
    inspector.look(page, "card", HOST)
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    walk = page.get_by_role("toolbar", name="القراءة جملة جملة")
    assert_fits(walk)
    assert {round(box(button)["height"]) for button in walk.get_by_role("button").all()} == {32}, "a row of one line"
    until_equal(lambda: [note["body"][0]["value"] for note in user.notes(FERRYMAN)], [MIXED])
    for what, own in {"popup": arabic.popup(page), "options": arabic.open("options/options.html")}.items():
        expect(own.locator("main")).to_contain_text("Postil" if what == "options" else "هذه الصفحة")
        assert own.evaluate("() => [document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        inspector.look_narrow(own, what)
    inspector.assert_nothing_found()


def test_the_servers_own_pages_with_their_reader(arabic: Browser, site: Site, server: Server, user: User) -> None:
    server.import_papers(props_of(str(site.pages["/papers"])), DAY)
    inspector, page = Inspector(), arabic.context.new_page()
    page.goto(server.postil("login-link", "--user", user.name))
    inspector.look_narrow(page, "a sign-in link")
    page.get_by_role("button", name="تسجيل الدخول").click()
    page.get_by_role("button", name="تسجيل الخروج").wait_for()
    open_page(page, f"{server.url}/?day={DAY}")
    text = abstract(page, FERRYMAN)
    select(page, text, SENTENCE)
    assert_fits(toolbar(page))
    expect(toolbar(page)).to_contain_text("تظليل")
    page.keyboard.press("n")
    assert_fits(card(page))
    card(page).locator("textarea").fill(MIXED)
    card(page).get_by_role("button", name="حفظ").click()
    expect_marks(page, SENTENCE)
    own_badge, title = badge(page, FERRYMAN), page.locator(f'[data-postil-paper="{FERRYMAN}"] .title')
    assert end(own_badge) < box(title)["x"], "the margin is where the lines of a page end"
    inspector.look_narrow(page, "listing")
    page.set_viewport_size({"width": 360, "height": 800})
    words = title.locator("span")
    expect(own_badge).to_be_in_viewport()
    assert end(own_badge) <= box(words)["x"] + 1, "the title makes room for the badge"
    for what, path in {"paper": f"/papers/{FERRYMAN}", "settings": "/settings", "trash": "/trash", "nothing there": "/nothing"}.items():
        page.goto(server.url + path)
        assert page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        inspector.look_narrow(page, what)
    inspector.assert_nothing_found()


def test_arabic_text_is_marked_character_by_character(page: Page, browser: Browser, site: Site, user: User) -> None:
    """From an English interface, on a site that the user switched on."""
    site.pages["www.toy-journal.example/ar/418"] = ARABIC_PAGE
    browser.ask("switch-site", {"site": "www.toy-journal.example", "on": True})
    open_page(page, JOURNAL)
    text = page.locator("main p")
    select(page, text, MARKED)
    bar = toolbar(page)
    expect(bar).to_be_visible()
    line = page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
    assert abs(box(bar)["x"] - line["left"]) < 2, "an Arabic selection ends on the left"
    assert box(bar)["y"] + box(bar)["height"] <= line["top"] or box(bar)["y"] >= line["bottom"], "no word of it is covered"
    page.keyboard.press("Escape")
    write_note(page, text, MARKED, "بعد كل 16 رمزًا؟")
    highlight(page, text, WITH_LATIN)
    highlight(page, page.locator("h1"), "نماذج صغيرة")
    expect_marks(page, MARKED, WITH_LATIN, "نماذج صغيرة")
    key = "doi:10.99999/toy.418"

    def quotes() -> list[str]:
        return sorted(note["target"]["selector"][0]["exact"] for note in user.notes(key))

    until_equal(quotes, sorted([MARKED, WITH_LATIN, "نماذج صغيرة"]))
    reload(page)
    expect_marks(page, MARKED, WITH_LATIN, "نماذج صغيرة")
    click_mark(page, text, MARKED)
    opened = card(page)
    assert opened.evaluate("(card) => getComputedStyle(card).direction") == "ltr"
    for part in (opened.locator(".text"), opened.locator(".quote")):
        assert part.evaluate("(part) => getComputedStyle(part).direction") == "rtl"
    assert end(badge(page, key)) < box(text)["x"] + box(text)["width"] / 2, "the badge stands where the lines end"


def test_long_german_words_fit_a_narrow_window(speaking: Callable[[str], Browser], server: Server, user: User) -> None:
    server.postil("group", "add", "Donaudampfschifffahrtsgesellschaftskapitänslesekreis", "--owner", user.name)
    german = speaking("de")
    german.connect(user.url, user.token)
    german.ask("try-now")
    page = german.context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page, SEARCH)
    text = abstract(page, FERRYMAN)
    select(page, text, SENTENCE)
    expect(toolbar(page)).to_contain_text("Markieren")
    assert_fits(toolbar(page))
    page.keyboard.press("n")
    assert_fits(card(page))
    card(page).locator("textarea").fill("Bei gleichem Rechenbudget?")
    card(page).get_by_role("button", name="Speichern").click()
    expect(card(page)).to_be_hidden()
    click_mark(page, text, SENTENCE)
    assert_fits(card(page))
    card(page).get_by_role("button", name="Verschieben").click()
    assert_fits(card(page))
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    assert_fits(page.get_by_role("toolbar", name="Satz für Satz lesen"))
    for own in (german.popup(page), german.open("options/options.html")):
        own.set_viewport_size({"width": 360, "height": 740})
        expect(own.locator("main")).to_contain_text("Notizen")
        assert own.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.goto(server.postil("login-link", "--user", user.name))
    page.get_by_role("button", name="Als").click()
    page.get_by_role("button", name="Abmelden").wait_for()
    page.set_viewport_size(NARROW)
    for path in ("/", "/settings", "/trash", "/connect"):
        page.goto(server.url + path)
        assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
