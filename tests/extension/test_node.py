"""The browser side's own tests, by Node's runner, as one test of the whole."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("node") is None or not (ROOT / "node_modules").is_dir(), reason="Node is not set up: make test does it")
def test_node() -> None:
    files = sorted(str(path.relative_to(ROOT)) for path in pathlib.Path(__file__).parent.glob("*.test.js"))
    assert files
    ended = subprocess.run(["node", "--test", *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
