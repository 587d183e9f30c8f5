"""How a profile stands follows from what is known of it, and the gravest reason wins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from controlroom.model.credential import Credential
from controlroom.model.network import NetworkOffer
from controlroom.model.profile import Group, Profile
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind
from controlroom.ui.profiles.standing import (
    BudgetLeft,
    Condition,
    Facts,
    Reason,
    Standing,
    standings,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROFILE = Profile(1, "x", "77", "westmarch", group=3)
STATE = SourceState(Source("x", SourceKind.MENTIONS, 1), id=9, complete_to=NOW)
WELL = Facts(
    profiles=(PROFILE,),
    groups=(Group(3, "Oldmere"),),
    states=(STATE,),
    credentials={1: Credential("token", ends_at=NOW + timedelta(days=60))},
    last_posts={1: NOW - timedelta(days=2)},
)
OFFERS = {
    "x": NetworkOffer("x", "X", (SourceKind.MENTIONS,)),
    "rss": NetworkOffer("rss", "RSS", (SourceKind.FEED,), signs_in=False),
}


def stand(facts: Facts) -> Standing:
    (one,) = standings(facts, OFFERS, NOW)
    return one


def test_a_profile_that_is_read_and_signed_in_is_healthy() -> None:
    one = stand(WELL)
    assert (one.condition, one.reason) == (Condition.WELL, Reason.NONE)
    assert (one.group, one.last_read, one.signed_in) == ("Oldmere", NOW, True)


def ends_in(**left: float) -> Facts:
    credential = Credential("token", ends_at=NOW + timedelta(**left))
    return replace(WELL, credentials={1: credential})


def in_trouble(cause: GapCause) -> Facts:
    return replace(WELL, states=(replace(STATE, trouble=cause),))


@pytest.mark.parametrize(
    ("facts", "condition", "reason"),
    [
        (replace(WELL, credentials={}), Condition.CUT_OFF, Reason.NOT_SIGNED_IN),
        (ends_in(seconds=0), Condition.CUT_OFF, Reason.SIGN_IN_ENDED),
        (in_trouble(GapCause.TOKEN_EXPIRED), Condition.CUT_OFF, Reason.SIGN_IN_ENDED),
        (in_trouble(GapCause.PERMISSION_MISSING), Condition.CUT_OFF, Reason.PERMISSION_MISSING),
        (ends_in(days=7), Condition.CARE, Reason.SIGN_IN_ENDS_SOON),
        (ends_in(days=7, seconds=1), Condition.WELL, Reason.NONE),
        (in_trouble(GapCause.NETWORK_DOWN), Condition.CARE, Reason.NOT_READ),
        (
            replace(WELL, budgets={1: (BudgetLeft("mentions", "profile", 300, 29, None),)}),
            Condition.CARE,
            Reason.LITTLE_LEFT,
        ),
        (
            replace(WELL, last_posts={1: NOW - timedelta(days=31)}),
            Condition.SILENT,
            Reason.SILENT,
        ),
    ],
)
def test_each_trouble_has_its_condition_and_reason(
    facts: Facts, condition: Condition, reason: Reason
) -> None:
    one = stand(facts)
    assert (one.condition, one.reason) == (condition, reason)


def test_a_keychain_that_cannot_be_read_accuses_nobody() -> None:
    one = stand(replace(WELL, credentials=None))
    assert (one.signed_in, one.condition) == (None, Condition.WELL)


def test_a_network_without_sign_in_asks_for_none() -> None:
    facts = replace(WELL, profiles=(replace(PROFILE, network="rss"),), credentials={})
    assert stand(facts).condition is Condition.WELL


def test_only_gaps_of_the_last_day_count() -> None:
    gaps = tuple(
        Gap(9, found - timedelta(hours=1), GapCause.NETWORK_DOWN, found, id=number)
        for number, found in enumerate((NOW - timedelta(hours=23), NOW - timedelta(hours=25)))
    )
    other = replace(gaps[0], source=10)
    assert stand(replace(WELL, gaps=(*gaps, other))).gaps == (gaps[0],)
