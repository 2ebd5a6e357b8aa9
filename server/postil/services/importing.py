"""Taking notes in from another Postil server: each keeps its id, its times and who wrote it. For whoever owns the server.

People and teams that are not known here are made: accounts without a password, which `postil login-link` opens. What is here already stays
as it is. Who wrote what is believed as the file tells it, but it lets nobody into a team that was here before it: whoever made the file may
have written any name into it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from peewee import SQL, fn

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


@dataclass
class Intake:
    """One import, from its first note to its last."""

    add_members: bool = False  # also to teams that were here before
    made: set[str] = field(default_factory=set)  # teams that were not
    taken: range = range(0)  # time stamps without a free one among them


def take_in(
    intake: Intake,
    uuid: UUID,
    content: Content,
    modified: int,
    paper: Mapping[str, Any],
    creator: Mapping[str, Any],
    group: Mapping[str, Any],
) -> bool:
    """One note; False when it is here already or was deleted here.

    Raises Invalid for a reply to a note of another team, and for an author who is no member of a team that was here before.
    """

    def work() -> bool:
        if Annotation.select().where(Annotation.uuid == uuid).exists() or Tombstone.select().where(Tombstone.annotation == uuid).exists():
            return False
        author = _user(creator)
        place = _group(intake, author, group)
        stamp = _free(intake, modified)
        _write(uuid, replace(content, group=place.public_id), stamp, _known(paper, place.id), author.id, place.id)
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
    row = Annotation.create(
        uuid=uuid, made_in=group_id, creator=creator_id, root=root, created=content.created,
        stored=now(), modified=modified, number=1, doc=render(content, uuid, paper.key, creator_id, modified),
        **columns_of(content, group_id, paper),
    )  # fmt: skip
    write_tags(row.id, content)
    changes.record([Written(group_id, "note", str(uuid), "write")])


def _free(intake: Intake, wanted: int) -> int:
    """Stamps are unique (ADR 5): this one, or the next that is free. A file whose notes are all of one time walks over them once."""
    known = intake.taken if wanted in intake.taken else range(wanted, wanted)
    free: int = known.stop
    if Annotation.select().where(Annotation.modified == free).exists():
        after = Annotation.alias()
        last = (Annotation.modified >= free) & ~fn.EXISTS(after.select(SQL("1")).where(after.modified == Annotation.modified + 1))
        free = Annotation.select(Annotation.modified + 1).where(last).order_by(Annotation.modified).limit(1).scalar()
    if free != wanted:
        intake.taken = range(known.start, free + 1)
    return free


def _user(creator: Mapping[str, Any]) -> Any:
    found = User.get_or_none(User.name == creator["name"])
    return found or accounts.create_user(creator["name"], creator["display_name"])


def _group(intake: Intake, author: Any, told: Mapping[str, Any]) -> Any:
    """The author's own group, or the team of that id: made where it is not known, with the author as its owner."""
    if told["kind"] == "personal":
        own = Membership.select(Membership.group).where(Membership.user == author.id)
        return Group.get((Group.kind == "personal") & Group.id.in_(own))
    found = Group.get_or_none(Group.public_id == told["id"])
    if found is None:
        found = accounts.create_group(author.id, "team", told["name"], public_id=told["id"])
        intake.made.add(told["id"])
    elif found.kind != "team":  # the id of somebody's own group, or of a team that was deleted
        raise Invalid([{"field": "group.id", "message": "this id is taken here by another kind of group"}])
    elif not Membership.select().where((Membership.group == found.id) & (Membership.user == author.id)).exists():
        if not (intake.add_members or told["id"] in intake.made):
            known = f"{author.name} is no member of the team {found.name!r}, which was here before"
            raise Invalid([{"field": "creator.name", "message": f"{known}: --add-members makes such people members"}])
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
