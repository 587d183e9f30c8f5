#!/bin/sh
# Makes .venv and installs the program into it, editable.
# Usage: sh installer/venv.sh desk|tour|test|bench
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

# An environment moved from elsewhere keeps scripts that point to its old place.
venv_is_sound() {
    [ -f .venv/bin/pip ] && head -n 1 .venv/bin/pip | grep -qF "$(pwd -P)/.venv/bin/" &&
        .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
}

make_venv() {
    python=$(sh installer/python.sh) || {
        complain "no Python 3.11 or newer was found."
        exit 1
    }
    say "making .venv with $("$python" --version)."
    "$python" -m venv --clear .venv
}

pip_install() {
    if [ -t 1 ]; then
        .venv/bin/python -m pip install "$@"
    else
        .venv/bin/python -m pip install --quiet "$@"
    fi
}

build_requirements() {
    .venv/bin/python -c 'import tomllib; from pathlib import Path
print(*tomllib.loads(Path("pyproject.toml").read_text())["build-system"]["requires"], sep="\n")'
}

extras() {
    if [ "$1" = test ]; then
        echo '[test]'
    fi
}

venv_is_sound || make_venv
say "installing Python packages; the first time some 280 MB are fetched."
# The build runs in this environment, not in one of its own, which would fetch Qt a second time.
build_requirements > .venv/build-requirements.txt
pip_install -r .venv/build-requirements.txt
pip_install --no-build-isolation -e ".$(extras "$1")"
