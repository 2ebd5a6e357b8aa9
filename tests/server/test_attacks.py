"""Attacks by a page, a name or an extension that the user's browser meets: each tries every route, with the user's cookie, and fails.

What a browser says of itself in each is taken from life; tests/e2e/test_attacks.py holds a real one to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from browsing import OWN, link_for
from factories import assert_problem
from flask import Flask
from lab import Lab, session
from test_policy import TABLE
from werkzeug.test import TestResponse
from world import ORIGIN, Caller, World

from postil.db import database
from postil.models import MODELS, Throttle

#: method, address, and what is sent
Request = tuple[str, str, dict[str, Any]]

EVIL = "https://evil.example"
HOSTS = ("evil.example:8017", "evil.example", "127.0.0.1.nip.io:8017", "127.0.0.1:8018", "127.0.0.1", "localhost", "[::1]", "")
OTHER_EXTENSION = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai"
#: By a page's script, whatever it asks for.
FETCH = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}
FORM = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.fixture
def lab(world: World) -> Lab:
    return Lab(world)


@pytest.fixture
def calls(lab: Lab) -> list[Request]:
    """One good request of the owner's for every route of the API that asks who calls."""
    public = ("GET /", "GET /openapi.json")
    made = [(route, make(lab, "owner")) for route, _, make, _ in TABLE if route not in public and "/oauth/" not in route]
    return [(route.split()[0], f"/api{path}", {"json": document, "headers": headers}) for route, (path, document, headers) in made]


@pytest.fixture
def forms(lab: Lab, app: Flask) -> list[Request]:
    """Every form of the server's pages, filled in so that it would be taken."""
    code = lab.world.nobody.ask("POST", "/oauth/device", data={"client_name": "x"}).json["user_code"]
    password = "correct horse battery"
    fields = {"name": "x", "display_name": "X", "password": password, "again": password, "role": "reader", "days": "7", "uses": "1"}
    return [("POST", address, {"data": fields | {"code": code, "answer": "allow"}}) for address in _addresses(lab, app, "POST")]


@pytest.fixture
def pages(lab: Lab, app: Flask) -> list[Request]:
    """Every page that asks who looks; the others show everybody, or whoever holds a link, the same."""
    return [("GET", path, {}) for path in _addresses(lab, app, "GET") if lab.world.nobody.get(ORIGIN + path).status_code == 302]


def _addresses(lab: Lab, app: Flask, method: str) -> Iterator[str]:
    """Of every page, or of every form."""
    paper = lab.note().document["target"]["postil:paper"]
    arguments: dict[str, dict[str, Any]] = {
        "teams": {"id": lab.team, "user": lab.newcomer(), "invite": lab.invite()["id"]},
        "settings": {"id": lab.token_id()},
        "sign-in": {"secret": link_for(lab.world, "olga").rsplit("/", 1)[1]},
        "join": {"secret": lab.invite()["secret"]},
        "papers": {"key": paper},
        "trash": {"id": lab.trashed().id},
    }
    for rule in app.url_map.iter_rules():
        noun = rule.rule.split("/")[1]
        if method in (rule.methods or ()) and noun not in ("api", "static", "favicon.ico", "healthz", "readyz", "metrics"):
            yield re.sub(r"<(?:[^:>]+:)?([^>]+)>", lambda found, noun=noun: quote(str(arguments[noun][found[1]])), rule.rule)  # type: ignore[misc]


def ask(caller: Caller, request: Request, headers: dict[str, str]) -> TestResponse:
    method, address, sent = request
    return caller.ask(method, ORIGIN + address, **sent | {"headers": sent.get("headers", {}) | headers})


def everything() -> dict[str, list[Any]]:
    """All that the server keeps, but for how often something was tried."""
    with database.connection_context():
        return {model.__name__: sorted(model.select().tuples(), key=repr) for model in MODELS if model is not Throttle}


def browser(world: World) -> Caller:
    """The owner's cookie alone: what else a browser says is the attack's."""
    return Caller(world.app, Cookie=session(world, "olga").headers["Cookie"])


def fails(world: World, requests: list[Request], headers: dict[str, str]) -> None:
    """Nothing is told and nothing changes."""
    olga, before = browser(world), everything()
    for request in requests:
        answer = ask(olga, request, headers)
        assert answer.status_code in (302, 401, 403), (request, answer.text)
        assert answer.status_code != 302 or answer.headers["Location"].startswith("/sign-in"), request
        assert answer.status_code != 403 or "may not call this server" in answer.text or "Nothing was changed" in answer.text, request
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Set-Cookie" not in answer.headers
        assert "olga" not in answer.text.lower()
    assert everything() == before


def test_the_same_from_our_own_pages_is_served(world: World, calls: list[Request], forms: list[Request], pages: list[Request]) -> None:
    """Else the attacks below would fail for another reason."""
    olga, own = browser(world), OWN | {"Origin": ORIGIN}
    wrong = [
        (request[:2], answer.status_code) for request in [*calls, *pages] if (answer := ask(olga, request, own)).status_code in (401, 403)
    ]
    assert wrong == []
    assert [
        request[1] for request in forms if request[1] != "/sign-out" and ask(browser(world), request, own).status_code in (401, 403)
    ] == []


def test_dns_rebinding(world: World, calls: list[Request], forms: list[Request], pages: list[Request]) -> None:
    """The attacker's name, pointed at this machine: the browser takes their page for ours, and says their name."""
    olga, before = browser(world), everything()
    public = [("GET", path, {}) for path in ("/sign-in", "/metrics", "/api/", "/api/openapi.json")]
    for host in HOSTS:
        own = OWN | {"Host": host, "Origin": f"http://{host}"}
        for request in [*calls, *forms, *pages, *public]:
            refused = ask(olga, request, own)
            assert refused.status_code == 421, (host, request)
            assert "POSTIL_PUBLIC_URL" in refused.text
        assert_problem(world.as_user("olga").get("/me", headers={"Host": host}), 421, "wrong-host")
    assert everything() == before


@pytest.mark.parametrize("site", ["cross-site", None])
def test_a_form_on_another_site(world: World, calls: list[Request], forms: list[Request], site: str | None) -> None:
    """Also from a browser that does not yet say where a request comes from, or that keeps its page's name to itself."""
    for origin in (EVIL, "null"):
        fails(world, [*forms, *calls], FORM | {"Origin": origin} | ({"Sec-Fetch-Site": site} if site else {}))


def test_a_script_on_another_site(world: World, calls: list[Request], forms: list[Request], pages: list[Request]) -> None:
    fails(world, [*calls, *forms, *pages], FETCH | {"Sec-Fetch-Site": "cross-site", "Origin": EVIL})
    fails(world, [*calls, *pages], FETCH | {"Sec-Fetch-Site": "cross-site"})  # an image, a script: no origin is told


def test_a_page_on_another_port(world: World, calls: list[Request], forms: list[Request], pages: list[Request]) -> None:
    """The same site for a browser, which sends the cookie there and here: what else runs on this machine is not us."""
    other = {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:3000"}
    fails(world, [*calls, *forms], FORM | other)
    fails(world, [*calls, *forms, *pages], FETCH | other)
    fails(world, [*calls, *pages], FETCH | {"Sec-Fetch-Site": "same-site"})


def test_another_extension(world: World, calls: list[Request], forms: list[Request], pages: list[Request]) -> None:
    """One that may reach this address: its browser sends the cookie with what it asks for, and calls that asked by nobody."""
    fails(world, [*calls, *forms, *pages], FETCH | {"Sec-Fetch-Site": "none", "Origin": OTHER_EXTENSION})
    fails(world, [*calls, *pages], FETCH | {"Sec-Fetch-Site": "none"})
    for path in ("/me", "/groups"):
        assert_problem(world.nobody.get(path, headers={"Origin": OTHER_EXTENSION}), 401, "unauthorized")


def test_clickjacking(world: World, pages: list[Request]) -> None:
    """No page shows inside another's: with the headers that say so, and as a stranger's where they are not heeded."""
    framed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    for request in [*pages, ("GET", "/nothing", {}), ("GET", "/api/me", {})]:
        for headers in (framed, OWN):
            answer = ask(browser(world), request, headers)
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"], request
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert headers is OWN or "olga" not in answer.text.lower()
