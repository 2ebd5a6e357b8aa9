"""Takes the pictures of README and manual from the running product: `make screenshots`.

A server of its own with the demo's listing, three people and their notes; Chromium with the extension; the same fonts on every machine.
Each picture is a function here; its name is the file's name in docs/screenshots/.
"""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from PIL import Image
from playwright.sync_api import FloatRect, Page, sync_playwright

import browser as installed
from e2e.extension import Browser, unpack
from e2e.own_pages import sign_in
from e2e.pages import Paper, search_page
from e2e.reading import abstract, card, click_mark, open_page, select, toolbar
from e2e.server import Server, User
from e2e.site import Site

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
LISTING = ROOT / "server/postil/demo/listing.json"

#: What most readers of the pages have are fonts like these: Inter for the system's own, Gelasio with the metrics of Georgia.
FONTS = ("inter/400Regular/Inter_400Regular", "inter/600SemiBold/Inter_600SemiBold", "gelasio/400Regular/Gelasio_400Regular")
STANDS_FOR = {"system-ui": "Inter", "sans-serif": "Inter", "Georgia": "Gelasio", "Times New Roman": "Gelasio"}
_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
{rules}</fontconfig>"""
_RULE = """<match><test name="family"><string>{asked}</string></test>
<edit name="family" mode="prepend" binding="strong"><string>{given}</string></edit></match>"""

VIT, CLIP = "arxiv:2010.11929", "arxiv:2103.00020"
QUESTION = "Trained on ImageNet alone it therefore falls short of ResNets of comparable size."
PATCHES = "each square is flattened, projected linearly to a vector"
PAIRS = "the matching pairs of image and text shall have similar vectors"


class Stage:
    """The server, its people and the browser, as the pictures find them."""

    def __init__(self, server: Server, site: Site) -> None:
        self.server, self.site = server, site
        people = {"ada": "Ada Ramos", "ben": "Ben Okafor", "mei": "Mei Tanaka"}
        server.several([["user", "add", name, "--display-name", shown] for name, shown in people.items()])
        tokens = server.several([["token", "add", name] for name in people])
        self.ada, self.ben, self.mei = (User(name, token, server.url) for name, token in zip(people, tokens, strict=True))
        self.team = server.postil("group", "add", "Reading group", "--owner", "ada")
        server.several([["group", "set-role", self.team, "ben", "moderator"], ["group", "set-role", self.team, "mei", "member"]])
        server.postil("papers", "import", "huggingface", "--file", str(LISTING))
        self._notes()

    def _notes(self) -> None:
        asked = self._write(
            self.ben, VIT, QUESTION, "Is this still so with today's augmentation? The comparison is of 2020.", ["data"], days=3
        )
        self._write(self.ada, VIT, None, "Mostly not: trained longer, a small ViT reaches it on ImageNet alone.", parent=asked, days=2)
        self._write(self.mei, VIT, None, "Both numbers into the table for Thursday, then.", parent=asked, days=1)
        self._write(self.ada, VIT, PATCHES, "", days=4)
        slow = "Sampling is slow, as every step is one pass through the network."
        self._write(self.mei, "arxiv:2006.11239", slow, "Which of the faster samplers do we read next?", ["question"], days=2)

    def _write(
        self, user: User, paper: str, exact: str | None, text: str, tags: list[str] | None = None, *, days: int, parent: str = ""
    ) -> str:
        """A note of the team, written so many days ago; its id."""
        target: Any = {"source": "https://huggingface.co/papers", "postil:paper": paper, "postil:field": "abstract"}
        target |= {"type": "SpecificResource", "selector": [{"type": "TextQuoteSelector", "exact": exact}]}
        body = [{"type": "TextualBody", "value": text, "purpose": "replying" if parent else "commenting"}] if text else []
        body += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags or []]
        created = (datetime.now(UTC) - timedelta(days=days, hours=1)).isoformat(timespec="seconds")
        note = {"created": created, "postil:group": self.team, "target": f"{user.url}/api/annotations/{parent}" if parent else target}
        id = str(uuid4())
        with user.http as http:
            http.put(f"/api/annotations/{id}", json=note | ({"body": body} if body else {})).raise_for_status()
        return id

    def begin(self, browser: Browser) -> None:
        self.browser = browser
        browser.connect(self.server.url, self.ada.token)
        self.page = browser.context.new_page()
        sign_in(self.page, self.server, self.ada)

    def own(self, path: str, width: int, height: int, scheme: Any = "light") -> Page:
        """One of the server's pages."""
        page = self.page
        page.bring_to_front()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # nothing is caught half-way
        open_page(page, self.server.url + path) if path.startswith(("/?", "/papers")) else page.goto(self.server.url + path)
        return page

    def keep(self, page: Page, name: str, part: FloatRect | None = None) -> None:
        """What the window shows, or a part of it, two pixels to each: a PNG of few colours, small enough to be committed."""
        view = page.evaluate("() => ({ x: scrollX, y: scrollY, width: innerWidth, height: innerHeight, scale: 2 })")
        clip = view | {**part, "x": view["x"] + part["x"], "y": view["y"] + part["y"]} if part else view
        asked = {"format": "png", "clip": clip}
        shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)["data"]
        image = Image.open(io.BytesIO(base64.b64decode(shot))).convert("RGB")
        few = image.quantize(128, kmeans=3, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)


def listing(stage: Stage) -> None:
    page = stage.own("/?day=2026-11-20", 1200, 690)
    click_mark(page, abstract(page, VIT), QUESTION)
    card(page).wait_for()
    page.mouse.move(1, 1)
    stage.keep(page, "listing")


def toolbar_on_a_selection(stage: Stage) -> None:
    page = stage.own("/?day=2026-11-20", 800, 700)
    select(page, abstract(page, CLIP), PAIRS)
    toolbar(page).wait_for()
    box = page.locator(f'[data-postil-paper="{CLIP}"]').bounding_box()
    assert box is not None
    stage.keep(page, "toolbar", {"x": 40, "y": box["y"] - 8, "width": 720, "height": 300})


def paper(stage: Stage) -> None:
    page = stage.own(f"/papers/{VIT}", 1200, 600, "dark")
    click_mark(page, abstract(page, VIT), QUESTION)
    card(page).wait_for()
    page.mouse.move(1, 1)
    stage.keep(page, "paper")


def team(stage: Stage) -> None:
    page = stage.own(f"/teams/{stage.team}", 800, 760)
    stage.keep(page, "team")


def popup(stage: Stage) -> None:
    papers = [Paper(entry["paper"]["id"], entry["title"], entry["summary"]) for entry in json.loads(LISTING.read_text("utf-8"))[:3]]
    stage.site.pages["/papers"] = search_page(papers, "image")
    beside = stage.browser.context.new_page()
    open_page(beside, "https://huggingface.co/papers?q=image")
    shown = stage.browser.popup(beside)
    shown.set_viewport_size({"width": 360, "height": 600})
    shown.get_by_role("region", name="This page").get_by_role("listitem").first.wait_for()
    stage.keep(shown, "popup")


def options(stage: Stage) -> None:
    stage.browser.forget()
    page = stage.browser.open("options/options.html")
    page.set_viewport_size({"width": 640, "height": 404})
    page.get_by_label("Server address").fill(stage.server.url)
    page.get_by_role("button", name="Connect", exact=True).click()
    page.locator("#code").wait_for()
    page.locator("#code").evaluate("(code) => void (code.textContent = 'BCDF-GHJK')")  # another each time: the picture would change
    stage.keep(page, "options")


#: name of the file -> what makes it, in this order
PICTURES: dict[str, Callable[[Stage], None]] = {
    "listing": listing,
    "toolbar": toolbar_on_a_selection,
    "paper": paper,
    "team": team,
    "popup": popup,
    "options": options,
}


def _use_fonts(folder: Path) -> None:
    """The browser that is started next finds these before the machine's own."""
    (folder / "cache").mkdir(parents=True)
    for name in FONTS:
        shutil.copy(ROOT / f"node_modules/@expo-google-fonts/{name}.ttf", folder)
    rules = "\n".join(_RULE.format(asked=asked, given=given) for asked, given in STANDS_FOR.items())
    (folder / "fonts.conf").write_text(_CONF.format(folder=folder, rules=rules), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")


def take(names: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory)
        _use_fonts(folder / "fonts")
        server, site = Server(folder / "server"), Site("huggingface.co")
        server.directory.mkdir()
        try:
            server.start()
            stage = Stage(server, site)
            with sync_playwright() as playwright:
                browser = Browser(playwright, installed.find(), unpack(folder), folder / "profile", site.host_rules)
                browser.start()
                stage.begin(browser)
                for name in names:
                    PICTURES[name](stage)
                browser.stop()
        finally:
            server.stop()
            site.close()


if __name__ == "__main__":
    take(sys.argv[1:] or list(PICTURES))
