"""How a condition looks: its icon and colours; never by colour alone."""

from typing import NamedTuple

from controlroom.ui.profiles.standing import Condition, Reason, Standing


class Look(NamedTuple):
    """Icon, and the names of the palette's colours for ground, edge and ink of a cell."""

    icon: str
    ground: str
    edge: str
    ink: str
    text: str
    """The colour of words about it on the page."""


LOOKS = {
    Condition.CUT_OFF: Look("crit", "red_fill", "red", "on_accent", "red"),
    Condition.CARE: Look("warn", "amber_tint", "amber", "amber", "amber"),
    Condition.SILENT: Look("mute", "bg1", "line3", "text3", "text2"),
    Condition.WELL: Look("check", "bg3", "line1", "text3", "text2"),
}
KEY_REASONS = (Reason.NOT_SIGNED_IN, Reason.SIGN_IN_ENDED)


def look_of_condition(condition: Condition) -> Look:
    """Returns how a condition looks."""
    return LOOKS[condition]


def cell_icon(one: Standing, glyph: str) -> str:
    """Returns what a cell of the wall shows: the network's glyph, or what is the matter."""
    if one.locked:
        return "lock"
    if one.condition is Condition.CUT_OFF:
        return "key" if one.reason in KEY_REASONS else "crit"
    return "warn" if one.condition is Condition.CARE else glyph
