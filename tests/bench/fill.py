"""A database of any number of notes, filled in bulk: rows as the services write them, without a request for each.

The first 600 notes stand on the 60 papers of one listing: 300 in teams that the reader is in, 300 in teams that they are not in. All
others are spread over a paper for every twenty notes. `grow` goes on where it stopped, so that one fill makes databases of several sizes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson

from postil.clock import SECOND, now
from postil.db import database, in_transaction, is_postgres
from postil.models import Annotation, AnnotationTag, Change, Edit, Group, Operation, Paper, PaperText, User
from postil.paper_keys import canonical, display_url
from postil.policy import SCOPES
from postil.representation import BASE, Content, render
from postil.services import accounts, annotations, groups, server, tokens
from postil.services.papers import SOURCE
from postil.words import words

PAPERS = 60
VISIBLE = 300
PEOPLE = 12
TEAMS = 6  # the reader is in the first half of them, everybody else in all
BATCH = 5_000
_BEGIN = now() - 3_000_000 * SECOND  # a note a second: a million of them lie in the past

_VOCABULARY = [
    a + b for a in ("re", "trans", "token", "scal", "lat", "optim", "align", "sparse") for b in ("ing", "former", "al", "ent", "ity")
]


@dataclass
class Filled:
    """What the measuring side needs to know of the database."""

    reader: str  # the token of one who is in half of the teams
    reader_id: int
    everyone: str  # the token of one who is in all of them
    groups: list[int]  # that the reader may read
    team: str  # one that the reader writes to
    papers: list[str] = field(default_factory=lambda: [_key(i) for i in range(PAPERS)])
    paper_beyond: str = field(default_factory=lambda: _key(PAPERS))  # that is not among them: to write on
    notes: int = 0


def begin() -> Filled:
    """The bound database, brought to this version, with people and teams and no notes."""
    server.initialise()
    names = [f"reader{i}" for i in range(PEOPLE)]
    users = [accounts.create_user(name, name.title()) for name in names]
    teams = [groups.create_for(names[-1], f"Team {i}") for i in range(TEAMS)]
    for place, team in enumerate(teams):
        for name in names[:-1] if place < TEAMS // 2 else names[1:-1]:
            groups.set_role_for(team, name, "member")
    reader = accounts.identity_of(users[0].id, frozenset(SCOPES))
    assert reader
    made = [tokens.create_for(user.id, "bench", list(SCOPES))["token"] for user in (users[0], users[-1])]
    return Filled(made[0], users[0].id, made[1], sorted(reader.memberships), teams[0])


def grow(filled: Filled, notes: int) -> None:
    """Add notes until there are so many."""
    chance = random.Random(filled.notes)
    scene = _Scene()
    _papers(PAPERS + filled.notes // 20 if filled.notes else 0, PAPERS + notes // 20, chance)
    for first in range(filled.notes, notes, BATCH):
        rows = _Rows()
        for number in range(first, min(first + BATCH, notes)):
            scene.add(rows, number, chance)
        rows.load()
    scene.settle()
    filled.notes = notes
    _settle()
    _check(notes)


def _check(notes: int) -> None:
    """What lies there is what the services would have put there (PostgreSQL keeps JSON's members in an order of its own)."""
    row = Annotation.get_by_id(notes)
    made = render(annotations.content(row), row.uuid, Paper.get_by_id(row.paper_id).key, row.creator_id, row.modified)
    assert orjson.loads(bytes(row.doc).replace(BASE, b"")) == orjson.loads(made.replace(BASE, b""))
    assert Annotation.select().count() == notes
    assert {row.kind for row in Change.select(Change.kind).distinct()} == {"member", "note"}


class _Scene:
    """Who writes into which team, and how far each team has counted."""

    def __init__(self) -> None:
        self.people = [id for (id,) in User.select(User.id).where(User.name.startswith("reader")).order_by(User.id).tuples()][1:]
        self.teams = list(Group.select().where(Group.kind == "team").order_by(Group.id))

    def add(self, rows: _Rows, number: int, chance: random.Random) -> None:
        team, paper = self._place(number, chance)
        team.revision += 1
        rows.add(number, team, paper, chance.choice(self.people), chance)

    def _place(self, number: int, chance: random.Random) -> tuple[Any, int]:
        """The team and paper of a note: on the listing in turn into teams that the reader reads and that they do not."""
        half = TEAMS // 2
        if number < 2 * VISIBLE:
            return self.teams[number % half + (0 if number < VISIBLE else half)], number % PAPERS
        return chance.choice(self.teams), PAPERS + chance.randrange(max(1, number // 20))

    def settle(self) -> None:
        for team in self.teams:
            Group.update(revision=team.revision).where(Group.id == team.id).execute()


class _Rows:
    """The rows of some notes, table by table, in the order of the models' columns."""

    def __init__(self) -> None:
        self.tables: dict[Any, list[tuple[Any, ...]]] = {model: [] for model in (Annotation, AnnotationTag, Edit, Operation, Change)}

    def add(self, number: int, team: Any, paper: int, creator: int, chance: random.Random) -> None:
        id, stamp = number + 1, _BEGIN + number * SECOND
        uuid = _uuid7(stamp, chance)
        content = _content(team.public_id, paper, stamp, chance)
        edited = number % 10 == 0
        modified = stamp + 500_000 if edited else stamp
        doc = render(content, uuid, _key(paper), creator, modified)
        selectors = orjson.dumps(content.selectors).decode()
        state = 2 if edited else 1
        self.tables[Annotation].append(
            (
                id, uuid.hex, paper + 1, team.id, team.id, creator, None, None, content.field, selectors, content.quote, content.note, None,
                "none", content.source, content.version, content.source_url, content.created, stamp, modified, state, None, None, None, doc,
            )
        )  # fmt: skip
        self.tables[AnnotationTag] += [(id, tag, i) for i, tag in enumerate(content.tags)]
        if edited:
            self.tables[Edit].append((id, 1, team.id, render(content, uuid, _key(paper), creator, stamp), stamp, creator))
        self.tables[Operation].append((creator, f"{chance.getrandbits(128):032x}", uuid.hex, state, modified))
        self.tables[Change].append((id + 1_000, team.id, team.revision, team.revision, "note", str(uuid), "write"))

    def load(self) -> None:
        def work() -> None:
            for model, rows in self.tables.items():
                _load(model, rows)

        in_transaction(work)


def _content(team: str, paper: int, stamp: int, chance: random.Random) -> Content:
    exact, start = _text(12, chance), chance.randrange(900)
    selectors = (
        {"type": "TextQuoteSelector", "exact": exact, "prefix": _text(4, chance), "suffix": _text(4, chance)},
        {"type": "TextPositionSelector", "start": start, "end": start + len(exact)},
    )
    return Content(
        group=team, paper=canonical(_key(paper)), field="abstract", selectors=selectors, note=_text(30, chance).capitalize() + ".",
        tags=tuple(chance.sample(_VOCABULARY[:12], 1 + paper % 2)), label=None, status="none", source="huggingface", version=None,
        source_url=f"https://huggingface.co/papers/{_key(paper)[6:]}", parent=None, extra=None, created=stamp - 200_000,
    )  # fmt: skip


def _papers(first: int, end: int, chance: random.Random) -> None:
    """Papers as a source tells them, with title, abstract and their words. None is listed, which is the long way to who may see it."""
    rows: dict[Any, list[tuple[Any, ...]]] = {Paper: [], PaperText: []}
    found: list[tuple[int, str]] = []
    for number in range(first, end):
        id, key, title, abstract = number + 1, _key(number), _text(8, chance).capitalize(), _text(150, chance)
        rows[Paper].append(
            (id, key, title, '["Ada Lovelace","Charles Babbage"]', "2025-04-18", None, display_url(canonical(key)), SOURCE, 1)
        )
        for place, (name, text) in enumerate((("title", title), ("abstract", abstract))):
            rows[PaperText].append((2 * id + place, id, "huggingface", None, name, text, SOURCE, None, _BEGIN))
        found.append((id, " ".join(words(f"{title} {abstract}"))))

    def work() -> None:
        for model, lines in rows.items():
            _load(model, lines)
        value = "array_to_tsvector(string_to_array(%s, ' '))" if is_postgres() else "?"
        mark = "%s" if is_postgres() else "?"
        database.cursor().executemany(f"INSERT INTO paper_words (rowid, words) VALUES ({mark}, {value})", found)

    in_transaction(work)


def _load(model: Any, rows: list[tuple[Any, ...]]) -> None:
    """Rows in bulk, the columns in the model's own order."""
    meta = model._meta
    names = ", ".join(f'"{f.column_name}"' for f in meta.sorted_fields)
    if not is_postgres():
        marks = ", ".join("?" * len(meta.sorted_fields))
        database.cursor().executemany(f'INSERT INTO "{meta.table_name}" ({names}) VALUES ({marks})', rows)
        return
    with database.cursor().copy(f'COPY "{meta.table_name}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def _settle() -> None:
    """What a database that grew slowly has: counters that go on behind the rows, PostgreSQL's statistics, a short log."""
    if is_postgres():
        for model in (Annotation, Change, Paper, PaperText):
            table = model._meta.table_name
            database.execute_sql(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT MAX(id) FROM \"{table}\"))")
        database.execute_sql("VACUUM ANALYZE")
    else:
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _key(paper: int) -> str:
    return f"arxiv:2504.{paper + 1:05}"


def _text(count: int, chance: random.Random) -> str:
    return " ".join(chance.choices(_VOCABULARY, k=count))


def _uuid7(stamp: int, chance: random.Random) -> UUID:
    """As the extension makes them (RFC 9562, 5.7): milliseconds first."""
    return UUID(int=(stamp // 1000) << 80 | 7 << 76 | chance.getrandbits(12) << 64 | 2 << 62 | chance.getrandbits(62))
