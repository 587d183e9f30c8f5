#!/bin/sh
# Runs every benchmark that has a main(); the last line of each is one JSON object.
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

names() {
    grep -l '^def main(' benchmarks/*.py 2> /dev/null | sed 's|benchmarks/||; s|\.py$||'
}

failed=
for name in $(names); do
    say "benchmarks.$name"
    .venv/bin/python -m "benchmarks.$name" || failed="$failed $name"
done
if [ -n "$failed" ]; then
    complain "failed:$failed"
    exit 1
fi
