"""Sites that the user switches on one by one, and what stands on their pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .axe import Inspector
from .conftest import SEARCH
from .extension import Browser
from .reading import abstract as listed
from .reading import badge, card, expect_marks, fill_note, highlight, isolated, open_abstract, open_page, select, settled, sheet, toolbar
from .server import User
from .site import Site
from .waiting import until, until_equal

pytestmark = pytest.mark.xdist_group("e2e-pages")

FERRYMAN = "arxiv:2503.90417"
FORUM = "https://openreview.net/forum?id=Rt3r_417-x"
ACL, VOLUME = "https://aclanthology.org/2024.acl-long.990/", "https://aclanthology.org/volumes/2024.acl-long/"
BIORXIV = "https://www.biorxiv.org/content/10.1101/2025.03.27.999417v2"
COOL, JOURNAL = "https://papers.cool/arxiv/cs.CL", "https://www.toy-journal.example/articles/417"
ALPHA = "https://www.alphaxiv.org/abs/2503.90417"
HASH = "204e3073870fae3d05bcbc2f6a8e263d9b72e776"
SCHOLAR = f"https://www.semanticscholar.org/paper/Frugal/{HASH}"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"

Switch = Callable[..., None]


@pytest.fixture
def on(browser: Browser) -> Switch:
    """The user has switched these sites on."""

    def switch(*addresses: str) -> None:
        for address in addresses:
            browser.ask("switch-site", {"site": address.split("/")[2], "on": True})

    return switch


def test_a_site_is_switched_on_and_off_from_the_popup(page: Page, browser: Browser) -> None:
    """Pages that are open take part at once, and no other site ever does."""
    page.goto(FORUM)
    other = browser.context.new_page()
    other.goto(JOURNAL)
    popup = browser.popup(page)
    inspector = Inspector()
    inspector.look(popup, "a site to be switched on")
    popup.get_by_role("button", name="Switch on for openreview.net").click()
    settled(page)
    inspector.look(popup, "a site that is switched on")
    inspector.assert_nothing_found()
    expect(badge(page, "openreview:Rt3r_417-x")).to_be_visible()
    expect(popup.locator("body")).to_contain_text("1 paper, no notes yet")
    page.bring_to_front()
    highlight(page, page.locator(".forum-note .markdown-rendered"), SENTENCE)
    page.reload()
    settled(page)
    expect_marks(page, SENTENCE)
    other.reload()
    expect(other.locator("[data-postil]")).to_have_count(0)

    popup.get_by_role("button", name="Switch off for openreview.net").click()
    expect(page.locator("[data-postil]")).to_have_count(0)
    expect(popup.locator("body")).to_contain_text("There are no papers here that Postil knows")
    expect(popup.get_by_role("checkbox", name="Pause on openreview.net")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name="Frugal")).to_be_visible()
    expect(page.locator("[data-postil]")).to_have_count(0)
    popup.get_by_role("button", name="Switch on for openreview.net").click()
    settled(page)
    expect_marks(page, SENTENCE)
    popup.get_by_role("button", name="Switch off for openreview.net").click()
    expect(page.locator("[data-postil]")).to_have_count(0)
    popup.get_by_role("button", name="Switch on for openreview.net").click()
    settled(page)
    expect_marks(page, SENTENCE)
    expect(page.locator("[data-postil]")).to_have_count(1)


def test_sites_of_the_manifest_are_not_switched(page: Page, browser: Browser) -> None:
    open_page(page, SEARCH)
    popup = browser.popup(page)
    expect(popup.get_by_role("checkbox", name="Pause on huggingface.co")).to_be_visible()
    expect(popup.get_by_role("button", name="Switch")).to_have_count(0)
    assert browser.ask("switch-site", {"site": "arxiv.org", "on": True})["sites"] == []


def test_without_the_browser_s_leave_a_site_stays_off(page: Page, browser: Browser, site: Site) -> None:
    assert browser.ask("switch-site", {"site": "elsewhere.example", "on": True})["sites"] == []
    assert browser.door().evaluate("() => chrome.scripting.getRegisteredContentScripts()") == []
    page.goto(JOURNAL)
    popup = browser.popup(page)
    popup.evaluate("() => { chrome.permissions.request = async () => false; }")
    popup.get_by_role("button", name="Switch on for www.toy-journal.example").click()
    expect(popup.get_by_role("status").filter(has_text="Postil stays off on www.toy-journal.example")).to_be_visible()
    expect(page.locator("[data-postil]")).to_have_count(0)


def test_a_page_cannot_switch_a_site_on(page: Page, browser: Browser) -> None:
    open_page(page, SEARCH)
    told = isolated(page, "chrome.runtime.sendMessage({ask: 'switch-site', payload: {site: 'openreview.net', on: true}})")
    assert told["error"]["code"] == "not-allowed"
    assert browser.ask("sites")["sites"] == []


def test_open_review_a_forum_that_is_rendered_late(page: Page, on: Switch, user: User) -> None:
    on(FORUM)
    open_page(page, FORUM)
    highlight(page, page.locator(".forum-note .markdown-rendered"), SENTENCE)
    page.reload()
    settled(page)
    expect_marks(page, SENTENCE)
    [note] = until(lambda: user.notes("openreview:Rt3r_417-x"), "the note on the server")
    assert note["target"]["postil:source"] == "openreview"
    # What a reviewer calls an abstract is not the paper's.
    select(page, page.locator("#forum-replies p"), "must not be taken for the submission's words")
    expect(toolbar(page)).to_be_hidden()


def test_acl_a_folded_abstract_is_opened_in_place_or_by_the_page(page: Page, on: Switch) -> None:
    key = "acl:2024.acl-long.990"
    on(ACL)
    open_page(page, ACL)
    highlight(page, page.locator(".acl-abstract"), SENTENCE)
    open_page(page, VOLUME)
    badge(page, key).click()
    card(page).get_by_role("button", name=SENTENCE).click()
    expect(sheet(page)).to_be_visible()
    expect_marks(page, SENTENCE)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="abs").first.click()
    expect_marks(page, SENTENCE)
    highlight(page, page.locator(".card-body").first, "An ablation shows")
    page.get_by_role("button", name="abs").first.click()
    open_abstract(page, key)
    expect_marks(page, "An ablation shows", SENTENCE)


def test_biorxiv_every_part_of_a_structured_abstract(page: Page, on: Switch, user: User) -> None:
    on(BIORXIV)
    open_page(page, BIORXIV)
    highlight(page, page.locator(".section.abstract"), "drawn by day. Whether a nap at noon lengthens them")
    highlight(page, page.locator(".section.abstract"), "nobody fell off a chair")
    until_equal(lambda: {note["target"]["postil:version"] for note in user.notes("doi:10.1101/2025.03.27.999417")}, {2})
    page.reload()
    settled(page)
    expect_marks(page, "drawn by day. Whether a nap at noon lengthens them", "nobody fell off a chair")


def test_papers_cool_a_panel_that_comes_later_has_its_marks(page: Page, on: Switch) -> None:
    on(COOL)
    late = "arxiv:2504.90325"
    open_page(page, SEARCH)
    highlight(page, listed(page, late), "Researchers annotate what they read")
    open_page(page, COOL)
    expect_marks(page, "Researchers annotate what they read")
    page.get_by_text("Researchers annotate what they read").scroll_into_view_if_needed()  # a badge is made when its card comes near
    expect(badge(page, late)).to_have_accessible_name("1 note: What the Margin Remembers: Annotation Behaviour of Research Teams")


def test_a_journal_that_has_no_adapter_of_its_own(page: Page, on: Switch, user: User) -> None:
    on(JOURNAL)
    open_page(page, JOURNAL)
    highlight(page, page.locator("#Abs1 p"), SENTENCE)
    page.reload()
    settled(page)
    expect_marks(page, SENTENCE)
    [note] = until(lambda: user.notes("doi:10.99999/toy.417"), "the note on the server")
    assert (note["target"]["postil:source"], note["target"]["source"]) == ("toy-journal-example", JOURNAL)


def test_a_page_without_doi_is_known_by_its_address(page: Page, on: Switch, site: Site, user: User) -> None:
    path = JOURNAL.removeprefix("https://")
    site.pages[path] = str(site.pages[path]).replace('name="citation_doi"', 'name="other"')
    on(JOURNAL)
    open_page(page, f"{JOURNAL}?utm_source=feed")
    highlight(page, page.locator("#Abs1 p"), SENTENCE)
    open_page(page, JOURNAL)
    expect_marks(page, SENTENCE)
    key = page.evaluate("() => document.querySelector('[data-postil]').shadowRoot.querySelector('.badge').dataset.paper")
    assert key.startswith("url:")
    paper = until(lambda: user.get(f"/api/papers/{key}"), "the paper on the server")
    assert paper["url"].startswith(JOURNAL)


def test_where_a_paper_s_text_is_not_read_its_badge_keeps_to_a_corner(page: Page, on: Switch, user: User) -> None:
    on(ALPHA, SCHOLAR)
    for address, key in ((ALPHA, FERRYMAN), (SCHOLAR, f"s2:{HASH}")):
        open_page(page, address)
        box = badge(page, key).bounding_box()
        view = page.viewport_size
        assert box
        assert view
        assert view["width"] - 60 < box["x"] + box["width"] <= view["width"]
        assert view["height"] - 60 < box["y"] + box["height"] <= view["height"]
        badge(page, key).click()
        card(page).get_by_role("button", name="Note on the whole paper").click()
        fill_note(page, "Read the appendix.")
        until(lambda key=key: user.notes(key), "the note on the server")
    open_page(page, "https://arxiv.org/abs/2503.90417")
    expect(badge(page, FERRYMAN).locator(".count")).to_have_text("1")
