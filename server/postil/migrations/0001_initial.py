"""The first schema. Models are frozen copies: later changes of postil.models must not reach back into this file."""
from peewee import *


def models(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Meta(Base):
        key = TextField(primary_key=True)
        value = TextField()

    class User(Base):
        name = TextField(unique=True)
        display_name = TextField()
        email = TextField(null=True, unique=True)
        password_hash = TextField(null=True)
        is_admin = BooleanField(default=False)
        created = BigIntegerField()
        disabled_at = BigIntegerField(null=True)

    class Group(Base):
        public_id = TextField(unique=True)
        kind = TextField()  # personal | team | public | deleted
        name = TextField()
        revision = BigIntegerField(default=0)
        oldest_revision = BigIntegerField(default=0)
        settings = JSONField(default=dict)
        created = BigIntegerField()

    class Membership(Base):
        group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
        user = ForeignKeyField(User, on_delete="RESTRICT", index=False)
        role = TextField()  # owner | moderator | member | reader
        view = BigIntegerField()
        joined = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("group", "user")
            indexes = ((("user", "group"), True),)

    class Label(Base):
        group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
        key = TextField()
        name = TextField()
        colour = TextField()
        underline = TextField()
        is_question = BooleanField(default=False)
        position = IntegerField(default=0)

        class Meta:
            indexes = ((("group", "key"), True),)

    class Token(Base):
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

    class Paper(Base):
        key = TextField(unique=True)
        title = TextField(default="")
        authors = JSONField(default=list)
        published = TextField(null=True)  # YYYY-MM-DD
        organization = TextField(null=True)
        url = TextField(null=True)
        rank = IntegerField(default=0)  # of the title: a text of a higher rank replaces one of a lower
        revision = BigIntegerField(default=0)

    class PaperAlias(Base):
        scheme = TextField()
        value = TextField()
        paper = ForeignKeyField(Paper, on_delete="CASCADE")

        class Meta:
            indexes = ((("scheme", "value"), True),)

    class PaperText(Base):
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

    class Annotation(Base):
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
        annotation = ForeignKeyField(Annotation, on_delete="CASCADE", index=False)
        number = IntegerField()
        group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
        doc = BlobField()
        at = BigIntegerField()
        editor = ForeignKeyField(User, on_delete="RESTRICT", index=False)

        class Meta:
            primary_key = CompositeKey("annotation", "number")

    class Operation(Base):
        user = ForeignKeyField(User, on_delete="RESTRICT", index=False)
        key = UUIDField()
        annotation = UUIDField()
        number = IntegerField()
        at = BigIntegerField(index=True)

        class Meta:
            primary_key = CompositeKey("user", "key")

    class Tombstone(Base):
        annotation = UUIDField()
        group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
        root = UUIDField(null=True)
        at = BigIntegerField(index=True)

        class Meta:
            primary_key = CompositeKey("annotation", "group")

    class Change(Base):
        group = ForeignKeyField(Group, on_delete="RESTRICT", index=False)
        revision = BigIntegerField()
        first_revision = BigIntegerField()
        kind = TextField()  # note | group | member | label
        subject = TextField()
        action = TextField()  # write | delete | hide | move-out

        class Meta:
            indexes = ((("group", "kind", "subject"), True), (("group", "revision"), True))

    return [Meta, User, Group, Membership, Label, Token, Paper, PaperAlias, PaperText, Listing,
            Annotation, AnnotationTag, Edit, Operation, Tombstone, Change]


def up(migrator, db):
    db.create_tables(models(db), safe=False)
    # The words of what can be searched (postil.words makes them, for both databases alike).
    if isinstance(db, SqliteDatabase):
        db.execute_sql(
            "CREATE VIRTUAL TABLE paper_words USING fts5(words, tokenize='unicode61 remove_diacritics 0')"
        )
    else:
        db.execute_sql("CREATE TABLE paper_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        db.execute_sql("CREATE INDEX paper_words_words ON paper_words USING gin (words)")
