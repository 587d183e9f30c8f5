"""The rules of everything that leaves, by kind; see `team.rules`."""

from collections.abc import Callable
from typing import Any

from controlroom.model import journal_outgoing as kinds
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import StationEquipped, StationTookOver
from controlroom.model.journal_rights import Refusal
from controlroom.team.publishing import (
    delivery_rules,
    draft_rules,
    hold_rules,
    list_rules,
    series_rules,
)
from controlroom.team.publishing_state import Equipment
from controlroom.team.state import State

Rule = Callable[[State, Entry, Any], Refusal | None]


def station_took_over(state: State, entry: Entry, _told: StationTookOver) -> Refusal | None:
    """From the first station on, claims and outcomes are a station's alone."""
    if delivery_rules.is_station(entry.actor):
        state.publishing.station = True
        state.publishing.equipment = None
    return None


def station_equipped(state: State, entry: Entry, told: StationEquipped) -> Refusal | None:
    """By a station alone: whoever else said it would hide that a station checks nothing."""
    if not delivery_rules.is_station(entry.actor):
        return Refusal.NO_SENDER
    state.publishing.equipment = Equipment(told.computer, told.case_key, told.sites)
    return None


RULES: dict[type, Rule] = {
    StationTookOver: station_took_over,
    StationEquipped: station_equipped,
    kinds.DraftSubmitted: series_rules.submitted,
    kinds.DraftApproved: draft_rules.approved,
    kinds.DraftReturned: draft_rules.returned,
    kinds.DraftPassedOn: draft_rules.passed_on,
    kinds.DraftWithdrawn: draft_rules.withdrawn,
    kinds.HoldPlaced: hold_rules.placed,
    kinds.HoldExplained: hold_rules.explained,
    kinds.HoldReleased: hold_rules.released,
    kinds.PublishersLimited: hold_rules.limited,
    kinds.PublishersOpened: hold_rules.opened,
    kinds.DeliveryLetGo: delivery_rules.let_go,
    kinds.DeliveryClaimed: delivery_rules.claimed,
    kinds.DeliverySent: delivery_rules.sent,
    kinds.DeliveryFailed: delivery_rules.failed,
    kinds.DeliveryUnknown: delivery_rules.unknown,
    kinds.DeliveryReadBack: delivery_rules.read_back,
    kinds.DeliverySeenGone: delivery_rules.seen_gone,
    kinds.DeliveryMarkedSent: delivery_rules.marked_sent,
    kinds.RoutesDefined: list_rules.routes_defined,
    kinds.TextSaved: list_rules.text_saved,
    kinds.TextRemoved: list_rules.text_removed,
    kinds.CaseListChanged: list_rules.case_list_changed,
    kinds.CaseListMarked: list_rules.case_list_marked,
    kinds.CaseListRemoved: list_rules.case_list_removed,
    kinds.SeriesDefined: series_rules.defined,
    kinds.SeriesSkipped: series_rules.skipped,
    kinds.SeriesEnded: series_rules.ended,
}
