"""Papers, the texts of theirs that were seen, and the listings they stood on. Shared by all users: policy.visible_papers guards them."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, IntegerField, JSONField, TextField

from postil.models.base import Base
from postil.models.group import Group


class Paper(Base):
    """`revision` grows with what a source tells, which is everyone's, and never with what one group alone may know: each is part of the
    ETag of every listing that asks for the paper, also for those who may not see it."""

    key = TextField(unique=True)
    title = TextField(default="")
    authors = JSONField(default=list)
    published = TextField(null=True)  # YYYY-MM-DD
    organization = TextField(null=True)
    url = TextField(null=True)
    rank = IntegerField(default=0)  # of the title: a text of a higher rank replaces one of a lower
    revision = BigIntegerField(default=0)


class PaperAlias(Base):
    """Another key of a paper. Whoever adds or removes one renews the papers' epoch (`Meta`): a listing's ETag depends on it."""

    scheme = TextField()
    value = TextField()
    paper = ForeignKeyField(Paper, on_delete="CASCADE")

    class Meta:
        indexes = ((("scheme", "value"), True),)


class PaperText(Base):
    """One field of a paper as one source showed it. `group`: for text that a page showed, the only group in which it is shown."""

    paper = ForeignKeyField(Paper, on_delete="CASCADE", index=False)
    source = TextField()
    version = IntegerField(null=True)
    field = TextField()
    text = TextField()
    rank = IntegerField()  # demo 0 < page 1 < source API 2
    group = ForeignKeyField(Group, null=True, on_delete="RESTRICT", index=False)
    seen_at = BigIntegerField()

    class Meta:
        indexes = ((("paper", "group"), False),)


class Listing(Base):
    """A paper's place in a period of a source. Only an import writes it."""

    source = TextField()
    period = TextField()  # day | week | month
    date = TextField()
    rank = IntegerField()
    paper = ForeignKeyField(Paper, on_delete="CASCADE")
    upvotes = IntegerField(default=0)
    comments = IntegerField(default=0)
    submitted_by = TextField(null=True)
    seen_at = BigIntegerField()

    class Meta:
        indexes = ((("source", "period", "date", "paper"), True), (("period", "date", "rank"), False))
