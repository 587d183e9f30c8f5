"""Cursors: where a page of a list begins and ends, in letters that say nothing to others."""

import base64

from controlroom.exercise.faces.facebook.problems import bad

_PREFIX = "at:"
_LONGEST, _DIGITS = 200, 20


def cursor_of(position: int) -> str:
    """Returns the cursor of a position in a list."""
    told = base64.b64encode(f"{_PREFIX}{position:0{_DIGITS}d}".encode()).decode().rstrip("=")
    return f"QVFI{told}ZD"


def position_of(cursor: str) -> int:
    """Returns the position a cursor stands for. Raises `Problem` for what is none."""
    letters = cursor.removeprefix("QVFI").removesuffix("ZD")
    try:
        told = base64.b64decode(letters[:_LONGEST] + "=" * (-len(letters) % 4))
        digits = told.decode("ascii").removeprefix(_PREFIX)
    except ValueError:
        digits = ""
    if not (digits.isdigit() and len(digits) == _DIGITS):
        raise bad("Invalid parameter")
    return int(digits)
