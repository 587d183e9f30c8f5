#!/bin/sh
# Prints the Python to use: CONTROLROOM_PYTHON, else python3, else the newest one found.
# Ends with 1 when what is there is too old, with 3 when there is none.
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

candidates() {
    if [ -n "${CONTROLROOM_PYTHON:-}" ]; then
        echo "$CONTROLROOM_PYTHON"
    else
        printf '%s\n' python3 python3.14 python3.13 python3.12 python3.11
    fi
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
}

first_new_enough() {
    candidates | while read -r name; do
        if command -v "$name" > /dev/null && is_new_enough "$name"; then
            command -v "$name"
            break
        fi
    done
}

found=$(first_new_enough)
if [ -n "$found" ]; then
    echo "$found"
elif [ -n "${CONTROLROOM_PYTHON:-}" ]; then
    complain "CONTROLROOM_PYTHON names '$CONTROLROOM_PYTHON', which is not a Python 3.11 or newer."
    exit 1
elif command -v python3 > /dev/null; then
    complain "$(python3 --version 2>&1) is too old: install Python 3.11 or newer, or name one in" \
        "CONTROLROOM_PYTHON."
    exit 1
else
    exit 3
fi
