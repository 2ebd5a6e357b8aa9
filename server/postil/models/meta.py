"""Facts about the whole server: `epoch` (made anew at init and at every restore: cursors of another epoch start over) and `papers` (made
anew with whatever a source tells of any paper, which is everyone's)."""

from __future__ import annotations

from peewee import TextField

from postil.models.base import Base


class Meta(Base):
    key = TextField(primary_key=True)
    value = TextField()
