"""Databases and backups of earlier versions, frozen by `tests/freeze.py`: every later one opens them and reads what was written."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from commands import Postil
from factories import put_note
from places import Place, Places
from world import Caller, World

FOLDER = Path(__file__).parents[1] / "fixtures" / "databases"
SCHEMAS = sorted(file.stem for file in FOLDER.glob("*.json"))


def lived(schema: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((FOLDER / f"{schema}.json").read_text("ascii"))
    return told


def check(world: World, there: Place, schema: str) -> None:
    """All is as its owner read it then, and it can be written on."""
    told = lived(schema)
    with there.bound():
        ada = Caller(world.app, told["token"])
        assert {id: ada.get(f"/annotations/{id}").json for id in told["notes"]} == told["notes"]
        assert [ada.get(f"/annotations/{id}").status_code for id in told["trash"] + told["gone"]] == [410, 410]
        mine = next(group["id"] for group in ada.get("/groups").json["groups"] if group["kind"] == "personal")
        assert put_note(ada, mine, "after it").id not in told["notes"]


def test_there_is_one_of_each() -> None:
    assert SCHEMAS
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(
        f"{schema}.{ending}" for schema in SCHEMAS for ending in ("json", "sqlite3.gz", "zip")
    )


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_database_of_then(postil: Postil, world: World, place: Places, schema: str) -> None:
    there = place("sqlite")
    there.directory.mkdir()
    there.file.write_bytes(gzip.decompress((FOLDER / f"{schema}.sqlite3.gz").read_bytes()))
    assert postil("login-link", **there.settings).code == 0
    check(world, there, schema)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_backup_of_then(postil: Postil, kind: str, world: World, place: Places, schema: str) -> None:
    there = place(kind)
    assert postil("restore", str(FOLDER / f"{schema}.zip"), **there.settings).code == 0
    check(world, there, schema)
