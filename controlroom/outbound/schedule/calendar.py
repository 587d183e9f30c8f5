"""The plan as an iCalendar file (RFC 5545), for the calendars of others."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from controlroom.outbound.schedule.planned import Planned

_LEAST = timedelta(minutes=5)


def calendar(plan: Iterable[Planned], name: str, now: datetime) -> bytes:
    """Returns the plan as a calendar; titles and times only: a calendar goes to other programs.

    Args:
        name: what the calendar is called.
        now: when it is written.
    """
    written = Calendar()
    written.add("prodid", "-//Control Room//Planner//EN")
    written.add("version", "2.0")
    written.add("x-wr-calname", name)
    for one in sorted(plan, key=lambda one: (one.at, one.draft)):
        written.add_component(_event(one, now))
    return bytes(written.to_ical())


def _event(one: Planned, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.draft}@controlroom")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", one.at.astimezone(UTC))
    event.add("dtend", max(one.until, one.at + _LEAST).astimezone(UTC))
    event.add("summary", one.title)
    event.add("description", ", ".join(sorted(one.targets)))
    event.add("transp", "TRANSPARENT")
    if one.series:
        event.add("related-to", f"{one.series}@controlroom", {"RELTYPE": "SIBLING"})
    return event
