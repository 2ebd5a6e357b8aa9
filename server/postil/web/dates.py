"""Days and moments in words: relative up to a week, then dates; as the language writes them (CLDR, by Babel)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from babel.dates import format_date, format_skeleton, format_timedelta

from postil.web.language import N_, catalogue, locale

_STEPS = ((60, 60), (3600, 24), (86_400, 7))  # (seconds of a minute, hour, day; how many of it at most)
_NOW = N_("just now")


def day(text: str, language: str = "en") -> str:
    """`2026-11-23` -> `23 Nov 2026`. What is no day comes back as it is: a source said so."""
    found = _read(text)
    return format_skeleton("yMMMd", found, locale=locale(language)) if found else text


def long_day(text: str, language: str = "en") -> str:
    """`2026-11-23` -> `Monday, 23 November 2026`."""
    found = _read(text)
    return format_date(found, "full", locale=locale(language)) if found else text


def moment(text: str, language: str = "en", present: datetime | None = None) -> str:
    """`2026-11-23T08:15:30Z` -> `5 minutes ago`, `in 3 days`, `23 Nov 2026`."""
    away = datetime.fromisoformat(text) - (present or datetime.now(UTC))
    distance = abs(away)
    if distance < timedelta(minutes=1):
        return catalogue(language).gettext(_NOW)
    for seconds, most in _STEPS:
        count = round(distance.total_seconds() / seconds)
        if count < most:
            whole = timedelta(seconds=count * seconds if away > timedelta() else -count * seconds)
            return format_timedelta(whole, threshold=1, add_direction=True, locale=locale(language))
    return day(text[:10], language)


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
