"""A moment as it stands in a sentence of the record."""

from datetime import datetime

from controlroom.ui.language import language


def moment_told(at: datetime) -> str:
    """Returns day and time of day here."""
    here = at.astimezone()
    return f"{language().date(here)}, {language().time_in_prose(here)}"
