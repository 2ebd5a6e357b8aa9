"""Taking notes in from another Postil server: each keeps its id, its times and who wrote it. For whoever owns the server.

People and teams that are not known here are made: accounts without a password, which `postil login-link` opens. What is here already stays
as it is.
"""

from __future__ import annotations

import re
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

#: What a page may lead its reader to.
_ADDRESS = re.compile(r"https?://")


def take_in(
    uuid: UUID, content: Content, modified: int, paper: Mapping[str, Any], creator: Mapping[str, Any], group: Mapping[str, Any]
) -> bool:
    """One note; False when it is here already or was deleted here. Raises Invalid for a reply to a note of another team."""

    def work() -> bool:
        if Annotation.select().where(Annotation.uuid == uuid).exists() or Tombstone.select().where(Tombstone.annotation == uuid).exists():
            return False
        author = _user(creator)
        place = _group(author, group)
        _write(uuid, replace(content, group=place.public_id), modified, _known(paper, place.id), author.id, place.id)
        return True

    return in_transaction(work)


def _write(uuid: UUID, content: Content, modified: int, paper: Any, creator_id: int, group_id: int) -> None:
    parent = Annotation.get_or_none(Annotation.uuid == content.parent) if content.parent else None
    if parent and parent.group_id != group_id:
        raise Invalid([{"field": "annotation.target", "message": "the note that this answers is in another team here"}])
    # A reply outlives the note that it answers, and lines may come in any order.
    root = (parent.root or parent.uuid) if parent else content.parent
    if root:
        Annotation.update(root=root).where(Annotation.root == uuid).execute()
    while Annotation.select().where(Annotation.modified == modified).exists():
        modified += 1  # stamps are unique (ADR 5)
    row = Annotation.create(
        uuid=uuid, made_in=group_id, creator=creator_id, root=root, created=content.created,
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
    elif found.kind != "team":  # the id of somebody's own group, or of a team that was deleted
        raise Invalid([{"field": "group.id", "message": "this id is taken here by another kind of group"}])
    elif not Membership.select().where((Membership.group == found.id) & (Membership.user == author.id)).exists():
        accounts.add_member(found.id, author.id, "member")
    return found


def _known(told: Mapping[str, Any], group_id: int) -> Any:
    """The paper; what the file says of it fills gaps. Its title may be one that a page showed: it is told to the note's group alone."""
    paper = papers.ensure(canonical(told["key"]))
    papers.keep(paper, {"title": told["title"], "source": "import"}, papers.PAGE, group_id)
    facts = {name: told[name] for name in ("authors", "published", "organization") if told[name] and not getattr(paper, name)}
    if not paper.url and _ADDRESS.match(told["url"] or ""):
        facts["url"] = told["url"]
    if facts:
        Paper.update(**facts).where(Paper.id == paper.id).execute()
    return paper
