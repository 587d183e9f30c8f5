"""Sign-ins that end soon are announced in the status bar, from every section."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.sign_ins_ending import Announcing, ending
from tests.ui.profiles.force import force

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_only_sign_ins_that_end_within_a_week_are_named_the_soonest_first() -> None:
    profiles = [Profile(n, "x", str(n), f"p{n}") for n in range(1, 6)]
    days = {1: 7.0, 2: 7.1, 3: -1.0, 4: 2.0}
    held = {n: Credential("t", ends_at=NOW + timedelta(days=left)) for n, left in days.items()}
    held[5] = Credential("t")
    assert [one.id for one in ending(profiles, held, NOW)] == [3, 4, 1]


def test_the_notice_stands_in_the_status_bar_and_leads_to_the_profiles(
    desk: DeskWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    house = force(tmp_path, count=70)
    announcing = Announcing(desk, desk)
    announcing.open(house)
    qtbot.waitUntil(lambda: "sign-ins" in desk.status.notice.standing())
    assert desk.status.notice.text() == "2 sign-ins end within 7 days"
    desk.status.notice.click()
    assert desk.pages.section == "profiles"
    announcing.end()
    desk.status.notice.stand("sign-ins", None)
    house.close()
