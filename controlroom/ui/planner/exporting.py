"""Writes the plan for other programs: a calendar, or a table that can be brought in again."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from controlroom.outbound.schedule.calendar import calendar
from controlroom.outbound.schedule.zones import wall
from controlroom.store.durable import disk_told
from controlroom.store.export.cells import guarded
from controlroom.ui.planner.plan import PlanItem, as_planned
from controlroom.ui.planner.words import state_name, title_of, translate


def export_plan(path: Path, items: Sequence[PlanItem], zone: ZoneInfo, now: datetime) -> None:
    """Writes items into a file; a name that ends in .csv gets a table. Raises `StoreError`."""
    if path.suffix.lower() == ".csv":
        content = _table(items, zone)
    else:
        name = translate("Planner", "Plan")
        content = calendar([as_planned(one) for one in items], name, now)
    with disk_told(path):
        path.write_bytes(content)


def _table(items: Sequence[PlanItem], zone: ZoneInfo) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(["when", "text", "profiles", "title", "state"])
    for one in items:
        text = as_planned(one).text("")
        row = [
            wall(one.at, zone).strftime("%Y-%m-%d %H:%M"),
            text,
            "; ".join(one.targets),
            title_of(one),
            state_name(one.state),
        ]
        writer.writerow([guarded(cell) for cell in row])
    return ("\ufeff" + buffer.getvalue()).encode()
