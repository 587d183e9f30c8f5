"""What the engine tells the desk of a source: how far it is, what is missing, what it costs."""

from collections.abc import Mapping
from decimal import Decimal

from controlroom.intake.collector import Collected
from controlroom.intake.plan import Turn
from controlroom.intake.purses import Left
from controlroom.intake.till import Bill
from controlroom.model.changes import Changes
from controlroom.model.reading import Gap, SourceState

Line = dict[str, object]


def changed_line(changes: Changes, streams: tuple[int, ...]) -> Line:
    """Returns which posts a batch has changed, and the streams it is about."""
    return {
        "new": changes.new,
        "updated": changes.updated,
        "removed": changes.removed,
        "streams": streams,
    }


def state_line(turn: Turn, collected: Collected, left: tuple[Left, ...], bill: Bill) -> Line:
    """Returns how a source stands after a read.

    Moments are ISO 8601 in UTC, `pace` is in seconds, money is decimal text by currency.
    """
    return {
        **_source(collected.state),
        "streams": turn.wanted.streams,
        "urgent": turn.wanted.urgent,
        "now": collected.state.trouble or "live",
        "last_read": collected.state.complete_to,
        "next_read": turn.due,
        "pace": turn.pause.total_seconds(),
        "pushed": turn.pushed,
        "asleep": turn.asleep,
        "complete_from": collected.state.complete_from,
        "complete_to": collected.state.complete_to,
        "gaps": [gap_line(gap) for gap in collected.gaps],
        "budgets": [_budget(one) for one in left],
        "cost": _cost(bill),
        "set_aside": collected.set_aside,
    }


def gap_line(gap: Gap) -> Line:
    """Returns a gap: the id is what an order to fill it names."""
    return {
        "id": gap.id,
        "source": gap.source,
        "begins": gap.begins,
        "ends": gap.ends,
        "cause": gap.cause,
        "lost": gap.lost,
    }


def _source(state: SourceState) -> Line:
    return {
        "source": state.id,
        "network": state.source.network,
        "kind": state.source.kind,
        "profile": state.source.profile,
        "term": state.source.term,
    }


def _budget(left: Left) -> Line:
    return {
        "name": left.name,
        "per": left.per,
        "limit": left.limit,
        "remaining": left.remaining,
        "resets_at": left.whole_at,
    }


def _cost(bill: Bill) -> Line:
    return {
        "today": _amounts(bill.today),
        "month": _amounts(bill.month),
        "posts_this_month": bill.posts,
        "most_a_month": bill.most,
    }


def _amounts(amounts: Mapping[str, Decimal]) -> dict[str, str]:
    return {currency: f"{amount.normalize():f}" for currency, amount in amounts.items()}
