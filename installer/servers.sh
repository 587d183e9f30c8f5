#!/bin/sh
# Installs the servers of other people that the tests marked "servers" run on this computer:
# PostgreSQL and Redis as system packages, the Bluesky servers (some 670 MB) with npm, once for
# each lock file, into CONTROLROOM_SERVERS or the user's cache folder.
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

pieces=tests/servers/bluesky
base=${CONTROLROOM_SERVERS:-${XDG_CACHE_HOME:-$HOME/.cache}/controlroom/servers}
home=$base/$(sha256sum "$pieces/package-lock.json" | cut -c 1-16)

if ! command -v npm > /dev/null; then
    complain "npm is not installed: tests against the Bluesky servers will be skipped."
    exit 1
fi
sh installer/system.sh servers
if [ ! -f "$home/ready" ]; then
    say "fetching the Bluesky servers into $home; the first time some 670 MB."
    mkdir -p "$base"
    half=$(mktemp -d "$base/half-XXXXXX")
    trap 'rm -rf "$half"' EXIT
    cp "$pieces/package.json" "$pieces/package-lock.json" "$half"
    (cd "$half" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    touch "$half/ready"
    chmod 755 "$half"
    rm -rf "$home"
    mv "$half" "$home"
fi
say "servers for the tests are ready."
