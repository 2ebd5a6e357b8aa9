"""Who may call at all: Host, Origin, cookie and Accept, before any route; and what every answer carries."""

from __future__ import annotations

from uuid import uuid4

import pytest
from factories import PAPER, assert_problem, note, put_note
from lab import session
from world import ORIGIN, Caller, World

from postil.app import create_app
from postil.config import Config
from postil.db import database

EXTENSION = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai"


def called(host: str) -> dict[str, str]:
    return {"Host": host}


# --- Host --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1:8017", "localhost:8017", "[::1]:8017"])
def test_the_loopback_names_with_our_port(ada: Caller, host: str) -> None:
    assert ada.get("/me", headers=called(host)).status_code == 200


def test_the_public_address(world: World, settings: Config) -> None:
    """Its host is answered for, its IRIs stand in what is answered, whatever name was used; its pages may write with the cookie."""
    pool = database.obj
    app = create_app(settings.with_changes(public_url="https://notes.example.org", allowed_origins=("https://wiki.example.org",)))
    database.close_all()
    database.initialize(pool)
    ada = Caller(app, world.as_user("ada").token)
    for host in ("notes.example.org", "127.0.0.1:8017"):
        answer = ada.get("/me", headers=called(host))
        assert answer.json["user"]["id"] == f"https://notes.example.org/api/users/{world.user_id('ada')}"
    assert_problem(ada.get("/me", headers=called("other.example.org")), 421)
    ours = ada.get("/me", headers=called("notes.example.org") | {"Origin": "https://notes.example.org"})
    assert ours.status_code == 200
    wiki = ada.get("/me", headers={"Origin": "https://wiki.example.org"})
    assert wiki.status_code == 200
    assert wiki.headers["Access-Control-Allow-Origin"] == "https://wiki.example.org"
    assert "Access-Control-Allow-Credentials" not in wiki.headers
    asked = {
        "Origin": "https://wiki.example.org",
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "authorization",
    }
    preflight = Caller(app).ask("OPTIONS", f"/annotations/{uuid4()}", headers=asked)
    assert preflight.status_code == 200
    assert "PUT" in preflight.headers["Access-Control-Allow-Methods"]
    assert preflight.headers["Access-Control-Allow-Headers"] == "authorization"


# --- Origin ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:3000", "http://localhost:8017", "null", "https://127.0.0.1:8017"]
)
def test_pages_of_other_sites_may_not_call(ada: Caller, origin: str) -> None:
    refused = ada.get("/me", headers={"Origin": origin})
    assert_problem(refused, 403, "origin-not-allowed")
    assert "Access-Control-Allow-Origin" not in refused.headers
    assert_problem(ada.get("/", headers={"Origin": origin}), 403, "origin-not-allowed")


@pytest.mark.parametrize("origin", [None, ORIGIN, EXTENSION, "moz-extension://4b2e-1"])
def test_our_own_pages_extensions_and_programs_may(world: World, ada: Caller, origin: str | None) -> None:
    answer = ada.put(f"/annotations/{uuid4()}", note(world.personal("ada")), headers={"Origin": origin})
    assert answer.status_code == 201


# --- the cookie --------------------------------------------------------------------------------------------------------------------------

COUNTS = [
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Sec-Fetch-Site": "same-origin", "Origin": ORIGIN}, True),
    ({"Origin": ORIGIN}, True),
    ({}, False),
    ({"Sec-Fetch-Site": "none"}, False),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}, False),
    ({"Sec-Fetch-Site": "SAME-ORIGIN"}, False),
    ({"Origin": EXTENSION}, False),
    ({"Origin": EXTENSION, "Sec-Fetch-Site": "none"}, False),
]


@pytest.mark.parametrize(("headers", "counts"), COUNTS)
def test_a_cookie_counts_only_when_our_own_page_calls(world: World, headers: dict[str, str], counts: bool) -> None:
    browser = Caller(world.app, Cookie=session(world, "ada").headers["Cookie"])
    assert browser.get("/me", headers=headers).status_code == (200 if counts else 401)
    answer = browser.put(f"/annotations/{uuid4()}", note(world.personal("ada")), headers=headers)
    assert answer.status_code == (201 if counts else 401)


def test_what_one_user_wrote_is_not_taken_under_another_s_cookie(world: World) -> None:
    """A page of ours names the user whose words it sends: in another tab somebody else may have signed in."""
    here = {"Sec-Fetch-Site": "same-origin"}
    browser = Caller(world.app, Cookie=session(world, "ada").headers["Cookie"], **here)
    ada, ben = (world.as_user(name).get("/me").json["user"]["id"] for name in ("ada", "ben"))
    path, written = f"/annotations/{uuid4()}", note(world.personal("ada"))
    assert_problem(browser.put(path, written, headers={"Postil-User": ben}), 403, "other-user")
    assert_problem(browser.put(path, written, headers={"Postil-User": "nonsense"}), 403, "other-user")
    assert browser.get(path).status_code == 404
    assert browser.put(path, written, headers={"Postil-User": ada}).status_code == 201


def test_the_cookie_of_another_port_is_another_servers(world: World) -> None:
    cookie = session(world, "ada").headers["Cookie"].replace("8017", "8018")
    assert Caller(world.app, Cookie=cookie).get("/me", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 401


def test_a_bad_token_is_not_made_good_by_a_cookie(world: World) -> None:
    cookie = session(world, "ada").headers["Cookie"]
    both = Caller(world.app, "postil_" + "x" * 43, Cookie=cookie, **{"Sec-Fetch-Site": "same-origin"})
    assert_problem(both.get("/me"), 401, "unauthorized")


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer ", "Basic YTpi", "postil_x", "Bearer postil_ä", "Bearer postil_" + "x" * 200, "Bearer \x7f"]
)
def test_what_is_no_token(world: World, header: str) -> None:
    assert_problem(Caller(world.app, Authorization=header).get("/me"), 401, "unauthorized")


def test_a_session_is_no_access_token_and_the_reverse(world: World) -> None:
    secret = session(world, "ada").headers["Cookie"].split("=")[1]
    assert_problem(Caller(world.app, secret).get("/me"), 401)
    cookie = f"postil_session_8017={world.as_user('ada').token}"
    assert_problem(Caller(world.app, Cookie=cookie, **{"Sec-Fetch-Site": "same-origin"}).get("/me"), 401)


# --- Accept, methods, routes -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "application/xml, text/*;q=0.5", "application/json;q=0"])
def test_who_takes_no_json_is_told_before_anything_is_done(world: World, ada: Caller, accept: str) -> None:
    id = uuid4()
    assert_problem(ada.put(f"/annotations/{id}", note(world.personal("ada")), headers={"Accept": accept}), 406, "not-acceptable")
    assert_problem(ada.get(f"/annotations/{id}"), 404)
    assert_problem(ada.post("/groups", {"name": "x"}, headers={"Accept": accept}), 406, "not-acceptable")
    assert len(ada.get("/groups").json["groups"]) == 1
    put = put_note(ada, world.personal("ada"))
    assert_problem(ada.get(put.path, headers={"Accept": accept}), 406, "not-acceptable")


@pytest.mark.parametrize(
    "accept",
    [
        "*/*", "application/*", "application/json", "application/ld+json", "text/html, */*;q=0.1", "",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ],
)  # fmt: skip
def test_who_takes_json(world: World, ada: Caller, accept: str) -> None:
    put = put_note(ada, world.personal("ada"))
    for path in (put.path, f"/lookup?paper={PAPER}", "/me"):
        assert ada.get(path, headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/annotations/01976e2c-7d5e-7c41-8f0a-3a2f5c1b9d10"), ("DELETE", "/me"), ("PUT", "/lookup"), ("GET", "/tokens/1")],
)
def test_a_method_that_a_route_does_not_have(ada: Caller, method: str, path: str) -> None:
    refused = ada.ask(method, path)
    assert_problem(refused, 405, "method-not-allowed")
    allowed = {name.strip() for name in refused.headers["Allow"].split(",")}
    assert method not in allowed
    assert allowed - {"OPTIONS", "HEAD"}


@pytest.mark.parametrize("path", ["/nothing", "/annotations", "/annotations/", "/groups/", "/me/", "/annotations/x/y"])
def test_there_is_no_such_route(world: World, ada: Caller, path: str) -> None:
    for caller in (ada, world.nobody):
        assert_problem(caller.get(path), 404, "not-found")


def test_a_head_is_a_get_without_its_body(world: World, ada: Caller) -> None:
    put = put_note(ada, world.personal("ada"))
    head = ada.ask("HEAD", put.path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == put.etag


def test_the_base_without_its_slash_leads_to_it(world: World) -> None:
    answer = world.nobody.ask("GET", f"{ORIGIN}/api")
    assert answer.status_code in (301, 308)
    assert answer.headers["Location"] == f"{ORIGIN}/api/"


@pytest.mark.parametrize("key", ["https://arxiv.org/abs/2504.13171", "https%3A%2F%2Farxiv.org%2Fabs%2F2504.13171v2", "arXiv:2504.13171"])
def test_a_paper_by_any_spelling_in_the_path(world: World, ada: Caller, key: str) -> None:
    put_note(ada, world.personal("ada"))
    answer = ada.get(f"/papers/{key}")
    assert answer.status_code == 200
    assert answer.json["key"] == PAPER


# --- every answer ------------------------------------------------------------------------------------------------------------------------


def test_discovery(world: World) -> None:
    answer = world.nobody.get("/").json
    assert answer["protocol"] == {"current": 1, "oldest": 1}
    assert answer["limits"]["papers"] == 60
    assert answer["links"]["lookup"] == f"{ORIGIN}/api/lookup"


def test_every_answer_is_private_and_guarded(world: World, ada: Caller) -> None:
    put = put_note(ada, world.personal("ada"))
    for answer in (ada.get(put.path), ada.get("/me"), ada.get("/nothing"), world.nobody.get("/"), ada.get("/changes")):
        assert answer.headers["Cache-Control"] in ("private, no-cache", "no-store")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for answer in (ada.get(put.path), ada.get("/me"), ada.look_up(PAPER), ada.get(put.path, headers={"If-None-Match": put.etag})):
        assert answer.headers["Vary"] == "Authorization, Cookie, Accept"


def test_what_nobody_foresaw_is_told_without_its_trace(world: World, ada: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from postil.services import lookup

    def broken(*args: object) -> bytes:
        raise RuntimeError("the secret reason")

    monkeypatch.setattr(lookup, "look_up", broken)
    answer = ada.look_up(PAPER)
    assert_problem(answer, 500, "server-error")
    assert "secret reason" not in answer.text
