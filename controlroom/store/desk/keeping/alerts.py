"""Alert rules, and the alerts they raised."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from controlroom.model.alert import AlertRule, KeptAlert
from controlroom.store.cache.times import to_ms
from controlroom.store.desk.keeping.tables import alert, alert_rule

MOST = 500
"""Alerts that are kept; the oldest go."""


def save_rule(connection: Connection, rule: AlertRule) -> AlertRule:
    """Writes a rule; id 0 is new. Returns it with its id."""
    values = {**asdict(rule), "level": int(rule.level)}
    number = values.pop("id")
    if number:
        changed = update(alert_rule).where(alert_rule.c.id == number)
        connection.execute(changed.values(values))
        return rule
    made = connection.execute(insert(alert_rule).values(values).returning(alert_rule.c.id))
    return replace(rule, id=made.scalar_one())


def remove_rule(connection: Connection, number: int) -> None:
    """Forgets a rule; what it raised stays in the list."""
    connection.execute(delete(alert_rule).where(alert_rule.c.id == number))


def keep(connection: Connection, raised: Sequence[KeptAlert]) -> list[KeptAlert]:
    """Writes alerts, those with an id in their own place; returns them with their ids."""
    kept = []
    for one in raised:
        made = insert(alert).prefix_with("OR REPLACE").values(_row(one))
        number = connection.execute(made.returning(alert.c.id)).scalar_one()
        kept.append(replace(one, id=number))
    newest = select(alert.c.id).order_by(alert.c.at_ms.desc(), alert.c.id.desc())
    connection.execute(delete(alert).where(alert.c.id.not_in(newest.limit(MOST))))
    return kept


def mark_read(connection: Connection, numbers: Sequence[int]) -> None:
    """Marks alerts as read, all of them if none is named."""
    changed = update(alert).values(is_read=True)
    if numbers:
        changed = changed.where(alert.c.id.in_(numbers))
    connection.execute(changed)


def _row(one: KeptAlert) -> dict[str, Any]:
    values = {**asdict(one), "level": int(one.level), "at_ms": to_ms(one.at)}
    del values["at"]
    if not one.id:
        del values["id"]
    return values
