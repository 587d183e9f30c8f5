#!/bin/sh
# Ends with 1 and a sentence where no window can open.
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    complain "there is no display here (DISPLAY and WAYLAND_DISPLAY are empty): run 'make run' in a" \
        "desktop session, or 'make tour' for pictures of the desk from a virtual screen."
    exit 1
fi
