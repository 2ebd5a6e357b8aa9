"""A team with one person in every relation to it that a rule can tell apart."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import uuid4

from factories import Put, put_note
from world import Caller, World

from postil.clock import now
from postil.db import database
from postil.models import User
from postil.services import tokens

#: In the order of the columns of the policy's table.
PERSONS = ("owner", "moderator", "member", "reader", "removed", "stranger", "nobody", "read_only", "disabled")


class Lab:
    """`owner` is the author of the notes; `read_only` is the owner by a token that may only read; `disabled` was a member.

    The owner's name is `olga`: `owner` is the account that every server begins with.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        roles = {"moderator": "moderator", "member": "member", "reader": "reader", "removed": "member", "disabled": "member"}
        self.team = world.team("olga", **roles)
        self.owner = world.as_user("olga")
        self.callers = {name: world.as_user(name) for name in (*roles, "stranger")}
        self.callers |= {"owner": self.owner, "nobody": world.nobody, "read_only": world.as_user("olga", ["read"])}
        self.owner.delete(f"/groups/{self.team}/members/{world.user_id('removed')}")
        with database.connection_context():
            User.update(disabled_at=now()).where(User.name == "disabled").execute()

    def note(self) -> Put:
        return put_note(self.owner, self.team, f"a thought {uuid4()}")

    def trashed(self) -> Put:
        put = self.note()
        self.owner.delete(put.path, headers=put.condition)
        return put

    @cached_property
    def outsider(self) -> int:
        return self.world.user_id("outsider")

    def newcomer(self) -> int:
        """The id of a member who may be removed."""
        self.world.set_role(self.team, "newcomer", "member")
        return self.world.user_id("newcomer")

    def token_id(self) -> int:
        """The id of a new token of the owner's."""
        with database.connection_context():
            found: int = tokens.create_for(self.world.user_id("olga"), "spare", ["read"])["id"]
        return found

    def invite(self, role: str = "reader") -> dict[str, Any]:
        """A new invitation of the owner's into the team, with its secret."""
        made = self.world.as_user("olga").post(f"/groups/{self.team}/invites", {"role": role})
        assert made.status_code == 201, made.text
        invite: dict[str, Any] = made.json
        return invite


def session(world: World, name: str) -> Caller:
    """A user's browser on the server's own pages: the cookie, and what a browser says when an address is typed."""
    user_id = world.user_id(name)
    with database.connection_context():
        secret = tokens.sign_in(tokens.sign_in_link(user_id))
    return Caller(world.app, None, Cookie=f"postil_session_8017={secret}", **{"Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "none"})
