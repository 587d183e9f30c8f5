"""Which station is on duty: one, and whoever was before it is refused by its number.

The duty is a row that only functions for stations change, and not an advisory lock of PostgreSQL:
any login can take one of those, so a tampered workstation could keep every station from working.
"""

from typing import Any

import psycopg

from controlroom.model.journal_kinds import StationTookOver, proposal_of
from controlroom.store.archive.errors import NotOnDuty, PostUnfit
from controlroom.store.journal.postgres.link import Link

BEAT_S = 2.0
"""How often the station on duty says that it lives; three times within the others' patience."""
_NOT_ON_DUTY = "CR423"


class Duty:
    """One station's claim, on a connection of its own.

    Every method may raise `DatabaseAway`, `NotAllowed`, `NoTeamHere`, `JournalBusy`.
    """

    def __init__(self, url: str) -> None:
        self._link = Link(url)

    def take(self, computer: str) -> int:
        """Returns the number of this duty, 0 while another station is on duty."""
        body = proposal_of(StationTookOver(computer)).body
        return int(asked(self._link, "SELECT controlroom.take_duty(%s)", (body,)))

    def keep(self, fence: int) -> None:
        """Says that this station lives. Raises `NotOnDuty`."""
        asked(self._link, "SELECT controlroom.keep_duty(%s)", (fence,))

    def leave(self, fence: int) -> None:
        """Lets another station begin at once. Raises `NotOnDuty`."""
        asked(self._link, "SELECT controlroom.leave_duty(%s)", (fence,))

    def close(self) -> None:
        """Hangs up."""
        self._link.close()


def asked(link: Link, query: str, values: tuple[object, ...]) -> Any:
    """Returns what one function answers; once or twice comes to the same for all of them.

    Raises `NotOnDuty`, `PostUnfit`, and as `Link.read`.
    """
    try:
        return link.read(query, values)[0][0]
    except psycopg.Error as error:
        if error.sqlstate == _NOT_ON_DUTY:
            raise NotOnDuty from None
        if isinstance(error, psycopg.DataError | psycopg.errors.ProgramLimitExceeded):
            raise PostUnfit(reason=f"{type(error).__name__}") from error
        raise
