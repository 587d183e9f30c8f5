"""A machine made of logging programs, on which the set-up scripts are run."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

_TOOLS = (
    "awk", "cat", "cksum", "dirname", "env", "find", "grep", "head", "ls", "mkdir", "rm", "sed",
    "sh", "sort", "tr", "wc", "xargs",
)  # fmt: skip

_PYTHON = r"""#!/bin/sh
echo "${0##*/} $*" >> "$MACHINE_LOG"
case "$*" in
    --version) echo "Python 3.11.2" ;;
    *'import ensurepip'*) exit 0 ;;
    '-m venv --clear .venv')
        rm -rf .venv; mkdir -p .venv/bin
        cat "$0" > .venv/bin/python
        echo "#!$(pwd -P)/.venv/bin/python" > .venv/bin/pip
        echo > .venv/bin/controlroom
        /bin/chmod +x .venv/bin/* ;;
    '-m venv --clear .venv/peers')
        mkdir -p .venv/peers/bin
        cat "$0" > .venv/peers/bin/python
        /bin/chmod +x .venv/peers/bin/python ;;
esac
"""

_DPKG_QUERY = r"""#!/bin/sh
while read -r package; do
    echo "installed $package, "
done < "$MACHINE_PACKAGES"
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a script ended, what it said, and which programs it called."""

    status: int
    said: str
    calls: list[str]

    def called(self, program: str) -> list[str]:
        """Returns the calls of one program, in order."""
        return [call for call in self.calls if call.split()[0] == program]


class Machine:
    """A folder of programs and a copy of the set-up scripts; nothing else is on the PATH."""

    def __init__(self, place: Path) -> None:
        self.programs = place / "bin"
        self.checkout = place / "checkout"
        self._log = place / "calls.log"
        self._packages = place / "packages.txt"
        self.environment: dict[str, str] = {}
        self.programs.mkdir()
        self._copy_checkout()
        for tool in _TOOLS:
            (self.programs / tool).symlink_to(str(shutil.which(tool)))
        self.has("uname", "echo Linux")
        self.has("dpkg-query", _DPKG_QUERY)
        self.has("apt-get", 'echo "apt-get $*" >> "$MACHINE_LOG"')
        self.has("python3", _PYTHON)
        self.has("id", "echo 1000")
        self.has_packages()

    def _copy_checkout(self) -> None:
        shutil.copytree(CHECKOUT / "installer", self.checkout / "installer")
        (self.checkout / "resources").mkdir()
        for name in ("pyproject.toml", "hatch_build.py"):
            shutil.copy(CHECKOUT / name, self.checkout)

    def has(self, program: str, script: str) -> None:
        """Puts a shell script on the PATH."""
        path = self.programs / program
        path.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def lacks(self, program: str) -> None:
        """Takes a program off the PATH."""
        (self.programs / program).unlink()

    def has_packages(self, *packages: str) -> None:
        """Says which Debian packages are installed."""
        self._packages.write_text("".join(f"{package}\n" for package in packages))

    def runs_as_root(self) -> None:
        """Makes the caller root."""
        self.has("id", "echo 0")

    def lets_sudo(self) -> None:
        """Gives the caller sudo without a password."""
        self.has("sudo", 'echo "sudo $*" >> "$MACHINE_LOG"; [ "$1" = -n ] && shift; "$@"')

    def run(self, script: str, *arguments: str) -> Outcome:
        """Runs a script of the set-up without a terminal."""
        self._log.write_text("")
        done = subprocess.run(
            ["/bin/sh", f"installer/{script}", *arguments],
            cwd=self.checkout,
            env=self._variables(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
        )
        return Outcome(
            done.returncode, done.stdout + done.stderr, self._log.read_text().split("\n")[:-1]
        )

    def _variables(self) -> dict[str, str]:
        paths = {"MACHINE_LOG": str(self._log), "MACHINE_PACKAGES": str(self._packages)}
        return {"PATH": str(self.programs), "HOME": os.devnull, **paths, **self.environment}


def packages_of(*steps: str) -> list[str]:
    """Returns the packages that the list names for these steps."""
    lines = (CHECKOUT / "installer" / "debian-packages.txt").read_text().splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return [package for package, step in rows if step in steps]
