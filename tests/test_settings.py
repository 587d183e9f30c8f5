"""Settings survive broken files, foreign values and full or read-only folders."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.errors import OurError
from controlroom.settings import (
    BROKEN_NAME,
    FILE_NAME,
    SETTINGS,
    Settings,
    SettingsFile,
    SettingsNotSaved,
    WindowPlace,
)


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    assert file.now == Settings()
    assert file.problems == ()
    assert list(tmp_path.iterdir()) == []


def test_every_setting_has_a_meaning_and_a_default_it_allows() -> None:
    assert set(SETTINGS) == set(Settings._fields)
    for name, setting in SETTINGS.items():
        assert setting.meaning.endswith("."), name
        assert setting.kind.told(), name
        assert setting.kind.read(setting.default) == setting.default


def test_what_is_changed_is_there_after_a_restart(tmp_path: Path) -> None:
    place = WindowPlace(10, 20, 1600, 900, True, "HDMI-1")
    SettingsFile(tmp_path).change(theme="light", text_size=125, window=place, desk_name="Bureau é")
    again = SettingsFile(tmp_path)
    assert (again.now.theme, again.now.text_size) == ("light", 125)
    assert (again.now.window, again.now.desk_name) == (place, "Bureau é")


def test_a_wrong_value_counts_as_its_default_and_is_reported(tmp_path: Path) -> None:
    values = {"theme": "pink", "text_size": 400, "reduce_motion": "yes", "language": "fr"}
    (tmp_path / FILE_NAME).write_text(json.dumps(values))
    file = SettingsFile(tmp_path)
    assert file.now == Settings(language="fr")
    assert sorted(line.partition(":")[0] for line in file.problems) == [
        "reduce_motion",
        "text_size",
        "theme",
    ]


def test_names_of_another_version_are_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "light", "colour_of_tomorrow": [1, 2]}')
    SettingsFile(tmp_path).change(text_size=110)
    kept = json.loads((tmp_path / FILE_NAME).read_text())
    assert kept["colour_of_tomorrow"] == [1, 2]
    assert (kept["theme"], kept["text_size"]) == ("light", 110)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[1]", b"null", b"[" * 100_000, b'{"a": 1}' + b" " * 1_000_001],
)
def test_a_broken_file_gives_defaults_and_is_set_aside_on_the_next_change(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    file = SettingsFile(tmp_path)
    assert file.now == Settings()
    assert len(file.problems) == 1
    file.change(theme="light")
    assert (tmp_path / BROKEN_NAME).read_bytes() == content
    assert SettingsFile(tmp_path).now.theme == "light"


@given(
    st.dictionaries(
        st.sampled_from(sorted(SETTINGS)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        ),
    )
)
def test_no_content_of_the_file_stops_the_desk(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("config")
    (folder / FILE_NAME).write_text(json.dumps(values))
    now = SettingsFile(folder).now
    for name, setting in SETTINGS.items():
        assert setting.kind.read(getattr(now, name)) == getattr(now, name)


def test_days_left_out_keep_their_default(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"retention_days": {"posts": 10}}')
    days = SettingsFile(tmp_path).now.retention_days
    assert dict(days) == {"posts": 10, "messages": 90, "payloads": 30}


def test_a_wrong_change_is_our_mistake_and_changes_nothing(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    for wrong in ({"theme": "pink"}, {"no_such_setting": 1}, {"desk_name": "a\nb"}):
        with pytest.raises(OurError):
            file.change(**wrong)
    assert file.now == Settings()
    assert not (tmp_path / FILE_NAME).exists()


def test_a_folder_that_cannot_be_written_keeps_the_change_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    file = SettingsFile(blocked / "config")
    with pytest.raises(SettingsNotSaved) as caught:
        file.change(theme="light")
    assert file.now.theme == "light"
    assert str(blocked) in caught.value.told()


def test_a_save_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SettingsFile(tmp_path)
    file.change(theme="light")

    def no_space(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(SettingsNotSaved, match="No space left"):
        file.change(theme="dark")
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert SettingsFile(tmp_path).now.theme == "light"
