"""The change index: for each group and subject its latest change alone, by the group's revision."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, TextField

from postil.models.base import Base
from postil.models.group import Group


class Change(Base):
    group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
    revision = BigIntegerField()
    first_revision = BigIntegerField()
    kind = TextField()  # note | group | member | label
    subject = TextField()
    action = TextField()  # write | delete | hide | move-out

    class Meta:
        indexes = ((("group", "kind", "subject"), True), (("group", "revision"), True))
