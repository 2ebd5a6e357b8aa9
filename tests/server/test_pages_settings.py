"""The settings page: making a token that works, revoking it, and what it says of one's account and teams."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from browsing import Browser, browser_of, elements, entry, link_for, take_in
from factories import assert_problem
from world import Caller, World

from postil.clock import now
from postil.db import database
from postil.models import Token


@pytest.fixture
def browser(world: World) -> Browser:
    return browser_of(world, "ada")


def secret_of(world: World, browser: Browser, **form: str) -> Caller:
    made = browser.post("/settings/tokens", **form)
    assert made.status_code == 201
    assert made.headers["Cache-Control"] == "no-store"
    (field,) = elements(made, "input", id="secret")
    assert "readonly" in field.attributes
    return Caller(world.app, str(field["value"]))


def test_a_token_is_shown_once_and_works(world: World, browser: Browser) -> None:
    caller = secret_of(world, browser, name=" <b>Laptop</b> ", days="90")
    assert caller.get("/me").json["scopes"] == ["read", "write"]
    page = browser.get("/settings")
    assert str(caller.token) not in page.text
    assert "&lt;b&gt;Laptop&lt;/b&gt;" in page.text
    assert not elements(page, "b")
    (token,) = world.as_user("ada").get("/tokens").json["tokens"][:1]
    expires = datetime.fromisoformat(token["expires"])
    assert timedelta(days=89) < expires - datetime.now(UTC) < timedelta(days=91)


def test_a_token_may_manage_the_account_where_that_is_ticked(world: World, browser: Browser) -> None:
    assert secret_of(world, browser, name="all", days="", account="on").get("/tokens").status_code == 200
    assert_problem(secret_of(world, browser, name="notes", days="").get("/tokens"), 403, "missing-scope")


def test_revoking_ends_a_token(world: World, browser: Browser) -> None:
    caller = secret_of(world, browser, name="Laptop")
    (form,) = [form for form in elements(browser.get("/settings"), "form") if str(form["action"]).endswith("/revoke")]
    sent = browser.post(str(form["action"]))
    assert (sent.status_code, sent.headers["Location"]) == (303, "/settings#tokens")
    assert_problem(caller.get("/me"), 401)
    assert "No tokens yet" in browser.get("/settings").text
    assert browser.post(str(form["action"])).status_code == 404


def test_one_revokes_one_s_own_tokens_alone(world: World, browser: Browser) -> None:
    caller = secret_of(world, browser_of(world, "bob"), name="Laptop")
    with database.connection_context():
        ids = [token.id for token in Token.select()]
    assert {browser.post(f"/settings/tokens/{id}/revoke").status_code for id in ids} == {404}
    assert browser.post(f"/settings/tokens/{2**70}/revoke").status_code == 404
    assert caller.get("/me").status_code == 200


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"name": ""}, "name-wrong"),
        ({"name": "  "}, "name-wrong"),
        ({"name": "x" * 101}, "name-wrong"),
        ({"name": "a\0b"}, "name-wrong"),
        ({"name": "ok", "days": "0"}, "days-wrong"),
        ({"name": "ok", "days": "9999999999"}, "days-wrong"),
        ({"name": "ok", "days": "soon"}, "days-wrong"),
    ],
)
def test_a_wrong_field_is_named_beside_it(browser: Browser, form: dict[str, str], wrong: str) -> None:
    page = browser.post("/settings/tokens", **form)
    assert page.status_code == 422
    assert len(elements(page, "p", id=wrong)) == 1
    assert len(elements(page, aria_describedby=wrong)) == 1
    assert "No tokens yet" in page.text


def test_an_expired_token_says_so(world: World, browser: Browser) -> None:
    secret_of(world, browser, name="old")
    with database.connection_context():
        Token.update(expires=now()).where(Token.kind == "access").execute()
    assert "expired" in browser.get("/settings").text


def test_teams_and_name_are_told(world: World, browser: Browser) -> None:
    team = world.team("bob", ada="moderator")
    text = elements(browser.get("/settings"), "main")[0].words
    assert "Name ada Shown as Ada" in text
    assert "Lab you are a moderator" in text
    assert elements(browser.get("/settings"), "a", href=f"/teams/{team}")
    assert "Only me notes that you alone see" in text


def test_every_field_has_a_label(world: World, browser: Browser) -> None:
    world.team("ada")
    take_in(entry(1))
    read = [browser.get(path) for path in ("/settings", "/trash", "/", "/papers/arxiv:2504.00001", "/password", "/connect")]
    pages = (*read, browser.post("/settings/tokens", name="x"), Browser(world.app).get(link_for(world, "ada")))
    for page in pages:
        labelled = {label["for"] for label in elements(page, "label")}
        for field in [*elements(page, "input"), *elements(page, "select")]:
            if field["type"] == "hidden":
                continue
            assert field["id"] in labelled or field["type"] == "checkbox", field.attributes
