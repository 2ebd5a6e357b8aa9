"""Export formats: one a file, found without a list. A format is a module of this package with the members of `Format`.

Formats see the dicts of `records.py` and never a model; whoever calls has left out what the reader may not see. Every `write` streams and
holds at most one paper's records, beside a bounded number of small parts that it uses again.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from postil.formats.records import About, Record


class Format(Protocol):
    NAME: str  # as in ?format=
    TITLE: str  # one short line for a menu
    MEDIA_TYPE: str
    EXTENSION: str  # without the dot
    BY_PAPER: bool  # whether a paper's records must stand together (records.py): it takes longer to read them so

    def write(self, records: Iterator[Record], about: About) -> Iterator[bytes]: ...


@cache
def _found() -> dict[str, Format]:
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return {module.NAME: cast(Format, module) for module in modules if hasattr(module, "NAME")}


def names() -> list[str]:
    """The names of all formats, in alphabetical order."""
    return sorted(_found())


def by_name(name: str) -> Format:
    """The format of that name. Raises `KeyError`."""
    return _found()[name]


def menu() -> list[tuple[str, str]]:
    """(name, title) of all formats, for a page that offers them."""
    return [(name, by_name(name).TITLE) for name in names()]
