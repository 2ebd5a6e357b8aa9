"""For all of a worker's tests one server, one site and one browser; for each test a browser that has forgotten all, and a new user."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from .extension import Browser, build, unpack
from .server import Server, User
from .site import OTHERS, Site

sys.path.insert(0, str(Path(__file__).parents[1]))
import browser as installed

FIXTURES = Path(__file__).parents[1] / "extension" / "fixtures"
HUGGING_FACE = "https://huggingface.co"
SEARCH, PAPER = f"{HUGGING_FACE}/papers?q=model+reading+tool", f"{HUGGING_FACE}/papers/2503.90417"
DAY, MONTH, TRENDING = (f"{HUGGING_FACE}/papers/{period}" for period in ("date/2025-06-03", "month/2025-06", "trending"))
PAGES = {
    "/papers": "hf_search.html",
    "/papers/2503.90417": "hf_paper.html",
    "/papers/date/2025-06-03": "hf_daily.html",
    "/papers/date/2025-06-07": "hf_empty.html",
    "/papers/month/2025-06": "hf_month.html",
    "/papers/trending": "hf_trending.html",
    "arxiv.org/abs/2503.90417": "arxiv_abs.html",
    "arxiv.org/abs/2503.90417v1": "arxiv_abs_v1.html",
    "arxiv.org/list/cs.CL/new": "arxiv_list_new.html",
    "arxiv.org/list/cs.CL/recent": "arxiv_list_recent.html",
    "arxiv.org/search/": "arxiv_search.html",
    "arxiv.org/html/2503.90417": "arxiv_html.html",
    "ar5iv.labs.arxiv.org/html/2503.90417": "arxiv_html.html",
    "openreview.net/forum": "openreview_forum.html",
    "aclanthology.org/2024.acl-long.990/": "acl_paper.html",
    "aclanthology.org/volumes/2024.acl-long/": "acl_list.html",
    "www.biorxiv.org/content/10.1101/2025.03.27.999417v2": "biorxiv_paper.html",
    "papers.cool/arxiv/cs.CL": "papers_cool.html",
    "www.toy-journal.example/articles/417": "journal.html",
    "www.alphaxiv.org/abs/2503.90417": "alphaxiv.html",
    "www.semanticscholar.org/paper/Frugal/204e3073870fae3d05bcbc2f6a8e263d9b72e776": "semantic_scholar.html",
}

# Package scope, not session: Playwright keeps an event loop running in the thread, and other tests of the worker must not meet it.


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """With FRESH_BUNDLE=1 the bundles are built here from the sources; otherwise the committed ones are tested, as users get them."""
    return build(tmp_path_factory.mktemp("build")).parent if os.environ.get("FRESH_BUNDLE") else None


@pytest.fixture(scope="package")
def one_server(tmp_path_factory: pytest.TempPathFactory, built: Path | None) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"), built and built / "server")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def one_site() -> Iterator[Site]:
    site = Site("huggingface.co", "arxiv.org", *OTHERS)
    yield site
    site.close()


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=20_000)  # a busy machine is no failure
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def extension(tmp_path_factory: pytest.TempPathFactory, built: Path | None) -> Path:
    return unpack(tmp_path_factory.mktemp("unpacked"), *([built] if built else []))


@pytest.fixture(scope="package")
def one_browser(playwright: Playwright, extension: Path, one_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(playwright, installed.find(), extension, tmp_path_factory.mktemp("profile"), one_site.host_rules)
    browser.start()
    yield browser
    browser.stop()


@pytest.fixture
def server(one_server: Server, request: pytest.FixtureRequest) -> Iterator[Server]:
    """Runs when a test begins, whatever the one before did to it."""
    one_server.start()
    before = len(one_server.output())
    yield one_server
    said = one_server.output()[before:]
    if said:
        print(f"\n--- the server said:\n{said}")  # shown by pytest with a failure


@pytest.fixture
def site(one_site: Site) -> Site:
    """Serves the fixture pages, and what a test adds until its end."""
    one_site.pages.clear()
    for path, name in PAGES.items():
        one_site.pages[path] = (FIXTURES / name).read_text(encoding="utf-8")
    return one_site


@pytest.fixture
def browser(one_browser: Browser, site: Site) -> Browser:
    one_browser.forget()
    return one_browser


@pytest.fixture
def user(server: Server) -> User:
    return server.new_user()


@pytest.fixture
def page(browser: Browser, user: User) -> Page:
    """A tab of a browser whose extension is connected as `user`."""
    browser.connect(user.url, user.token)
    return browser.context.new_page()


@pytest.fixture
def own_browser(playwright: Playwright, extension: Path, site: Site, tmp_path: Path) -> Iterator[Browser]:
    """One that may be killed: the others' goes on."""
    browser = Browser(playwright, installed.find(), extension, tmp_path / "profile", site.host_rules)
    browser.start()
    yield browser
    browser.stop()
