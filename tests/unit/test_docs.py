"""The manual names everything that a user can meet: settings, commands with their options, routes, error codes, messages, adapters."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import fields
from pathlib import Path

import click
import pytest

from postil import cli, config, formats, sources
from postil.policy import ROLES, SCOPES
from postil.schemas import limits

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def text(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("setting", fields(config.Config), ids=lambda f: f.name)
def test_every_setting_is_documented_as_the_code_says_it(setting) -> None:
    row = next((line for line in text("settings.md").splitlines() if line.startswith(f"| `{config.variable(setting.name)}`")), "")
    assert setting.metadata["doc"] in row
    if setting.default and isinstance(setting.default, int | str):
        assert f"`{setting.default}`" in row


def commands(group: click.Group, path: tuple[str, ...] = ()):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield pytest.param(command, " ".join(("postil", *path, name)), id=" ".join((*path, name)))


@pytest.mark.parametrize(("command", "spelled"), list(commands(cli.postil)))
def test_every_command_is_documented_with_its_options(command: click.Command, spelled: str) -> None:
    row = next((line for line in text("commands.md").splitlines() if line.startswith(f"| `{spelled}")), "")
    assert row, f"docs/commands.md has no row for {spelled}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in row, f"{spelled} {parameter.opts[0]}"


def routes() -> set[str]:
    """Paths below /api as the blueprints spell them, with their parameters made anonymous."""
    found = set()
    for module in (ROOT / "server/postil/api").glob("*.py"):
        for path in re.findall(r'@blueprint\.\w+\("([^"]+)"\)', module.read_text("utf-8")):
            found.add(re.sub(r"<[^>]+>", "{}", f"/api{path}"))
    return found


@pytest.mark.parametrize("route", sorted(routes()))
def test_every_route_is_documented(route: str) -> None:
    documented = re.sub(r"\{[a-z]+\}", "{}", text("api.md"))
    assert re.search(re.escape(route) + r"(?![\w/{])", documented), f"docs/api.md does not name {route}"


def error_codes() -> set[str]:
    found = set()
    for path in (ROOT / "server/postil").rglob("*.py"):
        source = path.read_text("utf-8")
        found |= set(re.findall(r'\bcode="([a-z-]+)"', source))
        found |= set(re.findall(r'status, code = \d+, "([a-z-]+)"', source))
    return found - {"setup"}


@pytest.mark.parametrize("code", sorted(error_codes()))
def test_every_error_code_is_documented(code: str) -> None:
    assert f"`{code}`" in text("api.md")


@pytest.mark.parametrize(
    "stated",
    [
        f"{limits.REQUEST // 2**20} MiB",
        f"{limits.NOTE // 1024} KiB",
        f"{limits.QUOTE // 1024} KiB",
        f"{limits.CONTEXT // 1024} KiB each",
        f"{limits.TAGS}; {limits.TAG} characters",
        f"| selectors | {limits.SELECTORS} |",
        f"{limits.URL:,} characters",
        f"| papers in one look-up | {limits.PAPERS} |",
        f"{limits.AHEAD_SECONDS // 60} minutes ahead",
    ],
)
def test_the_limits_in_the_manual_are_the_ones_enforced(stated: str) -> None:
    assert stated in text("api.md")


@pytest.mark.parametrize("word", [*ROLES, *SCOPES])
def test_roles_and_scopes_are_documented(word: str) -> None:
    assert f"`{word}`" in text("api.md")


def test_every_message_is_in_the_table_with_who_may_ask() -> None:
    source = (ROOT / "extension/src/shared/messages.js").read_text("utf-8")
    table = source.split("MESSAGES", 1)[1].split("});", 1)[0]
    parties = dict(re.findall(r'^\s+"?([a-z][a-z-]+)"?: (everyone|pagesOnly)', table, re.MULTILINE))
    assert len(parties) > 10
    rows = dict(re.findall(r"^\| `([a-z-]+)` \|(.*)", text("architecture.md"), re.MULTILINE))
    assert sorted(parties.keys() - rows.keys()) == []
    answered_there = ("papers-on-page", "page-report", "leave-page")  # by a content script, so only pages ask: the row says so
    told = {name for name, rest in rows.items() if "extension pages only" in rest}
    assert {name for name, party in parties.items() if party == "pagesOnly"} - set(answered_there) == told


WALK = text("architecture.md").split("## One mark", 1)[1].split("\n## ", 1)[0]
BELOW = (ROOT, ROOT / "server/postil", ROOT / "extension/src")


def test_the_walk_names_each_file_once() -> None:
    named = re.findall(r"`([\w./-]+\.(?:js|py))`", WALK)
    assert len(named) > 40
    assert sorted(name for name, times in Counter(named).items() if times > 1) == []
    assert [name for name in named if not any((place / name).is_file() for place in BELOW[1:])] == []


def test_every_path_that_the_architecture_names_exists() -> None:
    """In full, or by a name that one file alone has."""
    files = Counter(path.name for place in BELOW[1:] for path in place.rglob("*.*"))
    named = re.findall(r"`([\w./-]+(?:/|\.(?:js|py|css|md|html)))`", text("architecture.md"))
    assert [name for name in named if not any((place / name).exists() for place in BELOW) and files[name] != 1] == []


def test_the_architecture_names_every_module_and_folder() -> None:
    server = {path.name for path in (ROOT / "server/postil").iterdir() if path.suffix == ".py" and not path.name.startswith("__")}
    folders = {f"{path.name}/" for place in BELOW[1:] for path in place.iterdir() if path.is_dir() and path.name != "__pycache__"}
    rows = "".join(re.findall(r"^\| (.*?) \|", text("architecture.md"), re.MULTILINE))
    assert sorted(name for name in server | folders if f"`{name}`" not in rows) == []


def test_every_adapter_is_documented() -> None:
    adapters = re.findall(r'name: "([a-z-]+)"', "".join(p.read_text("utf-8") for p in (ROOT / "extension/src/adapters").glob("*.js")))
    assert adapters
    assert [name for name in adapters if f"`{name}`" not in text("extension.md")] == []


@pytest.mark.parametrize("name", formats.names())
def test_every_format_has_its_row(name: str) -> None:
    row = next((line for line in text("formats.md").splitlines() if line.startswith(f"| `{name}` |")), "")
    assert f"| `.{formats.by_name(name).EXTENSION}` |" in row


@pytest.mark.parametrize("name", sorted(sources.sources()))
def test_every_source_has_its_row(name: str) -> None:
    row = next((line for line in text("commands.md").splitlines() if line.startswith(f"| `postil papers import {name}")), "")
    assert sources.sources()[name].TITLE in row, f"docs/commands.md does not say what {name} is"


def test_every_dependency_has_its_line_of_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[\[><=]", requirement)[0] for group in groups for requirement in group}
    reasons = text("decisions/0003-libraries.md")
    assert sorted(name for name in names if name not in reasons) == []


def test_links_between_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
