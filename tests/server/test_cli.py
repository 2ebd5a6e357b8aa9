"""The command line: what the caller did wrong is one line that says what to do, and exit code 2."""

from __future__ import annotations

import json
import os
import pathlib
import socket
import subprocess
import sys

import pytest
from commands import Postil, refused

from postil.cli.common import program
from postil.config import BadSetting, from_environment
from postil.db import connect


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return tmp_path_factory.mktemp("data")


def test_people_teams_and_tokens(postil: Postil, directory: pathlib.Path) -> None:
    made = postil("user", "add", "ada", "--display-name", "Ada", directory=directory)
    assert made.code == 0, made.stderr
    refused(postil("user", "add", "ada", directory=directory), "ada", "taken")
    refused(postil("user", "add", "A b", directory=directory), "name")
    token = postil("token", "add", "ada", directory=directory).stdout.strip()
    assert token.startswith("postil_")
    team = postil("group", "add", "Lab", "--owner", "ada", directory=directory).stdout.strip()
    assert len(team) == 12
    refused(postil("group", "set-role", team, "nobody", "member", directory=directory), "nobody")
    refused(postil("group", "set-role", team, "ada", "member", directory=directory), "owner")


def test_a_sign_in_link(postil: Postil, directory: pathlib.Path) -> None:
    link = postil("login-link", directory=directory)
    assert link.stdout.startswith("http://127.0.0.1:8017/sign-in/postil_")
    refused(postil("login-link", "--user", "nobody", directory=directory), "nobody")


def test_the_database_is_its_owners_alone(postil: Postil, directory: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its first moment: who opened it before it was closed would go on reading."""
    monkeypatch.setattr(pathlib.Path, "chmod", lambda *_, **__: None)
    postil("login-link", directory=directory)
    assert (directory / "postil.sqlite3").stat().st_mode & 0o077 == 0


def test_a_port_in_use(postil: Postil, directory: pathlib.Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused(postil("serve", "--port", port, directory=directory), f"127.0.0.1:{port}", "--port", "POSTIL_PORT")


def test_a_data_directory_that_cannot_be_written(postil: Postil, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_text("no directory")
    refused(postil("login-link", directory=tmp_path / "file" / "data"), "POSTIL_DATA_DIR")


@pytest.mark.parametrize("name", ["50%25 off", "a#b", "a?b=c", "ü ö", "%"])
def test_a_data_directory_of_any_name(postil: Postil, tmp_path: pathlib.Path, name: str) -> None:
    made = postil("login-link", directory=tmp_path / name)
    assert made.code == 0, made.stderr
    assert (tmp_path / name / "postil.sqlite3").exists()


def test_a_file_that_is_no_database(postil: Postil, tmp_path: pathlib.Path) -> None:
    (tmp_path / "postil.sqlite3").write_bytes(b"no database at all, but long enough to be read as the header of one" * 20)
    refused(postil("login-link", directory=tmp_path), "POSTIL_DATA_DIR")
    assert (tmp_path / "postil.sqlite3").read_bytes().startswith(b"no database")


def test_a_postgresql_that_does_not_answer(postil: Postil, tmp_path: pathlib.Path) -> None:
    result = postil("login-link", directory=tmp_path, POSTIL_DATABASE_URL="postgresql://postil:secret@127.0.0.1:1/postil")
    refused(result, "127.0.0.1")
    assert "secret" not in result.stderr


def test_a_newer_database(postil: Postil, tmp_path: pathlib.Path) -> None:
    assert postil("login-link", directory=tmp_path).code == 0
    newer = connect(f"sqlite:///{tmp_path}/postil.sqlite3", connections=1)
    with newer.connection_context():
        table = next(t for t in newer.get_tables() if "migration" in t)
        columns = [c.name for c in newer.get_columns(table) if c.name != "id"]
        values = ", ".join(f"'{'9999_later' if c == 'name' else '2030-01-01'}'" for c in columns)
        newer.execute_sql(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})")
    newer.close_all()
    refused(postil("login-link", directory=tmp_path), "newer Postil", "9999_later")


WRONG = [
    ("POSTIL_PORT", "http"),
    ("POSTIL_PORT", "0"),
    ("POSTIL_PORT", "70000"),
    ("POSTIL_WORKERS", "-1"),
    ("POSTIL_THREADS", "1"),
    ("POSTIL_LOG_LEVEL", "loud"),
    ("POSTIL_DATABASE_URL", "mysql://x"),
    ("POSTIL_PUBLIC_URL", "notes.example.org"),
    ("POSTIL_PUBLIC_URL", "https://notes.example.org/postil"),
    ("POSTIL_ALLOWED_ORIGINS", "*"),
    ("POSTIL_HOST", "0.0.0.0"),
    ("POSTIL_PROT", "8017"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name) as told:
        from_environment({name: value})
    assert "\n" not in str(told.value)


def test_a_wrong_setting_stops_the_start(postil: Postil, tmp_path: pathlib.Path) -> None:
    refused(postil("serve", directory=tmp_path, POSTIL_PORT="http"), "POSTIL_PORT", "number")
    refused(postil("login-link", directory=tmp_path, POSTIL_PORT="1", POSTIL_PROT="1"), "POSTIL_PROT")
    assert not list(tmp_path.iterdir())


def test_a_wrong_setting_tells_no_password() -> None:
    with pytest.raises(BadSetting) as told:
        from_environment({"POSTIL_DATABASE_URL": "mysql://ada:secret@host/x"})
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[[", b"5", b'{"a": 1}', b'[{"a": 1}]', b"\xff\xfe", b"[" * 100_000, None])
def test_a_file_that_is_no_listing(postil: Postil, directory: pathlib.Path, tmp_path: pathlib.Path, content: bytes | None) -> None:
    file = tmp_path / "daily.json"
    if content is not None:
        file.write_bytes(content)
    refused(postil("papers", "import", "huggingface", "--file", str(file), directory=directory), str(file))


def test_a_listing(postil: Postil, directory: pathlib.Path, tmp_path: pathlib.Path) -> None:
    paper = {"id": "2504.13171", "title": "Sleep-time Compute", "summary": "Scaling test-time compute.", "authors": []}
    file = tmp_path / "daily.json"
    file.write_text(json.dumps([{"paper": paper}, {"paper": {"id": "?"}}]))
    for _ in range(2):
        taken = postil("papers", "import", "huggingface", "--file", str(file), "--day", "2026-01-02", directory=directory)
        assert taken.code == 0, taken.stderr
        assert "1 papers taken in, 1 skipped" in taken.stdout
        assert "entry 2" in taken.stderr


@pytest.mark.parametrize("arguments", [["nonsense"], ["serve", "--port", "x"], ["user", "add"], ["user"], ["serve", "--colour"]])
def test_a_command_that_is_none(postil: Postil, directory: pathlib.Path, arguments: list[str]) -> None:
    assert postil(*arguments, directory=directory).code == 2


@pytest.mark.parametrize(
    ("called", "on_path", "said"),
    [
        ("{bin}/postil", "{bin}", "postil"),
        ("{bin}/postil", "/nowhere", "{bin}/postil"),
        ("{bin}/../bin/postil", "{bin}", "{bin}/../bin/postil"),
        ("/somewhere/postil/__main__.py", "{bin}", f"{sys.executable} -m postil"),
        ("/my notes/postil", "{bin}", "'/my notes/postil'"),
    ],
)
def test_a_hint_calls_the_program_as_it_can_be_called(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, called: str, on_path: str, said: str
) -> None:
    program_file = tmp_path / "bin" / "postil"
    program_file.parent.mkdir()
    program_file.touch(0o755)
    monkeypatch.setenv("PATH", on_path.format(bin=program_file.parent))
    monkeypatch.setattr(sys, "argv", [called.format(bin=program_file.parent)])
    assert program() == said.format(bin=program_file.parent)


def test_as_a_program(tmp_path: pathlib.Path) -> None:
    environ = {k: v for k, v in os.environ.items() if not k.startswith("POSTIL_")} | {"POSTIL_DATA_DIR": str(tmp_path), "POSTIL_PORT": "x"}
    ended = subprocess.run([sys.executable, "-m", "postil", "serve"], env=environ, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "postil: POSTIL_PORT='x': a whole number is needed\n"
