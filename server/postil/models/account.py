"""People, and the secrets by which they are known."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, IntegerField, JSONField, TextField

from postil.models.base import Base
from postil.models.group import Group
from postil.models.user import User

__all__ = ["Token", "User"]


class Token(Base):
    """A secret of 256 random bits, kept as its SHA-256: a session, an access token, a sign-in link, later an invite."""

    kind = TextField()
    user = ForeignKeyField(User, null=True, on_delete="RESTRICT", index=False)
    group = ForeignKeyField(Group, null=True, on_delete="RESTRICT", index=False)
    hash = TextField(unique=True)
    name = TextField(default="")
    scopes = TextField(default="")  # names, split by blanks, as in RFC 6749, 3.3
    created = BigIntegerField()
    expires = BigIntegerField(null=True)
    uses_left = IntegerField(null=True)
    revoked_at = BigIntegerField(null=True)
    last_used = BigIntegerField(null=True)
    details = JSONField(null=True)

    class Meta:
        indexes = ((("user", "kind"), False),)
