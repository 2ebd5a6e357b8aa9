"""The HTTP API: one blueprint a noun, found without a list. Routes parse and answer; services decide."""

from __future__ import annotations

import importlib
import pkgutil

from flask import Blueprint, Flask
from werkzeug.routing import IntegerConverter


class RowId(IntegerConverter):
    """`<int:id>`: a number that neither database can hold names nothing, and is 404 like any other unknown."""

    regex = r"[0-9]{1,18}"


def register(app: Flask) -> None:
    """Mount the `blueprint` of every module of this package that has one."""
    app.url_map.converters["int"] = RowId
    for module in pkgutil.iter_modules(__path__):
        blueprint = getattr(importlib.import_module(f"{__name__}.{module.name}"), "blueprint", None)
        if isinstance(blueprint, Blueprint):
            app.register_blueprint(blueprint, url_prefix="/api")
