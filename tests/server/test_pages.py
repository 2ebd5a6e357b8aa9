"""The server's own pages: signing in and out, which requests the cookie counts for, files, and errors."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from browsing import FOREIGN, OWN, TYPED, Browser, browser_of, elements, link_for
from factories import assert_problem
from world import ORIGIN, World

from postil.clock import MINUTE, now
from postil.db import database
from postil.models import Token, User

PAGES = ("/", "/?q=word", "/papers/arxiv:2504.13171", "/settings", "/trash", "/password", "/connect")


# --- signing in ------------------------------------------------------------------------------------------------------------------------


def test_a_link_signs_in_by_its_button_and_only_once(world: World) -> None:
    link, browser = link_for(world, "ada"), Browser(world.app)
    for _ in range(2):  # looking at it spends nothing
        shown = browser.get(link)
        assert shown.status_code == 200
        assert "Set-Cookie" not in shown.headers
        assert [form["action"] for form in elements(shown, "form", method="post")] == [link]
    signed = browser.post(link)
    assert (signed.status_code, signed.headers["Location"]) == (303, "/password")
    assert browser.get("/").status_code == 200
    other = Browser(world.app)
    for spent in (other.get(link), other.post(link)):
        assert spent.status_code == 401
        assert "used already" in spent.text
        assert "postil login-link" in spent.text
        assert "Set-Cookie" not in spent.headers


def test_a_button_pressed_twice_leads_where_the_link_leads(world: World) -> None:
    link, browser = link_for(world, "ada"), Browser(world.app)
    browser.post(link)
    again = browser.post(link)
    assert (again.status_code, again.headers["Location"]) == (303, "/")


@pytest.mark.parametrize("secret", ["postil_x", "x", "postil_ä", "postil_" + "x" * 200, "%00", "%ED%A0%80"])
def test_what_is_no_link_says_so(world: World, secret: str) -> None:
    shown = Browser(world.app).get(f"/sign-in/{secret}")
    assert shown.status_code == 401
    assert "does not sign in" in shown.text


def test_an_old_link_does_not_sign_in(world: World) -> None:
    link = link_for(world, "ada")
    with database.connection_context():
        Token.update(expires=now() - MINUTE).where(Token.kind == "sign-in").execute()
    assert Browser(world.app).post(link).status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(world: World) -> None:
    cookie = Browser(world.app).post(link_for(world, "ada")).headers["Set-Cookie"]
    name, *flags = cookie.split("; ")
    assert name.startswith("postil_session_8017=postil_")
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"} <= set(flags)
    assert "Secure" not in flags, "a loopback server has no TLS"


def test_signing_out_ends_the_session_and_takes_the_cookie(world: World) -> None:
    browser, other = browser_of(world, "ada"), browser_of(world, "ada")
    cookie = browser._client.get_cookie("postil_session_8017", domain="127.0.0.1")
    assert cookie is not None
    out = browser.post("/sign-out")
    assert (out.status_code, out.headers["Location"]) == (303, "/sign-in")
    assert browser._client.get_cookie("postil_session_8017", domain="127.0.0.1") is None
    kept = Browser(world.app).get("/", headers=TYPED | {"Cookie": f"postil_session_8017={cookie.value}"})
    assert kept.status_code == 302, "the session itself is over"
    assert other.get("/").status_code == 200, "another browser's is not"


def test_signing_out_twice_is_no_error(world: World) -> None:
    assert Browser(world.app).post("/sign-out").status_code == 303


def test_a_disabled_account_is_signed_out(world: World) -> None:
    browser = browser_of(world, "ada")
    with database.connection_context():
        User.update(disabled_at=now()).where(User.name == "ada").execute()
    assert browser.get("/").status_code == 302


def test_who_is_signed_in_is_told_so_and_not_asked_again(world: World) -> None:
    assert "You are signed in" in browser_of(world, "ada").get("/sign-in").text
    assert "postil login-link" in Browser(world.app).get("/sign-in").text


@pytest.mark.parametrize("path", PAGES)
def test_who_is_signed_out_is_sent_to_sign_in(world: World, path: str) -> None:
    sent = Browser(world.app).get(path)
    assert (sent.status_code, sent.headers["Location"]) == (302, f"/sign-in?next={quote(path, safe='/:?')}")


@pytest.mark.parametrize("path", ["/settings/tokens", "/settings/tokens/1/revoke"])
def test_a_form_of_somebody_signed_out_changes_nothing(world: World, path: str) -> None:
    sent = Browser(world.app).post(path, name="x")
    assert (sent.status_code, sent.headers["Location"]) == (303, "/sign-in")


# --- whose requests count --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [OWN, {"Origin": ORIGIN}])
def test_an_own_form_is_known_by_either_header(world: World, headers: dict[str, str]) -> None:
    assert Browser(world.app).post(link_for(world, "ada"), headers=headers).status_code == 303


def test_a_visit_from_another_site_shows_the_page(world: World) -> None:
    browser = browser_of(world, "ada")
    visit = {name: value for name, value in FOREIGN.items() if name != "Origin"}
    assert browser.get("/", headers=visit).status_code == 200


@pytest.mark.parametrize("kind", ["iframe", "image", "script", "empty"])
def test_a_page_that_another_site_takes_in_is_a_stranger_s(world: World, kind: str) -> None:
    taken = browser_of(world, "ada").get("/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": kind})
    assert taken.status_code == 302


def test_the_api_takes_the_cookie_from_our_own_pages_alone(world: World) -> None:
    browser = browser_of(world, "ada")
    own = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty"}
    assert browser.get("/api/me", headers=own).json["user"]["name"] == "ada"
    assert_problem(browser.get("/api/me", headers=TYPED), 401)


# --- every page ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, "/sign-in", "/sign-in/postil_x", "/nothing", "/static/nothing.js", "/?day=x"])
def test_every_page_lets_nothing_inline_or_foreign_in(world: World, path: str) -> None:
    for page in (Browser(world.app).get(path), browser_of(world, "ada").get(path)):
        policy = page.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        cached = page.headers["Cache-Control"]
        assert "no-store" in cached or "private" in cached
        if page.status_code in (302, 303):  # its body is Werkzeug's, and nobody sees it
            continue
        assert not [
            e for e in elements(page) if e.tag == "style" or "style" in e.attributes or any(a.startswith("on") for a in e.attributes)
        ]
        assert all(script["src"] and not script.text for script in elements(page, "script"))


def test_the_extension_is_told_to_stay_out(world: World) -> None:
    browser = browser_of(world, "ada")
    for path in ("/", "/settings", "/sign-in", "/nothing"):
        (root,) = elements(browser.get(path), "html")
        assert "data-postil-server" in root.attributes, path
        assert root["lang"] == "en"


@pytest.mark.parametrize("path", ["/", "/settings", "/sign-in"])
def test_what_a_page_names_is_there_and_may_be_kept_for_ever(world: World, path: str) -> None:
    browser = browser_of(world, "ada")
    page = browser.get(path)
    named = (
        [e["src"] for e in elements(page, "script")]
        + [e["href"] for e in elements(page, "link")]
        + [e["src"] for e in elements(page, "img")]
    )
    assert len(named) >= 4
    for address in named:
        assert re.fullmatch(r"/static/[a-z.]+\?v=[0-9a-f]{16}", str(address))
        found = browser.get(str(address))
        assert found.status_code == 200, address
        assert "immutable" in found.headers["Cache-Control"]
        assert "public" in found.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("pages.css", "text/css; charset=utf-8"),
        ("copy.js", "text/javascript; charset=utf-8"),
        ("postil.svg", "image/svg+xml; charset=utf-8"),
    ],
)
def test_a_file_has_its_type_and_is_asked_for_again_without_its_hash(world: World, name: str, kind: str) -> None:
    browser = Browser(world.app)
    for query in ("", "?v=0123456789abcdef"):
        found = browser.get(f"/static/{name}{query}")
        assert found.headers["Content-Type"] == kind
        assert found.headers["Cache-Control"] == "no-cache"
    assert browser.get(f"/static/{name}", headers={"If-None-Match": found.headers["ETag"]}).status_code == 304
    assert browser.get("/favicon.ico").mimetype == "image/svg+xml"


@pytest.mark.parametrize(
    "path", ["../static.py", "..%2fstatic.py", "%2e%2e/static.py", "templates/base.html", "nothing.css", "pages", "", "%00.css"]
)
def test_nothing_else_is_served_as_a_file(world: World, path: str) -> None:
    assert Browser(world.app).get(f"/static/{path}").status_code == 404


# --- errors ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "There is nothing here"),
        ("/papers/arxiv:1511.11111", 404, "no such paper"),
        ("/papers/no%20key", 404, "There is nothing here"),
        ("/?day=yesterday", 400, "2026-11-23"),
        ("/?day=20261123", 400, "2026-11-23"),
        ("/?q=a%00b", 400, "cannot be read"),
        ("/?q=" + "x" * 501, 400, "500 characters"),
        ("/?q=a&before=x", 400, "older results"),
        ("/?q=a&before=99999999999999999999", 400, "older results"),
        ("/sign-out", 405, "does not work like that"),
    ],
)
def test_an_error_is_a_page_that_says_what_to_do(world: World, path: str, status: int, words: str) -> None:
    page = browser_of(world, "ada").get(path)
    assert page.status_code == status
    assert page.content_type == "text/html; charset=utf-8"
    assert words in page.text
    assert elements(page, "a", href="/")
    assert page.headers["Cache-Control"] == "no-store"


def test_a_wrong_method_names_the_right_ones(world: World) -> None:
    assert set(Browser(world.app).get("/sign-out").headers["Allow"].split(", ")) == {"OPTIONS", "POST"}


def test_another_host_s_page_names_the_setting(world: World) -> None:
    browser, foreign = Browser(world.app), {"Host": "evil.example"}
    page = browser.get("/", headers=foreign)
    assert page.status_code == 421
    assert "POSTIL_PUBLIC_URL" in page.text
    assert elements(page, "a", href=f"{ORIGIN}/")
    # It looks as every other page does.
    for sheet in elements(page, "link", rel="stylesheet"):
        assert browser.get(str(sheet["href"]), headers=foreign).status_code == 200


def test_an_address_that_leads_nowhere_knows_who_looks(world: World) -> None:
    assert elements(browser_of(world, "ada").get("/nothing"), "form", role="search")
    assert not elements(Browser(world.app).get("/nothing"), "form", role="search")


def test_the_unforeseen_is_said_without_its_trace(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = browser_of(world, "ada")
    monkeypatch.setattr("postil.services.papers.of_day", lambda *_: 1 / 0)
    page = browser.get("/")
    assert page.status_code == 500
    assert "all notes are as they were" in page.text
    assert "division" not in page.text


def test_a_token_that_is_not_good_is_nobody_on_a_page(world: World) -> None:
    browser = Browser(world.app)
    assert browser.get("/", headers={"Authorization": "Bearer postil_x"}).headers["Location"] == "/sign-in?next=/"
    assert browser.get("/sign-in", headers={"Authorization": "Bearer postil_x"}).status_code == 200
