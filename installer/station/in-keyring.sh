#!/bin/sh
# Runs a command with a keychain of its own, on a server where nobody signs in to a desktop:
#   in-keyring.sh COMMAND …
# The keychain is GNOME's, in $HOME/.local/share/keyrings; what unlocks it is the first line of the
# file `keyring` among the service's credentials, or of the file that CONTROLROOM_KEYRING names.
set -eu

word=${CONTROLROOM_KEYRING:-${CREDENTIALS_DIRECTORY:-/etc/controlroom}/keyring}
if [ ! -r "$word" ]; then
    echo "in-keyring.sh: $word cannot be read" >&2
    exit 1
fi
if [ -z "${CONTROLROOM_IN_KEYRING:-}" ]; then
    CONTROLROOM_IN_KEYRING=1 exec dbus-run-session -- "$0" "$@"
fi
# The word goes in by a pipe: no argument and no variable holds it.
head -n 1 "$word" | tr -d '\n' | gnome-keyring-daemon --unlock --components=secrets > /dev/null
unset CONTROLROOM_IN_KEYRING
exec "$@"
