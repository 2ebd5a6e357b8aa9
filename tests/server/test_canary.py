"""Nothing private shows anywhere: markers are planted where only some may look, and every GET route is swept for them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from factories import edit, mark, move, note, put_note, put_reply, written
from flask import Flask
from lab import session
from world import Caller, World

from postil import formats
from postil.db import database
from postil.models import User

MARKER = "wombat7f3a"
PRIVATE_PAPER, SHARED_PAPER = "arxiv:2501.00001", "arxiv:2501.00002"


def planted(where: str) -> str:
    return f"wombat {MARKER}-{where}"


@pytest.fixture
def hidden(world: World) -> dict[str, list[str]]:
    """Markers of all kinds; returns what to ask for: ids of notes, groups, papers, users.

    `carla` owns all of it. `bob` shares the team Open with her, `mallory` shares nothing with anybody.
    """
    secret, opened = world.team("carla"), world.team("ada", bob="member", carla="member")
    world.set_role(opened, "gone", "reader")
    carla, ada = world.as_user("carla"), world.as_user("ada")
    mine = world.personal("carla")
    carla.patch(f"/groups/{secret}", {"name": planted("group")})
    with database.connection_context():
        User.update(display_name=planted("person")).where(User.name == "carla").execute()
    parts: dict[str, Any] = {"paper": PRIVATE_PAPER, "tags": [planted("tag")], "selectors": mark(planted("quote"), 0)}
    note_ = put_note(carla, mine, planted("personal"), **parts)
    teams = put_note(carla, secret, planted("team"), **parts)
    answer = put_reply(carla, secret, teams, planted("reply"))
    edited = edit(carla, put_note(carla, secret, planted("edit")), "edited")
    trashed = put_note(carla, secret, planted("trash"), paper=SHARED_PAPER)
    carla.delete(trashed.path, headers=trashed.condition)
    # In the open team: a note of ada's that was drafted elsewhere, one that she took back, and one that she moved away.
    drafted = edit(ada, put_note(ada, world.personal("ada"), planted("draft"), paper=SHARED_PAPER), "open text")
    written(move(ada, drafted, opened))
    taken_back = put_note(ada, opened, planted("deleted"), paper=SHARED_PAPER)
    ada.delete(taken_back.path, headers=taken_back.condition)
    away = put_note(ada, opened, "first", paper=SHARED_PAPER)
    away = written(move(ada, away, world.personal("ada")))
    away = edit(ada, away, planted("moved-away"))
    carla.put(f"/papers/{PRIVATE_PAPER}", {"title": planted("title"), "abstract": planted("abstract"), "source": "arxiv", "group": secret})
    carla.put(f"/papers/{SHARED_PAPER}", {"title": planted("own-title"), "source": "arxiv", "group": mine})
    puts = [note_, teams, answer, edited, trashed, drafted, taken_back, away]
    return {
        "note": [put.id for put in puts],
        "group": [secret, mine, opened],
        "paper": [PRIVATE_PAPER, SHARED_PAPER, "2501.00001v1"],
        "user": [str(world.user_id(name)) for name in ("carla", "ada")],
    }


def addresses(app: Flask, hidden: dict[str, list[str]]) -> Iterator[str]:
    """Every GET route with every argument that could fit its noun (anything, where the noun is new), and the queries that a route knows."""
    by_noun = {
        "annotations": hidden["note"], "trash": hidden["note"], "groups": hidden["group"], "papers": hidden["paper"],
        "static": [], "sign-in": ["x"],
    }  # fmt: skip
    anything = [values[0] for values in hidden.values()]
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()):
            continue
        if rule.arguments:
            values = next((values for noun, values in by_noun.items() if f"/{noun}/" in rule.rule), anything)
            yield from (re.sub(r"<[^>]+>", quote(value), rule.rule) for value in values)
            continue
        papers = "&".join(f"paper={quote(paper)}" for paper in hidden["paper"])
        exports = [f"format={name}" for name in formats.names()]
        for query in ("", papers, "q=wombat", "limit=500", "day=2025-01-01", *(exports if rule.rule.endswith("/export") else ())):
            yield f"{rule.rule}?{query}"


def unpacked(body: bytes) -> str:
    """An answer's text; of a zip, the texts of all its files."""
    if not body.startswith(b"PK"):
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "".join(name + archive.read(name).decode() for name in archive.namelist())


def sweep(caller: Caller, paths: list[str], **headers: str) -> set[str]:
    """The markers that show in any answer, its headers too."""
    found: set[str] = set()
    for path in paths:
        answer = caller.get(f"http://127.0.0.1:8017{path}", headers=headers)
        assert answer.status_code < 500, (path, answer.text)
        shown = unpacked(answer.data) + str(answer.headers)
        found |= set(re.findall(f"{MARKER}-([a-z-]+)", shown))
    return found


def test_a_private_marker_shows_nowhere(world: World, app: Flask, hidden: dict[str, list[str]]) -> None:
    paths = list(dict.fromkeys(addresses(app, hidden)))
    api = [path for path in paths if path.startswith("/api/")]
    world.as_user("ada").delete(f"/groups/{hidden['group'][2]}/members/{world.user_id('gone')}")
    # bob is in a team with carla, and so knows her name.
    for name, may_see in (("mallory", set()), ("bob", {"person"}), ("gone", set())):
        assert sweep(world.as_user(name), api) <= may_see, name
        assert sweep(session(world, name), paths) <= may_see, name
    assert sweep(world.nobody, paths) == set()
    assert sweep(Caller(app, "postil_" + "x" * 43), api) == set()


def test_the_sweep_would_have_found_it(world: World, app: Flask, hidden: dict[str, list[str]]) -> None:
    api = [path for path in addresses(app, hidden) if path.startswith("/api/")]
    carla = sweep(world.as_user("carla"), api)
    assert carla >= {"group", "person", "tag", "quote", "personal", "team", "reply", "edit", "title", "abstract", "own-title", "trash"}
    assert sweep(world.as_user("ada"), api) >= {"draft", "moved-away", "deleted"}


def test_a_write_tells_nothing_either(world: World, hidden: dict[str, list[str]]) -> None:
    """What a refused write answers, for ids and places that are not the caller's."""
    for name in ("mallory", "bob"):
        caller, mine = world.as_user(name), world.personal(name)
        for id in hidden["note"]:
            answers = [
                caller.put(f"/annotations/{id}", note(mine), headers={"If-Match": "*"}),
                caller.patch(f"/annotations/{id}", {"postil:group": mine}, headers={"If-Match": '"x"'}),
                caller.delete(f"/annotations/{id}", headers={"If-Match": "*"}),
                caller.post(f"/annotations/{id}/restore"),
                caller.delete(f"/trash/{id}"),
                caller.put(f"/annotations/{uuid4()}", note(mine) | {"target": f"http://x/api/annotations/{id}"}),
            ]
            for answer in answers:
                assert answer.status_code in (403, 404, 409, 410, 422), answer.text
                assert MARKER not in answer.text + str(answer.headers)
        for group in hidden["group"][:2]:
            assert caller.put(f"/annotations/{uuid4()}", note(group)).status_code == 422
            assert caller.put(f"/groups/{group}/members/{world.user_id(name)}", {"role": "owner"}).status_code == 404


def test_not_visible_is_answered_like_unknown(world: World, hidden: dict[str, list[str]]) -> None:
    """Byte for byte, but for what the caller said."""
    mallory = world.as_user("mallory")
    for path, mine, unknown in (
        ("/annotations/{}", hidden["note"][0], str(uuid4())),
        ("/annotations/{}", hidden["note"][4], str(uuid4())),
        ("/annotations/{}/history", hidden["note"][0], str(uuid4())),
        ("/groups/{}", hidden["group"][0], "0" * 12),
        ("/groups/{}/members", hidden["group"][0], "0" * 12),
        ("/papers/{}", PRIVATE_PAPER, "arxiv:2501.00009"),
    ):
        for method in ("GET", "DELETE", "PATCH"):
            one, other = (mallory.ask(method, path.format(x), json={"name": "x"}, headers={"If-Match": "*"}) for x in (mine, unknown))
            assert one.status_code in (404, 405)
            assert (one.status_code, one.data, sorted(one.headers)) == (other.status_code, other.data, sorted(other.headers))
    seen, never = (mallory.look_up(paper).json["papers"][paper] for paper in (PRIVATE_PAPER, "arxiv:2501.00009"))
    assert (seen["count"], seen["notes"]) == (never["count"], never["notes"]) == (0, [])
