"""Who may do what, over HTTP: every route under /api against every relation that a caller can have to a team and its notes.

401 unknown caller, 404 not visible, 403 visible but not allowed; 409 for another's id, 422 for a destination that is none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from factories import PAPER, assert_problem, note, put_note
from flask import Flask
from lab import PERSONS, Lab
from world import World

from postil.policy import ACTIONS, SCOPES

#: What a request is made of, fresh for each caller: path, body, headers.
Request = tuple[str, Any, dict[str, str]]
Make = Callable[[Lab, str], Request]


def to(path: str, document: Any = None) -> Make:
    return lambda lab, person: (path.format(lab=lab), document, {})


def replacing(lab: Lab, person: str) -> Request:
    put = lab.note()
    return put.path, note(lab.team, "another text"), put.condition


def creating(lab: Lab, person: str) -> Request:
    return f"/annotations/{uuid4()}", note(lab.team), {}


def repeating(lab: Lab, person: str) -> Request:
    put = lab.note()
    return put.path, put.document, {}


def of_note(suffix: str = "", document: Any = None) -> Make:
    def make(lab: Lab, person: str) -> Request:
        put = lab.note()
        return put.path + suffix, document, put.condition

    return make


def restoring(lab: Lab, person: str) -> Request:
    return f"{lab.trashed().path}/restore", None, {}


def in_trash(lab: Lab, person: str) -> Request:
    return lab.trashed().path, None, {}


def purging(lab: Lab, person: str) -> Request:
    return f"/trash/{lab.trashed().id}", None, {}


def purging_the_live(lab: Lab, person: str) -> Request:
    return f"/trash/{lab.note().id}", None, {}


def seen_paper(lab: Lab, person: str) -> Request:
    lab.note()
    return f"/papers/{PAPER}", None, {}


def sending(lab: Lab, person: str) -> Request:
    return f"/papers/{PAPER}", {"title": "T", "source": "arxiv", "group": lab.team}, {}


def leaving(lab: Lab, person: str) -> Request:
    name = {"nobody": "stranger", "read_only": "olga", "owner": "olga"}.get(person, person)
    return f"/groups/{lab.team}/members/{lab.world.user_id(name)}", None, {}


def removing(lab: Lab, person: str) -> Request:
    return f"/groups/{lab.team}/members/{lab.newcomer()}", None, {}


def demoting(lab: Lab, person: str) -> Request:
    return f"/groups/{lab.team}/members/{lab.newcomer()}", {"role": "reader"}, {}


def revoking(lab: Lab, person: str) -> Request:
    return f"/tokens/{lab.token_id()}", None, {}


def revoking_invite(lab: Lab, person: str) -> Request:
    return f"/groups/{lab.team}/invites/{lab.invite()['id']}", None, {}


def accepting(lab: Lab, person: str) -> Request:
    return f"/invites/{lab.invite()['secret']}/accept", None, {}


def looking_up(lab: Lab, person: str) -> Request:
    return f"/lookup?paper={PAPER}", None, {}


TOKEN = {"name": "t", "scopes": ["read"]}
#: (method and rule, case, request) -> expected statuses in the order of PERSONS:
#:                                                             owner mod  mem  read rem  str  nob  r/o  dis
TABLE: list[tuple[str, str, Make, list[int]]] = [
    ("GET /", "", to("/"),                                      [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET /openapi.json", "", to("/openapi.json"),              [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET /me", "", to("/me"),                                  [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    ("GET /annotations/<id>", "", of_note(),                    [200, 200, 200, 200, 404, 404, 401, 200, 401]),
    ("GET /annotations/<id>", "in the trash", in_trash,         [410, 410, 410, 410, 404, 404, 401, 410, 401]),
    ("GET /annotations/<id>/history", "", of_note("/history"),  [200, 200, 200, 200, 404, 404, 401, 200, 401]),
    ("PUT /annotations/<id>", "create", creating,               [201, 201, 201, 403, 422, 422, 401, 403, 401]),
    ("PUT /annotations/<id>", "replace", replacing,             [200, 409, 409, 409, 409, 409, 401, 403, 401]),
    ("PUT /annotations/<id>", "the same", repeating,            [200, 409, 409, 409, 409, 409, 401, 403, 401]),
    ("PATCH /annotations/<id>", "", of_note(document={"postil:status": "open"}),
                                                                [200, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("DELETE /annotations/<id>", "", of_note(),                 [204, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("POST /annotations/<id>/restore", "", restoring,           [200, 410, 410, 410, 404, 404, 401, 403, 401]),
    ("POST /annotations/<id>/restore", "present", of_note("/restore"),
                                                                [200, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("GET /trash", "", to("/trash"),                            [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    ("DELETE /trash/<id>", "", purging,                         [204, 410, 410, 410, 404, 404, 401, 403, 401]),
    ("DELETE /trash/<id>", "present", purging_the_live,         [409, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("GET /lookup", "", looking_up,                             [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    ("GET /changes", "", to("/changes"),                        [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    ("GET /groups", "", to("/groups"),                          [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    ("POST /groups", "", to("/groups", {"name": "New"}),        [201, 201, 201, 201, 201, 201, 401, 403, 401]),
    ("GET /groups/<id>", "", to("/groups/{lab.team}"),          [200, 200, 200, 200, 404, 404, 401, 200, 401]),
    ("PATCH /groups/<id>", "", to("/groups/{lab.team}", {"name": "X"}),
                                                                [200, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("DELETE /groups/<id>", "", to("/groups/{lab.team}"),       [204, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("GET /groups/<id>/members", "", to("/groups/{lab.team}/members"),
                                                                [200, 200, 200, 200, 404, 404, 401, 200, 401]),
    ("PUT /groups/<id>/members/<int:user>", "", demoting,       [204, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("PUT /groups/<id>/members/<int:user>", "no member", to("/groups/{lab.team}/members/{lab.outsider}", {"role": "reader"}),
                                                                [404, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("DELETE /groups/<id>/members/<int:user>", "", removing,    [204, 403, 403, 403, 404, 404, 401, 403, 401]),
    ("DELETE /groups/<id>/members/<int:user>", "leave", leaving,
                                                                [409, 204, 204, 204, 404, 404, 401, 403, 401]),
    ("GET /papers", "", to("/papers"),                          [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    ("GET /papers/<path:key>", "", seen_paper,                  [200, 200, 200, 200, 404, 404, 401, 200, 401]),
    ("PUT /papers/<path:key>", "", sending,                     [200, 200, 200, 403, 422, 422, 401, 403, 401]),
    ("GET /groups/<id>/invites", "", to("/groups/{lab.team}/invites"),
                                                                [200, 200, 403, 403, 404, 404, 401, 403, 401]),
    ("POST /groups/<id>/invites", "", to("/groups/{lab.team}/invites", {"role": "reader"}),
                                                                [201, 201, 403, 403, 404, 404, 401, 403, 401]),
    ("POST /groups/<id>/invites", "as owner", to("/groups/{lab.team}/invites", {"role": "owner"}),
                                                                [201, 422, 403, 403, 404, 404, 401, 403, 401]),
    ("DELETE /groups/<id>/invites/<int:invite>", "", revoking_invite,
                                                                [204, 204, 403, 403, 404, 404, 401, 403, 401]),
    ("POST /invites/<secret>/accept", "", accepting,            [200, 200, 200, 200, 200, 200, 401, 403, 401]),
    ("GET /export", "", to("/export?format=jsonl"),             [200, 200, 200, 200, 200, 200, 401, 200, 401]),
    # For programs that nobody has let in yet: the answer hangs on what they hold, not on who sends it.
    ("POST /oauth/device", "", to("/oauth/device"),             [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("POST /oauth/token", "", to("/oauth/token"),               [400, 400, 400, 400, 400, 400, 400, 400, 400]),
    ("POST /oauth/revoke", "", to("/oauth/revoke"),             [200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET /tokens", "", to("/tokens"),                          [200, 200, 200, 200, 200, 200, 401, 403, 401]),
    ("POST /tokens", "", to("/tokens", TOKEN),                  [201, 201, 201, 201, 201, 201, 401, 403, 401]),
    ("DELETE /tokens/<int:id>", "", revoking,                   [204, 404, 404, 404, 404, 404, 401, 403, 401]),
]  # fmt: skip


@pytest.mark.parametrize(("route", "case", "make", "expected"), TABLE, ids=[f"{route} {case}".strip() for route, case, *_ in TABLE])
def test_who_may(world: World, route: str, case: str, make: Make, expected: list[int]) -> None:
    lab, method = Lab(world), route.split()[0]
    answers = {}
    for person in reversed(PERSONS):  # the owner last: a team that the owner has deleted is gone for all
        path, document, headers = make(lab, person)
        answers[person] = lab.callers[person].ask(method, path, json=document, headers=headers)
    assert [answers[person].status_code for person in PERSONS] == expected, {p: a.text for p, a in answers.items()}
    for person, answer in answers.items():
        if answer.status_code >= 400 and "/oauth/" not in route:
            assert_problem(answer, answer.status_code)
        if answer.status_code == 401:
            assert answer.headers["WWW-Authenticate"] == 'Bearer realm="postil"'
        if answer.status_code == 403 and person == "read_only":
            assert answer.json["code"] == "missing-scope"


def test_the_table_names_every_route(app: Flask) -> None:
    routes = {
        f"{method} {rule.rule.removeprefix('/api')}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }
    assert routes == {route for route, *_ in TABLE}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_opens_its_own_actions_only(world: World, scope: str) -> None:
    lab = Lab(world)
    caller = world.as_user("olga", [scope])
    opened = set()
    for route, case, make, _ in TABLE:
        if route in ("GET /", "GET /openapi.json", "DELETE /groups/<id>") or "/oauth/" in route or case in ("in the trash", "leave"):
            continue
        path, document, headers = make(lab, "owner")
        answer = caller.ask(route.split()[0], path, json=document, headers=headers)
        if answer.status_code != 403:
            opened.add((route, case, answer.status_code))
            continue
        assert_problem(answer, 403, "missing-scope")
    kinds = {"read": "GET", "write": "(PUT|PATCH|DELETE|POST) /(annotations|trash|papers)", "account": ".* /(groups|tokens|invites)"}
    import re

    for route, case, status in opened:
        assert re.match(kinds[scope], route), (route, case, status)
    assert opened


@pytest.mark.parametrize("role", ["owner", "moderator", "member", "reader", "removed"])
def test_an_authors_own_note_as_their_role_falls(world: World, role: str) -> None:
    """Who may no longer write may still take their words back; who has left sees nothing."""
    team = world.team("boss", ada="member")
    ada = world.as_user("ada")
    kept, deleted, trashed = put_note(ada, team), put_note(ada, team), put_note(ada, team)
    ada.delete(trashed.path, headers=trashed.condition)
    if role == "removed":
        world.as_user("boss").delete(f"/groups/{team}/members/{world.user_id('ada')}")
    else:
        world.set_role(team, "ada", role)
    writes, gone = role in ("owner", "moderator", "member"), role == "removed"
    refused = 404 if gone else 403
    statuses = [
        ada.get(kept.path).status_code,
        ada.patch(kept.path, {"postil:status": "open"}, headers=kept.condition).status_code,
        ada.delete(deleted.path, headers=deleted.condition).status_code,
        ada.post(f"{trashed.path}/restore").status_code,
        ada.delete(f"/trash/{deleted.id}").status_code,
    ]
    at_all = 404 if gone else 204
    assert statuses == [404 if gone else 200, 200 if writes else refused, at_all, 200 if writes else refused, at_all]


def test_a_hidden_note_is_its_authors_and_the_moderators(world: World) -> None:
    from postil.db import database
    from postil.models import Annotation

    lab = Lab(world)
    put = put_note(lab.callers["member"], lab.team)
    with database.connection_context():
        Annotation.update(hidden_at=1).where(Annotation.uuid == put.id).execute()
    found = {name: lab.callers[name].get(put.path).status_code for name in ("owner", "moderator", "member", "reader")}
    assert found == {"owner": 200, "moderator": 200, "member": 200, "reader": 404}
    counts = {name: lab.callers[name].look_up(PAPER).json["papers"][PAPER]["count"] for name in found}
    assert counts == {"owner": 1, "moderator": 1, "member": 1, "reader": 0}


def test_every_action_has_a_scope_that_exists() -> None:
    assert {rule.scope for rule in ACTIONS.values()} == set(SCOPES)
