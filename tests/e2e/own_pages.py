"""The server's own pages, where Postil runs without the extension."""

from __future__ import annotations

from playwright.sync_api import Page

from .extension import Browser
from .pages import props_of
from .server import Server, User
from .site import Site

#: The day whose listing the papers' site has at its front.
DAY = "2025-06-03"


def sign_in(page: Page, server: Server, user: User) -> None:
    """By a link from the command line, as its owner gives it out."""
    page.goto(server.postil("login-link", "--user", user.name))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


def own_tab(browser: Browser, site: Site, server: Server, user: User) -> Page:
    """A tab where a user is signed in, on a server that has the papers of the site's listing."""
    server.import_papers(props_of(str(site.pages["/papers"])), DAY)
    page = browser.context.new_page()
    sign_in(page, server, user)
    return page
