"""What all tables share: the database, snake_case names, and times as integer microseconds (`clock.now`)."""

from __future__ import annotations

from peewee import Model

from postil.db import database


class Base(Model):
    class Meta:
        database = database
        legacy_table_names = False
