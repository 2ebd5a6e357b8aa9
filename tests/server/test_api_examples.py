"""The examples of docs/api.md, pasted in their order against a running server: they succeed and print what the page says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.server import Server

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SHELL, PYTHON = ("sh", "bash"), ("python",)

#: Printed after each example, to tell their outputs apart.
END = "\x1e"

Example = tuple[str, str]


def examples(languages: tuple[str, ...]) -> list[Example]:
    """(source, what it prints) of each block in one of the languages: a `text` block right behind it says what comes out."""
    page = PAGE.read_text("utf-8")
    blocks = list(FENCED.finditer(page))
    found = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block[1] in languages:
            is_output = after is not None and after[1] == "text" and not page[block.end() : after.start()].strip()
            found.append((block[2], after[2] if after and is_output else ""))
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def environment(server: Server) -> dict[str, str]:
    scopes = [part for scope in ("read", "write", "account") for part in ("--scope", scope)]
    _, token = server.several([["user", "add", "ada"], ["token", "add", "ada", *scopes]])
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return kept | {"POSTIL": server.url, "TOKEN": token}


def run(command: list[str], environment: dict[str, str], directory: Path, told: list[Example]) -> None:
    """Runs a program that prints END after each example, and compares."""
    done = subprocess.run(command, cwd=directory, env=environment, capture_output=True, text=True, timeout=120, check=False)
    *outputs, rest = done.stdout.split(END)
    failed = told[len(outputs)][0] if len(outputs) < len(told) else ""
    assert done.returncode == 0, f"this example fails:\n{failed}\n{rest}\n{done.stderr}"
    assert len(outputs) == len(told)
    for (source, expected), output in zip(told, outputs, strict=True):
        pattern = ".+".join(map(re.escape, expected.split("…")))
        assert re.fullmatch(pattern, output), f"{source}\nprints\n{output}\nnot\n{expected}"


def test_the_examples(environment: dict[str, str], tmp_path: Path) -> None:
    """Of curl first, then of Python, as they stand on the page: the second ones say how many notes the first ones left."""
    shell, python = examples(SHELL), examples(PYTHON)
    assert len(shell) > 8
    assert len(python) > 4
    script = "".join(f"{source}\nprintf '{END}'\n" for source, _ in shell)
    run(["bash", "-euo", "pipefail", "-c", script], environment, tmp_path, shell)
    program = "".join(f"{source}\nprint({END!r}, end='', flush=True)\n" for source, _ in python)
    run([sys.executable, "-W", "error", "-c", program], environment, tmp_path, python)


def test_every_block_is_one_that_is_run_or_read() -> None:
    """A misspelt language would leave an example out."""
    assert {block[1] for block in FENCED.finditer(PAGE.read_text("utf-8"))} == {"sh", "python", "text", "json"}
