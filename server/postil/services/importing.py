"""Taking notes in from another Postil server: each keeps its id, its times and who wrote it. For whoever owns the server.

People and teams that are not known here are made: accounts without a password, which `postil login-link` opens. What is here already stays
as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from postil import changes
from postil.changes import Written
from postil.clock import now
from postil.db import in_transaction
from postil.errors import Invalid
from postil.models import Annotation, Group, Membership, Paper, Tombstone, User
from postil.paper_keys import canonical
from postil.representation import Content, render
from postil.services import accounts, papers
from postil.services.annotations import columns_of, write_tags


def take_in(
    uuid: UUID, content: Content, modified: int, paper: Mapping[str, Any], creator: Mapping[str, Any], group: Mapping[str, Any]
) -> bool:
    """One note; False when it is here already or was deleted here. Raises Invalid for a reply to a note that is not here."""

    def work() -> bool:
        if Annotation.select().where(Annotation.uuid == uuid).exists() or Tombstone.select().where(Tombstone.annotation == uuid).exists():
            return False
        author = _user(creator)
        place = _group(author, group)
        _write(uuid, replace(content, group=place.public_id), modified, _known(paper), author.id, place.id)
        return True

    return in_transaction(work)


def _write(uuid: UUID, content: Content, modified: int, paper: Any, creator_id: int, group_id: int) -> None:
    parent = Annotation.get_or_none(Annotation.uuid == content.parent) if content.parent else None
    if content.parent and (parent is None or parent.group_id != group_id):
        raise Invalid([{"field": "annotation.target", "message": "the note that this answers is not here, or not in this team"}])
    while Annotation.select().where(Annotation.modified == modified).exists():
        modified += 1  # stamps are unique (ADR 5)
    row = Annotation.create(
        uuid=uuid, made_in=group_id, creator=creator_id, root=(parent.root or parent.uuid) if parent else None, created=content.created,
        stored=now(), modified=modified, number=1, doc=render(content, uuid, paper.key, creator_id, modified),
        **columns_of(content, group_id, paper),
    )  # fmt: skip
    write_tags(row.id, content)
    changes.record([Written(group_id, "note", str(uuid), "write")])


def _user(creator: Mapping[str, Any]) -> Any:
    found = User.get_or_none(User.name == creator["name"])
    return found or accounts.create_user(creator["name"], creator["display_name"])


def _group(author: Any, told: Mapping[str, Any]) -> Any:
    """The author's own group, or the team of that id: made where it is not known, with the author as its owner."""
    if told["kind"] == "personal":
        own = Membership.select(Membership.group).where(Membership.user == author.id)
        return Group.get((Group.kind == "personal") & Group.id.in_(own))
    found = Group.get_or_none(Group.public_id == told["id"])
    if found is None:
        found = accounts.create_group(author.id, "team", told["name"], public_id=told["id"])
    elif not Membership.select().where((Membership.group == found.id) & (Membership.user == author.id)).exists():
        accounts.add_member(found.id, author.id, "member")
    return found


def _known(told: Mapping[str, Any]) -> Any:
    """The paper; what the file says of it is taken where nothing is known yet."""
    paper = papers.ensure(canonical(told["key"]))
    if not paper.title:
        facts = {name: told[name] for name in ("title", "authors", "published", "organization", "url")}
        Paper.update(revision=Paper.revision + 1, **facts).where(Paper.id == paper.id).execute()
    return paper
