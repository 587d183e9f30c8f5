"""A workstation with its own home, its own Secret Service and its own data folder."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NEEDED = ("bash", "dbus-run-session", "gnome-keyring-daemon")
MISSING = [name for name in NEEDED if not shutil.which(name)]


@dataclass
class Workstation:
    """Starts the program under a keychain in a given state.

    Attributes:
        state: "unlocked", "locked" or "absent"; see secret_service.sh.
        extra: folders put before everything else on the module path.
    """

    place: Path
    state: str = "unlocked"
    password: str = "right"
    extra: tuple[Path, ...] = ()

    @property
    def home(self) -> Path:
        return self.place / "home"

    @property
    def data(self) -> Path:
        return self.place / "data"

    @property
    def log(self) -> Path:
        return self.place / "log"

    def start(self, action: str = "start", argument: str = "") -> dict[str, Any]:
        """Runs one action of starter.py and returns what it printed."""
        done = subprocess.run(
            [
                *(str(HERE / "secret_service.sh"), str(self.home), self.state, self.password),
                *(sys.executable, str(HERE / "starter.py"), action, str(self.data), argument),
            ],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def files(self) -> dict[str, bytes]:
        """Returns every file of the data folder, by name."""
        return {file.name: file.read_bytes() for file in self.data.glob("*")}

    def _environment(self) -> dict[str, str]:
        dropped = ("DBUS_", "XDG_", "PYTHON_KEYRING", "KEYRING_", "COV_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
        return kept | {"PYTHONPATH": os.pathsep.join(map(str, (*self.extra, ROOT)))}


@pytest.fixture(scope="session")
def set_up_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A workstation whose first start has made a key under a real Secret Service."""
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)} (Debian: dbus-daemon gnome-keyring)")
    place = tmp_path_factory.mktemp("workstation")
    (place / "home").mkdir()
    return place, Workstation(place).start()


@pytest.fixture
def created(set_up_once: tuple[Path, dict[str, Any]]) -> dict[str, Any]:
    """What the first start said."""
    return set_up_once[1]


@pytest.fixture
def station(set_up_once: tuple[Path, dict[str, Any]], tmp_path: Path) -> Workstation:
    """A copy of the workstation that was set up, free to be broken."""
    shutil.copytree(set_up_once[0], tmp_path / "copy")
    return Workstation(tmp_path / "copy")


@pytest.fixture
def bare_station(set_up_once: tuple[Path, dict[str, Any]], tmp_path: Path) -> Workstation:
    """A workstation on which the program has never run."""
    (tmp_path / "bare" / "home").mkdir(parents=True)
    return Workstation(tmp_path / "bare")


@pytest.fixture
def plaintext(tmp_path: Path) -> Path:
    """A folder in which a plaintext backend is installed that outranks every other.

    Loading it or giving it a secret leaves a file `touched` in the folder.
    """
    folder = tmp_path / "site"
    package = folder / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "file.py").write_text(_PLAINTEXT.format(touched=str(folder / "touched")))
    info = folder / "keyrings.alt-5.0.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: keyrings.alt\nVersion: 5.0.2\n")
    (info / "entry_points.txt").write_text("[keyring.backends]\nfile = keyrings.alt.file\n")
    return folder


_PLAINTEXT = """
from pathlib import Path
from keyring.backend import KeyringBackend
Path({touched!r}).write_text("loaded")
class PlaintextKeyring(KeyringBackend):
    priority = 99
    def get_password(self, service, username):
        Path({touched!r}).write_text("asked")
    def set_password(self, service, username, password):
        Path({touched!r}).write_text(password)
    def delete_password(self, service, username):
        Path({touched!r}).write_text("asked")
"""
