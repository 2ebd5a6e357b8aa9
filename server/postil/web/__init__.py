"""The server's own pages: templates over the same services, no rule of their own."""

from __future__ import annotations

from flask import Flask, Response

from postil.api import problems


def register(app: Flask) -> None:
    """Mount the pages."""


def error_page(error: Exception) -> Response:
    return problems.answer(error)
