"""Days and moments in words: relative up to a week, then dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_STEPS = ((60, 60, "minute"), (3600, 24, "hour"), (86_400, 7, "day"))  # (seconds, how many of it at most, its name)


def day(text: str) -> str:
    """`2026-11-23` -> `23 Nov 2026`. What is no day comes back as it is: a source said so."""
    found = _read(text)
    return f"{found.day} {_MONTHS[found.month - 1][:3]} {found.year}" if found else text


def long_day(text: str) -> str:
    """`2026-11-23` -> `Monday 23 November 2026`."""
    found = _read(text)
    return f"{_DAYS[found.weekday()]} {found.day} {_MONTHS[found.month - 1]} {found.year}" if found else text


def moment(text: str, present: datetime | None = None) -> str:
    """`2026-11-23T08:15:30Z` -> `5 minutes ago`, `in 3 days`, `23 Nov 2026`."""
    away = datetime.fromisoformat(text) - (present or datetime.now(UTC))
    distance = abs(away)
    if distance < timedelta(minutes=1):
        return "just now"
    for seconds, most, name in _STEPS:
        count = round(distance.total_seconds() / seconds)
        if count < most:
            counted = f"{count} {name}" + ("s" if count > 1 else "")
            return f"in {counted}" if away > timedelta() else f"{counted} ago"
    return day(text[:10])


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
