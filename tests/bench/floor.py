"""The least that a server could do: bare WSGI routes over Postil's own database, by raw SQL. Nobody is asked who they are.

    GET /floor/lookup?paper=K&paper=K…&group=N&group=N…   the same documents, joined
    PUT /floor/annotations/{uuid}?user=N                   the same rows as for a new note with an operation key, in one transaction
    GET /floor/docs                                        `SELECT doc`, a line each

One connection a thread, kept open, with the settings that Postil gives its own.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import orjson
import psycopg
from psycopg.types.json import Jsonb

PRAGMAS = """
    PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA foreign_keys = 1; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = 1;"""

LOOKUP = {
    "sqlite": """
        SELECT paper.key, annotation.doc FROM json_each(?) wanted CROSS JOIN paper ON paper.key = wanted.value
        CROSS JOIN annotation ON annotation.paper_id = paper.id
        WHERE annotation.group_id IN (SELECT value FROM json_each(?)) AND annotation.deleted_at IS NULL ORDER BY annotation.stored""",
    "postgresql": """
        SELECT paper.key, annotation.doc FROM paper JOIN annotation ON annotation.paper_id = paper.id
        WHERE paper.key = ANY(%s) AND annotation.group_id = ANY(%s) AND annotation.deleted_at IS NULL ORDER BY annotation.stored""",
}

COLUMNS = """
    uuid, paper_id, group_id, made_in_id, creator_id, field, selectors, quote, note, status, source, source_url, created, stored, modified,
    number, doc"""

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"postil": "urn:x-postil:ns:"}]


class Floor:
    """A WSGI application."""

    def __init__(self, database_url: str) -> None:
        self._kind = database_url.split(":", 1)[0]
        self._url = database_url
        self._local = threading.local()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "PUT":
            body = self._create(environ)
        elif environ["PATH_INFO"] == "/floor/docs":
            start_response("200 OK", [("Content-Type", "application/x-ndjson")])
            return self._docs()
        else:
            body = self._look_up(environ)
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    def _connection(self) -> Any:
        if not hasattr(self._local, "connection"):
            self._local.connection = self._open()
        return self._local.connection

    def _open(self) -> Any:
        if self._kind != "sqlite":
            return psycopg.connect(self._url, autocommit=True)
        opened = sqlite3.connect(self._url.removeprefix("sqlite:///"), isolation_level=None)
        opened.executescript(PRAGMAS)
        return opened

    def _look_up(self, environ: dict[str, Any]) -> bytes:
        keys, groups = _asked(environ["QUERY_STRING"])
        parameters: list[Any] = [keys, groups] if self._kind != "sqlite" else [orjson.dumps(keys).decode(), orjson.dumps(groups).decode()]
        by_paper: dict[str, list[bytes]] = {key: [] for key in keys}
        for key, doc in self._connection().execute(LOOKUP[self._kind], parameters):
            by_paper[key].append(doc)
        return b"{" + b",".join(b'"%s":[%s]' % (key.encode(), b",".join(docs)) for key, docs in by_paper.items()) + b"}"

    def _create(self, environ: dict[str, Any]) -> bytes:
        raw = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        asked, uuid = orjson.loads(raw), UUID(environ["PATH_INFO"].rsplit("/", 1)[1])
        user = int(parse_qs(environ["QUERY_STRING"])["user"][0])
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE" if self._kind == "sqlite" else "BEGIN")
        doc = self._insert(connection, asked, user, uuid, UUID(environ["HTTP_IDEMPOTENCY_KEY"]))
        connection.execute("COMMIT")
        return doc

    def _insert(self, connection: Any, asked: dict[str, Any], user: int, uuid: UUID, key: UUID) -> bytes:
        def run(sql: str, *parameters: Any) -> Any:
            return connection.execute(sql if self._kind == "sqlite" else sql.replace("?", "%s"), parameters)

        target, (body, *tags) = asked["target"], asked["body"]
        made, moment = datetime.fromisoformat(asked["created"]), datetime.now(UTC)
        stamp, doc = _microseconds(moment), _document(asked, user, uuid, made, moment)
        group, paper = run(
            'SELECT g.id, p.id FROM "group" g, paper p WHERE g.public_id = ? AND p.key = ?', asked["postil:group"], target["postil:paper"]
        ).fetchone()
        selectors = target["selector"]
        (id,) = run(
            f"INSERT INTO annotation ({COLUMNS}) VALUES ({', '.join('?' * 17)}) RETURNING id",
            uuid.hex, paper, group, group, user, target["postil:field"],
            orjson.dumps(selectors).decode() if self._kind == "sqlite" else Jsonb(selectors), selectors[0]["exact"], body["value"], "none",
            target["postil:source"], target["source"], _microseconds(made), stamp, stamp, 1, doc,
        ).fetchone()  # fmt: skip
        for position, tag in enumerate(tags):
            run("INSERT INTO annotation_tag (annotation_id, tag, position) VALUES (?, ?, ?)", id, tag["value"], position)
        run("INSERT INTO operation (user_id, key, annotation, number, at) VALUES (?, ?, ?, 1, ?)", user, key.hex, uuid.hex, stamp)
        (revision,) = run('UPDATE "group" SET revision = revision + 1 WHERE id = ? RETURNING revision', group).fetchone()
        run(
            "INSERT INTO change (group_id, revision, first_revision, kind, subject, action) VALUES (?, ?, ?, 'note', ?, 'write')",
            group, revision, revision, str(uuid),
        )  # fmt: skip
        return doc

    def _docs(self) -> Iterator[bytes]:
        connection = self._connection()
        if self._kind == "sqlite":
            yield from _in_lots(connection.execute("SELECT doc FROM annotation"))
            return
        with connection.transaction(), connection.cursor("docs") as cursor:
            yield from _in_lots(cursor.execute("SELECT doc FROM annotation"))


def _document(asked: dict[str, Any], user: int, uuid: UUID, made: datetime, moment: datetime) -> bytes:
    """As Postil stores it: its own addresses behind a byte that JSON cannot hold."""
    return orjson.dumps(
        {
            "@context": CONTEXT, "id": orjson.Fragment(f'"\1annotations/{uuid}"'), "type": "Annotation", "motivation": "commenting",
            "creator": {"id": orjson.Fragment(f'"\1users/{user}"'), "type": "Person"}, "created": made, "modified": moment,
            "body": asked["body"], "target": asked["target"], "postil:group": asked["postil:group"],
        },
        option=orjson.OPT_UTC_Z,
    )  # fmt: skip


def _microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


@lru_cache(maxsize=128)
def _asked(query: str) -> tuple[list[str], list[int]]:
    """Kept, as Postil keeps it."""
    asked = parse_qs(query)
    return asked["paper"], [int(group) for group in asked["group"]]


def _in_lots(cursor: Any) -> Iterator[bytes]:
    """As many at a time as the export gives out."""
    while rows := cursor.fetchmany(64):
        yield b"\n".join(doc for (doc,) in rows) + b"\n"
