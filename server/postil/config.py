"""Every setting: name, type, default and one line of documentation, in one frozen object.

Settings come from `POSTIL_*` environment variables alone; the command line's options override them. A wrong value stops the start with
one line. docs/settings.md is held to this table by a test.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from platformdirs import user_data_dir

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class BadSetting(ValueError):
    """A `POSTIL_*` variable has a value that cannot be used; the message names it and says what it takes."""


def _setting(default: Any, doc: str) -> Any:
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True)
class Config:
    data_dir: Path = _setting(
        Path(user_data_dir("postil", appauthor=False)),
        "Where the SQLite database lies, and on either database the purge list and the backups that Postil makes by itself.",
    )
    database_url: str = _setting("", "`postgresql://…` for a team's database; empty: SQLite in the data directory.")
    host: str = _setting("127.0.0.1", "The address to listen on. Beyond loopback it needs an https `POSTIL_PUBLIC_URL`.")
    port: int = _setting(8017, "The port to listen on.")
    public_url: str = _setting("", "The address that users type, where it is not the loopback one.")
    allowed_origins: tuple[str, ...] = _setting((), "Web origins, split by commas, whose pages may call the API with a token.")
    trusted_proxies: tuple[str, ...] = _setting(
        (),
        "Addresses and networks, split by commas, of the reverse proxies whose `X-Forwarded-For` is believed.",
    )
    workers: int = _setting(1, "Server processes.")
    threads: int = _setting(4, "Threads of each process, two at least.")
    refresh: str = _setting("", "The source whose latest day is kept fresh, such as `huggingface`. Empty: no call to anywhere.")
    backups: int = _setting(7, "How many daily backups are kept, in `backups` of the data directory. 0: none are made.")
    huggingface_url: str = _setting("", "A mirror of Hugging Face's API. Empty: `https://huggingface.co` itself.")
    arxiv_url: str = _setting("", "A mirror of arXiv's API. Empty: `https://export.arxiv.org` itself.")
    log_level: str = _setting("info", "`debug`, `info`, `warning` or `error`.")

    @cached_property
    def base_url(self) -> str:
        """The server's own origin, without a slash at its end."""
        return self.public_url or _origin(f"http://{_bracketed(self.host)}:{self.port}")

    @property
    def backup_dir(self) -> Path:
        """Where the backups lie that Postil makes by itself."""
        return self.data_dir / "backups"

    @property
    def resolved_database_url(self) -> str:
        return self.database_url or f"sqlite:///{quote(str(self.data_dir / 'postil.sqlite3'))}"

    def mirror_of(self, source: str) -> str:
        """Where the owner wants a listing source to be asked; empty where no setting says so."""
        return str(getattr(self, f"{source}_url", ""))

    @property
    def secure(self) -> bool:
        return self.base_url.startswith("https://")

    def with_changes(self, **changes: Any) -> Config:
        return _checked(replace(self, **{name: value for name, value in changes.items() if value is not None}))


def variable(name: str) -> str:
    """The environment variable of a setting: `data_dir` -> `POSTIL_DATA_DIR`."""
    return f"POSTIL_{name.upper()}"


def from_environment(environ: Mapping[str, str] = os.environ) -> Config:
    """Read the settings. Raises BadSetting, naming the variable, for a wrong value and for a `POSTIL_*` name that does not exist."""
    known = {variable(f.name): f for f in fields(Config)}
    unknown = sorted(name for name in environ if name.startswith("POSTIL_") and name not in known)
    if unknown:
        raise BadSetting(f"{unknown[0]} is no setting of Postil; docs/settings.md lists them all")
    given = {f.name: _parse(name, f.default, environ[name]) for name, f in known.items() if environ.get(name)}
    return _checked(Config(**given))


def _parse(name: str, default: Any, text: str) -> Any:
    if isinstance(default, int):
        if not text.isascii() or not text.isdigit():
            raise BadSetting(f"{name}={text!r}: a whole number is needed")
        return int(text)
    if isinstance(default, Path):
        return Path(text).expanduser()
    if isinstance(default, tuple):
        return tuple(_origin(part.strip()) for part in text.split(",") if part.strip())
    return _origin(text) if name == "POSTIL_PUBLIC_URL" else text


def _origin(text: str) -> str:
    """An origin as browsers spell it (RFC 6454, 6.1): lower case, without its scheme's own port. What is none stays."""
    text = text.rstrip("/")
    if not _is_origin(text):
        return text
    parts = urlsplit(text.lower())
    own = {"http": ":80", "https": ":443"}[parts.scheme]
    return f"{parts.scheme}://{parts.netloc.removesuffix(own)}"


def _checked(config: Config) -> Config:
    _require(1 <= config.port <= 65535, "port", config.port, "a port between 1 and 65535 is needed")
    _require(1 <= config.workers <= 64, "workers", config.workers, "a number from 1 to 64 is needed")
    _require(2 <= config.threads <= 256, "threads", config.threads, "a number from 2 to 256 is needed: an export keeps one")
    _require(
        config.log_level in ("debug", "info", "warning", "error"), "log_level", config.log_level, "debug, info, warning or error is needed"
    )
    _require(
        config.database_url.split(":", 1)[0] in ("", "sqlite", "postgresql", "postgres"),
        "database_url",
        config.database_url.split("@")[-1],
        "an address like postgresql://user@host/name or sqlite:///file is needed",
    )
    if config.public_url:
        _require(
            _is_origin(config.public_url),
            "public_url",
            config.public_url,
            "an address like https://notes.example.org is needed, without a path",
        )
    for name in ("huggingface_url", "arxiv_url"):
        mirror = getattr(config, name)
        _require(not mirror or _is_origin(mirror), name, mirror, "an address like https://huggingface.co is needed")
    for origin in config.allowed_origins:
        _require(_is_origin(origin), "allowed_origins", origin, "an origin like https://wiki.example.org is needed")
    for proxy in config.trusted_proxies:
        _require(_is_network(proxy), "trusted_proxies", proxy, "an address like 127.0.0.1 or a network like 10.1.0.0/16 is needed")
    if config.host not in LOOPBACK:
        _require(
            config.public_url.startswith("https://"),
            "host",
            config.host,
            "listening beyond this machine needs POSTIL_PUBLIC_URL=https://…, the address that users type",
        )
    return config


def _require(holds: bool, name: str, value: object, message: str) -> None:
    if not holds:
        raise BadSetting(f"{variable(name)}={str(value)!r}: {message}")


def _is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  (raises for a port that is no number)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.path or parts.query or parts.fragment or parts.username)
    )


def _is_network(text: str) -> bool:
    try:
        ip_network(text)
    except ValueError:
        return False
    return True


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
