"""Keeps the latest day's listing fresh while serving (`POSTIL_REFRESH`); upkeep.py says when."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from peewee import PeeweeException

from postil import fetch, listings
from postil.config import BadSetting, Config
from postil.db import database
from postil.errors import PostilError
from postil.sources import NotAListing, Source, sources

log = logging.getLogger("postil.refresh")

EVERY = 30 * 60  # seconds


def source_of(chosen: Config) -> Source:
    """The source that is kept fresh. Raises BadSetting for one that does not exist or cannot be asked for a day."""
    daily = {name: source for name, source in sources().items() if "day" in source.WAYS}
    if chosen.refresh not in daily:
        raise BadSetting(f"POSTIL_REFRESH={chosen.refresh!r}: {', '.join(daily)} or nothing is needed")
    return daily[chosen.refresh]


def once(chosen: Config, client: fetch.Client | None = None) -> None:
    """Today's listing by UTC, as the source counts days. What goes wrong is logged and tried again next time: no note hangs on it."""
    source = source_of(chosen)
    today = datetime.now(UTC).date().isoformat()
    try:
        with database.connection_context():
            base = chosen.mirror_of(source.NAME) or source.ADDRESS
            taken = listings.fetched(source, base, client or fetch.Client(), lambda done: None, day=today)
        log.info("took in %d papers of %s, skipped %d", taken.papers, today, len(taken.problems))
    except (fetch.FetchError, NotAListing, PostilError, PeeweeException) as error:
        log.warning("the listing of %s was not refreshed: %s", today, error)
