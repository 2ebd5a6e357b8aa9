"""A backup that was made to do harm: its checksums are right, and what they are of is not."""

from __future__ import annotations

import hashlib
import json
import pathlib
import zipfile

import pytest
from commands import Postil, refused
from places import Places

from postil import archive
from postil.archive import Archive
from postil.errors import SetupError

FROZEN = pathlib.Path(__file__).parents[1] / "fixtures" / "databases" / "0002_throttle.zip"


def with_rows(file: pathlib.Path, table: str, lines: bytes, **told: object) -> pathlib.Path:
    """A backup with other rows in one table, and a manifest that vouches for them; `told`: what else it says of the part."""
    with zipfile.ZipFile(FROZEN) as source:
        content = {name: source.read(name) for name in source.namelist()}
    manifest = json.loads(content["manifest.json"])
    (part,) = (part for part in manifest["parts"] if part["table"] == table)
    part |= {"rows": lines.count(b"\n"), "sha256": hashlib.sha256(lines).hexdigest(), **told}
    content |= {f"{table}.jsonl": lines, "manifest.json": json.dumps(manifest).encode()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, written in content.items():
            target.writestr(name, written)
    return file


def row(**changes: object) -> bytes:
    with zipfile.ZipFile(FROZEN) as source:
        first = json.loads(source.read("user.jsonl").split(b"\n")[0])
    return json.dumps(first | changes).encode() + b"\n"


@pytest.mark.parametrize("rows", [b"[]\n", b"null\n", b"no JSON\n", row(created=2**63), row(id={"an": "object"})])
def test_rows_that_fit_no_table_are_refused_in_one_line(
    postil: Postil, kind: str, place: Places, tmp_path: pathlib.Path, rows: bytes
) -> None:
    refused(postil("restore", str(with_rows(tmp_path / "odd.zip", "user", rows)), **place(kind).settings), "rows of user do not fit")


@pytest.mark.parametrize("column", [7, {"base64": 7}, {"base64": "a"}, {}])
def test_bytes_that_are_none(postil: Postil, kind: str, place: Places, tmp_path: pathlib.Path, column: object) -> None:
    with zipfile.ZipFile(FROZEN) as source:
        notes = source.read("annotation.jsonl").splitlines()
    spoiled = json.dumps(json.loads(notes[0]) | {"doc": column}).encode() + b"\n"
    refused(postil("restore", str(with_rows(tmp_path / "odd.zip", "annotation", spoiled)), **place(kind).settings), "annotation do not fit")


def test_a_number_of_rows_that_is_none(postil: Postil, place: Places, tmp_path: pathlib.Path) -> None:
    file = with_rows(tmp_path / "odd.zip", "user", row(), rows="many")
    refused(postil("restore", str(file), **place("sqlite").settings), "manifest.json")


def test_what_unpacks_to_more_than_the_memory_is_not_unpacked(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LONGEST", 50_000)
    with Archive(with_rows(tmp_path / "long.zip", "user", b"[" * 200_000)) as opened:
        (users,) = (part for part in opened.parts if part.table == "user")
        assert {len(line) for line in opened.lines(users)} == {50_000}
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("manifest.json", json.dumps({"kind": "postil-backup", "version": 1, "parts": [], "made": " " * 200_000}))
    with pytest.raises(SetupError, match=r"damaged in its part manifest\.json"):
        Archive(file)
