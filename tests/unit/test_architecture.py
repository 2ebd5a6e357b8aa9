"""The shape of the code, held: who may import whom, how long a file may be, and what stands in one place only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "server" / "postil"
BROWSER = ROOT / "extension" / "src"

#: What each module or package may import of ours; docs/architecture.md draws it.
#: A key is the first name below `postil`; a package may always import itself.
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "config": set(),
    "clock": set(),
    "words": set(),
    "paper_keys": set(),
    "markup": set(),
    "representation": {"clock", "paper_keys"},
    "db": {"config", "errors"},
    "migrations": set(),
    "models": {"db"},
    "schema": {"db", "errors"},
    "disk": set(),
    "archive": {"disk", "errors"},
    "tables": {"db", "errors", "models"},
    "statements": {"db"},
    "policy": {"models", "errors", "statements"},
    "changes": {"models", "policy", "statements", "errors"},
    "fetch": {"errors"},
    "listings": {"fetch", "services", "sources", "paper_keys"},
    "logs": set(),
    "figure_files": set(),
    "metrics": {"db", "figure_files"},
    "door": {"errors"},
    "proxies": set(),
    "gateway": {"errors", "proxies", "schemas"},
    "health": {"auth", "gateway", "logs", "metrics", "policy", "services"},
    "refresh": {"listings", "fetch", "sources", "config", "db", "errors"},
    "upkeep": {"refresh", "services", "logs", "config", "db", "errors"},
    "sources": {"paper_keys", "errors"},
    "formats": {"paper_keys", "representation", "clock", "errors", "markup"},
    "schemas": {"clock", "errors", "paper_keys", "representation"},
    "services": {
        "models", "policy", "statements", "changes", "representation", "markup", "paper_keys", "db", "errors", "clock", "words", "sources",
        "archive", "disk", "schema", "tables",
    },
    "auth": {"services", "policy", "config", "errors"},
    "events": {"auth", "services", "policy", "config", "errors", "clock"},
    "api": {"services", "schemas", "auth", "formats", "policy", "representation", "paper_keys", "config", "errors", "clock", "sources"},
    "web": {
        "services", "schemas", "auth", "formats", "policy", "representation", "paper_keys", "config", "errors", "clock", "markup", "api",
        "sources",
    },
}  # fmt: skip
#: These see all.
ROOTS = {"app", "cli", "worker", "__init__", "__main__"}

#: `from postil import __version__` and the like.
CONSTANTS = {"__version__", "PROTOCOL"}

BANNED_NAMES = {"utils", "util", "helpers", "helper", "misc", "manager", "managers"}
BANNED_PARAMETERS = {"data", "obj"}

#: A file that says in its first lines that a tool wrote it is no file of ours; a bundle is one too.
GENERATED = re.compile(r"generated|do not edit", re.IGNORECASE)


def python_files(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


SERVER = python_files(PACKAGE)
TESTS = python_files(ROOT / "tests")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(tree: ast.AST) -> Iterator[str]:
    """The first names below `postil` that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module == "postil":
                yield from (alias.name for alias in node.names if alias.name not in CONSTANTS)
            elif (node.module or "").startswith("postil."):
                yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("postil."))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def test_imports() -> None:
    wrong = []
    for path in SERVER:
        home = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if home not in ROOTS:
            assert home in ALLOWED, f"{home} has no line in the table of imports"
            wrong += [f"{name_of(path)} imports {name}" for name in set(imported(parsed(path))) - {home} - ALLOWED[home]]
    assert not wrong


def test_the_table_names_only_what_may_exist() -> None:
    """Each name of the table is one that the design knows, though not all are written yet."""
    assert {name for names in ALLOWED.values() for name in names} <= ALLOWED.keys()


def test_services_and_models_know_nothing_of_http() -> None:
    for path in python_files(PACKAGE / "services", PACKAGE / "models", PACKAGE / "formats", PACKAGE / "sources"):
        modules = {n.module for n in ast.walk(parsed(path)) if isinstance(n, ast.ImportFrom)}
        modules |= {a.name for n in ast.walk(parsed(path)) if isinstance(n, ast.Import) for a in n.names}
        assert not {m for m in modules if m and m.split(".")[0] in ("flask", "werkzeug")}, path


def nodes(paths: list[Path]) -> Iterator[tuple[str, ast.AST]]:
    """Every node of every file, with its place."""
    for path in paths:
        for node in ast.walk(parsed(path)):
            yield f"{name_of(path)}:{getattr(node, 'lineno', 0)}", node


def test_no_print_and_no_bare_except() -> None:
    for place, node in nodes(SERVER):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", place
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, place


def test_file_names() -> None:
    assert not [path for path in [*SERVER, *TESTS] if BANNED_NAMES & set(re.split(r"[_.]", path.name.lower()))]


def test_parameter_names() -> None:
    for place, node in nodes(SERVER):
        if isinstance(node, ast.arguments):
            every = [*node.posonlyargs, *node.args, *node.kwonlyargs, node.vararg, node.kwarg]
            banned = BANNED_PARAMETERS & {argument.arg for argument in every if argument}
            assert not banned, f"{place.rsplit(':', 1)[0]}: a parameter called {banned}"


def written_files() -> list[Path]:
    folders = [ROOT / "server", BROWSER, ROOT / "tests"]
    kinds = {".py", ".js", ".css", ".html"}
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in kinds]
    return sorted(path for path in files if not {"fixtures", "static", "dist", "__pycache__"} & set(path.parts) or path.suffix == ".css")


def test_no_file_is_longer_than_400_lines() -> None:
    longer = []
    for path in written_files():
        lines = path.read_text("utf-8").splitlines()
        if len(lines) > 400 and not GENERATED.search("\n".join(lines[:3])):
            longer.append(f"{name_of(path)}: {len(lines)}")
    assert not longer


def browser_files() -> list[Path]:
    return sorted(path for path in BROWSER.rglob("*") if path.suffix in (".js", ".html"))


def code_of(path: Path) -> str:
    """A JavaScript file without its comments, which may speak of what the code must not do."""
    return re.sub(r"/\*.*?\*/|(?<![:'\"`])//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)


def test_fetch_stands_in_one_module() -> None:
    calling = {name_of(path) for path in browser_files() if re.search(r"\bfetch\s*\(", code_of(path))}
    assert calling == {"extension/src/shared/api.js"}


def test_inner_html_stands_nowhere() -> None:
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
        assert not [name_of(path) for path in browser_files() if word in code_of(path)], word


def test_names_of_the_browser_side() -> None:
    assert not [path for path in browser_files() if BANNED_NAMES & set(re.split(r"[-.]", path.name.lower()))]
