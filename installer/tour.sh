#!/bin/sh
# Walks through the desk and leaves its pictures in tour/, on Linux on a screen of its own.
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

on_a_virtual_screen() {
    env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum \
        --server-args='-screen 0 1920x1080x24 -dpi 96 -nolisten tcp' "$@"
}

mkdir -p tour
rm -f tour/*.png
if [ "$(uname -s)" = Linux ]; then
    on_a_virtual_screen .venv/bin/controlroom tour tour
else
    .venv/bin/controlroom tour tour
fi
if ! ls tour/*.png > /dev/null 2>&1; then
    complain "the tour left no picture."
    exit 1
fi
say "pictures in tour/: $(ls tour/*.png | wc -l | tr -d ' ')."
