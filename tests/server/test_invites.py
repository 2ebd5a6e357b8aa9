"""Inviting into a team by a link: for a role, a time and a number of uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browsing import FOREIGN, Browser, browser_of, elements
from factories import assert_problem
from lab import session
from world import Caller, World, at_once

from postil.clock import now
from postil.db import database
from postil.models import Token, User

PASSWORD = "correct horse battery"


@pytest.fixture
def team(world: World) -> str:
    return world.team("olga", mo="moderator", memo="member")


@pytest.fixture
def olga(world: World) -> Caller:
    return world.as_user("olga")


def invited(caller: Caller, team: str, **asked: Any) -> dict[str, Any]:
    made = caller.post(f"/groups/{team}/invites", asked)
    assert made.status_code == 201, made.text
    assert made.headers["Cache-Control"] == "no-store"
    invite: dict[str, Any] = made.json
    return invite


def path(invite: dict[str, Any]) -> str:
    return f"/join/{invite['secret']}"


def accept(caller: Caller, invite: dict[str, Any]) -> Any:
    return caller.post(f"/invites/{invite['secret']}/accept")


def roles(world: World, team: str) -> dict[str, str]:
    return {m["name"]: m["role"] for m in world.as_user("olga").get(f"/groups/{team}/members").json["members"]}


def test_an_invitation_is_told_whole_and_its_secret_once(world: World, olga: Caller, team: str) -> None:
    made = invited(olga, team, role="moderator", days=2, uses=5)
    assert made["url"] == f"http://127.0.0.1:8017/join/{made['secret']}"
    assert (made["role"], made["uses_left"], made["ended"]) == ("moderator", 5, None)
    default = invited(olga, team)
    assert (default["role"], default["uses_left"]) == ("member", 1)
    listed = olga.get(f"/groups/{team}/invites")
    assert [invite["id"] for invite in listed.json["invites"]] == [default["id"], made["id"]]
    assert made["secret"] not in listed.text


def test_one_that_a_token_made_ends_with_it(world: World, olga: Caller, team: str) -> None:
    """Whoever found a token would keep a way into the team; what was made in the server's pages outlives the visit."""
    scopes = {"name": "lost", "scopes": ["account", "read"], "days": 1}
    lost = olga.post("/tokens", scopes).json
    child = Caller(world.app, Caller(world.app, lost["token"]).post("/tokens", scopes).json["token"])
    invite = invited(child, team, days=30)
    assert invite["expires"] <= lost["expires"]
    visit = session(world, "olga")
    other = visit.post(f"/groups/{team}/invites", {"days": 30}, headers={"Sec-Fetch-Site": "same-origin"}).json
    assert other["expires"] > lost["expires"]
    with database.connection_context():
        Token.update(revoked_at=now()).where(Token.kind == "session").execute()
    assert olga.delete(f"/tokens/{lost['id']}").status_code == 204
    answer = accept(world.as_user("eve"), invite)
    assert_problem(answer, 410, "gone")
    assert "revoked" in answer.json["detail"]
    assert accept(world.as_user("eve"), other).status_code == 200


def test_joining_with_the_account_one_has(world: World, olga: Caller, team: str) -> None:
    invite = invited(olga, team, role="reader")
    browser = browser_of(world, "ada")
    shown = browser.get(path(invite))
    assert "Join Lab" in shown.text
    assert "Olga invites you as a reader" in shown.text
    joined = browser.post(path(invite))
    assert (joined.status_code, joined.headers["Location"]) == (303, f"/teams/{team}")
    assert roles(world, team)["ada"] == "reader"
    assert browser.get(f"/teams/{team}").status_code == 200


def test_joining_by_the_api(world: World, olga: Caller, team: str) -> None:
    joined = accept(world.as_user("ada"), invited(olga, team))
    assert joined.json == {"group": team}
    assert roles(world, team)["ada"] == "member"


def test_joining_twice_spends_one_use(world: World, olga: Caller, team: str) -> None:
    invite = invited(olga, team, uses=2)
    for _ in range(2):
        assert accept(world.as_user("ada"), invite).status_code == 200
    assert olga.get(f"/groups/{team}/invites").json["invites"][0]["uses_left"] == 1


def test_a_member_keeps_the_higher_role(world: World, olga: Caller, team: str) -> None:
    assert accept(world.as_user("mo"), invited(olga, team, role="reader")).status_code == 200
    assert accept(world.as_user("memo"), invited(olga, team, role="moderator")).status_code == 200
    assert roles(world, team) == {"olga": "owner", "mo": "moderator", "memo": "moderator"}


def end(world: World, olga: Caller, team: str, invite: dict[str, Any], how: str) -> None:
    if how == "revoked":
        assert olga.delete(f"/groups/{team}/invites/{invite['id']}").status_code == 204
    elif how == "used up":
        assert accept(world.as_user("someone"), invite).status_code == 200
    else:
        with database.connection_context():
            Token.update(expires=now()).where(Token.id == invite["id"]).execute()


@pytest.mark.parametrize("how", ["revoked", "used up", "expired"])
def test_a_link_that_has_ended_says_how(world: World, olga: Caller, team: str, how: str) -> None:
    invite = invited(olga, team)
    end(world, olga, team, invite, how)
    assert how in assert_problem(accept(world.as_user("ada"), invite), 410, "gone")["detail"]
    browser = browser_of(world, "ada")
    form = {"name": "new", "password": PASSWORD}
    for page in (browser.get(path(invite)), browser.post(path(invite)), Browser(world.app).post(path(invite) + "/account", **form)):
        assert page.status_code == 410
        assert how in page.text
    assert how in olga.get(f"/groups/{team}/invites").json["invites"][0]["ended"]
    assert "ada" not in roles(world, team)
    with database.connection_context():
        assert not User.select().where(User.name == "new").exists()
    if how == "revoked":
        assert_problem(olga.delete(f"/groups/{team}/invites/{invite['id']}"), 404)


@pytest.mark.parametrize("secret", ["postil_x", "ä", "%00", "x" * 300])
def test_an_unknown_link_is_not_found(world: World, secret: str) -> None:
    assert Browser(world.app).get(f"/join/{secret}").status_code == 404
    assert_problem(world.as_user("ada").post(f"/invites/{secret}/accept"), 404)


def test_secrets_of_other_kinds_invite_nobody(world: World) -> None:
    assert_problem(world.as_user("ada").post(f"/invites/{world.as_user('bob').token}/accept"), 404)


def test_a_moderator_invites_only_to_roles_below(world: World, team: str) -> None:
    mo = world.as_user("mo")
    for role in ("reader", "member"):
        invited(mo, team, role=role)
    for role in ("moderator", "owner"):
        assert_problem(mo.post(f"/groups/{team}/invites", {"role": role}), 422, "invalid", "role")


@pytest.mark.parametrize("asked", [{"role": "king"}, {"days": 0}, {"days": 91}, {"uses": 0}, {"uses": 1001}, {"uses": "1"}, {"more": 1}])
def test_an_invitation_that_is_none(olga: Caller, team: str, asked: dict[str, Any]) -> None:
    assert_problem(olga.post(f"/groups/{team}/invites", asked), 422, "invalid", next(iter(asked)))


def test_nobody_is_invited_into_only_me(world: World, olga: Caller) -> None:
    assert_problem(olga.post(f"/groups/{world.personal('olga')}/invites", {}), 403)


def test_many_are_listed_in_as_many_queries_as_one(olga: Caller, team: str, count_queries: Callable[[Callable[[], Any]], int]) -> None:
    invited(olga, team)
    olga.get(f"/groups/{team}/invites")  # the first request tells when the token was used
    of_one = count_queries(lambda: olga.get(f"/groups/{team}/invites"))
    for _ in range(3):
        invited(olga, team)
    assert count_queries(lambda: olga.get(f"/groups/{team}/invites")) == of_one


def test_an_invitation_of_another_team_is_not_found(world: World, olga: Caller, team: str) -> None:
    invite = invited(olga, team)
    other = world.team("olga")
    assert_problem(olga.delete(f"/groups/{other}/invites/{invite['id']}"), 404)


# --- the inviter's role falls ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fall", ["removed", "leaves", "member", "disabled"])
def test_whoever_may_no_longer_invite_leaves_no_link_behind(world: World, olga: Caller, team: str, fall: str) -> None:
    invite = invited(world.as_user("mo"), team, role="member")
    mo = world.user_id("mo")
    if fall == "removed":
        olga.delete(f"/groups/{team}/members/{mo}")
    elif fall == "leaves":
        world.as_user("mo").delete(f"/groups/{team}/members/{mo}")
    elif fall == "disabled":
        with database.connection_context():
            User.update(disabled_at=now()).where(User.id == mo).execute()
    else:
        olga.put(f"/groups/{team}/members/{mo}", {"role": fall})
    assert "revoked" in assert_problem(accept(world.as_user("ada"), invite), 410, "gone")["detail"]


def test_an_owner_who_becomes_a_moderator_cannot_come_back_by_an_own_link(world: World, olga: Caller, team: str) -> None:
    world.set_role(team, "otto", "owner")
    otto = world.as_user("otto")
    links = {role: invited(otto, team, role=role) for role in ("reader", "member", "moderator", "owner")}
    olga.put(f"/groups/{team}/members/{world.user_id('otto')}", {"role": "moderator"})
    found = {role: accept(world.as_user("otto"), invite).status_code for role, invite in links.items()}
    assert found == {"reader": 200, "member": 200, "moderator": 410, "owner": 410}
    assert roles(world, team)["otto"] == "moderator"


def test_a_deleted_team_s_links_lead_nowhere(world: World, olga: Caller, team: str) -> None:
    invite = invited(olga, team)
    assert olga.delete(f"/groups/{team}").status_code == 204
    assert_problem(accept(world.as_user("ada"), invite), 404)


# --- an account by the link ------------------------------------------------------------------------------------------------------------


def join_anew(world: World, invite: dict[str, Any], **form: str) -> tuple[Any, Browser]:
    browser = Browser(world.app)
    return browser.post(path(invite) + "/account", **({"name": "newcomer", "password": PASSWORD} | form)), browser


def test_an_account_and_its_membership(world: World, olga: Caller, team: str) -> None:
    joined, browser = join_anew(world, invited(olga, team), name="Newcomer", display_name=" New <b>Comer</b> ")
    assert (joined.status_code, joined.headers["Location"]) == (303, f"/teams/{team}")
    assert roles(world, team)["newcomer"] == "member"
    assert "New &lt;b&gt;Comer&lt;/b&gt;" in browser.get(f"/teams/{team}").text
    assert Browser(world.app).post("/sign-in", name="newcomer", password=PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("form", "status"),
    [({"name": "olga"}, 409), ({"name": "a b"}, 422), ({"name": ""}, 422), ({"name": "a\0b"}, 422),
     ({"password": "short"}, 422), ({"password": ""}, 422)],
)  # fmt: skip
def test_neither_an_account_nor_a_use_where_something_is_wrong(
    world: World, olga: Caller, team: str, form: dict[str, str], status: int
) -> None:
    invite = invited(olga, team)
    refused, _ = join_anew(world, invite, **form)
    assert refused.status_code == status
    assert elements(refused, role="alert")
    assert "Set-Cookie" not in refused.headers
    assert olga.get(f"/groups/{team}/invites").json["invites"][0]["uses_left"] == 1
    assert join_anew(world, invite, display_name="N\0ul")[0].status_code == 303


def test_accounts_by_links_are_throttled(world: World, olga: Caller, team: str) -> None:
    invite = invited(olga, team)
    statuses = [join_anew(world, invite, name="")[0].status_code for _ in range(61)]
    assert statuses == [422] * 60 + [429]
    waits = accept(world.as_user("ada"), invite)
    assert_problem(waits, 429, "too-many")
    assert 0 < int(waits.headers["Retry-After"]) <= 15 * 60


@pytest.mark.parametrize("anew", [False, True])
def test_of_many_who_race_for_the_last_use_one_joins(world: World, olga: Caller, team: str, anew: bool) -> None:
    invite = invited(olga, team)
    names = ["ann", "ben", "cat", "dan"]
    if anew:
        answers = at_once(*(lambda name=name: join_anew(world, invite, name=name)[0].status_code for name in names))
        assert sorted(answers) == [303, 410, 410, 410]
    else:
        callers = [world.as_user(name) for name in names]
        answers = at_once(*(lambda caller=caller: accept(caller, invite).status_code for caller in callers))
        assert sorted(answers) == [200, 410, 410, 410]
    joined = set(names) & set(roles(world, team))
    assert len(joined) == 1
    if anew:
        with database.connection_context():
            assert {user.name for user in User.select().where(User.name.in_(names))} == joined


# --- the page --------------------------------------------------------------------------------------------------------------------------


def test_inviting_on_the_team_s_page(world: World, team: str) -> None:
    browser = browser_of(world, "olga")
    made = browser.post(f"/teams/{team}/invites", role="reader", days="7", uses="3")
    assert made.status_code == 201
    assert made.headers["Cache-Control"] == "no-store"
    (link,) = elements(made, "input", id="secret")
    assert Browser(world.app).get(str(link["value"]).removeprefix("http://127.0.0.1:8017")).status_code == 200
    page = browser.get(f"/teams/{team}")
    assert str(link["value"]) not in page.text
    (form,) = [form for form in elements(page, "form") if str(form["action"]).endswith("/revoke")]
    assert browser.post(str(form["action"])).status_code == 303
    assert "was revoked" in browser.get(f"/teams/{team}").text
    wrong = browser.post(f"/teams/{team}/invites", role="reader", days="soon", uses="0")
    assert wrong.status_code == 422
    assert elements(wrong, role="alert")


def test_whoever_may_not_invite_sees_no_invitations(world: World, olga: Caller, team: str) -> None:
    invited(olga, team)
    page = browser_of(world, "memo").get(f"/teams/{team}")
    assert page.status_code == 200
    assert "Invitations" not in page.text
    assert browser_of(world, "stranger").get(f"/teams/{team}").status_code == 404


def test_only_our_own_pages_send_these_forms(world: World, olga: Caller, team: str) -> None:
    invite = invited(olga, team)
    browser = browser_of(world, "olga")
    member = world.user_id("memo")
    paths = [
        "/teams", f"/teams/{team}/name", f"/teams/{team}/delete", f"/teams/{team}/members/{member}/role",
        f"/teams/{team}/members/{member}/remove",
        f"/teams/{team}/invites", f"/teams/{team}/invites/{invite['id']}/revoke", path(invite), path(invite) + "/account", "/connect",
    ]  # fmt: skip
    for address in paths:
        refused = browser.post(address, headers=FOREIGN, name="x", role="owner", password=PASSWORD)
        assert refused.status_code == 403, address
        assert "not sent by a page of this server" in refused.text
    assert roles(world, team) == {"olga": "owner", "mo": "moderator", "memo": "member"}
    assert olga.get(f"/groups/{team}/invites").json["invites"][0]["ended"] is None
