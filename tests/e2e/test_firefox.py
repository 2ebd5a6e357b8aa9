"""The same folder in Firefox ESR: connecting by a code, marking, reloading, editing, an outage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from marionette_driver.marionette import WebElement

from .conftest import installed
from .extension import ROOT
from .firefox import OPTIONS, Firefox
from .server import Server, User
from .site import Site
from .waiting import until_equal

pytestmark = pytest.mark.xdist_group("e2e-firefox")

FERRYMAN = "arxiv:2503.90417"
SENTENCE = "decides after every sixteen tokens whether the small model on the device should go on"
ENERGY = r"Ferryman keeps 97\% of the accuracy of the medium model"


@pytest.fixture(scope="module")
def firefox(one_site: Site, built: Path | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One for all tests here, with the folder as users get it."""
    firefox = Firefox(installed.FIREFOX.find(), tmp_path_factory.mktemp("firefox"), "huggingface.co")
    firefox.start()
    firefox.load((built or ROOT) / "extension")
    yield firefox
    firefox.stop()


@pytest.fixture
def page(firefox: Firefox, site: Site) -> Firefox:
    """An empty tab of a Firefox that has forgotten all."""
    firefox.forget()
    return firefox


@pytest.fixture
def reader(page: Firefox, site: Site, user: User) -> Firefox:
    """The same, connected as `user`, on a listing."""
    page.permit("http://127.0.0.1/*")
    page.ask("connect", {"server": user.url, "token": user.token})
    page.read(listing(site))
    return page


def listing(site: Site) -> str:
    return f"https://huggingface.co:{site.port}/papers?q=model+reading+tool"


def abstract(page: Firefox) -> WebElement:
    return page.run("""return document.querySelector('h3 a[href="/papers/2503.90417"]').closest("article").querySelector("p")""")


def write_note(page: Firefox, quote: str, text: str) -> None:
    page.select(abstract(page), quote)
    page.find("[role=toolbar]")
    page.press("n")
    page.fill(".card textarea", text)
    page.click(".card button", "Save")
    page.gone(".card")


def quotes(user: User) -> list[str]:
    return sorted(note["target"]["selector"][0]["exact"] for note in user.notes(FERRYMAN))


def test_it_is_connected_by_a_code_from_the_folder_as_it_is(page: Firefox, server: Server, user: User) -> None:
    page.go(server.postil("login-link", "--user", user.name))
    page.click("button", "Sign in")
    page.find("button", "Sign out")
    page.go(f"{page.address}/{OPTIONS}")
    page.fill("#server", server.url)
    page.click("button[type=submit]", "Connect")  # asks Firefox for leave to talk to the server, which it gives only in a click
    code = page.find("#code").text
    page.opened(lambda: page.click("#open-server"))
    assert page.find("strong.code").text == code
    assert page.find("h1").text.startswith("Connect “Postil extension in Firefox on ")
    page.click("button", "Allow")
    page.find("h1", "Connected")
    until_equal(lambda: (page.ask("status")["user"] or {}).get("name"), user.name)


def test_a_site_that_was_taken_from_it_is_asked_for_in_the_options(page: Firefox, site: Site) -> None:
    page.in_door("return chrome.permissions.remove({ origins: ['https://huggingface.co/*'] })")
    page.go(f"{page.address}/{OPTIONS}")
    page.find(".message p", "The browser does not let Postil run on huggingface.co, so")
    page.click(".message button", "Allow it there")
    page.gone(".message")
    page.read(listing(site))


def test_a_mark_is_there_again_after_a_reload(reader: Firefox, user: User) -> None:
    reader.select(abstract(reader), SENTENCE)
    reader.click("[role=toolbar] button", "Highlight")
    reader.expect_marks(SENTENCE)
    marks = reader.painted()
    assert [(mark.paper, mark.field) for mark in marks] == [(FERRYMAN, "abstract")]
    reader.reload()
    reader.expect_marks(SENTENCE)
    assert reader.painted() == marks
    until_equal(lambda: quotes(user), [SENTENCE])


def test_a_note_is_edited_on_its_mark(reader: Firefox, user: User) -> None:
    write_note(reader, SENTENCE, "First thought")
    reader.click_words(abstract(reader), SENTENCE)
    reader.click(".card button", "Edit")
    reader.fill(".card textarea", "Second thought")
    reader.click(".card button", "Save")
    reader.find(".card .text", "Second thought")
    until_equal(lambda: [body["value"] for note in user.notes(FERRYMAN) for body in note["body"]], ["Second thought"])


def test_what_is_written_while_the_server_is_away_is_painted_after_a_reload_and_arrives_once(
    reader: Firefox, server: Server, user: User
) -> None:
    write_note(reader, SENTENCE, "Before the outage")
    until_equal(lambda: quotes(user), [SENTENCE])
    server.stop()
    write_note(reader, ENERGY, "Kept through the outage?")
    reader.reload()
    reader.expect_marks(SENTENCE, ENERGY)
    assert [operation["text"] for operation in reader.ask("waiting")["operations"]] == ["Kept through the outage?"]
    server.start()
    reader.ask("try-now")
    until_equal(lambda: reader.ask("waiting")["operations"], [])
    assert quotes(user) == sorted([SENTENCE, ENERGY])


def test_a_page_s_script_presses_and_sends_nothing_of_ours(reader: Firefox, user: User) -> None:
    """Though Firefox tells it, unlike Chromium, what of a closed root the user is at."""
    write_note(reader, SENTENCE, "First thought")
    reader.run("addEventListener('focusin', ({ originalTarget }) => { window.root = originalTarget.getRootNode(); }, true)")
    reader.click_words(abstract(reader), SENTENCE)
    reader.click(".card button", "Edit")
    reader.fill(".card textarea", "Second thought")
    reader.run("const form = root.querySelector('.card form'); form.querySelector('[type=submit]').click(); form.requestSubmit();")
    assert reader.find(".card textarea").get_property("value") == "Second thought"
    assert reader.run("return document.querySelector('[data-postil]').shadowRoot") is None
    reader.fill(".card input", "routing")
    reader.press("\ue007")  # Enter
    until_equal(lambda: [[body["value"] for body in note["body"]] for note in user.notes(FERRYMAN)], [["Second thought", "routing"]])


def test_nothing_is_kept_where_a_page_that_broke_out_could_read_it(reader: Firefox, user: User) -> None:
    """A content script reads `storage.local` in Firefox, and its page's own IndexedDB, not the extension's."""
    write_note(reader, SENTENCE, "Not to be read")
    assert reader.in_door("return chrome.storage.local.get(null)") == {}
    names = "return (await indexedDB.databases()).map(({ name }) => name)"
    assert "postil" in reader.in_door(names)
    assert "postil" not in reader.run(names)
    assert reader.in_door("return navigator.storage.persisted()")  # not thrown out when the disk gets full
