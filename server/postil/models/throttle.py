"""How often something was tried in the present window of time. Rows of past windows are swept by whoever counts next."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, TextField

from postil.models.base import Base


class Throttle(Base):
    key = TextField(primary_key=True)
    window = BigIntegerField(index=True)  # its start
    count = IntegerField()
