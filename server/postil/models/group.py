"""Groups, who is in them, and their labels. A note lives in exactly one group."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CompositeKey, ForeignKeyField, IntegerField, JSONField, TextField

from postil.models.base import Base
from postil.models.user import User


class Group(Base):
    """`revision` counts the group's changes; `oldest_revision`: a cursor older than this is told to start over.

    A row is never deleted (tombstones and cursors name it): a group that is gone has the kind `deleted` and no members.
    """

    public_id = TextField(unique=True)
    kind = TextField()  # personal | team | public | deleted
    name = TextField()
    revision = BigIntegerField(default=0)
    oldest_revision = BigIntegerField(default=0)
    settings = JSONField(default=dict)
    created = BigIntegerField()


class Membership(Base):
    """`view` is raised whenever what this person sees of the group changes without a note being written."""

    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    user = ForeignKeyField(User, on_delete="RESTRICT", index=False)
    role = TextField()  # owner | moderator | member | reader
    view = BigIntegerField()
    joined = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("group", "user")
        indexes = ((("user", "group"), True),)


class Label(Base):
    """A colour with a meaning, and an underline that tells it apart without colour."""

    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    key = TextField()
    name = TextField()
    colour = TextField()
    underline = TextField()
    is_question = BooleanField(default=False)
    position = IntegerField(default=0)

    class Meta:
        indexes = ((("group", "key"), True),)
