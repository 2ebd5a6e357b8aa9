"""What varies is one file: a listing source, an export format and an adapter work in a copy of the checkout that got nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SOURCE = """
from postil.sources import NotAListing, Parsed, decoded

NAME, TITLE = "gazette", "The Gazette"
ADDRESS = "https://gazette.example"
PACE = 0.0
WAYS = ("day", "file")


def urls(base, *, day):
    return [f"{base}/{day}.json"]


def read(answer):
    entry = {
        "authors": [], "organization": None, "published": None, "url": "https://gazette.example/1", "upvotes": 0, "comments": 0,
        "submitted_by": None, "day": None,
    }
    found = decoded(answer)
    if not isinstance(found, list):
        raise NotAListing("this is no list")
    return Parsed([{**entry, "key": key, "title": "A title", "abstract": "An abstract."} for key in found], [])
"""

FORMAT = """
NAME = "tally"
TITLE = "A count"
MEDIA_TYPE = "text/plain"
EXTENSION = "txt"
BY_PAPER = False


def write(records, about):
    yield f"{sum(1 for record in records)} notes\\n".encode()
"""

ADAPTER = """
/** @type {import("../shared/types.js").Adapter} */
const gazette = { name: "gazette-day", matches: (url) => url.hostname === "gazette.example", papers: () => [], island: () => null };
export default gazette;
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the server's package and the browser side."""
    root = tmp_path_factory.mktemp("checkout")
    for part in ("server", "extension"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("package.json", "node_modules"):
        (root / name).symlink_to(ROOT / name)
    return root


def run(copy: Path, *command: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("POSTIL_")}
    environ = clean | {"PYTHONPATH": str(copy / "server"), "POSTIL_DATA_DIR": str(copy / "data")}
    ended = subprocess.run(command, cwd=copy, env=environ, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_a_source(copy: Path) -> None:
    (copy / "server/postil/sources/gazette.py").write_text(SOURCE, "utf-8")
    (copy / "saved.json").write_text(json.dumps(["doi:10.1000/one", "arxiv:2504.13171"]), "utf-8")
    command = ("papers", "import", "gazette", "--file", "saved.json", "--day", "2026-11-20")
    assert run(copy, sys.executable, "-m", "postil", *command) == "2 papers taken in, 0 skipped\n"


def test_a_format(copy: Path) -> None:
    (copy / "server/postil/formats/tally.py").write_text(FORMAT, "utf-8")
    assert run(copy, sys.executable, "-m", "postil", "export", "--format", "tally") == "0 notes\n"


def test_an_adapter(copy: Path) -> None:
    (copy / "extension/src/adapters/gazette-day.js").write_text(ADAPTER, "utf-8")
    run(copy, "node", "extension/build.js")
    assert 'name: "gazette-day"' in (copy / "extension/dist/content.js").read_text("utf-8")
    asked = """import { adapterFor } from "./extension/src/adapters/index.js";
        process.stdout.write(adapterFor(new URL("https://gazette.example/1"), null).name);"""
    assert run(copy, "node", "--input-type=module", "-e", asked) == "gazette-day"


def test_a_forgotten_build_is_noticed(copy: Path) -> None:
    run(copy, "node", "extension/build.js")
    run(copy, "node", "extension/build.js", "--check")
    (copy / "extension/src/adapters/gazette-week.js").write_text(ADAPTER, "utf-8")
    ended = subprocess.run(["node", "extension/build.js", "--check"], cwd=copy, capture_output=True, text=True, check=False)
    assert (ended.returncode, "found.js" in ended.stderr) == (1, True)
    (copy / "extension/src/adapters/gazette-week.js").unlink()
