"""The two packages of the extension: what is in them, and that Firefox's store finds no error."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MANIFEST = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
#: Chromium's half of `background`, and lit-html's template element: its HTML is the constant part of our templates.
EXPECTED_WARNINGS = {"BACKGROUND_SERVICE_WORKER_IGNORED", "UNSAFE_VAR_ASSIGNMENT"}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    directory = tmp_path_factory.mktemp("packages")
    subprocess.run([sys.executable, ROOT / "extension" / "pack.py", directory], check=True, capture_output=True)
    return {browser: directory / f"postil-{browser}-{MANIFEST['version']}.zip" for browser in ("firefox", "chromium")}


def contents(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_firefox_gets_the_folder_as_it_is_and_chromium_the_same_without_the_key(packages: dict[str, Path]) -> None:
    firefox, chromium = contents(packages["firefox"]), contents(packages["chromium"])
    assert firefox == {name: (ROOT / "extension" / name).read_bytes() for name in firefox}
    assert chromium | {"manifest.json": firefox["manifest.json"]} == firefox
    assert json.loads(chromium["manifest.json"]) == {name: value for name, value in MANIFEST.items() if name != "key"}


def test_everything_that_the_manifest_names_is_packed_and_no_source_is(packages: dict[str, Path]) -> None:
    names = contents(packages["firefox"])
    named = [
        *MANIFEST["icons"].values(),
        *(script for entry in MANIFEST["content_scripts"] for script in entry["js"]),
        *MANIFEST["background"]["scripts"],
        MANIFEST["background"]["service_worker"],
        MANIFEST["action"]["default_popup"],
        MANIFEST["options_ui"]["page"],
    ]
    assert set(named) <= set(names)
    assert not [name for name in names if name.startswith("src/") and name.endswith(".js")]


def test_the_linter_of_firefoxs_store_finds_no_error(packages: dict[str, Path]) -> None:
    """What `web-ext lint` runs."""
    command = [ROOT / "node_modules" / ".bin" / "addons-linter", packages["firefox"], "--output", "json"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert found["errors"] == []
    assert {warning["code"] for warning in found["warnings"]} <= EXPECTED_WARNINGS
