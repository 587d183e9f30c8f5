"""Alert rules, and the alerts they raised, in `desk.db`."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from controlroom.model.alert import AlertRule, KeptAlert, Level
from controlroom.store.cache.times import from_ms, to_ms
from controlroom.store.database import Database
from controlroom.store.desk.schema import alert, alert_rule

MOST = 500
"""Alerts that are kept; the oldest go."""


class AlertBook:
    """The alerts of an open `desk.db`. Every method is one transaction; raises as `Database`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def rules(self) -> list[AlertRule]:
        """Returns the rules in the order in which they were made."""
        with self.database.read() as connection:
            return [_rule(row) for row in connection.execute(select(alert_rule).order_by("id"))]

    def save_rule(self, rule: AlertRule) -> AlertRule:
        """Writes a rule; id 0 is new. Returns it with its id."""
        values = {**asdict(rule), "level": int(rule.level)}
        number = values.pop("id")
        with self.database.write() as connection:
            if number:
                changed = update(alert_rule).where(alert_rule.c.id == number)
                connection.execute(changed.values(values))
                return rule
            made = connection.execute(insert(alert_rule).values(values).returning(alert_rule.c.id))
            return replace(rule, id=made.scalar_one())

    def remove_rule(self, number: int) -> None:
        """Forgets a rule; what it raised stays in the list."""
        with self.database.write() as connection:
            connection.execute(delete(alert_rule).where(alert_rule.c.id == number))

    def keep(self, raised: Sequence[KeptAlert]) -> list[KeptAlert]:
        """Writes alerts, those with an id in their own place; returns them with their ids."""
        kept = []
        with self.database.write() as connection:
            for one in raised:
                made = insert(alert).prefix_with("OR REPLACE").values(_row(one))
                number = connection.execute(made.returning(alert.c.id)).scalar_one()
                kept.append(replace(one, id=number))
            newest = select(alert.c.id).order_by(alert.c.at_ms.desc(), alert.c.id.desc())
            connection.execute(delete(alert).where(alert.c.id.not_in(newest.limit(MOST))))
        return kept

    def alerts(self) -> list[KeptAlert]:
        """Returns the kept alerts, the newest first."""
        newest = select(alert).order_by(alert.c.at_ms.desc(), alert.c.id.desc())
        with self.database.read() as connection:
            return [_alert(row) for row in connection.execute(newest)]

    def unread(self) -> int:
        """Returns how many alerts nobody has read."""
        asked = select(func.count()).select_from(alert).where(alert.c.is_read.is_(False))
        with self.database.read() as connection:
            return connection.execute(asked).scalar_one()

    def mark_read(self, *numbers: int) -> None:
        """Marks alerts as read, all of them if none is named."""
        changed = update(alert).values(is_read=True)
        if numbers:
            changed = changed.where(alert.c.id.in_(numbers))
        with self.database.write() as connection:
            connection.execute(changed)


def _row(one: KeptAlert) -> dict[str, Any]:
    values = {**asdict(one), "level": int(one.level), "at_ms": to_ms(one.at)}
    del values["at"]
    if not one.id:
        del values["id"]
    return values


def _rule(row: Any) -> AlertRule:
    return AlertRule(
        row.id, row.name, row.query, row.stream, Level(row.level), row.sound, row.quiet_minutes
    )


def _alert(row: Any) -> KeptAlert:
    return KeptAlert(
        row.id, row.rule, row.name, Level(row.level), row.post, from_ms(row.at_ms), row.count,
        row.more, row.is_read, row.query, row.stream,
    )  # fmt: skip
