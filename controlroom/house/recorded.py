"""The record of a workstation of one: who founds it, and who acts when nobody has said."""

import getpass
import re
import sys

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE
from controlroom.team.state import State

_FOREIGN = re.compile(r"[^0-9A-Z]")
_LONGEST_NUMBER = 20


def account_number() -> str:
    """Returns a force number made of the account's name on this computer."""
    return _FOREIGN.sub("", _account().upper())[:_LONGEST_NUMBER] or "1"


def account_name() -> str:
    """Returns the name of the person the account of this computer is for, as far as it is told."""
    if sys.platform == "win32":
        return _account()
    import os
    import pwd

    try:
        full = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
    except KeyError:
        full = ""
    return full if full.isprintable() and full else _account()


def longest_here(state: State) -> str:
    """Returns who manages the force and has been here for the longest; "" if nobody is."""
    managing = [
        (officer.since, number)
        for number, officer in state.officers.items()
        if not officer.left and _manages(state, number)
    ]
    return min(managing, default=(0, ""))[1]


def _manages(state: State, number: str) -> bool:
    held = state.officers[number].roles.get(FORCE, {})
    return any(Right.MANAGE in state.roles[role] for role in held)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "officer"
