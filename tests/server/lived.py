"""A server that has been lived in: something of all that its tables can hold, written the way it comes to be."""

from __future__ import annotations

from typing import Any

from browsing import browser_of, entry, link_for, take_in
from factories import PAPER, edit, mark, move, note, put_note, put_reply, written
from world import World

from postil import changes
from postil.clock import now
from postil.db import database
from postil.models import Paper, PaperAlias, Tombstone, User

#: Texts that a careless writer of files would bend: control characters, quotes, all kinds of line ends, whatever lies beyond ASCII.
TEXTS = (
    "a\x01b \x02 \x7f line\u2028separator\u2029 next\x85line \ufeff",
    "\r\n\t> quote\n\n```\n<script>alert(1)</script>\n```\n$x^2$ \\ \\\\ \"'",
    "👩🏽‍🔬 \u202eright to left\u202c e\u0301 \U0010ffff 大语言模型",
    '{"a": 1}',
    "\\N",
)

OPERATION = {"Idempotency-Key": "0192f3a0-7c1e-7d2a-9b3c-000000000001"}


def live_in(world: World) -> dict[str, Any]:
    """Fill a fresh server. Returns what its owner reads of it: the documents of `notes` by id, and what is in the `trash` and `gone`."""
    team, other = world.team("ada", bob="member", cleo="reader", dan="moderator"), world.team("bob", ada="moderator")
    ada, bob, mine = world.as_user("ada"), world.as_user("bob"), world.personal("ada")
    take_in(entry(13171, key=PAPER, title="A listed paper", organization="Lab"), *(entry(n) for n in range(1, 6)), entry(9, day=None))
    ada.put("/papers/doi:10.1000/x(1)<y>", {"title": "As a page showed it", "source": "arxiv", "group": mine})
    for text in TEXTS:
        put_note(ada, mine, text, paper="doi:10.1000/x(1)<y>", tags=[text[:90], "plain"], selectors=mark(text, 0))
    kept = put_note(ada, mine, "written once, sent twice")
    for _ in range(2):
        written(ada.put(kept.path, note(mine, "written twice, sent thrice"), headers={**OPERATION, **kept.condition}))
    first = put_note(ada, team, "first", **{"postil:label": "amber", "postil:status": "open"})
    put_reply(ada, team, put_reply(bob, team, first, "an answer"), "deeper")
    edit(ada, edit(ada, put_note(ada, team, "one state", tags=["tidy"]), "another"), "a third")
    put_note(ada, other, "", paper="arxiv:hep-th/9901001v2", motivation="bookmarking")
    put_note(ada, other, "on the whole paper", field=None)
    carried = put_note(ada, mine, "moved")
    put_reply(ada, mine, carried, "moved along")
    moved = written(move(ada, edit(ada, carried, "moved, edited"), other))
    trashed = put_note(ada, team, "in the trash")
    assert ada.delete(trashed.path, headers=trashed.condition).status_code == 204
    assert ada.delete(f"/groups/{world.team('ada')}").status_code == 204
    assert ada.post(f"/groups/{team}/invites", {"role": "member"}).status_code == 201
    world.nobody.post("/oauth/device", data={"client_name": "a browser"})
    browser_of(world, "bob")
    link_for(world, "ada")
    gone = _beyond_what_a_request_does(world)
    ids = [line["annotation"]["id"].rsplit("/", 1)[1] for line in ada.changes(limit=200)["notes"]]
    notes = {id: ada.get(f"/annotations/{id}").json for id in ids}
    assert moved.id in notes
    assert trashed.id not in notes
    return {"notes": notes, "trash": [trashed.id], "gone": [gone]}


def _beyond_what_a_request_does(world: World) -> str:
    """An alias, an account that is disabled, and what is left of a note that was deleted for good, whose id is returned."""
    dan = world.user_id("dan")
    with database.connection_context():
        PaperAlias.create(scheme="doi", value="10.48550/arxiv.2504.13171", paper=Paper.get(Paper.key == PAPER).id)
        User.update(disabled_at=now(), email="dan@example.org", password_hash="x").where(User.id == dan).execute()
        gone = "0192f3a0-7c1e-7d2a-9b3c-4d5e6f708192"
        group = world.identity("ada").personal.group_id
        Tombstone.create(annotation=gone, group=group, root=None, at=now())
        changes.record([changes.Written(group, "note", gone, "delete")])
    return gone
