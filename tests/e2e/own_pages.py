"""The server's own pages, where Postil runs without the extension."""

from __future__ import annotations

from playwright.sync_api import Page

from .server import Server, User


def sign_in(page: Page, server: Server, user: User) -> None:
    """By a link from the command line, as its owner gives it out."""
    page.goto(server.postil("login-link", "--user", user.name))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()
