"""How often a draft comes again that is not put forward yet: kept with it, a series once it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.ui.compose.when_told import home_zone

if TYPE_CHECKING:
    from controlroom.model.outgoing.content import Content
    from controlroom.ui.compose.composer import Composer

translate = QCoreApplication.translate


def ask_rule(page: "Composer") -> None:
    """Asks how often the page's draft is to come."""
    from controlroom.outbound.schedule.zones import zone_of
    from controlroom.ui.planner.series_acts import agreed_told
    from controlroom.ui.planner.series_forms import Begin, Repeat

    content, book = page.writing.content, page.window_.record
    if content.at is None or book.state is None:
        return
    note = agreed_told(book.state, book.officer, content)
    begin = Begin(content.at, zone_of(content.zone or home_zone()), note)
    heading, yes = translate("Compose", "Repeat this post"), translate("Compose", "Repeat it")
    page.open_layer(Repeat(heading, yes, begin, page.writing.set_rule))


def rule_for(rule: str, before: "Content", now: "Content") -> str:
    """Returns how often a draft comes that has another time, "" where its days say nothing of it.

    Args:
        rule: how often it came until now.
    """
    if not rule or before.at is None or now.at is None:
        return ""
    from controlroom.outbound.schedule.occurrences import moved_to
    from controlroom.outbound.schedule.zones import wall, zone_of

    old = wall(before.at, zone_of(before.zone or home_zone())).date()
    new = wall(now.at, zone_of(now.zone or home_zone())).date()
    return moved_to(rule, old, new) or ""


def repeat_told(rule: str, content: "Content") -> str:
    """Returns how often a draft comes again and when next, "" where it does not."""
    if not rule or content.at is None:
        return ""
    from controlroom.model.outgoing.recurring import wall_text
    from controlroom.outbound.schedule.occurrences import coming
    from controlroom.outbound.schedule.zones import wall, zone_of
    from controlroom.ui.planner.series_words import next_told, rule_told

    zone = zone_of(content.zone or home_zone())
    first = wall(content.at, zone).replace(second=0, microsecond=0)
    found = coming(rule, wall_text(first), zone, (), clock.now())
    told = translate("Compose", "{often}, once it is put forward. {next}")
    return told.format(often=rule_told(rule), next=next_told(found, zone))
