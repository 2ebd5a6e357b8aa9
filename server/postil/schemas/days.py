"""A day as text: `2026-11-23`."""

from __future__ import annotations

import datetime

from marshmallow import ValidationError

#: For the document of the API.
DAY_FORMAT = {"format": "date"}


def is_day(value: str) -> None:
    """For a field's `validate`: ISO 8601's extended calendar date, and nothing else that Python would read as one."""
    try:
        if datetime.date.fromisoformat(value).isoformat() != value:
            raise ValueError
    except ValueError:
        raise ValidationError("a day is needed, like 2026-11-23") from None
