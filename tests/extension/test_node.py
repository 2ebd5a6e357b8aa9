"""The browser side's own tests, by Node's runner, as one test of the whole."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).parents[2]


def test_node() -> None:
    assert shutil.which("node"), "Node is needed for the browser side's tests"
    assert (ROOT / "node_modules").is_dir(), "run `make test`, which installs the Node packages"
    files = sorted(str(path.relative_to(ROOT)) for path in pathlib.Path(__file__).parent.glob("*.test.js"))
    assert files
    ended = subprocess.run(["node", "--test", *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
