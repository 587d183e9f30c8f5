"""What the director's panel says, in the language in force."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.ui.language import language

translate = QCoreApplication.translate
WAITS, HELD, SENT, SKIPPED = "waiting", "held", "sent", "skipped"


def state_told(state: str) -> str:
    """Returns how an inject stands."""
    return {
        WAITS: translate("Exercise", "waits"),
        HELD: translate("Exercise", "held"),
        SENT: translate("Exercise", "sent"),
        SKIPPED: translate("Exercise", "skipped"),
    }.get(state, state)


def fault_told(kind: str) -> str:
    """Returns what is wrong with a network."""
    return {
        "down": translate("Exercise", "down"),
        "slow": translate("Exercise", "slow"),
        "429": translate("Exercise", "too many requests (429)"),
        "500": translate("Exercise", "broken (500)"),
        "503": translate("Exercise", "overloaded (503)"),
        "cut": translate("Exercise", "cuts off after accepting"),
        "expired": translate("Exercise", "sign-in expired"),
        "portal": translate("Exercise", "captive portal"),
    }.get(kind, kind)


def after(seconds: float) -> str:
    """Returns how long after the beginning: +0:12:30."""
    whole = int(seconds)
    return f"+{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def clock_of(status: dict[str, Any]) -> str:
    """Returns the exercise's clock."""
    try:
        return language().clock(datetime.fromisoformat(str(status.get("now", ""))).astimezone())
    except ValueError:
        return "–"


def speed_told(speed: float) -> str:
    """Returns a pace: ×10."""
    return f"×{speed:g}"
