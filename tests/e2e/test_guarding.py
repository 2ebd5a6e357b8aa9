"""What a hostile page, a hostile note and a broken-into renderer cannot do."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from .conftest import SEARCH
from .extension import Browser
from .pages import Paper, search_page
from .reading import abstract, badge, card, isolated, open_page, painted, write_note
from .server import User
from .site import Site

pytestmark = pytest.mark.xdist_group("e2e-reading")

FERRYMAN = "arxiv:2503.90417"
HOSTILE = '<img src="/caught" onerror="window.caught = true"><script>window.caught = true</script>'


def test_the_token_is_out_of_reach_where_the_content_script_runs(page: Page, browser: Browser, user: User) -> None:
    open_page(page, SEARCH)
    assert user.token in json.dumps(browser.stored())  # it is there to be stolen
    refused = isolated(page, "chrome.storage.local.get(null).then((all) => `read: ${JSON.stringify(all)}`, (error) => `refused: ${error}`)")
    assert refused.startswith("refused: ")
    for name, payload in {"status": None, "notes": {"papers": [FERRYMAN]}}.items():
        told = isolated(page, f"chrome.runtime.sendMessage({json.dumps({'ask': name, 'payload': payload})})")
        assert told["ok"]
        assert user.token not in json.dumps(told)


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("connect", {"server": "https://huggingface.co", "token": "postil_x"}),
        ("disconnect", {"waiting": "discard"}),
        ("begin-pairing", {"server": "https://huggingface.co", "client": "x"}),
        ("poll-pairing", {"server": "https://huggingface.co", "device": "x"}),
        ("look-up", {"when": "listing"}),
        ("resolve-failed", {"operation": "x", "way": "discard"}),
        ("waiting", None),
        ("try-now", None),
        ("pause", {"site": "arxiv.org", "paused": True}),
        ("hide-marks", {"hidden": True}),
    ],
)
def test_a_content_script_cannot_do_what_the_extension_s_own_pages_do(page: Page, browser: Browser, name: str, payload: object) -> None:
    open_page(page, SEARCH)
    told = isolated(page, f"chrome.runtime.sendMessage({json.dumps({'ask': name, 'payload': payload})})")
    assert (told["ok"], told["error"]["code"]) == (False, "not-allowed")
    assert browser.ask("status")["paired"]


def test_a_page_can_neither_talk_to_the_extension_nor_load_anything_of_it(page: Page, browser: Browser) -> None:
    manifest = browser.door().evaluate("() => chrome.runtime.getManifest()")
    assert "web_accessible_resources" not in manifest
    assert "externally_connectable" not in manifest
    open_page(page, SEARCH)
    assert page.evaluate("() => typeof globalThis.chrome?.runtime?.sendMessage") == "undefined"
    for file in ("manifest.json", "dist/content.js", "icons/icon-16.png"):
        reached = page.evaluate("(url) => fetch(url).then(() => true, () => false)", f"{browser.address}/{file}")
        assert not reached, file


def test_words_of_a_hostile_page_are_shown_as_text(page: Page, browser: Browser, site: Site, user: User) -> None:
    """A title and an abstract that are markup, escaped as a page must to show them."""
    words = (
        f"{HOSTILE} An abstract long enough to be one, whose author took great care that it holds more markup than sense, line after line."
    )
    site.pages["/papers"] = search_page([Paper("2503.90001", HOSTILE, words)], "care")
    open_page(page, SEARCH)
    write_note(page, abstract(page, "arxiv:2503.90001"), 'onerror="window.caught = true"', "Look at this")
    badge(page, "arxiv:2503.90001").click()
    expect(badge(page, "arxiv:2503.90001")).to_have_accessible_name(f"1 note: {HOSTILE}")
    expect(card(page).locator(".quote")).to_have_text('onerror="window.caught = true"')
    popup = browser.popup(page)
    expect(popup.get_by_role("heading", level=3)).to_have_text(HOSTILE)
    assert (page.evaluate("() => window.caught"), popup.evaluate("() => window.caught")) == (None, None)
    assert not any("caught" in address for address in site.requests)
    assert painted(page)[0].text == 'onerror="window.caught = true"'
