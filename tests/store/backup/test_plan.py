import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from controlroom.store.backup.listing import list_backups
from controlroom.store.backup.plan import BackupPlan, usual_series
from controlroom.store.cache.schema import CACHE
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import StoreError
from controlroom.store.journal.schema import JOURNAL

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def records(house: Path, key: bytes) -> BackupPlan:
    """A plan without the cache."""
    return BackupPlan(house, key, usual_series(house, cache_every=None))


def test_the_first_backup_is_due_at_once_the_records_and_the_cache_apart(
    house: Path, key: bytes, noon: datetime
) -> None:
    made = BackupPlan(house, key).run(noon)
    assert [one.folder.relative_to(house).as_posix() for one in made] == [
        "backups/20261122T120000Z",
        "backups/cache/20261122T120000Z",
    ]
    assert [[file.name for file in one.manifest.files] for one in made] == [
        [DESK.name, "keys.json"],
        [CACHE.name, "keys.json"],
    ]
    assert len(list_backups(house / "backups")) == 1


def test_nothing_changed_makes_no_backup_even_after_a_restart(
    house: Path, key: bytes, records: BackupPlan, noon: datetime
) -> None:
    records.run(noon)
    again = BackupPlan(house, key, usual_series(house, cache_every=None))
    assert again.run(noon + DAY) == []


def test_a_change_makes_a_backup_after_half_an_hour(
    desk: DeskStore, records: BackupPlan, noon: datetime
) -> None:
    records.run(noon)
    desk.save_draft(UnsentDraft("two", b"new", noon))
    assert records.run(noon + 29 * MINUTE) == []
    assert len(records.run(noon + 30 * MINUTE)) == 1
    assert records.run(noon + 60 * MINUTE) == []


def test_a_change_while_a_backup_is_made_is_in_the_next_one(
    desk: DeskStore, house: Path, key: bytes, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    from controlroom.store.backup import make

    checked = make.check_copy

    def check_while_somebody_types(*values: object) -> object:
        desk.save_draft(UnsentDraft("two", b"typed meanwhile", noon))
        return checked(*values)  # type: ignore[arg-type]

    plan = BackupPlan(house, key, usual_series(house, cache_every=None))
    with monkeypatch.context() as patch:
        patch.setattr(make, "check_copy", check_while_somebody_types)
        plan.run(noon)
    made = plan.run(noon + HOUR)
    copy = DeskStore.open(made[0].folder, key)
    assert copy.draft("two") is not None
    copy.close()


def test_the_cache_goes_once_a_day(
    house: Path, key: bytes, noon: datetime, write_draft: Callable[[bytes], None]
) -> None:
    plan = BackupPlan(house, key)
    plan.run(noon)
    shutil.copy2(house / CACHE.name, house / "touched")
    (house / "touched").replace(house / CACHE.name)
    (house / CACHE.name).touch()
    write_draft(b"changed")
    kinds = [[kind.name for kind in series.kinds] for series in plan.due(noon + HOUR)]
    assert kinds == [[DESK.name, JOURNAL.name]]
    assert len(plan.due(noon + DAY)) == 2


def test_a_clock_put_back_stops_no_backup(
    records: BackupPlan, noon: datetime, write_draft: Callable[[bytes], None]
) -> None:
    records.run(noon + 400 * DAY)
    write_draft(b"one")
    assert len(records.run(noon)) == 1
    assert records.run(noon + HOUR) == []
    write_draft(b"two")
    assert records.run(noon + MINUTE) == []
    assert len(records.run(noon + 31 * MINUTE)) == 1


def test_old_ones_go_only_after_the_new_one_was_checked(
    house: Path,
    records: BackupPlan,
    noon: datetime,
    write_draft: Callable[[bytes], None],
) -> None:
    for hour in range(3):
        write_draft(b"draft %d" % hour)
        records.run(noon + hour * HOUR)
    assert len(list_backups(house / "backups")) == 3
    content = bytearray((house / DESK.name).read_bytes())
    content[5000] ^= 1
    (house / DESK.name).write_bytes(content)
    with pytest.raises(StoreError):
        records.run(noon + 5 * DAY)
    assert len(list_backups(house / "backups")) == 3
    content[5000] ^= 1
    (house / DESK.name).write_bytes(content)
    records.run(noon + 5 * DAY)
    times = [backup.manifest.made_at for backup in list_backups(house / "backups")]
    assert times == [noon + 2 * HOUR, noon + 5 * DAY]
