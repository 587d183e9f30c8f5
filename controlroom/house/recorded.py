"""Who acts at a desk, and who founds the record of a workstation of one."""

import getpass
import re
import sys

from controlroom.model.journal import Proposal
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE
from controlroom.team.roles import founding
from controlroom.team.state import State

_FOREIGN = re.compile(r"[^0-9A-Z]")
_LONGEST_NUMBER = 20
_OFFICER = "officer_"


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


def first_entry(officer: str) -> Proposal:
    """Returns what the record of a desk of one begins with."""
    return proposal_of(founding(officer or account_number(), account_name(), alone=True))


def number_of_login(url: str) -> str:
    """Returns the force number a login of a team's database is for, "" for another login."""
    # Loads PostgreSQL's client, which a desk of one never needs.
    from controlroom.store.journal.postgres.link import connection_parts

    login = str(connection_parts(url).get("user", ""))
    return login[len(_OFFICER) :].upper() if login.startswith(_OFFICER) else ""


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
