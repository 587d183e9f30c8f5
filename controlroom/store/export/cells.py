"""Cells of a table that no spreadsheet takes for a formula."""

from controlroom.store.export.hit import sound

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
_GUARD = "'"


def guarded(text: str) -> str:
    """Returns a text as a spreadsheet shows it and never runs it.

    What begins like a formula, also behind blanks, gets an apostrophe before it.
    """
    clean = sound(text)
    shown = clean.lstrip(" \u00a0\u200b\ufeff\u2060\u3000")
    return _GUARD + clean if shown.startswith(_BEGINS_FORMULA) else clean


def row(cells: list[str]) -> str:
    """Returns a line of a table; every cell is quoted, so that none can break out."""
    quoted = ('"' + cell.replace('"', '""') + '"' for cell in cells)
    return ",".join(quoted) + "\r\n"
