"""A person with an account."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, TextField

from postil.models.base import Base


class User(Base):
    """A row is never deleted, since notes name it in their IRIs: an account that is gone has lost its name and its secrets."""

    name = TextField(unique=True)
    display_name = TextField()
    email = TextField(null=True, unique=True)
    password_hash = TextField(null=True)
    is_admin = BooleanField(default=False)
    created = BigIntegerField()
    disabled_at = BigIntegerField(null=True)
