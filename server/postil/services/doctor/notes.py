"""All notes, some at a time; and the groups that there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from postil.models import Annotation, Group

BATCH = 500


def batches() -> Iterator[list[int]]:
    """The ids of all notes, in their order."""
    after = 0
    while ids := [
        id for (id,) in Annotation.select(Annotation.id).where(Annotation.id > after).order_by(Annotation.id).limit(BATCH).tuples()
    ]:
        yield ids
        after = ids[-1]


def alive() -> Any:
    """The groups that somebody can read; orphans.py tells of notes in others."""
    return Group.select(Group.id).where(Group.kind != "deleted")
