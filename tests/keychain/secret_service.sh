#!/bin/bash
# Runs a command in a session of its own, with a real Secret Service or without one, and no screen.
#
#   secret_service.sh HOME absent|unlocked|locked PASSWORD COMMAND...
#
# "unlocked" gives the keyring this password: right or wrong. "locked" gives it none, so that
# every prompt is dismissed. HOME keeps the keyring; nothing of the user's own is touched.
set -eu
export HOME=$1 state=$2 password=$3
shift 3
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME

case $state in
absent) "$@" ;;
unlocked) dbus-run-session -- bash -c '
    printf "%s" "$password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$@"' _ "$@" ;;
locked) dbus-run-session -- bash -c '
    gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
    "$@"' _ "$@" ;;
esac
