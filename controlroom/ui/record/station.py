"""What the station on duty lacks for its checks, in words, with what to do."""

from PySide6.QtCore import QCoreApplication

from controlroom.team.state import State
from controlroom.ui.language import counted

translate = QCoreApplication.translate


def lacking_told(state: State | None) -> str:
    """Returns what the station lacks that it needs now, and what to do; "" for nothing.

    Without an item on the case lists it needs no key of them.
    """
    found = state.publishing.equipment if state is not None else None
    if state is None or found is None:
        return ""
    parts = []
    if not found.case_key and (many := len(state.publishing.case_list)):
        parts.append(_no_key(many))
    if not found.sites:
        parts.append(translate("Station", "The station does not know the force’s own sites."))
    if parts:
        parts.append(_what_to_do())
    return " ".join(parts).format(computer=found.computer)


def _no_key(many: int) -> str:
    return counted(
        many,
        translate(
            "Station",
            "The station has no key of the case lists: before something leaves, {n} item on them"
            " is not looked for.",
        ),
        translate(
            "Station",
            "The station has no key of the case lists: before something leaves, {n} items on them"
            " are not looked for.",
        ),
    )


def _what_to_do() -> str:
    return translate(
        "Station",
        "Open Control Room on the computer {computer} with the station’s data folder and enter"
        " what is missing under Settings; it counts within a minute.",
    )
