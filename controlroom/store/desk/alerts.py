"""Alert rules, and the alerts they raised, in `desk.db`."""

from collections.abc import Sequence
from typing import Any

from controlroom.model.alert import AlertRule, KeptAlert, Level
from controlroom.store.cache.times import from_ms
from controlroom.store.database import Database

_RULES = "SELECT id, name, query, stream, level, sound, quiet_minutes FROM alert_rule ORDER BY id"
_ALERTS = """
SELECT id, rule, name, level, post, at_ms, count, more, is_read, query, stream, text
FROM alert ORDER BY at_ms DESC, id DESC
"""
_UNREAD = "SELECT count(*) FROM alert WHERE NOT is_read"


class AlertBook:
    """The alerts of an open `desk.db`. Every method is one transaction; raises as `Database`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def rules(self) -> list[AlertRule]:
        """Returns the rules in the order in which they were made."""
        with self.database.read() as connection:
            return [_rule(*row) for row in connection.exec_driver_sql(_RULES)]

    def save_rule(self, rule: AlertRule) -> AlertRule:
        """Writes a rule; id 0 is new. Returns it with its id."""
        from controlroom.store.desk.keeping import alerts

        with self.database.write() as connection:
            return alerts.save_rule(connection, rule)

    def remove_rule(self, number: int) -> None:
        """Forgets a rule; what it raised stays in the list."""
        from controlroom.store.desk.keeping import alerts

        with self.database.write() as connection:
            alerts.remove_rule(connection, number)

    def keep(self, raised: Sequence[KeptAlert]) -> list[KeptAlert]:
        """Writes alerts, those with an id in their own place; returns them with their ids."""
        from controlroom.store.desk.keeping import alerts

        with self.database.write() as connection:
            return alerts.keep(connection, raised)

    def alerts(self) -> list[KeptAlert]:
        """Returns the kept alerts, the newest first."""
        with self.database.read() as connection:
            return [_alert(*row) for row in connection.exec_driver_sql(_ALERTS)]

    def unread(self) -> int:
        """Returns how many alerts nobody has read."""
        with self.database.read() as connection:
            number: int = connection.exec_driver_sql(_UNREAD).scalar_one()
        return number

    def mark_read(self, *numbers: int) -> None:
        """Marks alerts as read, all of them if none is named."""
        from controlroom.store.desk.keeping import alerts

        with self.database.write() as connection:
            alerts.mark_read(connection, numbers)


def _rule(number: int, name: str, query: str, stream: int, *how: int) -> AlertRule:
    level, sound, quiet_minutes = how
    return AlertRule(number, name, query, stream, Level(level), bool(sound), quiet_minutes)


def _alert(*row: Any) -> KeptAlert:
    number, rule, name, level, post, at_ms, count, more, is_read, query, stream, text = row
    return KeptAlert(
        number, rule, name, Level(level), post, from_ms(at_ms), count,
        bool(more), bool(is_read), query, stream, text,
    )  # fmt: skip
