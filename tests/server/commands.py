"""Commands, run in this process, since a start takes a second; `test_cli.test_as_a_program` is the whole way."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from postil.cli import main
from postil.db import database


@dataclass
class Result:
    code: int
    stdout: str
    stderr: str


Postil = Callable[..., Result]


@pytest.fixture
def postil(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Postil:
    """`postil("login-link", directory=…, POSTIL_PORT="1")`."""

    def run(*arguments: str, directory: pathlib.Path, **variables: str) -> Result:
        for name, value in {"POSTIL_DATA_DIR": str(directory), **variables}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["postil", *arguments])
        capsys.readouterr()
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        if database.obj is not None:
            database.close_all()
        told = capsys.readouterr()
        assert isinstance(code, int)
        return Result(code, told.out, told.err)

    return run


def refused(result: Result, *words: str) -> None:
    assert result.code == 2, result
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    for word in words:
        assert word in lines[0]
