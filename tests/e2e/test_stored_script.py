"""Script that others stored in every text field runs nowhere: each page, the server's and the extension's, shows it as words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Playwright, expect

import browser as installed
from postil import web

from .conftest import SEARCH
from .extension import OPEN_ROOTS, Browser
from .pages import search_page
from .planting import DAY, PAPERS, PAYLOADS, Planted, key, plant, planted
from .reading import HOST, abstract, card, open_page, select, settled, toolbar
from .server import Server
from .site import Site
from .waiting import until

pytestmark = pytest.mark.xdist_group("e2e-reading")

#: Before any script of a page: what its policy forbade is remembered.
_LISTEN = """
window.__forbidden = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  window.__forbidden.push(`${violatedDirective} ${blockedURI} ${sample}`));
"""

#: Whatever a payload made, and every text and attribute of the page, in all its open shadow roots.
_LOOK = r"""
() => {
  const made = [], texts = [];
  const isScript = (name, value) => /^on/i.test(name) ? value.includes("__pwned") : /^\s*javascript:/i.test(value);
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const inline = element.localName === "script" && !element.src && element.textContent.includes("__pwned");
      if (inline || element.localName.includes("x-pwned")) made.push(element.outerHTML);
      for (const { name, value } of element.attributes) {
        texts.push(value);
        if (name.includes("x-pwned") || name === "srcdoc" || isScript(name, value)) made.push(`${element.localName} ${name}=${value}`);
      }
      if ("value" in element) texts.push(String(element.value));
      if (element.shadowRoot) look(element.shadowRoot);
      if (element instanceof HTMLTemplateElement) look(element.content);
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.data);
  };
  look(document);
  return { made, ran: window.__pwned ?? null, forbidden: window.__forbidden ?? ["nobody listened"], text: texts.join("\n") };
}
"""


class Watch:
    """Looks at page after page; `shown` gathers the fields that were seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialogs: list[str] = []
        self.shown: set[str] = set()
        page.add_init_script(_LISTEN)
        page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def look(self) -> None:
        found = self.page.evaluate(_LOOK)
        assert (found["made"], found["ran"], found["forbidden"], self.dialogs) == ([], None, [], []), self.page.url
        fields = found["text"].split("\n")
        self.shown |= {field for field in FIELDS for i in range(len(PAYLOADS)) if any(planted(field, i) in text for text in fields)}


#: What is planted, and where it must show: else nothing is said of a page by its being harmless.
SERVER_PAGES = {
    "/": {"title", "abstract", "author", "organization", "query", "text", "earlier", "tag", "reply", "person", "team"},
    "/papers/<path:key>": {
        "title", "abstract", "author", "organization", "text", "earlier", "tag", "reply", "whole", "key", "page-title", "page-abstract",
        "file-title", "file-author", "file-organization", "file-text", "file-person", "person", "team",
    },
    "/settings": {"person", "token", "team", "rename"},
    "/trash": {"discarded", "abstract", "title", "team"},
    "/password": set(),
    "/connect": {"client"},
    "/teams/<id>": {"team", "rename", "person", "joined", "file-person"},
    "/join/<secret>": {"team", "person"},
    "/sign-in": set(),
    "/sign-in/<secret>": set(),
}  # fmt: skip
EXTENSION_PAGES = {"text", "earlier", "tag", "reply", "person", "team", "title", "abstract"}
FIELDS = set().union(EXTENSION_PAGES, *SERVER_PAGES.values())


@pytest.fixture(scope="module")
def evil(one_server: Server) -> Planted:
    one_server.start()
    return plant(one_server)


@pytest.fixture(scope="module")
def own(playwright: Playwright, evil: Planted) -> Iterator[BrowserContext]:
    """A browser without the extension, signed in as the one whom all of it is meant for."""
    browser = playwright.chromium.launch(executable_path=str(installed.find()), args=["--no-sandbox", "--disable-dev-shm-usage"])
    context = browser.new_context()
    context.set_default_timeout(20_000)
    context.add_init_script(OPEN_ROOTS)
    page = context.new_page()
    page.goto(evil.session)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
    yield context
    browser.close()


def rules() -> set[str]:
    """Every page of the server."""
    app = Flask("pages", static_folder=None)
    web.register(app)
    return {rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())} - {"/static/<name>", "/favicon.ico"}


def test_every_page_is_looked_at(evil: Planted) -> None:
    assert rules() == SERVER_PAGES.keys() == evil.addresses.keys()


@pytest.mark.parametrize("rule", SERVER_PAGES)
def test_the_server_s_pages(own: BrowserContext, server: Server, evil: Planted, rule: str) -> None:
    page = own.new_page()
    watch = Watch(page)
    for address in evil.addresses[rule]:
        page.goto(server.url + address)
        if page.locator("script[src*='postil.js']").count() and page.locator("[data-postil-paper]").count():
            settled(page)
            open_notes(page, watch)
        watch.look()
    page.close()
    assert watch.shown >= SERVER_PAGES[rule]


def open_notes(page: Page, watch: Watch) -> None:
    """Everything that a card shows and asks, of each paper with notes."""
    for one in page.locator(f"{HOST} .badge").all():
        one.click()
        expect(card(page)).to_be_visible()
        watch.look()
        history = card(page).get_by_role("button", name="History", exact=True)
        if history.count():
            history.first.click()
            expect(card(page).locator(".history ol")).to_be_visible()
            watch.look()
            card(page).get_by_role("button", name="Close the history").click()
        for name in ("Reply", "Edit", "Move"):
            button = card(page).get_by_role("button", name=name, exact=True)
            if button.count():
                button.first.click()
                watch.look()
                page.keyboard.press("Escape")
        page.keyboard.press("Escape")


def test_what_a_form_gives_back(own: BrowserContext, server: Server, evil: Planted) -> None:
    """What one typed oneself, beside what is wrong with it, or with what came of it."""
    page = own.new_page()
    watch = Watch(page)
    for i in range(len(PAYLOADS)):
        page.goto(f"{server.url}/settings")
        page.locator("#name").fill(planted("token", i))
        page.get_by_role("button", name="Make a token").click()
        expect(page.locator("#secret")).to_be_visible()
        watch.look()
    page.close()
    assert watch.shown >= {"token"}
    stranger = own.browser.new_context().new_page()  # type: ignore[union-attr]
    watch = Watch(stranger)
    for i in range(len(PAYLOADS)):
        stranger.goto(server.url + evil.addresses["/join/<secret>"][i])
        stranger.locator("#name").fill(evil.victim.name)
        stranger.locator("#display_name").fill(planted("person", i))
        stranger.locator("#password").fill("long enough, and taken")
        stranger.get_by_role("button", name="Make the account and join").click()
        expect(stranger.get_by_role("alert")).to_be_visible()
        watch.look()
    stranger.context.close()
    assert watch.shown >= {"person", "team"}


def test_the_extension_s_pages(browser: Browser, site: Site, server: Server, evil: Planted) -> None:
    """On a site whose papers are as bad: badges, cards, toolbar; then popup and options, with all that they can come to show."""
    site.pages["/papers"] = search_page(PAPERS, "zebra")
    browser.connect(server.url, evil.victim.token)
    page = browser.context.new_page()
    watch = Watch(page)
    open_page(page, SEARCH)
    watch.look()
    open_notes(page, watch)
    for i in range(len(PAYLOADS)):
        select(page, abstract(page, key(i)), planted("abstract", i))
        expect(toolbar(page)).to_be_visible()
        watch.look()
        page.keyboard.press("Escape")
    assert watch.shown >= EXTENSION_PAGES

    for i in range(len(PAYLOADS)):
        browser.ask("create", {"draft": unwelcome(i)})
    until(lambda: browser.ask("status")["failed"] == len(PAYLOADS), "the server's refusals")
    for path in (f"popup/popup.html?tab={tab_of(browser, page)}", "options/options.html"):
        own = browser.context.new_page()
        watch = Watch(own)
        own.goto(f"{browser.address}/src/{path}")
        expect(own.get_by_role("heading", name="Postil")).to_be_visible()
        expect(own.locator("body")).to_contain_text(planted("person"))
        watch.look()
        for name in ("Discard", "Disconnect"):
            for button in own.get_by_role("button", name=name, exact=True).all()[:1]:
                button.click()
                watch.look()
        assert watch.shown >= {"person", "team"}
        assert "options" in path or watch.shown >= {"text", "abstract", "title", "reply"}


def unwelcome(number: int) -> dict[str, Any]:
    """A note for a team that does not exist: it stays among what could not be sent."""
    quote = planted("abstract", number)
    return {
        "id": f"01976e2c-7d5e-7c41-8f0a-{number:012d}", "group": "nowhere", "paper": key(number), "field": "abstract",
        "selectors": [{"type": "TextQuoteSelector", "exact": quote}], "quote": quote, "text": planted("text", number),
        "tags": [planted("tag", number)], "url": "https://huggingface.co/papers", "source": "huggingface", "created": f"{DAY}T00:00:00Z",
    }  # fmt: skip


def tab_of(browser: Browser, page: Page) -> int:
    return int(browser.door().evaluate("async (url) => (await chrome.tabs.query({ url })).at(-1).id", page.url.split("#")[0]))
