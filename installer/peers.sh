#!/bin/sh
# Makes .venv/peers, where the programs benchmarks compare with have packages of their own.
# Usage: sh installer/peers.sh
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

say "installing the programs benchmarks compare with."
.venv/bin/python -m venv --clear .venv/peers
.venv/peers/bin/python -m pip install --quiet -r installer/peer-packages.txt
