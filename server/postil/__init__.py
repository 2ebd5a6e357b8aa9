"""Postil: a team's margin notes on papers. The server package; `app.create_app` composes it, `cli.main` runs it."""

__version__ = "0.1.0"

#: The wire protocol's number and the oldest that this server still speaks. A client of another number is told to update.
PROTOCOL = {"current": 1, "oldest": 1}
