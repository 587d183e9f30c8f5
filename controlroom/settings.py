"""Every setting of a desk: name, kind, default, what is allowed, what it means.

Settings live in `settings.json` in the desk's configuration folder. A value that is broken or
foreign counts as its default and is reported; names this version does not know are kept.
"""

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from controlroom.model.errors import OurError, WorldError
from controlroom.model.surge_rule import MANY_FOLLOWERS, SurgeRule

FILE_NAME = "settings.json"
BROKEN_NAME = "settings.broken.json"
LONGEST_FILE = 1_000_000
_FORCE_NUMBER = re.compile(r"[0-9A-Z]{0,20}")


class SettingsNotSaved(WorldError):
    """The settings file could not be written."""

    sentence = "The settings could not be saved in {folder}: {reason}."
    remedy = "The change holds until the desk is closed. Check the disk and the folder's rights."


class Kind(Protocol):
    """What a setting may hold."""

    def read(self, raw: object) -> Any:
        """Returns the value meant by what stands in the file; raises ValueError if none is."""

    def told(self) -> str:
        """Returns what is allowed, in words."""


class Choice:
    """One of a few words."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def read(self, raw: object) -> str:
        if not isinstance(raw, str) or raw not in self.allowed:
            raise ValueError(f"{_shown(raw)} is not one of {self.told()}")
        return raw

    def told(self) -> str:
        return ", ".join(self.allowed)


class Whole:
    """A whole number within bounds."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def read(self, raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or not self.least <= raw <= self.most:
            raise ValueError(f"{_shown(raw)} is not a whole number from {self.told()}")
        return raw

    def told(self) -> str:
        return f"{self.least} to {self.most}"


class Flag:
    """Yes or no."""

    def read(self, raw: object) -> bool:
        if not isinstance(raw, bool):
            raise ValueError(f"{_shown(raw)} is neither true nor false")  # noqa: TRY004
        return raw

    def told(self) -> str:
        return "true or false"


class Words:
    """One line of text that is not empty."""

    def __init__(self, longest: int = 60) -> None:
        self.longest = longest

    def read(self, raw: object) -> str:
        if not isinstance(raw, str) or not raw.strip() or not raw.isprintable():
            raise ValueError(f"{_shown(raw)} is not a line of text")
        if len(raw) > self.longest:
            raise ValueError(f"longer than {self.longest} characters")
        return raw.strip()

    def told(self) -> str:
        return f"1 to {self.longest} characters"


class Line:
    """One line of text, which may be empty."""

    def __init__(self, longest: int = 500) -> None:
        self.longest = longest

    def read(self, raw: object) -> str:
        if not isinstance(raw, str) or not raw.isprintable():
            raise ValueError(f"{_shown(raw)} is not a line of text")
        if len(raw) > self.longest:
            raise ValueError(f"longer than {self.longest} characters")
        return raw.strip()

    def told(self) -> str:
        return f"at most {self.longest} characters"


class ForceNumber:
    """A force number, or none."""

    def read(self, raw: object) -> str:
        if not isinstance(raw, str) or not _FORCE_NUMBER.fullmatch(raw):
            raise ValueError(f"{_shown(raw)} is no force number")
        return raw

    def told(self) -> str:
        return "capital letters and digits, at most 20, or nothing"


class DaysByKind:
    """A number of days for each of a few kinds; kinds left out keep their default."""

    def __init__(self, default: Mapping[str, int], least: int = 1, most: int = 3650) -> None:
        self.default, self.least, self.most = default, least, most

    def read(self, raw: object) -> Mapping[str, int]:
        if not isinstance(raw, Mapping) or not set(raw) <= set(self.default):
            raise ValueError(f"{_shown(raw)} does not name days for {', '.join(self.default)}")
        days = Whole(self.least, self.most)
        return MappingProxyType(
            {name: days.read(raw.get(name, usual)) for name, usual in self.default.items()}
        )

    def told(self) -> str:
        return f"{self.least} to {self.most} days for each of {', '.join(self.default)}"


class WindowPlace(NamedTuple):
    """Where the window stood: pixels of its screen's desktop, and the screen's name."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False
    screen: str = ""


class Place:
    """A window's place, or none for a first start."""

    def read(self, raw: object) -> WindowPlace | None:
        if raw is None or isinstance(raw, WindowPlace):
            return raw
        if not isinstance(raw, Mapping):
            raise ValueError(f"{_shown(raw)} is not a place of a window")  # noqa: TRY004
        sides = {name: Whole(-100_000, 100_000).read(raw.get(name)) for name in ("x", "y")}
        sizes = {name: Whole(200, 100_000).read(raw.get(name)) for name in ("width", "height")}
        screen = raw.get("screen", "")
        return WindowPlace(
            **sides,
            **sizes,
            maximised=Flag().read(raw.get("maximised", False)),
            screen=screen if isinstance(screen, str) else "",
        )

    def told(self) -> str:
        return "x, y, width, height in pixels"


RETENTION = MappingProxyType({"posts": 400, "messages": 90, "payloads": 30})


class Settings(NamedTuple):
    """The settings of a desk as they stand; `SETTINGS` says what each may hold and means."""

    theme: str = "dark"
    text_size: int = 100
    language: str = "system"
    reduce_motion: bool = False
    single_keys: bool = True
    alert_sounds: bool = True
    night_sound: int = 50
    desk_name: str = "Desk 1"
    force_name: str = "Westmarch Police"
    officer: str = ""
    window: WindowPlace | None = None
    section: str = "board"
    retention_days: Mapping[str, int] = RETENTION
    backup_every_minutes: int = 30
    sign_in_port: int = 8717
    own_sites: str = "westmarch.example"
    own_phones: str = ""
    surge_media: bool = True
    surge_place: bool = True
    surge_risk: bool = True
    surge_followers: int = MANY_FOLLOWERS
    surge_places: str = ""

    @property
    def surge_rule(self) -> SurgeRule:
        """Which single posts are shown in a surge."""
        media, place, risk = self.surge_media, self.surge_place, self.surge_risk
        return SurgeRule(media, place, risk, self.surge_followers, self.surge_places)


class Setting(NamedTuple):
    """What a setting may hold, its default, and what it means in one line."""

    kind: Kind
    default: object
    meaning: str


def _setting(name: str, kind: Kind, meaning: str) -> Setting:
    return Setting(kind, Settings._field_defaults[name], meaning)


SETTINGS = {
    name: _setting(name, kind, meaning)
    for name, kind, meaning in (
        ("theme", Choice("dark", "light", "system"), "Ground of the whole window."),
        ("text_size", Whole(90, 150), "Size of text, rows and columns, in percent."),
        ("language", Choice("system", "en", "fr"), "Language of the desk's own words."),
        ("reduce_motion", Flag(), "Cursors in text fields do not blink."),
        ("single_keys", Flag(), "Keys without Ctrl or Alt act outside text fields."),
        ("alert_sounds", Flag(), "Alerts whose rule has a sound are heard on this desk."),
        ("night_sound", Whole(0, 100), "How loud alerts are from 22:00 to 06:00, in percent."),
        ("desk_name", Words(), "This workstation's name in the control room."),
        ("force_name", Words(), "Name of the force, in the top bar."),
        ("officer", ForceNumber(), "Who worked here last, on a desk that is not in a team."),
        ("window", Place(), "Where the window stood when it closed."),
        ("section", Words(24), "Section that was open when the desk closed."),
        ("retention_days", DaysByKind(RETENTION), "Age in days at which each kind goes."),
        ("backup_every_minutes", Whole(5, 1440), "Minutes between backups, if changed."),
        ("sign_in_port", Whole(1024, 65_535), "Port of this computer browsers come back to."),
        ("own_sites", Line(), "The force's own hosts, by which a draft's links are judged."),
        ("own_phones", Line(), "The force's own public numbers, parted by commas."),
        ("surge_media", Flag(), "In a surge posts with pictures or clips show one by one."),
        ("surge_place", Flag(), "In a surge posts that name a place show one by one."),
        ("surge_risk", Flag(), "In a surge posts with a word of risk show one by one."),
        ("surge_followers", Whole(0, 100_000_000), "Followers from which authors do; 0: never."),
        ("surge_places", Line(), "Further names of places for that, parted by commas."),
    )
}


class SettingsFile:
    """The settings of one desk and the file they are kept in.

    Attributes:
        now: the settings as they stand.
        problems: what in the file could not be used, in plain English, one line each.
    """

    def __init__(self, directory: Path) -> None:
        self.path = directory / FILE_NAME
        self.now = Settings()
        self.problems: tuple[str, ...] = ()
        self._unknown: dict[str, Any] = {}
        self._unreadable = False
        self._load()

    def change(self, **values: object) -> Settings:
        """Changes some settings and saves them all.

        Raises:
            OurError: no such setting, or a value it does not allow.
            SettingsNotSaved: the change holds, but only in memory.
        """
        self.now = self.now._replace(**{name: _checked(name, raw) for name, raw in values.items()})
        self.save()
        return self.now

    def save(self) -> None:
        """Writes the file so that a crash leaves the old or the new one, never half.

        Raises:
            SettingsNotSaved: the disk or its rights do not allow it.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._unreadable:
                self._set_broken_file_aside()
            _write_whole(self.path, self._as_json())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SettingsNotSaved(folder=self.path.parent, reason=reason) from error

    def _load(self) -> None:
        try:
            raw = _parsed(self.path)
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError) as error:
            self._unreadable = True
            self.problems = (f"{FILE_NAME} could not be read, defaults are used: {_why(error)}",)
            return
        self._unknown = {name: value for name, value in raw.items() if name not in SETTINGS}
        self._take(raw)

    def _take(self, raw: Mapping[str, Any]) -> None:
        good: dict[str, Any] = {}
        for name in SETTINGS.keys() & raw.keys():
            try:
                good[name] = SETTINGS[name].kind.read(raw[name])
            except ValueError as error:
                self.problems = (*self.problems, f"{name}: {error}; its default is used")
        self.now = self.now._replace(**good)

    def _as_json(self) -> str:
        known = {name: _plain(getattr(self.now, name)) for name in SETTINGS}
        return json.dumps(self._unknown | known, indent=2, ensure_ascii=False) + "\n"

    def _set_broken_file_aside(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self.path.replace(self.path.with_name(BROKEN_NAME))
        self._unreadable = False


def _checked(name: str, raw: object) -> Any:
    if name not in SETTINGS:
        raise OurError(f"no setting is called {name!r}")
    try:
        return SETTINGS[name].kind.read(raw)
    except ValueError as error:
        raise OurError(f"{name}: {error}") from error


def _parsed(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        content = file.read(LONGEST_FILE + 1)
    if len(content) > LONGEST_FILE:
        raise ValueError("it is too long to be a settings file")
    raw = json.loads(content.decode("utf-8"))
    if not isinstance(raw, dict):
        raise ValueError("it does not hold names and values")  # noqa: TRY004
    return raw


def _write_whole(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _plain(value: object) -> object:
    if isinstance(value, WindowPlace):
        return value._asdict()
    return dict(value) if isinstance(value, Mapping) else value


def _shown(raw: object) -> str:
    text = repr(raw)
    return text if len(text) <= 40 else text[:39] + "…"


def _why(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]
