#!/bin/sh
# Makes this checkout ready for one step; does nothing when it already is.
# Usage: sh installer/prepare.sh desk|tour|test|bench
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

# The steps a set-up serves: who can run the tests can also open the desk.
served_by() {
    case $1 in
        desk) echo desk ;;
        tour) echo desk tour ;;
        test) echo desk tour test ;;
        bench) echo desk tour bench ;;
        *) complain "no such step: $1"; exit 2 ;;
    esac
}

# Changes when a set-up made earlier no longer fits: the place, the interpreter or a list changed.
fingerprint() {
    {
        pwd -P
        .venv/bin/python --version
        cat pyproject.toml hatch_build.py installer/*.sh installer/*.txt
        find resources -name '*.ts' | sort | xargs cat
    } 2>&1 | cksum
}

is_ready() {
    [ -x .venv/bin/controlroom ] && [ -f ".venv/ready-$1" ] &&
        [ "$(cat ".venv/ready-$1")" = "$(fingerprint)" ]
}

mark_ready() {
    for step in $(served_by "$1"); do
        fingerprint > ".venv/ready-$step"
    done
}

step=${1:-desk}
served_by "$step" > /dev/null
if is_ready "$step"; then
    exit 0
fi
sh installer/system.sh "$step"
sh installer/venv.sh "$step"
if [ "$step" = bench ]; then
    sh installer/peers.sh
fi
mark_ready "$step"
say "ready."
