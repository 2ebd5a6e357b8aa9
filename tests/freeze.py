"""Freezes today's database: `python tests/freeze.py`, once for each schema, before the next migration.

Into tests/fixtures/databases/ go a SQLite file, packed, a backup, and what the HTTP API says of both, each by its schema's name. There they
stay as they are: `test_upgrades.py` has every later version open them.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "server"))

from lived import live_in
from world import World

from postil.app import create_app
from postil.config import Config
from postil.db import database
from postil.schema import MIGRATIONS
from postil.services import backup

FOLDER = Path(__file__).parent / "fixtures" / "databases"


def main() -> None:
    schema = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))[-1]
    with tempfile.TemporaryDirectory() as directory:
        settings = Config(data_dir=Path(directory), log_level="error")
        world = World(create_app(settings), "sqlite")
        lived = live_in(world) | {"token": world.as_user("ada").token}
        with database.connection_context():
            backup.make(FOLDER / f"{schema}.zip")
            database.execute_sql("VACUUM")
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close_all()
        packed = gzip.compress((Path(directory) / "postil.sqlite3").read_bytes(), mtime=0)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{schema}.sqlite3.gz").write_bytes(packed)
    (FOLDER / f"{schema}.json").write_text(json.dumps(lived, indent=1, sort_keys=True, ensure_ascii=True) + "\n", "ascii")


if __name__ == "__main__":
    main()
