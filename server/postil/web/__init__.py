"""The server's own pages: templates over the same services, no rule of their own. Every module's `blueprint` is found without a list."""

from __future__ import annotations

import importlib
import pkgutil

from flask import Blueprint, Flask, request
from jinja2 import StrictUndefined

from postil import auth
from postil.errors import NotAllowed
from postil.web import dates, language, static, wording
from postil.web.error_pages import error_page

__all__ = ["error_page", "register"]


def register(app: Flask) -> None:
    """Mount the pages, and what their templates speak with."""
    pages = Blueprint("web", __name__, template_folder="templates")
    pages.before_request(_require_own_form)
    for module in pkgutil.iter_modules(__path__):
        blueprint = getattr(importlib.import_module(f"{__name__}.{module.name}"), "blueprint", None)
        if isinstance(blueprint, Blueprint):
            pages.register_blueprint(blueprint)
    app.register_blueprint(pages)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["asset"] = static.address
    language.register(app)
    in_words = {"day": dates.day, "long_day": dates.long_day, "moment": dates.moment}
    app.jinja_env.filters.update({name: language.in_its_language(say) for name, say in in_words.items()})
    app.jinja_env.filters.update(wording.FILTERS)


def _require_own_form() -> None:
    """A form counts only when a page of ours sent it: this holds for signing in too, or another site could sign one in as somebody else."""
    if request.method not in ("GET", "HEAD", "OPTIONS") and not auth.cookie_counts():
        raise NotAllowed("this form was not sent by a page of this server; nothing was changed", code="foreign-form")
