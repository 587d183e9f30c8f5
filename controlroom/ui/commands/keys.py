"""Keys in words and caps, and whether they would take a letter from a text field."""

from PySide6.QtCore import QCoreApplication

from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

NAMES = {
    "Shift": QT_TRANSLATE_NOOP("Keys", "Shift"),
    "Ctrl": QT_TRANSLATE_NOOP("Keys", "Ctrl"),
    "Alt": QT_TRANSLATE_NOOP("Keys", "Alt"),
    "Esc": QT_TRANSLATE_NOOP("Keys", "Esc"),
    "Tab": QT_TRANSLATE_NOOP("Keys", "Tab"),
}
SPOKEN = {
    "/": QT_TRANSLATE_NOOP("Keys", "slash"),
    "?": QT_TRANSLATE_NOOP("Keys", "question mark"),
    "+": QT_TRANSLATE_NOOP("Keys", "plus"),
    "−": QT_TRANSLATE_NOOP("Keys", "minus"),
    ",": QT_TRANSLATE_NOOP("Keys", "comma"),
}
STRONG = ("Ctrl", "Alt", "Meta")
MENU = ("Menu", "Shift+F10")
"""Keys for which a text field has a menu of its own."""


def caps(keys: str) -> list[str]:
    """Returns what stands on each key: "Ctrl+Shift+H" is Ctrl, Shift, H; "G, B" is G, B."""
    strokes = keys.split(", ") if ", " in keys else [keys]
    return [_cap(part) for stroke in strokes for part in _parts(stroke)]


def caption(keys: str) -> str:
    """Returns the keys as one line: "Ctrl K", or "" for no keys."""
    return " ".join(caps(keys)) if keys else ""


def spoken(keys: str) -> str:
    """Returns the keys as a screen reader should say them: "slash"."""
    return " ".join(_say(cap) for cap in caps(keys)) if keys else ""


def is_single(keys: str) -> bool:
    """Returns whether a key sequence begins with what a text field would take for itself."""
    if keys in MENU:
        return True
    first = _parts(keys.split(", ")[0])
    if any(part in STRONG for part in first):
        return False
    return len(first[-1]) == 1 or first[-1] == "Space"


def _parts(stroke: str) -> list[str]:
    if stroke.endswith("++"):
        return [*stroke[:-2].split("+"), "+"]
    return stroke.split("+") if len(stroke) > 1 else [stroke]


def _cap(part: str) -> str:
    if part == "-":
        return "−"
    return translate("Keys", NAMES[part]) if part in NAMES else part


def _say(cap: str) -> str:
    return translate("Keys", SPOKEN[cap]) if cap in SPOKEN else cap
