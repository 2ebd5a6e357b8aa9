"""Notes: the present state, the states before it, the operations that made them, and what is left of the deleted."""

from __future__ import annotations

from peewee import (
    BigAutoField,
    BigIntegerField,
    BlobField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
    UUIDField,
)

from postil.models.base import Base
from postil.models.group import Group
from postil.models.paper import Paper
from postil.models.user import User


class Annotation(Base):
    """`doc` is derived from the other columns by representation.render, and rebuildable from them.

    `parent` and `root` are ids, not keys: a thread outlives its deleted notes. `number` counts the author's writes (the ETag).
    """

    id = BigAutoField()
    uuid = UUIDField(unique=True)
    paper = ForeignKeyField(Paper, on_delete="RESTRICT", index=False)
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    made_in = ForeignKeyField(Group, null=True, on_delete="RESTRICT", index=False)
    creator = ForeignKeyField(User, on_delete="RESTRICT")
    parent = UUIDField(null=True)
    root = UUIDField(null=True)
    field = TextField(null=True)
    selectors = JSONField(default=list)
    quote = TextField(default="")
    note = TextField(default="")
    label = TextField(null=True)
    status = TextField(default="none")  # none | open | answered
    source = TextField(null=True)
    version = IntegerField(null=True)
    source_url = TextField()
    created = BigIntegerField()
    stored = BigIntegerField(unique=True)
    modified = BigIntegerField(unique=True)
    number = IntegerField(default=1)
    deleted_at = BigIntegerField(null=True)
    hidden_at = BigIntegerField(null=True)
    extra = JSONField(null=True)
    doc = BlobField()

    class Meta:
        indexes = (
            (("paper", "group", "stored"), False),
            (("group", "stored"), False),
            (("root",), False),
            (("deleted_at",), False),
        )


class AnnotationTag(Base):
    annotation = ForeignKeyField(Annotation, on_delete="CASCADE", index=False)
    tag = TextField(index=True)
    position = IntegerField()

    class Meta:
        primary_key = CompositeKey("annotation", "tag")


class Edit(Base):
    """A state before the present one; readable by those who could read `group`, and when the note has moved since, by its author alone."""

    annotation = ForeignKeyField(Annotation, on_delete="CASCADE", index=False)
    number = IntegerField()
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    doc = BlobField()
    at = BigIntegerField()
    editor = ForeignKeyField(User, on_delete="RESTRICT", index=False)

    class Meta:
        primary_key = CompositeKey("annotation", "number")


class Operation(Base):
    """A write that was done, by the key its client gave it: a repeat is recognised for 90 days."""

    user = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    key = UUIDField()
    annotation = UUIDField()
    number = IntegerField()
    at = BigIntegerField(index=True)

    class Meta:
        primary_key = CompositeKey("user", "key")


class Tombstone(Base):
    """What is left of a note that was deleted for good, or that moved out of `group`."""

    annotation = UUIDField()
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    root = UUIDField(null=True)
    at = BigIntegerField(index=True)

    class Meta:
        primary_key = CompositeKey("annotation", "group")
